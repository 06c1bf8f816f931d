/**
 * What hangs together in a board's work (mihin liittyy): decisions, themes, actions, practices, inclusion, agreements,
 * projects, cases, indicators, surveys, bulletins, organisations and municipalities, each reachable from each that it is tied
 * to. A tie is one row of the record, so that it is there from both of its ends.
 */
import * as v from 'valibot';
import type { CaseGroup } from './cooperation-case.ts';
import type { ForumStage } from './community-forum.ts';
import { idSchema } from './identity.ts';
import type { InclusionKind } from './inclusion.ts';
import type { LocalisedText } from './language.ts';
import type { PracticeStage } from './practice.ts';
import type { ProjectState } from './project.ts';
import type { ActionStage } from './volunteer-action.ts';
import type { SignatureState } from './agreement.ts';

/** In the order in which a card shows them. */
export const RELATED_KINDS = [
  'decision',
  'theme',
  'action',
  'practice',
  'inclusion',
  'agreement',
  'project',
  'forum',
  'case',
  'indicator',
  'survey',
  'bulletin',
  'plan',
  'organisation',
  'municipality',
] as const;
export type RelatedKind = (typeof RELATED_KINDS)[number];

/** An id, or the code of a municipality. */
export const relatedSubjectSchema = v.object({
  kind: v.picklist(RELATED_KINDS),
  id: v.union([idSchema, v.pipe(v.string(), v.regex(/^\d{3}$/))]),
});
export type RelatedSubject = v.InferOutput<typeof relatedSubjectSchema>;

/** What is told of one besides its name, in words of its kind. */
export type RelatedState =
  | { of: 'action'; stage: ActionStage }
  | { of: 'practice'; stage: PracticeStage }
  | { of: 'inclusion'; kind: InclusionKind }
  | { of: 'agreement'; signature: SignatureState }
  | { of: 'project'; state: ProjectState }
  | { of: 'forum'; stage: ForumStage }
  | { of: 'case'; group: CaseGroup };

export interface Related {
  kind: RelatedKind;
  /** An id, or the code of a municipality. */
  id: string;
  title: LocalisedText;
  /** "3/2026 § 27", "VT-1"; empty where there is none. */
  label: string;
  /** Of a practice and an agreement beside a municipality: how they stand there. */
  state: RelatedState | null;
  /** ISO days; of a decision and a plan row the first is its day. */
  from: string | null;
  to: string | null;
  /** The meeting of a decision. */
  placeId: string | null;
}

export interface RelatedGroup {
  kind: RelatedKind;
  /** All of them, also those that are not listed. */
  count: number;
  entries: Related[];
}

/** Entries of a kind that are listed at most. */
export const MOST_RELATED = 200;

/** Kinds that a case or a survey can be tied to by hand. */
export const TIED_KINDS = [
  'decision',
  'theme',
  'action',
  'practice',
  'inclusion',
  'project',
  'organisation',
  'municipality',
] as const satisfies readonly RelatedKind[];
export type TiedKind = (typeof TIED_KINDS)[number];

/** What ties by hand begin at. */
export const TYING_KINDS = ['case', 'survey'] as const satisfies readonly RelatedKind[];
export type TyingKind = (typeof TYING_KINDS)[number];
