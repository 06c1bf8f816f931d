/** What the command line can do; each command returns its exit code. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openDatabase, write, type OpenDatabase } from '../../db/core/open.ts';
import { importBoardFile } from '../../db/features/board-file.ts';
import { callView } from '../../db/features/call-view.ts';
import { checkEverything } from '../../db/features/check.ts';
import { importClassification } from '../../db/features/classification.ts';
import { findMeeting, meetingReport, stateOfMeeting } from '../../db/features/meeting-report.ts';
import { composeMinutes } from '../../db/features/minutes.ts';
import { freezeExamined } from '../../db/features/meeting-course.ts';
import { reindexAll } from '../../db/features/search.ts';
import { frozenMinutes } from '../../db/features/snapshots.ts';
import { parseBoardFile, type BoardFile } from '../../db/model/board-file.ts';
import { valueWord } from '../../db/model/data-words.ts';
import { formatDate } from '../../db/model/dates.ts';
import { AppError } from '../../db/model/errors.ts';
import { findingWords } from '../../db/model/finding-words.ts';
import { printMinutes } from '../../db/model/print-minutes.ts';
import { exportFileName } from '../backend/document-jobs.ts';
import { parseJson } from '../backend/procedures/workspace.ts';
import type { Language } from '../backend/protocol.ts';
import type { Resources } from '../backend/resources.ts';
import { callReport } from './call.ts';
import { makeFolder, publishError, writeFileSafely } from '../backend/write-file.ts';
import { createPublishTeam, type PublishPool } from '../publish/pool.ts';
import { spawnNode } from '../publish/spawn-node.ts';
import { spawnThread } from '../publish/spawn-thread.ts';

/** The programs that work in a process of their own; each is `electron/NAME.ts`, built as `out/NAME.js`. */
export type ChildProgram = 'publish/process' | 'publish/extract-process' | 'archive/process';

export interface Tools {
  resources: Resources;
  resourcesFolder: string;
  /** Path of a program that works in a process of its own. */
  program(name: ChildProgram): string;
  language: Language;
  /** Whether the user named a language; else documents are in the meeting's own. */
  languageGiven: boolean;
  json: boolean;
  out(text: string): void;
  error(text: string): void;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Opens a database for the time of a work. */
export async function withDatabase<T>(
  file: string,
  create: boolean,
  work: (database: OpenDatabase) => Promise<T>,
): Promise<T> {
  const database = await openDatabase({ file, create });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

/** @param processes how many documents are made at once */
export async function withPublisher<T>(
  tools: Tools,
  work: (pool: PublishPool) => Promise<T>,
  processes = 1,
): Promise<T> {
  const pool = createPublishTeam(
    {
      // Inside the packaged product no Node binary is at hand that could be forked.
      spawn: () => (process.versions.electron ? spawnThread : spawnNode)(tools.program('publish/process')),
      resourcesFolder: tools.resourcesFolder,
    },
    processes,
  );
  try {
    return await work(pool);
  } finally {
    await pool.close();
  }
}

function readBoardFile(file: string): BoardFile {
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch (error) {
    throw new AppError('FILE_UNREADABLE', {
      file: path.basename(file),
      reason: (error as NodeJS.ErrnoException).code ?? '',
    });
  }
  return parseBoardFile(parseJson(text, path.basename(file)));
}

/** Brings a board file into a database, which is made when it is not there. */
async function bringIn(tools: Tools, database: OpenDatabase, file: BoardFile, asNew: boolean) {
  return await write(database, 'pykala', 'cli.import', async (trx) => {
    await importClassification(trx, tools.resources.classification());
    const imported = await importBoardFile(trx, file, { asNew });
    await freezeExamined(trx, 'pykala', new Date().toISOString(), tools.resources.phrases());
    await reindexAll(trx);
    return imported;
  });
}

/** `pykala import scenario FILE --db FILE` */
export async function importScenario(
  tools: Tools,
  options: { file: string; db: string; asNew: boolean },
): Promise<number> {
  const file = readBoardFile(options.file);
  const isNew = !fs.existsSync(options.db);
  try {
    const imported = await withDatabase(options.db, true, (database) =>
      bringIn(tools, database, file, options.asNew),
    );
    if (tools.json) tools.out(json(imported));
    else
      tools.out(
        `${file.board.shortName}: ${Object.entries(imported.counts)
          .map(([name, count]) => `${name} ${count}`)
          .join(', ')}\n`,
      );
    return 0;
  } catch (error) {
    // A database made for an import that failed is not left behind half-filled.
    if (isNew) for (const ending of ['', '-wal', '-shm']) fs.rmSync(options.db + ending, { force: true });
    throw error;
  }
}

/** `pykala show meeting 3/2026 --db FILE` */
export async function showMeeting(
  tools: Tools,
  options: { db: string; meeting: string; board: string | null },
): Promise<number> {
  const { report, call } = await withDatabase(options.db, false, async ({ kysely }) => {
    const id = await findMeeting(kysely, options.meeting, options.board);
    return {
      report: meetingReport(await composeMinutes(kysely, id), await stateOfMeeting(kysely, id)),
      call: await callView(kysely, id),
    };
  });
  if (tools.json) {
    tools.out(json({ ...report, call: callReport(call) }));
    return 0;
  }
  const state = valueWord('state', report.meetingState, tools.language);
  tools.out(`${report.meeting}  ${formatDate(report.heldOn, tools.language)}  ${state}\n`);
  for (const item of report.items) {
    const vote = item.vote === null ? '' : `  ${item.vote.aye}–${item.vote.no}–${item.vote.blank}`;
    tools.out(
      `${report.profile === 'memo' ? `${item.section}.` : `§ ${item.section}`}  ${item.voters}/${report.seats}${item.quorate ? '' : ' !'}  ${item.title}${vote}\n`,
    );
  }
  return 0;
}

/** `pykala check --db FILE`: integrity, references, invariants, hashes. Exit 1 when there is an error among the findings. */
export async function checkDatabase(tools: Tools, db: string): Promise<number> {
  const findings = await withDatabase(db, false, (database) => checkEverything(database));
  const errors = findings.filter((finding) => finding.severity === 'error');
  if (tools.json) tools.out(json({ ok: errors.length === 0, findings }));
  else {
    const words = {
      fi: { error: 'virhe', warning: 'huomautus', errors: 'Virheitä', warnings: 'huomautuksia' },
      sv: { error: 'fel', warning: 'anmärkning', errors: 'Fel', warnings: 'anmärkningar' },
      en: { error: 'error', warning: 'warning', errors: 'Errors', warnings: 'warnings' },
    }[tools.language];
    for (const finding of findings) {
      const { sentence, subject } = findingWords(finding, tools.language);
      tools.out(`${words[finding.severity]}  ${subject}  ${sentence}\n`);
    }
    tools.out(`${words.errors}: ${errors.length}, ${words.warnings}: ${findings.length - errors.length}\n`);
  }
  return errors.length === 0 ? 0 : 1;
}

/** `pykala demo --out DIR`: sample board → database → minutes as PDF and text, and a summary as JSON. */
export async function demo(tools: Tools, out: string): Promise<number> {
  const started = performance.now();
  await makeFolder(out);
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'pykala-demo-'));
  try {
    const sample = tools.resources.sampleBoard();
    const meeting = '3/2026';
    const file = path.join(temporary, 'malli-jane.sqlite');
    const { document, report } = await withDatabase(file, true, async (database) => {
      await bringIn(tools, database, sample, false);
      const id = await findMeeting(database.kysely, meeting, null);
      const composed =
        (await frozenMinutes(database.kysely, id)) ?? (await composeMinutes(database.kysely, id));
      return {
        document: composed,
        report: meetingReport(composed, await stateOfMeeting(database.kysely, id)),
      };
    });
    const printable = printMinutes(document, tools.resources.phrases(), 'fi');
    const files: string[] = [];
    const put = async (name: string, bytes: Uint8Array): Promise<void> => {
      await writeFileSafely(path.join(out, name), bytes);
      files.push(name);
    };
    await withPublisher(tools, async (pool) => {
      for (const format of ['pdf', 'text'] as const) {
        const result = await pool.render({
          format,
          document: printable,
          createdAt: Math.floor(Date.now() / 1000),
        });
        if (!result.ok) throw publishError(result.error, meeting);
        await put(exportFileName({ minutes: document }, 'minutes', format), result.bytes);
      }
    });
    await put('malli-jane.sqlite', fs.readFileSync(file));
    const summary = { ...report, files, seconds: Math.round((performance.now() - started) / 10) / 100 };
    await put('summary.json', Buffer.from(json(summary)));
    if (tools.json) tools.out(json(summary));
    else tools.out(`${files.map((name) => path.join(out, name)).join('\n')}\n${summary.seconds} s\n`);
    return 0;
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true });
  }
}
