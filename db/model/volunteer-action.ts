/**
 * Volunteer actions across organisation borders (vapaaehtoistoiminta yli järjestörajojen): who does what together, where
 * it stands, and what has come of it. Volunteers and participants are counts, never persons.
 */
import * as v from 'valibot';
import { isoDateSchema } from './dates.ts';
import { AppError } from './errors.ts';
import { idSchema } from './identity.ts';
import { PARTICIPATION_TYPES } from './participation.ts';
import { LIFE_COURSES } from './register-card.ts';
import type { OrganisationState } from './organisation.ts';

/** idea, suunnittelu, kokeilu, käynnissä, juurrutettu, päättynyt */
export const ACTION_STAGES = ['idea', 'planning', 'pilot', 'running', 'embedded', 'ended'] as const;
export type ActionStage = (typeof ACTION_STAGES)[number];

/** How many volunteers, where they have not been counted one by one. */
export const VOLUNTEER_BANDS = ['0', '1-9', '10-29', '30-99', '100+'] as const;
export type VolunteerBand = (typeof VOLUNTEER_BANDS)[number];

/** Varsinainen kohderyhmä, välillinen kohderyhmä, sidosryhmä. */
export const TARGET_KINDS = ['direct', 'indirect', 'stakeholder'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** An action crosses borders when organisations of so many fields are in it. */
export const LEAST_FIELDS = 2;

const name = v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(300, 'too_long'));
const words = v.optional(v.pipe(v.string(), v.maxLength(10_000, 'too_long')), '');
/** People: whole and never negative. */
export const countSchema = v.nullish(
  v.pipe(
    v.number(),
    v.integer('whole_number'),
    v.minValue(0, 'negative'),
    v.maxValue(10_000_000, 'number_too_large'),
  ),
  null,
);
/** Hours: never negative; halves and quarters are allowed. */
export const hoursSchema = v.nullish(
  v.pipe(v.number(), v.finite(), v.minValue(0, 'negative'), v.maxValue(10_000_000, 'number_too_large')),
  null,
);
const municipality = v.pipe(v.string(), v.regex(/^\d{3}$/, 'municipality_form'));
const period = <Output extends { startsOn: string | null; endsOn: string | null }>() =>
  v.check<Output, string>(
    ({ startsOn, endsOn }) => startsOn === null || endsOn === null || endsOn >= startsOn,
    'ends_before_start',
  );

export const actionInputSchema = v.pipe(
  v.object({
    name,
    description: words,
    themeId: v.nullish(idSchema, null),
    leadOrganisationId: v.nullish(idSchema, null),
    partnerIds: v.optional(v.pipe(v.array(idSchema), v.maxLength(200)), []),
    fieldIds: v.optional(v.pipe(v.array(idSchema), v.maxLength(50)), []),
    municipalities: v.optional(v.pipe(v.array(municipality), v.maxLength(400)), []),
    lifeCourses: v.optional(v.array(v.picklist(LIFE_COURSES)), []),
    participation: v.optional(v.array(v.picklist(PARTICIPATION_TYPES)), []),
    volunteerBand: v.nullish(v.picklist(VOLUNTEER_BANDS), null),
    volunteerCount: countSchema,
    hours: hoursSchema,
    startsOn: v.nullish(isoDateSchema, null),
    endsOn: v.nullish(isoDateSchema, null),
    targets: v.optional(
      v.pipe(v.array(v.object({ kind: v.picklist(TARGET_KINDS), name })), v.maxLength(50)),
      [],
    ),
  }),
  v.forward(period(), ['endsOn']),
  v.forward(
    v.check(
      ({ volunteerBand, volunteerCount }) =>
        volunteerBand === null || volunteerCount === null || bandOf(volunteerCount) === volunteerBand,
      'band_differs',
    ),
    ['volunteerCount'],
  ),
);
export type ActionValues = v.InferOutput<typeof actionInputSchema>;

export const stageChangeSchema = v.object({
  stage: v.picklist(ACTION_STAGES),
  changedOn: isoDateSchema,
  ground: v.pipe(v.string(), v.trim(), v.minLength(1, 'ground_missing'), v.maxLength(1_000, 'too_long')),
  itemId: v.nullish(idSchema, null),
});
export type StageChange = v.InferOutput<typeof stageChangeSchema>;

export const actionEventSchema = v.object({
  heldOn: isoDateSchema,
  title: name,
  municipality: v.nullish(municipality, null),
  participants: countSchema,
  volunteers: countSchema,
  hours: hoursSchema,
  note: words,
});
export type ActionEventValues = v.InferOutput<typeof actionEventSchema>;

export const actionPhaseSchema = v.pipe(
  v.object({
    startsOn: isoDateSchema,
    endsOn: v.nullish(isoDateSchema, null),
    area: name,
    goal: words,
  }),
  v.forward(period(), ['endsOn']),
);
export type ActionPhaseValues = v.InferOutput<typeof actionPhaseSchema>;

export const actionNoteSchema = v.object({
  notedOn: isoDateSchema,
  text: v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(10_000, 'too_long')),
});
export type ActionNoteValues = v.InferOutput<typeof actionNoteSchema>;

/** The band of a count. */
export function bandOf(count: number): VolunteerBand {
  if (count === 0) return '0';
  if (count < 10) return '1-9';
  if (count < 30) return '10-29';
  return count < 100 ? '30-99' : '100+';
}

export interface StageRow {
  id: string;
  stage: ActionStage;
  changedOn: string;
}

/** Changes of stage from the first to the latest; of one day in the order in which they were noted. */
export function inOrder<Row extends StageRow>(changes: readonly Row[]): Row[] {
  const key = (row: Row): string => `${row.changedOn} ${row.id}`;
  return changes.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** The stage that an action is in: that of its latest change; an idea before there is one. */
export function currentStage(changes: readonly StageRow[]): ActionStage {
  return inOrder(changes).at(-1)?.stage ?? 'idea';
}

/**
 * Whether a change of stage may be noted: it has a day that is not in the future and not before the latest change, a
 * ground, and really changes the stage. What has ended may begin anew; that, too, wants its ground.
 * @param today ISO date
 * @throws AppError STAGE_SAME, STAGE_BEFORE_LATEST, STAGE_IN_FUTURE, INVALID_INPUT
 */
export function checkStageChange(
  changes: readonly StageRow[],
  change: Pick<StageChange, 'stage' | 'changedOn' | 'ground'>,
  today: string,
): void {
  if (change.ground.trim() === '') throw new AppError('INVALID_INPUT', {}, { ground: 'ground_missing' });
  const latest = inOrder(changes).at(-1);
  if (latest?.stage === change.stage) throw new AppError('STAGE_SAME', {}, { stage: 'stage_same' });
  if (latest && change.changedOn < latest.changedOn)
    throw new AppError(
      'STAGE_BEFORE_LATEST',
      { date: latest.changedOn },
      { changedOn: 'stage_before_latest' },
    );
  if (change.changedOn > today) throw new AppError('STAGE_IN_FUTURE', {}, { changedOn: 'date_in_future' });
}

/** What an action lacks or what is wrong with it; told on its card, never a reason not to save it. */
export type ActionFlag =
  | { code: 'few_fields'; count: number }
  | { code: 'no_lead' }
  | { code: 'no_partner' }
  | { code: 'dissolved'; organisation: string; endedOn: string | null }
  | { code: 'past_end'; endsOn: string }
  | { code: 'no_target' };

/**
 * @param today ISO date
 * @param action organisations: the lead first, then partners
 */
export function actionFlags(
  action: {
    stage: ActionStage;
    fieldCount: number;
    lead: { name: string; state: OrganisationState; endedOn: string | null } | null;
    partners: readonly { name: string; state: OrganisationState; endedOn: string | null }[];
    endsOn: string | null;
    directTargets: number;
  },
  today: string,
): ActionFlag[] {
  const flags: ActionFlag[] = [];
  if (action.fieldCount < LEAST_FIELDS) flags.push({ code: 'few_fields', count: action.fieldCount });
  if (action.lead === null) flags.push({ code: 'no_lead' });
  if (action.partners.length === 0) flags.push({ code: 'no_partner' });
  if (action.stage === 'ended') return flags;
  for (const organisation of [action.lead ?? [], ...action.partners].flat())
    if (organisation.state === 'dissolved' || (organisation.endedOn !== null && organisation.endedOn < today))
      flags.push({ code: 'dissolved', organisation: organisation.name, endedOn: organisation.endedOn });
  if (action.endsOn !== null && action.endsOn < today && action.stage !== 'embedded')
    flags.push({ code: 'past_end', endsOn: action.endsOn });
  if (action.directTargets === 0) flags.push({ code: 'no_target' });
  return flags;
}

export interface EventCounts {
  heldOn: string;
  participants: number | null;
  volunteers: number | null;
  hours: number | null;
}

/** Sums over events; what nobody counted is no zero: `uncounted` says at how many. */
export function eventTotals(events: readonly EventCounts[]): {
  events: number;
  participants: number;
  volunteers: number;
  hours: number;
  uncounted: number;
} {
  const sum = (key: 'participants' | 'volunteers' | 'hours'): number =>
    events.reduce((all, event) => all + (event[key] ?? 0), 0);
  return {
    events: events.length,
    participants: sum('participants'),
    volunteers: sum('volunteers'),
    hours: sum('hours'),
    uncounted: events.filter(({ participants }) => participants === null).length,
  };
}

export {
  name as workNameSchema,
  words as workTextSchema,
  municipality as municipalityCodeSchema,
  period as daysInOrder,
};
