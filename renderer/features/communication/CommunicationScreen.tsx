import { useState } from 'react';
import { countStates } from '../../../db/model/bulletin.ts';
import { useOpenBoard } from '../../api/board.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { navigate, useRemembered, type ScreenProps } from '../../ui/navigation.ts';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { NewBulletinDialog } from './NewBulletinDialog.tsx';
import { PlanPart } from './PlanPart.tsx';
import styles from './Communication.module.css';

const cx = classes(styles);
type Row = Outputs['bulletins']['list'][number];

type Part = 'bulletins' | 'plan';

/** What the board tells people: its plain-language bulletins and the plan of its communication. */
export default function CommunicationScreen({ route }: ScreenProps<'communication'>) {
  const t = useText();
  const [part, setPart] = useRemembered<Part>('communication.part', 'bulletins');
  const [followed, setFollowed] = useState<Part>();
  // A way from another screen leads to one part.
  if (route.part !== undefined && route.part !== followed) {
    setFollowed(route.part);
    setPart(route.part);
  }
  return (
    <Page title={t('bulletins.title')} lead={t('bulletins.lead')}>
      <Tabs
        label={t('bulletins.title')}
        selected={part}
        onChange={setPart}
        tabs={[
          { id: 'bulletins', label: t('bulletins.tab'), content: <Bulletins /> },
          { id: 'plan', label: t('communication.tab'), content: <PlanPart /> },
        ]}
      />
    </Page>
  );
}

function Bulletins() {
  const t = useText();
  const board = useOpenBoard();
  const [isNew, setNew] = useState(false);
  const { data, error } = useTopicQuery(
    ['bulletins', 'meetings', 'actions'],
    ['bulletins.list', board.id],
    () => api.bulletins.list.query({ boardId: board.id }),
  );
  const create = (
    <Button variant="primary" icon="plus" onPress={() => setNew(true)}>
      {t('bulletins.new')}
    </Button>
  );
  return (
    <div className={cx('stack')}>
      {error && (
        <Banner tone="danger" isAlert>
          {error.message}
        </Banner>
      )}
      {data && data.length > 0 && (
        <div className={cx('buttons')}>
          <span className={cx('detail')}>{t('bulletins.count', { count: data.length })}</span>
          <span className={cx('spring')} />
          {create}
        </div>
      )}
      {data && (
        <Panel isFlush={data.length > 0}>
          {data.length === 0 ? (
            <EmptyState title={t('bulletins.empty')} actions={create}>
              {t('bulletins.emptyBody')}
            </EmptyState>
          ) : (
            <ul className={cx('list')}>
              {data.map((row) => (
                <BulletinRow key={row.id} row={row} />
              ))}
            </ul>
          )}
        </Panel>
      )}
      {isNew && (
        <NewBulletinDialog
          onClose={() => setNew(false)}
          onCreated={(id) => navigate({ name: 'bulletin', id })}
        />
      )}
    </div>
  );
}

function BulletinRow({ row }: { row: Row }) {
  const t = useText();
  const format = useFormat();
  const counts = countStates(row.states.map(({ state }) => state));
  return (
    <li className={cx('row')}>
      <div>
        <button
          type="button"
          className={cx('open')}
          onClick={() => navigate({ name: 'bulletin', id: row.id })}
        >
          {row.title || t('bulletins.none')}
        </button>
        <div className={cx('detail')}>
          {row.origin === null
            ? t('bulletins.source.none')
            : `${t(`bulletins.source.${row.origin.kind}`)}: ${row.origin.reference}`}
        </div>
      </div>
      <span className={cx('detail')}>{format.date(row.createdOn)}</span>
      <div className={cx('pills')}>
        <Pill tone={counts.checked === counts.wanted ? 'ok' : 'info'}>
          {t('bulletins.states', { checked: counts.checked, wanted: counts.wanted })}
        </Pill>
        {counts.outdated > 0 && (
          <Pill tone="warning">{t('bulletins.states.outdated', { count: counts.outdated })}</Pill>
        )}
        {counts.missing > 0 && <Pill>{t('bulletins.states.missing', { count: counts.missing })}</Pill>}
      </div>
    </li>
  );
}
