/** The minutes as a document: preview, export, and the phrases for writing them. */
import fs from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { composeMinutes } from '../../../db/features/minutes.ts';
import { decisionText } from '../../../db/features/wording.ts';
import { frozenMinutes } from '../../../db/features/snapshots.ts';
import { AppError } from '../../../db/model/errors.ts';
import { fileName } from '../../../db/model/identifiers.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { itemSentences } from '../../../db/model/item-sentences.ts';
import { languageSchema } from '../../../db/model/language.ts';
import type { MinutesDocument } from '../../../db/model/minutes-document.ts';
import { printMinutes } from '../../../db/model/print-minutes.ts';
import { readProcedure, router } from '../context.ts';
import { publishError, writeFileSafely } from '../write-file.ts';

const FORMATS = { pdf: 'pdf', text: 'txt', json: 'json' } as const;
const formatSchema = v.picklist(['pdf', 'text', 'json']);

/** "2026-05-19_JANE_poytakirja_3-2026.pdf" */
export function minutesFileName(document: MinutesDocument, format: keyof typeof FORMATS): string {
  return fileName({
    date: document.meeting.heldOn,
    board: document.board.shortName,
    documentType: document.rules.profile === 'memo' ? 'muistio' : 'poytakirja',
    number: `${document.meeting.number}/${document.meeting.year}`,
    extension: FORMATS[format],
  });
}

export const minutesRouter = router({
  /** The document as the window draws it; examined minutes come from their frozen snapshot. */
  preview: readProcedure
    .input(v.object({ meetingId: idSchema, language: languageSchema }))
    .query(async ({ ctx, input }) => {
      const document =
        (await frozenMinutes(ctx.db, input.meetingId)) ?? (await composeMinutes(ctx.db, input.meetingId));
      return printMinutes(document, ctx.resources.phrases(), input.language);
    }),
  fileName: readProcedure
    .input(v.object({ meetingId: idSchema, format: formatSchema }))
    .query(async ({ ctx, input }) => ({
      name: minutesFileName(await composeMinutes(ctx.db, input.meetingId), input.format),
    })),
  /** Writes the document to the file that the user chose. A failed export leaves no half-written file. */
  export: readProcedure
    .input(
      v.object({ meetingId: idSchema, language: languageSchema, format: formatSchema, target: v.string() }),
    )
    .mutation(async ({ ctx, input, signal }) => {
      const target = ctx.grants.resolve(input.target, 'write');
      const document =
        (await frozenMinutes(ctx.db, input.meetingId)) ?? (await composeMinutes(ctx.db, input.meetingId));
      const result = await ctx.publish(
        {
          format: input.format,
          document:
            input.format === 'json'
              ? document
              : printMinutes(document, ctx.resources.phrases(), input.language),
          createdAt: Math.floor(Date.now() / 1000),
        },
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
});

export const phrasesRouter = router({
  /** Ready sentences for an item: what its record implies, the standard decisions, and the general phrases. */
  forItem: readProcedure.input(v.object({ itemId: idSchema })).query(async ({ ctx, input }) => {
    const item = await ctx.db
      .selectFrom('agenda_item')
      .select(['meeting_id', 'position'])
      .where('id', '=', input.itemId)
      .executeTakeFirst();
    if (!item) throw new AppError('NOT_FOUND', { what: 'item' });
    const document = await composeMinutes(ctx.db, item.meeting_id);
    const composed = document.items[item.position]!;
    const phrases = ctx.resources.phrases();
    const templates = ctx.resources.agendaTemplates();
    const wording = { phrases, language: document.meeting.language };
    const decisions = (
      ['as_proposed', 'unanimous', 'noted', 'tabled', 'returned', 'voted', 'elected', 'removed'] as const
    )
      .map((type) => ({ key: type, text: decisionText(document, composed, type, phrases, templates) }))
      .filter((entry) => entry.text !== '');
    return {
      record: itemSentences(document, composed, wording).map((sentence) => sentence.text),
      decisions,
      general: Object.entries(phrases)
        .filter(([, phrase]) => !phrase.fi.includes('{'))
        .filter(([key]) => /^(decision|proposal|vote|examination|lawfulness)\./.test(key))
        .map(([key, phrase]) => ({ key, text: phrase[wording.language] })),
    };
  }),
});
