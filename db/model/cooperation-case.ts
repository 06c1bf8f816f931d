/**
 * Cases of cooperation models (yhteistyömallien tapaukset) in groups, with what was found: what succeeded, what is critical,
 * what is to be developed, how it is organised, whether it can be transferred.
 */
import * as v from 'valibot';
import { isoDateSchema } from './dates.ts';

/** kulttuuri, liikuntaneuvonta, opiskeluhuolto, nuoriso ja Ohjaamo, hyvinvoinnin edistäminen, allianssimalli, muu */
export const CASE_GROUPS = [
  'culture',
  'exercise',
  'student_welfare',
  'youth',
  'wellbeing',
  'alliance',
  'other',
] as const;
export type CaseGroup = (typeof CASE_GROUPS)[number];
/** verkosto, sopimus, informaatio-ohjaus, allianssi */
export const ORGANISING = ['network', 'contract', 'information', 'alliance'] as const;
export type Organising = (typeof ORGANISING)[number];
/** missä onnistuttu, kriittiset tekijät, kehityskohteet */
export const FINDING_KINDS = ['succeeded', 'critical', 'to_develop'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];
/** kartoitus, tapaustutkimus, toimintavaihtoehtojen vertailu, arviointi ja raportointi */
export const CASE_PHASES = ['mapping', 'case_study', 'comparison', 'assessment'] as const;
export type CasePhase = (typeof CASE_PHASES)[number];

const name = v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(300, 'too_long'));
const line = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500, 'too_long')), '');
const words = v.optional(v.pipe(v.string(), v.maxLength(10_000, 'too_long')), '');

/** The first phase that begins before the one before it, or ends before it begins; null: all are in order. */
export function phaseProblem(
  phases: readonly { phase: CasePhase; startsOn: string; endsOn: string | null }[],
): CasePhase | null {
  const ordered = CASE_PHASES.flatMap((phase) => phases.find((one) => one.phase === phase) ?? []);
  const wrong = ordered.find(
    (one, index) =>
      (one.endsOn !== null && one.endsOn < one.startsOn) ||
      (index > 0 && one.startsOn < (ordered[index - 1]?.startsOn ?? '')),
  );
  return wrong?.phase ?? null;
}

export const caseInputSchema = v.pipe(
  v.object({
    name,
    group: v.picklist(CASE_GROUPS),
    region: line,
    description: words,
    organising: v.picklist(ORGANISING),
    transferability: words,
    future: words,
    source: line,
    findings: v.optional(
      v.pipe(
        v.array(
          v.object({
            kind: v.picklist(FINDING_KINDS),
            text: v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(1_000, 'too_long')),
          }),
        ),
        v.maxLength(100),
      ),
      [],
    ),
    phases: v.optional(
      v.pipe(
        v.array(
          v.object({
            phase: v.picklist(CASE_PHASES),
            startsOn: isoDateSchema,
            endsOn: v.nullish(isoDateSchema, null),
          }),
        ),
        v.maxLength(4),
        v.check((phases) => new Set(phases.map(({ phase }) => phase)).size === phases.length, 'phase_twice'),
      ),
      [],
    ),
  }),
  v.forward(
    v.check(({ phases }) => phaseProblem(phases) === null, 'phases_order'),
    ['phases'],
  ),
);
export type CaseValues = v.InferOutput<typeof caseInputSchema>;

/** The phase that the study is in on a day: the last that has begun; null before the first. */
export function casePhaseOn(
  phases: readonly { phase: CasePhase; startsOn: string }[],
  day: string,
): CasePhase | null {
  return (
    CASE_PHASES.findLast((phase) => phases.some((one) => one.phase === phase && one.startsOn <= day)) ?? null
  );
}
