/** Immigrant inclusion: from a gap of the coverage to a support point, a path whose counts do not add up, an export. */
import fs from 'node:fs';
import path from 'node:path';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixture.ts';
import { StartPage } from './pages/start.ts';
import { WorkPage } from './pages/work.ts';

test('a gap is filled, counts that do not add up are told, and the coverage goes out as a table', async ({
  desk,
  page,
  userData,
}) => {
  const start = new StartPage(page);
  const work = new WorkPage(page);
  const date = async (name: string, keys: string): Promise<void> => {
    await work.dialog.getByRole('group', { name }).getByRole('spinbutton').first().click();
    await page.keyboard.type(keys);
  };
  await start.openSample();
  await start.go('Osallisuus');

  // Where something is missing, the form begins with the municipality.
  await expect(page.getByText('30 puutetta')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Tukipisteet, Juuka: puuttuu. Lisää.' }).click();
  await expect(work.dialog.getByRole('list', { name: 'Kunnat' })).toContainText('Juuka');
  await work.dialog.getByRole('textbox', { name: /^Nimi/ }).fill('Kirjaston neuvonta');
  await work.dialog.getByRole('button', { name: 'Lisää aika' }).click();
  await expectAccessible(page);
  await work.dialog.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.getByRole('heading', { name: 'Kirjaston neuvonta' })).toBeVisible();
  await expect(page.getByText('ma 12.00–16.00')).toBeVisible();
  await start.go('Osallisuus');
  await expect(page.getByText('29 puutetta')).toBeVisible();
  await page.getByRole('button', { name: 'Tukipisteet, Juuka: 1. Näytä.' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Kirjaston neuvonta' })).toBeVisible();

  // Periods share no day; what was written stays in the form, and what looks wrong is kept and told.
  await work.tab('Polut');
  await page.getByText('Polku vapaaehtoiseksi').click();
  await expect(page.getByRole('img', { name: /^Polku vapaaehtoiseksi/ })).toBeVisible();
  await page.getByRole('button', { name: 'Kirjaa jakso' }).click();
  await date('Alkaen', '01062026');
  await date('Asti', '31122026');
  await work.dialog.getByRole('textbox', { name: '1. tutustuminen' }).fill('6');
  await work.dialog.getByRole('textbox', { name: '2. vapaaehtoisten peruskoulutus' }).fill('8');
  await work.dialog.getByRole('button', { name: 'Tallenna' }).click();
  await expect(work.dialog.getByText(/yhteisiä päiviä jakson 1\.1\.2026–30\.6\.2026 kanssa/)).toBeVisible();
  await expect(work.dialog.getByRole('textbox', { name: '1. tutustuminen' })).toHaveValue('6');
  await date('Alkaen', '01072026');
  await work.dialog.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.getByText(/Vaiheessa ”vapaaehtoisten peruskoulutus” on 8/)).toBeVisible();
  await expectAccessible(page);

  await start.go('Osallisuus');
  await work.tab('Kattavuus');
  const file = path.join(userData, 'kattavuus.csv');
  await desk.answerDialog({ canceled: false, filePath: file });
  await page.getByRole('button', { name: 'Vie', exact: true }).click();
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  await expect.poll(() => fs.existsSync(file)).toBe(true);
  expect(fs.readFileSync(file, 'utf8')).toMatch(/Juuka;1;puuttuu;1 \(koko maakunta\);1 \(koko maakunta\);1;/);
});
