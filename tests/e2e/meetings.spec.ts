/** From the desk to a planned meeting, its agenda and its document, through the real window. */
import fs from 'node:fs';
import path from 'node:path';
import { expectAccessible } from './accessibility.ts';
import { call, typeWhileElsewhere } from './backend-call.ts';
import { expect, test } from './fixture.ts';
import { AgendaPage } from './pages/agenda.ts';
import { DocumentPage } from './pages/document.ts';
import { MeetingsPage } from './pages/meetings.ts';
import { StartPage } from './pages/start.ts';
import { TasksPage } from './pages/tasks.ts';

test('the desk tells what is due and leads to it', async ({ page }) => {
  const start = new StartPage(page);
  await start.openSample();
  await expectAccessible(page);
  const minutes = 'Kokouksen 3/2026 pöytäkirja on tarkastamatta';
  const late = start.entry(minutes);
  await expect(start.group('Myöhässä').getByRole('heading', { name: minutes })).toBeVisible();
  await late.getByRole('button', { name: /^Avaa pöytäkirja/ }).click();
  await expect(page.getByRole('heading', { name: 'Kokous 3/2026' })).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(late).toBeVisible();
});

test('a meeting is created, planned and called', async ({ page }) => {
  const start = new StartPage(page);
  await start.openSample();
  const meetings = new MeetingsPage(page);
  const label = await meetings.create();
  const agenda = new AgendaPage(page);
  await expect(agenda.item('Kokouksen avaus')).toBeVisible();
  await expectAccessible(page);

  await agenda.place.fill('Joensuun kaupungintalo');
  await agenda.diaryNumber.fill('ei tuttu muoto');
  await expect(agenda.plan.getByText(/Muoto ei ole tuttu/)).toBeVisible();
  await agenda.diaryNumber.fill('MALLIDno-2026-1');
  await expect(agenda.plan.getByText(/Muoto ei ole tuttu/)).toBeHidden();
  await expect(agenda.plan.getByText(/Ei vielä lähetetty/)).toHaveCount(2);
  await agenda.plan.getByRole('button', { name: 'Merkitse kutsu lähetetyksi' }).click();
  await expect(agenda.plan.getByText(/^Ajoissa/)).toHaveCount(1);

  await start.go('Kokoukset');
  await expect(meetings.row(label)).toContainText('Kutsuttu koolle');
  await expect(meetings.row(label)).toContainText('Joensuun kaupungintalo');
  await expectAccessible(page);
});

test('leaving the details of a meeting saves them', async ({ page }) => {
  await new StartPage(page).openSample();
  await new MeetingsPage(page).create();
  const agenda = new AgendaPage(page);
  await agenda.place.fill('Nurmes');
  await agenda.item('Kokouksen avaus').click();
  await expect(agenda.title).toHaveValue('Kokouksen avaus');
  await page.getByRole('button', { name: /^Kokouksen tiedot/ }).click();
  await expect(agenda.place).toHaveValue('Nurmes');
});

test('items are added, written, moved, removed and brought back by keyboard', async ({ page }) => {
  await new StartPage(page).openSample();
  const meetings = new MeetingsPage(page);
  await meetings.create();
  const agenda = new AgendaPage(page);
  const before = await agenda.items();
  await agenda.item('Edellisen kokouksen pöytäkirja').click();
  await agenda.add('Lausunto maakuntahallitukselle');
  await agenda.account.click();
  await page.keyboard.type('Maakuntahallitus pyytää lausuntoa.');
  await expect(agenda.saved).toBeVisible();

  const place = (await agenda.items()).findIndex((text) => text.endsWith('Lausunto maakuntahallitukselle'));
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect
    .poll(async () => (await agenda.items())[place - 1])
    .toMatch(/^\d+ § Lausunto maakuntahallitukselle$/);
  // Numbers stay with their places.
  const number = (text: string | undefined) => text?.split(' ')[0];
  expect(number((await agenda.items())[0])).toBe(number(before[0]));
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Paperiliite' }).press('Enter');
  await page.getByLabel('Paperiliitteen otsikko').fill('Hakemus');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Liitteen 1 otsikko')).toHaveValue('Hakemus');

  await agenda.item('Lausunto maakuntahallitukselle').click();
  await page.keyboard.press('Delete');
  await expect(agenda.item('Lausunto maakuntahallitukselle')).toHaveCount(0);
  expect(await agenda.items()).toEqual(before);
  await page.getByRole('button', { name: 'Kumoa' }).click();
  await agenda.item('Lausunto maakuntahallitukselle').click();
  await expect(agenda.account).toContainText('Maakuntahallitus pyytää lausuntoa.');
  await expect(page.getByLabel('Liitteen 1 otsikko')).toHaveValue('Hakemus');
});

test('an item is dragged to another place', async ({ page }) => {
  await new StartPage(page).openSample();
  await new MeetingsPage(page).create();
  const agenda = new AgendaPage(page);
  // By keyboard, as React Aria does it: Enter on the handle, arrows, Enter.
  await agenda.item('Kokouksen avaus').click();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await agenda.items())[0]).not.toMatch(/Kokouksen avaus/);
});

test('a conflict shows both versions and overwrites nothing', async ({ page }) => {
  await new StartPage(page).openSample();
  await new MeetingsPage(page).create();
  const agenda = new AgendaPage(page);
  await agenda.item('Ilmoitusasiat').click();
  await agenda.account.click();
  const [board] = (await call(page, 'query', 'boards.list', undefined)) as { id: string }[];
  const [meeting] = (await call(page, 'query', 'meetings.list', { boardId: board?.id })) as { id: string }[];
  const view = (await call(page, 'query', 'meetings.get', { meetingId: meeting?.id })) as {
    items: { id: string; title: string; version: number }[];
  };
  const item = view.items.find(({ title }) => title === 'Ilmoitusasiat');
  await typeWhileElsewhere(page, 'Oma teksti.', 'items.change', {
    itemId: item?.id,
    version: item?.version,
    change: {
      account: {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Toisen teksti.' }] }],
      },
    },
  });
  const note = page.getByRole('alert').filter({ hasText: 'toinen ikkuna ehti muuttaa' });
  await expect(note).toContainText('Oma teksti.');
  await expect(note).toContainText('Toisen teksti.');
  await expectAccessible(page);
  await note.getByRole('button', { name: 'Käytä toisen ikkunan versiota' }).click();
  await expect(note).toBeHidden();
  await expect(agenda.account).toHaveText('Toisen teksti.');
});

test('details changed elsewhere, too, are merged or put before the user', async ({ page }) => {
  await new StartPage(page).openSample();
  await new MeetingsPage(page).create();
  const agenda = new AgendaPage(page);
  const [board] = (await call(page, 'query', 'boards.list', undefined)) as { id: string }[];
  const [meeting] = (await call(page, 'query', 'meetings.list', { boardId: board?.id })) as { id: string }[];
  const change = async (values: { place: string; plannedStart: string }): Promise<void> => {
    const view = (await call(page, 'query', 'meetings.get', { meetingId: meeting?.id })) as {
      heldOn: string;
      version: number;
    };
    await call(page, 'mutation', 'meetings.update', {
      meetingId: meeting?.id,
      version: view.version,
      values: { heldOn: view.heldOn, language: 'fi', diaryNumber: null, ...values },
    });
  };
  const place = await agenda.place.inputValue();
  await agenda.place.fill('Nurmes');
  await change({ place, plannedStart: '15:30' });
  await agenda.plan.getByRole('button', { name: 'Tallenna', exact: true }).click();
  await expect(page.getByText(/klo 15\.30 · Nurmes/)).toBeVisible();

  await agenda.place.fill('Lieksa');
  await change({ place: 'Kitee', plannedStart: '15:30' });
  await agenda.plan.getByRole('button', { name: 'Tallenna', exact: true }).click();
  const note = page.getByRole('alert').filter({ hasText: 'Toinen ikkuna ehti muuttaa samoja tietoja' });
  await expect(note).toContainText('Paikka: oma ”Lieksa”, toisen ikkunan ”Kitee”');
  await expectAccessible(page);
  await note.getByRole('button', { name: 'Pidä oma' }).click();
  await expect(page.getByText(/· Lieksa$/)).toBeVisible();
});

test('the document follows the record and goes into a PDF', async ({ desk, page, userData }) => {
  const start = new StartPage(page);
  await start.openSample();
  await start.go('Kokoukset');
  await new MeetingsPage(page).open('3/2026', 'Avaa asiakirja');
  const paper = new DocumentPage(page);
  await expect(paper.item('Maakunnallisen järjestöfoorumin 2026')).toContainText('JAA');
  await expectAccessible(page);
  await paper.jumpTo(/^30 §/);
  await expect(paper.item('Maakunnallisen järjestöfoorumin 2026')).toBeInViewport();
  await paper.chooseLanguage('ruotsi');
  await expect(paper.paper).toContainText('Protokoll');
  await paper.chooseLanguage('suomi');
  await expect(paper.paper).toContainText('Pöytäkirja 3/2026');

  const file = path.join(userData, 'pöytäkirja.pdf');
  await desk.answerDialog({ canceled: false, filePath: file });
  await page.keyboard.press('Control+e');
  await expect(page.getByText(/^Tallennettiin pöytäkirja\.pdf/)).toBeVisible({ timeout: 30_000 });
  expect(fs.readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  await page.getByRole('button', { name: 'Näytä kansiossa' }).click();
  await expect.poll(async () => (await desk.desktop()).opened).toEqual([file]);
});

test('a new due date keeps the old one with its reason', async ({ page }) => {
  const start = new StartPage(page);
  await start.openSample();
  await start.go('Toimenpiteet');
  const tasks = new TasksPage(page);
  const title = 'Järjestöfoorumin tilavaraus ja ohjelmarunko';
  await tasks.open(title);
  await expectAccessible(page);
  await tasks.setDue('15.9.2030');
  await tasks.dialog.getByLabel('Määräajan muutoksen syy').fill('Tilat vapautuvat syksyllä');
  await page.keyboard.press('Control+Enter');
  await expect(tasks.dialog).toBeHidden();
  await expect(tasks.row(title)).toContainText('15.9.2030');
  await expect(tasks.row(title)).not.toContainText('Myöhässä');
  await tasks.open(title);
  await expect(tasks.dialog).toContainText('15.8.2026 → 15.9.2030');
  await expect(tasks.dialog).toContainText('Tilat vapautuvat syksyllä');
  await page.keyboard.press('Escape');
  await expectAccessible(page);
});

test('a task is created by keyboard and marked as done', async ({ page }) => {
  const start = new StartPage(page);
  await start.openSample();
  await page.keyboard.press('Control+Shift+T');
  const tasks = new TasksPage(page);
  await tasks.dialog.getByRole('textbox', { name: 'Toimenpide' }).fill('Kutsutaan työryhmä koolle');
  await page.keyboard.press('Control+Enter');
  await expect(tasks.dialog).toBeHidden();
  const row = tasks.row('Kutsutaan työryhmä koolle');
  await row.getByRole('button', { name: 'Rivin toiminnot' }).click();
  await page.getByRole('menuitem', { name: 'Merkitse valmiiksi' }).click();
  await expect(row).toHaveCount(0);
  await tasks.show('Kaikki');
  await expect(row).toContainText('Valmis');
});
