/** A meeting taken live through the real window: attendance, proposals, a vote, decisions, the end. By keyboard. */
import type { Page } from '@playwright/test';
import type { MeetingView } from '../../db/model/meeting-view.ts';
import { plainText } from '../../db/model/rich-text.ts';
import { expectAccessible } from './accessibility.ts';
import { call, meeting, typeWhileElsewhere } from './backend-call.ts';
import { expect, test } from './fixture.ts';
import { LivePage } from './pages/live.ts';
import { StartPage } from './pages/start.ts';

test.setTimeout(120_000);

/** The next meeting of the sample board, called, everybody but seat 12 there, open, at § 41. */
async function heldMeeting(page: Page): Promise<MeetingView> {
  const view = await meeting(page, '4/2026');
  const meetingId = view.id;
  await call(page, 'mutation', 'meetings.recordCall', {
    meetingId,
    callSentOn: '2026-08-20',
    agendaSentOn: '2026-08-20',
  });
  for (const { number, member } of view.seats)
    if (number !== 12)
      await call(page, 'mutation', 'live.attendance', {
        meetingId,
        personId: member!.id,
        event: 'arrive',
        time: '13:00',
      });
  await call(page, 'mutation', 'meetings.open', { meetingId, time: '13:00' });
  await call(page, 'mutation', 'meetings.setCurrentItem', {
    meetingId,
    itemId: view.items.find(({ section }) => section === 41)!.id,
    time: '13:20',
  });
  return view;
}

test('people arrive, the meeting is opened, and the status line follows every key', async ({ page }) => {
  await new StartPage(page).openSample();
  const view = await meeting(page, '4/2026');
  await call(page, 'mutation', 'meetings.recordCall', {
    meetingId: view.id,
    callSentOn: '2026-08-20',
    agendaSentOn: '2026-08-20',
  });
  const live = new LivePage(page);
  await live.open('4/2026');
  await expect(live.status).toContainText('läsnä 0/16');
  await page.keyboard.press('F2');
  await live.type(5, 'e');
  await live.type(5, 'v');
  await live.button(/Kaikki saapuivat/).click();
  await expect(live.status).toContainText('§ 36 · läsnä 16/16 · vaaditaan 9 · päätösvaltainen');
  await expect(live.seat(5)).toHaveAccessibleName('Paikka 5, Varajäsen 05, läsnä');

  await live.button('Avaa kokous').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Avaa kokous' }).click();
  await expect(live.button('Päätä kokous')).toBeVisible();
  await expectAccessible(page);

  await page.keyboard.press('F2');
  await live.type(16, 'p');
  await expect(live.status).toContainText('läsnä 15/16');
  await page.keyboard.press('Control+z');
  await expect(live.status).toContainText('läsnä 16/16');

  await page.keyboard.press('p');
  await expect(live.status).toContainText('läsnä 15/16');
});

test('a meeting that is no longer quorate says so loudly', async ({ page }) => {
  await new StartPage(page).openSample();
  const view = await heldMeeting(page);
  const live = new LivePage(page);
  await live.open('4/2026');
  await expect(live.status).toHaveRole('status');
  for (const { member } of view.seats.slice(0, 7))
    await call(page, 'mutation', 'live.attendance', {
      meetingId: view.id,
      personId: member!.id,
      event: 'leave',
      time: '13:40',
    });
  await expect(live.status).toContainText('§ 41 · läsnä 8/16 · vaaditaan 9 · EI PÄÄTÖSVALTAINEN');
  await expect(live.status).toHaveRole('alert');
  await expectAccessible(page);
});

test('proposal, roll call with a tie, decision, dissent and task', async ({ page }) => {
  await new StartPage(page).openSample();
  await heldMeeting(page);
  const live = new LivePage(page);
  await live.open('4/2026');
  await live.button('Ehdotus').click();
  await live.choose('Ehdottaja', 'Jäsen 04');
  await page.getByRole('textbox', { name: 'Ehdotuksen teksti' }).fill('Tehtävät hyväksytään sellaisinaan.');
  await live.button('Tallenna').click();
  await expect(page.getByText('raukesi, ei kannatusta')).toBeVisible();
  await live.add('Lisää kannattaja', 'Jäsen 11');
  await expect(page.getByText('voimassa', { exact: true })).toBeVisible();

  await live.button('Nimenhuuto').click();
  await expect(page.getByRole('row', { name: /^1\. Jäsen 01/ })).toBeFocused();
  await page.keyboard.type('jjjejejee');
  await expect(page.getByText('6 ääntä puuttuu')).toBeVisible();
  await page.keyboard.type('jetejt');
  await expectAccessible(page);
  // The last one was heard wrong.
  await page.keyboard.type('e');
  await expect(
    page.getByText('Äänet tasan, puheenjohtajan ääni ratkaisi. Voitti JAA: esittelijän ehdotus').first(),
  ).toBeVisible();
  await page.keyboard.press('Alt+7');
  await expect(live.editor('Päätös')).toContainText('Äänestyksessä annettiin');

  await live.button('Eriävä mielipide').click();
  await page.getByRole('textbox', { name: 'Perustelut' }).fill('Aikataulu on liian tiukka.');
  await live.button('Tallenna').click();
  await expect(page.getByText('teki päätöksestä poikkeavan ehdotuksen')).toBeVisible();
  await live.button('Toimenpide').click();
  await page.keyboard.type('Kutsutaan kunnat koolle');
  await live.button('Tallenna').click();
  await expect(page.getByText('Kutsutaan kunnat koolle')).toBeVisible();

  const item = (await meeting(page, '4/2026')).items.find(({ section }) => section === 41)!;
  expect(item.votes[0]!.result).toMatchObject({ aye: 7, no: 7, blank: 1, decidedBy: 'chair' });
  expect(item.decisionType).toBe('voted');
  expect(item.dissents[0]).toMatchObject({ person: { name: 'Jäsen 04' }, ground: 'deviating_proposal' });
  expect(item.tasks).toHaveLength(1);
});

test('texts save themselves, phrases go to the caret, and another window is not overwritten', async ({
  page,
}) => {
  await new StartPage(page).openSample();
  await heldMeeting(page);
  const live = new LivePage(page);
  await live.open('4/2026');
  await page.keyboard.press('F3');
  await expect(live.editor('Asian käsittely')).toBeFocused();
  await page.keyboard.type('Keskusteltiin.');
  await live.saved();
  await page.keyboard.press('Control+j');
  await page.keyboard.type('muita ehdotuksia');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(live.editor('Asian käsittely')).toHaveText('Keskusteltiin. Muita ehdotuksia ei tehty.');
  await expect
    .poll(async () => plainText((await meeting(page, '4/2026')).items[5]!.proceedings))
    .toBe('Keskusteltiin. Muita ehdotuksia ei tehty.');

  // The same text is changed elsewhere while it is being typed here.
  const now = (await meeting(page, '4/2026')).items[5]!;
  await typeWhileElsewhere(page, ' Minun lisäykseni.', 'items.change', {
    itemId: now.id,
    version: now.version,
    change: {
      proceedings: {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Toisen teksti.' }] }],
      },
    },
  });
  const question = page.getByRole('alertdialog', { name: 'Tekstiä on muutettu toisessa ikkunassa' });
  await expect(question).toContainText('Toisen teksti.');
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Pidä tämän ikkunan versio' }).click();
  await expect
    .poll(async () => plainText((await meeting(page, '4/2026')).items[5]!.proceedings))
    .toContain('Minun lisäykseni.');
});

test('items follow each other by Ctrl+Enter, and the end lists what is missing', async ({ page }) => {
  await new StartPage(page).openSample();
  const view = await heldMeeting(page);
  await call(page, 'mutation', 'meetings.setCurrentItem', {
    meetingId: view.id,
    itemId: view.items[0]!.id,
    time: '13:00',
  });
  const live = new LivePage(page);
  await live.open('4/2026');
  await live.look(36);
  await page.keyboard.press('Control+Enter');
  await expect(live.title).toContainText('37 §');
  await expect(live.editor('Asian käsittely')).toBeFocused();
  // Nothing decided: it asks for a decision first.
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Valitse ensin päätöslaji/)).toBeVisible();
  await page.keyboard.press('Alt+1');
  await expect(live.button(/^Ehdotuksen mukaan/)).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Control+Enter');
  await expect(live.title).toContainText('38 §');
  await live.add('Lisää tarkastaja', 'Jäsen 03');
  await live.add('Lisää tarkastaja', 'Jäsen 10');
  await expect(page.getByText('2/2 valittu')).toBeVisible();
  await page.keyboard.press('Alt+8');
  await expect(live.editor('Päätös')).toContainText('J03 ja J10');

  await live.button('Päätä kokous').click();
  const question = page.getByRole('dialog', { name: 'Päätetäänkö kokous?' });
  await expect(question).toContainText('Tarkista 6 kohtaa');
  await expectAccessible(page);
  await question.getByRole('button', { name: '42 §' }).click();
  await expect(live.title).toContainText('42 §');
  await expect(page.getByText(/Käsittelyssä on 38 §/)).toBeVisible();
});

test('times are put right after the meeting; examined minutes are only read', async ({ page }) => {
  await new StartPage(page).openSample();
  const live = new LivePage(page);
  await live.open('3/2026');
  await live.look(29);
  await expect(live.status).toContainText('§ 29 · läsnä 14/16 · vaaditaan 9 · päätösvaltainen');
  await expect(live.seat(7)).toHaveAccessibleName('Paikka 7, Jäsen 07, esteellinen');
  await live.look(22);
  await expect(live.seat(9)).toHaveAccessibleName('Paikka 9, Jäsen 09, saapuu 13.22');
  await live.look(25);
  await page.keyboard.press('F2');
  await live.type(9, '');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /Läsnäolo: Jäsen 09/ });
  await dialog.getByRole('button', { name: /Läsnä alkaen/ }).click();
  await page.getByRole('option', { name: '§ 25 Esityslistan hyväksyminen', exact: true }).click();
  await dialog.getByRole('button', { name: 'Valmis' }).click();
  await expect(live.status).toContainText('§ 25 · läsnä 15/16');

  await live.open('2/2026');
  await expect(page.getByText(/Pöytäkirja on tarkastettu .* ja lukittu/)).toBeVisible();
  await expect(live.editor('Asian käsittely')).toBeHidden();
  await expect(live.button(/^Saapui/)).toBeHidden();
  await expectAccessible(page);
});
