/** A decision that changes the register, by keyboard: entered, examined, seen in the composition, taken back. */
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { call, meeting } from './backend-call.ts';
import { expect, test } from './fixture.ts';
import { StartPage } from './pages/start.ts';

test.use({ actionTimeout: 15_000 });
test.setTimeout(120_000);

const press = async (page: Page, name: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name }).first().focus();
  await page.keyboard.press('Enter');
};

test('a resignation is entered at the item, applied by the examination, and taken back with a reason', async ({
  page,
}) => {
  await new StartPage(page).openSample();
  const { id: meetingId, boardId, items } = await meeting(page, '3/2026');
  const item = items.find(({ section }) => section === 28)!;
  // The search leads to the item.
  await page.keyboard.press('Control+Shift+F');
  await expect(page.getByRole('searchbox', { name: 'Hae pykälistä' })).toBeFocused();
  await page.keyboard.type(item.title);
  await expect(page.getByText('1 osuma', { exact: true })).toBeVisible();
  await expectAccessible(page);
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
  await expectAccessible(page);

  await call(page, 'mutation', 'meetings.examine', { meetingId, examinedOn: '2026-05-26' });
  await page.getByRole('tab', { name: 'Tarkastus' }).click();
  await expect(page.getByText('Toteutettu 26.5.2026')).toBeVisible();
  await expectAccessible(page);
  const composition = () =>
    call<{ seats: { number: number; member: object | null }[] }>(page, 'query', 'boards.composition', {
      boardId,
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
  await expectAccessible(page);
});
