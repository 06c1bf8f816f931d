/**
 * 200 hostile packages, made from one good one by a fixed sequence: none keeps the reader longer than it may, none writes
 * outside its folder, and each gets a clear verdict.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import SQLite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AppError } from '../../db/model/errors.ts';
import { LONGEST_SILENCE } from '../../electron/archive/apart.ts';
import { openPackage } from '../../electron/archive/viewer.ts';
import { openApart } from '../../electron/backend/archive-work.ts';
import { archiveChild } from '../fixtures/archive-child.ts';
import { emptyFile } from '../fixtures/databases.ts';
import { seededRandom } from '../fixtures/random.ts';
import { rawZip, type RawEntry } from './raw-zip.ts';

const COUNT = 200;
const random = seededRandom(20261122);
const below = (limit: number): number => Math.floor(random() * limit);
const oneOf = <T>(choices: readonly T[]): T => choices[below(choices.length)]!;

let folder: string;
/** The database of a good package, plain as a package has it. */
let good: Buffer;

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pykala-hostile-'));
  const file = path.join(folder, 'good.sqlite');
  await emptyFile(file);
  const raw = new SQLite(file);
  raw.pragma('journal_mode = DELETE');
  // The classification makes it large and is not what is attacked.
  raw.pragma('foreign_keys = OFF');
  for (const table of ['municipality', 'region', 'search_entry']) raw.exec(`delete from ${table}`);
  raw.exec('vacuum');
  raw.close();
  good = fs.readFileSync(file);
  fs.rmSync(file);
}, 60_000);
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const DATABASE = 'data/tietokanta/pykala.sqlite';

/** A bag round a database; entries may be added or put in the place of others. */
function entries(database: Buffer, more: readonly RawEntry[] = []): RawEntry[] {
  const digest = createHash('sha512').update(database).digest('hex');
  const own: RawEntry[] = [
    { name: 'p/bagit.txt', content: 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' },
    { name: 'p/bag-info.txt', content: 'External-Description: x\n' },
    { name: `p/${DATABASE}`, content: database, deflate: true },
    { name: 'p/manifest-sha512.txt', content: `${digest}  ${DATABASE}\n` },
  ];
  const taken = new Set(more.map(({ name }) => String(name)));
  return [...own.filter(({ name }) => !taken.has(String(name))), ...more];
}

/** The good database with statements run on it, as somebody who attacks would. */
function altered(...statements: string[]): Buffer {
  const file = path.join(folder, 'work.sqlite');
  fs.writeFileSync(file, good);
  const raw = new SQLite(file);
  raw.unsafeMode(true);
  raw.pragma('writable_schema = ON');
  raw.pragma('foreign_keys = OFF');
  for (const statement of statements)
    try {
      raw.exec(statement);
    } catch {
      // What SQLite itself refuses is no attack.
    }
  raw.close();
  const bytes = fs.readFileSync(file);
  fs.rmSync(file);
  return bytes;
}

const ENDLESS = 'with recursive n(i) as (select 1 union all select i + 1 from n) select i from n';
const deep = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** Every way of attack: the package's bytes. */
const ATTACKS: Record<string, () => Buffer> = {
  'mutated header of the database': () => {
    const bytes = Buffer.from(good);
    for (let count = 1 + below(6); count > 0; count -= 1) bytes[16 + below(84)] = below(256);
    return rawZip(entries(bytes));
  },
  'mutated page of the schema': () => {
    const bytes = Buffer.from(good);
    for (let count = 1 + below(40); count > 0; count -= 1) bytes[100 + below(4_000)] = below(256);
    return rawZip(entries(bytes));
  },
  'mutated pages': () => {
    const bytes = Buffer.from(good);
    for (let count = 20 + below(200); count > 0; count -= 1) bytes[below(bytes.length)] = below(256);
    return rawZip(entries(bytes));
  },
  'cut database': () => rawZip(entries(good.subarray(0, below(good.length)))),
  trigger: () =>
    rawZip(
      entries(
        altered(
          `create trigger evil_${below(99)} after ${oneOf(['insert', 'update', 'delete'])} on meeting begin ${ENDLESS}; end`,
        ),
      ),
    ),
  'altered trigger of ours': () =>
    rawZip(
      entries(
        altered(
          `update sqlite_schema set sql = replace(sql, 'raise(abort', 'load_extension(''/tmp/evil'') || raise(abort') where type = 'trigger'`,
        ),
      ),
    ),
  'view in the place of a table': () =>
    rawZip(entries(altered('drop table meeting', `create view meeting as ${ENDLESS}`))),
  'view beside the tables': () => rawZip(entries(altered(`create view v${below(99)} as ${ENDLESS}`))),
  'virtual table': () =>
    rawZip(
      entries(
        altered(
          oneOf([
            'create virtual table evil using fts5(x)',
            'create virtual table evil using rtree(a, b, c)',
          ]),
        ),
      ),
    ),
  'generated column': () =>
    rawZip(
      entries(
        altered(
          `alter table board add column evil text generated always as (hex(zeroblob(100000000))) virtual`,
        ),
      ),
    ),
  'default that is a query': () =>
    rawZip(
      entries(
        altered(
          `update sqlite_schema set sql = replace(sql, 'not null', 'not null default (${ENDLESS})') where name = 'meeting'`,
        ),
      ),
    ),
  'root pages that point at each other': () =>
    rawZip(
      entries(
        altered(
          `update sqlite_schema set rootpage = ${1 + below(40)} where name in ('meeting', 'agenda_item', 'board')`,
        ),
      ),
    ),
  'claims of size': () =>
    rawZip(
      entries(good, [
        { name: `p/${DATABASE}`, content: good, saidSize: oneOf([2 ** 31, 2 ** 32 - 2, 10, 0]) },
      ]),
    ),
  bomb: () =>
    rawZip(entries(good, [{ name: 'p/data/x.bin', content: Buffer.alloc(40 * 1024 ** 2), deflate: true }])),
  'deep JSON in a text': () =>
    rawZip(
      entries(
        altered(
          `insert into board (id, name_fi, short_name) values ('019a0000-0000-7000-8000-000000000001', 'X', 'X')`,
          `insert into meeting (id, board_id, number, year, held_on, kind, state) values ('019a0000-0000-7000-8000-000000000002', '019a0000-0000-7000-8000-000000000001', 1, 2026, '2026-01-01', 'meeting', 'draft')`,
          'pragma ignore_check_constraints = on',
          `insert into agenda_item (id, meeting_id, position, kind, title, account) values ('019a0000-0000-7000-8000-000000000003', '019a0000-0000-7000-8000-000000000002', 0, 'decision', 'X', '${oneOf([deep(5_000), `{"type":"doc","content":${deep(2_000)}}`, '{"type":"doc","content":[null,7]}', '{"content":{"map":1}}'])}')`,
        ),
      ),
    ),
  'nested zip': () =>
    rawZip(entries(good, [{ name: 'p/data/liitteet/sisakkain.zip', content: rawZip(entries(good)) }])),
  link: () =>
    rawZip(
      entries(good, [
        { name: oneOf([`p/${DATABASE}`, 'p/data/linkki']), content: '/etc/passwd', mode: 0o120777 },
      ]),
    ),
  'path tricks': () =>
    rawZip(
      entries(good, [
        {
          name: oneOf([
            '../../ulos.txt',
            'p/../../../tmp/ulos.txt',
            '/tmp/pykala-ulos.txt',
            'p\\..\\..\\ulos.txt',
            'C:/ulos.txt',
            'p/data/\u0000ulos',
            'p/data/con.txt',
            'p/data/./../ulos.txt',
          ]),
          content: 'ulos',
        },
      ]),
    ),
  'two databases of one name': () =>
    rawZip(
      entries(good, [
        { name: `p/${DATABASE}`, content: good },
        { name: `p/${DATABASE.toUpperCase()}`, content: 'x' },
      ]),
    ),
  'names that differ': () =>
    rawZip(entries(good, [{ name: `p/${DATABASE}`, localName: 'p/../../ulos', content: good }])),
  'mutated zip': () => {
    const bytes = Buffer.from(rawZip(entries(good)));
    for (let count = 1 + below(12); count > 0; count -= 1)
      bytes[bytes.length - 1 - below(Math.min(600, bytes.length))] = below(256);
    return bytes;
  },
  'many entries': () =>
    rawZip(
      entries(
        good,
        Array.from({ length: 10_500 }, (_, index) => ({ name: `p/data/${index}`, content: '' })),
      ),
    ),
  'another program': () =>
    rawZip(entries(Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4_080, below(256))]))),
};

/** What a refused package or database is told to be. */
const VERDICTS = /^(ARCHIVE_(DAMAGED|BOMB|FILE_LARGE|DATABASE_(MISSING|DAMAGED|FOREIGN|NEWER|ALTERED)))$/;

/** Reads a package as the process does: opens it, looks at everything in it, searches it. */
async function verdictOn(bytes: Buffer, place: string): Promise<string> {
  const file = path.join(place, 'p.zip');
  const temporary = path.join(place, 'own');
  fs.mkdirSync(temporary);
  fs.writeFileSync(file, bytes);
  try {
    const view = await openPackage(file, temporary);
    try {
      if (view.opened.refusal !== null) return view.opened.refusal.code;
      await view.answer({ ask: 'search', text: 'x' });
      await view.answer({ ask: 'summary' });
      for (const { path: name, bytes: size } of view.opened.files)
        if (size < 10_000) await view.answer({ ask: 'file', path: name }).catch(() => undefined);
      return view.opened.findings.length > 0 ? 'opened with findings' : 'opened';
    } finally {
      view.close();
    }
  } catch (error) {
    return error instanceof AppError ? error.code : `unforeseen: ${String(error)}`;
  }
}

test('200 hostile packages: a verdict on each, in time, nothing outside', async () => {
  const names = Object.keys(ATTACKS);
  const found: { name: string; verdict: string; milliseconds: number; left: string[] }[] = [];
  for (let index = 0; index < COUNT; index += 1) {
    const name = names[index % names.length]!;
    const bytes = ATTACKS[name]!();
    const place = path.join(folder, String(index));
    fs.mkdirSync(place);
    const began = performance.now();
    const verdict = await verdictOn(bytes, place);
    found.push({
      name,
      verdict,
      milliseconds: performance.now() - began,
      left: [
        ...fs.readdirSync(place).filter((one) => one !== 'own' && one !== 'p.zip'),
        ...fs.readdirSync(path.join(place, 'own')).filter((one) => one !== 'package.sqlite'),
      ],
    });
    fs.rmSync(place, { recursive: true });
  }
  expect(found).toHaveLength(COUNT);
  expect(found.filter(({ verdict }) => !verdict.startsWith('opened') && !VERDICTS.test(verdict))).toEqual([]);
  expect(found.filter(({ left }) => left.length > 0)).toEqual([]);
  expect(found.filter(({ milliseconds }) => milliseconds > LONGEST_SILENCE)).toEqual([]);
  expect(fs.existsSync('/tmp/pykala-ulos.txt')).toBe(false);
  expect(fs.readdirSync(folder)).toEqual([]);
  // What alters the schema is never opened, whatever else is in the file.
  const never = /trigger|view|virtual|generated|default|another/;
  expect(found.filter(({ name, verdict }) => never.test(name) && verdict.startsWith('opened'))).toEqual([]);
}, 120_000);

test('the process gives the same verdicts, and its folder goes with it', async () => {
  const file = path.join(folder, 'p.zip');
  fs.writeFileSync(file, ATTACKS['view in the place of a table']!());
  const { process, opened, folder: own } = await openApart(file, null, archiveChild, {});
  expect(opened.refusal?.code).toBe('ARCHIVE_DATABASE_ALTERED');
  await expect(process.ask({ ask: 'summary' })).rejects.toMatchObject({ code: 'ARCHIVE_DATABASE_ALTERED' });
  process.close();
  fs.rmSync(own, { recursive: true });
  fs.writeFileSync(file, ATTACKS['bomb']!());
  await expect(openApart(file, null, archiveChild, {})).rejects.toMatchObject({ code: 'ARCHIVE_BOMB' });
}, 60_000);
