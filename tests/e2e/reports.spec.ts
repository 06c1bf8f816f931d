/** The annual report: drafted from the year, edited, brought up to date without losing a word, saved as a file. */
import fs from 'node:fs';
import path from 'node:path';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixture.ts';
import { StartPage } from './pages/start.ts';

test('an annual report is drafted, edited by keyboard, kept when its source changes, and saved', async ({
  desk,
  page,
  userData,
}) => {
  const start = new StartPage(page);
  await start.openSample();
  await start.go('Raportit');
  await page.getByRole('button', { name: 'Luonnostele uusi' }).click();
  await page.getByRole('button', { name: 'Luonnostele', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Toimintakertomus \d{4}$/, level: 1 })).toBeVisible();
  await expect(page.getByText(/^Neuvottelukunnalla oli vuoden aikana \d+ kokousta/)).toBeVisible();
  await expect(page.getByRole('img', { name: 'Toiminnot vaiheittain' })).toBeVisible();

  // A section is opened, its text has the focus, and what is typed is stored by itself.
  const opened = page.getByRole('button', { name: 'Muokkaa osaa Vapaaehtoistoiminta' });
  await opened.press('Enter');
  const text = page.getByRole('region', { name: 'Vapaaehtoistoiminta' }).locator('[contenteditable="true"]');
  await text.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Toiminta laajeni uusiin kuntiin.');
  await expect(page.getByText(/^Tallennettu klo/)).toBeVisible();
  await expect(page.getByText('Muokattu käsin')).toBeVisible();
  await expectAccessible(page);

  const file = path.join(userData, 'kertomus.pdf');
  await desk.answerDialog({ canceled: false, filePath: file });
  await page.getByRole('button', { name: 'Tallenna PDF' }).click();
  await expect.poll(() => fs.existsSync(file), { timeout: 20_000 }).toBe(true);
  expect(fs.readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');

  // The statistics of the year as a workbook.
  await start.go('Raportit');
  await expect(page.getByRole('button', { name: /^Toimintakertomus/ })).toBeVisible();
  const workbook = path.join(userData, 'tilastot.xlsx');
  await desk.answerDialog({ canceled: false, filePath: workbook });
  await page.getByRole('button', { name: 'Tallenna tilastot' }).click();
  await expect.poll(() => fs.existsSync(workbook)).toBe(true);
  expect(fs.readFileSync(workbook).subarray(0, 2).toString()).toBe('PK');
});
