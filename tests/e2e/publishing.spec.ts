/** Publishing through the real window: the folder is made and brought up to date, and its pages hold for every reader. */
import { chromium } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { findChromium } from '../../electron/dev/set-up/chromium.mjs';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixture.ts';
import { StartPage } from './pages/start.ts';

test('the publication folder through the window, and its pages read from the disk', async ({
  desk,
  page,
  userData,
}) => {
  test.setTimeout(120_000);
  const folder = path.join(userData, 'julkaisu');
  fs.mkdirSync(folder);
  const start = new StartPage(page);
  await start.openSample();
  await start.go('Julkaisu');
  await desk.answerDialog({ canceled: false, filePaths: [folder] });
  await page.getByRole('button', { name: 'Valitse kansio…' }).click();
  await expect(page.getByLabel('Palauteosoite')).toBeVisible();
  await page.getByLabel('Palauteosoite').fill('palaute@jane.example');
  await page.getByRole('button', { name: 'Julkaise kansioon' }).click();
  await expect(page.getByText('Julkaisu on ajan tasalla')).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page);

  const browser = await chromium.launch({ executablePath: findChromium()!, args: ['--no-sandbox'] });
  try {
    const reader = await browser.newPage();
    await reader.goto(pathToFileURL(path.join(folder, 'index.html')).href);
    await expectAccessible(reader);
    await reader.getByRole('searchbox').fill('esityslista');
    await expect(reader.getByRole('status')).toContainText('Osumia: 2');
    await reader.getByRole('list').first().getByRole('link').first().click();
    await expect(reader.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(reader);
    await reader.getByRole('link', { name: 'Saavutettavuusseloste' }).click();
    await expectAccessible(reader);
  } finally {
    await browser.close();
  }
});
