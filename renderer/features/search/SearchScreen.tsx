import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { api } from '../../api/client.ts';
import { useBoard } from '../../api/board.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useRemembered } from '../../ui/navigation.ts';
import { Page } from '../../ui/Page.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { NO_FILTERS, requestOf, SearchFilters, type Filters } from './SearchFilters.tsx';
import { SearchResults } from './SearchResults.tsx';
import styles from './Search.module.css';

const cx = classes(styles);
/** The field waits so long for the next letter. */
const PAUSE = 40;

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** Search over all minutes: as one types, narrowed by filters, grouped by meeting; each hit opens at its place. */
export default function SearchScreen() {
  const t = useText();
  const { boards } = useBoard();
  const [text, setText] = useRemembered('search.text', '');
  const [filters, setFilters] = useRemembered<Filters>('search.filters', NO_FILTERS);
  const settled = useSettled(text);
  const request = requestOf(settled, filters);
  const { data, error } = useTopicQuery(
    ['meetings', 'tasks', 'boards'],
    ['search.minutes', request],
    () => api.search.minutes.query(request),
    { keepPrevious: true },
  );
  const field = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLDivElement>(null);
  useEffect(() => field.current?.focus(), []);

  /** ↑ and ↓ move among the hits, and from the first back to the field. */
  const move = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const hits = [...(results.current?.querySelectorAll<HTMLElement>('[data-hit]') ?? [])];
    const at = hits.indexOf(document.activeElement as HTMLElement);
    const next = event.key === 'ArrowDown' ? at + 1 : at - 1;
    event.preventDefault();
    if (next < 0) field.current?.focus();
    else hits[Math.min(next, hits.length - 1)]?.focus();
  };
  const isAsked = settled.trim() !== '' || filters !== NO_FILTERS;
  return (
    <Page title={t('search.minutesTitle')} lead={t('search.minutesLead')}>
      <div className={cx('search')}>
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the arrow key of the field in it */}
        <div
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') move(event);
          }}
        >
          <SearchField
            label={t('search.field')}
            placeholder={t('search.placeholder')}
            value={text}
            onChange={setText}
            inputRef={field}
          />
        </div>
        <SearchFilters
          filters={filters}
          counts={data?.counts ?? null}
          boards={boards}
          onChange={setFilters}
        />
        {error && <Banner tone="danger">{error.message}</Banner>}
        <p className={cx('sum')} role="status">
          {isAsked && data ? t('search.found', { count: data.total }) : ''}
        </p>
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the arrow keys of the buttons in it */}
        <div ref={results} onKeyDown={move}>
          {data && data.total > 0 && <SearchResults found={data} />}
          {data?.total === 0 &&
            (isAsked ? (
              <EmptyState title={t('common.noResults')}>{t('search.noneBody')}</EmptyState>
            ) : (
              <EmptyState title={t('search.start')}>{t('search.startBody')}</EmptyState>
            ))}
        </div>
      </div>
    </Page>
  );
}
