/** A decision that changes the register, by keyboard: entered, examined, seen in the composition, taken back. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { MeetingSummary, MeetingView } from '../../db/model/meeting-view.ts';
import type { CallReply } from '../../electron/backend/protocol.ts';
import { expect, test } from './fixture.ts';

test.use({ actionTimeout: 15_000 });
test.setTimeout(120_000);

async function call<Answer>(
  page: Page,
  type: 'query' | 'mutation',
  path: string,
  input?: unknown,
): Promise<Answer> {
  const reply = (await page.evaluate(
    (request) =>
      (window as unknown as { pykala: { call(request: unknown): Promise<CallReply> } }).pykala.call(request),
    { id: `test:${path}`, type, path, input },
  )) as CallReply;
  if (!reply.ok) throw new Error(`${path}: ${reply.error.code}`);
  return reply.data as Answer;
}

async function clean(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
  );
  const { violations } = await new AxeBuilder({ page })
    .exclude('[data-live-announcer]')
    .setLegacyMode()
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
}

const press = async (page: Page, name: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name }).first().focus();
  await page.keyboard.press('Enter');
};

test('a resignation is entered at the item, applied by the examination, and taken back with a reason', async ({
  page,
}) => {
  await page.getByRole('button', { name: /Tutustu esimerkkiin/ }).click();
  await page.getByRole('navigation', { name: 'Päävalikko' }).waitFor();
  const [board] = await call<{ id: string }[]>(page, 'query', 'boards.list');
  const list = await call<MeetingSummary[]>(page, 'query', 'meetings.list', { boardId: board!.id });
  const meetingId = list.find(({ label }) => label === '3/2026')!.id;
  const { items } = await call<MeetingView>(page, 'query', 'meetings.get', { meetingId });
  const item = items.find(({ section }) => section === 28)!;
  // The search leads to the item.
  await page.keyboard.press('Control+Shift+F');
  await expect(page.getByRole('searchbox', { name: 'Hae pykälistä' })).toBeFocused();
  await page.keyboard.type(item.title);
  await expect(page.getByText('1 pykälä', { exact: true })).toBeVisible();
  await clean(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: /28 §/ })).toBeVisible();

  await press(page, 'Vaikutus rekisteriin');
  const form = page.getByRole('form', { name: 'Lisää vaikutus rekisteriin' });
  await form.getByRole('button', { name: /Mitä päätös muuttaa/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'Ero tai vapautus paikasta' }).press('Enter');
  const leaver = form.getByRole('combobox', { name: /Kuka jättää paikan/ });
  await leaver.focus();
  await page.keyboard.type('Jäsen 05');
  // The member and his deputy are left of all.
  await expect(page.getByRole('option')).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await form.getByRole('button', { name: 'Tallenna' }).press('Enter');
  await expect(page.getByText('odottaa tarkastusta')).toBeVisible();
  await expect(page.getByText('Jäsen 05 → vapaa')).toBeVisible();
  await clean(page);

  await call(page, 'mutation', 'meetings.examine', { meetingId, examinedOn: '2026-05-26' });
  await page.getByRole('tab', { name: 'Tarkastus' }).click();
  await expect(page.getByText('Toteutettu 26.5.2026')).toBeVisible();
  await clean(page);
  const composition = () =>
    call<{ seats: { number: number; member: object | null }[] }>(page, 'query', 'boards.composition', {
      boardId: board!.id,
      date: '2026-05-20',
    });
  expect((await composition()).seats.find(({ number }) => number === 5)?.member).toBeNull();

  await press(page, 'Peru muutos');
  await page.getByRole('dialog').getByRole('textbox', { name: /Syy/ }).fill('Ero peruttiin.');
  await page.getByRole('dialog').getByRole('button', { name: 'Peru muutos' }).press('Enter');
  await expect(page.getByText(/Peruttu .*: Ero peruttiin\./)).toBeVisible();
  expect((await composition()).seats.find(({ number }) => number === 5)?.member).not.toBeNull();

  await page.keyboard.press('Alt+3');
  await page.getByRole('button', { name: 'Toiminnot', exact: true }).press('Enter');
  await page.getByRole('menuitem', { name: 'Päätösten vaikutukset' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Päätösten vaikutukset' })).toBeVisible();
  await expect(page.getByText('peruttu', { exact: true })).toBeVisible();
  await clean(page);
});
