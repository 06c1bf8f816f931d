/** `pykala person`: the report holds everything, the erasure asks for --yes and names nobody. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../db/core/open.ts';
import { fileHolds } from '../../db/features/erasure-traces.ts';
import type { PersonReport } from '../../db/model/print-person-report.ts';
import { hasProgram, readPdf } from '../fixtures/pdf-text.ts';
import { pykala } from '../fixtures/pykala.ts';
import { sampleFile } from '../fixtures/sample-copy.ts';

const PHONE = '050 765 4321';

async function sample(): Promise<{ file: string; name: string; folder: string }> {
  const { file } = await sampleFile();
  const database = await openDatabase({ file });
  const { name, id } = await database.kysely
    .selectFrom('person')
    .innerJoin('ballot', 'ballot.person_id', 'person.id')
    .select(['person.name', 'person.id'])
    .where('short_name', '=', 'J04')
    .executeTakeFirstOrThrow();
  await database.kysely.updateTable('person').set({ phone: PHONE }).where('id', '=', id).execute();
  database.close();
  return { file, name, folder: path.dirname(file) };
}

test('report: JSON with the tables of the schema, also by the short name', async () => {
  const { file, name } = await sample();
  const { code, out, error } = await pykala(['person', 'report', '--person', 'J04', '--db', file]);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  const report = JSON.parse(out) as PersonReport;
  expect(report.data).toContainEqual({ column: 'name', value: name });
  expect(report.data).toContainEqual({ column: 'phone', value: PHONE });
  expect(report.sections.map(({ table }) => table)).toEqual(
    expect.arrayContaining(['seat_holder', 'attendance', 'proposal', 'ballot', 'dissent']),
  );
  const dissent = report.sections.find(({ table }) => table === 'dissent');
  expect(dissent?.rows[0]).toContainEqual({ column: 'meeting_id', value: 'Malli-JANE 3/2026 § 30' });
  expect(report.log.length).toBeGreaterThan(0);
});

test('report: a PDF in the language asked for', async () => {
  const { file, name, folder } = await sample();
  const out = path.join(folder, 'raportti.pdf');
  const run = await pykala(['person', 'report', '--person', name, '--db', file, '--out', out]);
  expect({ code: run.code, error: run.error }).toEqual({ code: 0, error: '' });
  if (!hasProgram('pdftotext')) return expect(fs.readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');
  const text = readPdf(out).replaceAll(/\s+/g, ' ');
  for (const words of ['Henkilötietoraportti', PHONE, 'Eriävä mielipide', 'Muutokset'])
    expect(text).toContain(words);
});

test('erase: tells first, does with --yes, and prints no name', async () => {
  const { file, name } = await sample();
  const dry = await pykala(['person', 'erase', '--person', name, '--db', file, '--json']);
  expect(dry.code).toBe(1);
  expect(JSON.parse(dry.out)).toMatchObject({ dryRun: true, scope: 'contact' });
  const told = await pykala(['person', 'erase', '--person', name, '--db', file]);
  expect(told.out).toContain('Poistetaan: yhteystiedot');
  expect(told.out).toMatch(/Säilyvät merkinnät:\n(?: {2}\p{Lu}.*: \d+\n)+$/u);
  expect(told.error).toContain('--yes');
  expect(fileHolds(file, [PHONE])).toBe(true);
  const done = await pykala(['person', 'erase', '--person', name, '--db', file, '--yes', '--json']);
  expect({ code: done.code, error: done.error }).toEqual({ code: 0, error: '' });
  expect(JSON.parse(done.out)).toMatchObject({ scope: 'contact', searched: true });
  expect(done.out).not.toContain(name);
  expect(fileHolds(file, [PHONE])).toBe(false);
});

test('a person who is not there is one line and exit code 2', async () => {
  const { file } = await sample();
  const { code, error } = await pykala(['person', 'report', '--person', 'Kukaan', '--db', file]);
  expect(code).toBe(2);
  expect(error).toBe('pykala: Henkilöä Kukaan ei löydy. Tarkista nimi tai tunniste.\n');
});
