/** Full-text search of the backend for the palette: asked as one types, grouped by kind. */
import { useEffect, useMemo, useState } from 'react';
import { api, type Outputs } from '../api/client.ts';
import type { Choice } from '../api/choices.ts';
import { useMunicipalities } from '../api/register-lists.ts';
import { useTopicQuery } from '../api/query-client.ts';
import { showTab } from '../features/meetings/dialog-store.ts';
import { navigate, type Route } from '../ui/navigation.ts';
import type { Ranges } from '../ui/marked.ts';

export type HitKind =
  | 'organisation'
  | 'municipality'
  | 'person'
  | 'board'
  | 'meeting'
  | 'item'
  | 'task'
  | 'idea'
  | 'document'
  | 'theme'
  | 'volunteer_action'
  | 'practice'
  | 'community_forum'
  | 'agreement'
  | 'project'
  | 'cooperation_case'
  | 'inclusion_entry'
  | 'indicator'
  | 'report'
  | 'bulletin'
  | 'other';

export interface Hit {
  id: string;
  title: string;
  titleRanges: Ranges;
  excerpt: string;
  excerptRanges: Ranges;
  open: () => void;
}

export interface HitGroup {
  kind: HitKind;
  hits: readonly Hit[];
}

const ORDER: readonly HitKind[] = [
  'organisation',
  'person',
  'municipality',
  'board',
  'meeting',
  'item',
  'task',
  'idea',
  'document',
  'theme',
  'volunteer_action',
  'practice',
  'community_forum',
  'agreement',
  'project',
  'cooperation_case',
  'inclusion_entry',
  'indicator',
  'report',
  'bulletin',
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
  if (entity === 'old_minutes' || entity === 'old_minutes_item') return 'document';
  return ORDER.find((kind) => kind === entity) ?? 'other';
}

/** An item of old minutes is `id:number`. */
function oldMinutesRoute(entityId: string): Route {
  const [id = '', item] = entityId.split(':');
  return { name: 'oldMinutes', id, ...(item === undefined ? {} : { item: Number(item) }) };
}

/** Where a hit leads. */
function routeOf({ entity, entityId: id, meetingId }: Found): Route | null {
  switch (kindOf(entity)) {
    case 'organisation':
      return { name: 'organisation', id };
    case 'municipality':
      return { name: 'municipality', id };
    case 'person':
      return { name: 'person', id };
    case 'board':
      return { name: 'boards' };
    case 'meeting':
      return { name: 'meeting', id, part: 'agenda' };
    case 'item':
      return meetingId === null ? null : { name: 'meeting', id: meetingId, part: 'live', item: id };
    case 'task':
      return { name: 'tasks', id };
    case 'idea':
      return { name: 'meetings' };
    case 'document':
      return oldMinutesRoute(id);
    case 'theme':
      return { name: 'theme', id };
    case 'volunteer_action':
      return { name: 'volunteerAction', id };
    case 'agreement':
      return { name: 'agreement', id };
    case 'project':
      return { name: 'project', id };
    case 'cooperation_case':
      return { name: 'case', id };
    case 'practice':
      return { name: 'practice', id };
    case 'community_forum':
      return { name: 'forum', id };
    case 'inclusion_entry':
      return { name: 'inclusionEntry', id };
    case 'indicator':
      return { name: 'indicator', id };
    case 'report':
      return { name: 'report', id };
    case 'bulletin':
      return { name: 'bulletin', id };
    case 'other':
      return null;
  }
}

function open(found: Found): void {
  const route = routeOf(found);
  if (found.entity === 'idea') showTab('ideas');
  if (route) navigate(route);
}

/** Municipalities that begin with the text are few, and all are here already. */
const MOST_MUNICIPALITIES = 3;

const pairs = (ranges: readonly { start: number; end: number }[]): Ranges =>
  ranges.map(({ start, end }) => [start, end]);

function municipalityHits(found: readonly Choice[], query: string): Hit[] {
  return found
    .filter(({ label }) => label.toLowerCase().startsWith(query.toLowerCase()))
    .slice(0, MOST_MUNICIPALITIES)
    .map(({ id, label }) => ({
      id: `municipality:${id}`,
      title: label,
      titleRanges: [[0, query.length]],
      excerpt: '',
      excerptRanges: [],
      open: () => navigate({ name: 'municipality', id }),
    }));
}

export function useSearchHits(text: string): { groups: readonly HitGroup[]; isSearching: boolean } {
  const query = useSettled(text.trim());
  const isOn = query.length >= 2;
  const { data, isFetching } = useTopicQuery(
    [
      'organisations',
      'persons',
      'boards',
      'meetings',
      'tasks',
      'themes',
      'actions',
      'indicators',
      'practices',
      'forums',
      'reports',
      'bulletins',
      'agreements',
      'projects',
      'cases',
      'inclusion',
    ],
    ['search.query', query],
    () => api.search.query.query({ text: query, limit: LIMIT }),
    { enabled: isOn, keepPrevious: true },
  );
  const municipalities = useMunicipalities();
  const groups = useMemo(() => {
    if (!isOn || !data) return [];
    return ORDER.flatMap((kind): HitGroup[] => {
      if (kind === 'municipality') {
        const hits = municipalityHits(municipalities.find(query), query);
        return hits.length > 0 ? [{ kind, hits }] : [];
      }
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
  }, [data, isOn, municipalities, query]);
  return { groups, isSearching: isOn && isFetching };
}
