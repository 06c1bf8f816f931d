/** The call of a meeting as the window and the command line see it. */
import type { CallChange, CallKind, IssuedKind, ReplyChannel, ReplyKind } from './call.ts';
import type { PersonLabel } from './meeting-view.ts';
import type { NoticeCheck } from './notice.ts';
import type { AttendanceForecast, Recipient } from './recipients.ts';

export interface IssuedVersionView {
  id: string;
  kind: IssuedKind;
  number: number;
  issuedAt: string;
  issuedOn: string;
  issuedBy: string;
  heldOn: string;
  note: string;
  sha256: string;
  /** Since the version before. */
  changes: CallChange[];
}

export interface ReplyView {
  reply: ReplyKind;
  repliedOn: string;
  channel: ReplyChannel;
  note: string;
}

export interface RecipientView extends Recipient {
  reply: ReplyView | null;
  /** A deputy in whose place: the member's name. */
  member: PersonLabel | null;
  /** The personal deputy who may be called in this member's place. */
  deputyToCall: PersonLabel | null;
  calledOn: string | null;
}

export interface CallView {
  meetingId: string;
  /** Newest first. */
  versions: IssuedVersionView[];
  state: Record<CallKind, { number: number | null; issuedOn: string | null; changes: CallChange[] }>;
  notice: NoticeCheck;
  /** The first call was for another day. */
  callForOtherDaySentOn: string | null;
  cancelled: { on: string; reason: string } | null;
  invitation: { plannedEnd: string | null; remoteLink: string; greeting: string };
  /** Of the calendar entry. */
  sequence: number;
  recipients: RecipientView[];
  withoutEmail: PersonLabel[];
  forecast: AttendanceForecast;
  /** Whether something may be issued, and whether anything of the call may change. */
  mayIssue: boolean;
  mayChange: boolean;
}
