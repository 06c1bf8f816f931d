/**
 * The communication plan (viestintäsuunnitelma): rows of what is told to whom, how, when and by whom. Whether a row is done
 * follows from the delivery that it waits for, or from the day that somebody noted.
 */
import * as v from 'valibot';
import { addDays, isoDateSchema } from './dates.ts';
import { DELIVERED_KINDS } from './delivery.ts';
import { idSchema } from './identity.ts';

/** sähköposti, uutiskirje, verkkosivut, some, paikallismedia, tapahtuma, kokous, kirje, juliste, muu */
export const PLAN_CHANNELS = [
  'email',
  'newsletter',
  'website',
  'social_media',
  'local_media',
  'event',
  'meeting',
  'letter',
  'poster',
  'other',
] as const;
export type PlanChannel = (typeof PLAN_CHANNELS)[number];

/** Sisäinen: the board and its organisations; ulkoinen: everybody else. */
export const REACHES = ['internal', 'external'] as const;
export type Reach = (typeof REACHES)[number];

const name = v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(300, 'too_long'));
const words = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(5_000, 'too_long')), '');

export const planEntrySchema = v.pipe(
  v.object({
    title: name,
    audience: name,
    reach: v.picklist(REACHES),
    channel: v.picklist(PLAN_CHANNELS),
    plannedOn: isoDateSchema,
    responsible: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(300, 'too_long')), ''),
    responsiblePersonId: v.nullish(idSchema, null),
    message: words,
    bulletinId: v.nullish(idSchema, null),
    meetingId: v.nullish(idSchema, null),
    /** The document of the meeting whose delivery does the row. */
    deliveredKind: v.nullish(v.picklist(DELIVERED_KINDS), null),
    actionId: v.nullish(idSchema, null),
  }),
  v.forward(
    v.check(({ deliveredKind, meetingId }) => deliveredKind === null || meetingId !== null, 'meeting_needed'),
    ['meetingId'],
  ),
);
export type PlanEntryValues = v.InferOutput<typeof planEntrySchema>;

/** Suunniteltu, ajankohtainen (two weeks ahead), myöhässä, tehty. */
export const PLAN_STATES = ['planned', 'due', 'late', 'done'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** Days ahead on which a row is told to be near. */
const DUE_DAYS = 14;

export interface PlanFacts {
  plannedOn: string;
  /** The day that somebody noted. */
  doneOn: string | null;
  /** The first day on which what the row waits for was delivered. */
  deliveredOn: string | null;
}

/** The day on which a row was done, the noted one first; null while it is not. */
export function doneDay({ doneOn, deliveredOn }: PlanFacts): string | null {
  return doneOn ?? deliveredOn;
}

/** @param today ISO date */
export function planState(facts: PlanFacts, today: string): PlanState {
  if (doneDay(facts) !== null) return 'done';
  if (facts.plannedOn < today) return 'late';
  return facts.plannedOn <= addDays(today, DUE_DAYS) ? 'due' : 'planned';
}

/** The rows of a year by month, the earliest first; months without a row are there too. */
export function byMonth<Row extends { plannedOn: string; title: string }>(
  rows: readonly Row[],
  year: number,
): { month: number; rows: Row[] }[] {
  const own = rows
    .filter(({ plannedOn }) => plannedOn.startsWith(`${String(year).padStart(4, '0')}-`))
    .toSorted((a, b) =>
      a.plannedOn === b.plannedOn ? (a.title < b.title ? -1 : 1) : a.plannedOn < b.plannedOn ? -1 : 1,
    );
  return Array.from({ length: 12 }, (_, index) => ({
    month: index + 1,
    rows: own.filter(({ plannedOn }) => Number(plannedOn.slice(5, 7)) === index + 1),
  }));
}
