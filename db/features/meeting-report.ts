/** A meeting in figures: what the rules derive for each §. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import type { MeetingState } from '../model/meeting-state.ts';
import type { MinutesBreak, MinutesDocument, MinutesItem } from '../model/minutes-document.ts';
import { plainText } from '../model/rich-text.ts';

/**
 * The meeting that a user names.
 * @param name "3/2026"
 * @param board short name; needed only when several boards have a meeting of that number
 * @throws AppError MEETING_UNKNOWN with the known ones, MEETING_AMBIGUOUS
 */
export async function findMeeting(db: Kysely<Database>, name: string, board: string | null): Promise<string> {
  const match = /^\s*(\d{1,4})\s*\/\s*(\d{4})\s*$/.exec(name);
  let query = db
    .selectFrom('meeting')
    .innerJoin('board', 'board.id', 'meeting.board_id')
    .select(['meeting.id', 'meeting.number', 'meeting.year', 'board.short_name'])
    // A cancelled meeting of which nothing was sent has no number.
    .where((eb) =>
      eb.or([
        eb('meeting.state', '!=', 'cancelled'),
        eb('meeting.call_sent_on', 'is not', null),
        eb('meeting.agenda_sent_on', 'is not', null),
      ]),
    )
    .orderBy('meeting.year')
    .orderBy('meeting.number');
  if (board !== null) query = query.where('board.short_name', '=', board);
  const all = await query.execute();
  const found = match
    ? all.filter((row) => row.number === Number(match[1]) && row.year === Number(match[2]))
    : [];
  if (found.length === 0)
    throw new AppError('MEETING_UNKNOWN', {
      meeting: name,
      known: all.map((row) => `${row.number}/${row.year}`).join(', ') || '–',
    });
  if (found.length > 1)
    throw new AppError('MEETING_AMBIGUOUS', {
      meeting: name,
      boards: found.map((row) => row.short_name).join(', '),
    });
  return found[0]!.id;
}

/** The state of a meeting. @throws AppError NOT_FOUND */
export async function stateOfMeeting(db: Kysely<Database>, meetingId: string): Promise<MeetingState> {
  const row = await db.selectFrom('meeting').select('state').where('id', '=', meetingId).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'meeting' });
  return row.state;
}

interface VoteReport {
  aye: number;
  no: number;
  blank: number;
  winner: 'aye' | 'no' | null;
  decidedBy: string | null;
}

export interface MeetingReport {
  meeting: string;
  heldOn: string;
  /** Of the minutes as a document. */
  state: MinutesDocument['state'];
  /** kokous, päätös sähköpostitse, järjestäytymiskokous */
  kind: MinutesDocument['meeting']['kind'];
  /** Pöytäkirja with §§ or muistio with items 1..n. */
  profile: MinutesDocument['rules']['profile'];
  /** Of the meeting: draft, called, in_session, closed, under_examination, examined, published. */
  meetingState: MeetingState;
  examinedOn: string | null;
  displayedFrom: string | null;
  seats: number;
  breaks: MinutesBreak[];
  items: {
    section: number;
    title: string;
    voters: number;
    required: number;
    quorate: boolean;
    /** Who presided; short names here and below. */
    presiding: string | null;
    conflicts: string[];
    arrivals: string[];
    departures: string[];
    proposals: { proposer: string; kind: string; standing: string }[];
    decision: { type: MinutesItem['decisionType']; text: string } | null;
    /** In the order they were taken. */
    votes: VoteReport[];
    vote: VoteReport | null;
    elected: string[];
    dissents: string[];
  }[];
}

/** Everything in it is derived by the rules; `vote` is the last vote of the item. */
export function meetingReport(document: MinutesDocument, meetingState: MeetingState): MeetingReport {
  return {
    meeting: `${document.meeting.number}/${document.meeting.year}`,
    heldOn: document.meeting.heldOn,
    state: document.state,
    kind: document.meeting.kind,
    profile: document.rules.profile,
    meetingState,
    examinedOn: document.examination.examinedOn,
    displayedFrom: document.examination.displayedFrom,
    seats: document.seats,
    breaks: document.meeting.breaks ?? [],
    items: document.items.map((item) => {
      const votes = item.votes.map(({ result }): VoteReport => {
        const { aye, no, blank, winner, decidedBy } = result;
        return { aye, no, blank, winner, decidedBy };
      });
      const text = plainText(item.decision);
      return {
        section: item.section,
        title: item.title,
        voters: item.voters,
        required: item.required,
        quorate: item.quorate,
        presiding: item.presiding?.shortName ?? null,
        conflicts: item.conflicts.map((conflict) => conflict.person.shortName),
        arrivals: item.arrivals.map(({ person }) => person.shortName),
        departures: item.departures.map(({ person }) => person.shortName),
        proposals: item.proposals.map(({ proposer, kind, standing }) => ({
          proposer: proposer.shortName,
          kind,
          standing,
        })),
        decision: item.decisionType === null && text === '' ? null : { type: item.decisionType, text },
        votes,
        vote: votes.at(-1) ?? null,
        elected: item.elected.map(({ shortName }) => shortName),
        dissents: item.dissents.map(({ person }) => person.shortName),
      };
    }),
  };
}
