/** From a theme area by keyboard to an action, its stage and budget, and along the chain to what came of it. */
import fs from 'node:fs';
import path from 'node:path';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixture.ts';
import { StartPage } from './pages/start.ts';
import { WorkPage } from './pages/work.ts';

test('a logic model moved by keyboard and saved as a picture; an action, its stage and the chain', async ({
  desk,
  page,
  userData,
}) => {
  const start = new StartPage(page);
  const work = new WorkPage(page);
  await start.openSample();

  // The board of cards: Alt and an arrow moves the one that has the focus.
  await start.go('Teema-alueet');
  await page.getByRole('button', { name: 'Paikallisyhteisöt hyvinvointitoimijoina' }).click();
  const moved = 'Pysyvät kuntien yhteisöfoorumit';
  await expect.poll(() => work.column('Tulokset')).toHaveLength(3);
  const before = await work.column('Tulokset');
  await work.card(moved).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(async () => (await work.column('Tulokset'))[0]).toBe(moved);
  await expect(work.card(moved)).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => work.column('Tulokset')).toEqual(before);
  await expectAccessible(page);

  // The same as a picture.
  await work.tab('Kaavio');
  await expect(page.getByRole('img', { name: /^Logiikkamalli: / })).toBeVisible();
  const picture = path.join(userData, 'logiikkamalli.svg');
  await desk.answerDialog({ canceled: false, filePath: picture });
  await page.getByRole('button', { name: 'Tallenna SVG-kuvana' }).click();
  await expect.poll(() => fs.existsSync(picture)).toBe(true);
  expect(fs.readFileSync(picture, 'utf8')).toContain('Toimintaympäristö nyt');

  // A change of stage wants its ground; with it the new stage stands on the card.
  await start.go('Vapaaehtoistoiminta');
  await page.getByRole('row').filter({ hasText: 'Kulttuurikaveri' }).getByText('Kulttuurikaveri').click();
  await page.getByRole('button', { name: 'Vaihda vaihe' }).click();
  await work.dialog.getByRole('button', { name: 'Tallenna' }).click();
  await expect(work.dialog.getByText('Kirjoita, mihin muutos perustuu.')).toBeVisible();
  await work.dialog.getByRole('textbox', { name: /^Peruste/ }).fill('Kokeilun arviointi 30.9.2026');
  await work.dialog.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.getByText(/^Käynnissä .* alkaen$/)).toBeVisible();
  await expectAccessible(page);

  // From the action along the chain to an indicator.
  await page.getByRole('button', { name: 'Näytä ketju' }).click();
  await expect(page.getByRole('button', { pressed: true })).toContainText('Kulttuurikaveri');
  await expect(work.link('Järjestöjen yhteisen vapaaehtoistoiminnan tilannekatsaus')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Avaa: Vapaaehtoisia yhteisissä toiminnoissa' }).click();
  await expect(page.getByRole('img', { name: 'Vapaaehtoisia yhteisissä toiminnoissa' })).toBeVisible();
  await expectAccessible(page);
});
