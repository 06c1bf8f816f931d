/** A meeting in figures: what the rules derive for each §. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import type { MinutesDocument, MinutesItem } from '../model/minutes-document.ts';
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

export interface MeetingReport {
  meeting: string;
  heldOn: string;
  state: MinutesDocument['state'];
  seats: number;
  items: {
    section: number;
    title: string;
    voters: number;
    required: number;
    quorate: boolean;
    conflicts: string[];
    decision: { type: MinutesItem['decisionType']; text: string } | null;
    vote: {
      aye: number;
      no: number;
      blank: number;
      winner: 'aye' | 'no' | null;
      decidedBy: string | null;
    } | null;
  }[];
}

/** Everything in it is derived by the rules; `vote` is the last vote of the item. */
export function meetingReport(document: MinutesDocument): MeetingReport {
  return {
    meeting: `${document.meeting.number}/${document.meeting.year}`,
    heldOn: document.meeting.heldOn,
    state: document.state,
    seats: document.seats,
    items: document.items.map((item) => {
      const vote = item.votes.at(-1)?.result;
      const text = plainText(item.decision);
      return {
        section: item.section,
        title: item.title,
        voters: item.voters,
        required: item.required,
        quorate: item.quorate,
        conflicts: item.conflicts.map((conflict) => conflict.person.shortName),
        decision: item.decisionType === null && text === '' ? null : { type: item.decisionType, text },
        vote: vote
          ? { aye: vote.aye, no: vote.no, blank: vote.blank, winner: vote.winner, decidedBy: vote.decidedBy }
          : null,
      };
    }),
  };
}
