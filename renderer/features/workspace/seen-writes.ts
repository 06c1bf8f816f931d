/**
 * Writes that say what this window had seen of a row. What another window has changed meanwhile is merged by the
 * backend; where both changed the same thing, both versions are put before the user, and nothing is written until then.
 */
import { create } from 'zustand';
import type { ItemView, MeetingView } from '../../../db/model/meeting-view.ts';
import { changedFields, mergeSeen, SEEN_OF, type Seen, type SeenKind } from '../../../db/model/seen.ts';
import { toClientError } from '../../api/client-error.ts';
import { api } from '../../api/client.ts';
import { invalidateTopics } from '../../api/query-client.ts';

type Values = Record<string, unknown>;

/** A row that two windows changed. */
export interface SeenConflict {
  meetingId: string;
  kind: SeenKind;
  /** Fields that both changed differently, or that stand in the way of a removal. */
  fields: readonly string[];
  /** Null: this window removes the row. */
  mine: Values | null;
  /** Null: the other window has removed it. */
  theirs: Values | null;
  resolve(choice: 'mine' | 'theirs'): void;
}

export const useSeenConflicts = create<{ list: readonly SeenConflict[] }>()(() => ({ list: [] }));

function ask(conflict: Omit<SeenConflict, 'resolve'>): Promise<'mine' | 'theirs'> {
  return new Promise((answer) => {
    const asked: SeenConflict = {
      ...conflict,
      resolve: (choice) => {
        useSeenConflicts.setState(({ list }) => ({ list: list.filter((one) => one !== asked) }));
        answer(choice);
      },
    };
    useSeenConflicts.setState(({ list }) => ({ list: [...list, asked] }));
  });
}

/** What the backend has of a row now; null when it is gone. */
const FIND: { [K in SeenKind]: (view: MeetingView, id: string) => Seen<K> | null } = {
  proposal: (view, id) => inItems(view, id, (item) => item.proposals, SEEN_OF.proposal),
  vote: (view, id) => inItems(view, id, (item) => item.votes, SEEN_OF.vote),
  election: (view, id) => inItems(view, id, (item) => item.elections, SEEN_OF.election),
  dissent: (view, id) => inItems(view, id, (item) => item.dissents, SEEN_OF.dissent),
  conflict: (view, id) => inItems(view, id, (item) => item.conflicts, SEEN_OF.conflict),
  decision: (view, id) => found(view.items, id, SEEN_OF.decision),
  interval: (view, id) =>
    found(
      view.attendance.flatMap(({ intervals }) => intervals),
      id,
      SEEN_OF.interval,
    ),
  attendee: (view, id) => found(view.attendance, id, SEEN_OF.attendee),
  break: (view, id) => found(view.breaks, id, SEEN_OF.break),
  times: (view) => SEEN_OF.times(view),
};

function found<Row extends { id: string }, V>(
  rows: readonly Row[],
  id: string,
  seen: (row: Row) => V,
): V | null {
  const row = rows.find((one) => one.id === id);
  return row === undefined ? null : seen(row);
}

function inItems<Row extends { id: string }, V>(
  view: MeetingView,
  id: string,
  rows: (item: ItemView) => readonly Row[],
  seen: (row: Row) => V,
): V | null {
  return found(view.items.flatMap(rows), id, seen);
}

export interface SeenWrite<K extends SeenKind, Answer> {
  meetingId: string;
  kind: K;
  /** The row; null: a new one. */
  id: string | null;
  /** As the form found it when it was opened; null: it knew of none. */
  seen: Seen<K> | null;
  /** As it is to be; null: removed. */
  mine: Seen<K> | null;
  /** `seen` null: a row that is not there (any more). */
  send(values: Seen<K> | null, seen: Seen<K> | null): Promise<Answer>;
}

/**
 * Writes, and asks where another window stands in the way.
 * @returns null when the other window's version was kept, or both removed the row
 */
export async function writeSeen<K extends SeenKind, Answer>(
  write: SeenWrite<K, Answer>,
): Promise<Answer | null> {
  const { meetingId, kind, send } = write;
  let { seen, mine } = write;
  for (;;)
    try {
      return await send(mine, seen);
    } catch (thrown) {
      const { code, details } = toClientError(thrown);
      const isOurs = details['what'] === kind && (code === 'CONFLICT' || code === 'NOT_FOUND');
      // Without a row there is nothing to be gone.
      if (!isOurs || (code === 'NOT_FOUND' && seen === null)) throw thrown;
      const view = await api.meetings.get.query({ meetingId });
      const theirs = FIND[kind](view, String(details['id'] ?? write.id));
      if (theirs === null && mine === null) return null;
      const fields = String(details['fields'] ?? '')
        .split(' ')
        .filter((field) => field !== '');
      const choice = await ask({ meetingId, kind, fields, mine, theirs });
      if (choice === 'theirs') {
        void invalidateTopics([`meeting:${meetingId}`]);
        return null;
      }
      if (mine !== null && theirs !== null) mine = mergeSeen(seen ?? theirs, mine, theirs, 'mine').values;
      seen = theirs;
    }
}

/** What this window wrote itself of a row, until its view has it. */
interface Own {
  values: Values;
  /** The states before, as a view that is older still shows them. */
  earlier: readonly string[];
  writtenAt: number;
}

const own = new Map<string, Own>();
const queues = new Map<string, Promise<unknown>>();

/** How long (milliseconds) a view may be older than this window's own write. */
const PATIENCE = 2_000;

/**
 * Changes some fields of a row at once, one write of a row after the other: what this window wrote a moment ago is no
 * other window's change, though the view does not have it yet.
 * @param shown the row as the screen shows it
 */
export async function changeSeen<K extends SeenKind, Answer>(
  write: Omit<SeenWrite<K, Answer>, 'seen' | 'mine' | 'send'> & {
    id: string;
    send(values: Seen<K>, seen: Seen<K> | null): Promise<Answer>;
  },
  shown: Seen<K>,
  patch: Partial<Seen<K>>,
): Promise<Answer | null> {
  const key = `${write.kind}:${write.id}`;
  const work = async (): Promise<Answer | null> => {
    const known = knownOf(key, shown);
    const mine = mergeSeen<Seen<K>>(shown, { ...shown, ...patch }, known, 'mine').values;
    const answer = await writeSeen<K, Answer>({
      ...write,
      seen: known,
      mine,
      send: (values, seen) => write.send(values ?? mine, seen),
    });
    if (answer === null) own.delete(key);
    else {
      const earlier = [...(own.get(key)?.earlier ?? []), JSON.stringify(known)];
      own.set(key, { values: mine as Values, earlier, writtenAt: Date.now() });
    }
    return answer;
  };
  const result = (queues.get(key) ?? Promise.resolve()).then(work, work);
  queues.set(key, result);
  return await result;
}

function knownOf<V extends object>(key: string, shown: V): V {
  const last = own.get(key);
  if (last === undefined) return shown;
  const isOlder = last.earlier.includes(JSON.stringify(shown)) && Date.now() - last.writtenAt < PATIENCE;
  if (isOlder && changedFields(shown, last.values as V).length > 0) return last.values as V;
  own.delete(key);
  return shown;
}
