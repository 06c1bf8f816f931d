/** Writing through the real window: slash list, mentions, paste, versions, two windows, the board's phrases. */
import type { Page } from '@playwright/test';
import fc from 'fast-check';
import fs from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import type { ItemView, MeetingView } from '../../db/model/meeting-view.ts';
import { plainText, richText, richTextSchema, type RichText } from '../../db/model/rich-text.ts';
import { expectAccessible } from './accessibility.ts';
import { meeting, typeWhileElsewhere } from './backend-call.ts';
import { expect, test } from './fixture.ts';
import { AgendaPage } from './pages/agenda.ts';
import { LivePage } from './pages/live.ts';
import { WritingPage } from './pages/writing.ts';
import { StartPage } from './pages/start.ts';

test.setTimeout(120_000);

const clipboard = (name: string): string =>
  fs.readFileSync(path.resolve(import.meta.dirname, '../fixtures/clipboard', `${name}.html.txt`), 'utf8');

/** The agenda of meeting 4/2026 with § 41 open. */
async function openItem(page: Page): Promise<AgendaPage> {
  await new StartPage(page).openSample();
  await new LivePage(page).open('4/2026');
  await page.getByRole('tab', { name: 'Esityslista', exact: true }).click();
  const agenda = new AgendaPage(page);
  await agenda.item('Hyte-valtuustokausikello').click();
  await expect(agenda.account).toBeVisible();
  return agenda;
}

const itemAt = (view: MeetingView, section: number): ItemView =>
  view.items.find((item) => item.section === section)!;

const stored = async (page: Page, section: number): Promise<ItemView> =>
  itemAt(await meeting(page, '4/2026'), section);

test('a slash at the start of a word offers phrases, lists and mentions; elsewhere it is text', async ({
  page,
}) => {
  const agenda = await openItem(page);
  const writing = new WritingPage(page);
  await agenda.account.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Kokous 1/2026 ja/tai a@b.fi.');
  await expect(writing.list).toHaveCount(0);
  await page.keyboard.type(' /');
  await expect(writing.list).toBeVisible();
  await expect(agenda.account).toHaveAttribute('aria-activedescendant', /.+/);
  await expectAccessible(page);
  // Escape closes it for this sign; the sign stays text.
  await page.keyboard.press('Escape');
  await expect(writing.list).toHaveCount(0);
  await page.keyboard.type('tietoa varten. /merkittiin t');
  await writing.choose(/^Merkittiin tiedoksi\.$/);
  await page.keyboard.type(' /henk');
  await expect(writing.option(/henkilö/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(writing.list.getByRole('group', { name: 'Henkilöt' })).toBeVisible();
  await page.keyboard.type('Jäsen 04');
  await writing.choose(/^Jäsen 04/);
  await page.keyboard.type(' ja @Esimerkkikylän');
  await writing.choose(/^Esimerkkikylän kyläyhdistys/);
  await page.keyboard.type(' huolehtivat.');
  await expect
    .poll(async () => plainText((await stored(page, 41)).account))
    .toMatch(
      /Kokous 1\/2026 ja\/tai a@b\.fi\. \/tietoa varten\. Merkittiin tiedoksi\. Jäsen 04 ja Esimerkkikylän kyläyhdistys ry huolehtivat\.$/,
    );
  const item = await stored(page, 41);
  expect(JSON.stringify(item.account).match(/"mention"/g)).toHaveLength(2);

  // The organisation's screen leads back to the §.
  await page.keyboard.press('Control+k');
  await expect(
    page.getByRole('dialog').getByRole('combobox').or(page.getByRole('dialog').getByRole('searchbox')),
  ).toBeFocused();
  await page.keyboard.type('Esimerkkikylän kyläyhdistys');
  await page
    .getByRole('option', { name: /Esimerkkikylän kyläyhdistys/ })
    .first()
    .click();
  const mentions = page.getByRole('button', { name: /4\/2026.*Hyte-valtuustokausikello/ });
  await expect(mentions).toBeVisible();
  await expectAccessible(page);
  await mentions.click();
  await expect(agenda.title).toHaveValue(/Hyte-valtuustokausikello/);
});

test('what Word, LibreOffice and Google Docs put on the clipboard becomes plain, allowed text', async ({
  page,
}) => {
  const agenda = await openItem(page);
  const writing = new WritingPage(page);
  const pasted = async (name: string): Promise<RichText> => {
    await agenda.account.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await expect.poll(async () => (await stored(page, 41)).account).toBeNull();
    await writing.paste(agenda.account, clipboard(name));
    await expect.poll(async () => (await stored(page, 41)).account).not.toBeNull();
    const { account } = await stored(page, 41);
    expect(v.safeParse(richTextSchema, account).issues ?? []).toEqual([]);
    return account!;
  };

  const word = await pasted('word');
  expect(word.content.map(({ type }) => type)).toEqual([
    'paragraph',
    'paragraph',
    'paragraph',
    'bulletList',
    'paragraph',
    'orderedList',
    'paragraph',
    'paragraph',
    'paragraph',
  ]);
  expect(plainText(word).split('\n')).toEqual([
    'Taustaa',
    'Maakuntahallitus pyysi lausuntoa strategialuonnoksesta (”Yhdessä eteenpäin”), 29\u00A0§.',
    'Avaa liite tai lue luonnos.',
    'Järjestöt otetaan mukaan valmisteluun.',
    'Kyläyhdistykset',
    'Rahoitus turvataan.',
    'Tehtävät:',
    'Sihteeri kokoaa lausunnon.',
    'Puheenjohtaja allekirjoittaa.',
    'Kunta – Avustus',
    'Mallikunta – 12 345 – euroa',
    'Jäljelle jäänyt kohta.',
  ]);
  const text = JSON.stringify(word);
  expect(text).toContain('https://malli.invalid/strategia?a=1&b=2');
  for (const gone of ['javascript', 'mso', 'onclick', 'Poistettu', 'style', 'msohtmlclip'])
    expect(text).not.toContain(gone);

  const office = await pasted('libreoffice');
  expect(office.content.map(({ type }) => type)).toEqual([
    'paragraph',
    'orderedList',
    'paragraph',
    'paragraph',
    'paragraph',
  ]);
  expect(plainText(office)).toContain('Vuosi – Summa\n2026 – 1 200');
  expect(JSON.stringify(office)).toContain('"text":"keskusteli","marks":[{"type":"italic"}]');

  const docs = await pasted('google-docs');
  expect(plainText(docs).replaceAll(/\n+/g, '\n')).toBe(
    'Päätös: hyväksyttiin yksimielisesti.\nTiedoksi kunnille\nLähetysosoite',
  );
  expect(JSON.stringify(docs)).toContain('"text":"Päätös:","marks":[{"type":"bold"}]');
  expect(JSON.stringify(docs)).toContain('mailto:kunta@malli.invalid');

  const hostile = await pasted('hostile');
  const words = plainText(hostile);
  for (const word_ of ['Teksti', 'data', 'Haamu', 'salattu', 'Yksi', 'Neljä']) expect(words).toContain(word_);
  expect(JSON.stringify(hostile)).not.toMatch(/script:|onerror|paha\.invalid|mention|redacted|"start"/);
});

test('whatever is pasted, only the allowed schema comes in', async ({ page }) => {
  const agenda = await openItem(page);
  const writing = new WritingPage(page);
  const sources = ['word', 'libreoffice', 'google-docs', 'hostile'].map(clipboard);
  // Pieces of real clipboards in another order, cut at any place.
  const pieces = sources.flatMap((html) => html.split(/(?=<)/));
  const samples = fc.sample(
    fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 8 })), { maxLength: 40 }),
    { numRuns: 60, seed: 20_260_519 },
  );
  await agenda.account.click();
  for (const sample of samples) {
    await writing.paste(agenda.account, sample.join(''));
    const foreign = await agenda.account.evaluate((element) =>
      [...element.querySelectorAll('*')]
        .filter(({ tagName }) => !/^(P|STRONG|EM|A|UL|OL|LI|BR|SPAN|MARK)$/.test(tagName))
        .map(({ outerHTML }) => outerHTML),
    );
    expect(foreign, sample.join('')).toEqual([]);
    const attributes = await agenda.account.evaluate((element) => [
      ...new Set([...element.querySelectorAll('*')].flatMap((one) => one.getAttributeNames())),
    ]);
    expect(
      attributes.filter((name) => !/^(href|rel|class|data-mention|data-id|data-redacted|title)$/.test(name)),
    ).toEqual([]);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
  }
});

test('an older text is seen word by word and put back, and that can be undone', async ({ page }) => {
  const agenda = await openItem(page);
  const writing = new WritingPage(page);
  const before = plainText((await stored(page, 41)).account);
  await agenda.account.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Aivan uusi selostus.');
  await expect.poll(async () => plainText((await stored(page, 41)).account)).toBe('Aivan uusi selostus.');
  await writing.openHistory();
  await expect(writing.sessions.getByRole('option')).toHaveCount(2);
  await expect(writing.sessions.getByRole('option').first()).toBeFocused();
  await expect(writing.history.locator('ins').first()).toContainText('Lisätty:');
  await expectAccessible(page);
  await page.keyboard.press('ArrowDown');
  await expect(writing.sessions.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true');
  await writing.history.getByRole('button', { name: 'Palauta tämä teksti: Selostus' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(async () => plainText((await stored(page, 41)).account)).toBe(before);
  await expect(writing.sessions.getByRole('option')).toHaveCount(3);
  await page.keyboard.press('Escape');
  await expect(agenda.account).toContainText(before.split('\n')[0]!);
  await page.getByRole('button', { name: 'Kumoa' }).click();
  await expect.poll(async () => plainText((await stored(page, 41)).account)).toBe('Aivan uusi selostus.');
});

test('two windows: other parts are merged, the same part is asked about, nothing typed is lost', async ({
  page,
}) => {
  const agenda = await openItem(page);
  await agenda.account.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Tämän ikkunan');
  await expect.poll(async () => plainText((await stored(page, 41)).account)).toBe('Tämän ikkunan');
  const before = await stored(page, 41);
  await typeWhileElsewhere(page, ' selostus.', 'items.change', {
    itemId: before.id,
    version: before.version,
    change: { proposal: richText('Toisen ikkunan ehdotus.') },
  });
  await expect(agenda.proposal).toContainText('Toisen ikkunan ehdotus.');
  await expect.poll(async () => plainText((await stored(page, 41)).account)).toBe('Tämän ikkunan selostus.');

  // The other window is first while this one is typing.
  const { id: itemId, version } = await stored(page, 41);
  const change = { account: richText('Toisen ikkunan selostus.') };
  await typeWhileElsewhere(page, ' Lisää', 'items.change', { itemId, version, change });
  await page.keyboard.type(' sanoja.');
  const note = page.getByRole('alert').filter({ hasText: 'Toisen ikkunan selostus.' });
  await expect(note).toBeVisible();
  await expect(agenda.account).toContainText('Tämän ikkunan selostus. Lisää sanoja.');
  expect(plainText((await stored(page, 41)).account)).toBe('Toisen ikkunan selostus.');
  await expectAccessible(page);
  await note.getByRole('button').first().click();
  await expect
    .poll(async () => plainText((await stored(page, 41)).account))
    .toBe('Tämän ikkunan selostus. Lisää sanoja.');
});

test("a board's own phrase and wording are there where one writes", async ({ page }) => {
  await new StartPage(page).openSample();
  const writing = new WritingPage(page);
  await page.keyboard.press('Control+k');
  await expect(
    page.getByRole('dialog').getByRole('combobox').or(page.getByRole('dialog').getByRole('searchbox')),
  ).toBeFocused();
  await page.keyboard.type('Fraasit');
  await page
    .getByRole('option', { name: /Fraasit/ })
    .first()
    .click();
  await expect(writing.phrases).toBeVisible();
  await page.getByRole('button', { name: 'Uusi fraasi' }).click();
  await writing.wording.fill('Asian esitteli {esittelija}.');
  await page.getByRole('button', { name: 'Tallenna', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('{presenter}');
  await writing.wording.fill('Asian {title} esitteli {presenter}.');
  await page.getByRole('button', { name: 'Tallenna', exact: true }).click();
  await expect(writing.phrases.getByRole('option', { name: /Asian {title} esitteli/ })).toBeVisible();
  await writing.phrases.getByRole('option', { name: 'Merkittiin tiedoksi.' }).click();
  await writing.wording.fill('Merkittiin neuvottelukunnan tietoon.');
  // Leaving a phrase saves it.
  await writing.phrases.getByRole('option', { name: /Asian {title} esitteli/ }).click();
  await expect(writing.phrases.getByText('Merkittiin neuvottelukunnan tietoon.')).toBeVisible();
  await expectAccessible(page);

  await new LivePage(page).open('4/2026');
  await page.getByRole('tab', { name: 'Esityslista', exact: true }).click();
  const agenda = new AgendaPage(page);
  await agenda.item('Hyte-valtuustokausikello').click();
  await agenda.account.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' /asian hyte');
  await writing.choose(/^Asian Hyte-valtuustokausikello.* esitteli Sihteeri 01\.$/);
  await page.keyboard.type(' /merkittiin neuv');
  await writing.choose(/^Merkittiin neuvottelukunnan tietoon\.$/);
  await expect
    .poll(async () => plainText((await stored(page, 41)).account))
    .toMatch(/esitteli Sihteeri 01\. Merkittiin neuvottelukunnan tietoon\.$/);
});
