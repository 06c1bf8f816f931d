/** A decision by e-mail from the plan to the PDF; an organising meeting of a working committee, which has its own numbers. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { AgendaPage } from './pages/agenda.ts';
import { StartPage } from './pages/start.ts';

async function newMeeting(page: Page, kind: string): Promise<void> {
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /Kokouksen laji/ }).click();
  await page.getByRole('option', { name: kind }).click();
  await dialog.getByRole('button', { name: 'Luo', exact: true }).click();
  await page.getByRole('grid', { name: 'Esityslistan asiat' }).waitFor();
}

test('a decision by e-mail: asked, answered by day, decided, and printed as that', async ({
  page,
  desk,
  userData,
}) => {
  const start = new StartPage(page);
  await start.openSample();
  await start.go('Kokoukset');
  await newMeeting(page, 'Päätös sähköpostitse, ilman kokousta');
  await expect(page.getByRole('heading', { name: 'Päätös sähköpostitse 6/2026' })).toBeVisible();
  await new AgendaPage(page).add('Lausunto järjestöavustuksista');
  await page.getByRole('tab', { name: 'Kutsu', exact: true }).click();
  await page.getByRole('button', { name: 'Anna kutsu ja esityslista' }).click();
  await expect(page.getByText(/^versio 1, /)).toHaveCount(2);
  const reply = page.getByRole('radiogroup', { name: 'Vastaus: Jäsen 01' });
  await expect(reply.getByRole('radio', { name: 'Etänä' })).toHaveCount(0);
  await reply.getByRole('radio', { name: 'Vastannut' }).click();
  await expect(page.getByText(/^Vastannut 1\/16, ei päätösvaltainen/)).toBeVisible();

  await page.getByRole('tab', { name: 'Päätökset', exact: true }).click();
  await page.getByRole('button', { name: 'Aloita kirjaaminen' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Aloita kirjaaminen' }).click();
  await page.getByRole('button', { name: /^Kaikki vastasivat/ }).click();
  await expect(page.getByTestId('status-line')).toContainText('vastannut 16/16');
  await expect(page.getByRole('button', { name: /^Tauko|^Poistui/ })).toHaveCount(0);
  await page.getByRole('tab', { name: 'Asiakirja', exact: true }).click();
  const file = path.join(userData, 'paatos.pdf');
  await desk.answerDialog({ canceled: false, filePath: file });
  await page.getByRole('button', { name: 'Tallenna PDF…' }).click();
  await expect(page.getByText('Tallennettiin paatos.pdf').first()).toBeVisible({ timeout: 30_000 });
  const text = spawnSync('pdftotext', ['-enc', 'UTF-8', file, '-'], { encoding: 'utf8' }).stdout;
  expect(text).toContain('Päätös tehtiin sähköpostitse ilman kokousta.');
  expect(text).toContain('Päätöksentekoon osallistuneet');
  expect(text).toContain('Vastannut');
  expect(text).not.toMatch(/Kokouspaikka|saapui|Läsnä oli/);
});

test('a working committee holds its organising meeting: own numbers, an opener, its own name', async ({
  page,
}) => {
  const start = new StartPage(page);
  await start.openSample();
  await start.go('Kokoonpano');
  await page.getByRole('button', { name: 'Toiminnot', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Perusta alatoimielin…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^Nimi(?! ruotsiksi| englanniksi)/ }).fill('Työvaliokunta');
  await dialog.getByRole('textbox', { name: /^Lyhenne/ }).fill('TV');
  await dialog.getByText('Pöytäkirja, pykälät', { exact: true }).click();
  for (const name of ['Jäsen 01', 'Jäsen 02', 'Jäsen 03'])
    await dialog.getByText(name, { exact: true }).click();
  await dialog.getByRole('button', { name: 'Perusta' }).click();
  await expect(page.getByText('Työvaliokunta perustettiin.')).toBeVisible();
  await start.go('Kokoukset');
  await newMeeting(page, 'Järjestäytymiskokous');
  await expect(page.getByRole('heading', { name: 'Kokous 1/2026' })).toBeVisible();
  const agenda = new AgendaPage(page);
  expect((await agenda.items()).slice(0, 3)).toEqual([
    '1 § Kokouksen avaus',
    '2 § Kokouksen laillisuus ja päätösvaltaisuus',
    '3 § Puheenjohtajan valinta',
  ]);
  await agenda.item('Kokouksen laillisuus ja päätösvaltaisuus').click();
  await expect(agenda.account).toContainText('Työvaliokunta on päätösvaltainen');
  await page.getByRole('tab', { name: 'Asiakirja', exact: true }).click();
  await expect(page.getByRole('article')).not.toContainText('euvottelukunta on');
});
