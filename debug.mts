import { StandInDesk } from './tests/e2e/stand-in-desk.ts';
import { LivePage } from './tests/e2e/pages/live.ts';
import fs from 'node:fs';
const userData = fs.mkdtempSync('/tmp/dbg-');
const desk = new StandInDesk({ userData });
await desk.start();
const page = desk.page;
await page.setViewportSize({ width: 1280, height: 800 });
await page.getByRole('button', { name: /Tutustu esimerkkiin/ }).click();
await page.getByRole('navigation', { name: 'Päävalikko' }).waitFor();
const live = new LivePage(page);
await live.open('3/2026');
await page
  .getByRole('button', { name: 'Lisää toimintoja' })
  .click()
  .catch(() => {});
await page.screenshot({ path: '/tmp/dbg-closed.png' });
await page.keyboard.press('Escape');
await live.part('Asiakirja');
await page.waitForTimeout(800);
await page.screenshot({ path: '/tmp/dbg-doc.png' });
console.log(
  await page
    .getByRole('toolbar', { name: 'Asiakirjan esikatselu' })
    .evaluate((bar) =>
      [...bar.children].map((c) => [
        c.textContent,
        Math.round(c.getBoundingClientRect().width),
        Math.round(c.getBoundingClientRect().top),
      ]),
    ),
);
await live.open('4/2026').catch((e) => console.log(e.message));
await page.waitForTimeout(500);
await page.screenshot({ path: '/tmp/dbg-live.png' });
await desk.kill();
process.exit(0);
