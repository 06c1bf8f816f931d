/** `pykala attach`, `pykala export attachments`, `pykala sweep`: files of a meeting without a window. */
import path from 'node:path';
import { openDatabase, write } from '../../db/core/open.ts';
import { addAttachment } from '../../db/features/attachments.ts';
import { documentSource } from '../../db/features/documents.ts';
import { attachmentsOf, sweepContent } from '../../db/features/files.ts';
import { findMeeting } from '../../db/features/meeting-report.ts';
import { meetingView } from '../../db/features/meeting-view.ts';
import { titleOfFile } from '../../db/model/attachment.ts';
import { AppError } from '../../db/model/errors.ts';
import { attachmentFileName } from '../../db/model/print-document.ts';
import { storeFile, writeContent } from '../backend/store-file.ts';
import { today } from '../backend/today.ts';
import { makeFolder } from '../backend/write-file.ts';
import type { Tools } from './commands.ts';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

interface Place {
  db: string;
  meeting: string;
  board: string | null;
}

/** `pykala attach FILE --db FILE --meeting 3/2026 [--section 30] [--title …]` */
export async function attachFile(
  tools: Tools,
  options: Place & { file: string; section: number | null; title: string | null },
): Promise<number> {
  const database = await openDatabase({ file: options.db, create: false });
  try {
    const meetingId = await findMeeting(database.kysely, options.meeting, options.board);
    const { items } = await meetingView(database.kysely, meetingId, today());
    const item = items.find(({ section }) => section === options.section);
    if (options.section !== null && item === undefined)
      throw new AppError('SECTION_UNKNOWN', {
        section: options.section,
        known: items.map(({ section }) => section).join(', ') || '–',
      });
    const stored = await storeFile(options.file, { database, actor: 'pykala' });
    const { number } = await write(database, 'pykala', 'cli.attach', (trx) =>
      addAttachment(trx, {
        meetingId,
        itemId: item?.id ?? null,
        title: options.title ?? titleOfFile(stored.name),
        file: { sha256: stored.sha256, name: stored.name },
      }),
    );
    tools.out(
      tools.json ? json({ number, ...stored }) : `Liite ${number}  ${stored.name}  ${stored.sha256}\n`,
    );
    return 0;
  } finally {
    database.close();
  }
}

/** `pykala export attachments --db FILE --meeting 3/2026 --out DIR` */
export async function exportAttachments(tools: Tools, options: Place & { out: string }): Promise<number> {
  const database = await openDatabase({ file: options.db, create: false });
  try {
    const meetingId = await findMeeting(database.kysely, options.meeting, options.board);
    const { minutes } = await documentSource(database.kysely, meetingId, today());
    await makeFolder(options.out);
    const files: { number: number; title: string; file: string }[] = [];
    for (const one of await attachmentsOf(database.kysely, meetingId)) {
      if (one.sha256 === null) continue;
      const file = path.join(options.out, attachmentFileName(minutes, 'minutes', one));
      await writeContent(database.kysely, one.sha256, file);
      files.push({ number: one.number, title: one.title, file });
    }
    tools.out(tools.json ? json({ files }) : files.map(({ file }) => `${file}\n`).join(''));
    return 0;
  } finally {
    database.close();
  }
}

/** `pykala sweep --db FILE`: removes content that nothing refers to; the file is not open in the program meanwhile. */
export async function sweepFiles(tools: Tools, db: string): Promise<number> {
  const database = await openDatabase({ file: db, create: false });
  try {
    const swept = await write(database, 'pykala', 'cli.sweep', (trx) => sweepContent(trx));
    tools.out(tools.json ? json(swept) : `${swept.files} × – ${swept.bytes} B\n`);
    return 0;
  } finally {
    database.close();
  }
}
