/** `pykala export <kind>`: any document of a meeting as a file. */
import path from 'node:path';
import { openDatabase } from '../../db/core/open.ts';
import { documentSource } from '../../db/features/documents.ts';
import { findMeeting } from '../../db/features/meeting-report.ts';
import type { DocumentFormat } from '../../db/model/document-format.ts';
import type { DocumentChoice } from '../../db/model/print-document.ts';
import { exportJob } from '../backend/document-jobs.ts';
import { today } from '../backend/today.ts';
import { publishError, writeFileSafely } from '../backend/write-file.ts';
import { withPublisher, type Tools } from './commands.ts';

/** `pykala export extract --db FILE --meeting 3/2026 --sections 29,30 --format pdf|text|json --out FILE` */
export async function exportDocument(
  tools: Tools,
  options: {
    db: string;
    meeting: string;
    board: string | null;
    choice: DocumentChoice;
    format: DocumentFormat;
    out: string;
  },
): Promise<number> {
  const database = await openDatabase({ file: options.db, create: false });
  const source = await (async () => {
    try {
      const id = await findMeeting(database.kysely, options.meeting, options.board);
      return await documentSource(database.kysely, id, today());
    } finally {
      database.close();
    }
  })();
  const language = tools.languageGiven ? tools.language : source.minutes.meeting.language;
  const job = exportJob(source, options.choice, options.format, tools.resources.phrases(), language);
  const result = await withPublisher(tools, (pool) => pool.render(job));
  if (!result.ok) throw publishError(result.error, path.basename(options.out));
  await writeFileSafely(options.out, result.bytes);
  if (tools.json)
    tools.out(
      `${JSON.stringify({ file: options.out, bytes: result.bytes.length, replaced: result.replaced }, null, 2)}\n`,
    );
  else {
    tools.out(`${options.out}\n`);
    for (const { character, count } of result.replaced)
      tools.error(
        `pykala: U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')} × ${count}\n`,
      );
  }
  return 0;
}
