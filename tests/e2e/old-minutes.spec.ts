/** Old minutes through the real window: brought in, reviewed by keys beside the original, confirmed, found again. */
import fs from 'node:fs';
import path from 'node:path';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixture.ts';
import { StartPage } from './pages/start.ts';

const samples = path.resolve(import.meta.dirname, '../fixtures/old-minutes');

test('a text file is reviewed by keyboard, confirmed and found by the search', async ({ desk, page }) => {
  const start = new StartPage(page);
  await start.openSample();
  await start.go('Kokoukset');
  await page.getByRole('button', { name: 'Tuodut pöytäkirjat' }).click();
  await desk.answerDialog({ canceled: false, filePaths: [path.join(samples, '02-yhteistyoryhma.txt')] });
  await page.getByRole('button', { name: 'Tuo pöytäkirja…' }).click();

  const fields = page.getByRole('grid', { name: 'Ehdotetut tiedot' });
  const row = (words: string) => fields.getByRole('row').filter({ hasText: words });
  await expect(row('1/2019')).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('mark')).toHaveText('1/2019');
  await expectAccessible(page);

  await test.step('Enter says yes and goes on', async () => {
    await row('1/2019').focus();
    for (const words of ['1/2019', '21.2.2019', '9.00', '11.05', 'Maakuntatalo']) {
      await expect(row(words).first()).toHaveAttribute('aria-selected', 'true');
      await page.keyboard.press('Enter');
      await expect(row(words).first().getByRole('img', { name: 'Hyväksytty' })).toBeVisible();
    }
    await expect(row('Pekka Puro')).toHaveAttribute('aria-selected', 'true');
    await expect(page.locator('mark')).toContainText('Pekka Puro');
  });

  await test.step('Delete says no; F2 changes a value, Ctrl+Enter accepts it as changed', async () => {
    await page.keyboard.press('Delete');
    await expect(row('Pekka Puro').getByRole('img', { name: 'Hylätty' })).toBeVisible();
    await expect(row('Aino Aalto').first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('F2');
    const name = page.getByRole('textbox', { name: 'Nimi', exact: true });
    await expect(name).toBeFocused();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Aino Aaltonen');
    await page.keyboard.press('Control+Enter');
    await expect(row('Aino Aaltonen').getByRole('img', { name: 'Muutettu' })).toBeVisible();
  });

  await test.step('the answers outlive the window; nothing is confirmed with something open', async () => {
    await expect(page.getByRole('button', { name: 'Vahvista pöytäkirja' })).toBeDisabled();
    await expect(page.getByText(/^\d+ avoinna$/)).toBeVisible();
    await page.reload();
    await start.go('Kokoukset');
    await page.getByRole('button', { name: 'Tuodut pöytäkirjat' }).click();
    await page.getByRole('gridcell', { name: '02-yhteistyoryhma.txt' }).dblclick();
    await expect(row('Aino Aaltonen').getByRole('img', { name: 'Muutettu' })).toBeVisible();
  });

  await test.step('the rest is accepted and the minutes confirmed', async () => {
    await page.getByRole('button', { name: 'Hyväksy loput' }).click();
    await page.getByRole('button', { name: 'Vahvista pöytäkirja' }).click();
    await expect(page.getByRole('heading', { name: 'Tuotu pöytäkirja 1/2019' })).toBeVisible();
    await expect(page.getByText('Aino Aaltonen, jäsen')).toBeVisible();
    await expect(page.getByText('Pekka Puro, puheenjohtaja')).toBeHidden();
    await expect(page.getByText('Ei kuulu neuvottelukunnan omien', { exact: false })).toBeVisible();
  });

  await test.step('a word of the text finds them', async () => {
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Kirjoita toiminto, nimi tai pykälän teksti').fill('hankepäätöksistä');
    await page
      .getByRole('option', { name: /1\/2019/ })
      .first()
      .click();
    await expect(page.getByRole('heading', { name: 'Tuotu pöytäkirja 1/2019' })).toBeVisible();
  });
});

test('what cannot be read is said in a sentence, and nothing is added', async ({ desk, page, userData }) => {
  const start = new StartPage(page);
  await start.openSample();
  await start.go('Kokoukset');
  await page.getByRole('button', { name: 'Tuodut pöytäkirjat' }).click();
  const broken = path.join(userData, 'rikki.pdf');
  const program = path.join(userData, 'ohjelma.exe');
  fs.writeFileSync(broken, '%PDF-1.7\nroskaa');
  fs.writeFileSync(program, 'MZ\u0090\u0000\u0003');
  await desk.answerDialog({ canceled: false, filePaths: [broken, program] });
  await page.getByRole('button', { name: 'Tuo pöytäkirja…' }).click();
  await expect(page.getByText('Tiedostoa rikki.pdf ei voi lukea', { exact: false })).toBeVisible();
  await expect(page.getByText('Tiedosto ohjelma.exe ei ole PDF', { exact: false })).toBeVisible();
  await expect(page.getByText('Ei tuotuja pöytäkirjoja')).toBeVisible();
});
