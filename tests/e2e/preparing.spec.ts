/** Planning a year, taking what waits to an agenda, and a body below the board that keeps a memo. */
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixture.ts';
import { AgendaPage } from './pages/agenda.ts';
import { PlanningPage } from './pages/planning.ts';
import { StartPage } from './pages/start.ts';

const TABLED = 'Hyte-valtuustokausikello: vuoden 2026–2027 tehtävät';

test('a year is planned and changed; an idea and a tabled item come to the agenda', async ({ page }) => {
  const start = new StartPage(page);
  await start.openSample();
  await start.go('Kokoukset');
  const planning = new PlanningPage(page);
  await planning.show('Suunnittelu');
  await page.getByRole('button', { name: 'Suunnittele kokoussarja…' }).click();
  const days = planning.dialog.getByRole('listitem');
  await expect(days.first()).toBeVisible();
  const count = await days.count();
  await expectAccessible(page);
  await planning.dialog.getByRole('button', { name: 'Jätä kokous 1 pois' }).click();
  await expect(days).toHaveCount(count - 1);
  await planning.dialog.getByRole('button', { name: /^Luo \d+ kokous/ }).click();
  const planned = page.getByRole('row').filter({ hasText: 'Suunniteltu' });
  await expect(planned).toHaveCount(count - 1);

  await expectAccessible(page);

  // The last one is cancelled, and the cancellation taken back.
  await planning.choose(planned.last(), 'Peru kokous…');
  await planning.dialog.getByRole('button', { name: 'Peru kokous' }).click();
  const cancelled = page.getByRole('row').filter({ has: page.getByText('Peruttu', { exact: true }) });
  await expect(cancelled).toHaveCount(1);
  await planning.choose(cancelled, 'Palauta kokous');
  await expect(planned).toHaveCount(count - 1);

  await planning.show('Asialista');
  await planning.addIdea('Järjestötalon tilat');
  await expect(page.getByRole('row').filter({ hasText: 'Järjestötalon tilat' })).toBeVisible();

  await expectAccessible(page);

  await planning.show('Suunnittelu');
  await planned.first().getByRole('button', { name: 'Aloita valmistelu' }).click();
  const agenda = new AgendaPage(page);
  await expect(agenda.item('Kokouksen avaus')).toBeVisible();
  await planning.take(TABLED);
  await expect(agenda.item(TABLED)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Avaa 3/2026 § 32' })).toBeVisible();
  await expectAccessible(page);
  await planning.take('Järjestötalon tilat');
  await expect(agenda.item('Järjestötalon tilat')).toBeVisible();
  await expect(planning.suggestions.getByText('Järjestötalon tilat')).toBeHidden();

  // Removing the item returns the idea.
  await page.getByRole('button', { name: 'Poista asia' }).click();
  await expect(planning.suggestions.getByText('Järjestötalon tilat')).toBeVisible();

  await page.getByRole('button', { name: 'Lisää toimintoja', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Edellisen kokouksen pöytäkirja ja toimenpiteet' }).click();
  await expect(agenda.account).toContainText('Seurannassa on');
});

test('a working committee is founded and keeps a memo with items 1..n', async ({ page }) => {
  const start = new StartPage(page);
  await start.openSample();
  await start.go('Kokoonpano');
  await page.getByRole('button', { name: 'Toiminnot', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Perusta alatoimielin…' }).click();
  const dialog = page.getByRole('dialog');
  await expectAccessible(page);
  await dialog.getByRole('textbox', { name: /^Nimi(?! ruotsiksi| englanniksi)/ }).fill('Työvaliokunta');
  await dialog.getByRole('textbox', { name: /^Lyhenne/ }).fill('TV');
  await dialog.getByRole('button', { name: 'Perusta' }).click();
  await expect(dialog.getByText('Valitse ainakin yksi jäsen.')).toBeVisible();
  for (const name of ['Jäsen 01', 'Jäsen 02', 'Jäsen 03'])
    await dialog.getByText(name, { exact: true }).click();
  await dialog.getByRole('button', { name: 'Perusta' }).click();
  await expect(page.getByText('Työvaliokunta perustettiin.')).toBeVisible();
  await start.go('Kokoukset');
  await page.keyboard.press('Control+n');
  await page.getByRole('heading', { name: /^Uusi kokous/ }).waitFor();
  await page.keyboard.press('Enter');
  const agenda = new AgendaPage(page);
  await agenda.item('Kokouksen avaus').waitFor();
  expect((await agenda.items())[0]).toBe('1. Kokouksen avaus');
});
