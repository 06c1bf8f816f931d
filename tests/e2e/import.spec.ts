/** A table into the register and out again, by keyboard: file, columns, rows with a decision, report, undo; bulk change, export. */
import type { Page } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixture.ts';
import { OrganisationsPage } from './pages/organisations.ts';
import { StartPage } from './pages/start.ts';

/** Puts the focus on it; what follows is done by keys. */
async function reach(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().focus();
  await expect(page.locator(':focus')).toHaveCount(1);
}

const TABLE = [
  'Pohjois-Karjalan järjestöt;;;;',
  'tulostettu 19.5.2026;;;;',
  ';;;;',
  'Järjestö;Rek.nro;S-posti;Kunta;Huom!',
  'Esimerkin nuoret ry;990.005;nuoret.uusi@posti.example;Joensuu;',
  'Esimerkin nuoret r.y.;;toinen@posti.example;;',
  'Aivan uusi kyläyhdistys ry;;kyla@posti.example;Kitee;=1+1',
  'Väärän kunnan seura ry;;;Atlantis;',
].join('\r\n');

test('a list from an office is imported, decided about, reported and undone', async ({
  page,
  desk,
  userData,
}) => {
  const file = path.join(userData, 'lista.csv');
  fs.writeFileSync(file, Buffer.from(TABLE, 'latin1'));
  await new StartPage(page).openSample();
  const register = new OrganisationsPage(page);
  await register.open();
  await reach(page, 'Taulukot');
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Tuo taulukko' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Tuo järjestöjä', level: 1 })).toBeVisible();
  await expectAccessible(page);

  await desk.answerDialog({ canceled: false, filePaths: [file] });
  await reach(page, 'Valitse tiedosto');
  await page.keyboard.press('Enter');
  await expect(page.getByText('4 tietoriviä')).toBeVisible();
  // Read as Windows-1252, and the titles above the headings are known for what they are.
  await expect(page.getByRole('button', { name: /Merkistö/ })).toContainText('Windows-1252');
  await expect(page.getByRole('row', { name: /Rek.nro/ })).toContainText('Rekisterinumero');
  await expectAccessible(page);

  await reach(page, 'Tarkista rivit');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Lisätään 1, päivitetään 1.')).toBeVisible();
  await expect(page.getByText('1 tarkistettava rivi on päättämättä')).toBeVisible();
  const grid = page.getByRole('grid', { name: 'Tarkistettavat' });
  await grid.getByRole('rowheader').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Rivi 6' })).toContainText('nimi 100 % sama');
  await expectAccessible(page);
  await reach(page, 'Ohita rivi');
  await page.keyboard.press('Enter');
  await expect(page.getByText('on päättämättä')).toBeHidden();

  await page.getByRole('tab', { name: /Tarkistettavat/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('grid', { name: 'Hylätyt' })).toContainText('Kotikunta:');

  await reach(page, 'Tuo rivit');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Lisättiin 1, päivitettiin 1, ennallaan 0.')).toBeVisible();
  const left = path.join(userData, 'jaljelle.csv');
  await desk.answerDialog({ canceled: false, filePath: left });
  await reach(page, 'Tallenna tuomatta jääneet');
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 riviä tallennettiin syineen.')).toBeVisible();
  expect(fs.readFileSync(left, 'utf8')).toContain('Atlantis');
  await expectAccessible(page);

  await reach(page, 'Kumoa tuonti');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Kumottiin\. Palautettuja muutoksia 2\./)).toBeVisible();
  await reach(page, 'Järjestöihin');
  await page.keyboard.press('Enter');
  await expect(register.count()).toHaveText('20 järjestöä');
});

test('what is no table is refused with a sentence, and nothing is lost', async ({ page, desk, userData }) => {
  const file = path.join(userData, 'katkennut.xlsx');
  fs.writeFileSync(file, Buffer.from('PK\u0003\u0004 katkennut'));
  await new StartPage(page).openSample();
  await new OrganisationsPage(page).open();
  await reach(page, 'Taulukot');
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Tuo taulukko' }).press('Enter');
  await desk.answerDialog({ canceled: false, filePaths: [file] });
  await reach(page, 'Valitse tiedosto');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Tiedosto on vioittunut');
  await expect(page.getByRole('button', { name: 'Valitse tiedosto' })).toBeVisible();
});

test('several organisations are selected, changed, undone, merged and exported', async ({
  page,
  desk,
  userData,
}) => {
  await new StartPage(page).openSample();
  const register = new OrganisationsPage(page);
  await register.open();
  await reach(page, 'Taulukot');
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Valitse useita' }).press('Enter');
  await register.grid.getByRole('rowheader').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByText('2 valittua')).toBeVisible();
  await expectAccessible(page);

  await reach(page, 'Muuta valittuja');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /Uusi arvo/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'Ei toimintaa' }).press('Enter');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Muuta', exact: true }).press('Enter');
  await expect(page.getByText('2 järjestöä muutettiin.')).toBeVisible();
  await expect(register.grid.getByText('Ei toimintaa')).toHaveCount(2);
  await page.getByRole('button', { name: 'Kumoa', exact: true }).first().press('Enter');
  await expect(register.grid.getByText('Ei toimintaa')).toHaveCount(0);

  await reach(page, 'Yhdistä valitut');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('Jäävä järjestö');
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  const target = path.join(userData, 'vienti.xlsx');
  await desk.answerDialog({ canceled: false, filePath: target });
  await page
    .getByRole('toolbar', { name: 'Valitse useita' })
    .getByRole('button', { name: 'Vie tiedostoon' })
    .press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Vie', exact: true }).press('Enter');
  await expect(page.getByText('2 järjestöä vietiin tiedostoon vienti.xlsx.')).toBeVisible();
  expect(fs.readFileSync(target).subarray(0, 2).toString()).toBe('PK');
});
