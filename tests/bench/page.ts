/** What the benches do in the window. */
import type { Page } from '@playwright/test';

export const GRID = '[role="grid"]';
export const SEARCH = 'main input[type="search"]';

/** Presses a place of the rail. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.locator('nav').getByRole('button', { name: place, exact: true }).click();
}

export async function openOrganisations(page: Page): Promise<void> {
  await page.locator('main h1').waitFor();
  await goTo(page, 'Järjestöt');
  await page.locator(`${GRID} [role="row"] [role="rowheader"]`).first().waitFor();
}

/**
 * Times from the next key or press in the window until the expression is true in a frame. `armed` resolves when the
 * page listens.
 */
export function whenTrue(page: Page, expression: string): { armed: Promise<void>; time: Promise<number> } {
  const name = `bench${Math.random().toString(36).slice(2)}`;
  const armed = page.evaluate(`{
    let began = 0;
    const note = (event) => { began ||= event.timeStamp; };
    for (const type of ['keydown', 'beforeinput', 'input', 'pointerdown']) window.addEventListener(type, note, { capture: true, once: true });
    window.${name} = new Promise((resolve, reject) => {
      const limit = performance.now() + 20000;
      const look = () => {
        if (began > 0 && (${expression})) requestAnimationFrame(() => resolve(performance.now() - began));
        else if (performance.now() > limit) reject(new Error('never true: ' + ${JSON.stringify(expression)}));
        else requestAnimationFrame(look);
      };
      look();
    });
    undefined;
  }`) as Promise<void>;
  const time = armed.then(() => page.evaluate(`window.${name}`) as Promise<number>);
  return { armed, time };
}

/** Nothing on the screen has changed for so long: what was to come has come, in milliseconds. */
const QUIET = 300;

/**
 * Times from the next press in the window until the frame in which the screen stands as it stays: after it nothing in
 * `main` changes any more. Data that come late count with it, whatever screen it is. `armed` resolves when the page
 * listens; `time` rejects when nothing comes.
 */
export function whenSettled(page: Page): { armed: Promise<void>; time: Promise<number> } {
  const name = `bench${Math.random().toString(36).slice(2)}`;
  const armed = page.evaluate(`{
    let began = 0;
    let last = 0;
    window.addEventListener('pointerdown', (event) => { began = event.timeStamp; }, { capture: true, once: true });
    const observer = new MutationObserver(() => requestAnimationFrame(() => { last = performance.now(); }));
    observer.observe(document.querySelector('main'), { childList: true, characterData: true, subtree: true });
    window.${name} = new Promise((resolve, reject) => {
      const limit = performance.now() + 20000;
      const look = () => {
        const now = performance.now();
        if (began > 0 && last > began && now - last > ${QUIET}) resolve(last - began);
        else if (now > limit) reject(new Error('nothing came'));
        else return void requestAnimationFrame(look);
        observer.disconnect();
      };
      look();
    });
    undefined;
  }`) as Promise<void>;
  const time = armed.then(() => page.evaluate(`window.${name}`) as Promise<number>);
  return { armed, time };
}

/** Frames and long tasks while something is done. */
export interface Smoothness {
  frames: number;
  /** Frames that came a whole frame late or more, counted as the frames that are missing. */
  dropped: number;
  longestTask: number;
  /** Longest time from an event to the frame that shows its effect, in steps of 8 ms. */
  slowestEvent: number;
}

export async function smoothness(page: Page, work: () => Promise<unknown>): Promise<Smoothness> {
  await page.evaluate(watch);
  await work();
  return (await page.evaluate('window.benchStop()')) as Smoothness;
}

/** Runs in the page. */
function watch(): void {
  const gaps: number[] = [];
  let last = performance.now();
  let running = true;
  let longestTask = 0;
  let slowestEvent = 0;
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
  });
  tasks.observe({ type: 'longtask' });
  const events = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) slowestEvent = Math.max(slowestEvent, duration);
  });
  events.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  const frame = (): void => {
    const now = performance.now();
    gaps.push(now - last);
    last = now;
    if (running) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  Object.assign(window, {
    benchStop: async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      running = false;
      tasks.disconnect();
      events.disconnect();
      const length = 1000 / 60;
      const dropped = gaps.slice(1).reduce((sum, gap) => sum + Math.max(0, Math.round(gap / length) - 1), 0);
      return { frames: gaps.length, dropped, longestTask, slowestEvent };
    },
  });
}
