/** Minutes from closed to corrected through the real window, its buttons by keyboard; axe over each state. */
import { expectAccessible } from './accessibility.ts';
import { call, meeting } from './backend-call.ts';
import { expect, test } from './fixture.ts';
import { StartPage } from './pages/start.ts';

test.use({ actionTimeout: 15_000 });

test.setTimeout(90_000);

test('examination: missing approvals at the start, remark, approve, finish, publish, correct', async ({
  page,
}) => {
  await new StartPage(page).openSample();
  const { id: meetingId } = await meeting(page, '3/2026');
  await call(page, 'mutation', 'examination.start', { meetingId, openedOn: '2026-05-20' });
  await expect(page.getByText(/Hyväksyntä puuttuu: /)).toBeVisible();
  await page.getByRole('button', { name: /Avaa pöytäkirja: Kokouksen 3\/2026/ }).click();
  await expect(page.getByRole('tab', { name: 'Tarkastus' })).toHaveAttribute('aria-selected', 'true');
  const press = async (name: string | RegExp): Promise<void> => {
    await page.getByRole('button', { name }).first().focus();
    await page.keyboard.press('Enter');
  };
  await expect(page.getByText('Pöytäkirja on tarkastettavana, ja teksti on lukittu')).toBeVisible();
  await expectAccessible(page);
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
  await expectAccessible(page);
  await press('Avaa tarkastus uudelleen');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await press('Julkaise');
  await expect(page.getByText('Pöytäkirja on julkaistu.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Oikaisun teksti' }).fill('Po. Nurmes.');
  await press('Lisää oikaisu');
  await expect(page.getByText('Po. Nurmes.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('tab', { name: 'Asiakirja' }).click();
  await expect(page.getByText(/Oikaisu \d/).first()).toBeVisible();
});
