/** Contact roles, networks, the card with its timeline, and the term change through the real window, by keyboard. */
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixture.ts';
import { OrganisationsPage } from './pages/organisations.ts';
import { StartPage } from './pages/start.ts';

async function openNetworks(page: Page): Promise<void> {
  await new StartPage(page).openSample();
  await page
    .getByRole('navigation', { name: 'Päävalikko' })
    .getByRole('button', { name: 'Verkostot', exact: true })
    .focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Verkostot ja yhdyshenkilöt');
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().focus();
  await page.keyboard.press('Enter');
}

test('the matrix of contact roles: a gap is found with the arrows, filled, and the table saved', async ({
  page,
  desk,
  userData,
}) => {
  await openNetworks(page);
  await expect(page.getByText('44 puutetta')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Pohjois-Karjala, Hyte-yhdyshenkilö/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator(':focus')).toHaveAccessibleName('Heinävesi, Osallisuusyhdyshenkilö, Puuttuu');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Osallisuusyhdyshenkilö' });
  await dialog.getByRole('combobox').fill('Jäsen 04');
  // The list follows what was typed a moment later.
  await expect(page.getByRole('option').first()).toContainText('Jäsen 04');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText('43 puutetta')).toBeVisible();

  const file = path.join(userData, 'yhdyshenkilot.csv');
  await desk.answerDialog({ canceled: false, filePath: file });
  await press(page, 'Tallenna taulukkona');
  await expect(page.getByText('Tiedosto yhdyshenkilot.csv tallennettiin.')).toBeVisible();
  expect(fs.readFileSync(file, 'utf8')).toContain('Heinävesi;Osallisuusyhdyshenkilö;Jäsen 04;');
});

test('a network gets its members, and the card of one shows it on the timeline', async ({ page }) => {
  await openNetworks(page);
  await page.getByRole('tab', { name: 'Yhdyshenkilöt' }).focus();
  await page.keyboard.press('ArrowRight');
  await press(page, 'Uusi verkosto');
  await page
    .getByRole('textbox', { name: /^Nimi\b/ })
    .first()
    .fill('Nuorten verkosto');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Nuorten verkosto' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Lisää jäsen: Nuorten verkosto' }).fill('kulttuuri');
  await expect(page.getByRole('option').first()).toContainText('kulttuuriyhdistys');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await press(page, 'Lisää: Nuorten verkosto');
  await expect(page.getByText('1 jäsen.')).toBeVisible();
  await expectAccessible(page);
  await press(page, 'Avaa: Esimerkin kulttuuriyhdistys ry');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Esimerkin kulttuuriyhdistys ry');

  await press(page, 'Muokkaa ryhmiä, aluetta ja vaiheita');
  await page.getByRole('checkbox', { name: 'Nuoret ja nuoret aikuiset' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('textbox', { name: 'Uusi avainsana' }).fill('vertaistuki');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Järjestön kortti tallennettiin.')).toBeVisible();
  const timeline = page.getByRole('region', { name: 'Aikajana' });
  await expect(timeline).toContainText('Nuorten verkosto');
  await expect(timeline).toContainText('Elämänkaari');
  await expectAccessible(page);

  const register = new OrganisationsPage(page);
  await register.open();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('vertaistuki');
  await expect(register.count()).toHaveText('1 osuma');
});

test('the term changes in one go, and the change is taken back', async ({ page }) => {
  await openNetworks(page);
  await page.getByRole('tab', { name: 'Yhdyshenkilöt' }).focus();
  await page.keyboard.press('End');
  await expect(page.getByText('Kaikki paikat on täytetty.')).toBeVisible();
  await expectAccessible(page);
  await press(page, 'Vaihda toimikausi');
  const dialog = page.getByRole('dialog', { name: 'Toimikauden vaihto' });
  await expect(dialog).toContainText('Jatkaa 32 henkilöä');
  await expectAccessible(page);
  await dialog.getByRole('checkbox', { name: /^Jäsen 01/ }).focus();
  await page.keyboard.press('Space');
  await expect(dialog).toContainText('Päättää 1 henkilö');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Toimikausi vaihdettiin: jatkavia 31, toimenpiteitä 1.')).toBeVisible();
  await press(page, 'Kumoa');
  await press(page, 'Vaihda toimikausi');
  await expect(dialog).toContainText('Jatkaa 32 henkilöä');
});
