/** `pykala export`: every kind of document from the command line. */
import fs from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { openDatabase, write } from '../../db/core/open.ts';
import { createMeeting } from '../../db/features/meetings.ts';
import { meetingInputSchema } from '../../db/model/meeting.ts';
import { parseSections } from '../../electron/cli/arguments.ts';
import { hasProgram, readPdf } from '../fixtures/pdf-text.ts';
import { resources } from '../fixtures/databases.ts';
import { pykala } from '../fixtures/pykala.ts';
import { sampleFile } from '../fixtures/sample-copy.ts';

const NAMES = {
  call: 'Kokouskutsu',
  agenda: 'Esityslista',
  public: 'Julkinen pöytäkirja',
  summary: 'Tiivistelmä',
  decisions: 'Päätösluettelo',
  tasks: 'Avoimet toimenpiteet',
} as const;

async function exported(...args: string[]) {
  const { file } = await sampleFile();
  const out = path.join(path.dirname(file), 'ulos');
  return {
    ...(await pykala(['export', ...args, '--db', file, '--meeting', '3/2026', '--out', out])),
    file: out,
  };
}

test.each(Object.entries(NAMES))('%s as text', async (kind, name) => {
  const { code, error, file } = await exported(kind, '--format', 'text');
  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(fs.readFileSync(file, 'utf8')).toContain(`${name} 3/2026`);
});

test('an extract of the §§ that are named', async () => {
  const { code, file } = await exported('extract', '--sections', '29,31-32', '--format', 'text');
  expect(code).toBe(0);
  const text = fs.readFileSync(file, 'utf8');
  expect(text).toContain('Pöytäkirjanote 3/2026');
  expect(text.match(/^\d+ §/gm)).toEqual(['29 §', '31 §', '32 §']);
  expect(text).toContain('Otteen oikeaksi todistaa');
});

test.skipIf(!hasProgram('pdftotext'))('in another language as PDF', async () => {
  const { code, file } = await exported('call', '--format', 'pdf', '--language', 'sv');
  expect(code).toBe(0);
  expect(readPdf(file)).toContain('Möteskallelse 3/2026');
});

test('JSON of a public version has nothing but its printed words', async () => {
  const { code, file } = await exported('public', '--format', 'json');
  expect(code).toBe(0);
  expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toMatchObject({ kind: 'public', language: 'fi' });
});

test.each([
  [['extract'], '--sections'],
  [['extract', '--sections', '32-29'], '--sections'],
  [['extract', '--sections', 'kaikki'], '--sections'],
  [['extract', '--sections', '36'], 'Kokouksessa ei ole pykälää 36. Pykälät: 22, 23'],
  [['poem'], 'export poem'],
])('%j is refused', async (args, words) => {
  const { code, error, file } = await exported(...args);
  expect(code).toBe(2);
  expect(error).toContain(words);
  expect(error.trim().split('\n')).toHaveLength(1);
  expect(fs.existsSync(file)).toBe(false);
});

test('a call is issued from the command line; before that what is exported is a draft', async () => {
  const { file } = await sampleFile();
  const database = await openDatabase({ file });
  const board = await database.kysely.selectFrom('board').select('id').executeTakeFirstOrThrow();
  const wording = { phrases: resources.phrases(), agendaTemplates: resources.agendaTemplates() };
  await write(database, 'testi', 'test.plan', (trx) =>
    createMeeting(
      trx,
      board.id,
      v.parse(meetingInputSchema, { heldOn: '2027-01-19', plannedStart: '13:00' }),
      'ordinary',
      wording,
    ),
  );
  database.close();
  const out = path.join(path.dirname(file), 'ulos');
  const on = (...args: string[]) => pykala([...args, '--db', file, '--meeting', '1/2027']);
  const exportCall = async (): Promise<string> => {
    expect((await on('export', 'call', '--format', 'text', '--out', out)).error).toBe('');
    return fs.readFileSync(out, 'utf8');
  };
  expect(await exportCall()).toMatch(/^\*\*\* LUONNOS \*\*\*[\s\S]*\*\*\* LUONNOS \*\*\*\n$/);
  const refused = await on('export', 'invitation', '--format', 'ics', '--out', `${out}.ics`);
  expect([refused.code, fs.existsSync(`${out}.ics`)]).toEqual([2, false]);
  expect(refused.error).toContain('Kutsua ei ole vielä annettu');
  expect(await on('issue', 'call', '--note', 'Tervetuloa')).toMatchObject({ code: 0, out: 'call 1\n' });
  expect(await exportCall()).not.toContain('LUONNOS');
  expect(await on('issue', 'call')).toMatchObject({ code: 2 });
  expect(await on('export', 'invitation', '--out', `${out}.ics`)).toMatchObject({ code: 0, error: '' });
  expect(fs.readFileSync(`${out}.ics`, 'utf8')).toContain('DTSTART;TZID=Europe/Helsinki:20270119T130000');
  expect((await on('export', 'invitation', '--format', 'eml', '--out', `${out}.eml`)).error).toContain(
    'sähköpostiosoitetta',
  );
  const shown = JSON.parse((await pykala(['show', 'meeting', '1/2027', '--db', file, '--json'])).out) as {
    call: { versions: unknown[]; recipients: unknown[] };
  };
  expect(shown.call.versions).toMatchObject([{ kind: 'call', number: 1, note: 'Tervetuloa' }]);
  expect(shown.call.recipients.length).toBeGreaterThan(16);
});

test('§§ as people write them', () => {
  expect(parseSections('29')).toEqual([29]);
  expect(parseSections('§ 29, 31–33')).toEqual([29, 31, 32, 33]);
});
