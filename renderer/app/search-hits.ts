/** Full-text search of the backend for the palette: asked as one types, grouped by kind. */
import { useEffect, useMemo, useState } from 'react';
import { api } from '../api/client.ts';
import { useTopicQuery } from '../api/query-client.ts';
import { navigate, type Route } from '../ui/navigation.ts';
import type { Ranges } from './palette-match.ts';

export type HitKind = 'organisation' | 'person' | 'meeting' | 'item' | 'task' | 'document' | 'other';

export interface Hit {
  id: string;
  title: string;
  titleRanges: Ranges;
  excerpt: string | null;
  excerptRanges: Ranges;
  open: () => void;
}

export interface HitGroup {
  kind: HitKind;
  hits: readonly Hit[];
}

const ORDER: readonly HitKind[] = ['organisation', 'person', 'meeting', 'item', 'task', 'document', 'other'];
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

interface BackendHit {
  kind: string;
  id: string;
  meetingId?: string | null;
  title: string;
  titleRanges?: Ranges;
  excerpt?: string | null;
  excerptRanges?: Ranges;
}

function routeOf(kind: HitKind, hit: BackendHit): Route | null {
  switch (kind) {
    case 'organisation':
      return { name: 'organisation', id: hit.id };
    case 'person':
      return { name: 'boards' };
    case 'meeting':
      return { name: 'meeting', id: hit.id, part: 'agenda' };
    case 'item':
      return hit.meetingId ? { name: 'meeting', id: hit.meetingId, part: 'agenda', item: hit.id } : null;
    case 'task':
      return { name: 'tasks', id: hit.id };
    case 'document':
      return hit.meetingId ? { name: 'meeting', id: hit.meetingId, part: 'preview' } : null;
    case 'other':
      return null;
  }
}

export function useSearchHits(text: string): { groups: readonly HitGroup[]; isSearching: boolean } {
  const query = useSettled(text.trim());
  const isOn = query.length >= 2;
  const { data, isFetching } = useTopicQuery<readonly BackendHit[]>(
    ['organisations', 'persons', 'meetings', 'tasks', 'boards'],
    ['search.query', query],
    () => api.search.query.query({ text: query, limit: LIMIT }),
    { enabled: isOn, keepPrevious: true },
  );
  const groups = useMemo(() => {
    if (!isOn || !data) return [];
    const byKind = new Map<HitKind, Hit[]>();
    for (const found of data) {
      const kind = ORDER.find((one) => one === found.kind) ?? 'other';
      const route = routeOf(kind, found);
      const hit: Hit = {
        id: `${found.kind}:${found.id}`,
        title: found.title,
        titleRanges: found.titleRanges ?? [],
        excerpt: found.excerpt ?? null,
        excerptRanges: found.excerptRanges ?? [],
        open: () => {
          if (route) navigate(route);
        },
      };
      byKind.set(kind, [...(byKind.get(kind) ?? []), hit]);
    }
    return ORDER.flatMap((kind) => {
      const hits = byKind.get(kind);
      return hits ? [{ kind, hits }] : [];
    });
  }, [data, isOn]);
  return { groups, isSearching: isOn && isFetching };
}
