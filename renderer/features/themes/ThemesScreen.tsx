import { useState } from 'react';
import { inLanguage } from '../../../db/model/language.ts';
import { useOpenBoard } from '../../api/board.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { navigate } from '../../ui/navigation.ts';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ThemeDialog } from './ThemeDialog.tsx';
import styles from './Themes.module.css';

const cx = classes(styles);

/** The theme areas of the board: who is responsible, what is aimed at, how much there is of each. */
export default function ThemesScreen() {
  const t = useText();
  const board = useOpenBoard();
  const [isNew, setNew] = useState(false);
  const { data, error } = useTopicQuery(
    ['themes', 'actions', 'indicators', 'organisations', 'persons'],
    ['themes.list', board.id],
    () => api.themes.list.query({ boardId: board.id }),
  );
  const create = (
    <Button variant="primary" icon="plus" onPress={() => setNew(true)}>
      {t('themes.new')}
    </Button>
  );
  return (
    <Page title={t('themes.title')} lead={t('themes.lead')} actions={data && data.length > 0 && create}>
      {error && (
        <Banner tone="danger" isAlert>
          {error.message}
        </Banner>
      )}
      {data?.length === 0 && (
        <Panel>
          <EmptyState title={t('themes.empty')} actions={create}>
            {t('themes.emptyBody')}
          </EmptyState>
        </Panel>
      )}
      <ul className={cx('themes')}>
        {data?.map((theme, index) => (
          <ThemeSummary key={theme.id} theme={theme} number={index + 1} />
        ))}
      </ul>
      {isNew && (
        <ThemeDialog
          theme={null}
          onClose={() => setNew(false)}
          onSaved={(id) => navigate({ name: 'theme', id })}
        />
      )}
    </Page>
  );
}

function ThemeSummary({ theme, number }: { theme: Outputs['themes']['list'][number]; number: number }) {
  const t = useText();
  const language = useLanguage();
  const owner = [
    theme.ownerOrganisation === null ? null : inLanguage(theme.ownerOrganisation, language),
    theme.ownerPerson,
  ].filter((part) => part !== null);
  return (
    <li className={cx('theme')}>
      <h2 className={cx('themeName')}>
        <span className={cx('number')}>{number}</span>
        <button
          type="button"
          className={cx('open')}
          onClick={() => navigate({ name: 'theme', id: theme.id })}
        >
          {theme.name}
        </button>
      </h2>
      {theme.summary !== '' && <p className={cx('summary')}>{theme.summary}</p>}
      <p className={cx('detail')}>
        {t('themes.owner')}: {owner.join(', ') || t('themes.ownerMissing')}
      </p>
      <p className={cx('counts')}>
        <span>{t('themes.cards', { count: theme.cardCount })}</span>
        <span>{t('themes.actions', { count: theme.actionCount })}</span>
        <span>{t('themes.indicators', { count: theme.indicatorCount })}</span>
      </p>
    </li>
  );
}
