/** Search as one types, through the whole bridge and up to the rows on the screen, against the query in SQLite alone. */
import SQLite from 'better-sqlite3';
import type { Page } from '@playwright/test';
import { searchExpression } from '../../db/core/search.ts';
import { StandInDesk } from '../e2e/stand-in-desk.ts';
import { deskFolder, largeSample } from './data.ts';
import { GRID, openOrganisations, SEARCH, whenTrue } from './page.ts';
import { ms, quantile, report, times, type Figure } from './report.ts';

/** As they are typed, letter by letter. */
const WORDS = ['kylä', 'urheilu', 'martat', 'äijä', 'eläkkeen', 'haapajärv', 'sydän', 'joensuu'];
const TEXTS = WORDS.flatMap((word) => Array.from(word, (_, at) => word.slice(0, at + 1)).slice(1));
const ROUNDS = 4;
/** What the screen asks for. */
const PAGE = 100;
const GOAL = 16;

/** The first matches with what the list shows of them, as SQLite finds them: no order, no count. */
const FIRST = `select o.id, o.name_fi, o.business_id, o.register_number, o.email, o.checked_on, o.state
  from search_index join search_entry e on e.rowid = search_index.rowid join organisation o on o.id = e.entity_id
  where search_index match ? limit ${PAGE}`;
/** The same in the order of the list, which makes SQLite join and sort every match. */
const ORDERED = FIRST.replace('limit', 'order by o.sort_key, o.id limit');

interface Times {
  bridge: number[];
  query: number[];
  ordered: number[];
  screen: number[];
}

async function measure(count: number): Promise<Times> {
  const file = await largeSample(count);
  const raw = new SQLite(file, { readonly: true });
  const first = raw.prepare(FIRST);
  const ordered = raw.prepare(ORDERED);
  const desk = new StandInDesk({ userData: deskFolder(file) });
  await desk.start();
  const { page } = desk;
  await openOrganisations(page);
  const taken: Times = { bridge: [], query: [], ordered: [], screen: [] };
  const totals = new Map<string, number>();
  for (let round = -1; round < ROUNDS; round += 1)
    for (const text of TEXTS) {
      const expression = searchExpression(text);
      let began = performance.now();
      first.all(expression);
      const query = performance.now() - began;
      const answer = await page.evaluate(ask, { text, limit: PAGE });
      totals.set(text, answer.total);
      if (round < 0) continue;
      taken.bridge.push(answer.time);
      taken.query.push(query);
      if (round > 0) continue;
      began = performance.now();
      ordered.all(expression);
      taken.ordered.push(performance.now() - began);
    }
  for (let round = 0; round < 2; round += 1)
    for (const word of WORDS) taken.screen.push(...(await typeWord(page, word, totals)));
  await desk.quit();
  raw.close();
  return taken;
}

/** Runs in the page: one call as the screen makes it. */
async function ask({
  text,
  limit,
}: {
  text: string;
  limit: number;
}): Promise<{ time: number; total: number }> {
  const began = performance.now();
  const reply = await (
    window as unknown as { pykala: import('../../electron/preload/bridge.ts').Bridge }
  ).pykala.call({
    id: `bench:${began}`,
    type: 'query',
    path: 'organisations.list',
    input: { text, limit, offset: 0 },
  });
  const time = performance.now() - began;
  if (!reply.ok) throw new Error(reply.error.message);
  return { time, total: (reply.data as { total: number }).total };
}

/** From each key press to the rows of that text on the screen. */
async function typeWord(page: Page, word: string, totals: Map<string, number>): Promise<number[]> {
  const field = page.locator(SEARCH);
  await field.fill('');
  await page.waitForTimeout(150);
  const taken: number[] = [];
  let shown = -1;
  await field.focus();
  for (let at = 1; at <= word.length; at += 1) {
    const total = totals.get(word.slice(0, at));
    const isToBeSeen = total !== undefined && total !== shown && at > 1;
    const seen = isToBeSeen
      ? whenTrue(page, `document.querySelector('${GRID}')?.getAttribute('aria-rowcount') === '${total + 1}'`)
      : undefined;
    if (seen) await seen.armed;
    await page.keyboard.type(word[at - 1]!);
    if (seen) taken.push(await seen.time);
    else await page.waitForTimeout(120);
    shown = total ?? -1;
  }
  return taken;
}

const figures: Figure[] = [];
for (const count of [7_000, 70_000]) {
  const taken = await measure(count);
  const size = count.toLocaleString('en').replace(',', ' ');
  for (const [name, share] of [
    ['p50', 0.5],
    ['p95', 0.95],
  ] as const) {
    const bridge = quantile(taken.bridge, share);
    const query = quantile(taken.query, share);
    figures.push({
      what: `${size}, through the bridge, ${name}`,
      ours: ms(bridge),
      against: `${ms(query)} first matches in SQLite`,
      ratio: times(bridge / query),
      ...(name === 'p95' ? { goal: `≤ ${GOAL} ms`, met: bridge <= GOAL } : {}),
    });
  }
  const ordered = quantile(taken.ordered, 0.95);
  figures.push({
    what: `${size}, the same in SQLite alone, sorted by name, p95`,
    ours: ms(quantile(taken.bridge, 0.95)),
    against: `${ms(ordered)} sorted in SQLite`,
    ratio: times(quantile(taken.bridge, 0.95) / ordered),
  });
  figures.push({
    what: `${size}, key press to rows on the screen, p50 / p95`,
    ours: `${ms(quantile(taken.screen))} / ${ms(quantile(taken.screen, 0.95))}`,
    goal: '≤ 100 ms',
    met: quantile(taken.screen, 0.95) <= 100,
  });
}
report({
  name: 'search',
  title: 'Search as you type',
  method: `${WORDS.length} words typed letter by letter (${TEXTS.length} texts of two letters and more, ${ROUNDS} times). Through the bridge: a call from the page by way of main to the database worker and back, with the first ${PAGE} rows in the order of the list and the number of all. Against: SQLite in one process, the first ${PAGE} matches unsorted and uncounted.`,
  figures,
  remarks: [
    'The key press to the rows includes 25 ms in which the field waits for the next letter.',
    "The stand-in carries the bridge over DevTools' protocol, as text; Electron's own channel was not measured.",
  ],
});
process.exit(0);
