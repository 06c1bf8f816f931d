/** Immigrant inclusion (maahanmuuttajien osallisuus), as the window calls it. */
import path from 'node:path';
import * as v from 'valibot';
import { getBoard } from '../../../db/features/boards.ts';
import { inclusionCoverage } from '../../../db/features/inclusion-coverage.ts';
import { inclusionDecisions, setInclusionDecision } from '../../../db/features/inclusion-decisions.ts';
import { inclusionContacts } from '../../../db/features/inclusion-contacts.ts';
import {
  inclusionIndicators,
  measureByInclusion,
  setInclusionIndicator,
} from '../../../db/features/inclusion-indicators.ts';
import {
  moveStep,
  removePeriod,
  removeStep,
  savePeriod,
  saveStep,
} from '../../../db/features/inclusion-path.ts';
import { inclusionEntries, inclusionEntry } from '../../../db/features/inclusion-views.ts';
import {
  removeInclusionEntry,
  restoreInclusion,
  saveInclusionEntry,
} from '../../../db/features/inclusion.ts';
import {
  addOwnedFile,
  newFileEntries,
  ownedFiles,
  removeOwnedFile,
  renameOwnedFile,
  restoreOwnedFile,
  type FileOwner,
} from '../../../db/features/owned-files.ts';
import { removalSchema } from '../../../db/features/removal.ts';
import { attachmentTitleSchema } from '../../../db/model/attachment.ts';
import { isoDateSchema } from '../../../db/model/dates.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { printInclusion } from '../../../db/model/inclusion-export.ts';
import { coveredEntries } from '../../../db/model/inclusion-coverage.ts';
import { pathPeriodSchema, pathStepSchema } from '../../../db/model/inclusion-path.ts';
import { inclusionInputSchema } from '../../../db/model/inclusion.ts';
import { languageSchema } from '../../../db/model/language.ts';
import { SPOKEN_LANGUAGES } from '../../../db/model/spoken-language.ts';
import { readProcedure, router, writeProcedure } from '../context.ts';
import { inclusionCsv, inclusionWorkbook } from '../inclusion-files.ts';
import { publishError, writeFileSafely } from '../write-file.ts';

const version = v.pipe(v.number(), v.integer());
const byId = v.object({ id: idSchema });
const part = { id: v.nullable(idSchema), entryId: idSchema };
const covered = {
  boardId: idSchema,
  regionCode: v.nullable(v.pipe(v.string(), v.regex(/^\d{2}$/))),
  filter: v.object({
    period: v.nullable(v.object({ from: isoDateSchema, to: isoDateSchema })),
    language: v.nullable(v.picklist(SPOKEN_LANGUAGES)),
  }),
};

const FILES: FileOwner = { table: 'inclusion_file', column: 'entry_id', owner: 'inclusion_entry' };

export const inclusionRouter = router({
  list: readProcedure
    .input(v.object({ boardId: idSchema }))
    .query(({ ctx, input }) => inclusionEntries(ctx.db, input.boardId, ctx.today())),

  get: readProcedure.input(byId).query(async ({ ctx, input }) => ({
    ...(await inclusionEntry(ctx.db, input.id, ctx.today())),
    contacts: await inclusionContacts(ctx.db, input.id, ctx.today()),
    indicators: await inclusionIndicators(ctx.db, input.id, ctx.today()),
    decisions: await inclusionDecisions(ctx.db, input.id),
  })),

  /** Municipality × kind with the gaps, and the entries behind every number. */
  coverage: readProcedure
    .input(v.object(covered))
    .query(({ ctx, input }) => inclusionCoverage(ctx.db, input, ctx.today())),

  /** The coverage as a file; the workbook and the document have the entries and paths besides. */
  exportCoverage: readProcedure
    .input(
      v.object({
        ...covered,
        format: v.picklist(['csv', 'xlsx', 'pdf']),
        language: languageSchema,
        target: v.string(),
      }),
    )
    .mutation(async ({ ctx, input, signal }) => {
      const { boardId, filter, format, language } = input;
      const target = ctx.grants.resolve(input.target, 'write');
      const { region, coverage, entries } = await inclusionCoverage(ctx.db, input, ctx.today());
      const source = {
        region: region && region.name,
        coverage,
        filter,
        entries: coveredEntries(entries, filter),
      };
      const name = { name: path.basename(target.path) };
      if (format !== 'pdf') {
        await writeFileSafely(
          target.path,
          format === 'csv' ? inclusionCsv(source, language) : await inclusionWorkbook(source, language),
        );
        return name;
      }
      const { nameFi, nameSv, nameEn } = await getBoard(ctx.db, boardId);
      const document = printInclusion(source, { fi: nameFi, sv: nameSv, en: nameEn }, ctx.today(), language);
      const result = await ctx.publish(
        { format: 'pdf', document, createdAt: Math.floor(Date.now() / 1000) },
        signal,
      );
      if (!result.ok) throw publishError(result.error, target.name);
      await writeFileSafely(target.path, result.bytes);
      return name;
    }),

  save: writeProcedure
    .input(v.object({ id: v.nullable(idSchema), boardId: idSchema, version, values: inclusionInputSchema }))
    .mutation(async ({ ctx, input }) => {
      const saved = await saveInclusionEntry(ctx.trx, input);
      ctx.changed('inclusion');
      return saved;
    }),

  /** Answers what `restore` needs to undo it; so do the other removals. */
  remove: writeProcedure.input(byId).mutation(async ({ ctx, input }) => {
    const removal = await removeInclusionEntry(ctx.trx, input.id);
    ctx.changed('inclusion');
    return removal;
  }),

  saveStep: writeProcedure
    .input(v.object({ ...part, values: pathStepSchema }))
    .mutation(async ({ ctx, input }) => {
      const saved = await saveStep(ctx.trx, input);
      ctx.changed('inclusion');
      return saved;
    }),

  moveStep: writeProcedure
    .input(v.object({ id: idSchema, index: v.pipe(v.number(), v.integer(), v.minValue(0)) }))
    .mutation(async ({ ctx, input }) => {
      const moved = await moveStep(ctx.trx, input);
      ctx.changed('inclusion');
      return moved;
    }),

  removeStep: writeProcedure.input(byId).mutation(async ({ ctx, input }) => {
    const removal = await removeStep(ctx.trx, input.id);
    ctx.changed('inclusion');
    return removal;
  }),

  savePeriod: writeProcedure
    .input(v.object({ ...part, version, values: pathPeriodSchema }))
    .mutation(async ({ ctx, input }) => {
      const saved = await savePeriod(ctx.trx, input);
      ctx.changed('inclusion');
      return saved;
    }),

  removePeriod: writeProcedure.input(byId).mutation(async ({ ctx, input }) => {
    const removal = await removePeriod(ctx.trx, input.id);
    ctx.changed('inclusion');
    return removal;
  }),

  /** Undoes a removal that the window got from the procedure it names. */
  restore: writeProcedure
    .input(v.object({ removal: removalSchema, of: v.picklist(['remove', 'removeStep', 'removePeriod']) }))
    .mutation(async ({ ctx, input }) => {
      await restoreInclusion(ctx.trx, input.removal, `inclusion.${input.of}`);
      ctx.changed('inclusion');
    }),

  setIndicator: writeProcedure
    .input(v.object({ entryId: idSchema, indicatorId: idSchema, isLinked: v.boolean() }))
    .mutation(async ({ ctx, input }) => {
      await setInclusionIndicator(ctx.trx, input);
      ctx.changed('inclusion');
    }),

  setDecision: writeProcedure
    .input(v.object({ entryId: idSchema, itemId: idSchema, isLinked: v.boolean() }))
    .mutation(async ({ ctx, input }) => {
      await setInclusionDecision(ctx.trx, input);
      ctx.changed('inclusion');
    }),

  /** Notes what the entries of an indicator amount to in a year as its measurement. */
  measure: writeProcedure
    .input(
      v.object({ entryId: idSchema, indicatorId: idSchema, year: v.pipe(v.string(), v.regex(/^\d{4}$/)) }),
    )
    .mutation(async ({ ctx, input }) => {
      const measured = await measureByInclusion(ctx.trx, input, ctx.today());
      ctx.changed('inclusion', 'indicators');
      return measured;
    }),

  files: readProcedure
    .input(v.object({ entryId: idSchema }))
    .query(({ ctx, input }) => ownedFiles(ctx.db, FILES, input.entryId)),

  attach: writeProcedure
    .input(v.object({ entryId: idSchema, ...newFileEntries }))
    .mutation(async ({ ctx, input }) => {
      const added = await addOwnedFile(ctx.trx, FILES, input.entryId, input, ctx.today());
      ctx.changed('inclusion');
      return added;
    }),

  renameFile: writeProcedure
    .input(v.object({ id: idSchema, title: attachmentTitleSchema }))
    .mutation(async ({ ctx, input }) => {
      await renameOwnedFile(ctx.trx, FILES, input.id, input.title);
      ctx.changed('inclusion');
    }),

  removeFile: writeProcedure.input(byId).mutation(async ({ ctx, input }) => {
    const removal = await removeOwnedFile(ctx.trx, FILES, input.id);
    ctx.changed('inclusion');
    return removal;
  }),

  restoreFile: writeProcedure.input(removalSchema).mutation(async ({ ctx, input }) => {
    await restoreOwnedFile(ctx.trx, FILES, input, 'inclusion.removeFile');
    ctx.changed('inclusion');
  }),
});
