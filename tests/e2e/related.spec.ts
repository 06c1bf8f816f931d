/** What hangs together: a cooperation model by keyboard, tied to an action, found again, walked to and back. */
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixture.ts';
import { StartPage } from './pages/start.ts';
import { WorkPage } from './pages/work.ts';

test('a cooperation model is made, tied to an action, found by Ctrl+K, and brought back after its removal', async ({
  page,
}) => {
  const start = new StartPage(page);
  const work = new WorkPage(page);
  await start.openSample();
  await start.go('Sopimukset ja hankkeet');
  await work.tab('Yhteistyömallit');
  await page.getByRole('button', { name: 'Uusi yhteistyömalli' }).focus();
  await page.keyboard.press('Enter');
  // Without a name nothing is made, and nothing that was typed is lost.
  const name = work.dialog.getByRole('textbox', { name: /^Nimi|^Yhteistyömalli/ }).first();
  await work.dialog.getByRole('textbox', { name: /^Alue|^Maakunta/ }).fill('Pohjois-Karjala');
  await work.dialog.getByRole('button', { name: 'Tallenna' }).click();
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await name.fill('Kylätalkkarin yhteistyö');
  await page.keyboard.press('Enter');
  await expect(work.dialog).toHaveCount(0);

  // Ctrl+K opens its card; there it is tied to an action.
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('Kylätalkkarin');
  await page.getByRole('option', { name: /Kylätalkkarin yhteistyö/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kylätalkkarin yhteistyö' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Liitä johonkin' }).fill('VT-1');
  await page.getByRole('option', { name: /^VT-1 / }).click();
  const ties = page.getByRole('region', { name: 'Mihin tämä liittyy' });
  await expect(ties.getByText('Ulkoiluystävät kylillä')).toBeVisible();
  await expectAccessible(page);

  // From there to the action, and from the action back.
  await ties.getByRole('button', { name: /^Avaa: Ulkoiluystävät/ }).click();
  const related = page.getByRole('region', { name: 'Liittyy' });
  await related.getByRole('button', { name: /^Kylätalkkarin yhteistyö/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kylätalkkarin yhteistyö' })).toBeVisible();

  // A municipality has a card of its own.
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('Lieksa');
  await page.getByRole('option', { name: 'Lieksa', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Liittyy' }).getByText('Paikallis-JANE')).toBeVisible();
  await expectAccessible(page);

  // Removed, and brought back with its tie.
  await page.keyboard.press('Alt+ArrowLeft');
  await page.getByRole('button', { name: 'Lisää toimintoja' }).click();
  await page.getByRole('menuitem', { name: 'Poista' }).click();
  await page
    .getByRole('status')
    .filter({ hasText: 'Yhteistyömalli poistettiin.' })
    .getByRole('button', { name: 'Kumoa' })
    .click();
  await page
    .getByRole('row', { name: /Kylätalkkarin yhteistyö/ })
    .getByRole('button', { name: 'Kylätalkkarin yhteistyö', exact: true })
    .click();
  await expect(page.getByRole('region', { name: 'Mihin tämä liittyy' }).getByText('VT-1')).toBeVisible();
});
