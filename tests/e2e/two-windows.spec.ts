/** Another window at the same meeting, and a meeting that cannot be opened yet: nothing is lost, and it is said what to do. */
import { SEEN_OF } from '../../db/model/seen.ts';
import { expectAccessible } from './accessibility.ts';
import { call, meeting } from './backend-call.ts';
import { expect, test } from './fixture.ts';
import { LivePage } from './pages/live.ts';
import { StartPage } from './pages/start.ts';

test.setTimeout(90_000);

test('what is missing before the opening, and a proposal that another window changed meanwhile', async ({
  page,
}) => {
  await new StartPage(page).openSample();
  const { id: meetingId, items, seats } = await meeting(page, '4/2026');
  const live = new LivePage(page);
  await live.open('4/2026');

  // The dialog says what is missing and leads to its field.
  await live.button('Avaa kokous').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Avaa kokous' })).toBeDisabled();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Merkitse kutsun lähettämispäivä' }).click();
  await expect(dialog).toBeHidden();
  await expect(
    page
      .getByRole('group', { name: /Kutsu lähetetty/ })
      .getByRole('spinbutton')
      .first(),
  ).toBeFocused();

  const sent = { callSentOn: '2026-08-20', agendaSentOn: '2026-08-20' };
  await call(page, 'mutation', 'meetings.recordCall', { meetingId, ...sent });
  for (const { member } of seats.slice(0, 10)) {
    const arrival = { meetingId, personId: member!.id, event: 'arrive', time: '13:00' };
    await call(page, 'mutation', 'live.attendance', arrival);
  }
  await call(page, 'mutation', 'meetings.open', { meetingId, time: '13:00' });
  const item = items.find(({ section }) => section === 41)!;
  await call(page, 'mutation', 'meetings.setCurrentItem', { meetingId, itemId: item.id, time: '13:20' });
  const values = {
    itemId: item.id,
    kind: 'counter',
    proposerId: seats[1]!.member!.id,
    text: 'Hylätään.',
    seconderIds: [seats[2]!.member!.id],
  };
  const { id } = (await call(page, 'mutation', 'live.saveProposal', { id: null, values })) as { id: string };
  const stored = async () =>
    (await meeting(page, '4/2026')).items.find((one) => one.id === item.id)!.proposals[0]!;
  const seen = SEEN_OF.proposal(await stored());
  await live.open('4/2026');
  await live.look(41);

  // The form is open here while the other window mends the words and notes another seconder.
  await page.getByRole('button', { name: 'Muokkaa ehdotusta' }).click();
  const words = page.getByRole('textbox', { name: 'Ehdotuksen teksti' });
  await words.fill('Hyväksytään muutettuna.');
  const theirs = {
    ...seen,
    text: 'Hylätään toistaiseksi.',
    seconderIds: [...seen.seconderIds, seats[3]!.member!.id],
  };
  await call(page, 'mutation', 'live.saveProposal', { id, values: { itemId: item.id, ...theirs }, seen });
  await page.getByRole('button', { name: 'Tallenna', exact: true }).click();
  const asked = page.getByRole('alertdialog');
  await expect(asked).toContainText('Hyväksytään muutettuna.');
  await expect(asked).toContainText('Hylätään toistaiseksi.');
  await expectAccessible(page);
  await asked.getByRole('button', { name: 'Pidä tämän ikkunan versio' }).click();
  await expect(asked).toBeHidden();
  // Mine stands, and what only the other window changed stays.
  await expect
    .poll(async () => SEEN_OF.proposal(await stored()))
    .toEqual({ ...theirs, text: 'Hyväksytään muutettuna.' });
});
