/**
 * The secretary's whole path: from an empty database to minutes on paper. The meeting is 3/2026 of the sample board,
 * planned, held and exported by hand; what the PDF says is read back with poppler, what the rules derive with the
 * command line.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { AgendaPage } from './pages/agenda.ts';
import { LivePage } from './pages/live.ts';
import { MeetingsPage } from './pages/meetings.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Voters at each § of the meeting, and how the vote of § 30 ended. */
const EXPECTED_VOTERS: Record<number, number> = {
  22: 14,
  23: 14,
  24: 14,
  25: 14,
  26: 15,
  27: 15,
  28: 15,
  29: 14,
  30: 15,
  31: 15,
  32: 15,
  33: 15,
  34: 15,
  35: 15,
};
/** In the order of the seats: J01, J02, J03, J04, V05, J06 … J11, J13 … J16. */
const BALLOTS = 'jjjejejeejeteje';

/** The sample board before its third meeting of 2026: register, seats, meetings 1 and 2, tasks decided so far. */
function boardBefore(folder: string): string {
  const file = JSON.parse(fs.readFileSync(path.join(root, 'resources/boards/malli-jane.json'), 'utf8')) as {
    meetings: { number: number }[];
    tasks: { decidedReference: string; dueOn: string; deadlineChanges?: { oldDueOn: string }[] }[];
  };
  file.meetings = file.meetings.filter((meeting) => meeting.number < 3);
  file.tasks = file.tasks
    .filter((task) => task.decidedReference.startsWith('2/'))
    .map(({ deadlineChanges, ...task }) => ({
      ...task,
      dueOn: deadlineChanges?.[0]?.oldDueOn ?? task.dueOn,
    }));
  const target = path.join(folder, 'neuvottelukunta.json');
  fs.writeFileSync(target, JSON.stringify(file));
  return target;
}

/** Sets the time that entries get. */
async function clock(page: Page, time: string): Promise<void> {
  await page.getByRole('button', { name: /^Merkintöjen aika/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Merkintöjen aika' });
  const [hours, minutes] = time.split('.');
  await dialog.getByRole('spinbutton').first().click();
  await page.keyboard.type(`${hours}${minutes}`);
  await dialog.getByRole('button', { name: 'Käytä tätä aikaa' }).click();
  await expect(page.getByRole('button', { name: `Merkintöjen aika: klo ${time}, asetettu` })).toBeVisible();
}

test('from an empty database to minutes on paper', async ({ desk, page, userData }) => {
  test.setTimeout(240_000);
  page.setDefaultTimeout(15_000);

  // An empty machine: the board comes from a file.
  await desk.answerDialog({ canceled: false, filePaths: [boardBefore(userData)] });
  await page.getByRole('button', { name: /Tuo neuvottelukunta tiedostosta/ }).click();
  await page.getByRole('navigation', { name: 'Päävalikko' }).waitFor();

  // The meeting and its agenda.
  const meetings = new MeetingsPage(page);
  await page.keyboard.press('Control+n');
  await meetings.dialog.getByRole('heading', { name: 'Uusi kokous 3/2026' }).waitFor();
  await meetings.dialog.getByRole('spinbutton').first().click();
  await page.keyboard.type('19052026');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Kokous 3/2026' }).waitFor();
  const agenda = new AgendaPage(page);
  await agenda.plan
    .getByRole('textbox', { name: 'Paikka' })
    .fill('Maakuntatalo, kokoustila 1, Joensuu, ja etäyhteys');
  await agenda.plan.getByRole('group', { name: 'Kutsu lähetetty' }).getByRole('spinbutton').first().click();
  await page.keyboard.type('11052026');
  await agenda.item('Edellisen kokouksen pöytäkirja').click();
  for (const title of [
    'Järjestöjen yhteisen vapaaehtoistoiminnan tilannekatsaus',
    'Maahanmuuttajien osallisuuden toimenpiteet vuonna 2026',
    'Lausunto maakuntahallitukselle kumppanuusavustushakemuksesta',
    'Maakunnallisen järjestöfoorumin 2026 ajankohta ja paikka',
    'Hyvien käytäntöjen käyttöönoton tilanne kunnissa',
    'Hyte-valtuustokausikello: vuoden 2026–2027 tehtävät',
  ])
    await agenda.add(title);
  expect((await agenda.items()).map((text) => Number.parseInt(text, 10))).toEqual(
    Object.keys(EXPECTED_VOTERS).map(Number),
  );
  await agenda.item('Lausunto maakuntahallitukselle').click();
  const applicant = page.getByRole('combobox', { name: /^Hakija/ });
  await applicant.fill('monikulttuuri');
  await page.getByRole('option', { name: /Esimerkin monikulttuuriyhdistys ry/ }).click();
  await agenda.proposal.click();
  await page.keyboard.type('Neuvottelukunta antaa puoltavan lausunnon. #import "x" $x$ ]');
  await expect(agenda.saved).toBeVisible();

  // People arrive; the chair opens the meeting.
  const live = new LivePage(page);
  await live.part('Kokous');
  await page.keyboard.press('F2');
  await live.type(5, 'e');
  await live.type(5, 'v');
  for (const seat of [1, 2, 3, 4, 6, 7, 8, 10, 11, 13, 14, 15, 16]) await live.type(seat, 's');
  await expect(live.status).toContainText('§ 22 · läsnä 14/16 · vaaditaan 9 · päätösvaltainen');
  await live.button('Avaa kokous').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Avaa kokous' }).click();
  await expect(live.button('Päätä kokous')).toBeVisible();

  // § by §, by the keys of the decisions.
  const decide = async (section: number, key: string | null): Promise<void> => {
    await expect(live.title).toContainText(`${section} §`);
    await expect(live.status).toContainText(`läsnä ${EXPECTED_VOTERS[section]}/16`);
    if (key !== null) {
      await page.keyboard.press(key);
      await expect(live.editor('Päätös')).not.toHaveText('');
    }
    await page.keyboard.press('Control+Enter');
  };
  const kind = async (name: string): Promise<void> => {
    await live.button(new RegExp(`^${name}`)).click();
    await expect(live.editor('Päätös')).not.toHaveText('');
  };
  await kind('Kokous avattiin');
  await decide(22, null);
  await expect(live.title).toContainText('23 §');
  await live.editor('Päätös').click();
  await page.keyboard.type('Kokous todettiin laillisesti koolle kutsutuksi ja päätösvaltaiseksi.');
  await decide(23, null);
  await live.add('Lisää tarkastaja', 'Jäsen 03');
  await live.add('Lisää tarkastaja', 'Jäsen 10');
  await decide(24, 'Alt+8');
  await decide(25, 'Alt+1');
  // J09 comes while § 26 is being dealt with.
  await expect(live.title).toContainText('26 §');
  await clock(page, '13.22');
  await page.keyboard.press('F2');
  await live.type(9, 's');
  await decide(26, 'Alt+4');
  await decide(27, 'Alt+1');
  await decide(28, 'Alt+2');
  // The register suggests the conflict of § 29.
  await expect(live.title).toContainText('29 §');
  await clock(page, '14.01');
  await expect(page.getByText(/Mahdollinen esteellisyys: Jäsen 07/)).toBeVisible();
  await live.button(/Merkitse esteelliseksi/).click();
  await expect(live.status).toContainText('§ 29 · läsnä 14/16 · vaaditaan 9 · päätösvaltainen');
  await clock(page, '14.14');
  await decide(29, 'Alt+2');
  // § 30 is voted on: a tie, and the chair's vote decides.
  await expect(live.title).toContainText('30 §');
  await live.button('Ehdotus').click();
  await live.choose('Ehdottaja', 'Jäsen 04');
  await page
    .getByRole('textbox', { name: 'Ehdotuksen teksti' })
    .fill('Järjestöfoorumi järjestetään 12.11.2026 Nurmeksessa lähitilaisuutena.');
  await live.button('Tallenna').click();
  await live.add('Lisää kannattaja', 'Jäsen 11');
  await expect(page.getByText('voimassa', { exact: true })).toBeVisible();
  await live.button('Nimenhuuto').click();
  await expect(page.getByRole('row', { name: /^1\. Jäsen 01/ })).toBeFocused();
  await page.keyboard.type(BALLOTS);
  await expect(
    page.getByText('Äänet tasan, puheenjohtajan ääni ratkaisi. Voitti JAA: esittelijän ehdotus').first(),
  ).toBeVisible();
  await decide(30, 'Alt+7');
  await decide(31, 'Alt+1');
  await decide(32, 'Alt+5');
  await decide(33, 'Alt+4');
  await expect(live.title).toContainText('34 §');
  await live.editor('Päätös').click();
  await page.keyboard.type('Seuraavat kokoukset ovat 1.9.2026 ja 24.11.2026.');
  await decide(34, null);
  await expect(live.title).toContainText('35 §');
  await clock(page, '15.25');
  await live.button('Päätä kokous').first().click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Päätä/ })
    .last()
    .click();
  await expect(live.button('Merkitse tarkastetuksi')).toBeVisible();

  // On paper.
  const pdf = path.join(userData, 'poytakirja.pdf');
  await desk.answerDialog({ canceled: false, filePath: pdf });
  await page.keyboard.press('Control+e');
  await expect.poll(() => fs.existsSync(pdf), { timeout: 30_000 }).toBe(true);
  const text = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).stdout.replaceAll(
    /\s+/g,
    ' ',
  );
  for (const sentence of [
    'Pöytäkirja 3/2026',
    'Tarkastamaton',
    'tiistai 19.5.2026 klo 13.00–15.25',
    'Puheenjohtaja avasi kokouksen klo 13.00.',
    'Läsnä oli 14 jäsentä tai varajäsentä (yhteensä 16 paikkaa).',
    'Pöytäkirjantarkastajiksi ja ääntenlaskijoiksi valittiin J03 ja J10.',
    'J09 saapui kokoukseen tämän asian käsittelyn aikana klo 13.22.',
    'hallintolaki 28 § 1 mom. 5 kohta',
    'poissa § 29:n käsittelyn ajan esteellisenä klo 14.01–14.14',
    '#import "x" $x$ ]',
    'Ehdotusta kannatti J11.',
    'Äänestyksessä annettiin 7 JAA-ääntä, 7 EI-ääntä ja 1 tyhjä.',
    'Äänten mennessä tasan puheenjohtajan ääni ratkaisi',
    'Asia jätettiin pöydälle seuraavaan kokoukseen.',
    'Allekirjoitukset',
  ])
    expect(text).toContain(sentence);

  // And what the rules derive from the same file.
  await desk.quit();
  const shown = spawnSync(
    process.execPath,
    [
      path.join(root, 'out/cli/pykala.js'),
      'show',
      'meeting',
      '3/2026',
      '--json',
      '--db',
      path.join(userData, 'pykala.sqlite'),
    ],
    { encoding: 'utf8' },
  );
  const report = JSON.parse(shown.stdout) as {
    items: { section: number; voters: number; quorate: boolean; conflicts: string[]; vote: unknown }[];
  };
  expect(Object.fromEntries(report.items.map((item) => [item.section, item.voters]))).toEqual(
    EXPECTED_VOTERS,
  );
  expect(report.items.every((item) => item.quorate)).toBe(true);
  expect(report.items.find((item) => item.section === 29)?.conflicts).toEqual(['J07']);
  expect(report.items.find((item) => item.section === 30)?.vote).toMatchObject({
    aye: 7,
    no: 7,
    blank: 1,
    winner: 'aye',
    decidedBy: 'chair',
  });
});
