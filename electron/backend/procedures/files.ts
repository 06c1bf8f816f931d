/** Files and attachments: taking them in, showing them, saving and opening copies. */
import fs from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import {
  addAttachment,
  changeAttachment,
  removeAttachment,
  restoreAttachment,
} from '../../../db/features/attachments.ts';
import { documentSource, sectionsOfItems } from '../../../db/features/documents.ts';
import { attachedFile, attachmentsOf, readPart } from '../../../db/features/files.ts';
import { removalSchema } from '../../../db/features/removal.ts';
import { attachmentChangeSchema, attachmentInputSchema, sha256Schema } from '../../../db/model/attachment.ts';
import { AppError } from '../../../db/model/errors.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { mayOpenInSystem } from '../../../db/model/media-type.ts';
import { attachmentFileName, attachmentsOfDocument } from '../../../db/model/print-document.ts';
import { DOCUMENT_KINDS } from '../../../db/model/printable.ts';
import { procedure, readProcedure, router, writeProcedure, type Topic } from '../context.ts';
import { beginArrival, dropArrival, freshPlace, takePart } from '../incoming.ts';
import { storeFile, writeContent, type StoredFile } from '../store-file.ts';
import { makeFolder } from '../write-file.ts';

const topic = (id: string): Topic => `meeting:${id}`;

/** What the window hears while a file is being stored. */
type Storing =
  | { done: number; total: number; file: null }
  | { done: number; total: number; file: StoredFile };

export const filesRouter = router({
  /** Begins to take in a file that the window has without a path. */
  beginUpload: procedure
    .input(
      v.object({
        name: v.pipe(v.string(), v.maxLength(1_000, 'too_long')),
        size: v.pipe(v.number(), v.integer(), v.minValue(0)),
      }),
    )
    .mutation(async ({ input }) => ({ grant: await beginArrival(input.name, input.size) })),
  /** The next part of it. */
  upload: procedure
    .input(v.object({ grant: v.string(), bytes: v.instance(Uint8Array) }))
    .mutation(async ({ ctx, input }) => await takePart(input.grant, input.bytes, ctx.grants)),
  dropUpload: procedure
    .input(v.object({ grant: v.string() }))
    .mutation(async ({ input }) => await dropArrival(input.grant)),
  /** Stores a file that the user chose or dropped, and tells how far it has come; the last word is the file. */
  store: readProcedure.input(v.object({ grant: v.string() })).subscription(async function* ({
    ctx,
    input,
    signal,
  }): AsyncGenerator<Storing> {
    const source = ctx.grants.resolve(input.grant, 'read');
    let latest: Storing = { done: 0, total: 1, file: null };
    let heard = Promise.withResolvers<void>();
    const storing = storeFile(source.path, {
      database: ctx.workspace.database(),
      actor: ctx.actor().userName,
      signal,
      onProgress(done, total) {
        latest = { done, total, file: null };
        heard.resolve();
      },
    });
    let ended = false;
    const end = storing.then(
      () => {
        ended = true;
      },
      () => {
        ended = true;
      },
    );
    try {
      while (!ended) {
        await Promise.race([heard.promise, end]);
        heard = Promise.withResolvers<void>();
        if (!ended) yield latest;
      }
      const file = await storing;
      yield { done: 1, total: 1, file };
    } finally {
      await dropArrival(input.grant);
    }
  }),
  attach: writeProcedure.input(attachmentInputSchema).mutation(async ({ ctx, input }) => {
    const result = await addAttachment(ctx.trx, input);
    ctx.changed(topic(input.meetingId));
    return result;
  }),
  change: writeProcedure.input(attachmentChangeSchema).mutation(async ({ ctx, input }) => {
    const { meetingId } = await changeAttachment(ctx.trx, input);
    ctx.changed(topic(meetingId));
  }),
  /** Answers what `restore` needs to undo it. */
  remove: writeProcedure.input(v.object({ id: idSchema })).mutation(async ({ ctx, input }) => {
    const { meetingId, removal } = await removeAttachment(ctx.trx, input.id);
    ctx.changed(topic(meetingId));
    return removal;
  }),
  restore: writeProcedure.input(removalSchema).mutation(async ({ ctx, input }) => {
    const { id, meetingId } = await restoreAttachment(ctx.trx, input, 'files.remove');
    ctx.changed(topic(meetingId));
    return { id };
  }),
  /** A part of a stored file, 0 first; null after the last. */
  read: readProcedure
    .input(v.object({ sha256: sha256Schema, part: v.pipe(v.number(), v.integer(), v.minValue(0)) }))
    .query(async ({ ctx, input }) => ({ bytes: await readPart(ctx.db, input.sha256, input.part) })),
  /** Writes a copy to the file that the user chose. */
  saveCopy: readProcedure
    .input(v.object({ sha256: sha256Schema, target: v.string() }))
    .mutation(async ({ ctx, input }) => {
      const target = ctx.grants.resolve(input.target, 'write');
      await writeContent(ctx.db, input.sha256, target.path);
      return { name: target.name };
    }),
  /** Opens a copy in the system's own program, when its kind cannot run anything. */
  open: readProcedure.input(v.object({ id: idSchema })).mutation(async ({ ctx, input }) => {
    const row = await attachedFile(ctx.db, input.id);
    if (!row) throw new AppError('NOT_FOUND', { what: 'attachment' });
    const file = row.name;
    if (!mayOpenInSystem(file, row.mediaType)) throw new AppError('FILE_NOT_OPENED', { file });
    const place = await freshPlace(file);
    await writeContent(ctx.db, row.sha256, place);
    // A copy: what is changed in it would not reach the attachment.
    await fs.chmod(place, 0o400);
    ctx.openFile(place);
  }),
  /**
   * Writes the files of the attachments that a document lists into a folder beside the document that the user saved.
   * Those of secret items do not go with a public document.
   */
  exportBeside: readProcedure
    .input(
      v.object({
        meetingId: idSchema,
        kind: v.picklist(DOCUMENT_KINDS),
        itemIds: v.optional(v.array(idSchema), []),
        target: v.string(),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const target = ctx.grants.resolve(input.target, 'write');
      const source = await documentSource(ctx.db, input.meetingId, ctx.today());
      const sections = await sectionsOfItems(ctx.db, input.meetingId, source, input.itemIds);
      const numbers = attachmentsOfDocument(source, { kind: input.kind, sections, voters: false });
      const files = (await attachmentsOf(ctx.db, input.meetingId)).filter(
        ({ sha256, number }) => sha256 !== null && numbers.includes(number),
      );
      if (files.length === 0) return { count: 0, folder: '' };
      const { dir, name } = path.parse(target.path);
      const folder = path.join(dir, `${name}_liitteet`);
      await makeFolder(folder);
      for (const file of files)
        await writeContent(
          ctx.db,
          file.sha256!,
          path.join(folder, attachmentFileName(source.minutes, input.kind, file)),
        );
      return { count: files.length, folder: path.basename(folder) };
    }),
});
