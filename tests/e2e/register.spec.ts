/** The register and the composition of the board through the real window, by keyboard where it matters. */
import path from 'node:path';
import { openDatabase, write } from '../../db/core/open.ts';
import { createBoard } from '../../db/features/boards.ts';
import { importClassification, parseClassification } from '../../db/features/classification.ts';
import { DEFAULT_RULES } from '../../db/model/rules.ts';
import { fillRegister } from '../fixtures/register.ts';
import { resource } from '../unit/resources.ts';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixture.ts';
import { CompositionPage } from './pages/composition.ts';
import { OrganisationsPage } from './pages/organisations.ts';
import { StartPage } from './pages/start.ts';
import type { Page } from '@playwright/test';

test('search as you type, card, and back to the list by keyboard', async ({ page }) => {
  await new StartPage(page).openSample();
  const register = new OrganisationsPage(page);
  await register.open();
  await expect(register.count()).toHaveText('20 järjestöä');
  await expectAccessible(page);

  await page.keyboard.press('Control+f');
  await page.keyboard.type('nuor');
  await expect(register.count()).toHaveText('1 osuma');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(register.card.getByRole('heading', { level: 2 })).toHaveText('Esimerkin nuoret ry');
  await expect(register.card).toContainText('990.005');
  await expect(register.card).toContainText('Malli-JANE, paikka 5');
  await expectAccessible(page);

  await register.card.getByRole('button', { name: 'Muokkaa', exact: true }).focus();
  await page.keyboard.press('Escape');
  await expect(register.card).toBeHidden();
  await expect(register.grid.locator(':focus')).toBeVisible();
  await page.keyboard.press('Control+f');
  await page.keyboard.press('Delete');
  await expect(register.count()).toHaveText('20 järjestöä');
});

test('a new organisation is validated, saved with Ctrl+Enter and found', async ({ page }) => {
  await new StartPage(page).openSample();
  const register = new OrganisationsPage(page);
  await register.open();
  await register.startNew();
  await expect(register.field('Järjestön nimi')).toBeFocused();
  await register.field('Y-tunnus').fill('9900008-6');
  await register.save();
  const summary = register.card.getByRole('alert');
  await expect(summary).toContainText('Lomakkeessa on 2 korjattavaa kohtaa.');
  await expectAccessible(page);
  await summary.getByRole('button', { name: /Järjestön nimi/ }).click();
  await expect(register.field('Järjestön nimi')).toBeFocused();

  // The number belongs to another: the form says to whom.
  await page.keyboard.type('Äänekkäät laulajat ry');
  await register.field('Y-tunnus').fill('9900008-5');
  await register.save();
  await expect(register.card).toContainText('9900008-5 kuuluu järjestölle Esimerkin eläkkeensaajat ry.');
  await register.field('Y-tunnus').fill('');
  await register.field('Kotikunta').fill('nurm');
  await page.getByRole('option', { name: 'Nurmes' }).click();
  await register.save();
  await expect(register.card.getByRole('heading', { level: 2 }).first()).toHaveText('Äänekkäät laulajat ry');
  await expect(register.card.getByRole('button', { name: 'Nurmes', exact: true })).toBeVisible();
  await expect(register.card).toContainText('Pohjois-Karjala');
  await expect(register.count()).toHaveText('21 järjestöä');
  await register.search.fill('laulajien');
  await expect(register.count()).toHaveText('1 osuma');
});

test('unsaved changes are asked about before they are lost', async ({ page }) => {
  await new StartPage(page).openSample();
  const register = new OrganisationsPage(page);
  await register.open();
  await register.openCard('Esimerkin martat ry');
  await register.card.getByRole('button', { name: 'Muokkaa', exact: true }).click();
  await register.field('Puhelin').fill('013 123 456');
  await page.getByRole('button', { name: 'Kokoonpano' }).click();
  const question = page.getByRole('alertdialog', { name: 'Hylätäänkö muutokset?' });
  await question.getByRole('button', { name: 'Jatka muokkausta' }).click();
  await expect(register.field('Puhelin')).toHaveValue('013 123 456');
  await register.field('Puhelin').press('Control+Enter');
  await expect(register.card).toContainText('013 123 456');
  await page.getByRole('button', { name: 'Kokoonpano' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kokoonpano' })).toBeVisible();
});

test('a person gets a position in an organisation on the spot', async ({ page }) => {
  await new StartPage(page).openSample();
  const register = new OrganisationsPage(page);
  await register.open();
  await register.openCard('Esimerkin martat ry');
  await register.card.getByRole('button', { name: 'Lisää henkilö' }).click();
  const dialog = page.getByRole('dialog', { name: 'Lisää henkilö' });
  await dialog.getByRole('combobox', { name: 'Henkilö' }).fill('Maija Marttala');
  await page.getByRole('option', { name: 'Uusi henkilö: Maija Marttala' }).click();
  await expect(dialog.getByRole('combobox', { name: 'Henkilö' })).toHaveValue('Maija Marttala');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Tallenna' }).click();
  await expect(dialog).toBeHidden();
  await expect(register.card).toContainText('Maija Marttala');
});

test('a member changes from a day on, and the deputy rises', async ({ page }) => {
  await new StartPage(page).openSample();
  const board = new CompositionPage(page);
  await board.open();
  await expect(board.figure('Täytettyjä paikkoja')).toHaveText('16/16');
  await expect(board.figure('Päätösvaltaisuuteen tarvitaan')).toHaveText('9');
  await expect(board.seat(3)).toContainText('Esimerkin Urheilijat ry');
  await expectAccessible(page);

  await board.editSeat(3);
  await board.dialog.getByRole('button', { name: 'Vaihda jäsen', exact: true }).click();
  await board.choosePerson('Varajäsen 03');
  await expect(board.dialog.getByRole('combobox', { name: 'Järjestö', exact: true })).toHaveValue(
    'Esimerkin Hiihtäjät ry',
  );
  await expectAccessible(page);
  await board.dialog.getByRole('button', { name: 'Nimeä', exact: true }).click();
  await expect(page.getByText('Varajäsen nousi jäseneksi')).toBeVisible();
  await expect(board.dialog).toContainText('Ei varajäsentä');
  await board.dialog.getByRole('button', { name: 'Nimeä varajäsen' }).click();
  await board.enterNewPerson('Helmi Hiihtäjä');
  await board.dialog.getByRole('button', { name: 'Nimeä', exact: true }).click();
  await expect(board.dialog).toContainText('Helmi Hiihtäjä');
  await board.dialog.getByRole('button', { name: 'Sulje' }).last().click();
  await expect(board.seat(3)).toContainText('Varajäsen 03');
  await expect(board.seat(3)).toContainText('Helmi Hiihtäjä');

  // The same person cannot sit twice.
  await board.editSeat(4);
  await board.dialog.getByRole('button', { name: 'Vaihda jäsen', exact: true }).click();
  await board.choosePerson('Varajäsen 03');
  await board.dialog.getByRole('button', { name: 'Nimeä', exact: true }).click();
  await expect(board.dialog.getByRole('alert')).toContainText('Henkilöllä on jo jäsenen paikka');
});

test('an ended membership leaves a vacant seat, and the day before shows who was there', async ({ page }) => {
  await new StartPage(page).openSample();
  const board = new CompositionPage(page);
  await board.open();
  await board.editSeat(12);
  await board.dialog.getByRole('button', { name: 'Päätä: Jäsen 12' }).click();
  const form = board.dialog.getByRole('group', { name: 'Viimeinen päivä' });
  await form.getByRole('spinbutton').first().click();
  await page.keyboard.type('01012026');
  await board.dialog.getByRole('button', { name: 'Päätä', exact: true }).click();
  await expect(board.dialog).toContainText('Avoin paikka');
  await board.dialog.getByRole('button', { name: 'Sulje' }).last().click();
  await expect(board.figure('Täytettyjä paikkoja')).toHaveText('15/16');
  await expect(board.seat(12)).toContainText('Avoin paikka');

  await page.getByRole('group', { name: 'Tilanne päivänä' }).getByRole('spinbutton').first().click();
  await page.keyboard.type('01012026');
  await expect(board.figure('Täytettyjä paikkoja')).toHaveText('16/16');
  await expect(board.seat(12)).toContainText('Jäsen 12');
  await page.getByRole('button', { name: 'Tänään' }).click();
  await expect(board.figure('Täytettyjä paikkoja')).toHaveText('15/16');
});

test('the rules of the board are a form, and the figures follow them', async ({ page }) => {
  await new StartPage(page).openSample();
  const board = new CompositionPage(page);
  await board.open();
  await page.getByRole('button', { name: 'Säännöt' }).click();
  const dialog = page.getByRole('dialog', { name: 'Neuvottelukunnan säännöt' });
  await expect(dialog.getByLabel('Kutsuaika (päivää)')).toHaveValue('7');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: /Päätösvaltaisuuteen vaaditaan/ }).click();
  await page.getByRole('option', { name: 'Vähintään puolet' }).click();
  await dialog.getByRole('button', { name: 'Tallenna' }).click();
  await expect(dialog).toBeHidden();
  await expect(board.figure('Päätösvaltaisuuteen tarvitaan')).toHaveText('8');
});

test.describe('a large register of a new board', () => {
  test.use({ neverStarted: true });
  test.beforeEach(async ({ userData }) => {
    const database = await openDatabase({ file: path.join(userData, 'pykala.sqlite') });
    await write(database, 'test', 'test', async (trx) => {
      await importClassification(trx, parseClassification(resource('classifications/2026.json')));
      await createBoard(trx, {
        board: {
          nameFi: 'Pohjois-Karjalan järjestöasiain neuvottelukunta',
          nameSv: null,
          nameEn: null,
          shortName: 'JANE',
          regionCode: '12',
          appointedBy: 'maakuntahallitus',
          appointmentDecision: '',
          meetingsPerYear: '',
        },
        term: { startsOn: '2025-08-01', endsOn: '2099-07-31', basis: '' },
        seats: 16,
        rules: DEFAULT_RULES,
      });
      await fillRegister(trx, 7_000);
    });
    database.close();
  });

  test('is scrolled to its end, filtered and searched; its empty board has vacant seats to fill', async ({
    page,
  }) => {
    const register = new OrganisationsPage(page);
    await register.open();
    await expect(register.count()).toHaveText(/^7.?000 järjestöä$/);
    await register.grid.getByRole('rowheader').first().focus();
    await page.keyboard.press('Control+End');
    await expect.poll(async () => (await register.names()).at(-1)).toMatch(/^Äänekoski/);
    // Rows in view, not seven thousand.
    expect(await register.grid.getByRole('row').count()).toBeLessThan(80);

    await page.getByRole('button', { name: 'Rajaa' }).press('Enter');
    await page.keyboard.type('kotik');
    await page.keyboard.press('Enter');
    await page.getByRole('searchbox', { name: 'Arvo' }).fill('joens');
    await page.keyboard.press('Enter');
    await expect(register.count()).toHaveText('23 osumaa');
    // The first empties what was typed, the second closes.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await register.search.fill('martat');
    await expect(register.count()).toHaveText('2 osumaa');
    await page.getByRole('button', { name: 'Poista rajaukset' }).click();
    await expect(register.count()).toHaveText(/^7.?000 järjestöä$/);
    await register.grid.getByRole('columnheader', { name: 'Rekisterinro' }).click();
    await expect.poll(async () => (await register.names())[0]).toMatch(/^Alajärvin Martat ry/);

    const board = new CompositionPage(page);
    await board.open();
    await expect(board.figure('Täytettyjä paikkoja')).toHaveText('0/16');
    await expect(board.seat(1)).toContainText('Avoin paikka');
    await page.getByRole('button', { name: 'Nimeä: Puheenjohtaja' }).click();
    await board.enterNewPerson('Pirjo Puhuja');
    await board.dialog.getByRole('button', { name: 'Nimeä' }).click();
    await expect(page.getByText('Henkilö ei ole neuvottelukunnan jäsen.')).toBeVisible();
    await expect(board.office('Puheenjohtaja')).toContainText('Pirjo Puhuja');
    await expectAccessible(page);
  });
});

test('columns are chosen by keyboard, and the choice holds at the next start', async ({ desk, page }) => {
  await new StartPage(page).openSample();
  const register = new OrganisationsPage(page);
  await register.open();
  const headings = (of: Page) => of.getByRole('columnheader').allInnerTexts();
  const before = await headings(page);
  expect(before).not.toContain('Puhelin');
  await page.getByRole('button', { name: 'Sarakkeet' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: 'Puhelin' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByRole('checkbox', { name: 'Puhelin' })).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expectAccessible(page);
  await page.getByRole('checkbox', { name: 'Sähköposti' }).press('Space');
  await page.keyboard.press('Escape');
  const after = await headings(page);
  expect(after).toContain('Puhelin');
  expect(after).not.toContain('Sähköposti');
  await desk.restart();
  await new StartPage(desk.page).openSample();
  await new OrganisationsPage(desk.page).open();
  expect(await headings(desk.page)).toEqual(after);
});
