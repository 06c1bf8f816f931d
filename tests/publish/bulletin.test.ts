/** Bulletins as PDF, read back by other programs: archival, tagged, in their language and direction, on one page. */
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { NO_CONTENT, type BulletinLanguage } from '../../db/model/bulletin.ts';
import { printBulletin, type BulletinSheet } from '../../db/model/print-bulletin.ts';
import { createTypstRenderer } from '../../electron/publish/typst.ts';
import { resources, resourcesFolder } from '../fixtures/databases.ts';
import { installed, letters, open, rolesOf, runOn, textByPdfJs, textOf } from './read-pdf.ts';

vi.setConfig({ testTimeout: 60_000 });
const renderer = createTypstRenderer({ resourcesFolder: join(resourcesFolder) });
const createdAt = 1_779_200_000;

const [survey] = resources.sampleCommunication().bulletins;
function sheetOf(language: BulletinLanguage): BulletinSheet {
  const sample = survey!.texts.find((one) => one.language === language)!;
  const facts = Object.fromEntries(Object.entries(sample.facts).filter(([, words]) => words !== undefined));
  return {
    language,
    content: { ...NO_CONTENT, ...facts, title: sample.title, body: sample.body.join('\n\n') },
    board: { fi: 'Malli-JANE', sv: 'Malli-JANE', en: 'Malli-JANE' },
    boardShortName: 'Malli-JANE',
    createdOn: '2026-03-25',
    decision: { reference: '2/2026 § 17', heldOn: '2026-03-17', meetingNumber: '2/2026' },
  };
}

test.each(['fi-selko', 'ru', 'ar'] as const)(
  '%s: one tagged archival page in its language',
  async (language) => {
    const sheet = sheetOf(language);
    const { bytes, fit, replaced } = renderer.render(printBulletin(sheet), createdAt);
    expect(replaced).toEqual([]);
    expect(fit!.needed).toBeLessThan(fit!.room);
    const pdf = await open(bytes);
    expect(pdf.numPages).toBe(1);
    const { info, metadata } = await pdf.getMetadata();
    const raw = metadata.getRaw() as string;
    expect(raw).toMatch(/pdfaid:part(>|=")2/);
    expect(raw).toMatch(/pdfaid:conformance(>|=")A/);
    expect(info).toMatchObject({
      Language: language === 'fi-selko' ? 'fi' : language,
      Title: sheet.content.title,
    });
    expect(await rolesOf(pdf, 1)).toEqual(expect.arrayContaining(['H1', 'P']));
    await pdf.loadingTask.destroy();
    if (installed('qpdf')) {
      expect(runOn(bytes, 'qpdf', '--check', 'FILE')).toContain('No syntax or stream encoding errors');
      const source = runOn(bytes, 'qpdf', '--qdf', '--object-streams=disable', 'FILE', '-');
      expect(source).toContain('/StructTreeRoot');
      // The Finnish name of the sender says that it is Finnish in a page of another language.
      if (language !== 'fi-selko') expect(source).toContain('/Lang (fi)');
      if (language === 'ar') expect(source).toContain('/Direction /R2L');
    }
    if (installed('pdftotext')) {
      const read = letters(textOf(bytes));
      for (const words of [sheet.content.title, ...sheet.content.body.split('\n')])
        // Latin names and figures within Arabic lines come in the order of another reader's choice.
        if (!/[A-Za-z\d]/.test(words) || language !== 'ar')
          expect(read).toContain(letters(words.replace(/^# /, '')));
    }
    // pdf.js gives the words of a line from right to left in the order of the page.
    const copied = letters(await textByPdfJs(bytes));
    for (const word of sheet.content.title.split(' ')) expect(copied).toContain(letters(word));
  },
);

test('what is too long is laid out all the same, and how much too long it is can be told', async () => {
  const sheet = sheetOf('fi-selko');
  const long = {
    ...sheet,
    content: { ...sheet.content, body: Array(60).fill('Tämä on yksi rivi.').join('\n\n') },
  };
  const { bytes, fit } = renderer.render(printBulletin(long), createdAt);
  expect(fit!.size).toBe(12);
  expect(fit!.needed).toBeGreaterThan(fit!.room);
  const pdf = await open(bytes);
  expect(pdf.numPages).toBe(Math.ceil(fit!.needed / fit!.room));
  await pdf.loadingTask.destroy();
});
