/** A bulletin from a decision, written and translated beside its source, checked and exported; the plan of communication. */
import fs from 'node:fs';
import path from 'node:path';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixture.ts';
import { StartPage } from './pages/start.ts';

test('an old translation brought up to date, checked and exported; a row of the plan done', async ({
  desk,
  page,
  userData,
}) => {
  const start = new StartPage(page);
  await start.openSample();
  await start.go('Viestintä');
  await page.getByRole('button', { name: 'Millaisia tiloja yhdistykset tarvitsevat?' }).click();
  await page.getByRole('button', { name: /^englanti/ }).click();
  const part = page.getByRole('group', { name: 'englanti' }).first();
  await expect(part.getByText('Lähdeteksti on muuttunut käännöksen jälkeen.')).toBeVisible();
  await expectAccessible(page);

  // What is typed is stored; the aid marks the sentence that is typed.
  const body = page.getByRole('textbox', { name: 'Teksti' });
  await body.fill('The survey was made by the secretary.\nYour association can answer.');
  await expect(page.getByRole('button', { name: /passiivi: was made/ })).toBeVisible();
  await page.getByRole('button', { name: 'Käännös on ajan tasalla' }).click();
  await expect(page.getByRole('button', { name: /^englanti\s*Käännetty/ })).toBeVisible();
  await page.getByRole('button', { name: 'Merkitse tarkistetuksi' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Tarkistaja' }).fill('Kielenkääntäjä');
  await dialog.getByRole('button', { name: 'Merkitse tarkistetuksi' }).click();
  await expect(page.getByRole('button', { name: /^englanti\s*Tarkistettu/ })).toBeVisible();

  // Arabic from right to left, on the screen and in the file.
  await page.getByRole('button', { name: /^arabia/ }).click();
  await expect(page.getByRole('textbox', { name: 'Otsikko' })).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('textbox', { name: 'Otsikko' })).toHaveAttribute('lang', 'ar');
  await page.getByRole('tab', { name: 'Sivu' }).click();
  await expect(page.getByText(/^Mahtuu yhdelle sivulle/)).toBeVisible();
  await expect(page.getByRole('article', { name: 'Sivun esikatselu' })).toHaveAttribute('dir', 'rtl');
  await expectAccessible(page);
  const html = path.join(userData, 'tiedote.html');
  await desk.answerDialog({ canceled: false, filePath: html });
  await page.getByRole('button', { name: 'Vie', exact: true }).click();
  await page.getByRole('menuitem', { name: 'HTML-sivu' }).click();
  await expect.poll(() => fs.existsSync(html)).toBe(true);
  expect(fs.readFileSync(html, 'utf8')).toContain('<html lang="ar" dir="rtl">');

  // The plan: what is late is done by hand.
  await start.go('Viestintä');
  await page.getByRole('tab', { name: 'Viestintäsuunnitelma' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'Juttu yhteisöfoorumeista' });
  await expect(row).toBeVisible();
  await expectAccessible(page);
  await row.getByRole('button', { name: 'Merkitse tehdyksi' }).click();
  await dialog.getByRole('button', { name: 'Merkitse tehdyksi' }).click();
  await expect(row.getByText(/^Tehty /)).toBeVisible();
});
