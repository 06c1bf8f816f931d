/** Full-text search of the backend for the palette: asked as one types, grouped by kind. */
import { useEffect, useMemo, useState } from 'react';
import { api, type Outputs } from '../api/client.ts';
import { toClientError } from '../api/client-error.ts';
import { useTopicQuery } from '../api/query-client.ts';
import { navigate, type Route } from '../ui/navigation.ts';
import { showToast } from '../ui/toasts.ts';
import type { Ranges } from './palette-match.ts';

export type HitKind =
  | 'organisation'
  | 'person'
  | 'board'
  | 'meeting'
  | 'item'
  | 'task'
  | 'document'
  | 'other';

export interface Hit {
  id: string;
  title: string;
  titleRanges: Ranges;
  excerpt: string;
  excerptRanges: Ranges;
  open: () => Promise<void>;
}

export interface HitGroup {
  kind: HitKind;
  hits: readonly Hit[];
}

const ORDER: readonly HitKind[] = [
  'organisation',
  'person',
  'board',
  'meeting',
  'item',
  'task',
  'document',
  'other',
];
const PAUSE = 90;
const LIMIT = 24;

/** A text once it has been still for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

type Found = Outputs['search']['query'][number];

function kindOf(entity: string): HitKind {
  return ORDER.find((kind) => kind === entity) ?? 'other';
}

/**
 * The meeting of an item. A hit does not name it but has its day, on which there is hardly ever more than one.
 */
async function meetingOfItem(itemId: string, date: string | null): Promise<string | null> {
  for (const { id: boardId } of await api.boards.list.query())
    for (const { id: meetingId, heldOn } of await api.meetings.list.query({ boardId }))
      if (heldOn === date) {
        const { items } = await api.meetings.get.query({ meetingId });
        if (items.some(({ id }) => id === itemId)) return meetingId;
      }
  return null;
}

/** Where a hit leads. */
async function routeOf({ entity, entityId: id, sortDate }: Found): Promise<Route | null> {
  switch (kindOf(entity)) {
    case 'organisation':
      return { name: 'organisation', id };
    case 'person':
      return { name: 'person', id };
    case 'board':
      return { name: 'boards' };
    case 'meeting':
      return { name: 'meeting', id, part: 'agenda' };
    case 'item': {
      const meetingId = await meetingOfItem(id, sortDate);
      return meetingId === null ? null : { name: 'meeting', id: meetingId, part: 'agenda', item: id };
    }
    case 'task':
      return { name: 'tasks', id };
    case 'document':
    case 'other':
      return null;
  }
}

async function open(found: Found): Promise<void> {
  try {
    const route = await routeOf(found);
    if (route) navigate(route);
  } catch (thrown) {
    showToast({ kind: 'failed', message: toClientError(thrown).message });
  }
}

const pairs = (ranges: readonly { start: number; end: number }[]): Ranges =>
  ranges.map(({ start, end }) => [start, end]);

export function useSearchHits(text: string): { groups: readonly HitGroup[]; isSearching: boolean } {
  const query = useSettled(text.trim());
  const isOn = query.length >= 2;
  const { data, isFetching } = useTopicQuery(
    ['organisations', 'persons', 'boards', 'meetings', 'tasks'],
    ['search.query', query],
    () => api.search.query.query({ text: query, limit: LIMIT }),
    { enabled: isOn, keepPrevious: true },
  );
  const groups = useMemo(() => {
    if (!isOn || !data) return [];
    return ORDER.flatMap((kind) => {
      const hits = data
        .filter(({ entity }) => kindOf(entity) === kind)
        .map((found): Hit => ({
          id: `${found.entity}:${found.entityId}`,
          title: found.title,
          titleRanges: pairs(found.titleMatches),
          excerpt: found.snippet.text,
          excerptRanges: pairs(found.snippet.matches),
          open: () => open(found),
        }));
      return hits.length > 0 ? [{ kind, hits }] : [];
    });
  }, [data, isOn]);
  return { groups, isSearching: isOn && isFetching };
}
