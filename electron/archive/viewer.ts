/**
 * A package that is looked at: its database in a temporary folder, read by statements of our own alone; its files from
 * the zip. Nothing in it is trusted: texts are cut, JSON may be anything, and a name is never a path.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { makeSnippet, findMatches, matcherOf } from '../../db/core/search-text.ts';
import { parseSearchText } from '../../db/core/search.ts';
import {
  INFO_FILE,
  infoValue,
  PAYLOAD_FOLDER,
  parseBagInfo,
  parseManifest,
  tagText,
  type BagInfo,
} from '../../db/model/bagit.ts';
import { AppError, type ErrorDetails, type Finding } from '../../db/model/errors.ts';
import type { PackageSummary, SummaryEntry } from '../../db/model/package-comparison.ts';
import { plainText, type RichText } from '../../db/model/rich-text.ts';
import { streamInto, writingSafely } from '../backend/write-file.ts';
import { boardOfPackage } from './board-of-package.ts';
import { documentOfPackage } from './document-of-package.ts';
import { openForeignDatabase, type ForeignDatabase } from './foreign-database.ts';
import type { OpenedMeeting, OpenedPackage, PackageHit, ViewAnswers, ViewRequest } from './messages.ts';
import { openBag, VIEWING_LIMITS, type BagLimits, type OpenBag } from './open-bag.ts';

const DATABASE = 'data/tietokanta/pykala.sqlite';
const MANIFEST = 'manifest-sha512.txt';
/** A tag file or a document that is fetched whole. */
const MOST_TAG_BYTES = 16 * 1024 ** 2;
const MOST_FILE_BYTES = 64 * 1024 ** 2;
/** Rows that one list shows at most; a board has far fewer. */
const MOST_ROWS = 20_000;
const LONGEST_TEXT = 20_000;
const MOST_HITS = 200;
/** Reading through so many bytes for a check takes a second even on a slow disk. */
const BYTES_A_SECOND = 40 * 1024 ** 2;

export interface ViewOptions {
  limits?: BagLimits;
  signal?: AbortSignal;
  onProgress?(done: number, total: number): void;
  /** Told before a step that says nothing while it lasts. */
  onPatience?(milliseconds: number): void;
}

export interface PackageView {
  opened: OpenedPackage;
  answer<Request extends ViewRequest>(request: Request): Promise<ViewAnswers[Request['ask']]>;
  close(): void;
}

/**
 * Opens a package for looking at.
 * @param temporary folder for the copy of the database
 * @throws AppError ARCHIVE_MISSING, ARCHIVE_DAMAGED, ARCHIVE_BOMB; an AbortError when cancelled
 */
export async function openPackage(
  location: string,
  temporary: string,
  options: ViewOptions = {},
): Promise<PackageView> {
  const bag = await openBag(location, options.limits ?? VIEWING_LIMITS);
  try {
    const info = await bagInfo(bag);
    const { database, refusal } = await databaseOf(bag, temporary, options);
    const opened: OpenedPackage = {
      folder: bag.folder,
      info,
      findings: bag.findings as Finding[],
      files: bag.files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
      refusal,
      schemaVersion: database?.version ?? null,
      ...(database === null ? NOTHING : overview(database, bag)),
    };
    const known = new Map(bag.files.map((file) => [file.path, file.bytes]));
    const needed = (): ForeignDatabase => {
      if (database === null) throw new AppError(refusal!.code, refusal!.details);
      return database;
    };
    const answers: { [Ask in ViewRequest['ask']]: (request: Extract<ViewRequest, { ask: Ask }>) => unknown } =
      {
        search: ({ text }) => search(needed(), text),
        item: ({ id }) => item(needed(), id),
        file: async ({ path: name }) => {
          if ((known.get(name) ?? Number.POSITIVE_INFINITY) > MOST_FILE_BYTES)
            throw new AppError(known.has(name) ? 'ARCHIVE_FILE_LARGE' : 'NOT_FOUND', {
              what: name,
              file: name,
            });
          return await readWhole(bag, name, MOST_FILE_BYTES);
        },
        save: async ({ path: name, target }) => {
          if (!known.has(name)) throw new AppError('NOT_FOUND', { what: name });
          await writingSafely(target, async (handle) => {
            await pipeline(await bag.read(name), streamInto(handle));
          });
          return { bytes: known.get(name)! };
        },
        summary: async () => await summary(needed(), bag, info),
        document: async (request) => await documentOfPackage(needed(), request),
        board: async ({ boardId, termId, temporary: place }) =>
          await boardOfPackage(needed().raw, { boardId, termId }, place),
      };
    return {
      opened,
      answer: async (request) =>
        (await (answers[request.ask] as (one: ViewRequest) => unknown)(request)) as never,
      close() {
        database?.close();
        bag.close();
      },
    };
  } catch (error) {
    bag.close();
    throw error;
  }
}

const NOTHING: Pick<OpenedPackage, 'boards' | 'terms' | 'meetings' | 'organisations' | 'persons'> = {
  boards: [],
  terms: [],
  meetings: [],
  organisations: [],
  persons: 0,
};

/** @throws AppError ARCHIVE_DAMAGED when there is more than that */
async function readWhole(bag: OpenBag, name: string, most: number): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of await bag.read(name)) {
    bytes += (part as Buffer).length;
    if (bytes > most) throw new AppError('ARCHIVE_FILE_LARGE', { file: name });
    parts.push(part as Buffer);
  }
  return new Uint8Array(Buffer.concat(parts));
}

async function bagInfo(bag: OpenBag): Promise<BagInfo> {
  const file = bag.files.find(({ path: name }) => name === INFO_FILE);
  if (file === undefined || file.bytes > MOST_TAG_BYTES) return [];
  const text = tagText(await readWhole(bag, INFO_FILE, MOST_TAG_BYTES));
  return text === null
    ? []
    : parseBagInfo(text)
        .info.slice(0, 200)
        .map(([label, value]) => [label.slice(0, 200), value.slice(0, 2_000)]);
}

async function databaseOf(
  bag: OpenBag,
  temporary: string,
  options: ViewOptions,
): Promise<{ database: ForeignDatabase | null; refusal: { code: string; details: ErrorDetails } | null }> {
  const file = bag.files.find(({ path: name }) => name === DATABASE);
  if (file === undefined)
    return { database: null, refusal: { code: 'ARCHIVE_DATABASE_MISSING', details: {} } };
  // The name is ours: nothing in the package says where anything is written.
  const copy = path.join(temporary, 'package.sqlite');
  try {
    await pipeline(
      await bag.read(DATABASE),
      counting((done) => options.onProgress?.(done, file.bytes)),
      fs.createWriteStream(copy, { flags: 'wx', mode: 0o600 }),
      options.signal === undefined ? {} : { signal: options.signal },
    );
    const reading = 5_000 + (1_000 * fs.statSync(copy).size) / BYTES_A_SECOND;
    // Making our own schema to compare with is our work, and may take its time on a busy machine.
    options.onPatience?.(60_000);
    const database = await openForeignDatabase(copy, () => options.onPatience?.(reading));
    return { database, refusal: null };
  } catch (error) {
    options.signal?.throwIfAborted();
    if (error instanceof AppError)
      return { database: null, refusal: { code: error.code, details: error.details } };
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
      throw new AppError('DISK_FULL', { file: 'pykala.sqlite', folder: temporary, reason: 'ENOSPC' });
    return { database: null, refusal: { code: 'ARCHIVE_DATABASE_DAMAGED', details: {} } };
  }
}

function counting(told: (bytes: number) => void): Transform {
  let bytes = 0;
  return new Transform({
    transform(part: Buffer, _encoding, done) {
      bytes += part.length;
      told(bytes);
      done(null, part);
    },
  });
}

const cut = (value: unknown, longest = 400): string =>
  (typeof value === 'string' ? value : '').slice(0, longest);

interface MeetingRow {
  id: string;
  board_id: string;
  number: number;
  year: number;
  held_on: string;
  state: string;
  place: string;
  items: number;
}

function overview(
  { raw }: ForeignDatabase,
  bag: OpenBag,
): Pick<OpenedPackage, 'boards' | 'terms' | 'meetings' | 'organisations' | 'persons'> {
  const all = <Row>(sql: string): Row[] => raw.prepare(`${sql} limit ${MOST_ROWS}`).all() as Row[];
  const documents = documentsByMeeting(bag);
  const meetings = all<MeetingRow>(
    `select id, board_id, number, year, held_on, state, place,
       (select count(*) from agenda_item where meeting_id = meeting.id) as items
     from meeting order by held_on desc, id`,
  );
  return {
    boards: all<{ id: string; name_fi: string; short_name: string; parent_id: string | null }>(
      `select id, name_fi, short_name, ${columnOr(raw, 'board', 'parent_id')} from board order by position, id`,
    ).map((row) => ({
      id: cut(row.id),
      name: cut(row.name_fi),
      shortName: cut(row.short_name),
      parentId: row.parent_id === null ? null : cut(row.parent_id),
    })),
    terms: all<{ id: string; board_id: string; starts_on: string; ends_on: string }>(
      'select id, board_id, starts_on, ends_on from term order by starts_on desc, id',
    ).map((row) => ({
      id: cut(row.id),
      boardId: cut(row.board_id),
      startsOn: cut(row.starts_on, 10),
      endsOn: cut(row.ends_on, 10),
      meetings: meetings.filter(
        (one) => one.board_id === row.board_id && one.held_on >= row.starts_on && one.held_on <= row.ends_on,
      ).length,
    })),
    meetings: meetings.map((row): OpenedMeeting => ({
      id: cut(row.id),
      boardId: cut(row.board_id),
      number: Number(row.number),
      year: Number(row.year),
      heldOn: cut(row.held_on, 10),
      state: cut(row.state, 20),
      place: cut(row.place),
      items: Number(row.items),
      documents: documents.get(`${row.number}-${row.year}`) ?? [],
    })),
    organisations: all<{ id: string; name_fi: string; business_id: string | null; state: string }>(
      'select id, name_fi, business_id, state from organisation order by sort_key, name_fi, id',
    ).map((row) => ({
      id: cut(row.id),
      name: cut(row.name_fi),
      businessId: row.business_id === null ? null : cut(row.business_id, 20),
      state: cut(row.state, 20),
    })),
    persons: Number(raw.prepare('select count(*) from person').pluck().get()),
  };
}

/** A column that older packages don't have. The names are ours. */
function columnOr(raw: ForeignDatabase['raw'], table: string, column: string): string {
  const found = raw.prepare('select 1 from pragma_table_info(?) where name = ?').get(table, column);
  return found === undefined ? `null as ${column}` : column;
}

/** Minutes are named `…_3-2026.pdf`, attachments lie in `2026-3/`. */
function documentsByMeeting(bag: OpenBag): Map<string, OpenBag['files']> {
  const found = new Map<string, OpenBag['files']>();
  for (const file of bag.files) {
    const minutes = /^data\/poytakirjat\/.*?(\d{1,4})-(\d{4})\.[a-z]+$/.exec(file.path);
    const attached = /^data\/liitteet\/(\d{4})-(\d{1,4})\//.exec(file.path);
    const key = minutes ? `${minutes[1]}-${minutes[2]}` : attached ? `${attached[2]}-${attached[1]}` : null;
    if (key === null) continue;
    const files = found.get(key) ?? [];
    files.push(file);
    found.set(key, files);
  }
  return found;
}

/** The letters of a stored text; what is no text of ours is shown as it is written. */
function letters(json: unknown): string {
  if (typeof json !== 'string') return '';
  try {
    return plainText(JSON.parse(json) as RichText).slice(0, LONGEST_TEXT);
  } catch {
    return json.slice(0, LONGEST_TEXT);
  }
}

const PARTS = ['account', 'proposal', 'proceedings', 'decision'] as const;

interface ItemRow extends Record<(typeof PARTS)[number], string | null> {
  id: string;
  meeting_id: string;
  number: number;
  year: number;
  held_on: string;
  section: number | null;
  title: string;
}

/** Every word of the user's in any Finnish form, as in the search of the program. */
function search({ raw }: ForeignDatabase, text: string): ViewAnswers['search'] {
  const groups = parseSearchText(text).map((patterns) => patterns.map(matcherOf));
  if (groups.length === 0) return { total: 0, hits: [] };
  const hits: PackageHit[] = [];
  let total = 0;
  const rows = raw
    .prepare(
      `select item.id, item.meeting_id, meeting.number, meeting.year, meeting.held_on, item.section, item.title,
         item.account, item.proposal, item.proceedings, item.decision
       from agenda_item as item join meeting on meeting.id = item.meeting_id
       order by meeting.held_on desc, meeting.id, item.position`,
    )
    .iterate() as IterableIterator<ItemRow>;
  for (const row of rows) {
    const texts = [cut(row.title), ...PARTS.map((part) => letters(row[part]))];
    if (!groups.every((group) => texts.some((one) => findMatches(one, group).length > 0))) continue;
    total += 1;
    if (hits.length >= MOST_HITS) continue;
    hits.push({
      meetingId: cut(row.meeting_id),
      itemId: cut(row.id),
      number: Number(row.number),
      year: Number(row.year),
      heldOn: cut(row.held_on, 10),
      section: row.section === null ? null : Number(row.section),
      title: cut(row.title),
      decision: letters(row.decision).slice(0, 300),
      snippet: makeSnippet(texts, groups.flat()),
    });
  }
  return { total, hits };
}

function item({ raw }: ForeignDatabase, id: string): ViewAnswers['item'] {
  const row = raw
    .prepare('select title, account, proposal, proceedings, decision from agenda_item where id = ?')
    .get(id) as ItemRow | undefined;
  if (row === undefined) throw new AppError('NOT_FOUND', { what: 'item' });
  return {
    title: cut(row.title),
    parts: PARTS.map((name) => ({ name, text: letters(row[name]) })).filter(({ text }) => text.trim() !== ''),
  };
}

const hashOf = (...parts: unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

async function summary({ raw }: ForeignDatabase, bag: OpenBag, info: BagInfo): Promise<PackageSummary> {
  const all = <Row>(sql: string): Row[] => raw.prepare(`${sql} limit ${MOST_ROWS * 10}`).all() as Row[];
  const organisations = all<Record<string, string | null> & { name_fi: string }>(
    `select id, name_fi, name_sv, name_en, legal_form, business_id, register_number, municipality_code, email, phone,
       web, street_address, postal_code, post_office, state from organisation`,
  );
  const boards = new Map(
    all<{ id: string; short_name: string }>('select id, short_name from board').map((row) => [
      row.id,
      cut(row.short_name),
    ]),
  );
  const place = (row: { board_id: string; number: number; year: number }): string =>
    `${boards.get(row.board_id) ?? ''} ${row.number}/${row.year}`.trim();
  const decisions = all<ItemRow & { board_id: string; position: number; decision_type: string | null }>(
    `select item.position, item.section, item.title, item.decision, item.decision_type,
       meeting.board_id, meeting.number, meeting.year
     from agenda_item as item join meeting on meeting.id = item.meeting_id`,
  );
  const snapshots = all<{ board_id: string; number: number; year: number; version: number; sha256: string }>(
    `select meeting.board_id, meeting.number, meeting.year, snapshot.version, snapshot.sha256
     from minutes_snapshot as snapshot join meeting on meeting.id = snapshot.meeting_id`,
  );
  return {
    name: infoValue(info, 'External-Description') ?? bag.folder,
    organisations: organisations.map(({ id, ...row }) => ({
      key: cut(id),
      name: cut(row['name_fi']),
      hash: hashOf(row),
    })),
    decisions: decisions.map((row): SummaryEntry => {
      const where =
        row.section === null ? `${place(row)}, ${row.position + 1}.` : `${place(row)} § ${row.section}`;
      return {
        key: `${place(row)}#${row.section ?? `-${row.position}`}`,
        name: `${where} ${cut(row.title, 120)}`,
        hash: hashOf(row.title, row.decision_type, letters(row.decision)),
      };
    }),
    minutes: snapshots.map((row) => ({
      key: `${place(row)}#${row.version}`,
      name: `${place(row)}${row.version > 1 ? ` (${row.version})` : ''}`,
      hash: cut(row.sha256),
    })),
    files: await manifestFiles(bag),
  };
}

async function manifestFiles(bag: OpenBag): Promise<SummaryEntry[]> {
  const file = bag.files.find(({ path: name }) => name === MANIFEST);
  if (file === undefined || file.bytes > MOST_TAG_BYTES) return [];
  const text = tagText(await readWhole(bag, MANIFEST, MOST_TAG_BYTES));
  if (text === null) return [];
  return parseManifest(text, MANIFEST, 'sha512').lines.map(({ path: name, digest }) => ({
    key: name,
    name: name.slice(PAYLOAD_FOLDER.length),
    hash: digest,
  }));
}
