/**
 * A meeting as the window sees it: rows joined, rules applied. Everything under `status`, `results` and
 * `problems` is derived by the rules of db/model; nothing of it is stored.
 */
import type { DissentGround } from './dissent.ts';
import type { DecisionProblem, DecisionType } from './decision.ts';
import type { Capacity, Choice, ConflictGround, ElectionFacts, ProposalKind, VoteMethod } from './facts.ts';
import type { Language } from './language.ts';
import type { EntryView } from './live-entry.ts';
import type { EarlierDealing } from './carried-over.ts';
import type { ItemKind } from './meeting.ts';
import type { MeetingKind } from './meeting-kind.ts';
import type { MeetingState } from './meeting-state.ts';
import type { NoticeCheck } from './notice.ts';
import type { VoterStatus } from './quorum.ts';
import type { RichText } from './rich-text.ts';
import type { RuleProfile } from './rules.ts';
import type { TaskState } from './task.ts';
import type { NextVote, ProposalStanding, VoteResult } from './voting.ts';

export interface PersonLabel {
  id: string;
  name: string;
  /** Initials for running text; equals `name` when there are none. */
  shortName: string;
}

export interface MeetingSummary {
  id: string;
  boardId: string;
  number: number;
  year: number;
  kind: MeetingKind;
  /** "3/2026"; "–/2026" for a cancelled meeting without a number. */
  label: string;
  /** Whether the number is the meeting's for good, and whether it has one. */
  keepsNumber: boolean;
  hasNumber: boolean;
  heldOn: string;
  plannedStart: string | null;
  place: string;
  state: MeetingState;
  itemCount: number;
  cancelledOn: string | null;
  cancellationReason: string;
  /** Pöytäkirja or muistio: whether `sections` are §§ or the numbers of items. */
  profile: RuleProfile['profile'];
  /** "22–35", or null when there are no items or no numbers yet. */
  sections: string | null;
  version: number;
}

/** A seat at the meeting with its member and personal deputy. */
export interface SeatView {
  seatId: string;
  number: number;
  fieldName: string | null;
  member: PersonLabel | null;
  memberOrganisation: string | null;
  deputy: PersonLabel | null;
  deputyOrganisation: string | null;
}

export interface IntervalView {
  id: string;
  firstItemId: string | null;
  lastItemId: string | null;
  open: boolean;
  arrivedAt: string | null;
  leftAt: string | null;
  remote: boolean;
  /** There with the right to speak alone. */
  speakerOnly: boolean;
}

/** A break of the meeting (tauko). */
export interface BreakView {
  id: string;
  /** The item during which it was held. */
  itemId: string | null;
  startedAt: string;
  /** Null: it goes on. */
  endedAt: string | null;
}

export interface AttendanceView {
  id: string;
  person: PersonLabel;
  capacity: Capacity;
  /** E.g. "asiantuntija, maakuntaliitto". */
  title: string;
  excused: boolean;
  excusedOn: string | null;
  seatId: string | null;
  organisation: string | null;
  intervals: IntervalView[];
  /** Present at the item being dealt with. */
  presentNow: boolean;
  /** In a decision by e-mail: the day of the answer. */
  answeredOn: string | null;
}

export interface ProposalView {
  id: string;
  kind: ProposalKind;
  proposer: PersonLabel;
  text: string;
  seconders: PersonLabel[];
  withdrawn: boolean;
  standing: ProposalStanding;
}

export interface VoteView {
  id: string;
  method: VoteMethod;
  ayeProposalId: string | null;
  noProposalId: string | null;
  ballots: { personId: string; choice: Choice }[];
  counts: { aye: number; no: number; blank: number } | null;
  chairChoice: Choice | null;
  lot: 'aye' | 'no' | null;
  result: VoteResult;
}

export interface ConflictView {
  id: string;
  person: PersonLabel;
  ground: ConflictGround;
  explanation: string;
  declaredBy: 'self' | 'board';
  leftAt: string | null;
  returnedAt: string | null;
}

/** A conflict that the register suggests: the applicant organisation meets a member's position. */
export interface ConflictSuggestionView {
  person: PersonLabel;
  organisation: string;
  role: string;
  ground: ConflictGround;
}

export interface DissentView {
  id: string;
  person: PersonLabel;
  declared: string;
  reasons: string;
  attachmentNumber: number | null;
  /** Why the person may dissent; null: the rules do not allow it (a finding). */
  ground: DissentGround | null;
}

export interface AttachmentView {
  id: string;
  number: number;
  title: string;
  /** Null for a paper attachment. */
  file: { sha256: string; name: string; mediaType: string; /** Bytes. */ byteSize: number } | null;
}

export interface TaskView {
  id: string;
  code: string;
  title: string;
  responsible: string | null;
  responsiblePersonId: string | null;
  responsibleOrganisationId: string | null;
  dueOn: string | null;
  state: TaskState;
  result: string;
  /** "3/2026 § 30" */
  decidedReference: string;
  overdue: boolean;
  deadlineChanges: {
    oldDueOn: string | null;
    newDueOn: string | null;
    reference: string;
    reason: string;
    changedOn: string;
  }[];
  version: number;
}

export interface ItemView {
  id: string;
  position: number;
  /** The § number; for the memo profile the running number within the meeting. Derived until the meeting is closed. */
  section: number;
  /** As printed: "30 §" or "5." */
  sectionLabel: string;
  kind: ItemKind;
  title: string;
  diaryNumber: string | null;
  diaryNumberKnownForm: boolean;
  account: RichText | null;
  proposal: RichText | null;
  proceedings: RichText | null;
  decision: RichText | null;
  decisionType: DecisionType | null;
  presenter: PersonLabel | null;
  applicantOrganisation: { id: string; name: string } | null;
  startedAt: string | null;
  endedAt: string | null;
  references: string[];
  version: number;
  status: VoterStatus;
  conflicts: ConflictView[];
  suggestedConflicts: ConflictSuggestionView[];
  proposals: ProposalView[];
  votes: VoteView[];
  nextVote: NextVote;
  elections: {
    id: string;
    title: string;
    facts: ElectionFacts;
    candidates: { person: PersonLabel; votes: number; wonByLot: boolean }[];
  }[];
  elected: { person: PersonLabel; role: 'examiner' | 'teller' | 'elected' }[];
  dissents: DissentView[];
  attachments: AttachmentView[];
  tasks: TaskView[];
  followedTasks: TaskView[];
  /** Earlier dealings with the matter (aiempi käsittely), the first one first. */
  history: (EarlierDealing & { itemId: string; meetingId: string })[];
  /** The idea of which the item came. */
  idea: { id: string; title: string } | null;
  problems: DecisionProblem[];
  /** Whether a decision has been recorded (kind or text). */
  decided: boolean;
}

export interface MeetingView extends MeetingSummary {
  boardName: string;
  language: Language;
  startedAt: string | null;
  endedAt: string | null;
  diaryNumber: string | null;
  callSentOn: string | null;
  agendaSentOn: string | null;
  /** The day of the newest version that changed what is to be decided; null: there was none after the first. */
  agendaSupplementedOn: string | null;
  notice: NoticeCheck | null;
  agendaNotice: NoticeCheck | null;
  chair: PersonLabel | null;
  viceChair: PersonLabel | null;
  secretary: PersonLabel | null;
  presenter: PersonLabel | null;
  /** Who opens an organising meeting and presides until its chair is elected. */
  opener: PersonLabel | null;
  examiners: PersonLabel[];
  examinationDueOn: string | null;
  examinedOn: string | null;
  displayedFrom: string | null;
  currentItemId: string | null;
  rules: RuleProfile;
  seats: SeatView[];
  attendance: AttendanceView[];
  items: ItemView[];
  attachments: (AttachmentView & { itemId: string | null })[];
  breaks: BreakView[];
  /** The entry that undoing would take back; null: there is none. */
  lastEntry: EntryView | null;
  /** Problems of the whole meeting, e.g. why it cannot be closed or examined yet. */
  findings: { code: string; itemId: string | null; section: number | null }[];
  /** What the state allows. */
  mayEditAgenda: boolean;
  mayRecordMinutes: boolean;
  locked: boolean;
}
