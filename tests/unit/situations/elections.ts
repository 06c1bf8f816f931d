/** Elections of persons (vaalit). */
import type { Situation } from './situation.ts';

const LOT = 'elections: a tie is decided by lot (kuntalaki 105 §)';

export const ELECTIONS: readonly Situation[] = [
  {
    name: 'as many candidates as places: elected unanimously',
    rule: 'nobody stands against: nothing is counted',
    steps: [{ election: { M03: 0, M04: 0 }, places: 2 }, { decide: 'elected' }],
    expected: {
      voters: 10,
      printed: [
        'Vaali: Yksimielisesti valituiksi tulivat M03 ja M04.',
        'Päätös: Valituiksi tulivat M03 ja M04.',
      ],
      notPrinted: ['Vaalissa annetut äänet'],
    },
  },
  {
    name: 'most votes win',
    rule: 'plurality',
    steps: [{ election: { M03: 6, M04: 4 } }, { decide: 'elected' }],
    expected: {
      voters: 10,
      printed: ['Vaalissa annetut äänet: M03 6, M04 4.', 'Valituksi tuli M03.'],
      sv: ['M03'],
      en: ['M03'],
    },
  },
  {
    name: 'blank ballots are counted and elect nobody',
    rule: 'votes + blanks = voters',
    steps: [{ election: { M03: 4, M04: 3 }, blanks: 3 }, { decide: 'elected' }],
    expected: {
      voters: 10,
      printed: ['Vaalissa annetut äänet: M03 4, M04 3, tyhjiä 3.', 'Valituksi tuli M03.'],
    },
  },
  {
    name: 'a tie is settled by lot',
    rule: LOT,
    steps: [{ election: { M03: 5, M04: 5 }, lot: 'M04' }, { decide: 'elected' }],
    expected: {
      voters: 10,
      printed: ['Äänten mennessä vaalissa tasan ratkaisi arpa.', 'Valituksi tuli M04.'],
    },
  },
  {
    name: 'a tie for which no lot was drawn',
    rule: LOT,
    steps: [{ election: { M03: 5, M04: 5 } }, { elected: 'M03' }, { decide: 'elected' }],
    expected: {
      voters: 10,
      problems: ['election_incomplete'],
      printed: ['Vaalissa annetut äänet: M03 5, M04 5.'],
      notPrinted: ['ratkaisi arpa'],
    },
  },
  {
    name: 'a board whose chair settles a tied election',
    rule: 'electionTie is a setting of the board',
    rules: { electionTie: 'chair_decides' },
    steps: [{ election: { M03: 5, M04: 5 }, lot: 'M03' }, { decide: 'elected' }],
    expected: {
      voters: 10,
      printed: ['Äänten mennessä vaalissa tasan puheenjohtajan ääni ratkaisi.', 'Valituksi tuli M03.'],
    },
  },
  {
    name: 'two places, three candidates, and a lot for the second',
    rule: LOT,
    steps: [{ election: { M03: 4, M04: 3, M05: 3 }, places: 2, lot: 'M05' }, { decide: 'elected' }],
    expected: {
      voters: 10,
      printed: ['Äänten mennessä vaalissa tasan ratkaisi arpa.', 'Valituiksi tulivat M03 ja M05.'],
    },
  },
  {
    name: 'votes are missing',
    rule: 'votes + blanks = voters',
    steps: [{ election: { M03: 5, M04: 4 } }, { elected: 'M03' }, { decide: 'elected' }],
    expected: {
      voters: 10,
      problems: ['election_incomplete'],
      printed: ['Vaalissa annetut äänet: M03 5, M04 4.'],
    },
  },
  {
    name: 'another was recorded than won',
    rule: 'the result follows from the count',
    steps: [{ election: { M03: 6, M04: 4 } }, { elected: 'M04' }, { decide: 'elected' }],
    expected: {
      voters: 10,
      problems: ['elected_against_count'],
      printed: ['Vaali: Vaalissa annetut äänet: M03 6, M04 4.'],
    },
  },
  {
    name: 'nobody was recorded as elected',
    rule: 'an election names persons',
    steps: [{ decide: 'elected' }],
    expected: { voters: 10, problems: ['persons_missing'], printed: ['Järjestöfoorumin paikka'] },
  },
  {
    name: 'two examiners without a count',
    rule: 'usually two examiners in turn',
    steps: [{ item: 'examiners' }, { examiners: 'M03 M05' }, { decide: 'elected' }],
    expected: {
      voters: 10,
      printed: [
        'Pöytäkirjantarkastajiksi ja ääntenlaskijoiksi valittiin M03 ja M05.',
        'Pöytäkirjantarkastajat: Henkilö M03 (M03)',
      ],
    },
  },
];
