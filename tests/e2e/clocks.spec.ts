/** Clocks and the page of the morning, by keyboard. */
import fs from 'node:fs';
import path from 'node:path';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixture.ts';
import { StartPage } from './pages/start.ts';

test('a task is added in the picture, moved, put on the list of ideas and printed; two clocks show what clashes', async ({
  desk,
  page,
  userData,
}) => {
  const start = new StartPage(page);
  await start.openSample();
  await expectAccessible(page);

  await start.go('Vuosikellot');
  const picture = page.getByRole('group', { name: /Ympyränmuotoinen kello: Neuvottelukunnan vuosikello/ });
  await expect(picture).toBeVisible();
  await picture.getByRole('button', { name: /^tammikuu/ }).focus();
  // Round the circle, from January back to December.
  await page.keyboard.press('ArrowLeft');
  await expect(picture.getByRole('button', { name: /^joulukuu, 1 tehtävä/ })).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Tehtävä' }).fill('Yhdyshenkilöiden joulutapaaminen');
  await dialog.getByRole('textbox', { name: 'Viimeinen päivä' }).fill('32');
  await dialog.getByRole('textbox', { name: 'Vastuutaho' }).press('Control+Enter');
  await expect(dialog.getByText(/Kuukaudessa ei ole tätä päivää/)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('textbox', { name: 'Viimeinen päivä' }).fill('17');
  await dialog.getByRole('textbox', { name: 'Vastuutaho' }).press('Control+Enter');
  await expect(dialog).toBeHidden();

  const mark = picture.getByRole('button', { name: /Yhdyshenkilöiden joulutapaaminen/ });
  await expect(mark).toHaveAccessibleName(/17\.12\.\d{4} mennessä/);
  await mark.focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(mark).toHaveAccessibleName(/17\.11\.\d{4} mennessä/);
  await expectAccessible(page);

  const tasks = page.getByRole('region', { name: 'Tehtävät' });
  await tasks.getByRole('button', { name: 'Toiminnot: Yhdyshenkilöiden joulutapaaminen' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Vie asialistalle' }).press('Enter');
  const row = tasks.getByRole('listitem').filter({ hasText: 'Yhdyshenkilöiden joulutapaaminen' });
  await expect(row.getByText('asialistalla')).toBeVisible();
  await row.getByRole('button', { name: /^Merkitse tehdyksi/ }).press('Enter');
  await expect(mark).toHaveAccessibleName(/Tehty$/);

  const target = path.join(userData, 'kello.pdf');
  await desk.answerDialog({ canceled: false, filePath: target });
  await page.getByRole('button', { name: 'Tallenna PDF' }).press('Enter');
  await expect
    .poll(() => fs.existsSync(target) && fs.readFileSync(target).subarray(0, 5).toString())
    .toBe('%PDF-');

  await page.getByRole('tab', { name: 'Kello', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('region', { name: 'Yhteensovitettavaa' })).toContainText(
    'Väärässä järjestyksessä',
  );
  await expectAccessible(page);
});
