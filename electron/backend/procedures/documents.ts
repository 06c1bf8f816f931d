/** The documents of a meeting: preview, export, what of them is public, and the phrases for writing them. */
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { Database } from '../../../db/core/schema.ts';
import {
  listBoardPhrases,
  removeBoardPhrase,
  saveBoardPhrase,
  writersPhrases,
} from '../../../db/features/board-phrases.ts';
import { documentSource, sectionsOfItems } from '../../../db/features/documents.ts';
import { composeMinutes } from '../../../db/features/minutes.ts';
import { publicityInputSchema, secretItems, setPublicity } from '../../../db/features/publicity.ts';
import { decisionText, PLAIN_DECISIONS } from '../../../db/features/wording.ts';
import { boardPhraseInputSchema } from '../../../db/model/board-phrase.ts';
import { DOCUMENT_FORMATS } from '../../../db/model/document-format.ts';
import { AppError } from '../../../db/model/errors.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { itemSentences } from '../../../db/model/item-sentences.ts';
import { languageSchema } from '../../../db/model/language.ts';
import { phrasesOfBody } from '../../../db/model/phrases.ts';
import { printDocument, type DocumentChoice, type DocumentSource } from '../../../db/model/print-document.ts';
import { DOCUMENT_KINDS } from '../../../db/model/printable.ts';
import { readProcedure, router, writeProcedure } from '../context.ts';
import { exportFileName, exportJob } from '../document-jobs.ts';
import { publishError, writeFileSafely } from '../write-file.ts';

const formatSchema = v.picklist(DOCUMENT_FORMATS);

/** Which document of a meeting: its kind, and for an extract the items in it. */
const choiceEntries = {
  meetingId: idSchema,
  kind: v.optional(v.picklist(DOCUMENT_KINDS), 'minutes'),
  itemIds: v.optional(v.array(idSchema), []),
  /** Extract: whether those with a right to vote are named for each §. */
  voters: v.optional(v.boolean(), false),
};
type Choice = v.InferOutput<v.ObjectSchema<typeof choiceEntries, undefined>>;

async function chosen(
  ctx: { db: Kysely<Database>; today(): string },
  input: Choice,
): Promise<{ source: DocumentSource; choice: DocumentChoice }> {
  const source = await documentSource(ctx.db, input.meetingId, ctx.today());
  const sections = await sectionsOfItems(ctx.db, input.meetingId, source, input.itemIds);
  return { source, choice: { kind: input.kind, sections, voters: input.voters } };
}

export const minutesRouter = router({
  /** The document as the window draws it; examined minutes come from their frozen snapshot. */
  preview: readProcedure
    .input(v.object({ ...choiceEntries, language: languageSchema }))
    .query(async ({ ctx, input }) => {
      const { source, choice } = await chosen(ctx, input);
      return printDocument(source, choice, ctx.resources.phrases(), input.language);
    }),
  fileName: readProcedure
    .input(v.object({ ...choiceEntries, format: formatSchema, language: v.optional(languageSchema) }))
    .query(async ({ ctx, input }) => {
      // While the user looks for a place, the document process gets ready.
      if (input.format.startsWith('pdf')) ctx.expectDocument();
      const { source } = await chosen(ctx, input);
      return { name: exportFileName(source, input.kind, input.format, input.language) };
    }),
  /** Writes the document to the file that the user chose. A failed export leaves no half-written file. */
  export: readProcedure
    .input(v.object({ ...choiceEntries, language: languageSchema, format: formatSchema, target: v.string() }))
    .mutation(async ({ ctx, input, signal }) => {
      const target = ctx.grants.resolve(input.target, 'write');
      const { source, choice } = await chosen(ctx, input);
      const result = await ctx.publish(
        exportJob(source, choice, input.format, ctx.resources.phrases(), input.language),
        signal,
      );
      if (!result.ok) throw publishError(result.error, target.name);
      await writeFileSafely(target.path, result.bytes);
      return {
        name: path.basename(target.path),
        bytes: (await fs.stat(target.path)).size,
        replaced: result.replaced,
      };
    }),
  /** The secret items of a meeting. */
  secretItems: readProcedure
    .input(v.object({ meetingId: idSchema }))
    .query(async ({ ctx, input }) => await secretItems(ctx.db, input.meetingId)),
  /** Makes an item secret on a ground, or public again (`ground: null`); also when the minutes are examined. */
  setPublicity: writeProcedure.input(publicityInputSchema).mutation(async ({ ctx, input }) => {
    const { meetingId } = await setPublicity(ctx.trx, input);
    ctx.changed(`meeting:${meetingId}`);
  }),
});

export const phrasesRouter = router({
  /** Ready sentences for an item: what its record implies, the standard decisions, and the general phrases. */
  forItem: readProcedure.input(v.object({ itemId: idSchema })).query(async ({ ctx, input }) => {
    const item = await ctx.db
      .selectFrom('agenda_item')
      .innerJoin('meeting', 'meeting.id', 'agenda_item.meeting_id')
      .select(['agenda_item.meeting_id', 'agenda_item.position', 'meeting.board_id'])
      .where('agenda_item.id', '=', input.itemId)
      .executeTakeFirst();
    if (!item) throw new AppError('NOT_FOUND', { what: 'item' });
    const document = await composeMinutes(ctx.db, item.meeting_id);
    const composed = document.items[item.position]!;
    const shipped = ctx.resources.phrases();
    const templates = ctx.resources.agendaTemplates();
    const { own, general, hidden } = await writersPhrases(ctx.db, item.board_id, document, composed, shipped);
    const wording = {
      phrases: phrasesOfBody(shipped, document.wording, document.board.kind),
      language: document.meeting.language,
    };
    const decisions = (
      ['as_proposed', 'unanimous', 'noted', 'tabled', 'returned', 'voted', 'elected', 'removed'] as const
    )
      .filter((type) => !hidden.has(PLAIN_DECISIONS[type] ?? ''))
      .map((type) => ({ key: type, text: decisionText(document, composed, type, shipped, templates) }))
      .filter((entry) => entry.text !== '');
    return {
      record: itemSentences(document, composed, wording).map((sentence) => sentence.text),
      own,
      decisions,
      general,
    };
  }),
  /** The board's list: shipped phrases with its own wordings, and its own. */
  ofBoard: readProcedure
    .input(v.object({ boardId: idSchema }))
    .query(async ({ ctx, input }) => await listBoardPhrases(ctx.db, input.boardId, ctx.resources.phrases())),
  save: writeProcedure.input(boardPhraseInputSchema).mutation(async ({ ctx, input }) => {
    const result = await saveBoardPhrase(ctx.trx, input, ctx.resources.phrases());
    ctx.changed('boards');
    return result;
  }),
  /** Answers what was removed; giving that to `save` undoes it. */
  remove: writeProcedure.input(v.object({ id: idSchema })).mutation(async ({ ctx, input }) => {
    const removed = await removeBoardPhrase(ctx.trx, input.id);
    ctx.changed('boards');
    return removed;
  }),
});
