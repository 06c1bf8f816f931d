/** Every place of the rail with the large sample: how long until its content is there. */
import { StandInDesk } from '../e2e/stand-in-desk.ts';
import { deskFolder, largeSample } from './data.ts';
import { goTo, whenTrue } from './page.ts';
import { ms, quantile, report, type Figure } from './report.ts';

const GOAL = 100;
const TIMES = 5;

/** Each place by its name, and what of its content must be on the screen. */
const PLACES: readonly [name: string, content: string][] = [
  ['Järjestöt', 'main [role="rowheader"]'],
  ['Kokoonpano', 'main h2'],
  ['Verkostot', 'main [role="tabpanel"] *'],
  ['Kokoukset', 'main [role="rowheader"]'],
  ['Toimenpiteet', 'main [role="rowheader"]'],
  ['Haku', 'main input[type="search"]'],
  ['Jakelu', 'main h2, main [role="rowheader"]'],
  ['Teema-alueet', 'main h1 ~ *, main h2, main li button'],
  ['Vapaaehtoistoiminta', 'main [role="rowheader"]'],
  ['Hyvät käytännöt', 'main table td, main [role="rowheader"]'],
  ['Mittarit', 'main svg[role="img"]'],
  ['Vuosikellot', 'main svg'],
  ['Raportit', 'main h2'],
  ['Tietosuoja', 'main h2, main [role="rowheader"], main form'],
  ['Asetukset', 'main h2, main form'],
  ['Aloitus', 'main h2'],
];

const desk = new StandInDesk({ userData: deskFolder(await largeSample(7_000)) });
await desk.start();
const { page } = desk;
await page.locator('main h1').waitFor();
// The desk is used, not started: the screens have been fetched.
await page.waitForTimeout(3_000);

const taken = new Map<string, number[]>();
const remarks: string[] = [];
for (let turn = 0; turn <= TIMES; turn += 1)
  for (const [name, content] of PLACES) {
    if ((await page.locator('nav').getByRole('button', { name, exact: true }).count()) === 0) {
      if (turn === 0) remarks.push(`There is no place ${name}.`);
      continue;
    }
    const shown = `document.title.startsWith(${JSON.stringify(name)}) && document.querySelector(${JSON.stringify(content)})`;
    const seen = whenTrue(page, shown);
    await seen.armed;
    await goTo(page, name);
    try {
      const time = await seen.time;
      // The first round fetches and warms up.
      if (turn > 0) taken.set(name, [...(taken.get(name) ?? []), time]);
    } catch {
      if (turn === 0) remarks.push(`${name}: its content was never seen.`);
    }
    await page.waitForTimeout(120);
  }
await desk.quit();

const figures: Figure[] = Array.from(taken, ([name, times]) => ({
  what: name,
  ours: `${ms(quantile(times))}, slowest ${ms(Math.max(...times))}`,
  goal: `≤ ${GOAL} ms`,
  met: quantile(times) <= GOAL,
}));

report({
  name: 'screens',
  title: 'Every screen with the large sample',
  method:
    'The large sample (7 000 organisations, ten years of meetings, 1 000 actions, 30 municipalities). A time runs from the press on a place of the rail until the frame in which its content stands on the screen, with its data from the database; the middle of five rounds after one that warms up.',
  figures,
  remarks,
});
process.exit(0);
