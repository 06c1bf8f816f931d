/** A package through the window: made, verified, opened as an archive, searched, compared; a disposal proposal. */
import fs from 'node:fs';
import path from 'node:path';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixture.ts';
import { StartPage } from './pages/start.ts';

test('a package is made, verified, opened for reading, compared with a later one, and a term of it comes in as a board', async ({
  desk,
  page,
  userData,
}) => {
  const start = new StartPage(page);
  await start.openSample();
  await start.go('Arkisto');
  await expect(page.getByRole('heading', { name: 'Tehdyt paketit' })).toBeVisible();
  await expectAccessible(page);

  const make = async (file: string): Promise<void> => {
    await page.getByRole('button', { name: 'Tee paketti' }).first().press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Tee arkistopaketti' });
    await dialog.getByRole('textbox', { name: 'Yhteyshenkilö' }).fill('Mallimaan liitto, sihteeri');
    await desk.answerDialog({ canceled: false, filePath: file });
    await dialog.getByRole('button', { name: 'Valitse paikka ja tee' }).press('Enter');
    await expect(page.getByText('Paketti on ehjä:')).toBeVisible({ timeout: 60_000 });
  };
  const [first, second] = [path.join(userData, 'eka.zip'), path.join(userData, 'toka.zip')];
  await make(first);
  expect(fs.readdirSync(userData).filter((name) => name.endsWith('.partial'))).toEqual([]);
  await expectAccessible(page);
  const certificate = path.join(userData, 'todistus.pdf');
  await desk.answerDialog({ canceled: false, filePath: certificate });
  await page.getByRole('button', { name: 'Tallenna todistus (PDF)' }).press('Enter');
  await expect
    .poll(() => fs.existsSync(certificate) && fs.readFileSync(certificate).subarray(0, 5).toString())
    .toBe('%PDF-');
  await make(second);

  await desk.answerDialog({ canceled: false, filePaths: [first] });
  await page.getByRole('button', { name: 'Avaa paketti' }).press('Enter');
  await expect(page.getByText('Arkistopaketti – vain luettavana')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('heading', { level: 1, name: 'eka.zip' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Hae paketista' }).fill('pöytäkirja');
  await expect(page.getByRole('heading', { name: /osuma/ })).toBeVisible();
  await page.locator('[aria-pressed]').first().press('Enter');
  await expect(page.getByRole('heading', { name: 'Asiakirjat' })).toBeVisible();
  await expectAccessible(page);

  await desk.answerDialog({ canceled: false, filePaths: [second] });
  await page.getByRole('button', { name: 'Vertaa toiseen pakettiin' }).press('Enter');
  await expect(page.getByText('eka.zip ja toka.zip')).toBeVisible({ timeout: 30_000 });
  const decisions = page.getByRole('region', { name: 'Päätökset' });
  await expect(decisions.getByText('Ei eroja.')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Tuo toimikausi' }).press('Enter');
  const importing = page.getByRole('dialog', { name: 'Tuo toimikausi paketista' });
  await importing.getByRole('button', { name: 'Tarkastele ensin' }).press('Enter');
  await expect(importing.getByText(/Uusi toimielin/)).toBeVisible({ timeout: 60_000 });
  await importing.getByRole('button', { name: 'Tuo toimikausi' }).press('Enter');
  await expect(importing).toBeHidden({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Sulje paketti' }).press('Enter');
  await page.getByRole('button', { name: /^Poista tuonti/ }).press('Enter');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Poista tuonti' }).press('Enter');
  await expect(page.getByText(/^Poistettu \d/)).toBeVisible({ timeout: 30_000 });

  await page.getByRole('tab', { name: 'Säilytysajat ja hävittäminen' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Säilytysajat' })).toBeVisible();
  await page.getByRole('button', { name: 'Muuta aikaa: Yhteystiedot' }).press('Enter');
  const rule = page.getByRole('dialog');
  await rule.getByRole('button', { name: 'Tallenna' }).press('Enter');
  await expect(rule.getByText('Täytä tämä kohta.')).toBeVisible();
  await rule.getByRole('textbox', { name: 'Perustelu' }).fill('Tiedonohjaussuunnitelma 4.2');
  await rule.getByRole('button', { name: 'Tallenna' }).press('Enter');
  await expect(page.getByText(/Tiedonohjaussuunnitelma 4\.2/)).toBeVisible();
  await expectAccessible(page);
});
