/**
 * Two windows at one row: what a window had seen of it travels with its change, and what another window has stored
 * meanwhile is merged with it, field by field. Only where both changed the same thing differently is somebody asked.
 * Pure.
 */
import * as v from 'valibot';
import { localTimeSchema } from './dates.ts';
import { DECISION_TYPES } from './decision.ts';
import { CAPACITIES, CHOICES, CONFLICT_GROUNDS, PROPOSAL_KINDS, VOTE_METHODS } from './facts.ts';
import { idSchema } from './identity.ts';
import type { ItemView, MeetingView } from './meeting-view.ts';

const time = v.nullable(localTimeSchema);
const text = v.pipe(v.string(), v.maxLength(10_000, 'too_long'));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What a window has seen of one row; beside each the Finnish term. */
export const SEEN_SCHEMAS = {
  /** ehdotus */
  proposal: v.object({
    kind: v.picklist(PROPOSAL_KINDS),
    proposerId: idSchema,
    text,
    seconderIds: v.array(idSchema),
    withdrawn: v.boolean(),
  }),
  /** äänestys */
  vote: v.object({
    method: v.picklist(VOTE_METHODS),
    ayeProposalId: v.nullable(idSchema),
    noProposalId: v.nullable(idSchema),
    ballots: v.array(v.object({ personId: idSchema, choice: v.picklist(CHOICES) })),
    counts: v.nullable(v.object({ aye: count, no: count, blank: count })),
    chairChoice: v.nullable(v.picklist(CHOICES)),
    lot: v.nullable(v.picklist(['aye', 'no'])),
  }),
  /** vaali */
  election: v.object({
    title: text,
    places: count,
    blanks: count,
    candidates: v.array(v.object({ personId: idSchema, votes: count, wonByLot: v.boolean() })),
  }),
  /** eriävä mielipide */
  dissent: v.object({ declared: text, reasons: text, attached: v.boolean() }),
  /** esteellisyys */
  conflict: v.object({
    ground: v.picklist(CONFLICT_GROUNDS),
    explanation: text,
    declaredBy: v.picklist(['self', 'board']),
    leftAt: time,
    returnedAt: time,
  }),
  /** läsnäolojakso */
  interval: v.object({
    firstItemId: v.nullable(idSchema),
    lastItemId: v.nullable(idSchema),
    open: v.boolean(),
    arrivedAt: time,
    leftAt: time,
    remote: v.boolean(),
    speakerOnly: v.boolean(),
  }),
  /** osallistuja */
  attendee: v.object({ title: text, capacity: v.picklist(CAPACITIES) }),
  /** tauko */
  break: v.object({ itemId: v.nullable(idSchema), startedAt: localTimeSchema, endedAt: time }),
  /** päätöksen laji */
  decision: v.object({ type: v.nullable(v.picklist(DECISION_TYPES)) }),
  /** avaamisen ja päättymisen kello */
  times: v.object({ startedAt: time, endedAt: time }),
};
export type SeenKind = keyof typeof SEEN_SCHEMAS;
export type Seen<K extends SeenKind> = v.InferOutput<(typeof SEEN_SCHEMAS)[K]>;
/** Rows of an item that can be removed from it. */
const REMOVABLE = ['conflict', 'proposal', 'vote', 'election', 'dissent'] as const;
export type Removable = (typeof REMOVABLE)[number];

export interface SeenMerge<V> {
  values: V;
  /** Fields that both changed, and differently. */
  clashes: (keyof V & string)[];
}

/** As text, whatever the order of the keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value ?? null, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

const isSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/** The person that an entry of a list is about: an id, or an object that names one. */
const keyOf = (entry: unknown): string =>
  typeof entry === 'string' ? entry : String((entry as { personId: unknown }).personId);

/** Lists of persons (ballots, candidates, seconders) are merged person by person; their order is that of the stored list. */
function mergeLists(
  seen: readonly unknown[],
  mine: readonly unknown[],
  theirs: readonly unknown[],
  wins: 'mine' | 'theirs',
): { list: unknown[]; isClash: boolean } {
  const [before, wanted, stored] = [seen, mine, theirs].map(
    (list) => new Map(list.map((entry) => [keyOf(entry), entry])),
  ) as [Map<string, unknown>, Map<string, unknown>, Map<string, unknown>];
  const merged = new Map(stored);
  let isClash = false;
  for (const key of new Set([...before.keys(), ...wanted.keys()])) {
    const entry = wanted.get(key);
    if (isSame(entry, before.get(key)) || isSame(entry, stored.get(key))) continue;
    const clashes = !isSame(stored.get(key), before.get(key));
    isClash ||= clashes;
    if (clashes && wins === 'theirs') continue;
    if (entry === undefined) merged.delete(key);
    else merged.set(key, entry);
  }
  return { list: [...merged.values()], isClash };
}

/**
 * The stored values with the changes of one window.
 * @param seen as that window knew them before its changes
 * @param mine as it wants them
 * @param theirs as they are stored now
 * @param wins whose value stands where both changed the same thing differently
 */
export function mergeSeen<V extends object>(
  seen: V,
  mine: V,
  theirs: V,
  wins: 'mine' | 'theirs' = 'theirs',
): SeenMerge<V> {
  const clashes: (keyof V & string)[] = [];
  const values = { ...theirs };
  for (const field of Object.keys(theirs) as (keyof V & string)[]) {
    const [before, wanted, stored] = [seen[field], mine[field], theirs[field]];
    if (Array.isArray(before) && Array.isArray(wanted) && Array.isArray(stored)) {
      const { list, isClash } = mergeLists(before, wanted, stored, wins);
      values[field] = list as V[typeof field];
      if (isClash) clashes.push(field);
      continue;
    }
    if (isSame(wanted, before) || isSame(wanted, stored)) continue;
    const isClash = !isSame(stored, before);
    if (isClash) clashes.push(field);
    if (!isClash || wins === 'mine') values[field] = wanted;
  }
  return { values, clashes };
}

/** A list of persons in one order: the order in which rows come back says nothing. */
const inOrder = (value: unknown): unknown =>
  Array.isArray(value) ? value.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)) : value;

/** The fields in which two states of a row differ. */
export function changedFields<V extends object>(before: V, after: V): (keyof V & string)[] {
  return (Object.keys(after) as (keyof V & string)[]).filter(
    (field) => !isSame(inOrder(before[field]), inOrder(after[field])),
  );
}

/** A set of persons (e.g. the examiners) that two windows change: each one's additions and removals hold. */
export function mergeIds(
  seen: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): string[] {
  return mergeLists(seen, mine, theirs, 'mine').list as string[];
}

type Rows = {
  proposal: ItemView['proposals'][number];
  vote: ItemView['votes'][number];
  election: ItemView['elections'][number];
  dissent: ItemView['dissents'][number];
  conflict: ItemView['conflicts'][number];
  interval: MeetingView['attendance'][number]['intervals'][number];
  attendee: MeetingView['attendance'][number];
  break: MeetingView['breaks'][number];
  decision: Pick<ItemView, 'decisionType'>;
  times: Pick<MeetingView, 'startedAt' | 'endedAt'>;
};

/** What a window sees of a row of the meeting's view. */
export const SEEN_OF: { [K in SeenKind]: (row: Rows[K]) => Seen<K> } = {
  proposal: ({ kind, proposer, text: words, seconders, withdrawn }) => ({
    kind,
    proposerId: proposer.id,
    text: words,
    seconderIds: seconders.map(({ id }) => id),
    withdrawn,
  }),
  vote: ({ method, ayeProposalId, noProposalId, ballots, counts, chairChoice, lot }) => ({
    method,
    ayeProposalId,
    noProposalId,
    ballots: ballots.map(({ personId, choice }) => ({ personId, choice })),
    counts,
    chairChoice,
    lot,
  }),
  election: ({ title, facts, candidates }) => ({
    title,
    places: facts.places,
    blanks: facts.blanks,
    candidates: candidates.map(({ person, votes, wonByLot }) => ({ personId: person.id, votes, wonByLot })),
  }),
  dissent: ({ declared, reasons, attachmentNumber }) => ({
    declared,
    reasons,
    attached: attachmentNumber !== null,
  }),
  conflict: ({ ground, explanation, declaredBy, leftAt, returnedAt }) => ({
    ground,
    explanation,
    declaredBy,
    leftAt,
    returnedAt,
  }),
  interval: ({ firstItemId, lastItemId, open, arrivedAt, leftAt, remote, speakerOnly }) => ({
    firstItemId,
    lastItemId,
    open,
    arrivedAt,
    leftAt,
    remote,
    speakerOnly,
  }),
  attendee: ({ title, capacity }) => ({ title, capacity }),
  break: ({ itemId, startedAt, endedAt }) => ({ itemId, startedAt, endedAt }),
  decision: ({ decisionType }) => ({ type: decisionType }),
  times: ({ startedAt, endedAt }) => ({ startedAt, endedAt }),
};
