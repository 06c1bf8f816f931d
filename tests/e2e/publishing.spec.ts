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
  await page
    .getByRole('group', { name: 'Sivujen kielet' })
    .getByRole('checkbox', { name: 'ruotsi' })
    .press('Space');
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
    // Dark, on paper and on the screen of a telephone it holds as well; the keyboard alone finds its way.
    await reader.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(reader);
    await reader.getByRole('link').first().focus();
    await reader.keyboard.press('Enter');
    await expect(reader).toHaveURL(/index\.html$/);
    await expectAccessible(reader);
    await reader.setViewportSize({ width: 360, height: 740 });
    await expectAccessible(reader);
    expect(await reader.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await reader.keyboard.press('Tab');
    await expect(reader.getByRole('link', { name: 'På svenska' })).toBeFocused();
    await reader.keyboard.press('Tab');
    await expect(reader.getByRole('searchbox')).toBeFocused();
    await reader.emulateMedia({ media: 'print' });
    await expect(reader.getByRole('search')).toBeHidden();

    // Without the second language its pages are named and go when it is agreed to.
    await page
      .getByRole('group', { name: 'Sivujen kielet' })
      .getByRole('checkbox', { name: 'ruotsi' })
      .press('Space');
    await page.getByRole('button', { name: 'Julkaise kansioon' }).click();
    await expect(page.getByText('Näitä ei enää julkaista', { exact: false })).toBeVisible();
    expect(fs.existsSync(path.join(folder, 'sv/index.html'))).toBe(true);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Poista ne kansiosta' }).click();
    await expect.poll(() => fs.existsSync(path.join(folder, 'sv/index.html'))).toBe(false);
  } finally {
    await browser.close();
  }
});
