/** Who has got the minutes: by keyboard from the list to the drafts and the ledger. */
import fs from 'node:fs';
import path from 'node:path';
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

  await page.getByRole('button', { name: /^Merkitse lähetetyksi/ }).press('Enter');
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
