/** Start to usable window: the product against a bare window of the same shell, by turns. */
import fs from 'node:fs';
import path from 'node:path';
import { largeSample, temporaryFolder } from './data.ts';
import { ms, quantile, report, times } from './report.ts';
import { root, startShell } from './shell.ts';

const RUNS = Number(process.env['PYKALA_BENCH_RUNS'] ?? 7);
/** The start screen with what is due in it: it has been asked of the database and can be pressed. */
const USABLE = `document.querySelector('main h1') && document.querySelector('main li button, main h2 ~ * button')`;
const SHOWN = `document.querySelector('main h1') && document.querySelector('button')`;

const folder = temporaryFolder();
const bareData = path.join(folder, 'bare');
const ownData = path.join(folder, 'own');
fs.mkdirSync(bareData);
fs.mkdirSync(ownData);
fs.copyFileSync(await largeSample(7_000), path.join(ownData, 'pykala.sqlite'));

async function start(main: string, data: string, expression: string): Promise<number> {
  const shell = startShell(main, data);
  const taken = await shell.until(expression);
  await shell.quit();
  return taken;
}
const bare = () => start(path.join(root, 'tests/bench/bare-main.mjs'), bareData, SHOWN);
const own = () => start(path.join(root, 'out/main/main.js'), ownData, USABLE);

// The first start of a profile is Chromium's own work.
await bare();
await own();
const bareTimes: number[] = [];
const ownTimes: number[] = [];
for (let run = 0; run < RUNS; run += 1) {
  if (run % 2 === 0) bareTimes.push(await bare());
  ownTimes.push(await own());
  if (run % 2 === 1) bareTimes.push(await bare());
}
const ratio = quantile(ownTimes) / quantile(bareTimes);
report({
  name: 'start',
  title: 'Start to usable window',
  method: `From the start of the process until the start screen shows what is due, read from a database with 7,000 organisations; against a window of the same shell with one button in it. ${RUNS} starts of each by turns, the profile warm, medians.`,
  figures: [
    {
      what: 'start to usable window',
      ours: ms(quantile(ownTimes)),
      against: `${ms(quantile(bareTimes))} bare window`,
      ratio: times(ratio),
      goal: '≤ 1.3×',
      met: ratio <= 1.3,
    },
  ],
  remarks: [],
});
process.exit(0);
