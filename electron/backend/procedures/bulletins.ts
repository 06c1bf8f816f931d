/** Plain-language bulletins, as the window calls them: writing, translating, checking, and what goes out. */
import path from 'node:path';
import * as v from 'valibot';
import { originChoices } from '../../../db/features/bulletin-origins.ts';
import {
  changeText,
  checkText,
  confirmCurrent,
  keepVersion,
  restoreRevision,
  textRevisions,
  uncheckText,
  type Writer,
} from '../../../db/features/bulletin-texts.ts';
import { getBulletin, listBulletins } from '../../../db/features/bulletin-views.ts';
import {
  addLanguage,
  createBulletin,
  noteOrigin,
  removeBulletin,
  removeLanguage,
  restoreBulletin,
} from '../../../db/features/bulletins.ts';
import { removalSchema } from '../../../db/features/removal.ts';
import {
  bulletinChangeSchema,
  bulletinLanguageSchema,
  checkedSchema,
  newBulletinSchema,
} from '../../../db/model/bulletin.ts';
import { fileName } from '../../../db/model/identifiers.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { BULLETIN_FORMATS, bulletinFileName } from '../../../db/model/print-bulletin.ts';
import { bulletinFile, bulletinSheet, writtenLanguages, zipped } from '../bulletin-files.ts';
import { readProcedure, router, writeProcedure, type BackendContext } from '../context.ts';
import { writeFileSafely } from '../write-file.ts';

const byId = v.object({ id: idSchema });
const byText = v.object({ textId: idSchema });
const oneFile = { id: idSchema, language: bulletinLanguageSchema, format: v.picklist(BULLETIN_FORMATS) };
/** What a file of all languages can hold. */
const formats = v.pipe(v.array(v.picklist(BULLETIN_FORMATS)), v.minLength(1, 'required'), v.maxLength(3));

const writer = (ctx: BackendContext): Writer => ({
  name: ctx.actor().userName,
  at: new Date().toISOString(),
});

export const bulletinsRouter = router({
  list: readProcedure
    .input(v.object({ boardId: idSchema }))
    .query(({ ctx, input }) => listBulletins(ctx.db, input.boardId, ctx.resources.phrases())),

  get: readProcedure
    .input(byId)
    .query(({ ctx, input }) => getBulletin(ctx.db, input.id, ctx.resources.phrases())),

  /** Decisions of examined minutes and events, to make a bulletin from. */
  origins: readProcedure
    .input(v.object({ boardId: idSchema }))
    .query(({ ctx, input }) => originChoices(ctx.db, input.boardId)),

  create: writeProcedure.input(newBulletinSchema).mutation(async ({ ctx, input }) => {
    const made = await createBulletin(ctx.trx, input, ctx.today(), ctx.resources.phrases());
    ctx.changed('bulletins');
    return made;
  }),

  change: writeProcedure
    .input(
      v.object({ textId: idSchema, version: v.pipe(v.number(), v.integer()), change: bulletinChangeSchema }),
    )
    .mutation(async ({ ctx, input }) => {
      const { version } = await changeText(ctx.trx, input, writer(ctx));
      ctx.changed('bulletins');
      return { version };
    }),

  /** The translation agrees with the source as it is now. */
  confirmCurrent: writeProcedure.input(byText).mutation(async ({ ctx, input }) => {
    await confirmCurrent(ctx.trx, input.textId, writer(ctx));
    ctx.changed('bulletins');
  }),

  check: writeProcedure
    .input(v.object({ textId: idSchema, ...checkedSchema.entries }))
    .mutation(async ({ ctx, input }) => {
      await checkText(ctx.trx, input, writer(ctx), ctx.today());
      ctx.changed('bulletins');
    }),

  uncheck: writeProcedure.input(byText).mutation(async ({ ctx, input }) => {
    await uncheckText(ctx.trx, input.textId);
    ctx.changed('bulletins');
  }),

  /** The source text has been brought in step with the decision or event. */
  noteOrigin: writeProcedure.input(byId).mutation(async ({ ctx, input }) => {
    await noteOrigin(ctx.trx, input.id, ctx.resources.phrases());
    ctx.changed('bulletins');
  }),

  addLanguage: writeProcedure
    .input(v.object({ id: idSchema, language: bulletinLanguageSchema }))
    .mutation(async ({ ctx, input }) => {
      await addLanguage(ctx.trx, input.id, input.language);
      ctx.changed('bulletins');
    }),

  removeLanguage: writeProcedure.input(byText).mutation(async ({ ctx, input }) => {
    const { after, last } = await removeLanguage(ctx.trx, input.textId);
    ctx.changed('bulletins');
    return { after, last };
  }),

  restoreLanguage: writeProcedure.input(removalSchema).mutation(async ({ ctx, input }) => {
    await restoreBulletin(ctx.trx, input, 'bulletins.removeLanguage');
    ctx.changed('bulletins');
  }),

  remove: writeProcedure.input(byId).mutation(async ({ ctx, input }) => {
    const removal = await removeBulletin(ctx.trx, input.id);
    ctx.changed('bulletins');
    return removal;
  }),

  restore: writeProcedure.input(removalSchema).mutation(async ({ ctx, input }) => {
    await restoreBulletin(ctx.trx, input, 'bulletins.remove');
    ctx.changed('bulletins');
  }),

  revisions: readProcedure.input(byText).query(({ ctx, input }) => textRevisions(ctx.db, input.textId)),

  keepVersion: writeProcedure.input(byText).mutation(async ({ ctx, input }) => {
    await keepVersion(ctx.trx, input.textId, writer(ctx));
    ctx.changed('bulletins');
  }),

  restoreRevision: writeProcedure
    .input(v.object({ textId: idSchema, revisionId: idSchema }))
    .mutation(async ({ ctx, input }) => {
      await restoreRevision(ctx.trx, input, writer(ctx));
      ctx.changed('bulletins');
    }),

  /** How full the page of one language is. */
  fit: readProcedure
    .input(v.object({ id: idSchema, language: bulletinLanguageSchema }))
    .query(async ({ ctx, input }) => {
      const bulletin = await getBulletin(ctx.db, input.id, ctx.resources.phrases());
      const sheet = await bulletinSheet(ctx.db, bulletin, input.language);
      return (await bulletinFile(sheet, 'pdf', (job) => ctx.publish(job))).fit;
    }),

  fileName: readProcedure.input(v.object(oneFile)).query(async ({ ctx, input }) => {
    if (input.format === 'pdf') ctx.expectDocument();
    const bulletin = await getBulletin(ctx.db, input.id, ctx.resources.phrases());
    return { name: bulletinFileName(await bulletinSheet(ctx.db, bulletin, input.language), input.format) };
  }),

  export: readProcedure
    .input(v.object({ ...oneFile, target: v.string() }))
    .mutation(async ({ ctx, input, signal }) => {
      const target = ctx.grants.resolve(input.target, 'write');
      const bulletin = await getBulletin(ctx.db, input.id, ctx.resources.phrases());
      const sheet = await bulletinSheet(ctx.db, bulletin, input.language);
      const file = await bulletinFile(sheet, input.format, (job) => ctx.publish(job, signal));
      await writeFileSafely(target.path, file.bytes);
      return { name: path.basename(target.path), fit: file.fit };
    }),

  /** The name of the archive with all languages. */
  archiveName: readProcedure.input(byId).query(async ({ ctx, input }) => {
    const bulletin = await getBulletin(ctx.db, input.id, ctx.resources.phrases());
    const [first] = writtenLanguages(bulletin);
    const sheet = await bulletinSheet(ctx.db, bulletin, first ?? bulletin.sourceLanguage);
    return {
      name: fileName({
        date: bulletin.createdOn,
        board: sheet.boardShortName,
        documentType: 'tiedote_kielet',
        number: sheet.decision?.meetingNumber ?? '',
        extension: 'zip',
      }),
    };
  }),

  /** Every language that is written, in one archive. Tells which pages are too full. */
  exportAll: readProcedure
    .input(v.object({ id: idSchema, formats, target: v.string() }))
    .mutation(async ({ ctx, input, signal }) => {
      const target = ctx.grants.resolve(input.target, 'write');
      const bulletin = await getBulletin(ctx.db, input.id, ctx.resources.phrases());
      const files = [];
      for (const language of writtenLanguages(bulletin)) {
        const sheet = await bulletinSheet(ctx.db, bulletin, language);
        for (const format of input.formats)
          files.push(await bulletinFile(sheet, format, (job) => ctx.publish(job, signal)));
      }
      await writeFileSafely(target.path, await zipped(files));
      return {
        name: path.basename(target.path),
        count: files.length,
        overfull: files.flatMap(({ language, fit }) =>
          fit !== null && fit.needed > fit.room ? [{ language, fit }] : [],
        ),
      };
    }),
});
