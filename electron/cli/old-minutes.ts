/** `pykala import minutes FILE --db FILE`: old minutes read and proposed; nothing is accepted without a yes. */
import fs from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { openDatabase, write } from '../../db/core/open.ts';

import {
  acceptOldMinutes,
  importOldMinutes,
  oldMinutesView,
  saveReview,
} from '../../db/features/old-minutes.ts';
import { formatDate } from '../../db/model/dates.ts';
import { AppError } from '../../db/model/errors.ts';
import { cleanFileName } from '../../db/model/file-name.ts';
import { SNIFFED_BYTES, sniffMediaType } from '../../db/model/media-type.ts';
import { oldMinutesSchema, type OldMinutesProposal } from '../../db/model/old-minutes.ts';
import { parseOldMinutes } from '../../db/model/old-minutes-parser.ts';
import { acceptedOf, acceptedRest, reviewFields } from '../../db/model/old-minutes-review.ts';
import { storeFile } from '../backend/store-file.ts';
import { today } from '../backend/today.ts';
import { extractApart, EXTRACTOR_ARGUMENTS } from '../publish/extract.ts';
import { spawnNode } from '../publish/spawn-node.ts';
import { spawnThread } from '../publish/spawn-thread.ts';
import { boardOf } from './board-file.ts';
import type { Tools } from './commands.ts';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
/** Larger files are no minutes. */
const LARGEST = 60 * 1024 * 1024;

export interface ImportMinutesOptions {
  file: string;
  db: string;
  board: string | null;
  /** Reads and proposes; nothing is written. */
  dryRun: boolean;
  /** The yes to everything that was found. Without it the minutes wait for their review in the window. */
  accept: boolean;
}

/**
 * Reads old minutes, in a process of its own as the window does, and keeps their text for review.
 * @returns 0, or 1 when the file was brought in before
 */
export async function importMinutes(tools: Tools, options: ImportMinutesOptions): Promise<number> {
  const database = await openDatabase({ file: options.db, create: false });
  try {
    const board = await boardOf(database.kysely, options.board);
    const file = cleanFileName(path.basename(options.file));
    const { text, pages } = await read(tools, options.file, file);
    const proposal = parseOldMinutes(text);
    if (options.dryRun) {
      say(tools, { file, board: board.shortName, written: false, state: null, id: null, pages, proposal });
      return 0;
    }
    const { sha256 } = await storeFile(options.file, { database, actor: 'pykala' });
    const kept = await write(database, 'pykala', 'cli.import', async (trx) => {
      const imported = await importOldMinutes(trx, {
        boardId: board.id,
        sha256,
        fileName: file,
        text,
        pages,
        actor: 'pykala',
        today: today(),
      });
      if (options.accept) await acceptAll(trx, imported.id);
      const { state } = await oldMinutesView(trx, imported.id);
      return { ...imported, state };
    });
    say(tools, {
      file,
      board: board.shortName,
      written: kept.isNew || options.accept,
      state: kept.state,
      id: kept.id,
      pages,
      proposal,
    });
    return kept.isNew || options.accept ? 0 : 1;
  } finally {
    database.close();
  }
}

/** The yes to all that was found. @throws AppError INVALID_INPUT when no day was found: that must be told by somebody */
async function acceptAll(trx: Parameters<typeof oldMinutesView>[0], id: string): Promise<void> {
  const view = await oldMinutesView(trx, id);
  const review = acceptedRest(view.review, reviewFields(view.proposal, view.review));
  const values = v.safeParse(oldMinutesSchema, acceptedOf(reviewFields(view.proposal, review)));
  if (!values.success)
    throw new AppError('OLD_MINUTES_INCOMPLETE', {
      fields: values.issues.map((issue) => v.getDotPath(issue) ?? '').join(', '),
    });
  const { version } = await saveReview(trx, id, view.version, review);
  await acceptOldMinutes(trx, id, version, values.output);
}

async function read(tools: Tools, source: string, file: string): Promise<{ text: string; pages: number }> {
  let bytes: Uint8Array;
  try {
    if (fs.statSync(source).size > LARGEST) throw new AppError('EXTRACT_TOO_LARGE', { file });
    bytes = fs.readFileSync(source);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('FILE_UNREADABLE', { file, reason: (error as NodeJS.ErrnoException).code ?? '' });
  }
  const entry = tools.program('publish/extract-process');
  const result = await extractApart(
    { bytes, mediaType: sniffMediaType(bytes.subarray(0, SNIFFED_BYTES)) },
    // Inside the packaged product no Node binary is at hand that could be forked.
    {
      spawn: () =>
        process.versions.electron ? spawnThread(entry) : spawnNode(entry, [...EXTRACTOR_ARGUMENTS]),
    },
  );
  if (!result.ok) throw new AppError(result.code, { file });
  return result;
}

interface Said {
  file: string;
  board: string;
  written: boolean;
  state: 'review' | 'accepted' | null;
  id: string | null;
  pages: number;
  proposal: OldMinutesProposal;
}

function say(tools: Tools, { proposal, ...said }: Said): void {
  if (tools.json) {
    tools.out(json({ ...said, proposal }));
    return;
  }
  const { number, year, heldOn, place, people, items, examiners } = proposal;
  const label = number === null || year === null ? '?' : `${number.value}/${year.value}`;
  tools.out(
    `${said.board} ${label}  ${heldOn === null ? '?' : formatDate(heldOn.value, tools.language)}  ${place?.value ?? ''}\n`,
  );
  for (const item of items) tools.out(`  ${item.label}  ${item.title}\n`);
  const words = {
    fi: {
      people: 'läsnäolijat',
      examiners: 'tarkastajat',
      review: 'odottaa läpikäyntiä ohjelmassa',
      accepted: 'hyväksytty',
      none: 'mitään ei tallennettu',
    },
    sv: {
      people: 'deltagare',
      examiners: 'justerare',
      review: 'väntar på genomgång i programmet',
      accepted: 'godkänt',
      none: 'ingenting sparades',
    },
    en: {
      people: 'people',
      examiners: 'examiners',
      review: 'waits for its review in the program',
      accepted: 'accepted',
      none: 'nothing was stored',
    },
  }[tools.language];
  tools.out(`  ${words.people}: ${people.length}, ${words.examiners}: ${examiners.length}\n`);
  tools.out(`  ${said.state === null ? words.none : words[said.state]}\n`);
}
