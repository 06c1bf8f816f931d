/** What hangs together in the sample besides what its records say themselves (resources/boards/malli-jane-ties.json). */
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import type { BoardFile } from '../model/board-file.ts';
import { TIED_KINDS, type TiedKind } from '../model/related.ts';
import { setInclusionDecision } from './inclusion-decisions.ts';
import { sampleContext, type SampleContext } from './sample-context.ts';
import { setTie } from './work-ties.ts';

const text = v.pipe(v.string(), v.minLength(1));
/** Name of the case or survey, kind and name of what it is tied to. */
const tieSchema = v.tuple([text, v.picklist(TIED_KINDS), text]);

export const sampleTiesSchema = v.object({
  /** Code of the entry, reference of the §. */
  inclusionDecisions: v.array(v.tuple([text, text])),
  cases: v.array(tieSchema),
  surveys: v.array(tieSchema),
});
export type SampleTies = v.InferOutput<typeof sampleTiesSchema>;

/** The other work of the sample must be there already. */
export async function addSampleTies(
  trx: Kysely<Database>,
  boardId: string,
  files: { board: BoardFile; ties: SampleTies },
): Promise<void> {
  const context = await sampleContext(trx, boardId, files.board);
  for (const [code, reference] of files.ties.inclusionDecisions)
    await setInclusionDecision(trx, {
      entryId: await idOf(trx, 'inclusion_entry', 'code', code),
      itemId: context.item(reference),
      isLinked: true,
    });
  for (const owner of ['case', 'survey'] as const)
    for (const [name, kind, other] of files.ties[`${owner}s`])
      await setTie(trx, {
        of: owner,
        id: await idOf(trx, owner === 'case' ? 'cooperation_case' : 'survey', 'name', name),
        to: { kind, id: await targetOf(context, kind, other) },
        isLinked: true,
      });
}

type Named =
  | 'theme'
  | 'volunteer_action'
  | 'practice'
  | 'project'
  | 'inclusion_entry'
  | 'cooperation_case'
  | 'survey';

async function idOf(
  trx: Kysely<Database>,
  table: Named,
  column: 'code' | 'name',
  value: string,
): Promise<string> {
  const row = await trx
    .selectFrom(table)
    .select('id')
    .where(({ eb, ref }) => eb(ref(column as 'name'), '=', value))
    .executeTakeFirstOrThrow();
  return row.id;
}

async function targetOf(context: SampleContext, kind: TiedKind, name: string): Promise<string> {
  const { trx } = context;
  switch (kind) {
    case 'decision':
      return context.item(name);
    case 'organisation':
      return context.organisation(name);
    case 'municipality':
      return name;
    case 'theme':
      return await idOf(trx, 'theme', 'name', name);
    case 'project':
      return await idOf(trx, 'project', 'name', name);
    case 'action':
      return await idOf(trx, 'volunteer_action', 'code', name);
    case 'practice':
      return await idOf(trx, 'practice', 'code', name);
    case 'inclusion':
      return await idOf(trx, 'inclusion_entry', 'code', name);
  }
}
