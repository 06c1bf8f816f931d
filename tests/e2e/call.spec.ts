/** The call through the real window, by keyboard: issue, change, answer, call the deputy, save drafts; axe over each state. */
import fs from 'node:fs';
import path from 'node:path';
import type { CallView } from '../../db/model/call-view.ts';
import { readMessage } from '../fixtures/read-mail.ts';
import { expectAccessible } from './accessibility.ts';
import { call } from './backend-call.ts';
import { expect, test } from './fixture.ts';
import { StartPage } from './pages/start.ts';

test.use({ actionTimeout: 15_000 });
test.setTimeout(120_000);

test('a call is issued, changed, issued again and answered by single keys', async ({
  page,
  desk,
  userData,
}) => {
  await new StartPage(page).openSample();
  const [board] = await call<{ id: string }[]>(page, 'query', 'boards.list');
  const day = new Date(Date.now() + 864e5).toISOString().slice(0, 10);
  const { id: meetingId } = await call<{ id: string }>(page, 'mutation', 'meetings.create', {
    boardId: board!.id,
    meeting: { heldOn: day, plannedStart: '13:00', place: 'Maakuntatalo' },
    template: 'ordinary',
  });
  const press = async (name: string | RegExp): Promise<void> => {
    await page.getByRole('button', { name }).first().focus();
    await page.keyboard.press('Enter');
  };
  // The new meeting is the next one now; the sample's own was there a moment ago.
  await expect(page.getByText(/^klo 13\.00, Maakuntatalo(?!,)/)).toBeVisible();
  await press(/Avaa kutsu: Lähetä kokouksen .* kutsu/);
  await expect(page.getByRole('tab', { name: 'Kutsu' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText('Ohjelma ei lähetä mitään', { exact: false })).toBeHidden();
  await expectAccessible(page);

  await press('Anna kutsu ja esityslista');
  await expect(page.getByText(/^versio 1, /)).toHaveCount(2);
  const view = () => call<CallView>(page, 'query', 'calls.get', { meetingId });
  const [first, second] = (await view()).recipients.filter(({ role }) => role === 'member');

  // One key for each answer; the arrow goes to the next row.
  const answers = page.getByRole('radiogroup', { name: `Vastaus: ${first!.person.name}` });
  await answers.getByRole('radio', { name: 'Tulossa' }).focus();
  await page.keyboard.press('t');
  await expect(answers.getByRole('radio', { name: 'Tulossa' })).toBeChecked();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('x');
  const other = page.getByRole('radiogroup', { name: `Vastaus: ${second!.person.name}` });
  await expect(other.getByRole('radio', { name: 'Estynyt' })).toBeChecked();
  await expect(page.getByText(/^Tulossa 1\/16, ei päätösvaltainen/)).toBeVisible();
  const suggested = async () =>
    (await view()).recipients.find(({ person }) => person.id === second!.person.id)!.deputyToCall;
  // The window shows an answer before it is stored.
  await expect.poll(suggested).not.toBeNull();
  const deputy = (await suggested())!;
  await expect(page.getByRole('button', { name: `Kutsu varajäsen ${deputy.name}` })).toBeVisible();
  await other.getByRole('radio', { name: 'Estynyt' }).focus();
  await page.keyboard.press('v');
  await expect(page.getByRole('radiogroup', { name: `Vastaus: ${deputy.name}` })).toBeVisible();
  await expectAccessible(page);

  // A change after the call shows, and asks for a new version.
  await call(page, 'mutation', 'items.add', {
    meetingId,
    item: { kind: 'decision', title: 'Lausunto maakuntastrategiasta', diaryNumber: null },
    position: 5,
  });
  await expect(page.getByText('Yksi muutos ei ole vielä vastaanottajien tiedossa')).toBeVisible();
  await expect(page.getByText('Lausunto maakuntastrategiasta')).toBeVisible();
  await expectAccessible(page);
  await press('Anna uusi versio');
  await expect(page.getByText(/^versio 2, /)).toHaveCount(2);
  await expect(page.getByText('Yksi muutos edelliseen').first()).toBeVisible();

  // The draft is a file that a mail program opens.
  await call(page, 'mutation', 'persons.update', {
    id: first!.person.id,
    version: 1,
    values: {
      name: first!.person.name,
      shortName: first!.person.shortName,
      email: 'eka@esimerkki.fi',
      phone: null,
    },
  });
  const file = path.join(userData, 'kutsu.eml');
  await desk.answerDialog({ canceled: false, filePath: file });
  await press('Tallenna viestiluonnos…');
  await expect(page.getByText('Tallennettiin kutsu.eml.')).toBeVisible({ timeout: 30_000 });
  const message = readMessage(fs.readFileSync(file));
  expect(message.headers['x-unsent']).toBe('1');
  expect(message.bcc).toEqual(['eka@esimerkki.fi']);
  expect(message.files.map(({ type }) => type)).toEqual([
    'application/pdf',
    'application/pdf',
    'text/calendar',
  ]);

  // Cancelled, with the reason; a new call would take it back.
  await press('Peru kokous…');
  await page.getByRole('textbox', { name: 'Peruutuksen syy' }).fill('Sali on varattu.');
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Kokouksen peruminen' }).press('Enter');
  await expect(page.getByText(/^Kokous on peruttu /)).toBeVisible();
  await expectAccessible(page);
});
