/** Every place of the rail and every tab of it with the large sample: how long until its content is there. */
import { FOOT_PLACES, PLACES, WORK_PLACES } from '../../renderer/app/places.ts';
import { fi } from '../../renderer/i18n/fi.ts';
import { StandInDesk } from '../e2e/stand-in-desk.ts';
import { deskFolder, largeSample } from './data.ts';
import { whenSettled } from './page.ts';
import { ms, quantile, report, type Figure } from './report.ts';

const GOAL = 100;
const TIMES = 5;

/** The rail itself says what there is, so that no place is left out. The first is shown already and comes last. */
const [start, ...rest] = [...PLACES, ...WORK_PLACES, ...FOOT_PLACES].map(
  ({ label }) => fi.shell[label.replace('shell.', '') as keyof typeof fi.shell] as string,
);

const desk = new StandInDesk({ userData: deskFolder(await largeSample(7_000)) });
await desk.start();
const { page } = desk;
await page.locator('main h1').waitFor();
// The desk is used, not started: the screens have been fetched.
await page.waitForTimeout(3_000);

const taken = new Map<string, number[]>();
const unseen = new Set<string>();

/** Presses a button or tab. The first round fetches and warms up. */
async function press(what: string, button: ReturnType<typeof page.locator>, turn: number): Promise<void> {
  const settled = whenSettled(page);
  await settled.armed;
  await button.click();
  try {
    const time = await settled.time;
    if (turn > 0) taken.set(what, [...(taken.get(what) ?? []), time]);
  } catch {
    unseen.add(what);
  }
}

for (let turn = 0; turn <= TIMES; turn += 1)
  for (const name of [...rest, start!]) {
    await press(name, page.locator('nav').getByRole('button', { name, exact: true }), turn);
    const tabs = page.locator('main').getByRole('tablist').first().getByRole('tab');
    const labels = (await tabs.count()) > 1 ? await tabs.allTextContents() : [];
    // The first tab is shown already, and is gone back to at the end.
    for (const index of [...labels.keys(), 0].slice(1))
      if (await tabs.nth(index).isEnabled())
        await press(`${name}: ${labels[index]!.replace(/\d+$/, '')}`, tabs.nth(index), turn);
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
    'The large sample (7 000 organisations, ten years of meetings, 1 000 actions, 30 municipalities). A time runs from the press on a place of the rail, or on a tab of it, until the last frame in which anything on the screen changed, with its data from the database; the middle of five rounds after one that warms up.',
  figures,
  remarks: Array.from(unseen, (name) => `${name}: its content was never seen.`),
});
process.exit(0);
