/** A survey: answers counted from a table, sums that do not add up, results beside those of other years. */
import fs from 'node:fs';
import path from 'node:path';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixture.ts';
import { StartPage } from './pages/start.ts';
import { WorkPage } from './pages/work.ts';

const ROWS = [
  ['Kuinka hyvin yhteistyö kunnan kanssa toimii?', 'Onko järjestöllä riittävästi kokoontumistilaa?'],
  ['5 – hyvin', 'Kyllä'],
  ['5 – hyvin', 'en tiedä'],
];

test('answers are counted from a table; more answers than people are refused, and nothing of it is lost', async ({
  page,
  desk,
  userData,
}) => {
  const start = new StartPage(page);
  const work = new WorkPage(page);
  const file = path.join(userData, 'barometri.csv');
  fs.writeFileSync(file, ROWS.map((row) => row.join(';')).join('\r\n'));
  await start.openSample();
  await start.go('Mittarit');
  await page.getByRole('button', { name: 'Kyselyt ja barometrit' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Järjestöbarometri/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /Järjestöbarometri/ })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Tuo tai kirjaa vastaukset' }).focus();
  await page.keyboard.press('Enter');
  await desk.answerDialog({ canceled: false, filePaths: [file] });
  await work.dialog.getByRole('button', { name: 'Laske taulukosta' }).click();
  await expect(work.dialog).toContainText('Laskettiin 2 riviä.');
  await expect(work.dialog).toContainText('vastausta ”en tiedä” ei ole vaihtoehdoissa');
  await work.dialog.getByRole('group', { name: 'Päivä' }).getByRole('spinbutton').first().click();
  await page.keyboard.type('14102023');
  const respondents = work.dialog.getByRole('textbox', { name: /^Vastaajia/ });
  await respondents.fill('1');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(work.dialog.getByRole('alert').first()).toBeVisible();
  await expect(work.dialog).toContainText('Laskettiin 2 riviä.');
  await respondents.fill('2');
  await page.keyboard.press('Control+Enter');
  await expect(work.dialog).toHaveCount(0);
  await expect(page.getByRole('main')).toContainText('2023');
  await expectAccessible(page);
});
