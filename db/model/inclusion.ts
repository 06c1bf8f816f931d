/**
 * Immigrant inclusion (maahanmuuttajien osallisuus): paths (polku), meeting events (kohtaamistapahtuma), trainings
 * (koulutus), shared materials (yhteinen aineisto) and support points (tukipiste). People are counts, never persons.
 */
import * as v from 'valibot';
import { isoDateSchema } from './dates.ts';
import { idSchema } from './identity.ts';
import type { OrganisationState } from './organisation.ts';
import {
  openingExceptionsSchema,
  weeklyHoursSchema,
  type OpeningException,
  type WeeklyHours,
} from './opening-hours.ts';
import type { PathFinding } from './inclusion-path.ts';
import { PARTICIPATION_TYPES } from './participation.ts';
import { SPOKEN_LANGUAGES } from './spoken-language.ts';
import {
  bandOf,
  countSchema,
  daysInOrder,
  hoursSchema,
  municipalityCodeSchema,
  VOLUNTEER_BANDS,
  workNameSchema,
  workTextSchema,
} from './volunteer-action.ts';

export const INCLUSION_KINDS = ['path', 'event', 'training', 'material', 'support_point'] as const;
export type InclusionKind = (typeof INCLUSION_KINDS)[number];

/** Lähiopetus, verkkokoulutus, molemmat. */
export const TRAINING_FORMS = ['onsite', 'online', 'hybrid'] as const;
export type TrainingForm = (typeof TRAINING_FORMS)[number];

/** Yleiskieltä, selkoluonnos, selkokieltä, selkotunnus myönnetty. */
export const PLAIN_STATES = ['standard', 'draft', 'plain', 'approved'] as const;
export type PlainState = (typeof PLAIN_STATES)[number];

/** Web addresses alone: what else could be opened is no material. */
const LINK = /^https?:\/\/[^\s/?#]+\.[^\s]+$/i;
const shortText = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500, 'too_long')), '');

export const inclusionInputSchema = v.pipe(
  v.object({
    kind: v.picklist(INCLUSION_KINDS),
    name: workNameSchema,
    description: workTextSchema,
    themeId: v.nullish(idSchema, null),
    hostOrganisationId: v.nullish(idSchema, null),
    organisationIds: v.optional(v.pipe(v.array(idSchema), v.maxLength(200)), []),
    municipalities: v.optional(v.pipe(v.array(municipalityCodeSchema), v.maxLength(400)), []),
    /** For the whole region, e.g. on the net. */
    isRegional: v.optional(v.boolean(), false),
    languages: v.optional(v.array(v.picklist(SPOKEN_LANGUAGES)), []),
    participation: v.optional(v.array(v.picklist(PARTICIPATION_TYPES)), []),
    actionIds: v.optional(v.pipe(v.array(idSchema), v.maxLength(100)), []),
    place: shortText,
    /** Of an event or a training the day; of others since when they are there. */
    startsOn: v.nullish(isoDateSchema, null),
    endsOn: v.nullish(isoDateSchema, null),
    participantBand: v.nullish(v.picklist(VOLUNTEER_BANDS), null),
    participantCount: countSchema,
    participantGoal: countSchema,
    hours: hoursSchema,
    topic: shortText,
    audience: shortText,
    trainingForm: v.nullish(v.picklist(TRAINING_FORMS), null),
    plainState: v.nullish(v.picklist(PLAIN_STATES), null),
    link: v.optional(
      v.pipe(
        v.string(),
        v.trim(),
        v.maxLength(2_000, 'too_long'),
        v.check((link) => link === '' || LINK.test(link), 'link_form'),
      ),
      '',
    ),
    contactRoleId: v.nullish(idSchema, null),
    weeklyHours: v.optional(weeklyHoursSchema, []),
    exceptions: v.optional(openingExceptionsSchema, []),
  }),
  v.forward(
    v.check(({ kind, startsOn }) => startsOn !== null || !isHeld(kind), 'required'),
    ['startsOn'],
  ),
  v.forward(daysInOrder(), ['endsOn']),
  v.forward(
    v.check(
      ({ participantBand, participantCount }) =>
        participantBand === null || participantCount === null || bandOf(participantCount) === participantBand,
      'band_differs',
    ),
    ['participantCount'],
  ),
);
export type InclusionValues = v.InferOutput<typeof inclusionInputSchema>;

/** Held on a day, where others are there for a time. */
export const isHeld = (kind: InclusionKind): boolean => kind === 'event' || kind === 'training';

/** The values that an entry of its kind has; what belongs to other kinds is emptied. */
export function ofKind(values: InclusionValues): InclusionValues {
  const { kind } = values;
  const isTraining = kind === 'training';
  const isPoint = kind === 'support_point';
  return {
    ...values,
    ...(isHeld(kind)
      ? {}
      : { participantBand: null, participantCount: null, participantGoal: null, hours: null }),
    ...(isTraining ? {} : { topic: '', audience: '', trainingForm: null }),
    ...(kind === 'material' ? {} : { plainState: null, link: '' }),
    ...(isPoint ? {} : { contactRoleId: null, weeklyHours: [], exceptions: [] }),
  };
}

/** What an entry lacks or what is wrong with it; told beside it, never a reason not to save it. */
export type InclusionFlag =
  | { code: 'no_place' }
  | { code: 'no_language' }
  | { code: 'no_organisation' }
  | { code: 'dissolved'; organisation: string; endedOn: string | null }
  | { code: 'no_steps' }
  | { code: 'no_periods' }
  | { code: 'path_counts'; findings: number }
  | { code: 'no_hours' }
  | { code: 'no_content' }
  | { code: 'no_plain_state' }
  | { code: 'not_counted' };

/** @param today ISO date */
export function inclusionFlags(
  entry: {
    kind: InclusionKind;
    municipalities: number;
    isRegional: boolean;
    languages: number;
    organisations: readonly { name: string; state: OrganisationState; endedOn: string | null }[];
    startsOn: string | null;
    endsOn: string | null;
    steps: number;
    periods: number;
    findings: readonly PathFinding[];
    weeklyHours: readonly WeeklyHours[];
    exceptions: readonly OpeningException[];
    files: number;
    link: string;
    plainState: PlainState | null;
    participantBand: string | null;
    participantCount: number | null;
  },
  today: string,
): InclusionFlag[] {
  const flags: InclusionFlag[] = [];
  if (entry.municipalities === 0 && !entry.isRegional) flags.push({ code: 'no_place' });
  if (entry.languages === 0) flags.push({ code: 'no_language' });
  if (entry.organisations.length === 0) flags.push({ code: 'no_organisation' });
  // What is over needs no new organiser.
  if (isInForce(entry, today) || (entry.startsOn ?? '') > today)
    for (const { name, state, endedOn } of entry.organisations)
      if (state === 'dissolved' || (endedOn !== null && endedOn < today))
        flags.push({ code: 'dissolved', organisation: name, endedOn });
  switch (entry.kind) {
    case 'path':
      if (entry.steps === 0) flags.push({ code: 'no_steps' });
      else if (entry.periods === 0) flags.push({ code: 'no_periods' });
      if (entry.findings.length > 0) flags.push({ code: 'path_counts', findings: entry.findings.length });
      break;
    case 'support_point':
      if (entry.weeklyHours.length === 0 && entry.exceptions.every(({ opensAt }) => opensAt === null))
        flags.push({ code: 'no_hours' });
      break;
    case 'material':
      if (entry.files === 0 && entry.link === '') flags.push({ code: 'no_content' });
      if (entry.plainState === null) flags.push({ code: 'no_plain_state' });
      break;
    case 'event':
    case 'training':
      if (
        (entry.endsOn ?? entry.startsOn ?? today) < today &&
        entry.participantBand === null &&
        entry.participantCount === null
      )
        flags.push({ code: 'not_counted' });
  }
  return flags;
}

/** Whether it is there on a day. What is held is there on its day or days alone. ISO dates. */
export function isInForce(
  entry: { kind: InclusionKind; startsOn: string | null; endsOn: string | null },
  date: string,
): boolean {
  return isThere(entry, { from: date, to: date });
}

/** Whether it is there on any day of a period, both ends included. ISO dates. */
export function isThere(
  entry: { kind: InclusionKind; startsOn: string | null; endsOn: string | null },
  period: { from: string; to: string },
): boolean {
  const end = isHeld(entry.kind) ? (entry.endsOn ?? entry.startsOn) : entry.endsOn;
  return (entry.startsOn === null || entry.startsOn <= period.to) && (end === null || end >= period.from);
}

/** A count of an entry and the day by which it was reached; null when nothing was counted. */
export interface InclusionFigure {
  entryId: string;
  code: string;
  name: string;
  /** ISO date. */
  on: string;
  count: number;
}

/**
 * What the entries of an indicator amount to in a year, so that it can be measured by them.
 * @returns null when nothing was counted in the year; `on` is the latest of the days
 */
export function figureOfYear(
  figures: readonly InclusionFigure[],
  year: string,
): { on: string; value: number; parts: InclusionFigure[] } | null {
  const parts = figures
    .filter(({ on }) => on.startsWith(`${year}-`))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.code < b.code ? -1 : 1));
  const last = parts.at(-1);
  return last ? { on: last.on, value: parts.reduce((sum, { count }) => sum + count, 0), parts } : null;
}
