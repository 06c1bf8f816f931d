/** What is noted while the board meets: conflicts, proposals, votes, elections, dissents. */
import type { Kysely } from 'kysely';
import type * as v from 'valibot';
import type { Database } from '../core/schema.ts';
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
import { mergeIds, type Removable, type Seen } from '../model/seen.ts';
import { addAttachment, removeAttachment } from './attachments.ts';
import { meetingOfItem } from './meeting-guards.ts';
import { assertSeen, mergedWithStored } from './seen-rows.ts';

type Out<T extends v.GenericSchema> = v.InferOutput<T>;

/**
 * Notes a conflict of interest (esteellisyys) with its ground.
 * @param seen as the window knew it; null: it knew of none
 * @throws AppError CONFLICT when another window has noted something else
 */
export async function addConflict(
  trx: Kysely<Database>,
  input: Out<typeof conflictInputSchema>,
  seen?: Seen<'conflict'> | null,
): Promise<{ id: string; meetingId: string }> {
  const { meeting } = await meetingOfItem(trx, input.itemId, 'record');
  const known = await trx
    .selectFrom('conflict')
    .select('id')
    .where('item_id', '=', input.itemId)
    .where('person_id', '=', input.personId)
    .executeTakeFirst();
  const id = known?.id ?? newId();
  const { ground, declaredBy, leftAt, returnedAt } = input;
  const given = { ground, explanation: input.explanation.trim(), declaredBy, leftAt, returnedAt };
  const now = known ? await mergedWithStored(trx, 'conflict', id, seen, given) : given;
  const values = {
    ground: now.ground,
    explanation: now.explanation,
    declared_by: now.declaredBy,
    left_at: now.leftAt,
    returned_at: now.returnedAt,
  };
  if (known) await trx.updateTable('conflict').set(values).where('id', '=', id).execute();
  else
    await trx
      .insertInto('conflict')
      .values({ id, item_id: input.itemId, person_id: input.personId, ...values })
      .execute();
  return { id, meetingId: meeting.id };
}

/**
 * Removes a conflict, proposal, vote, election or dissent that was noted by mistake.
 * @param seen as the window knew it
 * @throws AppError CONFLICT when another window has changed it since
 */
export async function removeFromItem<K extends Removable>(
  trx: Kysely<Database>,
  table: K,
  id: string,
  seen?: Seen<K>,
): Promise<{ meetingId: string; itemId: string }> {
  const itemId = await itemOf(trx, table, id);
  if (itemId === undefined) throw new AppError('NOT_FOUND', { what: table });
  const { meeting } = await meetingOfItem(trx, itemId, 'record');
  await assertSeen(trx, table, id, seen);
  // The attachment with the reasons of a dissent goes with it.
  const reasons =
    table === 'dissent'
      ? await trx.selectFrom('dissent').select('attachment_id').where('id', '=', id).executeTakeFirst()
      : undefined;
  await trx
    .deleteFrom(table as Removable)
    .where('id', '=', id)
    .execute();
  if (reasons?.attachment_id) await removeAttachment(trx, reasons.attachment_id);
  return { meetingId: meeting.id, itemId };
}

/**
 * Notes a proposal (ehdotus) with those who seconded it; with an id, changes it.
 * @param seen the proposal as the window knew it
 * @throws AppError NOT_FOUND; CONFLICT when another window has changed the same of it
 */
export async function saveProposal(
  trx: Kysely<Database>,
  id: string | null,
  given: Out<typeof proposalInputSchema>,
  seen?: Seen<'proposal'>,
): Promise<{ id: string; meetingId: string }> {
  const { meeting } = await meetingOfItem(trx, given.itemId, 'record');
  await assertOfItem(trx, 'proposal', id, given.itemId);
  const { itemId, ...mine } = { ...given, text: given.text.trim() };
  const input = { itemId, ...(id === null ? mine : await mergedWithStored(trx, 'proposal', id, seen, mine)) };
  if (input.kind === 'counter' && input.text.trim() === '')
    throw new AppError('INVALID_INPUT', {}, { text: 'required' });
  const proposalId = id ?? newId();
  const values = {
    kind: input.kind,
    proposer_id: input.proposerId,
    text: input.text,
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
  table: Removable,
  id: string | null,
  itemId: string,
): Promise<void> {
  if (id !== null && (await itemOf(trx, table, id)) !== itemId)
    throw new AppError('NOT_FOUND', { what: table });
}

async function itemOf(trx: Kysely<Database>, table: Removable, id: string): Promise<string | undefined> {
  const row = await trx.selectFrom(table).select('item_id').where('id', '=', id).executeTakeFirst();
  return row?.item_id;
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

/**
 * Notes a vote with its ballots or counts; with an id, changes it. The result is derived, never stored.
 * @param seen the vote as the window knew it: what another window has stored since is kept beside its changes
 * @throws AppError NOT_FOUND; CONFLICT when both recorded another choice of the same person, another count …
 */
export async function saveVote(
  trx: Kysely<Database>,
  id: string | null,
  given: Out<typeof voteInputSchema>,
  seen?: Seen<'vote'>,
): Promise<{ id: string; meetingId: string }> {
  const { meeting } = await meetingOfItem(trx, given.itemId, 'record');
  await assertOfItem(trx, 'vote', id, given.itemId);
  const { itemId, ...mine } = given;
  const input = { itemId, ...(id === null ? mine : await mergedWithStored(trx, 'vote', id, seen, mine)) };
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
  await trx.deleteFrom('ballot').where('vote_id', '=', voteId).execute();
  const cast = input.method === 'roll_call' ? input.ballots : [];
  const ballots = new Map(cast.map((b) => [b.personId, b.choice]));
  for (const [personId, choice] of ballots)
    await trx.insertInto('ballot').values({ vote_id: voteId, person_id: personId, choice }).execute();
  return { id: voteId, meetingId: meeting.id };
}

/**
 * Notes an election with its candidates; with an id, changes it.
 * @param seen the election as the window knew it
 * @throws AppError NOT_FOUND; CONFLICT when another window has changed the same of it
 */
export async function saveElection(
  trx: Kysely<Database>,
  id: string | null,
  given: Out<typeof electionInputSchema>,
  seen?: Seen<'election'>,
): Promise<{ id: string; meetingId: string }> {
  const { meeting } = await meetingOfItem(trx, given.itemId, 'record');
  await assertOfItem(trx, 'election', id, given.itemId);
  const { itemId, ...mine } = given;
  const input = { itemId, ...(id === null ? mine : await mergedWithStored(trx, 'election', id, seen, mine)) };
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

/**
 * Who was elected in an item; for the item of the examiners these are the examiners of the minutes.
 * @param seenIds as the window knew them: who was added or taken away in another window since, stays so
 */
export async function setElected(
  trx: Kysely<Database>,
  itemId: string,
  role: 'examiner' | 'elected',
  personIds: readonly string[],
  seenIds?: readonly string[],
): Promise<{ meetingId: string }> {
  const { meeting } = await meetingOfItem(trx, itemId, 'record');
  const stored = await trx
    .selectFrom('item_person')
    .select('person_id')
    .where('item_id', '=', itemId)
    .where('role', '=', role)
    .orderBy('position')
    .execute();
  const theirs = stored.map((row) => row.person_id);
  await trx.deleteFrom('item_person').where('item_id', '=', itemId).where('role', '=', role).execute();
  const unique = [...new Set(seenIds === undefined ? personIds : mergeIds(seenIds, personIds, theirs))];
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
 * @param seen the dissent as the window knew it
 * @throws AppError NOT_FOUND, DUPLICATE; CONFLICT when another window has changed the same of it
 */
export async function saveDissent(
  trx: Kysely<Database>,
  id: string | null,
  input: Out<typeof dissentInputSchema>,
  titleOf: (person: string, language: Language) => string,
  seen?: Seen<'dissent'>,
): Promise<{ id: string; meetingId: string }> {
  const { meeting } = await meetingOfItem(trx, input.itemId, 'record');
  await assertOfItem(trx, 'dissent', id, input.itemId);
  const dissentId = id ?? newId();
  const mine = {
    declared: input.declared.trim(),
    reasons: input.reasons.trim(),
    attached: input.attached ?? seen?.attached ?? false,
  };
  const now = id === null ? mine : await mergedWithStored(trx, 'dissent', id, seen, mine);
  const values = { declared: now.declared, reasons: now.reasons };
  if (id === null)
    await trx
      .insertInto('dissent')
      .values({ id: dissentId, item_id: input.itemId, person_id: input.personId, ...values })
      .execute();
  else await trx.updateTable('dissent').set(values).where('id', '=', id).execute();
  if (input.attached !== undefined)
    await attachReasons(trx, meeting.id, dissentId, now.attached && values.reasons !== '', titleOf);
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
