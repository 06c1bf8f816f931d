/**
 * The whole desk is killed in the middle of a meeting, at random moments: nothing that was shown a second before is
 * lost. Typing goes on without a pause, because that is when an autosave could wait too long.
 */
import type { Page } from '@playwright/test';
import { setTimeout as sleep } from 'node:timers/promises';
import { plainText } from '../../db/model/rich-text.ts';
import { printedSeed, seededRandom } from '../fixtures/random.ts';
import { call, meeting } from './backend-call.ts';
import { expect, test, type Desk } from './fixture.ts';
import { LivePage } from './pages/live.ts';

test.use({ ownDesk: true });
test.setTimeout(600_000);

/** Kills of one desk. There are two desks, so that they can be killed side by side. */
const KILLS = 10;
/** What was on the screen for so long must be there after the crash, in milliseconds. */
const SAFE_AFTER = 1_000;

async function openMeeting(page: Page): Promise<LivePage> {
  const navigation = page.getByRole('navigation', { name: 'Päävalikko' });
  const sample = page.getByRole('button', { name: /Tutustu esimerkkiin/ });
  await navigation.or(sample).first().waitFor();
  if (await sample.isVisible()) await sample.click();
  await navigation.waitFor();
  const live = new LivePage(page);
  await live.open('4/2026');
  return live;
}

const title = `killed ${KILLS} times in the middle of a meeting, it loses nothing older than a second`;
for (const which of ['one desk', 'another desk'])
  test(`${which}: ${title}`, ({ desk }) => killAgainAndAgain(desk, which));

async function killAgainAndAgain(desk: Desk, which: string): Promise<void> {
  const random = seededRandom(printedSeed(`recovery of ${which}`));
  let live = await openMeeting(desk.page);
  const view = await meeting(desk.page, '4/2026');
  const meetingId = view.id;
  const itemId = view.items.find(({ section }) => section === 41)!.id;
  for (const { number, member } of view.seats)
    if (number !== 12)
      await call(desk.page, 'mutation', 'live.attendance', {
        meetingId,
        personId: member!.id,
        event: 'arrive',
        time: '13:00',
      });
  await call(desk.page, 'mutation', 'meetings.recordCall', {
    meetingId,
    callSentOn: '2026-08-20',
    agendaSentOn: '2026-08-20',
  });
  await call(desk.page, 'mutation', 'meetings.open', { meetingId, time: '13:00' });
  await call(desk.page, 'mutation', 'meetings.setCurrentItem', { meetingId, itemId, time: '13:20' });

  /** Text of the item as it must at least begin, from the crash before. */
  let kept = '';
  for (let round = 1; round <= KILLS; round++) {
    await live.look(41);
    const editor = live.editor('Asian käsittely');
    // What was there after the last crash is still there after the next start.
    if (kept !== '') await expect(editor).toContainText(kept);
    await editor.click();
    await desk.page.keyboard.press('Control+End');
    // The page notes what it shows and when, by its own clock.
    await editor.evaluate((element) => {
      const shown: { at: number; text: string }[] = [];
      const note = (): void => void shown.push({ at: performance.now(), text: element.textContent ?? '' });
      note();
      new MutationObserver(note).observe(element, { childList: true, characterData: true, subtree: true });
      Object.assign(window, { shownTexts: () => ({ now: performance.now(), shown }) });
    });
    const until = Date.now() + 1_100 + random() * 600;
    let word = 0;
    while (Date.now() < until) {
      word += 1;
      await desk.page.keyboard.type(` k${round}s${word}`);
      await sleep(random() * 60);
    }
    const { now, shown } = await desk.page.evaluate(() =>
      (
        window as unknown as {
          shownTexts(): { now: number; shown: { at: number; text: string }[] };
        }
      ).shownTexts(),
    );
    await desk.kill();
    const safe = shown.findLast(({ at }) => at <= now - SAFE_AFTER)!.text;
    const last = shown.at(-1)!.text;
    expect(last.length).toBeGreaterThan(safe.length);

    await desk.restart();
    // The sample is opened anew by its name, as the user would.
    live = await openMeeting(desk.page);
    const item = (await meeting(desk.page, '4/2026')).items.find(({ id }) => id === itemId)!;
    const found = plainText(item.proceedings).trim();
    expect(found.startsWith(safe.trim()), `kill ${round}: "${safe}" is not in "${found}"`).toBe(true);
    expect(last.trim().startsWith(found), `kill ${round}: "${found}" was never shown`).toBe(true);
    // What was recorded by one key stands, too.
    expect(
      (await meeting(desk.page, '4/2026')).attendance.filter(({ intervals }) => intervals.length > 0),
    ).toHaveLength(15);
    kept = found;
  }
}
