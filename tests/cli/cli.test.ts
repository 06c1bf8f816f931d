/** The command line: what it prints, what it writes, and its exit codes. */
import fs from 'node:fs';
import path from 'node:path';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import SQLite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { findingWords } from '../../db/model/finding-words.ts';
import { temporaryFolder } from '../fixtures/databases.ts';
import { hasProgram, readPdf } from '../fixtures/pdf-text.ts';
import { contents, pykala, pykalaProcess } from '../fixtures/pykala.ts';
import { program } from '../fixtures/program.ts';
import { sampleFile } from '../fixtures/sample-copy.ts';

const SAMPLE = path.resolve(import.meta.dirname, '../../resources/boards/malli-jane.json');
const VOTERS = [14, 14, 14, 14, 15, 15, 15, 14, 15, 15, 15, 15, 15, 15];
const squeezed = (text: string): string => text.replaceAll(/\s+/g, ' ');
const SENTENCES = [
  'J09 saapui kokoukseen tämän asian käsittelyn aikana klo 13.22.',
  'Todettiin, että kokous oli edelleen päätösvaltainen (14 läsnä).',
  'Äänten mennessä tasan puheenjohtajan ääni ratkaisi, ja neuvottelukunnan päätökseksi tuli esittelijän ehdotus.',
  'J04 ilmoitti eriävän mielipiteensä heti päätöksen toteamisen jälkeen.',
];

describe('show meeting', () => {
  test('--json is JSON alone, with what the rules derive', async () => {
    const { file } = await sampleFile();
    const { code, out, error } = await pykala(['show', 'meeting', '3/2026', '--db', file, '--json']);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    const report = JSON.parse(out) as { meeting: string; items: Record<string, unknown>[] };
    expect(report.meeting).toBe('3/2026');
    expect(report).toMatchObject({ state: 'unexamined', meetingState: 'closed', breaks: [] });
    const published = JSON.parse(
      (await pykala(['show', 'meeting', '1/2026', '--db', file, '--json'])).out,
    ) as object;
    expect(published).toMatchObject({ state: 'examined', meetingState: 'examined' });
    expect(report.items.map((item) => item['section'])).toEqual(VOTERS.map((_, index) => 22 + index));
    expect(report.items.map((item) => item['voters'])).toEqual(VOTERS);
    expect(report.items.every((item) => item['quorate'] === true)).toBe(true);
    expect(report.items[0]).toMatchObject({
      section: 22,
      title: 'Kokouksen avaus',
      voters: 14,
      required: 9,
      quorate: true,
      conflicts: [],
      decision: {
        type: 'opened',
        text: 'Puheenjohtaja avasi kokouksen klo 13.00 ja toivotti osallistujat tervetulleiksi.',
      },
      vote: null,
    });
    expect(report.items[7]!['conflicts']).toEqual(['J07']);
    expect(report.items[8]!['vote']).toEqual({ aye: 7, no: 7, blank: 1, winner: 'aye', decidedBy: 'chair' });
  });

  test('without --json has a line for each §', async () => {
    const { file } = await sampleFile();
    const { code, out } = await pykala(['show', 'meeting', '3/2026', '--db', file]);
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toHaveLength(15);
    expect(out).toContain('3/2026  19.5.2026  Päättynyt');
    expect(out).toContain('§ 30  15/16  Maakunnallisen järjestöfoorumin 2026 ajankohta ja paikka  7–7–1');
  });
});

describe('as a process of its own', () => {
  test('it ends with 0, 1 or 2; what is asked for goes to its output, what went wrong to its error output', async () => {
    const { file } = await sampleFile();
    for (const args of [
      ['--help'],
      ['show', 'meeting', '3/2026', '--db', file, '--json'],
      ['show', 'clock', '--db', file],
      ['show', 'meeting', '99/2026', '--db', file],
      ['lennä'],
    ])
      expect(pykalaProcess(args), args.join(' ')).toEqual(await pykala(args));
    expect(pykalaProcess([]).code).toBe(2);
    expect(pykalaProcess(['check', '--db', file])).toMatchObject({ code: 0, error: '' });
    expect(pykalaProcess(['search', 'olematonta', '--db', file])).toMatchObject({ code: 1, error: '' });
  }, 60_000);

  test('it makes a PDF and a package in processes that it starts', async () => {
    const { file } = await sampleFile();
    const folder = temporaryFolder();
    const [pdf, zip] = [path.join(folder, 'p.pdf'), path.join(folder, 'p.zip')];
    const made = pykalaProcess(['export', 'minutes', '--db', file, '--meeting', '3/2026', '--out', pdf]);
    expect(made).toEqual({ code: 0, error: '', out: `${pdf}\n` });
    expect(fs.readFileSync(pdf, 'latin1')).toMatch(/^%PDF-1\.7/);
    expect(pykalaProcess(['archive', 'create', '--db', file, '--out', zip])).toMatchObject({ code: 0 });
    expect(pykalaProcess(['archive', 'list', zip, '--json'])).toMatchObject({ code: 0, error: '' });
    const old = path.resolve(import.meta.dirname, '../fixtures/old-minutes/01-edustajainkokous.txt');
    expect(pykalaProcess(['import', 'minutes', old, '--db', file, '--dry-run'])).toMatchObject({ code: 0 });
  }, 60_000);

  test('whoever reads its output may stop in the middle', async () => {
    const child = spawn(process.execPath, [program('cli/pykala'), '--help'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let error = '';
    child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    expect({ code, error }).toEqual({ code: 0, error: '' });
  });
});

test('import, export and check, end to end', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'tuotu.sqlite');
  const imported = await pykala(['import', 'scenario', SAMPLE, '--db', file, '--json']);
  expect(imported).toMatchObject({ code: 0, error: '' });
  expect(JSON.parse(imported.out)).toMatchObject({ counts: { seats: 16, holders: 32 } });
  const again = await pykala(['import', 'scenario', SAMPLE, '--db', file]);
  expect(again.code).toBe(2);
  expect(again.error).toContain('Malli-JANE on jo tietokannassa');
  const out = (name: string) => path.join(folder, name);
  for (const [format, name] of [
    ['pdf', 'p.pdf'],
    ['json', 'p.json'],
    ['text', 'p.txt'],
  ] as const)
    expect(
      await pykala([
        'export',
        'minutes',
        '--db',
        file,
        '--meeting',
        '3/2026',
        '--format',
        format,
        '--out',
        out(name),
      ]),
    ).toEqual({ code: 0, error: '', out: `${out(name)}\n` });
  for (const sentence of SENTENCES) {
    expect(squeezed(readPdf(out('p.pdf')))).toContain(sentence);
    expect(squeezed(fs.readFileSync(out('p.txt'), 'utf8'))).toContain(sentence);
  }
  if (hasProgram('qpdf')) expect(spawnSync('qpdf', ['--check', out('p.pdf')]).status).toBe(0);
  expect(JSON.parse(fs.readFileSync(out('p.json'), 'utf8'))).toMatchObject({
    format: 'pykala-minutes',
    meeting: { number: 3, year: 2026 },
    items: VOTERS.map((voters) => ({ voters })),
  });
  const swedish = await pykala([
    'export',
    'minutes',
    '--db',
    file,
    '--meeting',
    '3/2026',
    '--format',
    'text',
    '--language',
    'sv',
    '--out',
    out('sv.txt'),
  ]);
  expect(swedish.code).toBe(0);
  expect(fs.readFileSync(out('sv.txt'), 'utf8')).toContain('Protokoll');
  const checked = await pykala(['check', '--db', file, '--json']);
  expect(checked).toMatchObject({ code: 0, error: '' });
  expect(JSON.parse(checked.out)).toEqual({ ok: true, findings: [] });
  expect(fs.readdirSync(folder).sort()).toEqual(['p.json', 'p.pdf', 'p.txt', 'sv.txt', 'tuotu.sqlite']);
}, 120_000);

test('demo makes everything in one go', async () => {
  const folder = path.join(temporaryFolder(), 'uusi', 'demo');
  const { code, out, error } = pykalaProcess(['demo', '--out', folder, '--json']);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  const summary = JSON.parse(out) as { meeting: string; files: string[] };
  expect(summary.meeting).toBe('3/2026');
  expect(fs.readdirSync(folder).sort()).toEqual([...new Set([...summary.files, 'summary.json'])].sort());
  const pdf = summary.files.find((name) => name.endsWith('.pdf'))!;
  expect(pdf).toMatch(/^2026-05-19_.*_3-2026\.pdf$/);
  for (const sentence of SENTENCES) expect(squeezed(readPdf(path.join(folder, pdf)))).toContain(sentence);
  expect((await pykala(['check', '--db', path.join(folder, 'malli-jane.sqlite')])).code).toBe(0);
}, 120_000);

describe('check finds', () => {
  test.each([
    [
      'a § number that breaks the run',
      'agenda_item',
      `update agenda_item set section = 99 where section = 30`,
      'section',
    ],
    [
      'a Y-tunnus that cannot be',
      'organisation',
      `update organisation set business_id = '9900001-1' where business_id = (select min(business_id) from organisation)`,
      'business_id',
    ],
    [
      'a snapshot that was altered',
      'minutes_snapshot',
      `update minutes_snapshot set document = replace(document, 'Hyväksyttiin', 'Hylättiin')`,
      'snapshot_hash',
    ],
    [
      'a vote of somebody in conflict',
      'ballot',
      `insert into conflict(id, item_id, person_id, ground) select lower(hex(randomblob(18))), vote.item_id, person_id, 'party' from ballot join vote on vote.id = vote_id limit 1`,
      'ballot_in_conflict',
    ],
  ])('%s', async (_, table, statement, code) => {
    const { file } = await sampleFile();
    const raw = new SQLite(file);
    for (const name of raw
      .prepare(`select name from sqlite_schema where type = 'trigger' and tbl_name = ?`)
      .pluck()
      .all(table) as string[])
      raw.exec(`drop trigger "${name}"`);
    raw.exec(statement);
    raw.close();
    const result = await pykala(['check', '--db', file, '--json']);
    expect(result).toMatchObject({ code: 1, error: '' });
    const { ok, findings } = JSON.parse(result.out) as {
      ok: boolean;
      findings: { code: string; subject: string }[];
    };
    expect(ok).toBe(false);
    expect(findings.map((finding) => finding.code).join(' ')).toContain(code);
    const { out: told } = await pykala(['check', '--db', file]);
    expect(told).toMatch(/^virhe .*\n(.*\n)*Virheitä: [1-9]/);
    const words = findings.filter((one) => one.code.includes(code)).map((one) => findingWords(one, 'fi'));
    for (const { sentence, subject } of words) expect(told).toContain(`${subject}  ${sentence}`);
  });
});

test('reading leaves the database as it was', async () => {
  const folder = temporaryFolder();
  const { file } = await sampleFile(folder);
  const before = contents(folder);
  expect((await pykala(['show', 'meeting', '3/2026', '--db', file])).code).toBe(0);
  expect((await pykala(['check', '--db', file])).code).toBe(0);
  expect(contents(folder)).toEqual(before);
});

test('a board file of 7,000 organisations comes in', async () => {
  const folder = temporaryFolder();
  const scenario = JSON.parse(fs.readFileSync(SAMPLE, 'utf8')) as { organisations: unknown[] };
  for (let index = 0; index < 7_000; index++)
    scenario.organisations.push({
      id: `x${index}`,
      name: { fi: `Kyläyhdistys ${index} ry` },
      municipality: '167',
      field: 'kylat',
    });
  fs.writeFileSync(path.join(folder, 'suuri.json'), JSON.stringify(scenario));
  const { code, out } = await pykala([
    'import',
    'scenario',
    path.join(folder, 'suuri.json'),
    '--db',
    path.join(folder, 'a.sqlite'),
    '--json',
  ]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ counts: { organisations: 7_020 } });
}, 180_000);
