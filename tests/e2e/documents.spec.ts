/** Documents of every kind and secrecy in the real window; what is secret is nowhere in the public PDF. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Desk } from './desk.ts';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixture.ts';
import { DocumentPage } from './pages/document.ts';
import { LivePage } from './pages/live.ts';
import { StartPage } from './pages/start.ts';

test.use({ actionTimeout: 15_000 });
test.setTimeout(120_000);

const GROUND = 'JulkL 24 § 1 mom. 25 k';

/** Kinds as they are chosen, with the heading of the paper and the word of the file name. */
const KINDS = [
  ['Pöytäkirja', 'Pöytäkirja', 'poytakirja'],
  ['Kokouskutsu', 'Kokouskutsu', 'kutsu'],
  ['Esityslista', 'Esityslista', 'esityslista'],
  ['Julkinen versio', 'Julkinen pöytäkirja', 'julkinen_poytakirja'],
  ['Tiivistelmä', 'Tiivistelmä', 'tiivistelma'],
  ['Päätösluettelo', 'Päätösluettelo', 'paatosluettelo'],
  ['Avoimet toimenpiteet', 'Avoimet toimenpiteet', 'toimenpiteet'],
] as const;

async function open(page: Page): Promise<{ live: LivePage; document: DocumentPage }> {
  await new StartPage(page).openSample();
  const live = new LivePage(page);
  await live.open('3/2026');
  return { live, document: new DocumentPage(page) };
}

async function chooseKind(page: Page, kind: string): Promise<void> {
  await page.getByRole('button', { name: /Asiakirja$/ }).click();
  await page.getByRole('option', { name: kind, exact: true }).click();
}

/** Exports what is shown as a PDF, and answers the words in it, its bytes and the name that was suggested. */
async function exported(
  desk: Desk,
  page: Page,
  folder: string,
  name: string,
): Promise<{ text: string; bytes: Buffer; suggested: string }> {
  const file = path.join(folder, `${name}.pdf`);
  await desk.answerDialog({ canceled: false, filePath: file });
  await page.getByRole('button', { name: 'Tallenna PDF…' }).click();
  await expect.poll(() => fs.existsSync(file), { timeout: 30_000 }).toBe(true);
  await expect(page.getByText(`Tallennettiin ${name}.pdf`).first()).toBeVisible();
  const { shown } = await desk.desktop();
  return {
    text: spawnSync('pdftotext', ['-enc', 'UTF-8', file, '-'], { encoding: 'utf8' }).stdout.replaceAll(
      /\s+/g,
      ' ',
    ),
    bytes: fs.readFileSync(file),
    suggested: path.basename(String(shown.at(-1)?.options['defaultPath'] ?? '')),
  };
}

test('every kind of document is shown and named, and the tools stay in one row', async ({
  desk,
  page,
  userData,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const { live, document } = await open(page);
  await live.part('Asiakirja');
  for (const [kind, heading, word] of KINDS) {
    await chooseKind(page, kind);
    await expect(document.paper.getByText(`${heading} 3/2026`).first()).toBeVisible();
    const tops = await page
      .getByRole('toolbar', { name: 'Asiakirjan esikatselu' })
      .getByRole('button')
      .evaluateAll((buttons) =>
        buttons.map((button) => {
          const { top, height } = button.getBoundingClientRect();
          return Math.round(top + height / 2);
        }),
      );
    expect(new Set(tops).size, `${kind}: one row of tools`).toBe(1);
    const { text, suggested } = await exported(desk, page, userData, word);
    expect(text).toContain(heading);
    expect(suggested).toMatch(new RegExp(`^2026-05-19_[A-Za-z-]+_${word}_3-2026\\.pdf$`));
  }
  await expectAccessible(page);
});

test('redacted words and a secret item are nowhere in the public version', async ({
  desk,
  page,
  userData,
}) => {
  const { live, document } = await open(page);
  // Words marked in the text of an item.
  await live.look(28);
  const editor = live.editor('Asian käsittely');
  await editor.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Asiasta kuultiin henkilöä Kaisa Salattuva.');
  for (let step = 0; step < 'Kaisa Salattuva.'.length; step++) await page.keyboard.press('Shift+ArrowLeft');
  await page.getByRole('button', { name: 'Merkitse salattavaksi' }).first().click();
  await page.keyboard.type(GROUND);
  await page.keyboard.press('Enter');
  await live.saved();
  // An item of which nothing is told, not even its title.
  await live.part('Asiakirja');
  await page.getByRole('button', { name: 'Salassapito…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /Asia$/ }).click();
  await page.getByRole('option', { name: /^29 §/ }).click();
  await dialog.getByRole('textbox', { name: /Salassapidon peruste/ }).fill(GROUND);
  await dialog.getByRole('button', { name: 'Merkitse salassa pidettäväksi' }).click();
  await expect(dialog).toBeHidden();

  await chooseKind(page, 'Julkinen versio');
  await expect(document.paper.getByText(`[salattu, ${GROUND}]`).first()).toBeVisible();
  await expect(document.paper.getByText(`Asia on salassa pidettävä (${GROUND})`).first()).toBeVisible();
  await expect(document.paper.getByText('Salattuva')).toHaveCount(0);
  const open_ = await exported(desk, page, userData, 'julkinen');
  for (const secret of ['Salattuva', 'Kaisa', 'kumppanuusavustushakemuksesta', 'poissa § 29']) {
    expect(open_.text).not.toContain(secret);
    expect(open_.bytes.includes(secret)).toBe(false);
    expect(open_.bytes.includes(Buffer.from(secret, 'utf16le').swap16()), 'as PDF text strings').toBe(false);
  }
  expect(open_.text).toContain(`[salattu, ${GROUND}]`);
  expect(open_.text).toContain(`Asia on salassa pidettävä (${GROUND})`);

  // The minutes in full have every word.
  await chooseKind(page, 'Pöytäkirja');
  const full = await exported(desk, page, userData, 'koko');
  for (const word of ['Kaisa Salattuva', 'kumppanuusavustushakemuksesta']) expect(full.text).toContain(word);
});

test('an extract holds its sections to the letter and no other names', async ({ desk, page, userData }) => {
  const { live } = await open(page);
  await live.part('Asiakirja');
  await chooseKind(page, 'Pöytäkirjanote…');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/^30 §/).click();
  await dialog.getByRole('button', { name: 'Tee ote' }).click();
  await expect(dialog).toBeHidden();
  const { text } = await exported(desk, page, userData, 'ote');
  for (const words of [
    'Pöytäkirjanote 3/2026',
    '30 §',
    'Äänten mennessä tasan puheenjohtajan ääni ratkaisi',
    'Otteen oikeaksi todistaa',
  ])
    expect(text).toContain(words);
  for (const words of ['29 §', 'Asiantuntija', 'esteellinen']) expect(text).not.toContain(words);
});
