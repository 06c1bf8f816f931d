/** The board's running costs: a cost is booked with its document, told when it does not fit, and saved as CSV. */
import fs from 'node:fs';
import path from 'node:path';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixture.ts';
import { StartPage } from './pages/start.ts';
import { WorkPage } from './pages/work.ts';

test('costs are booked on the budget of the year and compared with it to the cent', async ({
  desk,
  page,
  userData,
}) => {
  const start = new StartPage(page);
  const work = new WorkPage(page);
  const { dialog } = work;
  await start.openSample();
  await start.go('Raportit');
  await work.tab('Toimintakulut');
  await page.getByRole('button', { name: /Vuosi$/ }).click();
  await page.getByRole('option', { name: '2026' }).click();
  const table = page.getByRole('table', { name: 'Talousarvio ja toteuma' });
  await expect(table.getByRole('row', { name: /^Yhteensä/ })).toContainText(/12\s000,00\s€.*7\s?184,65\s€/);
  await expect(page.getByText(/^Tilat ja tarjoilut: talousarvio ylittyi 55,40 €/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Kirjaa meno' }).click();
  await dialog.getByRole('textbox', { name: /^Selite/ }).fill('Matkalaskut kokouksesta 4/2026');
  await dialog.getByRole('textbox', { name: /^Tosite/ }).fill('M-2026-199');
  await dialog.getByRole('textbox', { name: /^Euroa/ }).fill('0');
  await dialog.getByRole('button', { name: 'Tallenna' }).click();
  await expect(dialog.getByText('Kirjoita summa; nollaa ei kirjata.')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('textbox', { name: /^Euroa/ }).fill('100,35');
  await dialog.getByRole('button', { name: 'Tallenna' }).click();
  await expect(table.getByRole('row', { name: /^Yhteensä/ })).toContainText(/7\s?285,00\s€/);

  const target = path.join(userData, 'kulut.csv');
  await desk.answerDialog({ canceled: false, filePath: target });
  await page.getByRole('button', { name: 'Tallenna CSV' }).click();
  await expect.poll(() => fs.existsSync(target)).toBe(true);
  expect(fs.readFileSync(target, 'utf8')).toContain('M-2026-199');
});
