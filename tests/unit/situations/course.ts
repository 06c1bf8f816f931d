/** The course of a meeting: the notice, standing items, tasks, examining on the spot, closing and what follows. */
import type { Situation } from './situation.ts';

export const COURSE: readonly Situation[] = [
  {
    name: 'the call went out too late: a warning at the lawfulness item, no block',
    rule: 'notice date ≥ rule days before the meeting, else a warning printed',
    sent: ['2026-01-15', '2026-01-18'],
    steps: [{ item: 'lawfulness' }],
    expected: {
      voters: 10,
      findings: ['agenda_late', 'notice_late'],
      printed: [
        'Kokouskutsu lähetettiin 15.1.2026, 5 päivää ennen kokousta. Kutsuaika on 7 päivää, joten kutsuaikaa ei noudatettu.',
        'Esityslista lähetettiin 18.1.2026, 2 päivää ennen kokousta.',
      ],
    },
  },
  {
    name: 'the call went out in good time: nothing is said of it',
    rule: 'notice date ≥ rule days before the meeting',
    steps: [{ item: 'lawfulness' }],
    expected: { voters: 10, printed: ['Läsnä oli 10'], notPrinted: ['ei noudatettu'] },
  },
  {
    name: 'one day is a day',
    rule: 'numbers bend the words',
    sent: ['2026-01-19', '2026-01-09'],
    steps: [{ item: 'lawfulness' }],
    expected: {
      voters: 10,
      findings: ['notice_late'],
      printed: ['Kokouskutsu lähetettiin 19.1.2026, 1 päivä ennen kokousta.'],
    },
  },
  {
    name: 'noted',
    rule: 'ilmoitusasiat are noted',
    steps: [{ item: 'announcements' }, { decide: 'noted' }],
    expected: {
      voters: 10,
      printed: ['Merkittiin tiedoksi.'],
    },
  },
  {
    name: 'a matter taken off the agenda needs no quorum',
    rule: 'removal is no decision on the matter',
    present: 'M01–M08',
    steps: [{ decide: 'removed' }],
    expected: { voters: 8, printed: ['Asia poistettiin esityslistalta.'] },
  },
  {
    name: 'a task from the item',
    rule: 'toimenpide: who, what, when',
    steps: [{ task: 'Varataan tila Joensuusta', dueOn: '2026-02-28' }, { decide: 'as_proposed' }],
    expected: { voters: 10, printed: ['Varataan tila Joensuusta. Määräaika: 28.2.2026; Tila: avoin.'] },
  },
  {
    name: 'a deadline extended in the item, with the § as its source',
    rule: 'deadline changes keep history and cite the §',
    steps: [
      { task: 'Varataan tila Joensuusta', dueOn: '2026-02-28' },
      { next: true, at: '13:50' },
      { extend: 'Varataan tila Joensuusta', to: '2026-08-31' },
    ],
    expected: {
      voters: 10,
      printed: ['määräaikaa jatkettiin 31.8.2026 saakka.'],
      sv: ['31.8.2026'],
      en: ['31 August 2026'],
    },
  },
  {
    name: 'an item examined at the meeting itself',
    rule: 'an item can be examined at once in the meeting',
    steps: [{ decide: 'as_proposed' }, { examined: true }],
    expected: {
      voters: 10,
      printed: ['Tämä pykälä tarkastettiin kokouksessa.'],
      sv: ['Denna paragraf justerades vid mötet.'],
    },
  },
  {
    name: 'opening and closing follow from the times of the meeting',
    rule: 'järjestäytymistiedot: start and end',
    steps: [
      { item: 'opening', at: '13:31' },
      { decide: 'opened' },
      { item: 'closing', at: '14:50' },
      { decide: 'closed' },
      { close: '15:00' },
    ],
    expected: {
      voters: 10,
      printed: [
        'Puheenjohtaja avasi kokouksen klo 13.00.',
        'Puheenjohtaja päätti kokouksen klo 15.00.',
        'Kokousaika: tiistai 20.1.2026 klo 13.00–15.00',
      ],
    },
  },
  {
    name: 'everybody who stayed to the end counts at the last item',
    rule: 'closing ends presence',
    steps: [
      { leave: 'M10', at: '13:40' },
      { decide: 'as_proposed' },
      { item: 'closing', at: '14:50' },
      { decide: 'closed' },
      { close: '15:00' },
    ],
    expected: {
      voters: 9,
      timeline: { 5: 10, 6: 9, 9: 9 },
      printed: ['M10 poistui kokouksesta klo 13.40.', '1–9 §'],
    },
  },
  {
    name: 'a meeting opened again goes on with those who were there',
    rule: 'reopening takes a reason, and presence goes on',
    steps: [
      { decide: 'as_proposed' },
      { close: '15:00' },
      { reopen: 'Päätös puuttui' },
      { item: 'announcements', at: '15:05' },
      { leave: 'M10', at: '15:06' },
    ],
    expected: {
      voters: 9,
      timeline: { 6: 10, 7: 9 },
      printed: ['M10 poistui kokouksesta klo 15.06.'],
      notPrinted: ['13.00–15.00'],
    },
  },
  {
    name: 'the beginning and the end are corrected afterwards',
    rule: 'the record tells when it was; presence noted at the opening moves along',
    steps: [
      { decide: 'as_proposed' },
      { item: 'closing', at: '14:50' },
      { decide: 'closed' },
      { close: '15:00' },
      { times: ['12:55', '15:10'] },
    ],
    expected: {
      voters: 10,
      printed: ['klo 12.55–15.10', 'Puheenjohtaja päätti kokouksen klo 15.10.'],
    },
  },
  {
    name: 'minutes in Swedish have Swedish decisions',
    rule: 'the standard words are in the language of the minutes',
    language: 'sv',
    steps: [{ decide: 'as_proposed' }, { next: true, at: '13:45' }, { decide: 'noted' }],
    expected: {
      voters: 10,
      printed: ['Godkändes enligt förslaget.', 'Antecknades för kännedom.'],
      sv: ['Beslut: Godkändes enligt förslaget.'],
    },
  },
  {
    name: 'minutes in English: a tie, the chair’s vote, the decision',
    rule: 'the standard words are in the language of the minutes',
    language: 'en',
    steps: [
      { counter: 'M06', seconded: 'M07' },
      { vote: { aye: 'M01–M05', no: 'M06–M10' } },
      { decide: 'voted' },
    ],
    expected: {
      voters: 10,
      votes: [{ aye: 5, no: 5, blank: 0, winner: 'aye', by: 'chair' }],
      printed: ['The vote was 5 AYES and 5 NOES.'],
      en: ["The votes being equal, the chair's vote decided"],
    },
  },
  {
    name: 'a Swedish meeting that lost its quorum',
    rule: 'without a quorum nothing can be decided',
    language: 'sv',
    present: 'M01–M08',
    steps: [{ putOff: true }],
    expected: {
      voters: 8,
      printed: [
        'Mötet var inte beslutfört och ärendet kunde därför inte avgöras. Ärendet flyttas till nästa möte.',
      ],
    },
  },
  {
    name: 'an English meeting puts a matter off',
    rule: 'not "tabled": deferred to a later meeting',
    language: 'en',
    steps: [{ decide: 'tabled' }],
    expected: { voters: 10, printed: ['The item was deferred to the next meeting.'] },
  },
  {
    name: 'a memo is numbered by item and has no examiners',
    rule: 'profile B muistio: items 1..n',
    rules: { profile: 'memo' },
    steps: [{ decide: 'as_proposed' }],
    expected: {
      voters: 10,
      printed: ['6. Järjestöfoorumin paikka'],
      notPrinted: ['Pöytäkirjantarkastajat', '6 §'],
    },
  },
  {
    name: 'the board’s own names of the parts',
    rule: 'labels are settings: Esitys, Päätös MYR …',
    rules: {
      labels: {
        account: { fi: 'Perustelut' },
        proposal: { fi: 'Esitys' },
        proceedings: { fi: 'Käsittely' },
        decision: { fi: 'Päätös JANE' },
      },
    },
    steps: [{ counter: 'M04' }, { decide: 'as_proposed' }],
    expected: {
      voters: 10,
      standings: ['lapsed'],
      printed: [
        'Esitys: Järjestöfoorumi pidetään Joensuussa.',
        'Käsittely: Keskustelun aikana',
        'Päätös JANE: Hyväksyttiin',
      ],
    },
  },
];
