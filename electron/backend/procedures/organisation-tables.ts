/** The register out as files and to the clipboard, bulk changes, and merging two organisations. */
import fs from 'node:fs/promises';
import * as v from 'valibot';
import { organisationPage } from '../../../db/features/organisation-index.ts';
import { bulkChangeSchema, bulkIdsSchema, changeMany } from '../../../db/features/organisation-bulk.ts';
import { filterLists } from '../../../db/features/organisation-filter-lists.ts';
import { organisationRows } from '../../../db/features/organisation-list.ts';
import { mergeOrganisations } from '../../../db/features/organisation-merge.ts';
import { exportRows, printLists } from '../../../db/features/organisation-values.ts';
import { isoDateSchema } from '../../../db/model/dates.ts';
import { clipboardTable } from '../../../db/model/clipboard-table.ts';
import { AppError } from '../../../db/model/errors.ts';
import { fileName } from '../../../db/model/identifiers.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { inLanguage, languageSchema } from '../../../db/model/language.ts';
import {
  columnHeading,
  columnText,
  LIST_COLUMNS,
  type PrhNames,
} from '../../../db/model/organisation-columns.ts';
import {
  csvOptionsSchema,
  EXPORT_EXTENSIONS,
  EXPORT_FORMATS,
} from '../../../db/model/organisation-export.ts';
import { filterWords } from '../../../db/model/organisation-filter-words.ts';
import { isLargeChange } from '../../../db/model/organisation-import.ts';
import { organisationInputSchema } from '../../../db/model/organisation.ts';
import { MOST_PRINTED, printOrganisationList } from '../../../db/model/print-organisation-list.ts';
import { readProcedure, router, writeProcedure } from '../context.ts';
import { longWrite } from '../long-write.ts';
import { progressing } from '../progress.ts';
import type { Resources } from '../resources.ts';
import { publishError, writeFileSafely } from '../write-file.ts';
import { writeTable } from '../write-table.ts';
import { REGISTER_TOPICS } from './imports.ts';
import { listSchema } from './organisations.ts';

/** Everything that the list shows, beyond any page. */
const ALL = 1_000_000;
const { text, sort, filter } = listSchema.entries;
/** Which organisations: chosen ones, or those that the list shows by its search and filters. */
const which = { text, sort, filter, ids: v.nullish(bulkIdsSchema, null) };

const columnsInput = v.pipe(v.array(v.picklist(LIST_COLUMNS)), v.minLength(1), v.maxLength(40));

const prhNamesOf = (resources: Resources): PrhNames =>
  new Map(resources.prhClasses().map(({ class: number, ...name }) => [number, name]));

export const organisationTablesRouter = router({
  /** The ids of all that the list shows, in its order. */
  ids: readProcedure.input(v.object({ text, sort, filter })).query(async ({ ctx, input }) => {
    const { ids } = await organisationPage(ctx.db, { ...input, today: ctx.today(), offset: 0, limit: ALL });
    return { ids };
  }),
  fileName: readProcedure
    .input(v.object({ format: v.picklist([...EXPORT_FORMATS, 'pdf']), language: languageSchema }))
    .query(({ ctx, input }) => ({
      name: fileName({
        date: ctx.today(),
        board: '',
        documentType: { fi: 'jarjestot', sv: 'organisationer', en: 'organisations' }[input.language],
        number: null,
        extension: input.format === 'pdf' ? 'pdf' : EXPORT_EXTENSIONS[input.format],
      }),
    })),
  /** Writes organisations to the file that the user chose. */
  export: readProcedure
    .input(
      v.object({
        ...which,
        format: v.picklist(EXPORT_FORMATS),
        csv: v.optional(csvOptionsSchema, {}),
        language: languageSchema,
        target: v.string(),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const target = ctx.grants.resolve(input.target, 'write');
      const ids =
        input.ids ??
        (await organisationPage(ctx.db, { ...input, today: ctx.today(), offset: 0, limit: ALL })).ids;
      const rows = await exportRows(ctx.db, ids, await printLists(ctx.db));
      const bytes = await writeTable(rows, {
        ...input,
        words: ctx.resources.tableWords(),
        today: ctx.today(),
      });
      await writeFileSafely(target.path, bytes);
      return { name: target.name, count: rows.length, bytes: (await fs.stat(target.path)).size };
    }),
  /** Chosen organisations with the columns that are shown, as a spreadsheet takes them from the clipboard. */
  copy: readProcedure
    .input(
      v.object({
        ids: v.pipe(bulkIdsSchema, v.maxLength(20_000, 'too_long')),
        columns: columnsInput,
        language: languageSchema,
      }),
    )
    .query(async ({ ctx, input }) => {
      const { columns, language } = input;
      const rows = await organisationRows(ctx.db, input.ids, ctx.today());
      const prhNames = prhNamesOf(ctx.resources);
      const table = clipboardTable([
        columns.map((column) => columnHeading(column, language)),
        ...rows.map((row) => columns.map((column) => columnText(column, row, prhNames, language))),
      ]);
      return { ...table, count: rows.length };
    }),
  /** Writes the list with the columns that are shown as a document into the file that the user chose. */
  print: readProcedure
    .input(
      v.object({
        ...which,
        boardId: idSchema,
        view: v.optional(v.pipe(v.string(), v.maxLength(80)), ''),
        columns: columnsInput,
        language: languageSchema,
        target: v.string(),
      }),
    )
    .mutation(async ({ ctx, input, signal }) => {
      const { language, columns } = input;
      const target = ctx.grants.resolve(input.target, 'write');
      const today = ctx.today();
      const ids =
        input.ids ?? (await organisationPage(ctx.db, { ...input, today, offset: 0, limit: ALL })).ids;
      if (ids.length > MOST_PRINTED)
        throw new AppError('LIST_TOO_LONG', { count: ids.length, most: MOST_PRINTED });
      const board = await ctx.db
        .selectFrom('board')
        .select(['name_fi as fi', 'name_sv as sv', 'name_en as en'])
        .where('id', '=', input.boardId)
        .executeTakeFirst();
      if (!board) throw new AppError('NOT_FOUND', { what: 'board' });
      const lists = await filterLists(ctx.db, ctx.resources.prhClasses());
      const document = printOrganisationList(
        {
          organisation: inLanguage(board, language),
          view: input.view,
          search: input.ids === null ? input.text.trim() : '',
          filter: input.ids === null ? filterWords(input.filter, lists, language) : '',
          printedOn: today,
          columns,
          rows: await organisationRows(ctx.db, ids, today),
          prhNames: prhNamesOf(ctx.resources),
        },
        language,
      );
      const result = await ctx.publish(
        { format: 'pdf', document, createdAt: Math.floor(Date.now() / 1000) },
        signal,
      );
      if (!result.ok) throw publishError(result.error, target.name);
      await writeFileSafely(target.path, result.bytes);
      return { name: target.name, count: ids.length };
    }),
  /** The same change to many; over a tenth of the register wants the number typed and makes a backup first. */
  change: readProcedure
    .input(
      v.object({
        ids: bulkIdsSchema,
        change: bulkChangeSchema,
        title: v.pipe(v.string(), v.maxLength(300, 'too_long')),
        confirmation: v.optional(v.string(), ''),
      }),
    )
    .subscription(async function* ({ ctx, input, signal }) {
      const { registered } = await ctx.db
        .selectFrom('organisation')
        .select((eb) => eb.fn.countAll<number>().as('registered'))
        .executeTakeFirstOrThrow();
      const count = new Set(input.ids).size;
      const isLarge = count > 1 && isLargeChange(count, registered);
      if (isLarge && input.confirmation.replace(/\s/g, '') !== String(count))
        throw new AppError('CHANGE_CONFIRM', { count });
      yield* progressing(signal, async (between) => {
        if (isLarge) await ctx.workspace.snapshot('before-bulk-change');
        const by = ctx.actor().userName;
        return await longWrite(
          ctx,
          { procedure: 'organisationTables.change', topics: REGISTER_TOPICS, between },
          (trx, rest) =>
            changeMany(trx, input, { title: input.title, by, at: new Date().toISOString(), between: rest }),
        );
      });
    }),
  /** Makes one of two: `values` are those of the one that stays, chosen field by field. */
  merge: writeProcedure
    .input(
      v.object({
        keepId: idSchema,
        keepVersion: v.number(),
        otherId: idSchema,
        otherVersion: v.number(),
        values: organisationInputSchema,
        /** The day on which the other merged into it (yhdistyi); null: the same one twice. */
        mergedOn: v.optional(v.nullable(isoDateSchema), null),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const merged = await mergeOrganisations(ctx.trx, input, {
        by: ctx.actor().userName,
        at: new Date().toISOString(),
      });
      ctx.changed(...REGISTER_TOPICS);
      return merged;
    }),
});
