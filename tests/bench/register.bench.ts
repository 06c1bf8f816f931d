/** The register at 7,000 and 70,000: importing a file against sqlite3's `.import` of it, filters, orders, an erasure. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import SQLite from 'better-sqlite3';
import { openDatabase, write } from '../../db/core/open.ts';
import { erasePersons } from '../../db/features/erasure.ts';
import { createPerson } from '../../db/features/persons.ts';
import type { FilterCondition } from '../../db/model/organisation-filter.ts';
import { createResources } from '../../electron/backend/resources.ts';
import { ORGANISATION_SORTS } from '../../db/model/organisation-view.ts';
import { startBackend, type Backend } from './backend.ts';
import { deskFolder, largeSample, temporaryFolder } from './data.ts';
import { generatedOrganisations } from '../../db/model/generated-register.ts';
import { ms, quantile, report, times, type Figure } from './report.ts';
import { root } from './shell.ts';

const COUNTS = [7_000, 70_000];
const GOAL = 100;
/** Pause between two reads while an import is written. */
const PROBE_MS = 25;

const { municipalities } = createResources(path.join(root, 'resources')).classification();
const figures: Figure[] = [];
const sizeOf = (count: number): string => count.toLocaleString('en').replace(',', ' ');
const seconds = (value: number): string => `${(value / 1000).toFixed(1)} s`;

/** A file as an office sends it; every row is one that can be imported. */
function tableFile(count: number): string {
  const lines = ['Nimi;Rekisterinumero;Kotikunta;Sähköposti;Puhelin;Postitoimipaikka;Huomiot'];
  let number = 0;
  for (const one of generatedOrganisations(count, 1, municipalities)) {
    number += 1;
    // With a number of its own each row is an organisation of its own.
    lines.push(
      [
        one.name,
        String(200_000 + number),
        one.municipality,
        one.email,
        one.phone,
        one.postOffice,
        one.notes,
      ].join(';'),
    );
  }
  const file = path.join(temporaryFolder(), 'jarjestot.csv');
  fs.writeFileSync(file, lines.join('\n'));
  return file;
}

function shellImport(file: string): number {
  const target = path.join(temporaryFolder(), 'shell.sqlite');
  const began = performance.now();
  const { status, stderr } = spawnSync(
    'sqlite3',
    [target, '.mode csv', '.separator ;', `.import ${file} rows`],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`sqlite3: ${stderr}`);
  return performance.now() - began;
}

/** Reads until told to stop; the times of the answers. */
async function probe(backend: Backend, isOver: () => boolean): Promise<number[]> {
  const taken: number[] = [];
  for (let at = 0; !isOver(); at += 1) {
    const began = performance.now();
    await backend.query('organisations.list', { text: at % 2 === 0 ? 'seura' : '', limit: 100 });
    taken.push(performance.now() - began);
    await sleep(PROBE_MS);
  }
  return taken;
}

async function timed<Result>(work: Promise<Result>): Promise<{ time: number; result: Result }> {
  const began = performance.now();
  const result = await work;
  return { time: performance.now() - began, result };
}

for (const count of COUNTS) {
  const file = tableFile(count);
  const shell = shellImport(file);
  const backend = await startBackend(temporaryFolder());
  backend.grant('table', file);
  const opened = await timed(
    backend.follow<{ id: string; mapping: unknown }>('imports.open', { grant: 'table' }),
  );
  const { id: sessionId, mapping } = opened.result;
  const checked = await timed(backend.follow('imports.check', { sessionId, mapping, lenient: true }));
  let isOver = false;
  const reads = probe(backend, () => isOver);
  const ran = await timed(
    backend.follow<{ counts: Record<string, number>; batchId: string }>('imports.run', { sessionId }),
  );
  isOver = true;
  const taken = await reads;
  const rows = ran.result.counts['new'] ?? 0;
  const undone = await timed(backend.follow('imports.undo', { id: ran.result.batchId }));
  await backend.close();
  const rate = (rows / ran.time) * 1000;
  const shellRate = (count / shell) * 1000;
  figures.push(
    {
      what: `${sizeOf(count)} rows: written, with log, search and undo`,
      ours: `${Math.round(rate)} rows/s`,
      against: `${Math.round(shellRate)} rows/s .import`,
      ratio: times(shellRate / rate),
    },
    {
      what: `${sizeOf(count)} rows: file read / rows judged / written / taken back`,
      ours: [opened, checked, ran, undone].map(({ time }) => seconds(time)).join(' / '),
    },
    {
      what: `${sizeOf(count)} rows: a read meanwhile, p50 / p95 / slowest of ${taken.length}`,
      ours: [0.5, 0.95, 1].map((share) => ms(quantile(taken, share))).join(' / '),
      goal: `p95 ≤ ${GOAL} ms`,
      met: quantile(taken, 0.95) <= GOAL,
    },
  );
}

const condition = (
  field: FilterCondition['field'],
  operator: FilterCondition['operator'],
  value?: string,
) => ({
  field,
  operator,
  values: value === undefined ? [] : [value],
});
/** What a secretary asks, each with what SQLite alone is asked for the first hundred of it. */
const FILTERS: readonly (readonly [parts: readonly FilterCondition[], where: string])[] = [
  ...['167', '091', '297', '422', '260', '309'].map(
    (code) => [[condition('municipality', 'is', code)], `municipality_code = '${code}'`] as const,
  ),
  [[condition('state', 'is', 'dormant')], `state = 'dormant'`],
  [[condition('email', 'contains', 'seura')], `email like '%seura%'`],
  [[condition('businessId', 'empty')], `business_id is null`],
  [[condition('checkedOn', 'before', '2023-01-01')], `checked_on < '2023-01-01'`],
  [
    [condition('municipality', 'is', '167'), condition('state', 'is', 'active')],
    `municipality_code = '167' and state = 'active'`,
  ],
  [
    [condition('tasks', 'is', 'open')],
    `id in (select responsible_organisation_id from task where state in ('open', 'in_progress'))`,
  ],
];

for (const count of COUNTS) {
  const folder = deskFolder(await largeSample(count));
  const raw = new SQLite(path.join(folder, 'pykala.sqlite'), { readonly: true });
  const alone: number[] = [];
  for (let round = 0; round < 4; round += 1)
    for (const [, where] of FILTERS) {
      const began = performance.now();
      raw.prepare(`select * from organisation where ${where} order by sort_key, id limit 100`).all();
      if (round > 0) alone.push(performance.now() - began);
    }
  raw.close();
  const backend = await startBackend(folder);
  const ours: number[] = [];
  for (let round = 0; round < 4; round += 1)
    for (const [parts] of FILTERS) {
      const { time } = await timed(
        backend.query('organisations.list', { text: '', limit: 100, filter: { match: 'all', parts } }),
      );
      if (round > 0) ours.push(time);
    }
  const sorts: number[] = [];
  for (const by of ORGANISATION_SORTS) {
    const sort = { by, descending: false };
    sorts.push((await timed(backend.query('organisations.list', { text: '', limit: 100, sort }))).time);
  }
  await backend.close();
  const [p95, aloneP95] = [quantile(ours, 0.95), quantile(alone, 0.95)];
  figures.push(
    {
      what: `${sizeOf(count)}: filter, first 100 in the order of the names and the number of all, p95`,
      ours: ms(p95),
      against: `${ms(aloneP95)} first 100 in SQLite`,
      ratio: times(p95 / aloneP95),
      goal: `≤ ${GOAL} ms`,
      met: p95 <= GOAL,
    },
    {
      what: `${sizeOf(count)}: order by another column for the first time, median / slowest`,
      ours: `${ms(quantile(sorts))} / ${ms(Math.max(...sorts))}`,
    },
  );
  const database = await openDatabase({ file: path.join(folder, 'pykala.sqlite') });
  const { id } = await write(database, 'bench', 'bench.person', (trx) =>
    createPerson(trx, {
      name: 'Aino Esimerkki',
      shortName: null,
      email: 'aino.esimerkki@posti.example',
      phone: '050 1234567',
      language: 'fi',
      notes: '',
    }),
  );
  const erased = await timed(
    erasePersons(database, {
      actor: 'bench',
      procedure: 'bench.erase',
      personIds: [id],
      cause: 'request',
      today: '2026-11-22',
      instant: new Date().toISOString(),
    }),
  );
  database.close();
  figures.push({
    what: `${sizeOf(count)}: erasing a person from rows, log and index, the file rewritten and searched`,
    ours: seconds(erased.time),
  });
}

report({
  name: 'register',
  title: 'The register',
  method: `A CSV file of seven columns through the backend worker of the build: read, judged, written in one transaction with log, search entries and what an undo needs, then taken back; against the sqlite3 shell's own .import of the same file into a table without keys. While it is written the list is read every ${PROBE_MS} ms. Filters: ${FILTERS.length} of them in turn, three times, so that none is remembered.`,
  figures,
  remarks: [
    'The slowest read meets the commit of the import with the checkpoint of its log file, which cannot be cut.',
    'An erasure rewrites the whole file and searches it byte by byte, so that nothing of the person is left in it.',
  ],
});
process.exit(0);
