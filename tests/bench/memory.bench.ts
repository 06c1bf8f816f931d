/** Memory of all processes with the large list open and scrolled, against a bare window of the same shell. */
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { StandInDesk } from '../e2e/stand-in-desk.ts';
import { deskFolder, largeSample, temporaryFolder } from './data.ts';
import { GRID, openOrganisations, SEARCH } from './page.ts';
import { report, times } from './report.ts';
import { root, startShell } from './shell.ts';

const SCROLLS = 60;

/** Processes and all that they have started. */
function descendants(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of fs.readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = read(`/proc/${name}/stat`);
    parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const found = [pid];
  for (const one of found) for (const [child, parent] of parents) if (parent === one) found.push(child);
  return found;
}

function read(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    // The process has ended.
    return '';
  }
}

/** Megabytes, shared pages counted by their share. */
function memoryOf(pid: number): { all: number; main: number; processes: number } {
  const pids = descendants(pid);
  const each = pids.map(
    (one) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${one}/smaps_rollup`))?.[1] ?? 0) / 1024,
  );
  return { all: each.reduce((sum, value) => sum + value, 0), main: each[0] ?? 0, processes: pids.length };
}

if (process.platform !== 'linux') {
  console.log('Memory is read from /proc, which only Linux has.');
  process.exit(0);
}

const shell = startShell(path.join(root, 'tests/bench/bare-main.mjs'), temporaryFolder());
await shell.until(`document.querySelector('button')`);
await sleep(1500);
const bare = memoryOf(shell.child.pid!);
await shell.quit();

const desk = new StandInDesk({ userData: deskFolder(await largeSample(70_000)) });
await desk.start();
const pid = Number(fs.readFileSync(path.join(desk.userData, 'stand-in-lock'), 'utf8'));
await openOrganisations(desk.page);
let peak = memoryOf(pid);
const look = (): void => {
  const now = memoryOf(pid);
  if (now.all > peak.all) peak = now;
};
await scroll(desk.page, look);
await desk.page.locator(SEARCH).pressSequentially('seura', { delay: 60 });
await sleep(300);
look();
await desk.page.locator(SEARCH).fill('');
await scroll(desk.page, look);
await sleep(1500);
look();
await desk.quit();

async function scroll(page: Page, each: () => void): Promise<void> {
  for (let step = 1; step <= SCROLLS; step += 1) {
    await page.evaluate(
      ([grid, share]) => {
        const element = document.querySelector(grid);
        element?.scrollTo({ top: share * element.scrollHeight });
      },
      [GRID, step / SCROLLS] as const,
    );
    await sleep(60);
    if (step % 10 === 0) each();
  }
}

const megabytes = (value: number): string => `${Math.round(value)} MB`;
report({
  name: 'memory',
  title: 'Memory',
  method: `Highest sum of the proportional set sizes (PSS) of all ${peak.processes} processes, Chromium's among them, while the list of 70 000 organisations is open, scrolled through in ${SCROLLS} steps, searched and scrolled through again.`,
  figures: [
    {
      what: 'all processes, large list open',
      ours: megabytes(peak.all),
      against: `${megabytes(bare.all)} bare window`,
      ratio: times(peak.all / bare.all),
    },
    {
      what: 'of which main and the database worker',
      ours: megabytes(peak.main),
      against: `${megabytes(bare.main)} bare window`,
      ratio: times(peak.main / bare.main),
    },
  ],
  remarks: [
    'On the stand-in main is a Node process that also drives Chromium by Playwright; in Electron that part falls away.',
  ],
});
process.exit(0);
