import { useMemo, useRef, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { CONTEXT_PLACEHOLDERS } from '../../../db/model/board-phrase.ts';
import { api } from '../../api/client.ts';
import { useOpenBoard } from '../../api/board.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { navigate, useRemembered } from '../../ui/navigation.ts';
import { Page, Toolbar } from '../../ui/Page.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Select } from '../../ui/Select.tsx';

import { EMPTY_PHRASE, type PhraseRow } from './phrase-form.ts';
import { PhrasePane, type PhrasePaneHandle } from './PhrasePane.tsx';
import styles from './Phrases.module.css';

const cx = classes(styles);

const SHOWN = ['own', 'offered', 'all'] as const;
type Shown = (typeof SHOWN)[number];
/** The phrase that is being made; it has no id yet. */
const NEW = 'new';

/** A phrase by a name that lasts: its key, or the id of the board's own. */
const nameOf = (row: PhraseRow): string => row.key ?? row.id ?? NEW;
const isTouched = (row: PhraseRow): boolean => row.id !== null;

/** The phrases of the board (fraasiluettelo): shipped ones in its own words, and its own. */
export default function PhrasesScreen() {
  const t = useText();
  const language = useLanguage();
  const board = useOpenBoard();
  const { data, error } = useTopicQuery(['boards'], ['phrases.ofBoard', board.id], () =>
    api.phrases.ofBoard.query({ boardId: board.id }),
  );
  const [search, setSearch] = useRemembered('phrases.search', '');
  const [shown, setShown] = useRemembered<Shown>('phrases.shown', 'offered');
  const [chosen, setChosen] = useRemembered<string | null>('phrases.chosen', null);
  const pane = useRef<PhrasePaneHandle>(null);
  const [isNew, setNew] = useState(false);
  const text = (row: PhraseRow): string =>
    row.own[language] ?? row.shipped?.[language] ?? row.own.fi ?? row.own.sv ?? row.own.en ?? '';
  const rows = useMemo(() => {
    const wanted = search.trim().toLocaleLowerCase(language);
    return (data ?? []).filter(
      (row) =>
        (shown === 'all' || (shown === 'own' ? isTouched(row) : row.offered || row.key === null)) &&
        [row.key ?? '', ...Object.values(row.own), ...Object.values(row.shipped ?? {})].some((words) =>
          words?.toLocaleLowerCase(language).includes(wanted),
        ),
    );
  }, [data, search, shown, language]);
  const fresh: PhraseRow = { ...EMPTY_PHRASE, placeholders: CONTEXT_PLACEHOLDERS };
  const row = isNew ? fresh : data?.find((one) => nameOf(one) === chosen);
  /** Leaving a phrase saves it; one that cannot be saved stays and says why. */
  const leaveFor = (next: () => void): void => {
    const { current } = pane;
    if (current === null) return next();
    void current.leave().then((isSaved) => {
      if (isSaved) next();
    });
  };
  return (
    <Page
      title={t('writing.phrases.title')}
      eyebrow={
        <Button variant="quiet" size="s" icon="arrowLeft" onPress={() => navigate({ name: 'boards' })}>
          {board.shortName}
        </Button>
      }
      lead={t('writing.phrases.lead')}
      layout="fill"
      actions={
        <Button variant="primary" icon="plus" onPress={() => leaveFor(() => setNew(true))}>
          {t('writing.phrases.new')}
        </Button>
      }
    >
      {error && <Banner tone="danger">{error.message}</Banner>}
      <Toolbar label={t('common.filter')}>
        <SearchField label={t('writing.phrases.search')} width="m" value={search} onChange={setSearch} />
        <Select
          label={t('writing.phrases.show')}
          hideLabel
          width="m"
          value={shown}
          onChange={setShown}
          options={SHOWN.map((id) => ({ id, label: t(`writing.phrases.show.${id}`) }))}
        />
        <span role="status" className={cx('count')}>
          {t('writing.phrases.count', { count: rows.length })}
        </span>
      </Toolbar>
      <div className={cx('columns')}>
        <ListBox
          aria-label={t('writing.phrases.title')}
          className={cx('list')}
          items={rows.map((one) => ({ id: nameOf(one), row: one }))}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={isNew || chosen === null ? [] : [chosen]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : [...keys];
            if (key !== undefined)
              leaveFor(() => {
                setNew(false);
                setChosen(String(key));
              });
          }}
          renderEmptyState={() => (
            <EmptyState title={t('writing.phrases.none')}>{t('writing.phrases.noneBody')}</EmptyState>
          )}
        >
          {({ id, row: one }) => (
            <ListBoxItem id={id} textValue={text(one)} className={cx('row')}>
              <span className={cx('words')}>{text(one)}</span>
              <span className={cx('marks')}>
                {one.key === null ? (
                  <Pill tone="info">{t('writing.phrases.state.own')}</Pill>
                ) : (
                  Object.values(one.own).some((words) => words !== null) && (
                    <Pill tone="info">{t('writing.phrases.state.changed')}</Pill>
                  )
                )}
                {one.hidden && <Pill tone="neutral">{t('writing.phrases.state.hidden')}</Pill>}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
        <div className={cx('pane')}>
          {row ? (
            <PhrasePane
              key={nameOf(row)}
              ref={pane}
              boardId={board.id}
              row={row}
              onSaved={(id) => {
                if (row.key === null && id !== null) {
                  setNew(false);
                  setChosen(id);
                }
              }}
              onRemoved={() => {
                setNew(false);
                if (row.key === null) setChosen(null);
              }}
            />
          ) : (
            <EmptyState title={t('writing.phrases.choose')} />
          )}
        </div>
      </div>
    </Page>
  );
}
