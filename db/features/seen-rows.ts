/** What is stored of a row that a window has seen, in the words of db/model/seen.ts; and its merge with a change. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import { changedFields, mergeSeen, type Seen, type SeenKind } from '../model/seen.ts';

type Reader<K extends SeenKind> = (trx: Kysely<Database>, id: string) => Promise<Seen<K> | undefined>;

const READERS: { [K in SeenKind]: Reader<K> } = {
  proposal: async (trx, id) => {
    const row = await trx.selectFrom('proposal').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) return undefined;
    const seconders = await trx
      .selectFrom('proposal_seconder')
      .select('person_id')
      .where('proposal_id', '=', id)
      .execute();
    return {
      kind: row.kind,
      proposerId: row.proposer_id,
      text: row.text,
      seconderIds: seconders.map((one) => one.person_id),
      withdrawn: row.withdrawn === 1,
    };
  },
  vote: async (trx, id) => {
    const row = await trx.selectFrom('vote').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) return undefined;
    const ballots = await trx
      .selectFrom('ballot')
      .select(['person_id as personId', 'choice'])
      .where('vote_id', '=', id)
      .execute();
    return {
      method: row.method,
      ayeProposalId: row.aye_proposal_id,
      noProposalId: row.no_proposal_id,
      ballots,
      counts:
        row.aye_count === null || row.no_count === null || row.blank_count === null
          ? null
          : { aye: row.aye_count, no: row.no_count, blank: row.blank_count },
      chairChoice: row.chair_choice,
      lot: row.lot,
    };
  },
  election: async (trx, id) => {
    const row = await trx.selectFrom('election').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) return undefined;
    const candidates = await trx
      .selectFrom('election_candidate')
      .selectAll()
      .where('election_id', '=', id)
      .execute();
    return {
      title: row.title,
      places: row.places,
      blanks: row.blanks,
      candidates: candidates.map((one) => ({
        personId: one.person_id,
        votes: one.votes,
        wonByLot: one.won_by_lot === 1,
      })),
    };
  },
  dissent: async (trx, id) => {
    const row = await trx.selectFrom('dissent').selectAll().where('id', '=', id).executeTakeFirst();
    return row && { declared: row.declared, reasons: row.reasons, attached: row.attachment_id !== null };
  },
  conflict: async (trx, id) => {
    const row = await trx.selectFrom('conflict').selectAll().where('id', '=', id).executeTakeFirst();
    return (
      row && {
        ground: row.ground,
        explanation: row.explanation,
        declaredBy: row.declared_by,
        leftAt: row.left_at,
        returnedAt: row.returned_at,
      }
    );
  },
  interval: async (trx, id) => {
    const row = await trx
      .selectFrom('attendance_interval')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return (
      row && {
        firstItemId: row.first_item_id,
        lastItemId: row.last_item_id,
        open: row.open === 1,
        arrivedAt: row.arrived_at,
        leftAt: row.left_at,
        remote: row.remote === 1,
        speakerOnly: row.speaker_only === 1,
      }
    );
  },
  attendee: async (trx, id) => {
    const row = await trx.selectFrom('attendance').selectAll().where('id', '=', id).executeTakeFirst();
    return row && { title: row.title, capacity: row.capacity };
  },
  break: async (trx, id) => {
    const row = await trx.selectFrom('meeting_break').selectAll().where('id', '=', id).executeTakeFirst();
    return row && { itemId: row.item_id, startedAt: row.started_at, endedAt: row.ended_at };
  },
  decision: async (trx, id) => {
    const row = await trx.selectFrom('agenda_item').selectAll().where('id', '=', id).executeTakeFirst();
    return row && { type: row.decision_type };
  },
  times: async (trx, id) => {
    const row = await trx.selectFrom('meeting').selectAll().where('id', '=', id).executeTakeFirst();
    return row && { startedAt: row.started_at, endedAt: row.ended_at };
  },
};

/** A row as it is stored now. @throws AppError NOT_FOUND when it is gone */
export async function storedRow<K extends SeenKind>(
  trx: Kysely<Database>,
  kind: K,
  id: string,
): Promise<Seen<K>> {
  const stored = await READERS[kind](trx, id);
  if (stored === undefined) throw new AppError('NOT_FOUND', { what: kind });
  return stored;
}

const conflict = (kind: SeenKind, id: string, fields: readonly string[]): AppError =>
  new AppError('CONFLICT', { what: kind, id, fields: fields.join(' ') });

/**
 * What is to be stored of a change, with what another window has stored meanwhile.
 * @param seen the row as the window knew it; null: it knew of none; undefined: the caller holds what is stored now
 * @throws AppError NOT_FOUND when the row is gone; CONFLICT with the fields that both changed differently
 */
export async function mergedWithStored<K extends SeenKind>(
  trx: Kysely<Database>,
  kind: K,
  id: string,
  seen: Seen<K> | null | undefined,
  mine: Seen<K>,
): Promise<Seen<K>> {
  const theirs = await storedRow(trx, kind, id);
  if (seen === undefined) return mine;
  if (seen === null) {
    const fields = changedFields(theirs, mine);
    if (fields.length > 0) throw conflict(kind, id, fields);
    return mine;
  }
  const { values, clashes } = mergeSeen(seen, mine, theirs);
  if (clashes.length > 0) throw conflict(kind, id, clashes);
  return values;
}

/**
 * For a removal: nothing goes that the window has not seen.
 * @throws AppError NOT_FOUND when the row is gone; CONFLICT with the fields that another window has changed
 */
export async function assertSeen<K extends SeenKind>(
  trx: Kysely<Database>,
  kind: K,
  id: string,
  seen: Seen<K> | undefined,
): Promise<void> {
  const theirs = await storedRow(trx, kind, id);
  if (seen === undefined) return;
  const fields = changedFields(seen, theirs);
  if (fields.length > 0) throw conflict(kind, id, fields);
}
