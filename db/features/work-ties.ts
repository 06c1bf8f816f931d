/** Ties of cases and surveys to what they are about, made by hand; and what they can be tied to. */
import { sql, type Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import type { LocalisedText } from '../model/language.ts';
import type { TiedKind, TyingKind } from '../model/related.ts';
import { latestClassificationYear } from './classification.ts';
import { assertItemOf, findDecisions } from './volunteer-action-parts.ts';
import { assertOfBoard } from './work-links.ts';

const OWNERS = {
  case: { table: 'case_link', column: 'case_id', owner: 'cooperation_case' },
  survey: { table: 'survey_link', column: 'survey_id', owner: 'survey' },
} as const satisfies Record<TyingKind, object>;

const TARGETS = {
  decision: { column: 'item_id', table: 'agenda_item' },
  theme: { column: 'theme_id', table: 'theme' },
  action: { column: 'action_id', table: 'volunteer_action' },
  practice: { column: 'practice_id', table: 'practice' },
  inclusion: { column: 'entry_id', table: 'inclusion_entry' },
  project: { column: 'project_id', table: 'project' },
  organisation: { column: 'organisation_id', table: 'organisation' },
  municipality: { column: 'municipality_code', table: 'municipality' },
} as const satisfies Record<TiedKind, object>;

/** @throws AppError NOT_FOUND */
async function boardOf(trx: Kysely<Database>, table: string, id: string): Promise<string> {
  const { rows } = await sql<{ board_id: string }>`
    select board_id from ${sql.table(table)} where id = ${id}`.execute(trx);
  if (!rows[0]) throw new AppError('NOT_FOUND', { what: table });
  return rows[0].board_id;
}

/**
 * Ties a case or a survey to something or unties it; what is so already stays so.
 * @throws AppError NOT_FOUND, OTHER_BOARD
 */
export async function setTie(
  trx: Kysely<Database>,
  input: { of: TyingKind; id: string; to: { kind: TiedKind; id: string }; isLinked: boolean },
): Promise<void> {
  const { table, column, owner } = OWNERS[input.of];
  const target = TARGETS[input.to.kind];
  const boardId = await boardOf(trx, owner, input.id);
  if (!input.isLinked) {
    await sql`delete from ${sql.table(table)} where ${sql.ref(column)} = ${input.id}
      and ${sql.ref(target.column)} = ${input.to.id}`.execute(trx);
    return;
  }
  await assertTarget(trx, input.to, boardId);
  const year = input.to.kind === 'municipality' ? await latestClassificationYear(trx) : null;
  await sql`insert or ignore into ${sql.table(table)} (id, ${sql.ref(column)}, ${sql.ref(target.column)}, municipality_year)
    values (${newId()}, ${input.id}, ${input.to.id}, ${year})`.execute(trx);
}

async function assertTarget(
  trx: Kysely<Database>,
  { kind, id }: { kind: TiedKind; id: string },
  boardId: string,
): Promise<void> {
  switch (kind) {
    case 'decision':
      return await assertItemOf(trx, id, boardId);
    case 'organisation': {
      const row = await trx.selectFrom('organisation').select('id').where('id', '=', id).executeTakeFirst();
      if (!row) throw new AppError('NOT_FOUND', { what: 'organisation' });
      return;
    }
    case 'municipality': {
      const row = await trx
        .selectFrom('municipality')
        .select('code')
        .where('code', '=', id)
        .where('year', '=', (await latestClassificationYear(trx)) ?? -1)
        .executeTakeFirst();
      if (!row) throw new AppError('NOT_FOUND', { what: 'municipality' });
      return;
    }
    case 'theme':
    case 'action':
    case 'practice':
    case 'inclusion':
    case 'project':
      await assertOfBoard(trx, TARGETS[kind].table, id, boardId);
  }
}

export interface TieChoice {
  kind: TiedKind;
  id: string;
  /** "VT-1", "2/2026 § 17"; empty where there is none. */
  label: string;
  title: LocalisedText;
}

/** What a case or survey of the board can be tied to, by a part of its name or code. */
export async function tieChoices(
  db: Kysely<Database>,
  search: { boardId: string; text: string; limit: number },
): Promise<TieChoice[]> {
  const like = `%${search.text.trim().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const ofBoard = (kind: TiedKind, hasCode: boolean) =>
    sql`select * from (select ${sql.lit(kind)} as kind, id, ${hasCode ? sql.ref('code') : sql.lit('')} as label,
        name as title, null as title_sv
      from ${sql.table(TARGETS[kind].table)} where board_id = ${search.boardId}
        and ${hasCode ? sql`code || ' ' || name` : sql.ref('name')} like ${like} escape '\\'
      order by name limit ${search.limit})`;
  const year = (await latestClassificationYear(db)) ?? -1;
  const { rows } = await sql<{
    kind: TiedKind;
    id: string;
    label: string;
    title: string;
    title_sv: string | null;
  }>`
    ${sql.join(
      [
        ofBoard('theme', false),
        ofBoard('action', true),
        ofBoard('practice', true),
        ofBoard('inclusion', true),
        ofBoard('project', true),
        sql`select * from (select 'municipality' as kind, code as id, '' as label, name_fi as title, name_sv as title_sv
          from municipality where year = ${year} and (name_fi like ${like} escape '\\' or name_sv like ${like} escape '\\')
          order by name_fi limit ${search.limit})`,
        sql`select * from (select 'organisation' as kind, id, '' as label, name_fi as title, name_sv as title_sv
          from organisation where name_fi like ${like} escape '\\' order by sort_key limit ${search.limit})`,
      ],
      sql` union all `,
    )}`.execute(db);
  const decisions = await findDecisions(db, search);
  return [
    ...rows.map(({ kind, id, label, title, title_sv }) => ({
      kind,
      id,
      label,
      title: { fi: title, sv: title_sv, en: null },
    })),
    ...decisions.map((one): TieChoice => ({
      kind: 'decision',
      id: one.itemId,
      label: one.reference,
      title: { fi: one.title, sv: null, en: null },
    })),
  ];
}
