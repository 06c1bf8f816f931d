/** Community forums: a pilot is begun from the overview, made permanent by a § of the municipality, and measured when asked. */
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixture.ts';
import { StartPage } from './pages/start.ts';
import { WorkPage } from './pages/work.ts';

test('a forum goes from pilot to permanent, and the municipalities with one become a measurement', async ({
  page,
}) => {
  const start = new StartPage(page);
  const work = new WorkPage(page);
  await start.openSample();
  await start.go('Verkostot');
  await work.tab('Yhteisöfoorumit');
  await expect(page.getByText('Foorumi toimii 3 kunnassa')).toBeVisible();
  await expectAccessible(page);

  // A pilot in a municipality that has none; without its ground nothing is stored and nothing is lost.
  await page.getByRole('button', { name: 'Perusta foorumi: Juuka' }).click();
  const { dialog } = work;
  await dialog.getByRole('textbox', { name: /^Nimi/ }).fill('Juuan yhteisöfoorumi');
  await dialog.getByRole('textbox', { name: /^HYTE-ryhmä/ }).fill('Juuan HYTE-ryhmä');
  await dialog.getByRole('button', { name: 'Tallenna' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('textbox', { name: /^Peruste/ }).fill('Kunnan hyvinvointisuunnitelma');
  await dialog.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.getByRole('heading', { name: 'Juuan yhteisöfoorumi' })).toBeVisible();

  // The municipality's own decision makes it permanent.
  await page.getByRole('button', { name: 'Vaihda vaihe' }).click();
  await dialog.getByRole('textbox', { name: /^Peruste/ }).fill('Kokeilun arviointi');
  await dialog.getByRole('button', { name: 'Tallenna' }).click();
  await expect(dialog.getByText('Kirjoita, kuka kunnassa päätti ja missä pykälässä.')).toBeVisible();
  const decision = 'Juuan kunnanhallitus 16.11.2026 § 201';
  await dialog.getByRole('textbox', { name: /^Kunnan toimielin/ }).fill(decision);
  await dialog.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.getByText(decision)).toBeVisible();

  // A meeting as counts.
  await page.getByRole('button', { name: 'Lisää tilaisuus' }).click();
  await dialog.getByRole('textbox', { name: /^Tilaisuuden nimi/ }).fill('Ensimmäinen foorumi');
  await dialog.getByRole('textbox', { name: /^Osallistujia/ }).fill('26');
  await dialog.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.getByText('26 osallistujaa', { exact: false }).first()).toBeVisible();
  await expectAccessible(page);

  // Back in the overview: four municipalities; the indicator is measured by one press.
  await page.getByRole('button', { name: 'Yhteisöfoorumit' }).click();
  await expect(page.getByText('Foorumi toimii 4 kunnassa')).toBeVisible();
  await page.getByRole('button', { name: 'Kirjaa mittaukseksi' }).click();
  await expect(page.getByText('Mitattu tänään')).toBeVisible();
});
