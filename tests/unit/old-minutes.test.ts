/** The parser of old minutes: written samples of many houses, our own exports read back, and any text at all. */
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOf, joinLines } from '../../db/model/old-minutes-lines.ts';
import { parseOldMinutes } from '../../db/model/old-minutes-parser.ts';
import { findDate, findName, findSections, findTimes, timeAfter } from '../../db/model/old-minutes-words.ts';
import { nameKey, pageOf, type OldMinutesProposal, type OldPerson } from '../../db/model/old-minutes.ts';

const folder = path.resolve(import.meta.dirname, '../fixtures/old-minutes');
const read = (name: string): string => fs.readFileSync(path.join(folder, `${name}.txt`), 'utf8');
const parsed = (name: string): OldMinutesProposal => parseOldMinutes(read(name));

/** "1/2017 2017-08-14 10:00–12:15 Paikka" */
function head({ number, year, heldOn, startedAt, endedAt, place }: OldMinutesProposal): string {
  const value = (one: { value: unknown } | null): string => (one === null ? '–' : String(one.value));
  return `${value(number)}/${value(year)} ${value(heldOn)} ${value(startedAt)}–${value(endedAt)} ${value(place)}`;
}
const people = (proposal: OldMinutesProposal): string[] =>
  proposal.people.map(
    ({ name, capacity, present, arrivedAt, leftAt, sections }: OldPerson) =>
      `${present ? '' : '−'}${name} ${capacity}${arrivedAt === null ? '' : ` >${arrivedAt}`}${leftAt === null ? '' : ` <${leftAt}`}${sections === null ? '' : ` ${sections.from}–${sections.to}`}`,
  );
const labels = (proposal: OldMinutesProposal): string[] => proposal.items.map((item) => item.label);
const examiners = (proposal: OldMinutesProposal): string[] => proposal.examiners.map((one) => one.value);

describe('samples', () => {
  test('a table of members and deputies with marks, a list of contents before the items', () => {
    const minutes = parsed('01-edustajainkokous');
    expect(head(minutes)).toBe('1/2017 2017-08-14 10:00–12:15 Kulttuuritalo, Esimerkkilä');
    expect(people(minutes)).toEqual([
      'Virtanen Anna member',
      '−Korhonen Kari deputy',
      '−Mäkinen Matti member',
      'Laine Liisa deputy',
      'Nieminen Niina member',
      '−Heikkinen Heikki deputy',
      'Salonen Saara secretary',
    ]);
    expect(labels(minutes)).toEqual(['1 §', '2 §', '3 §', '4 §', '5 §']);
    expect(minutes.items[1]).toMatchObject({
      title: 'KOKOUKSEN LAILLISUUS JA PÄÄTÖSVALTAISUUS',
      proposal: 'Todetaan kokous lailliseksi ja päätösvaltaiseksi.',
      decision: 'Hyväksyttiin.',
    });
    expect(minutes.items.at(-1)!.decision).toBe('Puheenjohtaja päätti kokouksen klo 12.15.');
    expect(examiners(minutes)).toEqual(['Niina Nieminen', 'Liisa Laine']);
  });

  test('Esitys MYR, Päätös MYR; those elected differ from those in turn', () => {
    const minutes = parsed('02-yhteistyoryhma');
    expect(head(minutes)).toBe('1/2019 2019-02-21 09:00–11:05 Maakuntatalo, neuvotteluhuone Kymi');
    expect(people(minutes)).toEqual([
      'Pekka Puro chair',
      'Aino Aalto member',
      'Bo Berg member >09:12',
      'Cecilia Cygnaeus member <10:40',
      'Daavid Dahl deputy',
      '−Eeva Eskola member',
      'Faisal Farah expert',
      'Greta Grönlund secretary',
    ]);
    expect(minutes.items[1]).toMatchObject({
      label: '§ 2',
      title: 'PÖYTÄKIRJAN TARKASTAJIEN VALINTA',
      proposal: 'Vuorossa ovat Aino Aalto ja Bo Berg.',
      decision: 'Pöytäkirjantarkastajiksi valittiin Aino Aalto ja Daavid Dahl.',
    });
    expect(minutes.items[0]!.account).toContain(
      'enemmän kuin puolet jäsenistä puheenjohtaja mukaan lukien on',
    );
    expect(examiners(minutes)).toEqual(['Aino Aalto', 'Daavid Dahl']);
  });

  test('a memo without §, with roles in brackets', () => {
    const minutes = parsed('03-jarjestoneuvosto-muistio');
    expect(head(minutes)).toBe('–/2022 2022-03-22 09:00–11:30 Teams');
    expect(people(minutes)).toEqual([
      'Hanna Halonen chair',
      'Iiro Ikonen member',
      'Jaana Jokinen member',
      'Kalle Koski secretary',
    ]);
    expect(labels(minutes)).toEqual(['1.', '2.', '3.', '4.', '5.', '6.']);
    expect(minutes.items[2]!.account).toBe('- vapaaehtoistoiminta\n- digituki');
    expect(minutes.items[3]).toMatchObject({
      proposal: 'Varajäsen nousee jäseneksi ja järjestöltä pyydetään uusi varajäsen.',
      decision: 'Ehdotuksen mukaan.',
    });
  });

  test('a table with the §§ at which each was there; a diary number under the title', () => {
    const minutes = parsed('04-vammaisneuvosto');
    expect(head(minutes)).toBe('2/2024 2024-06-05 16:00–18:02 Hybridikokous, Esimerkkitie 1');
    expect(people(minutes)).toEqual([
      'Lehtinen Leena chair 18–22',
      'Manninen Mikko vice_chair 18–22',
      'Nurmi Nelli member 18–20',
      'Oksanen Outi member 19–22',
      'Peltonen Petri deputy 18–22',
      'Rantanen Raija secretary 18–22',
      'Salmi Sanna expert 21–21',
    ]);
    expect(labels(minutes)).toEqual(['§ 18', '§ 19', '§ 20', '§ 21', '§ 22']);
    expect(minutes.items[2]).toMatchObject({
      title: 'Toimintasääntö',
      diaryNumber: 'MALLIDno-2024-311',
      account: 'Neuvostossa on 16 paikkaa.',
      decision: 'Asia jätettiin pöydälle.',
    });
    expect(minutes.items.at(-1)!.decision).toBe('Kokous päätettiin kello 18.02.');
  });

  test('arrivals and departures told in the course of the items', () => {
    const minutes = parsed('05-hallitus-kasittely');
    expect(head(minutes)).toBe('–/2023 2023-12-04 10:00–13:20 Esimerkin virastotalo');
    expect(people(minutes)).toEqual([
      'Toivonen Tiina chair',
      'Uotila Urho member >10:33',
      'Vainio Veera member',
      'Wikström Ville member <12:55',
      '−Ylönen Yrjö member',
    ]);
    expect(minutes.items[0]).toMatchObject({
      label: '198 §',
      account: 'Periaatteet on valmisteltu yhdessä järjestöjen kanssa.',
      proposal: 'Hyväksytään periaatteet.',
      decision: 'Hyväksyttiin.',
    });
    expect(minutes.items[0]!.proceedings).toContain('Veera Vainio oli poissa kokouksesta klo 10.42–10.48.');
  });

  test('last name first with a comma, time without "klo", a departure without it too', () => {
    const minutes = parsed('06-kaksikielinen');
    expect(head(minutes)).toBe('1/2016 2016-02-11 14:00–16:10 Kaupungintalo');
    expect(people(minutes)).toEqual([
      'Björn Alén chair 1–5',
      'Siv Backman member',
      'Dan Carlsson deputy <14:35 2–2',
      'Eva Enqvist secretary 1–3',
      'Filip Forss presenter 1–5',
      'Gun Grahn secretary 1–5',
    ]);
    expect(labels(minutes)).toEqual(['1 §', '2 §', '3 §', '4 §', '5 §']);
    expect(minutes.items.map((item) => item.title)).toEqual([
      'Kokouksen laillisuus ja päätösvaltaisuus',
      'Pöytäkirjan tarkastajien valinta',
      'Palvelut kahdella kielellä',
      'Muut asiat',
      'Kokouksen päättäminen',
    ]);
    expect(examiners(minutes)).toEqual(['Siv Backman', 'Dan Carlsson']);
  });

  test('a municipality of 2007: headings below their numbers, people beside their group', () => {
    const minutes = parsed('07-kunta-2007');
    expect(head(minutes)).toBe('4/2007 2007-04-16 18:00–– Kunnantalon valtuustosali');
    expect(people(minutes)).toEqual([
      'Hakala Hannu chair',
      'Järvi Jouko member',
      'Kivi Kirsti member',
      '−Lampi Lauri member',
      'Mäki Martti other',
      'Niemi Nina secretary',
    ]);
    expect(minutes.items.map(({ number, title }) => `${number} ${title}`)).toEqual([
      '57 KOKOUKSEN AVAUS',
      '58 LAILLISUUS JA PÄÄTÖSVALTAISUUS',
      '59 PÖYTÄKIRJANTARKASTAJAT',
      '60 KYLÄYHDISTYKSEN AVUSTUSHAKEMUS',
    ]);
    expect(minutes.items[3]!.decision).toBe('Esitys hyväksyttiin.');
    expect(examiners(minutes)).toEqual(['Jouko Järvi', 'Kirsti Kivi']);
  });

  test('a short memo: people in one line, items with a bracket', () => {
    const minutes = parsed('08-lyhyt-muistio');
    expect(head(minutes)).toBe('3/2021 2021-09-07 14:00–15:00 puhelinkokous');
    expect(people(minutes)).toEqual(['Olli Orava member', 'Päivi Pöllö member', 'Risto Rapu secretary']);
    expect(labels(minutes)).toEqual(['1)', '2)', '3)']);
  });

  test('Swedish', () => {
    const minutes = parsed('09-ruotsi');
    expect(head(minutes)).toBe('2/2023 2023-05-09 13:00–14:45 Modellhuset, Jakobstad');
    expect(people(minutes)).toEqual([
      'Anders Ahlbäck chair',
      'Britta Björk member',
      'Christer Cederberg member',
      'Disa Dahlström deputy',
      '−Erik Ek member',
      'Fanny Fors secretary',
    ]);
    expect(minutes.items[1]).toMatchObject({
      title: 'Val av protokolljusterare',
      proposal: 'Två protokolljusterare väljs.',
      decision: 'Enligt förslaget.',
    });
  });

  test('pages: the header between them is left out, a broken word is joined', () => {
    const minutes = parsed('10-sivutettu');
    expect(labels(minutes)).toEqual(['12 §', '13 §', '14 §']);
    expect(minutes.items[1]!.account).toBe(
      'Suunnitelma on valmisteltu työryhmässä, jossa oli mukana järjestöjen edustajia. Asian valmistelua jatketaan, ja siitä pyydetään lausunnot kunnilta 12 §:n mukaisesti.',
    );
    expect(minutes.items[1]!.decision).toBe('Palautettiin valmisteltavaksi.');
    const text = read('10-sivutettu');
    expect(pageOf(text, minutes.items[0]!.at.start)).toBe(1);
    expect(pageOf(text, minutes.items[2]!.at.start)).toBe(2);
  });

  test('dense: no blank lines, abbreviated roles, a reference that is no heading', () => {
    const minutes = parsed('11-tiivis');
    expect(head(minutes)).toBe('–/2013 2013-09-02 12:30–15:00 Maakuntakirjaston sali');
    expect(people(minutes)).toEqual([
      'Anttila Arja member',
      'Blomqvist Bengt chair',
      'Erkkilä Eero-Matti vice_chair',
      'Haapa-aho Helvi secretary',
    ]);
    expect(labels(minutes)).toEqual(['§ 1', '§ 2', '§ 3', '§ 4']);
    expect(minutes.items[2]!.account).toContain('§ 2:ssa valittu puheenjohtaja');
  });

  test('what is no minutes gives next to nothing', () => {
    const minutes = parsed('12-ei-poytakirja');
    expect(minutes).toMatchObject({ heldOn: null, startedAt: null, place: null, people: [], items: [] });
  });

  test('names with all Finnish letters', () => {
    const minutes = parsed('13-kirjaimet');
    expect(head(minutes)).toBe('5/2011 2011-10-03 17:00–18:30 Seurakuntatalo');
    expect(people(minutes)).toEqual(['Ängeslevä Åke chair', 'Öhman Örjan member', 'Äijälä Äly secretary']);
  });
});

describe('words', () => {
  test.each([
    ['19.5.2026', '2026-05-19'],
    ['ti 1. 2. 2019', '2019-02-01'],
    ['19. toukokuuta 2026', '2026-05-19'],
    ['2026-05-19', '2026-05-19'],
    ['31.2.2020 ja 1.3.2020', '2020-03-01'],
    ['3/2026', null],
  ])('the date of %j', (text, value) => expect(findDate(text)?.value ?? null).toBe(value));

  test.each([
    ['klo 13.00–15.25', ['13:00', '15:25']],
    ['kello 9:00 - 11:05', ['09:00', '11:05']],
    ['klo 9–11.30', ['09:00', '11:30']],
    ['kl. 18', ['18:00', null]],
    ['klo 25.00', null],
  ])('the times of %j', (text, times) => {
    const found = findTimes(text);
    expect(found === null ? null : [found.from, found.to]).toEqual(times);
  });

  test.each([
    ['§ 26–28', { from: 26, to: 28 }],
    ['26–28 §', { from: 26, to: 28 }],
    ['§:t 31–32', { from: 31, to: 32 }],
    ['1–3 §:t', { from: 1, to: 3 }],
    ['§ 30', { from: 30, to: 30 }],
    ['§ 28–26', null],
    ['klo 13', null],
  ])('the §§ of %j', (text, sections) => expect(findSections(text)).toEqual(sections));

  test.each([
    ['poistui klo 14.35', '14:35'],
    ['poistui 14:35', '14:35'],
    ['poistui kokouksesta § 29:n käsittelyn ajaksi klo 14.01', '14:01'],
    ['poistui 5.6.2024', null],
    ['oli läsnä', null],
  ])('the time of %j', (text, time) => expect(timeAfter(/poistui/, text)).toBe(time));

  test.each([
    ['Anna Virtanen, puheenjohtaja', 'Anna Virtanen', null],
    ['Jäsen 01 (J01)', 'Jäsen 01', 'J01'],
    ['Alén, Björn   puheenjohtaja', 'Björn Alén', null],
    ['Puheenjohtaja avasi kokouksen', null, null],
    ['KOKOUKSEN AVAUS', null, null],
    ['yleistä keskustelua', null, null],
  ])('the name of %j', (text, name, shortName) => {
    const found = findName(text);
    expect([found?.name ?? null, found?.shortName ?? null]).toEqual([name, shortName]);
  });

  test('names are the same in either order', () => {
    expect(nameKey('Virtanen, Anna')).toBe(nameKey('Anna VIRTANEN (J01)'));
    expect(nameKey('Anna Virtanen')).not.toBe(nameKey('Anne Virtanen'));
  });
});

test('lines know their places; joined text keeps lists and paragraphs', () => {
  const text = 'eka\n\ftoka \n\nkolmas';
  for (const line of linesOf(text)) expect(text.slice(line.start, line.end)).toBe(line.text);
  expect(joinLines(['Suunni-', 'telma ja', 'hyvinvointi-', 'ja järjestötyö', '', '- yksi', '- kaksi'])).toBe(
    'Suunnitelma ja hyvinvointi- ja järjestötyö\n\n- yksi\n- kaksi',
  );
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    '14 §',
    '§ 14',
    '3.',
    'Päätös:',
    'Esitys',
    'Läsnä',
    'Poissa',
    'Jäsenet',
    'x',
    '–',
    'klo 25.61',
    'klo 13.00–',
    '31.2.2020',
    '1/2020',
    'Anna Virtanen',
    'Virtanen, Anna',
    'sihteeri',
    'poistui klo',
    '\n',
    '\n\n',
    '\f',
    '  ',
    '\t',
    ':',
    '(',
    'Nimi   Rooli   Läsnä',
    '22–35 §',
    'Pöytäkirjantarkastajat',
    '\u00AD',
    'ä\u0308',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.array(fc.oneof(pieces, fc.string({ maxLength: 12 })), { maxLength: 80 }).map((all) => all.join(' ')),
  );
  test('never makes the parser throw, and every place is inside the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const proposal = parseOldMinutes(text);
        const places = [
          ...[
            proposal.number,
            proposal.year,
            proposal.heldOn,
            proposal.startedAt,
            proposal.endedAt,
            proposal.place,
          ].flatMap((one) => (one === null ? [] : [one.at])),
          ...proposal.people.map((one) => one.at),
          ...proposal.items.map((one) => one.at),
          ...proposal.examiners.map((one) => one.at),
        ];
        for (const { start, end } of places) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        const numbers = proposal.items.map((item) => item.number);
        expect(numbers).toEqual([...new Set(numbers)].toSorted((one, other) => one - other));
      }),
      { numRuns: 400 },
    );
  });

  test('of a great length is read in a moment', () => {
    const long = `${'a '.repeat(200_000)}\n${'poistui § '.repeat(20_000)}\n${'1 § Otsikko\n'.repeat(5_000)}`;
    expect(parseOldMinutes(long).items.length).toBeLessThan(5_000);
  });
});
