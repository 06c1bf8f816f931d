/**
 * Takes the pictures of the README anew: `npm run screenshots`, after a build. The sample board in Finnish, light, at
 * 1280 × 800; written to docs/screenshots.
 */
import type { Page } from '@playwright/test';
import path from 'node:path';
import { LivePage } from './pages/live.ts';
import { AgendaPage } from './pages/agenda.ts';
import { StartPage } from './pages/start.ts';
import { removeFolder, temporaryFolder } from './shared-desk.ts';
import { StandInDesk } from './stand-in-desk.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../docs/screenshots');

async function take(page: Page, name: string): Promise<void> {
  await page.mouse.move(700, 60);
  await page.evaluate(() => document.fonts.ready);
  // Whatever is being fetched has come, and what moves stands still.
  await page.waitForTimeout(600);
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`) });
}

const userData = temporaryFolder();
const desk = new StandInDesk({ userData });
try {
  await desk.start();
  const { page } = desk;
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const start = new StartPage(page);
  await start.openSample();

  const live = new LivePage(page);
  await live.open('3/2026');
  await live.look(30);
  await take(page, 'live');
  await live.part('Esityslista');
  await new AgendaPage(page).item('Lausunto maakuntahallitukselle').click();
  await take(page, 'agenda');
  await live.part('Asiakirja');
  await page.getByText('Kokousaika').first().waitFor();
  await take(page, 'document');

  for (const [place, name] of [
    ['Järjestöt', 'organisations'],
    ['Kokoonpano', 'composition'],
    ['Hyvät käytännöt', 'practices'],
    ['Osallisuus', 'inclusion'],
    ['Vuosikellot', 'clocks'],
    ['Mittarit', 'indicators'],
  ] as const) {
    await start.go(place);
    await take(page, name);
  }
} finally {
  await desk.kill();
  removeFolder(userData);
}
