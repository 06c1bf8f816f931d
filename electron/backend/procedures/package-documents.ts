/** Documents of a package that is open: written anew in any form in which documents leave the program. */
import fs from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { latestVersion } from '../../../db/core/migrate.ts';
import { DOCUMENT_FORMATS, formatsOf, PACKAGE_KINDS } from '../../../db/model/document-format.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { languageSchema } from '../../../db/model/language.ts';
import { LONGEST_SILENCE } from '../../archive/apart.ts';
import type { PackageDocument } from '../../archive/messages.ts';
import { archiveSession } from '../archive-sessions.ts';
import { procedure, router, type BackendContext } from '../context.ts';
import { freshFolder } from '../incoming.ts';
import { publishError, writeFileSafely } from '../write-file.ts';

const choiceEntries = {
  sessionId: v.pipe(v.string(), v.maxLength(60)),
  meetingId: idSchema,
  kind: v.picklist(PACKAGE_KINDS),
  format: v.picklist(DOCUMENT_FORMATS),
  language: languageSchema,
};
const choiceSchema = v.pipe(
  v.object(choiceEntries),
  v.check(({ kind, format }) => formatsOf(kind).includes(format)),
);
type Choice = v.InferOutput<typeof choiceSchema>;

/** Bringing a copy of an older package to the newest schema takes its time. */
const MIGRATING_MS = 120_000;

async function documentOf(ctx: BackendContext, choice: Choice): Promise<PackageDocument> {
  const { process, opened } = archiveSession(choice.sessionId);
  const temporary = await freshFolder();
  try {
    return await process.ask(
      {
        ask: 'document',
        meetingId: choice.meetingId,
        kind: choice.kind,
        format: choice.format,
        language: choice.language,
        phrases: ctx.resources.phrases(),
        today: ctx.today(),
        temporary,
      },
      opened.schemaVersion === latestVersion() ? LONGEST_SILENCE : MIGRATING_MS,
    );
  } finally {
    await fs.rm(temporary, { recursive: true, force: true }).catch(() => {});
  }
}

export const packageDocumentsRouter = router({
  fileName: procedure.input(choiceSchema).query(async ({ ctx, input }) => {
    if (input.format.startsWith('pdf')) ctx.expectDocument();
    return { name: (await documentOf(ctx, input)).name };
  }),

  /** Writes the document to the file that the user chose. */
  export: procedure
    .input(
      v.pipe(
        v.object({ ...choiceEntries, target: v.string() }),
        v.check(({ kind, format }) => formatsOf(kind).includes(format)),
      ),
    )
    .mutation(async ({ ctx, input, signal }) => {
      const target = ctx.grants.resolve(input.target, 'write');
      const { job } = await documentOf(ctx, input);
      const result = await ctx.publish(job, signal);
      if (!result.ok) throw publishError(result.error, target.name);
      await writeFileSafely(target.path, result.bytes);
      return { name: path.basename(target.path) };
    }),
});
