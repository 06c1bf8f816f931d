/**
 * Good practices (hyvät käytännöt): "kerätään, jalostetaan ja tarjotaan"; whether a municipality takes one into use is the
 * municipality's own decision. A change of stage has a day and a ground, and history stays.
 */
import * as v from 'valibot';
import { isoDateSchema } from './dates.ts';
import { AppError } from './errors.ts';
import { idSchema } from './identity.ts';
import type { OrganisationState } from './organisation.ts';
import { countSchema } from './volunteer-action.ts';

/** kerätty, jalostettu, tarjottu, hylätty: of the practice itself */
export const OWN_STAGES = ['collected', 'refined', 'offered', 'declined'] as const;
/** tarjottu, kunnan päätös, käyttöön otettu, juurrutettu, hylätty: in one municipality */
export const MUNICIPAL_STAGES = ['offered', 'decided', 'in_use', 'embedded', 'declined'] as const;
export const PRACTICE_STAGES = [
  'collected',
  'refined',
  'offered',
  'decided',
  'in_use',
  'embedded',
  'declined',
] as const;
export type PracticeStage = (typeof PRACTICE_STAGES)[number];
export type MunicipalStage = (typeof MUNICIPAL_STAGES)[number];

const words = v.optional(v.pipe(v.string(), v.maxLength(10_000, 'too_long')), '');
const line = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(1_000, 'too_long')), '');
const name = v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(300, 'too_long'));
export const municipalityCodeSchema = v.pipe(v.string(), v.regex(/^\d{3}$/, 'municipality_form'));

export const practiceInputSchema = v.object({
  name,
  description: words,
  /** Where it was found: Innokylä, THL, a project. */
  source: line,
  ownerOrganisationId: v.nullish(idSchema, null),
  /** An owner that is not in the register. */
  ownerName: line,
  contactPersonId: v.nullish(idSchema, null),
  themeId: v.nullish(idSchema, null),
  organisationIds: v.optional(v.pipe(v.array(idSchema), v.maxLength(200)), []),
});
export type PracticeValues = v.InferOutput<typeof practiceInputSchema>;

export const practiceStageSchema = v.object({
  stage: v.picklist(PRACTICE_STAGES),
  changedOn: isoDateSchema,
  ground: v.pipe(v.string(), v.trim(), v.minLength(1, 'ground_missing'), v.maxLength(1_000, 'too_long')),
  /** "Lieksan kunnanhallitus 12.1.2026 § 8" */
  decidedBy: line,
  /** Why it goes back; required then. */
  reason: line,
  itemId: v.nullish(idSchema, null),
});
export type PracticeStageChange = v.InferOutput<typeof practiceStageSchema>;

export const practiceTrainingSchema = v.object({
  heldOn: isoDateSchema,
  title: name,
  municipality: v.nullish(municipalityCodeSchema, null),
  participants: countSchema,
  note: words,
});
export type PracticeTrainingValues = v.InferOutput<typeof practiceTrainingSchema>;

export interface PracticeStageRow {
  id: string;
  stage: PracticeStage;
  changedOn: string;
  decidedBy: string;
  itemId: string | null;
}

/** From the first to the latest; of one day in the order in which they were noted. */
export function stagesInOrder<Row extends { id: string; changedOn: string }>(rows: readonly Row[]): Row[] {
  const key = (row: Row): string => `${row.changedOn} ${row.id}`;
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** The change that holds on a day, or null before the first. Rows of one municipality, or of the practice itself. */
export function stageOn<Row extends { id: string; changedOn: string }>(
  rows: readonly Row[],
  day: string,
): Row | null {
  return stagesInOrder(rows).findLast((row) => row.changedOn <= day) ?? null;
}

/** How far a stage is; declining is no step of the way. */
const RANK: Record<PracticeStage, number> = {
  collected: 0,
  refined: 1,
  offered: 2,
  decided: 3,
  in_use: 4,
  embedded: 5,
  declined: -1,
};

/**
 * Whether a change goes back (taaksepäin): to an earlier stage, out of use, or away from having been declined. To decline
 * what was only offered is not going back.
 */
export function goesBack(from: PracticeStage | null, to: PracticeStage): boolean {
  if (from === null || from === to) return false;
  if (to === 'declined') return RANK[from] > RANK.offered;
  return from === 'declined' || RANK[to] < RANK[from];
}

export interface PracticeStageFacts {
  /** Of the practice itself or of one municipality. */
  isMunicipal: boolean;
  /** Earlier changes of the same. */
  rows: readonly PracticeStageRow[];
  /** Since when the practice itself has been offered, on the day of the change; null: it is not. */
  offeredOn: string | null;
}

/**
 * Whether a change of stage may be noted. It has a ground, comes after the latest, really changes something; going back
 * wants its reason. In a municipality the practice must have been offered, and what follows the offer rests on the
 * municipality's own decision: the body or the §.
 * @param today ISO date after which nothing may be noted; null: what a decision of the board dates may lie ahead
 * @throws AppError INVALID_INPUT, PRACTICE_STAGE_SAME, PRACTICE_STAGE_BEFORE_LATEST, STAGE_IN_FUTURE, PRACTICE_STAGE_BACK,
 *   PRACTICE_NOT_OFFERED, PRACTICE_DECISION_MISSING
 */
export function checkPracticeStage(
  facts: PracticeStageFacts,
  change: Omit<PracticeStageChange, 'itemId'> & { itemId: string | null },
  today: string | null,
): void {
  const known: readonly PracticeStage[] = facts.isMunicipal ? MUNICIPAL_STAGES : OWN_STAGES;
  if (!known.includes(change.stage)) throw new AppError('INVALID_INPUT', {}, { stage: 'stage_not_here' });
  if (change.ground.trim() === '') throw new AppError('INVALID_INPUT', {}, { ground: 'ground_missing' });
  const latest = stagesInOrder(facts.rows).at(-1);
  if (latest?.stage === change.stage) throw new AppError('PRACTICE_STAGE_SAME', {}, { stage: 'stage_same' });
  if (latest && change.changedOn < latest.changedOn)
    throw new AppError(
      'PRACTICE_STAGE_BEFORE_LATEST',
      { date: latest.changedOn },
      { changedOn: 'stage_before_latest' },
    );
  if (today !== null && change.changedOn > today)
    throw new AppError('STAGE_IN_FUTURE', {}, { changedOn: 'date_in_future' });
  if (goesBack(latest?.stage ?? null, change.stage) && change.reason.trim() === '')
    throw new AppError('PRACTICE_STAGE_BACK', {}, { reason: 'reason_missing' });
  if (!facts.isMunicipal) return;
  if (facts.offeredOn === null || facts.offeredOn > change.changedOn)
    throw new AppError('PRACTICE_NOT_OFFERED', {}, { changedOn: 'practice_not_offered' });
  if (change.stage === 'offered') return;
  const isDecided = [...facts.rows, change].some(
    (row) => row.stage !== 'offered' && (row.decidedBy.trim() !== '' || row.itemId !== null),
  );
  if (!isDecided) throw new AppError('PRACTICE_DECISION_MISSING', {}, { decidedBy: 'decision_missing' });
}

/** One municipality's stages of one practice. */
export interface MunicipalHistory {
  code: string;
  rows: readonly { id: string; stage: PracticeStage; changedOn: string }[];
}

export type StageCounts = Record<MunicipalStage, number>;

/** How many municipalities are in each stage on a day. */
export function stageCounts(histories: readonly MunicipalHistory[], day: string): StageCounts {
  const counts: StageCounts = { offered: 0, decided: 0, in_use: 0, embedded: 0, declined: 0 };
  for (const { rows } of histories) {
    const stage = stageOn(rows, day)?.stage;
    if (stage !== undefined && stage in counts) counts[stage as MunicipalStage] += 1;
  }
  return counts;
}

/**
 * The spread over time (leviäminen): counts at the end of each year from the first change on, and today.
 * @param today ISO date, the last point
 */
export function spreadOverTime(
  histories: readonly MunicipalHistory[],
  today: string,
): { day: string; counts: StageCounts }[] {
  const days = histories
    .flatMap(({ rows }) => rows.map(({ changedOn }) => changedOn))
    .filter((day) => day <= today);
  if (days.length === 0) return [];
  const first = Number(days.toSorted()[0]?.slice(0, 4));
  const last = Number(today.slice(0, 4));
  const ends = Array.from({ length: Math.max(0, last - first) }, (_, index) => `${first + index}-12-31`);
  return [...ends, today].map((day) => ({ day, counts: stageCounts(histories, day) }));
}

/** What a practice lacks, or what stands still; told on its card, never a reason not to save it. */
export type PracticeFlag =
  | { code: 'no_owner' }
  | { code: 'dissolved'; organisation: string; endedOn: string | null }
  /** Offered to a municipality so long ago without an answer. */
  | { code: 'unanswered'; municipalities: string[] }
  /** In use somewhere with neither a training nor a contact person there. */
  | { code: 'unsupported'; municipalities: string[] };

/** An offer that has waited so many days for an answer is told. */
export const ANSWER_DAYS = 180;

/**
 * @param today ISO date
 * @param practice organisations: the owner and partners; municipalities: as they are today
 */
export function practiceFlags(
  practice: {
    hasOwner: boolean;
    organisations: readonly { name: string; state: OrganisationState; endedOn: string | null }[];
    municipalities: readonly {
      name: string;
      stage: PracticeStage;
      since: string;
      trainings: number;
      contacts: number;
    }[];
  },
  today: string,
  answerBefore: string,
): PracticeFlag[] {
  const flags: PracticeFlag[] = [];
  if (!practice.hasOwner) flags.push({ code: 'no_owner' });
  for (const one of practice.organisations)
    if (one.state === 'dissolved' || (one.endedOn !== null && one.endedOn < today))
      flags.push({ code: 'dissolved', organisation: one.name, endedOn: one.endedOn });
  const unanswered = practice.municipalities.filter(
    ({ stage, since }) => stage === 'offered' && since < answerBefore,
  );
  if (unanswered.length > 0)
    flags.push({ code: 'unanswered', municipalities: unanswered.map((one) => one.name) });
  const unsupported = practice.municipalities.filter(
    ({ stage, trainings, contacts }) => stage === 'in_use' && trainings === 0 && contacts === 0,
  );
  if (unsupported.length > 0)
    flags.push({ code: 'unsupported', municipalities: unsupported.map((one) => one.name) });
  return flags;
}
