/** A good practice by keyboard through the matrix: a decision wants its body, the stage stands on the card and on the map. */
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixture.ts';
import { StartPage } from './pages/start.ts';
import { WorkPage } from './pages/work.ts';

test('a municipality decides on a good practice; the stage is on the card, and can be taken back', async ({
  page,
}) => {
  const start = new StartPage(page);
  const work = new WorkPage(page);
  await start.openSample();
  await start.go('Hyvät käytännöt');
  const grid = page.getByRole('grid', { name: 'Käytännöt kunnittain' });
  await expect(grid).toBeVisible();
  await expectAccessible(page);

  // Arrows move over the grid; Enter opens the cell of Paikallis-JANE in Ilomantsi.
  await grid
    .getByRole('rowheader', { name: /^Paikallis-JANE/ })
    .getByRole('button')
    .focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(grid.getByRole('button', { name: /^Paikallis-JANE, Ilomantsi, Tarjottu/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await work.dialog
    .getByRole('textbox', { name: /^Peruste/ })
    .fill('Hyvinvointikertomuksen toimenpidesuositus');
  await work.dialog.getByRole('button', { name: 'Tallenna' }).click();
  await expect(work.dialog.getByText('Kirjoita, kuka kunnassa päätti ja missä pykälässä.')).toBeVisible();
  await expectAccessible(page);
  await work.dialog
    .getByRole('textbox', { name: /^Päättäjä ja pykälä/ })
    .fill('Ilomantsin kunnanhallitus 2.11.2026 § 140');
  await work.dialog.getByRole('button', { name: 'Tallenna' }).click();
  await expect(grid.getByRole('button', { name: /^Paikallis-JANE, Ilomantsi, Kunnan päätös/ })).toBeVisible();

  // On the card: the history, who decided, and the way back.
  await grid
    .getByRole('button', { name: /^Paikallis-JANE/ })
    .first()
    .click();
  await expect(page.getByText('Ilomantsin kunnanhallitus 2.11.2026 § 140').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Peru: Ilomantsi · Kunnan päätös/ }).click();
  await expect(page.getByText('Ilomantsin kunnanhallitus 2.11.2026 § 140')).toHaveCount(0);

  // The spread: a chart and a map, each with its table.
  await page.getByRole('button', { name: 'Hyvät käytännöt' }).first().click();
  await work.tab('Leviäminen');
  await expect(page.getByRole('img', { name: /^Kunnat kartalla/ })).toBeVisible();
  await expectAccessible(page);
});
