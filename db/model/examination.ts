/**
 * Examination of the minutes (pöytäkirjan tarkastus): who examines, what is missing, which way applies. A round
 * (tarkastuskierros) gives the examiners one text to read; it ends with their approval or with the text going back
 * to be corrected. Source: domain brief section 2, "Decision exists only after examination".
 */
import * as v from 'valibot';
import { isoDateSchema } from './dates.ts';
import { AppError } from './errors.ts';
import { idSchema } from './identity.ts';
import type { Requirement } from './meeting-state.ts';
import type { PersonLabel } from './meeting-view.ts';
import type { MinutesCorrection } from './minutes-document.ts';
import type { RuleProfile } from './rules.ts';

export const EXAMINATION_WAYS = [
  /** Elected examiners (pöytäkirjantarkastajat) approve, each of them. */
  'examiners',
  /** The next meeting approves (seuraava kokous). */
  'next_meeting',
  /** Every § was examined at the meeting itself (heti kokouksessa). */
  'on_the_spot',
  /** The chair confirms (puheenjohtaja vahvistaa): the custom of boards that keep a memo (muistio). */
  'chair',
] as const;
export type ExaminationWay = (typeof EXAMINATION_WAYS)[number];

export interface ExaminationFacts {
  rules: Pick<RuleProfile, 'examiners' | 'profile'>;
  /** ISO date of the meeting. */
  heldOn: string;
  examinerIds: readonly string[];
  chairId: string | null;
  itemIds: readonly string[];
  /** Items examined at once in the meeting. */
  itemsOnTheSpot: readonly string[];
  /** Who took part in the meeting. */
  attendedIds: readonly string[];
  /** The open round. */
  round: {
    way: ExaminationWay;
    openedOn: string;
    approvals: readonly { personId: string; approvedOn: string }[];
  } | null;
  /** Remarks of any round that wait for an answer. */
  unresolvedRemarks: number;
}

/**
 * The ways that can be taken, the one that the rules mean first. The next meeting can always examine: it does so too
 * when the examiners do not approve (Kuntaliitto).
 */
export function openWays(facts: ExaminationFacts): ExaminationWay[] {
  const { rules, examinerIds, chairId, itemIds, itemsOnTheSpot } = facts;
  const onTheSpot = itemIds.length > 0 && itemIds.every((id) => itemsOnTheSpot.includes(id));
  const elected: ExaminationWay[] = examinerIds.length > 0 ? ['examiners'] : [];
  const chair: ExaminationWay[] = rules.profile === 'memo' && chairId !== null ? ['chair'] : [];
  const ways: ExaminationWay[] =
    rules.profile === 'memo' || rules.examiners === 0
      ? [...chair, 'next_meeting', ...elected]
      : [...elected, 'next_meeting', ...chair];
  return onTheSpot ? ['on_the_spot', ...ways] : ways;
}

/** Who has to approve a round of that way; nobody when a meeting does. */
export function approverIds(facts: ExaminationFacts, way: ExaminationWay): readonly string[] {
  if (way === 'examiners') return facts.examinerIds;
  return way === 'chair' && facts.chairId !== null ? [facts.chairId] : [];
}

/** The approvers of the open round who have not approved. */
export function missingApproverIds(facts: ExaminationFacts): string[] {
  if (facts.round === null) return [];
  const approved = new Set(facts.round.approvals.map((approval) => approval.personId));
  return approverIds(facts, facts.round.way).filter((id) => !approved.has(id));
}

/** Whether somebody's remark belongs to the minutes: an examiner's, or that of one who was there. */
export function mayRemark(facts: ExaminationFacts, personId: string): boolean {
  return (
    facts.examinerIds.includes(personId) || facts.chairId === personId || facts.attendedIds.includes(personId)
  );
}

/**
 * Checks an approval. Throws `NO_OPEN_ROUND`, `NOT_AN_EXAMINER`, `APPROVED_BEFORE_ROUND`.
 * @param approvedOn ISO date
 */
export function assertMayApprove(facts: ExaminationFacts, personId: string, approvedOn: string): void {
  if (facts.round === null) throw new AppError('NO_OPEN_ROUND');
  if (!approverIds(facts, facts.round.way).includes(personId)) throw new AppError('NOT_AN_EXAMINER');
  if (approvedOn < facts.round.openedOn)
    throw new AppError('APPROVED_BEFORE_ROUND', {}, { approvedOn: 'before_round' });
}

/** The meeting that approved the minutes of another. */
export interface ApprovingMeeting {
  heldOn: string;
  /** "4/2026 § 37" */
  reference: string;
}

/**
 * The requirements of `TRANSITIONS` that the examination meets.
 * @param way of the round that is open or about to be opened
 * @param approving the item of a later meeting that approved the minutes, or null
 */
export function examinationMet(
  facts: ExaminationFacts,
  way: ExaminationWay,
  approving: ApprovingMeeting | null,
): Set<Requirement> {
  const met = new Set<Requirement>();
  if (openWays(facts).includes(way)) met.add('way_open');
  if (facts.unresolvedRemarks === 0) met.add('remarks_resolved');
  const approved =
    way === 'next_meeting'
      ? approving !== null && approving.heldOn >= facts.heldOn
      : facts.round !== null && met.has('way_open') && missingApproverIds(facts).length === 0;
  if (approved) met.add('examiners_approved');
  return met;
}

/** The earliest day on which an open round can have ended: that of its opening or of the last approval. */
export function earliestExaminedOn(facts: ExaminationFacts): string {
  const days = [
    facts.heldOn,
    facts.round?.openedOn ?? facts.heldOn,
    ...(facts.round?.approvals.map((approval) => approval.approvedOn) ?? []),
  ];
  return days.toSorted().at(-1) ?? facts.heldOn;
}

const reason = v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(500, 'too_long'));
const words = v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(5_000, 'too_long'));

export const startExaminationSchema = v.object({
  meetingId: idSchema,
  /** Null: the way that the rules mean. */
  way: v.nullish(v.picklist(EXAMINATION_WAYS), null),
  openedOn: isoDateSchema,
});
export const remarkSchema = v.object({
  meetingId: idSchema,
  /** Null: about the minutes as a whole. */
  itemId: v.nullish(idSchema, null),
  personId: idSchema,
  text: words,
  notedOn: isoDateSchema,
});
export const resolveRemarkSchema = v.object({
  remarkId: idSchema,
  resolution: words,
  resolvedOn: isoDateSchema,
});
export const approvalSchema = v.object({
  meetingId: idSchema,
  personId: idSchema,
  approvedOn: isoDateSchema,
});
export const finishExaminationSchema = v.object({
  meetingId: idSchema,
  examinedOn: isoDateSchema,
  /** From which day they will be on display, if that is known already. */
  displayedFrom: v.nullish(isoDateSchema, null),
  /** The item of the later meeting that approved the minutes; needed when the next meeting examines. */
  decidedItemId: v.nullish(idSchema, null),
});
export const returnSchema = v.object({ meetingId: idSchema, reason, on: isoDateSchema });
export const publishSchema = v.object({ meetingId: idSchema, displayedFrom: isoDateSchema });
export const correctionSchema = v.object({
  meetingId: idSchema,
  /** Null: about the minutes as a whole. */
  itemId: v.nullish(idSchema, null),
  notedOn: isoDateSchema,
  text: words,
});

/** A round as the window shows it. */
export interface RoundView {
  id: string;
  number: number;
  way: ExaminationWay;
  openedOn: string;
  /** Why examined minutes were opened again; empty for an ordinary round. */
  openingReason: string;
  closedOn: string | null;
  outcome: 'approved' | 'returned' | null;
  /** Why the text went back to be corrected. */
  reason: string;
  /** "4/2026 § 37": where the next meeting approved. */
  decidedReference: string | null;
  approvals: { person: PersonLabel; approvedOn: string }[];
  remarks: RemarkView[];
  /** The frozen version that came of it. */
  version: number | null;
}

export interface RemarkView {
  id: string;
  itemId: string | null;
  section: number | null;
  person: PersonLabel;
  text: string;
  notedOn: string;
  resolution: string;
  resolvedOn: string | null;
}

/** The examination of one meeting's minutes, with what the rules say of it. */
export interface ExaminationView {
  /** The ways that can be taken, the one of the rules first. */
  ways: ExaminationWay[];
  rounds: RoundView[];
  /** Of the open round. */
  missingApprovals: PersonLabel[];
  approvers: PersonLabel[];
  /** Who may have made a remark: the examiners first, then all who were there. */
  remarkers: PersonLabel[];
  unresolvedRemarks: number;
  /** Items of later meetings whose decision may have approved these minutes. */
  approvingItems: { itemId: string; reference: string; title: string; heldOn: string }[];
  itemsOnTheSpot: { itemId: string; examinedAt: string | null }[];
  versions: { version: number; createdAt: string; createdBy: string; sha256: string }[];
  corrections: MinutesCorrection[];
  earliestExaminedOn: string;
}
