/**
 * Makes a package (arkistopaketti): a sealed BagIt bag with the minutes as PDF/A and as data, original attachments,
 * every table as CSV and as SIARD, the SQLite copy, the log, the chain of hashes, and a README for a reader in fifty
 * years. Everything comes from one copy, so that the parts agree with each other.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Writable } from 'node:stream';
import SQLite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { OpenDatabase } from '../../db/core/open.ts';
import type { Database } from '../../db/core/schema.ts';
import { reindexAll } from '../../db/features/search.ts';
import type { BagInfo } from '../../db/model/bagit.ts';
import { AppError } from '../../db/model/errors.ts';
import { BagWriter, type WrittenBag } from './bag-writer.ts';
import { CONTENT_TABLE, csvCell, csvParts, dataPackage, type CsvResource } from './csv-tables.ts';
import { readmeTexts, type ReadmeFacts } from './readme.ts';
import { isWhole, narrow, pseudonymise, type ArchiveScope } from './scope.ts';
import { writeSiard, type SiardAbout } from './siard.ts';
import { schemaStatements, storedTables } from './stored-tables.ts';

/** A document of a meeting, rendered. Path inside the payload's folder of minutes. */
export interface RenderedFile {
  path: string;
  content: Uint8Array;
}

export interface ArchiveOptions {
  scope: ArchiveScope;
  personalData: 'included' | 'pseudonymised';
  /** Whose package: the board's name, or the office's when it holds several. */
  organisation: string;
  contact: string;
  /** Such as `2024–2026`; printed. */
  period: string;
  /** Name of the bag's folder: letters, digits and hyphens. */
  folder: string;
  time: Date;
  application: string;
  metadataSchema: string;
  /** What to do when one file can't be read or rendered. */
  onFault: 'stop' | 'continue';
  /** Folder for the copy while the work lasts; it is emptied in every case. */
  temporary: string;
  signal?: AbortSignal;
  onProgress?(progress: { step: ArchiveStep; done: number; total: number; path: string }): void;
  /** The minutes of a meeting in every form in which they are kept. */
  render(db: Kysely<Database>, meetingId: string): Promise<RenderedFile[]>;
}

const ARCHIVE_STEPS = ['copy', 'minutes', 'attachments', 'tables', 'siard', 'database', 'end'] as const;
export type ArchiveStep = (typeof ARCHIVE_STEPS)[number];

export interface ArchiveFault {
  path: string;
  reason: string;
}

export interface ArchiveResult extends WrittenBag {
  counts: { meetings: number; minutes: number; attachments: number; tables: number; rows: number };
  /** What could not be taken along; empty unless the user chose to go on. */
  faults: ArchiveFault[];
}

const SIARD_FILE = 'siard/tietokanta.siard';
/** A database that consists of attachments to this part is not made smaller by compression. */
const COMPACT_SHARE = 0.8;
const CONTENT_BYTES_SQL = 'select coalesce(sum(length(content)), 0) from file_part';
const READ_BYTES = 512 * 1024;
/** Of the copy: it is read from end to end, once for each form. */
const CACHE_KIB = 4_096;
/** Free pages hold zeros alone (secure_delete); only where there are many does writing the file anew make it smaller. */
const MOST_FREE = 0.1;

const freeShare = (copy: SQLite.Database): number =>
  (copy.pragma('freelist_count', { simple: true }) as number) /
  (copy.pragma('page_count', { simple: true }) as number);

/** A database that is copied, or a copy that the package uses up. */
export type PackageSource = Pick<OpenDatabase, 'raw'> | { copy: string };

/**
 * Writes the package to `output`.
 * @throws AppError ARCHIVE_FAULT (with `stop`), ARCHIVE_NAME, BACKUP_FAILED; an AbortError when cancelled
 */
export async function createPackage(
  source: PackageSource,
  output: Writable,
  options: ArchiveOptions,
): Promise<ArchiveResult> {
  const copyFile = path.join(options.temporary, 'pykala.sqlite');
  const report = (step: ArchiveStep, done = 0, total = 0, file = ''): void =>
    options.onProgress?.({ step, done, total, path: file });
  report('copy');
  const copy = await makeCopy(source, copyFile, options);
  const writer = new BagWriter(output, {
    folder: options.folder,
    time: options.time,
    ...(options.signal && { signal: options.signal }),
  });
  const faults: ArchiveFault[] = [];
  const fault = (file: string, error: unknown): void => {
    options.signal?.throwIfAborted();
    // Nothing more can be written: that is no fault of this file.
    if (writer.failure !== null) throw writer.failure;
    const reason = error instanceof AppError ? error.code : String((error as Error).message);
    if (options.onFault === 'stop') throw new AppError('ARCHIVE_FAULT', { file, reason });
    faults.push({ path: file, reason });
  };
  const attempt = async (file: string, work: () => Promise<void>): Promise<boolean> => {
    options.signal?.throwIfAborted();
    try {
      await work();
      return true;
    } catch (error) {
      fault(file, error);
      return false;
    }
  };
  try {
    const counts = { meetings: 0, minutes: 0, attachments: 0, tables: 0, rows: 0 };
    counts.meetings = await addMinutes(copy, writer, options, { report, attempt, counts });
    await addContent(copy, writer, { report, attempt, counts });
    const tables = storedTables(copy.raw);
    counts.tables = tables.length;
    counts.rows = tables.reduce((sum, { rows }) => sum + rows, 0);
    const resources: CsvResource[] = [];
    for (const [index, table] of tables.entries()) {
      options.signal?.throwIfAborted();
      report('tables', index, tables.length, table.name);
      if (table.name === CONTENT_TABLE) continue;
      const { digest, bytes } = await writer.add(`taulut/${table.name}.csv`, csvParts(copy.raw, table));
      resources.push({ table, digest, bytes });
    }
    const day = options.time.toISOString().slice(0, 10);
    await writer.add(
      'taulut/datapackage.json',
      dataPackage(resources, {
        name: options.folder.toLowerCase(),
        title: options.organisation,
        created: options.time.toISOString(),
      }),
    );
    await writer.add('taulut/rakenne.sql', `${schemaStatements(copy.raw).join(';\n\n')};\n`);
    const about: SiardAbout = {
      name: options.folder,
      description: `${options.organisation}, ${options.period}`,
      owner: options.organisation,
      timespan: options.period,
      date: day,
      application: options.application,
      product: `SQLite ${copy.raw.prepare('select sqlite_version()').pluck().get() as string}`,
    };
    await writer.add(SIARD_FILE, (write) =>
      writeSiard(copy.raw, tables, about, write, {
        time: options.time,
        metadataSchema: options.metadataSchema,
        onTable: (index) => report('siard', index, tables.length, tables[index]!.name),
        onUnreadable: (name, error) => fault(`${SIARD_FILE}/${name}`, error),
        ...(options.signal && { signal: options.signal }),
      }),
    );
    const schemaVersion = copy.raw.pragma('user_version', { simple: true }) as number;
    const contentBytes = copy.raw.prepare(CONTENT_BYTES_SQL).pluck().get() as number;
    copy.close();
    const { size } = fs.statSync(copyFile);
    await writer.add(
      'tietokanta/pykala.sqlite',
      fileParts(copyFile, (done) => report('database', done, size)),
      // Attachments are compact already.
      contentBytes < size * COMPACT_SHARE,
    );
    const facts: ReadmeFacts = {
      organisation: options.organisation,
      period: options.period,
      date: day,
      application: options.application,
      schemaVersion,
      personalData: options.personalData,
      counts,
      faults,
    };
    for (const { name, text } of readmeTexts(facts)) await writer.add(name, text);
    report('end');
    const written = await writer.finish(bagInfo(options, facts));
    return { ...written, counts, faults };
  } catch (error) {
    writer.abandon();
    if (error instanceof SQLite.SqliteError)
      throw new AppError('ARCHIVE_FAULT', { file: 'pykala.sqlite', reason: error.message });
    throw error;
  } finally {
    copy.close();
    fs.rmSync(copyFile, { force: true });
  }
}

/** A file in parts of one memory that is reused. */
async function* fileParts(file: string, onBytes: (done: number) => void): AsyncGenerator<Buffer> {
  const handle = await fs.promises.open(file, 'r');
  try {
    const buffer = Buffer.allocUnsafe(READ_BYTES);
    for (let done = 0; ;) {
      const { bytesRead } = await handle.read(buffer, 0, READ_BYTES, done);
      if (bytesRead === 0) return;
      done += bytesRead;
      onBytes(done);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

interface Copy {
  raw: SQLite.Database;
  kysely: Kysely<Database>;
  close(): void;
}

async function makeCopy(source: PackageSource, file: string, options: ArchiveOptions): Promise<Copy> {
  if ('copy' in source) fs.renameSync(source.copy, file);
  else {
    await source.raw.backup(file, {
      progress() {
        options.signal?.throwIfAborted();
        return 2_000;
      },
    });
    // Its pages are not needed again.
    source.raw.pragma('shrink_memory');
  }
  const copy = new SQLite(file);
  try {
    // One file, and nothing of what is deleted from it stays in it.
    copy.pragma('journal_mode = DELETE');
    copy.pragma('secure_delete = ON');
    copy.pragma(`cache_size = -${CACHE_KIB}`);
    copy.pragma('foreign_keys = ON');
    narrow(copy, options.scope);
    if (options.personalData === 'pseudonymised') pseudonymise(copy);
    const kysely = new Kysely<Database>({ dialect: new SqliteDialect({ database: copy }) });
    const isNarrowed = !isWhole(options.scope) || options.personalData === 'pseudonymised';
    if (isNarrowed) {
      copy.exec('delete from search_entry');
      await kysely.transaction().execute((trx) => reindexAll(trx));
    }
    if (isNarrowed || freeShare(copy) > MOST_FREE) copy.exec('vacuum');
    return { raw: copy, kysely, close: () => copy.close() };
  } catch (error) {
    copy.close();
    throw error;
  }
}

interface Work {
  report(step: ArchiveStep, done: number, total: number, path: string): void;
  attempt(file: string, work: () => Promise<void>): Promise<boolean>;
  counts: ArchiveResult['counts'];
}

async function addMinutes(
  copy: Copy,
  writer: BagWriter,
  options: ArchiveOptions,
  work: Work,
): Promise<number> {
  const meetings = await copy.kysely
    .selectFrom('meeting')
    .select(['id', 'number', 'year', 'state'])
    .orderBy('held_on')
    .execute();
  for (const [index, { id, number, year, state }] of meetings.entries()) {
    const name = `poytakirjat/${number}-${year}`;
    work.report('minutes', index, meetings.length, name);
    // What has not been held has no minutes.
    if (state !== 'closed' && state !== 'examined') continue;
    await work.attempt(name, async () => {
      for (const file of await options.render(copy.kysely, id)) {
        await writer.add(`poytakirjat/${file.path}`, file.content);
        work.counts.minutes += 1;
      }
    });
  }
  const chain = await copy.kysely
    .selectFrom('minutes_snapshot')
    .innerJoin('meeting', 'meeting.id', 'minutes_snapshot.meeting_id')
    .select([
      'meeting.number',
      'meeting.year',
      'minutes_snapshot.version',
      'minutes_snapshot.created_at',
      'minutes_snapshot.sha256',
      'minutes_snapshot.previous_sha256',
    ])
    .orderBy('minutes_snapshot.created_at')
    .execute();
  await writer.add('poytakirjat/tiivisteketju.json', `${JSON.stringify(chain, null, 2)}\n`);
  return meetings.length;
}

interface ContentRow {
  sha256: string;
  byte_size: number;
  media_type: string;
  file_name: string | null;
  meeting: string | null;
  attachment: number | null;
}

const CONTENT_SQL = `
  select content.sha256, content.byte_size, content.media_type, attachment.file_name,
    meeting.year || '-' || meeting.number as meeting, attachment.number as attachment
  from file_content content
  left join attachment on attachment.id = (
    select id from attachment where file_sha256 = content.sha256 order by meeting_id, number limit 1)
  left join meeting on meeting.id = attachment.meeting_id
  where content.complete = 1
  order by meeting.held_on, attachment.number, content.sha256`;

async function addContent(copy: Copy, writer: BagWriter, work: Work): Promise<void> {
  const rows = copy.raw.prepare(CONTENT_SQL).all() as ContentRow[];
  const parts = copy.raw.prepare('select content from file_part where sha256 = ? order by position').pluck();
  const has = copy.raw.prepare('select 1 from file_part where sha256 = ? limit 1');
  const lines = [['sha256', 'file', 'bytes', 'media_type', 'original_name'].join(',')];
  for (const [index, row] of rows.entries()) {
    const file = contentPath(row);
    work.report('attachments', index, rows.length, file);
    // A pseudonymised package names the files and has none.
    const present = has.get(row.sha256) !== undefined;
    const added =
      present &&
      (await work.attempt(file, async () => {
        const hash = createHash('sha256');
        await writer.add(file, async (write) => {
          for (const part of parts.iterate(row.sha256) as IterableIterator<Buffer>) {
            hash.update(part);
            await write(part);
          }
        });
        work.counts.attachments += 1;
        // Taken along as it is, and named: what is left of it may be all that there is.
        if (hash.digest('hex') !== row.sha256) throw new AppError('ARCHIVE_CONTENT_DAMAGED', { file });
      }));
    lines.push(
      [row.sha256, added ? file : null, row.byte_size, row.media_type, row.file_name].map(csvCell).join(','),
    );
  }
  await writer.add('liitteet/luettelo.csv', `${lines.join('\r\n')}\r\n`);
}

/** A safe name from facts alone; what the user called the file stands in the list. */
function contentPath({ sha256, meeting, attachment, file_name }: ContentRow): string {
  const ending = /\.[a-z0-9]{1,8}$/i.exec(file_name ?? '')?.[0].toLowerCase() ?? '';
  if (meeting === null) return `liitteet/muut/${sha256}${ending}`;
  return `liitteet/${meeting}/liite-${String(attachment).padStart(2, '0')}-${sha256.slice(0, 12)}${ending}`;
}

function bagInfo(options: ArchiveOptions, facts: ReadmeFacts): BagInfo {
  const { counts } = facts;
  return [
    ['Source-Organization', options.organisation],
    ...(options.contact === '' ? [] : ([['Contact-Name', options.contact]] satisfies BagInfo)),
    ['External-Description', `${options.organisation}, ${options.period}`],
    ['Bagging-Date', facts.date],
    ['Bag-Software-Agent', options.application],
    ['Pykala-Period', options.period],
    ['Pykala-Schema-Version', String(facts.schemaVersion)],
    ['Pykala-Personal-Data', options.personalData],
    [
      'Pykala-Counts',
      `meetings ${counts.meetings}; documents ${counts.minutes}; attachments ${counts.attachments}; tables ${counts.tables}; rows ${counts.rows}`,
    ],
    ...facts.faults.map((fault): [string, string] => ['Pykala-Left-Out', `${fault.path}: ${fault.reason}`]),
  ];
}
