/** The register of cooperation models (yhteistyömallien tapausrekisteri): cases in groups, with findings and phases. */
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import { putSearchEntry, removeSearchEntry } from '../core/search.ts';
import {
  CASE_GROUPS,
  CASE_PHASES,
  casePhaseOn,
  type CasePhase,
  type CaseValues,
} from '../model/cooperation-case.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import { putBackIndexed, removing, type Removal } from './removal.ts';
import { byCode } from './volunteer-actions.ts';
import { nextCode } from './work-links.ts';

type Row = Selectable<Database['cooperation_case']>;

export interface CooperationCase extends CaseValues {
  id: string;
  code: string;
  version: number;
  /** The phase of the study today. */
  phase: CasePhase | null;
}

/** Cases of a board in the order of their groups, then by code. @param today ISO date */
export async function listCases(
  db: Kysely<Database>,
  boardId: string,
  today: string,
): Promise<CooperationCase[]> {
  const rows = await db.selectFrom('cooperation_case').selectAll().where('board_id', '=', boardId).execute();
  const findings = await db
    .selectFrom('case_finding')
    .innerJoin('cooperation_case', 'cooperation_case.id', 'case_id')
    .select(['case_id', 'kind', 'text'])
    .where('board_id', '=', boardId)
    .orderBy('position')
    .execute();
  const phases = await db
    .selectFrom('case_phase')
    .innerJoin('cooperation_case', 'cooperation_case.id', 'case_id')
    .select(['case_id', 'phase', 'starts_on', 'ends_on'])
    .where('board_id', '=', boardId)
    .execute();
  return rows
    .map((row): CooperationCase => {
      const own = phases
        .filter((one) => one.case_id === row.id)
        .map((one) => ({ phase: one.phase, startsOn: one.starts_on, endsOn: one.ends_on }))
        .sort((a, b) => CASE_PHASES.indexOf(a.phase) - CASE_PHASES.indexOf(b.phase));
      return {
        id: row.id,
        code: row.code,
        name: row.name,
        group: row.case_group,
        region: row.region,
        description: row.description,
        organising: row.organising,
        transferability: row.transferability,
        future: row.future,
        source: row.source,
        findings: findings.filter((one) => one.case_id === row.id).map(({ kind, text }) => ({ kind, text })),
        phases: own,
        phase: casePhaseOn(own, today),
        version: row.version,
      };
    })
    .sort((a, b) => CASE_GROUPS.indexOf(a.group) - CASE_GROUPS.indexOf(b.group) || byCode(a, b));
}

async function caseRow(db: Kysely<Database>, id: string): Promise<Row> {
  const row = await db.selectFrom('cooperation_case').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'cooperation_case' });
  return row;
}

/** A new case, or a changed one, with its findings and phases. @throws AppError NOT_FOUND, CONFLICT */
export async function saveCase(
  trx: Kysely<Database>,
  input: { id: string | null; boardId: string; version: number; values: CaseValues },
): Promise<{ id: string; code: string }> {
  const { findings, phases, group, ...values } = input.values;
  const row = input.id === null ? null : await caseRow(trx, input.id);
  if (row !== null && row.version !== input.version)
    throw new AppError('CONFLICT', { what: 'cooperation_case' });
  const id = row?.id ?? newId();
  const code = row?.code ?? (await nextCode(trx, 'cooperation_case', input.boardId, 'YT'));
  const columns = { ...values, case_group: group };
  if (row === null)
    await trx
      .insertInto('cooperation_case')
      .values({ id, board_id: input.boardId, code, ...columns })
      .execute();
  else
    await trx
      .updateTable('cooperation_case')
      .set({ ...columns, version: row.version + 1 })
      .where('id', '=', id)
      .execute();
  await trx.deleteFrom('case_finding').where('case_id', '=', id).execute();
  for (const [position, finding] of findings.entries())
    await trx
      .insertInto('case_finding')
      .values({ id: newId(), case_id: id, position, ...finding })
      .execute();
  await trx.deleteFrom('case_phase').where('case_id', '=', id).execute();
  for (const { phase, startsOn, endsOn } of phases)
    await trx
      .insertInto('case_phase')
      .values({ id: newId(), case_id: id, phase, starts_on: startsOn, ends_on: endsOn })
      .execute();
  await indexCase(trx, id);
  return { id, code };
}

/** @throws AppError NOT_FOUND */
export async function removeCase(trx: Kysely<Database>, id: string): Promise<Removal> {
  await caseRow(trx, id);
  await removeSearchEntry(trx, 'cooperation_case', id);
  return await removing(
    trx,
    async () => void (await trx.deleteFrom('cooperation_case').where('id', '=', id).execute()),
  );
}

/** @throws AppError REMOVAL_UNKNOWN */
export async function restoreCase(trx: Kysely<Database>, removal: Removal, procedure: string): Promise<void> {
  await putBackIndexed(trx, removal, procedure, 'cooperation_case', indexCase);
}

/** Brings a case's search entry in step. */
export async function indexCase(trx: Kysely<Database>, id: string): Promise<void> {
  const row = await caseRow(trx, id);
  const findings = await trx
    .selectFrom('case_finding')
    .select('text')
    .where('case_id', '=', id)
    .orderBy('position')
    .execute();
  await putSearchEntry(trx, {
    entity: 'cooperation_case',
    entityId: id,
    boardId: row.board_id,
    title: `${row.code} ${row.name}`,
    body: [row.description, ...findings.map((one) => one.text), row.transferability]
      .filter((part) => part !== '')
      .join('\n'),
    context: row.region,
    sortDate: null,
  });
}
