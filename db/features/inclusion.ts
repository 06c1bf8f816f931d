/** Immigrant inclusion (maahanmuuttajien osallisuus): its entries of five kinds, as lists and forms have them. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { putSearchEntry, removeSearchEntry } from '../core/search.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import { type InclusionValues, ofKind } from '../model/inclusion.ts';
import { inLanguageOrder, spokenLanguageName } from '../model/spoken-language.ts';
import { latestClassificationYear } from './classification.ts';
import { entriesOf, exceptionOf, inclusionRow, openingOf, weeklyOf } from './inclusion-views.ts';
import { setParticipation } from './participation.ts';
import { putBackIndexed, removing, type Removal } from './removal.ts';
import { assertLiving, listOf, nextCode } from './work-links.ts';

/**
 * Notes a new entry, or changes one; a new one's code is `MO-<n>`, the next of the board. Its kind stays as it was.
 * @throws AppError NOT_FOUND, CONFLICT, ORGANISATION_DISSOLVED, INVALID_INPUT
 */
export async function saveInclusionEntry(
  trx: Kysely<Database>,
  input: { id: string | null; boardId: string; version: number; values: InclusionValues },
): Promise<{ id: string; code: string; version: number }> {
  const row = input.id === null ? null : await inclusionRow(trx, input.id);
  if (row && row.version !== input.version) throw new AppError('CONFLICT', { what: 'inclusion_entry' });
  if (row && row.kind !== input.values.kind) throw new AppError('INVALID_INPUT', {}, { kind: 'kind_stays' });
  const values = ofKind(input.values);
  const before = row
    ? [
        row.host_organisation_id ?? '',
        ...(
          await trx
            .selectFrom('inclusion_organisation')
            .select('organisation_id')
            .where('entry_id', '=', row.id)
            .execute()
        ).map((one) => one.organisation_id),
      ]
    : [];
  await assertLiving(
    trx,
    {
      hostOrganisationId: [values.hostOrganisationId],
      organisationIds: values.organisationIds,
    },
    before,
  );
  const id = row?.id ?? newId();
  const code = row?.code ?? (await nextCode(trx, 'inclusion_entry', input.boardId, 'MO'));
  const version = (row?.version ?? 0) + 1;
  if (row)
    await trx
      .updateTable('inclusion_entry')
      .set({ ...columnsOf(values), version })
      .where('id', '=', id)
      .execute();
  else
    await trx
      .insertInto('inclusion_entry')
      .values({ id, board_id: input.boardId, kind: values.kind, code, ...columnsOf(values) })
      .execute();
  await putParts(trx, id, values);
  await setParticipation(trx, 'entry_id', id, values.participation);
  await indexInclusionEntry(trx, id);
  return { id, code, version };
}

const columnsOf = (values: InclusionValues) => ({
  name: values.name,
  description: values.description,
  theme_id: values.themeId,
  host_organisation_id: values.hostOrganisationId,
  place: values.place,
  is_regional: values.isRegional ? (1 as const) : (0 as const),
  languages: JSON.stringify(inLanguageOrder(values.languages)),
  starts_on: values.startsOn,
  ends_on: values.endsOn,
  participant_band: values.participantBand,
  participant_count: values.participantCount,
  participant_goal: values.participantGoal,
  hours: values.hours,
  topic: values.topic,
  audience: values.audience,
  training_form: values.trainingForm,
  plain_state: values.plainState,
  link: values.link,
  contact_role_id: values.contactRoleId,
});

/** Organisers, municipalities, actions and opening hours as they are now; what was the same stays the same row. */
async function putParts(trx: Kysely<Database>, id: string, values: InclusionValues): Promise<void> {
  const organisers = new Set(values.organisationIds.filter((one) => one !== values.hostOrganisationId));
  await trx
    .deleteFrom('inclusion_organisation')
    .where('entry_id', '=', id)
    .where('organisation_id', 'not in', listOf([...organisers]))
    .execute();
  for (const organisation_id of organisers)
    await trx
      .insertInto('inclusion_organisation')
      .values({ entry_id: id, organisation_id })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  await trx
    .deleteFrom('inclusion_action')
    .where('entry_id', '=', id)
    .where('action_id', 'not in', listOf(values.actionIds))
    .execute();
  for (const action_id of new Set(values.actionIds))
    await trx
      .insertInto('inclusion_action')
      .values({ entry_id: id, action_id })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  const year = (await latestClassificationYear(trx)) ?? 0;
  await trx
    .deleteFrom('inclusion_municipality')
    .where('entry_id', '=', id)
    .where('code', 'not in', listOf(values.municipalities))
    .execute();
  const known = await trx
    .selectFrom('inclusion_municipality')
    .select('code')
    .where('entry_id', '=', id)
    .execute();
  for (const code of new Set(values.municipalities))
    if (!known.some((one) => one.code === code))
      await trx.insertInto('inclusion_municipality').values({ entry_id: id, year, code }).execute();
  await putOpening(trx, id, values);
}

async function putOpening(trx: Kysely<Database>, id: string, values: InclusionValues): Promise<void> {
  const now = await openingOf(trx, listOf([id]));
  const same = JSON.stringify([
    (now.hours.get(id) ?? []).map(weeklyOf),
    (now.exceptions.get(id) ?? []).map(exceptionOf),
  ]);
  if (same === JSON.stringify([values.weeklyHours, values.exceptions])) return;
  await trx.deleteFrom('opening_hours').where('entry_id', '=', id).execute();
  await trx.deleteFrom('opening_exception').where('entry_id', '=', id).execute();
  for (const { weekday, opensAt, closesAt } of values.weeklyHours)
    await trx
      .insertInto('opening_hours')
      .values({ id: newId(), entry_id: id, weekday, opens_at: opensAt, closes_at: closesAt })
      .execute();
  for (const { startsOn, endsOn, opensAt, closesAt, reason } of values.exceptions)
    await trx
      .insertInto('opening_exception')
      .values({
        id: newId(),
        entry_id: id,
        starts_on: startsOn,
        ends_on: endsOn,
        opens_at: opensAt,
        closes_at: closesAt,
        reason,
      })
      .execute();
}

/** Removes an entry with all that was noted of it. @throws AppError NOT_FOUND */
export async function removeInclusionEntry(trx: Kysely<Database>, id: string): Promise<Removal> {
  await inclusionRow(trx, id);
  const removal = await removing(trx, async () => {
    await trx.deleteFrom('inclusion_entry').where('id', '=', id).execute();
  });
  await removeSearchEntry(trx, 'inclusion_entry', id);
  return removal;
}

/** Undoes a removal, be it of an entry or of a part of one. @throws AppError REMOVAL_UNKNOWN */
export async function restoreInclusion(
  trx: Kysely<Database>,
  removal: Removal,
  procedure: string,
): Promise<void> {
  await putBackIndexed(trx, removal, procedure, 'inclusion_entry', indexInclusionEntry);
}

/** Brings an entry's search entry in step. */
export async function indexInclusionEntry(trx: Kysely<Database>, id: string): Promise<void> {
  const row = await inclusionRow(trx, id);
  const [entry] = await entriesOf(trx, [row], row.starts_on ?? '');
  if (!entry) return;
  await putSearchEntry(trx, {
    entity: 'inclusion_entry',
    entityId: id,
    boardId: row.board_id,
    title: `${row.code} ${row.name}`,
    body: [row.description, row.topic, row.place, ...entry.steps.map(({ name }) => name)]
      .filter((text) => text !== '')
      .join('\n'),
    context: [
      ...[entry.host ?? [], ...entry.organisations].flat().map(({ name }) => name.fi),
      ...entry.places.map(({ name }) => name.fi),
      ...entry.languages.map((code) => spokenLanguageName(code, 'fi')),
    ].join('\n'),
    sortDate: row.starts_on,
  });
}
