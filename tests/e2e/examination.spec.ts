/** Minutes from closed to corrected through the real window, its buttons by keyboard; axe over each state. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { MeetingSummary } from '../../db/model/meeting-view.ts';
import type { CallReply } from '../../electron/backend/protocol.ts';
import { expect, test } from './fixture.ts';

test.use({ actionTimeout: 15_000 });

test.setTimeout(90_000);

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

test('examination: missing approvals at the start, remark, approve, finish, publish, correct', async ({
  page,
}) => {
  await page.getByRole('button', { name: /Tutustu esimerkkiin/ }).click();
  await page.getByRole('navigation', { name: 'Päävalikko' }).waitFor();
  const [board] = await call<{ id: string }[]>(page, 'query', 'boards.list');
  const list = await call<MeetingSummary[]>(page, 'query', 'meetings.list', { boardId: board!.id });
  const meetingId = list.find(({ label }) => label === '3/2026')!.id;
  await call(page, 'mutation', 'examination.start', { meetingId, openedOn: '2026-05-20' });
  await expect(page.getByText(/Hyväksyntä puuttuu: /)).toBeVisible();
  await page.getByRole('button', { name: /Avaa pöytäkirja: Kokouksen 3\/2026/ }).click();
  await expect(page.getByRole('tab', { name: 'Tarkastus' })).toHaveAttribute('aria-selected', 'true');
  const press = async (name: string | RegExp): Promise<void> => {
    await page.getByRole('button', { name }).first().focus();
    await page.keyboard.press('Enter');
  };
  await expect(page.getByText('Pöytäkirja on tarkastettavana, ja teksti on lukittu')).toBeVisible();
  await clean(page);
  await page.getByRole('textbox', { name: 'Huomautus', exact: true }).fill('Kirjoitusvirhe.');
  await press('Lisää huomautus');
  await page.getByRole('textbox', { name: 'Mitä tehtiin' }).fill('Ei muuta sisältöä.');
  await press('Merkitse käsitellyksi');
  await expect(page.getByText(/Käsitelty .*: Ei muuta sisältöä/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Merkitse tarkastetuksi' })).toBeDisabled();
  for (let examiner = 0; examiner < 2; examiner++) {
    await press(/^Hyväksy: /);
    await expect(page.getByText(/^hyväksynyt/)).toHaveCount(examiner + 1);
  }
  await press('Merkitse tarkastetuksi');
  await expect(page.getByText(/Versio 1, tarkistussumma/)).toBeVisible();
  await clean(page);
  await press('Avaa tarkastus uudelleen');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await press('Julkaise');
  await expect(page.getByText('Pöytäkirja on julkaistu.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Oikaisun teksti' }).fill('Po. Nurmes.');
  await press('Lisää oikaisu');
  await expect(page.getByText('Po. Nurmes.')).toBeVisible();
  await clean(page);
  await page.getByRole('tab', { name: 'Asiakirja' }).click();
  await expect(page.getByText(/Oikaisu \d/).first()).toBeVisible();
});
