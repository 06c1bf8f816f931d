/** Who has got the minutes: by keyboard from the list to the drafts and the ledger. */
import fs from 'node:fs';
import path from 'node:path';
import { startMailServer } from '../fixtures/mail-server.ts';
import { readMessage } from '../fixtures/read-mail.ts';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixture.ts';
import { StartPage } from './pages/start.ts';

test('drafts for those who lack the minutes, what went otherwise, and a list of its own', async ({
  desk,
  page,
  userData,
}) => {
  await new StartPage(page).openSample();
  await page
    .getByRole('navigation', { name: 'Päävalikko' })
    .getByRole('button', { name: 'Jakelu' })
    .press('Enter');
  const grid = page.getByRole('grid', { name: /^Vastaanottajat/ });
  await expect(grid.getByRole('row')).not.toHaveCount(1);
  await expectAccessible(page);

  // The organisations have addresses; the sample's persons have none.
  const file = path.join(userData, 'jakelu.eml');
  await desk.answerDialog({ canceled: false, filePath: file });
  await page.getByRole('button', { name: /^Laadi viestit/ }).press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('puuttuu sähköpostiosoite');
  await dialog.getByRole('textbox', { name: 'Saate' }).fill('Tiedoksi.');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: /Tallenna luonnokset/ }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('status').filter({ hasText: 'Luonnos tehty' })).toBeVisible();
  const drafts = fs.readdirSync(userData).filter((name) => name.endsWith('.eml'));
  const message = readMessage(fs.readFileSync(path.join(userData, drafts[0]!)));
  expect(message.headers['subject']).toContain('Pöytäkirja 2/2026');
  expect(message.text).toContain('Tiedoksi.');
  expect(message.bcc.length).toBeGreaterThan(10);

  await page.getByRole('button', { name: 'Muut tavat' }).press('Enter');
  await page.getByRole('menuitem', { name: /^Merkitse lähetetyksi/ }).press('Enter');
  await dialog.getByRole('button', { name: 'Tallenna' }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('status').filter({ hasText: /^Saanut \d+$/ })).toBeVisible();
  await grid.getByRole('rowheader').first().press('Enter');
  await expect(dialog).toContainText('lähetetty · sähköposti');
  await expect(dialog).toContainText('SHA-256');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Jakelulistat…' }).press('Enter');
  await dialog.getByRole('button', { name: 'Uusi jakelulista' }).press('Enter');
  await dialog.getByRole('textbox', { name: 'Listan nimi' }).fill('Vain varajäsenet');
  for (const name of ['Jäsenet', 'Sihteeri', 'Paikkoihin nimenneet järjestöt'])
    await dialog.getByRole('checkbox', { name, exact: true }).press('Space');
  await expect(dialog.getByRole('status')).toHaveText('16 vastaanottajaa');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Tallenna' }).press('Enter');
  await expect(dialog).toContainText('Vain varajäsenet');
});

test('from the examined minutes to a message that arrives: settings, summary, queue, ledger', async ({
  desk,
  page,
  userData,
}) => {
  await new StartPage(page).openSample();
  // Nothing is sent from the sample: its copy becomes the user's own board.
  await desk.quit();
  fs.copyFileSync(path.join(userData, 'malli-jane.sqlite'), path.join(userData, 'pykala.sqlite'));
  await desk.restart();
  const window = desk.page;
  const server = await startMailServer();
  try {
    await new StartPage(window).go('Jakelu');
    await window.getByRole('button', { name: 'Lähetysasetukset…' }).press('Enter');
    const dialog = window.getByRole('dialog');
    await expect(dialog).toContainText('ei ole suojattua avainnippua');
    await dialog.getByRole('textbox', { name: 'Palvelin' }).fill('127.0.0.1');
    await dialog.getByRole('button', { name: /Salaus/ }).press('Enter');
    await window.getByRole('option', { name: /Ei salausta/ }).press('Enter');
    await dialog.getByRole('textbox', { name: 'Portti' }).fill(String(server.port));
    await dialog.getByRole('textbox', { name: 'Lähettäjän nimi' }).fill('Saara Sihteeri');
    await dialog.getByRole('textbox', { name: 'Lähettäjän osoite' }).fill('sihteeri@malli.example');
    await dialog.getByRole('button', { name: 'Lähetä koeviesti itselle' }).press('Enter');
    await expect(dialog).toContainText('Koeviesti lähti');
    await expectAccessible(window);
    await dialog.getByRole('button', { name: 'Tallenna' }).press('Enter');
    await expect(dialog).toBeHidden();

    // The sample's persons have no addresses: they are left out and named.
    await window.getByRole('button', { name: /^Lähetä \(/ }).press('Enter');
    await expect(dialog).toContainText('SHA-256');
    await expectAccessible(window);
    await expect(dialog).toContainText('koska sähköpostiosoite puuttuu');
    await dialog.getByRole('button', { name: /^Lähetä \d+ viestiä$/ }).press('Enter');
    await expect(dialog).toBeHidden();
    await expect.poll(() => server.received.length, { timeout: 20_000 }).toBeGreaterThan(10);
    const message = readMessage(server.received[1]!.bytes);
    expect(message.headers['subject']).toContain('Pöytäkirja 2/2026');
    expect(message.files).toHaveLength(1);
    await expect(window.getByRole('status').filter({ hasText: /^Saanut \d\d/ })).toBeVisible();

    await window.getByRole('button', { name: 'Muut tavat' }).press('Enter');
    await window.getByRole('menuitem', { name: 'Kirjeet…' }).press('Enter');
    await expect(dialog).toContainText('Osoitetarrat');
    await expectAccessible(window);
    await window.keyboard.press('Escape');
  } finally {
    await server.die();
  }
});
