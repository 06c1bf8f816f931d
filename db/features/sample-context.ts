/** What the sample's work between meetings refers to, found in the sample board that was imported before. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type { BoardFile } from '../model/board-file.ts';
import { itemReferences } from './item-references.ts';

/** Ids by what the file calls things. Each throws when the file names what is not there: the file is the program's own. */
export interface SampleContext {
  trx: Kysely<Database>;
  boardId: string;
  /** By the local id of the board's file, e.g. "org03". */
  organisation(localId: string): string;
  /** E.g. "J05". */
  person(localId: string): string;
  /** E.g. "liikunta". */
  field(key: string): string;
  /** E.g. "3/2026 § 27". */
  item(reference: string): string;
  /** E.g. "T-2026-05". */
  task(code: string): string;
}

/** @param file the board's file, whose local ids the sample uses */
export async function sampleContext(
  trx: Kysely<Database>,
  boardId: string,
  file: BoardFile,
): Promise<SampleContext> {
  const organisations = new Map(
    (await trx.selectFrom('organisation').select(['id', 'name_fi']).execute()).map((row) => [
      row.name_fi,
      row.id,
    ]),
  );
  const persons = new Map(
    (await trx.selectFrom('person').select(['id', 'name']).execute()).map((row) => [row.name, row.id]),
  );
  const fields = await trx.selectFrom('field').select(['id', 'key']).execute();
  const items = await trx
    .selectFrom('agenda_item')
    .innerJoin('meeting', 'meeting.id', 'meeting_id')
    .select('agenda_item.id')
    .where('board_id', '=', boardId)
    .execute();
  const references = await itemReferences(
    trx,
    items.map((row) => row.id),
  );
  const tasks = await trx.selectFrom('task').select(['id', 'code']).where('board_id', '=', boardId).execute();
  const found = (what: string, name: string, id: string | undefined): string => {
    if (id === undefined) throw new Error(`The sample has no ${what} ${name}.`);
    return id;
  };
  const byReference = new Map([...references].map(([id, reference]) => [reference.replaceAll(' ', ' '), id]));
  return {
    trx,
    boardId,
    organisation: (localId) =>
      found(
        'organisation',
        localId,
        organisations.get(file.organisations.find(({ id }) => id === localId)?.name.fi ?? ''),
      ),
    person: (localId) =>
      found('person', localId, persons.get(file.persons.find(({ id }) => id === localId)?.name ?? '')),
    field: (key) => found('field', key, fields.find((row) => row.key === key)?.id),
    item: (reference) => found('item', reference, byReference.get(reference)),
    task: (code) => found('task', code, tasks.find((row) => row.code === code)?.id),
  };
}
