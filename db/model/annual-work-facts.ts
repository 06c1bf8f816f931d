/**
 * What a year was between the meetings beside the volunteer actions: immigrant inclusion, good practices, agreements and
 * projects, communication. Counts of people are here as they may be shown, because the facts themselves are exported.
 */
import type { AgreementKind, AgreementState } from './agreement.ts';
import type { BulletinLanguage } from './bulletin.ts';
import type { PlanChannel } from './communication-plan.ts';
import type { InclusionKind } from './inclusion.ts';
import type { LocalisedText } from './language.ts';
import type { PracticeStage, StageCounts } from './practice.ts';
import type { ProjectState } from './project.ts';
import type { CountRange } from './small-counts.ts';

/** Entries of one kind that were there in the year. */
export interface AnnualInclusionKind {
  kind: InclusionKind;
  entries: number;
  /** Of those whose participants were counted; null: nobody was counted. */
  participants: CountRange | null;
}

/** What one municipality of the region had in the year. */
export interface AnnualCoverage {
  code: string;
  name: LocalisedText;
  /** Entries of its own, and those of the whole region. */
  own: Record<InclusionKind, number>;
  regional: Record<InclusionKind, number>;
  gaps: InclusionKind[];
}

/** A period of a path that ended in the year. */
export interface AnnualPathPeriod {
  path: string;
  startsOn: string;
  endsOn: string;
  /** Null: not counted. */
  total: CountRange | null;
  /** How many came to its last step. */
  reached: CountRange | null;
  left: CountRange | null;
}

export interface AnnualPractice {
  code: string;
  name: string;
  /** Its own, at the end of the year or now while it goes on. */
  stage: PracticeStage | null;
  /** How many municipalities are in each stage then. */
  municipalities: StageCounts;
}

export interface AnnualPracticeChange {
  code: string;
  name: string;
  changedOn: string;
  /** Null: of the practice itself. */
  municipality: LocalisedText | null;
  stage: PracticeStage;
  decidedBy: string;
}

export interface AnnualAgreement {
  code: string;
  name: string;
  kind: AgreementKind;
  /** At the end of the year, or now while it goes on. */
  state: AgreementState;
  startsOn: string | null;
  endsOn: string | null;
  parties: number;
  /** Parties that have signed by then, and those of them whose signature is of the year. */
  signed: number;
  signedInYear: number;
}

export interface AnnualProject {
  code: string;
  name: string;
  state: ProjectState;
  startsOn: string | null;
  endsOn: string | null;
  area: string;
  lead: LocalisedText | null;
  pilots: number;
}

/** Rows of the communication plan of one channel, planned for the year. */
export interface AnnualChannel {
  channel: PlanChannel;
  planned: number;
  done: number;
  late: number;
}

/** Texts of the year's bulletins in one language. */
export interface AnnualBulletinLanguage {
  language: BulletinLanguage;
  wanted: number;
  written: number;
  checked: number;
}

export interface AnnualWorkFacts {
  inclusion: {
    /** All kinds, in their order. */
    kinds: AnnualInclusionKind[];
    coverage: AnnualCoverage[];
    paths: AnnualPathPeriod[];
  };
  /** By code; the changes of the year by day. */
  practices: { practices: AnnualPractice[]; changes: AnnualPracticeChange[] };
  /** In force or on the way in the year. */
  agreements: AnnualAgreement[];
  projects: AnnualProject[];
  /** Cooperation models in the register. */
  cases: number;
  communication: {
    channels: AnnualChannel[];
    /** Made in the year. */
    bulletins: number;
    languages: AnnualBulletinLanguage[];
  };
}

/** The sum of a field over rows. */
export const total = <Key extends string>(rows: readonly Record<Key, number>[], key: Key): number =>
  rows.reduce((sum, row) => sum + row[key], 0);
