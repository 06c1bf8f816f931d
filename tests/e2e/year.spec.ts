/**
 * The secretary's year: five meetings from the call to examined and published minutes, an extract, and the files read
 * back. No mouse at all. Each meeting has something that the others have not.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { AgendaPage } from './pages/agenda.ts';
import { countMouse, Hand } from './pages/hand.ts';
import { LivePage } from './pages/live.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The sample board at the beginning of its term, two years earlier: whatever day it is, the year is over. */
function emptyBoard(folder: string): string {
  const text = fs
    .readFileSync(path.join(root, 'resources/boards/malli-jane.json'), 'utf8')
    .replaceAll('2025-08-01', '2023-08-01')
    .replaceAll('2029-07-31', '2027-07-31');
  const file = JSON.parse(text) as { meetings: unknown[]; tasks: unknown[] };
  file.meetings = [];
  file.tasks = [];
  const target = path.join(folder, 'neuvottelukunta.json');
  fs.writeFileSync(target, JSON.stringify(file));
  return target;
}

interface Plan {
  label: string;
  heldOn: string;
  callSentOn: string;
  /** The matter between the standing items, and what is proposed. */
  matter: string;
  proposal: string;
  /** Seats whose members come. */
  present: number;
  /** What happens at the matter; ends with its decision. */
  atMatter: (secretary: Secretary) => Promise<void>;
  /** Words of the minutes. */
  printed: string[];
}

class Secretary extends Hand {
  readonly agenda: AgendaPage;
  readonly live: LivePage;

  constructor(page: Page) {
    super(page);
    this.agenda = new AgendaPage(page);
    this.live = new LivePage(page);
  }

  get dialog() {
    return this.page.getByRole('dialog');
  }

  async plan({ label, heldOn, callSentOn, matter, proposal }: Plan): Promise<void> {
    await this.press('Control+n');
    await this.dialog.waitFor();
    await this.date(this.dialog, heldOn);
    await this.dialog.getByRole('heading', { name: `Uusi kokous ${label}` }).waitFor();
    await this.press('Enter');
    await this.page.getByRole('heading', { name: `Kokous ${label}` }).waitFor();
    await this.date(this.agenda.plan.getByRole('group', { name: 'Kutsu lähetetty' }), callSentOn);
    await this.date(this.agenda.plan.getByRole('group', { name: 'Esityslista lähetetty' }), callSentOn);
    await this.press('Enter');
    await this.agenda.add(matter);
    await this.reach(this.agenda.proposal);
    await this.type(proposal);
    await expect(this.agenda.saved).toBeVisible();
    await this.command('Avaa kokous');
    await this.push(this.dialog.getByRole('button', { name: 'Avaa kokous' }));
    await expect(this.dialog).toBeHidden();
    await expect(this.live.button('Päätä kokous')).toBeVisible();
  }

  /** The members of the first seats arrive, one key each. */
  async arrive(seats: number): Promise<void> {
    await this.press('F2');
    await this.press('Home');
    for (let seat = 1; seat <= seats; seat++) {
      await expect(this.live.seat(seat)).toBeFocused();
      await this.type('s');
      if (seat < seats) await this.press('ArrowDown');
    }
    await expect(this.live.status).toContainText(`läsnä ${seats}/16`);
  }

  /** To the row of a seat in the panel. */
  async seat(number: number): Promise<void> {
    await this.press('F2');
    await this.press('Home');
    for (let seat = 1; seat < number; seat++) await this.press('ArrowDown');
    await expect(this.live.seat(number)).toBeFocused();
  }

  /** Records a kind of decision by its key, and goes on. */
  async decide(title: string, key: string): Promise<void> {
    await expect(this.live.title).toContainText(title);
    await this.press(key);
    await expect(this.live.editor('Päätös')).not.toHaveText('');
    await this.press('Control+Enter');
  }

  /** Writes a decision in words, and goes on. */
  async write(title: string, words: string): Promise<void> {
    await expect(this.live.title).toContainText(title);
    // Going on leads to the proceedings first.
    await expect(this.live.editor('Asian käsittely')).toBeFocused();
    await this.press('F4');
    await expect(this.live.editor('Päätös')).toBeFocused();
    await this.type(words);
    await this.press('Control+Enter');
  }

  async examiner(name: string): Promise<void> {
    await this.push(this.button('Lisää tarkastaja'));
    await this.pick(this.page.getByRole('menuitem', { name }));
    await expect(this.button(`Poista tarkastaja ${name}`)).toBeVisible();
  }

  async hold(plan: Plan): Promise<void> {
    await this.arrive(plan.present);
    await expect(this.live.title).toContainText('Kokouksen avaus');
    await this.press('Control+Enter');
    await this.write('laillisuus', 'Kokous todettiin laillisesti koolle kutsutuksi ja päätösvaltaiseksi.');
    await expect(this.live.title).toContainText('Pöytäkirjantarkastajien valinta');
    await this.examiner('Jäsen 03');
    await this.examiner('Jäsen 04');
    await this.decide('Pöytäkirjantarkastajien valinta', 'Alt+8');
    await this.decide('Esityslistan hyväksyminen', 'Alt+1');
    await this.decide('Edellisen kokouksen pöytäkirja', 'Alt+4');
    await expect(this.live.title).toContainText(plan.matter);
    await expect(this.live.editor('Asian käsittely')).toBeFocused();
    await plan.atMatter(this);
  }

  /** The items after the matter, and the end. */
  async end(): Promise<void> {
    await expect(this.live.title).toContainText('Kokouksen päättäminen');
    await this.press('Control+Enter');
    await this.dialog.waitFor();
    await this.push(this.dialog.getByRole('button', { name: /^Päätä/ }).last());
    await expect(this.live.button('Merkitse tarkastetuksi')).toBeVisible();
  }

  async rest(): Promise<void> {
    await this.decide('Ilmoitusasiat', 'Alt+4');
    await this.write('Muut asiat', 'Seuraava kokous pidetään sovittuna aikana.');
  }

  async examine({ label }: Plan): Promise<void> {
    await this.command(`Kokous ${label}: Tarkastus`);
    await this.push(this.button('Lähetä tarkastettavaksi'));
    for (const name of ['Jäsen 03', 'Jäsen 04']) await this.push(this.button(`Hyväksy: ${name}`));
    await expect(this.page.getByText(/^hyväksynyt/)).toHaveCount(2);
    await this.push(this.page.getByRole('tabpanel').getByRole('button', { name: 'Merkitse tarkastetuksi' }));
    await expect(this.page.getByText(/Versio 1, tarkistussumma/)).toBeVisible();
    await this.push(this.button('Julkaise'));
    await expect(this.page.getByText('Pöytäkirja on julkaistu.')).toBeVisible();
  }
}

const PLANS: readonly Plan[] = [
  {
    label: '1/2024',
    heldOn: '16.1.2024',
    callSentOn: '5.1.2024',
    matter: 'Toimintasuunnitelma',
    proposal: 'Hyväksytään toimintasuunnitelma.',
    present: 12,
    async atMatter(secretary) {
      // Noted by mistake, and taken back.
      await secretary.seat(2);
      await secretary.type('p');
      await expect(secretary.live.status).toContainText('läsnä 11/16');
      await secretary.press('F9');
      await expect(secretary.live.status).toContainText('läsnä 12/16');
      await expect(secretary.page.getByText(/^Kumottu.*Jäsen 02 poistui/)).toBeVisible();
      await secretary.decide('Toimintasuunnitelma', 'Alt+2');
      await secretary.rest();
    },
    printed: ['Neuvottelukunta hyväksyi päätösehdotuksen yksimielisesti.'],
  },
  {
    label: '2/2024',
    heldOn: '12.3.2024',
    callSentOn: '1.3.2024',
    matter: 'Järjestökysely',
    proposal: 'Toteutetaan järjestökysely.',
    present: 10,
    async atMatter(secretary) {
      // A member is away, his deputy comes; another arrives late; the matter is put off.
      await secretary.seat(11);
      await secretary.type('e');
      await secretary.type('v');
      await expect(secretary.live.status).toContainText('läsnä 11/16');
      await secretary.seat(12);
      await secretary.type('s');
      await expect(secretary.live.status).toContainText('läsnä 12/16');
      await secretary.decide('Järjestökysely', 'Alt+5');
      await secretary.rest();
    },
    printed: ['J12 saapui kokoukseen', 'varajäsen (J11)', 'Asia jätettiin pöydälle seuraavaan kokoukseen.'],
  },
  {
    label: '3/2024',
    heldOn: '14.5.2024',
    callSentOn: '3.5.2024',
    matter: 'Järjestöfoorumin paikka',
    proposal: 'Foorumi pidetään Joensuussa.',
    present: 10,
    async atMatter(secretary) {
      const { page, live } = secretary;
      await secretary.push(secretary.button('Ehdotus'));
      await secretary.choose(page.getByRole('combobox', { name: 'Ehdottaja' }), 'Jäsen 06');
      await secretary.reach(page.getByRole('textbox', { name: 'Ehdotuksen teksti' }));
      await secretary.type('Foorumi pidetään Nurmeksessa.');
      await secretary.choose(page.getByRole('combobox', { name: 'Kannattajat' }), 'Jäsen 07');
      await secretary.push(secretary.button('Tallenna'));
      await secretary.push(secretary.button('Nimenhuuto'));
      await expect(page.getByRole('row', { name: /^1\. Jäsen 01/ })).toBeFocused();
      await secretary.type('jjjjjeeeee');
      await expect(
        page.getByText('Äänet tasan, puheenjohtajan ääni ratkaisi. Voitti JAA: esittelijän ehdotus').first(),
      ).toBeVisible();
      await secretary.decide('Järjestöfoorumin paikka', 'Alt+7');
      await expect(live.title).toContainText('Ilmoitusasiat');
      await secretary.rest();
    },
    printed: [
      'Ehdotusta kannatti J07.',
      'Äänestyksessä annettiin 5 JAA-ääntä ja 5 EI-ääntä.',
      'Äänten mennessä tasan puheenjohtajan ääni ratkaisi',
    ],
  },
  {
    label: '4/2024',
    heldOn: '10.9.2024',
    callSentOn: '30.8.2024',
    matter: 'Lausunto hyvinvointisuunnitelmasta',
    proposal: 'Annetaan lausunto.',
    present: 9,
    async atMatter(secretary) {
      // The quorum is lost: a break does not bring it back, and the rest goes to the next meeting.
      await secretary.seat(9);
      await secretary.type('p');
      await expect(secretary.live.status).toContainText('EI PÄÄTÖSVALTAINEN');
      await expect(secretary.live.status).toContainText('puuttuu 1 jäsen');
      await secretary.push(secretary.page.getByRole('article').getByRole('button', { name: 'Tauko' }));
      await expect(secretary.live.status).toContainText('tauolla');
      await secretary.push(
        secretary.page.getByRole('article').getByRole('button', { name: 'Jatka kokousta' }),
      );
      await expect(secretary.live.status).not.toContainText('tauolla');
      await secretary.push(secretary.button('Jätä asiat seuraavaan kokoukseen'));
      await expect(secretary.live.editor('Päätös')).toContainText('Asia siirtyy seuraavaan kokoukseen.');
      for (const title of ['Lausunto', 'Ilmoitusasiat', 'Muut asiat']) {
        await expect(secretary.live.title).toContainText(title);
        await secretary.press('Control+Enter');
      }
    },
    printed: [
      'Todettiin, että kokous ei ollut päätösvaltainen (8 läsnä, vaaditaan 9).',
      'Kokous oli keskeytettynä',
      'Kokous ei ollut päätösvaltainen, joten asiaa ei voitu ratkaista. Asia siirtyy seuraavaan kokoukseen.',
    ],
  },
  {
    label: '5/2024',
    heldOn: '19.11.2024',
    callSentOn: '8.11.2024',
    matter: 'Avustushakemus',
    proposal: 'Puolletaan hakemusta.',
    present: 11,
    async atMatter(secretary) {
      const { page } = secretary;
      await secretary.push(secretary.button('Esteellisyys'));
      await secretary.choose(page.getByRole('combobox', { name: 'Kuka' }), 'Jäsen 07');
      await secretary.push(secretary.button('Tallenna'));
      await expect(secretary.live.status).toContainText('läsnä 10/16');
      await secretary.decide('Avustushakemus', 'Alt+1');
      await secretary.rest();
    },
    printed: ['J07 ilmoitti olevansa esteellinen', 'Hyväksyttiin ehdotuksen mukaan.'],
  },
];

const words = (pdf: string): string =>
  spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).stdout.replaceAll(/\s+/g, ' ');

function pykala(...args: string[]): { out: string; code: number | null } {
  const run = spawnSync(process.execPath, [path.join(root, 'out/cli/pykala.js'), ...args], {
    encoding: 'utf8',
  });
  return { out: run.stdout, code: run.status };
}

test('five meetings of a year without a mouse', async ({ desk, page, userData }) => {
  test.setTimeout(300_000);
  page.setDefaultTimeout(15_000);
  const mouse = await countMouse(page);
  const secretary = new Secretary(page);
  await desk.answerDialog({ canceled: false, filePaths: [emptyBoard(userData)] });
  await secretary.push(secretary.button(/Tuo neuvottelukunta tiedostosta/));
  await page.getByRole('navigation', { name: 'Päävalikko' }).waitFor();

  for (const plan of PLANS) {
    await test.step(plan.label, async () => {
      await secretary.plan(plan);
      await secretary.hold(plan);
      await secretary.end();
      await secretary.examine(plan);
      const pdf = path.join(userData, `${plan.label.replace('/', '-')}.pdf`);
      await desk.answerDialog({ canceled: false, filePath: pdf });
      await secretary.press('Control+e');
      await expect.poll(() => fs.existsSync(pdf), { timeout: 30_000 }).toBe(true);
      const text = words(pdf);
      for (const sentence of [`Pöytäkirja ${plan.label}`, plan.matter, ...plan.printed])
        expect(text).toContain(sentence);
    });
  }

  // An extract of the matter of the last meeting.
  await secretary.command('Kokous 5/2024: Asiakirja');
  await secretary.reach(page.getByRole('button', { name: /Asiakirja$/ }).first());
  await secretary.press('Enter');
  await secretary.pick(page.getByRole('option', { name: 'Pöytäkirjanote…' }));
  await secretary.reach(page.getByRole('checkbox', { name: /Avustushakemus/ }));
  await secretary.press('Space');
  await secretary.push(secretary.button('Tee ote'));
  await expect(secretary.dialog).toBeHidden();
  const extract = path.join(userData, 'ote.pdf');
  await desk.answerDialog({ canceled: false, filePath: extract });
  await secretary.push(secretary.button('Tallenna PDF…'));
  await expect.poll(() => fs.existsSync(extract), { timeout: 30_000 }).toBe(true);
  const certified = words(extract);
  for (const sentence of ['Pöytäkirjanote 5/2024', 'Avustushakemus', 'Otteen oikeaksi todistaa'])
    expect(certified).toContain(sentence);
  expect(certified).not.toContain('Muut asiat');
  expect(certified, 'only the names that are needed').not.toContain('Jäsen 09');

  expect(await mouse(), 'no mouse').toBe(0);
  await desk.quit();

  // What another program finds in the file.
  const db = path.join(userData, 'pykala.sqlite');
  expect(pykala('check', '--db', db)).toMatchObject({ code: 0 });
  const sections = PLANS.flatMap(({ label }) => {
    const report = JSON.parse(pykala('show', 'meeting', label, '--json', '--db', db).out) as {
      items: { section: number }[];
    };
    return report.items.map((item) => item.section);
  });
  expect(sections).toEqual(Array.from({ length: sections.length }, (_, index) => index + 1));
  expect(sections).toHaveLength(5 * 9);
});
