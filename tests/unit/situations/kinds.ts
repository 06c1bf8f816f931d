/** Decisions without a meeting, organising meetings, and bodies below the board. */
import type { Situation } from './situation.ts';

const EMAIL = 'päätös ilman kokousta: who answered by the deadline takes part';
const BODY = 'a työvaliokunta is a body of its own: its seats, its quorum, its numbers';
const FIVE = { members: 'M01–M05', chair: 'M02', profile: 'minutes' } as const;

export const KINDS: readonly Situation[] = [
  {
    name: 'a decision by e-mail: twelve answered',
    rule: EMAIL,
    kind: 'email',
    present: 'M01–M12',
    steps: [{ decide: 'as_proposed' }],
    expected: {
      voters: 12,
      timeline: { 1: 12, 2: 12 },
      printed: [
        'Päätös tehtiin sähköpostitse ilman kokousta.',
        'Määräaikaan mennessä vastasi 12 jäsentä tai varajäsentä (yhteensä 16 paikkaa).',
        'Päätös: Hyväksyttiin ehdotuksen mukaan.',
      ],
      notPrinted: ['saapui kokoukseen', 'Läsnä oli'],
    },
  },
  {
    name: 'a decision by e-mail with too few answers',
    rule: EMAIL,
    kind: 'email',
    present: 'M01–M08',
    steps: [{ decide: 'as_proposed' }],
    expected: {
      voters: 8,
      problems: ['not_quorate'],
      printed: ['Määräaikaan mennessä vastasi 8 jäsentä tai varajäsentä'],
    },
  },
  {
    name: 'a deputy answers an e-mail decision for his member',
    rule: EMAIL,
    kind: 'email',
    present: 'M01–M08 D09 D01',
    steps: [{ decide: 'as_proposed' }],
    expected: { voters: 9, printed: ['vastasi 9 jäsentä tai varajäsentä'] },
  },
  {
    name: 'an e-mail decision by vote',
    rule: EMAIL,
    kind: 'email',
    present: 'M01–M11',
    steps: [
      { counter: 'M04', seconded: 'M05' },
      { vote: { question: 'base', aye: 'M01–M03 M06–M09', no: 'M04 M05', blank: 'M10 M11' } },
      { decide: 'voted' },
    ],
    expected: {
      voters: 11,
      votes: [{ aye: 7, no: 2, blank: 2, winner: 'aye', by: 'majority' }],
      printed: ['Äänestyksessä annettiin 7 JAA-ääntä, 2 EI-ääntä ja 2 tyhjää.'],
    },
  },
  {
    name: 'an organising meeting before its chair is elected',
    rule: 'järjestäytymiskokous: somebody else presides until the chair is elected',
    kind: 'organising',
    opener: 'M03',
    steps: [{ item: 'opening', at: '13:31' }, { decide: 'opened' }],
    expected: { voters: 10, chair: 'M03', printed: ['Kokouksen avasi M03 klo 13.00'] },
  },
  {
    name: 'an organising meeting after its chair was elected',
    rule: 'the chair takes the lead when the election has been dealt with',
    kind: 'organising',
    opener: 'M03',
    steps: [
      { item: 'decision', at: '13:31' },
      { elected: 'M01' },
      { decide: 'elected' },
      { next: true, at: '13:35' },
    ],
    expected: {
      voters: 10,
      chair: 'M01',
      printed: [
        'M03 toimi puheenjohtajana tästä asiasta alkaen.',
        'M01 toimi puheenjohtajana tästä asiasta alkaen.',
      ],
    },
  },
  {
    name: 'three of five members of a working committee',
    rule: BODY,
    body: FIVE,
    present: 'M02–M04',
    steps: [{ decide: 'as_proposed' }],
    expected: {
      voters: 3,
      required: 3,
      chair: 'M02',
      printed: ['6 § Järjestöfoorumin paikka', 'Hyväksyttiin ehdotuksen mukaan.'],
    },
  },
  {
    name: 'two of five members of a working committee are not enough',
    rule: BODY,
    body: FIVE,
    present: 'M02 M03',
    steps: [{ putOff: true }],
    expected: { voters: 2, required: 3, chair: 'M02', printed: ['Asia siirtyy seuraavaan kokoukseen.'] },
  },
  {
    name: 'the board’s deputies do not sit in its working committee',
    rule: 'its seats are persons chosen by name',
    body: FIVE,
    present: 'M01–M03 D04',
    steps: [{ decide: 'as_proposed' }],
    expected: { voters: 3, required: 3, chair: 'M02', printed: ['Henkilö D04 (D04) | kutsuttu'] },
  },
  {
    name: 'a working committee that keeps a memo',
    rule: 'profile B muistio: items 1..n',
    body: { ...FIVE, profile: 'memo' },
    present: 'M01–M05',
    steps: [{ decide: 'noted' }],
    expected: {
      voters: 5,
      required: 3,
      chair: 'M02',
      printed: ['6. Järjestöfoorumin paikka', 'Merkittiin tiedoksi.'],
      notPrinted: ['6 §'],
    },
  },
];
