/** The table of the register by keyboard: filter, saved view, a cell edited in place, print, copy, attachments. */
import fs from 'node:fs';
import path from 'node:path';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixture.ts';
import { OrganisationsPage } from './pages/organisations.ts';
import { StartPage } from './pages/start.ts';

test('the register is filtered, kept as a view, edited in its cells, printed and copied', async ({
  desk,
  page,
  userData,
}) => {
  await new StartPage(page).openSample();
  const register = new OrganisationsPage(page);
  await register.open();
  await expect(register.count()).toHaveText('20 järjestöä');
  const add = page.getByRole('button', { name: 'Rajaa', exact: true });
  const conditions = page.getByRole('group', { name: 'Rajauksen ehdot' });

  await test.step('a condition is chosen by typing, and counts at once', async () => {
    await add.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('searchbox', { name: 'Mitä rajataan' })).toBeFocused();
    await page.keyboard.type('kotik');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('searchbox', { name: 'Arvo' })).toBeFocused();
    await page.keyboard.type('joens');
    await page.keyboard.press('Enter');
    await expect(register.count()).toHaveText(/^\d+ osumaa?$/);
    await expectAccessible(page);
    // The first empties what was typed, the second closes; what was chosen stays.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(add).toBeFocused();
    await expect(conditions).toContainText('Kotikunta');
    await expect(conditions).toContainText('Joensuu');
  });

  await test.step('the view is kept under a name and opened from the palette', async () => {
    const count = await register.count().innerText();
    await page.getByRole('button', { name: 'Tallenna näkymäksi' }).click();
    await page.getByLabel('Näkymän nimi').fill('Joensuulaiset');
    await page.keyboard.press('Enter');
    const view = page.getByRole('button', { name: 'Joensuulaiset', exact: true });
    await expect(view).toHaveAttribute('aria-pressed', 'true');
    await page.getByRole('button', { name: 'Kaikki', exact: true }).click();
    await expect(register.count()).toHaveText('20 järjestöä');
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Kirjoita toiminto, nimi tai pykälän teksti').fill('joensuulaiset');
    await expect(page.getByRole('option', { name: 'Näytä järjestöt: Joensuulaiset' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await page.keyboard.press('Enter');
    await expect(view).toHaveAttribute('aria-pressed', 'true');
    await expect(register.count()).toHaveText(count);
    await expectAccessible(page);
  });

  await test.step('a cell is edited in its place, by the rules of the form, and taken back', async () => {
    const cell = register.grid.getByRole('row').nth(1).getByRole('gridcell').nth(4);
    const before = await cell.innerText();
    await cell.focus();
    await page.keyboard.press('F2');
    await page.keyboard.type('ei osoite');
    await page.keyboard.press('Enter');
    await expect(register.grid).toContainText('Tarkista sähköpostiosoite');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('uusi@example.org');
    await page.keyboard.press('Enter');
    await expect(cell).toHaveText('uusi@example.org');
    await expect(cell).toBeFocused();
    await page.getByRole('button', { name: 'Kumoa', exact: true }).click();
    await expect(cell).toHaveText(before);
  });

  await test.step('the list is printed, and copied for a spreadsheet', async () => {
    const file = path.join(userData, 'luettelo.pdf');
    await desk.answerDialog({ canceled: false, filePath: file });
    await page.getByRole('button', { name: 'Taulukot' }).click();
    await page.getByRole('menuitem', { name: 'Tulosta luettelo (PDF)' }).click();
    await expect.poll(() => fs.existsSync(file) && fs.readFileSync(file, 'latin1').slice(0, 5)).toBe('%PDF-');

    await page.getByRole('button', { name: 'Taulukot' }).click();
    await page.getByRole('menuitem', { name: 'Valitse useita' }).click();
    await page.getByRole('button', { name: 'Valitse kaikki' }).click();
    await expect(page.getByRole('toolbar', { name: 'Valitse useita' }).getByRole('status')).toHaveText(
      /^[1-9]/,
    );
    // What the page hands to the system, as a spreadsheet would take it.
    await page.evaluate(() => {
      document.addEventListener('copy', (event) =>
        Object.assign(window, {
          copied: ['text/plain', 'text/html'].map((type) => event.clipboardData?.getData(type)),
        }),
      );
    });
    await register.grid.getByRole('rowheader').first().focus();
    await page.keyboard.press('Control+c');
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { copied?: string[] }).copied))
      .toEqual([
        expect.stringMatching(/^Nimi\tY-tunnus\t/),
        expect.stringContaining('<table><thead><tr><th'),
      ]);
    await page.getByRole('button', { name: 'Lopeta valinta' }).click();
  });

  await test.step('a file is attached to an organisation', async () => {
    const file = path.join(userData, 'saannot.txt');
    fs.writeFileSync(file, 'Säännöt');
    await desk.answerDialog({ canceled: false, filePaths: [file] });
    await register.grid.getByRole('rowheader').first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Avaa koko näkymään' }).click();
    await page.getByRole('button', { name: 'Valitse tiedostoja…' }).click();
    await expect(page.getByRole('button', { name: /^Esikatsele saannot/ })).toBeVisible();
    await page.getByRole('button', { name: 'Liitteen saannot toiminnot' }).click();
    await page.getByRole('menuitem', { name: 'Poista liite' }).click();
    await page.getByRole('button', { name: 'Kumoa', exact: true }).click();
    await expect(page.getByRole('button', { name: /^Esikatsele saannot/ })).toBeVisible();
  });
});
