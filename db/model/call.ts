/**
 * The call (kokouskutsu) and the agenda (esityslista) as they go out: what of a meeting they tell, what differs between
 * two versions, and what follows for the calendar and the notice period. Nothing here is stored but the plan itself.
 */
import * as v from 'valibot';
import { isoDateSchema, localTimeSchema } from './dates.ts';
import { idSchema } from './identity.ts';
import { wordDifference, type WordPart } from './word-difference.ts';

/** What is issued: kutsu, esityslista, peruutusilmoitus. */
const ISSUED_KINDS = ['call', 'agenda', 'cancellation'] as const;
export type IssuedKind = (typeof ISSUED_KINDS)[number];
/** What has versions that are compared. */
export type CallKind = Exclude<IssuedKind, 'cancellation'>;

/** Tulossa, etänä, estynyt. */
export const REPLY_KINDS = ['coming', 'remote', 'excused'] as const;
export type ReplyKind = (typeof REPLY_KINDS)[number];

/** By which channel (tapa) an answer came. */
export const REPLY_CHANNELS = ['email', 'phone', 'in_person', 'calendar', 'other'] as const;
export type ReplyChannel = (typeof REPLY_CHANNELS)[number];

export interface CallPlanItem {
  id: string;
  section: number;
  title: string;
  diaryNumber: string | null;
  /** The letters of the texts. */
  account: string;
  proposal: string;
}

/** What a call or an agenda tells of a meeting, in no language. */
export interface CallPlan {
  heldOn: string;
  plannedStart: string | null;
  plannedEnd: string | null;
  place: string;
  remoteLink: string;
  items: CallPlanItem[];
  attachments: { id: string; number: number; title: string; sha256: string | null }[];
}

/** Day and clock of a meeting as planned. */
export type PlannedTime = Pick<CallPlan, 'heldOn' | 'plannedStart' | 'plannedEnd'>;

export type CallChange =
  | { kind: 'time'; before: PlannedTime; after: PlannedTime }
  | { kind: 'place' | 'remoteLink'; before: string; after: string }
  | { kind: 'added' | 'removed'; itemId: string; section: number; title: string }
  | { kind: 'moved'; itemId: string; title: string; from: number; to: number }
  | { kind: 'renamed'; itemId: string; section: number; before: string; after: string; words: WordPart[] }
  | {
      kind: 'diaryNumber';
      itemId: string;
      section: number;
      title: string;
      before: string | null;
      after: string | null;
    }
  | { kind: 'account' | 'proposal'; itemId: string; section: number; title: string; words: WordPart[] }
  | { kind: 'attachmentAdded' | 'attachmentRemoved' | 'attachmentChanged'; number: number; title: string };

const timeOf = ({ heldOn, plannedStart, plannedEnd }: CallPlan): PlannedTime => ({
  heldOn,
  plannedStart,
  plannedEnd,
});
const sameTime = (a: CallPlan, b: CallPlan): boolean =>
  a.heldOn === b.heldOn && a.plannedStart === b.plannedStart && a.plannedEnd === b.plannedEnd;

/** Whether somebody who has the one in his calendar would come to the wrong place or at the wrong time for the other. */
export function isSameAppointment(a: CallPlan, b: CallPlan): boolean {
  return sameTime(a, b) && a.place === b.place && a.remoteLink === b.remoteLink;
}

/**
 * What changed from one plan to another, in the order in which a reader wants to know it: when and where, items gone,
 * come, moved, renamed, their texts, attachments. A call does not carry the texts, so they are no change of it.
 * Items keep their identity; § numbers that only follow from other changes are not listed.
 */
export function callChanges(before: CallPlan, present: CallPlan, kind: CallKind): CallChange[] {
  const after = withKnownItems(before, present);
  const old = new Map(before.items.map((item) => [item.id, item]));
  const now = new Map(after.items.map((item) => [item.id, item]));
  const kept = after.items.filter(({ id }) => old.has(id));
  const moved = movedItems(before, after);
  const pair = (item: CallPlanItem): CallPlanItem => old.get(item.id)!;
  const texts = (['diaryNumber', 'account', 'proposal'] as const).flatMap((part) =>
    kind === 'call' ? [] : kept.flatMap((item) => textChange(pair(item), item, part)),
  );
  const place = new Map(after.items.map(({ id }, index) => [id, index]));
  return [
    ...(sameTime(before, after)
      ? []
      : [{ kind: 'time' as const, before: timeOf(before), after: timeOf(after) }]),
    ...(['place', 'remoteLink'] as const).flatMap((key): CallChange[] =>
      before[key] === after[key] ? [] : [{ kind: key, before: before[key], after: after[key] }],
    ),
    ...before.items.flatMap(({ id, section, title }): CallChange[] =>
      now.has(id) ? [] : [{ kind: 'removed', itemId: id, section, title }],
    ),
    ...after.items.flatMap(({ id, section, title }): CallChange[] =>
      old.has(id) ? [] : [{ kind: 'added', itemId: id, section, title }],
    ),
    ...kept.flatMap((item): CallChange[] =>
      moved.has(item.id)
        ? [
            {
              kind: 'moved',
              itemId: item.id,
              title: item.title,
              from: pair(item).section,
              to: item.section,
            },
          ]
        : [],
    ),
    ...kept.flatMap((item): CallChange[] => {
      const { title } = pair(item);
      return title === item.title
        ? []
        : [
            {
              kind: 'renamed',
              itemId: item.id,
              section: item.section,
              before: title,
              after: item.title,
              words: wordDifference(title, item.title),
            },
          ];
    }),
    ...texts.sort((a, b) => (place.get(a.itemId) ?? 0) - (place.get(b.itemId) ?? 0)),
    ...attachmentChanges(before, after),
  ];
}

/** An item that was taken away and put back under its title is the same item. */
function withKnownItems(before: CallPlan, after: CallPlan): CallPlan {
  const ids = new Set(after.items.map(({ id }) => id));
  const gone = before.items.filter(({ id }) => !ids.has(id));
  const known = new Set(before.items.map(({ id }) => id));
  return {
    ...after,
    items: after.items.map((item) => {
      if (known.has(item.id)) return item;
      const at = gone.findIndex(({ title }) => title === item.title);
      const [same] = at < 0 ? [] : gone.splice(at, 1);
      return same === undefined ? item : { ...item, id: same.id };
    }),
  };
}

type TextChange = Extract<CallChange, { kind: 'diaryNumber' | 'account' | 'proposal' }>;

function textChange(
  before: CallPlanItem,
  after: CallPlanItem,
  part: 'diaryNumber' | 'account' | 'proposal',
): TextChange[] {
  if (before[part] === after[part]) return [];
  const { id: itemId, section, title } = after;
  return part === 'diaryNumber'
    ? [{ kind: part, itemId, section, title, before: before.diaryNumber, after: after.diaryNumber }]
    : [{ kind: part, itemId, section, title, words: wordDifference(before[part], after[part]) }];
}

/** The fewest items that must have been moved: those outside the longest run that kept its order. */
function movedItems(before: CallPlan, after: CallPlan): Set<string> {
  const position = new Map(before.items.map(({ id }, index) => [id, index]));
  const kept = after.items.flatMap(({ id }) => {
    const at = position.get(id);
    return at === undefined ? [] : [{ id, at }];
  });
  // Longest increasing subsequence; agendas are short, so the plain way does.
  const length: number[] = [];
  const previous: number[] = [];
  for (const [index, { at }] of kept.entries()) {
    length[index] = 1;
    previous[index] = -1;
    for (let earlier = 0; earlier < index; earlier++)
      if (kept[earlier]!.at < at && length[earlier]! + 1 > length[index]!) {
        length[index] = length[earlier]! + 1;
        previous[index] = earlier;
      }
  }
  const moved = new Set(kept.map(({ id }) => id));
  for (let at = length.indexOf(Math.max(...length)); at >= 0; at = previous[at]!) moved.delete(kept[at]!.id);
  return moved;
}

function attachmentChanges(before: CallPlan, after: CallPlan): CallChange[] {
  const old = new Map(before.attachments.map((one) => [one.id, one]));
  const now = new Set(after.attachments.map(({ id }) => id));
  const change = (
    kind: 'attachmentAdded' | 'attachmentRemoved' | 'attachmentChanged',
    { number, title }: CallPlan['attachments'][number],
  ): CallChange => ({ kind, number, title });
  return [
    ...before.attachments.filter(({ id }) => !now.has(id)).map((one) => change('attachmentRemoved', one)),
    ...after.attachments.flatMap((one) => {
      const earlier = old.get(one.id);
      if (earlier === undefined) return [change('attachmentAdded', one)];
      const isSame =
        earlier.number === one.number && earlier.title === one.title && earlier.sha256 === one.sha256;
      return isSame ? [] : [change('attachmentChanged', one)];
    }),
  ];
}

/** A call or a cancellation that went out, in the order of going out. */
export interface CallEvent {
  kind: 'call' | 'cancellation';
  plan: CallPlan;
}

/** Whether the last word was that the meeting is cancelled; a call issued after that takes it back. Oldest first. */
export function isCancelled(issued: readonly { kind: IssuedKind }[]): boolean {
  return issued.findLast(({ kind }) => kind !== 'agenda')?.kind === 'cancellation';
}

/**
 * SEQUENCE of the calendar entry (RFC 5545, 3.8.7.4): 0 for the first call; grows with each issued change of day, clock,
 * place or link, with a cancellation, and with the call that takes a cancellation back. Never falls.
 */
export function invitationSequence(events: readonly CallEvent[]): number {
  let sequence = 0;
  let last: CallEvent | null = null;
  for (const event of events) {
    if (
      last !== null &&
      (event.kind === 'cancellation' ||
        last.kind === 'cancellation' ||
        !isSameAppointment(last.plan, event.plan))
    )
      sequence += 1;
    last = event;
  }
  return sequence;
}

/** When the call for the meeting's present day went out. */
export interface Sending {
  /** The day from which the notice period is counted; null: none has gone out for this day. */
  sentOn: string | null;
  /** The first call's day of sending, where it was for another day. */
  otherDaySentOn: string | null;
}

/**
 * The notice period of a meeting that was moved is counted from the call that told the new day; a call for another day
 * is none. What was recorded by hand (a call sent by post) counts as long as no issued call says otherwise.
 * @param issued calls that were issued, oldest first
 * @param recordedOn the day of sending in the meeting's details
 */
export function callSending(
  issued: readonly { heldOn: string; issuedOn: string }[],
  heldOn: string,
  recordedOn: string | null,
): Sending {
  const newest = issued.at(-1);
  if (newest === undefined || (recordedOn !== null && recordedOn > newest.issuedOn))
    return { sentOn: recordedOn, otherDaySentOn: null };
  let first = issued.length;
  while (first > 0 && issued[first - 1]!.heldOn === heldOn) first -= 1;
  const began = recordedOn ?? issued[0]!.issuedOn;
  if (first === 0) return { sentOn: began, otherDaySentOn: null };
  return { sentOn: issued[first]?.issuedOn ?? null, otherDaySentOn: began };
}

/** Changes of an agenda that the board must be told in time: what it is to decide has become another. */
const SUBSTANTIVE: readonly CallChange['kind'][] = ['added', 'renamed', 'proposal'];

/** When the agenda went out as it stands. */
export interface AgendaSending {
  /** The day from which its days are counted; null: it has not gone out. */
  sentOn: string | null;
  /** The day of the first agenda, where a later one was supplemented (täydennetty). */
  firstSentOn: string | null;
}

/**
 * The days of an agenda are counted from the newest version that changed what is to be decided: an item that was added,
 * another heading, another proposal. An item that was taken away, a new order, mended accounts and attachments leave the
 * day as it was: nobody is met by a matter for which there was no time to prepare. Place and time are the call's.
 * @param issued agendas that were issued, oldest first
 * @param recordedOn the day of sending in the meeting's details
 */
export function agendaSending(
  issued: readonly { issuedOn: string; plan: CallPlan }[],
  recordedOn: string | null,
): AgendaSending {
  const newest = issued.at(-1);
  if (newest === undefined || (recordedOn !== null && recordedOn > newest.issuedOn))
    return { sentOn: recordedOn, firstSentOn: null };
  const first = recordedOn ?? issued[0]!.issuedOn;
  const supplement = issued.findLast(
    ({ plan }, index) =>
      index > 0 &&
      callChanges(issued[index - 1]!.plan, plan, 'agenda').some(({ kind }) => SUBSTANTIVE.includes(kind)),
  );
  return supplement === undefined || supplement.issuedOn === first
    ? { sentOn: first, firstSentOn: null }
    : { sentOn: supplement.issuedOn, firstSentOn: first };
}

const text = (most: number) => v.optional(v.pipe(v.string(), v.trim(), v.maxLength(most, 'too_long')), '');

export const issueSchema = v.object({
  meetingId: idSchema,
  kinds: v.pipe(v.array(v.picklist(['call', 'agenda'])), v.minLength(1, 'required')),
  /** What the secretary wants to say of this version, printed on it. */
  note: text(1_000),
});

export const invitationSchema = v.object({
  meetingId: idSchema,
  plannedEnd: v.nullish(localTimeSchema, null),
  remoteLink: v.pipe(
    text(1_000),
    v.check((link) => link === '' || /^https:\/\/[^\s<>"]+$/i.test(link), 'link_form'),
  ),
  greeting: text(5_000),
});

export const replySchema = v.object({
  meetingId: idSchema,
  personId: idSchema,
  /** null takes the answer back. */
  reply: v.nullable(v.picklist(REPLY_KINDS)),
  repliedOn: isoDateSchema,
  channel: v.optional(v.picklist(REPLY_CHANNELS), 'email'),
  note: text(500),
});

export const cancellationSchema = v.object({
  meetingId: idSchema,
  reason: v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(1_000, 'too_long')),
});
