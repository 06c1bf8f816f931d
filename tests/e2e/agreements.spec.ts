/** Agreements, projects and their pilots through the real window, by keyboard. */
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixture.ts';
import { StartPage } from './pages/start.ts';
import { WorkPage } from './pages/work.ts';

test('an agreement gets its parties and a signature, and comes back after its removal; a project has its card', async ({
  page,
}) => {
  const start = new StartPage(page);
  const work = new WorkPage(page);
  await start.openSample();
  await start.go('Sopimukset ja hankkeet');
  await expect(page.getByRole('row', { name: /Maakunnallinen hyvinvointisopimus 2026–2029/ })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Uusi sopimus' }).focus();
  await page.keyboard.press('Enter');
  await work.dialog.getByRole('textbox', { name: 'Kuvaus' }).fill('Yhteiset tilat kokouksiin');
  await work.dialog.getByRole('button', { name: 'Tallenna' }).click();
  // Refused, and nothing of what was typed is lost.
  const name = work.dialog.getByRole('textbox', { name: /^Nimi/ });
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await expect(work.dialog.getByRole('textbox', { name: 'Kuvaus' })).toHaveValue('Yhteiset tilat kokouksiin');
  await expectAccessible(page);
  await name.fill('Tilasopimus kirjaston kanssa');
  await work.dialog.getByRole('textbox', { name: 'Muut osapuolet' }).fill('Kaupunginkirjasto');
  await work.dialog.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Tilasopimus kirjaston kanssa/ })).toBeVisible();

  await page.getByRole('button', { name: 'Kirjaa allekirjoitus: Kaupunginkirjasto' }).focus();
  await page.keyboard.press('Enter');
  await work.dialog.getByRole('textbox', { name: /^Allekirjoittajan rooli/ }).fill('kirjastotoimenjohtaja');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(work.dialog).toHaveCount(0);
  await expect(page.getByRole('main')).toContainText('kirjastotoimenjohtaja');
  await expect(page.getByRole('main')).toContainText('Allekirjoitettu');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Lisää toimintoja' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Poista sopimus' }).click();
  await page
    .getByRole('status')
    .filter({ hasText: 'Sopimus poistettiin.' })
    .getByRole('button', { name: 'Kumoa' })
    .click();
  await expect(page.getByRole('row', { name: /Tilasopimus kirjaston kanssa/ })).toBeVisible();

  await work.tab('Hankkeet');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Uusi hanke' }).focus();
  await page.keyboard.press('Enter');
  await work.dialog.getByRole('button', { name: 'Tallenna' }).click();
  await expect(work.dialog.getByRole('textbox', { name: /^Nimi/ })).toHaveAttribute('aria-invalid', 'true');
  await work.dialog.getByRole('textbox', { name: /^Nimi/ }).fill('Naapurit yhdessä');
  await work.dialog.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Naapurit yhdessä/ })).toBeVisible();
  await expectAccessible(page);

  await start.go('Sopimukset ja hankkeet');
  await work.tab('Pilotit');
  await expect(page.getByRole('table').first()).toBeVisible();
  await expectAccessible(page);
});
