/** Data protection through the real window, by keyboard: the report, consents, restriction, erasure, the log. */
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { fileHolds } from '../../db/features/erasure-traces.ts';
import type { PersonReport } from '../../db/model/print-person-report.ts';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixture.ts';
import { StartPage } from './pages/start.ts';

async function openPrivacy(page: Page): Promise<void> {
  await new StartPage(page).openSample();
  await page
    .getByRole('navigation', { name: 'Päävalikko' })
    .getByRole('button', { name: 'Tietosuoja', exact: true })
    .focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tietosuoja');
}

async function choosePerson(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name: 'Poistettavat' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('combobox', { name: 'Henkilö', exact: true }).focus();
  await page.keyboard.type(name);
  // The list follows what was typed a moment later.
  await expect(page.getByRole('option').first()).toContainText(name);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Henkilön pyynnöt' })).toBeVisible();
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
}

test('everything about a person in a file, a consent, a restriction that is undone', async ({
  page,
  desk,
  userData,
}) => {
  await openPrivacy(page);
  await expectAccessible(page);
  await choosePerson(page, 'Jäsen 04');
  await expectAccessible(page);

  const file = path.join(userData, 'raportti.json');
  await desk.answerDialog({ canceled: false, filePath: file });
  await press(page, 'Raportti (JSON)');
  await expect(page.getByText('Tiedosto raportti.json tallennettiin.')).toBeVisible();
  const report = JSON.parse(fs.readFileSync(file, 'utf8')) as PersonReport;
  expect(report.sections.map(({ table }) => table)).toContain('dissent');

  await press(page, 'Lisää suostumus');
  await expectAccessible(page);
  await page.getByRole('textbox', { name: /Lähde/ }).fill('lomake');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Annettu .* lähde: lomake$/)).toBeVisible();

  await press(page, 'Rajoita käsittelyä');
  await page.getByRole('menuitem').first().waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Käsittely rajoitettu/)).toBeVisible();
  await press(page, 'Kumoa rajoitus');
  await expect(page.getByText(/^Käsittely rajoitettu/)).toBeHidden();
});

test('an erasure tells what goes and what stays, leaves no trace, and the log shows a mark', async ({
  page,
  userData,
}) => {
  await openPrivacy(page);
  await choosePerson(page, 'Jäsen 04');
  // Something that will have to go.
  await page.getByRole('textbox', { name: 'Käyttötarkoitus' }).fill('Saunavuorojen sopiminen');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Käsittelyn peruste tallennettiin.')).toBeVisible();

  await press(page, 'Poista tiedot');
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('Eriävä mielipide: 1');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await press(page, 'Poista tiedot');
  await dialog.getByRole('button', { name: 'Poista pysyvästi' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Tiedot poistettiin. Tiedostosta ei löydy niistä jälkeä.')).toBeVisible();
  expect(fileHolds(path.join(userData, 'malli-jane.sqlite'), ['Saunavuorojen sopiminen'])).toBe(false);

  await page.getByRole('tab', { name: 'Henkilön tiedot' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByText(/pyynnöstä$/)).toBeVisible();

  await page.getByRole('tab', { name: 'Poistettavat' }).focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
  await page.getByRole('searchbox', { name: 'Hae muutoksista' }).fill('erased');
  const row = page.getByRole('row').filter({ hasText: 'Henkilötietojen käsittely' }).first();
  await expect(row).toContainText('(poistettu)');
  await expectAccessible(page);
});

test('the notice is made of the settings and of what is stored', async ({ page, desk, userData }) => {
  await openPrivacy(page);
  await page.getByRole('tab', { name: 'Poistettavat' }).focus();
  await page.keyboard.press('End');
  const notice = page.getByRole('article', { name: 'Seloste' });
  await expect(notice).toContainText('(täydennä asetuksissa)');
  await page.getByRole('textbox', { name: 'Rekisterinpitäjä', exact: true }).fill('Esimerkin maakuntaliitto');
  await page.keyboard.press('Control+Enter');
  await expect(notice).toContainText('Esimerkin maakuntaliitto');
  await expect(notice).toContainText('Läsnäolo:');
  await expectAccessible(page);
  const file = path.join(userData, 'seloste.pdf');
  await desk.answerDialog({ canceled: false, filePath: file });
  await press(page, 'Tallenna PDF');
  await expect(page.getByText('Tiedosto seloste.pdf tallennettiin.')).toBeVisible();
  expect(fs.readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
});
