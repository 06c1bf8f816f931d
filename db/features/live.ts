/** What is noted while the board meets: conflicts, proposals, votes, elections, dissents. */
import type { Kysely } from 'kysely';
import type * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import { mergeBallots, type Ballot } from '../model/ballot-merge.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import type { Language } from '../model/language.ts';
import type {
  conflictInputSchema,
  dissentInputSchema,
  electionInputSchema,
  proposalInputSchema,
  voteInputSchema,
} from '../model/meeting.ts';
import { addAttachment, removeAttachment } from './attachments.ts';
import { meetingOfItem } from './meeting-guards.ts';

type Out<T extends v.GenericSchema> = v.InferOutput<T>;

/** Notes a conflict of interest (esteellisyys) with its ground. */
export async function addConflict(
  trx: Kysely<Database>,
  input: Out<typeof conflictInputSchema>,
): Promise<{ id: string; meetingId: string }> {
  const { meeting } = await meetingOfItem(trx, input.itemId, 'record');
  const known = await trx
    .selectFrom('conflict')
    .select('id')
    .where('item_id', '=', input.itemId)
    .where('person_id', '=', input.personId)
    .executeTakeFirst();
  const id = known?.id ?? newId();
  const values = {
    ground: input.ground,
    explanation: input.explanation.trim(),
    declared_by: input.declaredBy,
    left_at: input.leftAt,
    returned_at: input.returnedAt,
  };
  if (known) await trx.updateTable('conflict').set(values).where('id', '=', id).execute();
  else
    await trx
      .insertInto('conflict')
      .values({ id, item_id: input.itemId, person_id: input.personId, ...values })
      .execute();
  return { id, meetingId: meeting.id };
}

const CHILD_TABLES = ['conflict', 'proposal', 'vote', 'election', 'dissent'] as const;

/** Removes a conflict, proposal, vote, election or dissent that was noted by mistake. */
export async function removeFromItem(
  trx: Kysely<Database>,
  table: (typeof CHILD_TABLES)[number],
  id: string,
): Promise<{ meetingId: string; itemId: string }> {
  const row = await trx.selectFrom(table).select(['id', 'item_id']).where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: table });
  const { meeting } = await meetingOfItem(trx, row.item_id, 'record');
  // The attachment with the reasons of a dissent goes with it.
  const reasons =
    table === 'dissent'
      ? await trx.selectFrom('dissent').select('attachment_id').where('id', '=', id).executeTakeFirst()
      : undefined;
  await trx.deleteFrom(table).where('id', '=', id).execute();
  if (reasons?.attachment_id) await removeAttachment(trx, reasons.attachment_id);
  return { meetingId: meeting.id, itemId: row.item_id };
}

/** Notes a proposal (ehdotus) with those who seconded it; with an id, changes it. */
export async function saveProposal(
  trx: Kysely<Database>,
  id: string | null,
  input: Out<typeof proposalInputSchema>,
): Promise<{ id: string; meetingId: string }> {
  const { meeting } = await meetingOfItem(trx, input.itemId, 'record');
  await assertOfItem(trx, 'proposal', id, input.itemId);
  if (input.kind === 'counter' && input.text.trim() === '')
    throw new AppError('INVALID_INPUT', {}, { text: 'required' });
  const proposalId = id ?? newId();
  const values = {
    kind: input.kind,
    proposer_id: input.proposerId,
    text: input.text.trim(),
    withdrawn: input.withdrawn ? (1 as const) : (0 as const),
  };
  if (id === null)
    await trx
      .insertInto('proposal')
      .values({
        id: proposalId,
        item_id: input.itemId,
        position: await nextPosition(trx, 'proposal', input.itemId),
        ...values,
      })
      .execute();
  else await trx.updateTable('proposal').set(values).where('id', '=', id).execute();
  await trx.deleteFrom('proposal_seconder').where('proposal_id', '=', proposalId).execute();
  for (const personId of new Set(input.seconderIds.filter((one) => one !== input.proposerId)))
    await trx
      .insertInto('proposal_seconder')
      .values({ proposal_id: proposalId, person_id: personId })
      .execute();
  return { id: proposalId, meetingId: meeting.id };
}

/** @throws AppError NOT_FOUND when the row to be changed is not there, or belongs to another item */
async function assertOfItem(
  trx: Kysely<Database>,
  table: (typeof CHILD_TABLES)[number],
  id: string | null,
  itemId: string,
): Promise<void> {
  if (id === null) return;
  const row = await trx.selectFrom(table).select('item_id').where('id', '=', id).executeTakeFirst();
  if (row?.item_id !== itemId) throw new AppError('NOT_FOUND', { what: table });
}

async function nextPosition(
  trx: Kysely<Database>,
  table: 'proposal' | 'vote',
  itemId: string,
): Promise<number> {
  const row = await trx
    .selectFrom(table)
    .select(({ fn }) => fn.max<number | null>('position').as('highest'))
    .where('item_id', '=', itemId)
    .executeTakeFirst();
  return (row?.highest ?? -1) + 1;
}

/** @throws AppError CONFLICT when another window has recorded another choice of the same person meanwhile */
async function mergedBallots(
  trx: Kysely<Database>,
  voteId: string,
  { ballots, seenBallots }: Out<typeof voteInputSchema>,
): Promise<Ballot[]> {
  if (seenBallots === undefined) return ballots;
  const stored = await trx
    .selectFrom('ballot')
    .select(['person_id as personId', 'choice'])
    .where('vote_id', '=', voteId)
    .execute();
  const merged = mergeBallots(seenBallots, ballots, stored);
  if (merged.clashes.length > 0) throw new AppError('CONFLICT', { what: 'vote' });
  return merged.ballots;
}

/** Notes a vote with its ballots or counts; with an id, changes it. The result is derived, never stored. */
export async function saveVote(
  trx: Kysely<Database>,
  id: string | null,
  input: Out<typeof voteInputSchema>,
): Promise<{ id: string; meetingId: string }> {
  const { meeting } = await meetingOfItem(trx, input.itemId, 'record');
  await assertOfItem(trx, 'vote', id, input.itemId);
  const voteId = id ?? newId();
  const counts = input.method === 'roll_call' ? null : input.counts;
  const values = {
    method: input.method,
    aye_proposal_id: input.ayeProposalId,
    no_proposal_id: input.noProposalId,
    aye_count: counts?.aye ?? null,
    no_count: counts?.no ?? null,
    blank_count: counts?.blank ?? null,
    chair_choice: input.chairChoice,
    lot: input.lot,
  };
  if (id === null)
    await trx
      .insertInto('vote')
      .values({
        id: voteId,
        item_id: input.itemId,
        position: await nextPosition(trx, 'vote', input.itemId),
        ...values,
      })
      .execute();
  else await trx.updateTable('vote').set(values).where('id', '=', id).execute();
  const given = input.method === 'roll_call' ? await mergedBallots(trx, voteId, input) : [];
  await trx.deleteFrom('ballot').where('vote_id', '=', voteId).execute();
  const ballots = new Map(given.map((b) => [b.personId, b.choice]));
  for (const [personId, choice] of ballots)
    await trx.insertInto('ballot').values({ vote_id: voteId, person_id: personId, choice }).execute();
  return { id: voteId, meetingId: meeting.id };
}

/** Notes an election with its candidates; with an id, changes it. */
export async function saveElection(
  trx: Kysely<Database>,
  id: string | null,
  input: Out<typeof electionInputSchema>,
): Promise<{ id: string; meetingId: string }> {
  const { meeting } = await meetingOfItem(trx, input.itemId, 'record');
  await assertOfItem(trx, 'election', id, input.itemId);
  const electionId = id ?? newId();
  const values = { title: input.title, places: input.places, blanks: input.blanks };
  if (id === null)
    await trx
      .insertInto('election')
      .values({ id: electionId, item_id: input.itemId, ...values })
      .execute();
  else await trx.updateTable('election').set(values).where('id', '=', id).execute();
  await trx.deleteFrom('election_candidate').where('election_id', '=', electionId).execute();
  const candidates = new Map(input.candidates.map((candidate) => [candidate.personId, candidate]));
  for (const candidate of candidates.values())
    await trx
      .insertInto('election_candidate')
      .values({
        election_id: electionId,
        person_id: candidate.personId,
        votes: candidate.votes,
        won_by_lot: candidate.wonByLot ? 1 : 0,
      })
      .execute();
  return { id: electionId, meetingId: meeting.id };
}

/** Who was elected in an item; for the item of the examiners these are the examiners of the minutes. */
export async function setElected(
  trx: Kysely<Database>,
  itemId: string,
  role: 'examiner' | 'elected',
  personIds: readonly string[],
): Promise<{ meetingId: string }> {
  const { meeting } = await meetingOfItem(trx, itemId, 'record');
  await trx.deleteFrom('item_person').where('item_id', '=', itemId).where('role', '=', role).execute();
  const unique = [...new Set(personIds)];
  for (const [position, personId] of unique.entries())
    await trx
      .insertInto('item_person')
      .values({ item_id: itemId, person_id: personId, role, position })
      .execute();
  if (role === 'examiner') {
    await trx.deleteFrom('examiner').where('meeting_id', '=', meeting.id).execute();
    for (const [position, personId] of unique.entries())
      await trx
        .insertInto('examiner')
        .values({ meeting_id: meeting.id, person_id: personId, position })
        .execute();
  }
  return { meetingId: meeting.id };
}

/**
 * Notes a dissenting opinion (eriävä mielipide); with an id, changes it. Written reasons may become an attachment of
 * the item.
 * @param titleOf title of that attachment, from the person's short name and the language of the minutes
 */
export async function saveDissent(
  trx: Kysely<Database>,
  id: string | null,
  input: Out<typeof dissentInputSchema>,
  titleOf: (person: string, language: Language) => string,
): Promise<{ id: string; meetingId: string }> {
  const { meeting } = await meetingOfItem(trx, input.itemId, 'record');
  await assertOfItem(trx, 'dissent', id, input.itemId);
  const dissentId = id ?? newId();
  const values = { declared: input.declared.trim(), reasons: input.reasons.trim() };
  if (id === null)
    await trx
      .insertInto('dissent')
      .values({ id: dissentId, item_id: input.itemId, person_id: input.personId, ...values })
      .execute();
  else await trx.updateTable('dissent').set(values).where('id', '=', id).execute();
  if (input.attached !== undefined)
    await attachReasons(trx, meeting.id, dissentId, input.attached && values.reasons !== '', titleOf);
  return { id: dissentId, meetingId: meeting.id };
}

async function attachReasons(
  trx: Kysely<Database>,
  meetingId: string,
  dissentId: string,
  isWanted: boolean,
  titleOf: (person: string, language: Language) => string,
): Promise<void> {
  const row = await trx
    .selectFrom('dissent')
    .innerJoin('person', 'person.id', 'dissent.person_id')
    .innerJoin('agenda_item', 'agenda_item.id', 'dissent.item_id')
    .innerJoin('meeting', 'meeting.id', 'agenda_item.meeting_id')
    .select([
      'dissent.attachment_id',
      'dissent.item_id',
      'person.name',
      'person.short_name',
      'meeting.language',
    ])
    .where('dissent.id', '=', dissentId)
    .executeTakeFirstOrThrow();
  if (isWanted === (row.attachment_id !== null)) return;
  if (row.attachment_id !== null) {
    await removeAttachment(trx, row.attachment_id);
    return;
  }
  const title = titleOf(row.short_name ?? row.name, row.language);
  const { id } = await addAttachment(trx, { meetingId, itemId: row.item_id, title, file: null });
  await trx.updateTable('dissent').set({ attachment_id: id }).where('id', '=', dissentId).execute();
}
