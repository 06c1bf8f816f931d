/**
 * The minutes as one language-neutral document: facts, texts as written and what the rules say of them. It is
 * what the JSON export gives and what is frozen at examination; `print-minutes.ts` turns it into words.
 */
import type { BodyKind } from './board.ts';
import type { DecisionType } from './decision.ts';
import type { ExaminationWay } from './examination.ts';
import type { Capacity, Choice, ConflictGround, ProposalKind, VoteMethod } from './facts.ts';
import type { Language, LocalisedText } from './language.ts';
import type { EarlierDealing } from './carried-over.ts';
import type { ItemKind } from './meeting.ts';
import type { MeetingKind } from './meeting-kind.ts';
import type { NoticeCheck } from './notice.ts';
import type { PracticeStage } from './practice.ts';
import type { EffectKind } from './register-effect.ts';
import type { PhraseOverrides } from './phrases.ts';
import type { RichText } from './rich-text.ts';
import type { RuleProfile } from './rules.ts';
import type { ProposalStanding } from './voting.ts';

/** A person as the minutes name him. */
export interface MinutesPerson {
  id: string;
  name: string;
  shortName: string;
}

export interface MinutesAttendance {
  person: MinutesPerson;
  capacity: Capacity;
  /** Office of a member ("chair", "vice_chair"), or null. */
  office: 'chair' | 'vice_chair' | null;
  title: string;
  organisation: string | null;
  seatNumber: number | null;
  excused: boolean;
  excusedOn: string | null;
  /** The deputy who sat for this absent member at some point, or the member for whom this deputy sat. */
  counterpart: MinutesPerson | null;
  /** Stretches of presence by § number, both ends included; empty: absent. */
  intervals: {
    fromSection: number;
    toSection: number;
    arrivedAt: string | null;
    leftAt: string | null;
    remote: boolean;
    /** With the right to speak alone. */
    speakerOnly?: true;
  }[];
  conflicts: { section: number; leftAt: string | null; returnedAt: string | null }[];
  /** In a decision by e-mail: the day of the answer. */
  answeredOn?: string;
}

export interface MinutesVote {
  method: VoteMethod;
  aye: MinutesSide;
  no: MinutesSide;
  ballots: { person: MinutesPerson; choice: Choice }[];
  result: {
    aye: number;
    no: number;
    blank: number;
    voters: number;
    missing: number;
    winner: 'aye' | 'no' | null;
    decidedBy: 'majority' | 'chair' | 'lot' | 'base_stands' | null;
  };
}

/** What a side of a vote stands for: the base proposal, or somebody's. `continue`: going on with the matter. */
export interface MinutesSide {
  kind: 'base' | 'continue' | ProposalKind;
  proposer: MinutesPerson | null;
}

export interface MinutesTask {
  code: string;
  title: string;
  responsible: string | null;
  dueOn: string | null;
  state: 'open' | 'in_progress' | 'done' | 'cancelled';
  result: string;
  /** A deadline changed in this item. */
  newDueOn: string | null;
}

/** A break of the meeting, local `HH:MM`; it goes on when `endedAt` is null. */
export interface MinutesBreak {
  startedAt: string;
  endedAt: string | null;
}

export interface MinutesItem {
  section: number;
  kind: ItemKind;
  title: string;
  diaryNumber: string | null;
  applicant: string | null;
  account: RichText | null;
  proposal: RichText | null;
  proceedings: RichText | null;
  decision: RichText | null;
  decisionType: DecisionType | null;
  startedAt: string | null;
  endedAt: string | null;
  voters: number;
  required: number;
  quorate: boolean;
  presiding: MinutesPerson | null;
  arrivals: { person: MinutesPerson; time: string | null }[];
  departures: { person: MinutesPerson; time: string | null }[];
  conflicts: {
    person: MinutesPerson;
    ground: ConflictGround;
    explanation: string;
    declaredBy: 'self' | 'board';
    leftAt: string | null;
    returnedAt: string | null;
    /** Was not at the meeting around this item: a deputy who could not be called in. */
    away?: true;
    /** The personal deputy who took part instead. */
    deputy: MinutesPerson | null;
  }[];
  proposals: {
    kind: ProposalKind;
    proposer: MinutesPerson;
    text: string;
    seconders: MinutesPerson[];
    standing: ProposalStanding;
  }[];
  votes: MinutesVote[];
  elections: {
    title: string;
    candidates: { person: MinutesPerson; votes: number; elected: boolean }[];
    blanks: number;
    byLot: boolean;
  }[];
  elected: MinutesPerson[];
  dissents: { person: MinutesPerson; declared: string; reasons: string; attachmentNumber: number | null }[];
  attachments: { number: number; title: string }[];
  tasks: MinutesTask[];
  followedTasks: MinutesTask[];
  /** Earlier dealings with the matter, the first one first. */
  history: EarlierDealing[];
  references: string[];
  /** Breaks during the item (tauot); absent: none. */
  breaks?: MinutesBreak[];
  /** Examined at once in the meeting. */
  examinedAtOnce: boolean;
  /** What the decision changes in the register. */
  effects: MinutesEffect[];
}

/** An effect of a decision on the register (päätöksen vaikutus rekisteriin). */
export interface MinutesEffect {
  kind: EffectKind;
  seat: number | null;
  role: 'member' | 'deputy' | null;
  office: 'chair' | 'vice_chair' | null;
  /** Why a seat is left. */
  cause: 'resignation' | 'release' | 'other' | null;
  person: MinutesPerson | null;
  /** Represented, admitted, resigned, or asked for a new deputy. */
  organisation: string | null;
  /** The first day; of leaving, the last. */
  on: string;
  /** The end of the term of a seat. */
  until: string | null;
  /** Of a change of stage alone. */
  practice?: { name: string; municipality: LocalisedText | null; stage: PracticeStage };
}

/** A dated note beside the examined text (oikaisu, hallintolaki 51 §). */
export interface MinutesCorrection {
  notedOn: string;
  text: string;
  notedBy: string;
  /** The § it is about; null: the whole. */
  section: number | null;
}

export interface MinutesDocument {
  format: 'pykala-minutes';
  version: 1;
  /** draft: the meeting is not over; unexamined: over but not examined. */
  state: 'draft' | 'unexamined' | 'examined';
  /** `kind` is left out for a board (neuvottelukunta) itself. */
  board: LocalisedText & { shortName: string; kind?: BodyKind };
  meeting: {
    number: number;
    year: number;
    kind: MeetingKind;
    /** ISO date; null unless the meeting was cancelled. */
    cancelledOn: string | null;
    heldOn: string;
    startedAt: string | null;
    endedAt: string | null;
    plannedStart: string | null;
    place: string;
    language: Language;
    diaryNumber: string | null;
    /** When the call for this day was sent. */
    callSentOn: string | null;
    /** When the first call was sent, where it was for another day. */
    callForOtherDaySentOn?: string | null;
    agendaSentOn: string | null;
    /** When the first agenda went out, where what is to be decided was changed by a later version. */
    agendaFirstSentOn?: string;
    /** Every break (tauko); absent: none. */
    breaks?: MinutesBreak[];
    notice: NoticeCheck;
    agendaNotice: NoticeCheck;
  };
  rules: RuleProfile;
  /** Phrases that the board words in its own way; left out when there are none. */
  wording?: PhraseOverrides;
  /** SHA-256 of the shipped phrases with which the text was given to be examined; absent in minutes being written. */
  phrases?: string;
  seats: number;
  chair: MinutesPerson | null;
  secretary: MinutesPerson | null;
  presenter: MinutesPerson | null;
  /** Who opens an organising meeting and presides until its chair is elected. */
  opener: MinutesPerson | null;
  examiners: MinutesPerson[];
  examination: {
    dueOn: string | null;
    examinedOn: string | null;
    displayedFrom: string | null;
    /** How they are or were examined, and by which round; null before, and where no rounds were recorded. */
    way: ExaminationWay | null;
    round: number | null;
    approvals: { person: MinutesPerson; approvedOn: string }[];
    /** "4/2026 § 37": where the next meeting approved. */
    decidedReference: string | null;
  };
  attendance: MinutesAttendance[];
  items: MinutesItem[];
  attachments: {
    number: number;
    title: string;
    section: number | null;
    /** Hash of the file; null for a paper attachment. Minutes frozen before files were kept lack it. */
    sha256?: string | null;
  }[];
  /** They come after the examination, so they are no part of the frozen document. */
  corrections: MinutesCorrection[];
}
