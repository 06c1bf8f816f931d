/** Proposals, the order of votes, and results. */
import type { Situation, Step } from './situation.ts';

const SECONDED: Step = { counter: 'M04', seconded: 'M11' };
const ELEVEN = 'M01–M11';
const BASE = 'the base proposal always goes to the vote, JAA = base';
const TIE = 'on a tie the proposal the chair voted for wins (kuntalaki 104 §)';
const LAPSE = 'unseconded counter-proposals lapse';
const ORDER = 'counter-proposals against each other first, the winner against the base';
const FIRST = 'palautus and pöydälle: first whether to go on with the matter';

export const VOTES: readonly Situation[] = [
  {
    name: 'approved as proposed, without other proposals',
    rule: BASE,
    steps: [{ decide: 'as_proposed' }],
    expected: {
      voters: 10,
      next: 'decided',
      printed: ['Päätös: Hyväksyttiin ehdotuksen mukaan.'],
    },
  },
  {
    name: 'approved unanimously',
    rule: 'unanimous statements',
    steps: [{ decide: 'unanimous' }],
    expected: { voters: 10, printed: ['Neuvottelukunta hyväksyi päätösehdotuksen yksimielisesti.'] },
  },
  {
    name: 'an unseconded proposal lapses, and nothing is voted on',
    rule: LAPSE,
    steps: [{ counter: 'M04' }, { decide: 'as_proposed' }],
    expected: {
      voters: 10,
      standings: ['lapsed'],
      next: 'decided',
      printed: [
        'Keskustelun aikana M04 teki seuraavan ehdotuksen: Foorumi pidetään Nurmeksessa. Ehdotus raukesi, koska sitä ei kannatettu.',
      ],
      notPrinted: ['äänestettävä'],
    },
  },
  {
    name: 'the proposer does not second himself',
    rule: LAPSE,
    steps: [{ counter: 'M04', seconded: 'M04' }],
    expected: {
      voters: 10,
      standings: ['lapsed'],
      printed: ['Ehdotus raukesi, koska sitä ei kannatettu.'],
      notPrinted: ['Ehdotusta kannatti M04'],
    },
  },
  {
    name: 'a board whose rules ask for no seconder votes on every proposal',
    rule: 'seconding is a setting of the board',
    rules: { secondingRequired: false },
    steps: [{ counter: 'M04' }],
    expected: { voters: 10, standings: ['live'], next: 'base', printed: ['M04 teki seuraavan ehdotuksen'] },
  },
  {
    name: 'a withdrawn proposal is not voted on',
    rule: 'a proposal may be withdrawn',
    steps: [{ counter: 'M04', seconded: 'M05', withdrawn: true }, { decide: 'as_proposed' }],
    expected: {
      voters: 10,
      standings: ['withdrawn'],
      next: 'decided',
      printed: ['M04 peruutti ehdotuksensa.'],
      notPrinted: ['äänestettävä'],
    },
  },
  {
    name: 'the base proposal wins by name',
    rule: BASE,
    present: ELEVEN,
    steps: [
      SECONDED,
      { vote: { question: 'base', aye: 'M01–M03 M05–M08', no: 'M04 M09–M11' } },
      { decide: 'voted' },
    ],
    expected: {
      voters: 11,
      votes: [{ aye: 7, no: 4, blank: 0, winner: 'aye', by: 'majority' }],
      next: 'decided',
      printed: [
        'Ehdotusta kannatti M11.',
        'Koska oli tehty esittelijän ehdotuksesta poikkeava kannatettu ehdotus, asiasta oli äänestettävä.',
        'Äänestys toimitettiin nimenhuutoäänestyksenä.',
        'JAA = esittelijän ehdotus, EI = vastaehdotus (M04)',
        'Henkilö M11 (M11) | EI',
        'Äänestyksessä annettiin 7 JAA-ääntä ja 4 EI-ääntä.',
        'Neuvottelukunnan päätökseksi tuli esittelijän ehdotus.',
      ],
      sv: ['JA = föredragandens förslag'],
      en: ['The vote was 7 AYES and 4 NOES.'],
    },
  },
  {
    name: 'the counter-proposal wins',
    rule: 'most votes win',
    present: ELEVEN,
    steps: [SECONDED, { vote: { aye: 'M01–M03', no: 'M04–M11' } }, { decide: 'voted' }],
    expected: {
      voters: 11,
      votes: [{ aye: 3, no: 8, blank: 0, winner: 'no', by: 'majority' }],
      printed: ['Neuvottelukunnan päätökseksi tuli vastaehdotus (M04).'],
    },
  },
  {
    name: 'one vote makes the singular',
    rule: 'numbers bend the words',
    present: ELEVEN,
    steps: [SECONDED, { vote: { aye: 'M01–M03 M05–M11', no: 'M04' } }, { decide: 'voted' }],
    expected: {
      voters: 11,
      votes: [{ aye: 10, no: 1, blank: 0, winner: 'aye', by: 'majority' }],
      printed: ['Äänestyksessä annettiin 10 JAA-ääntä ja 1 EI-ääni.'],
    },
  },
  {
    name: 'a deputy votes by name',
    rule: 'members present − conflicted + eligible deputies',
    present: 'M01–M09 D10',
    steps: [
      { counter: 'D10', seconded: 'M04' },
      { vote: { aye: 'M01–M03', no: 'M04–M09 D10' } },
      { decide: 'voted' },
    ],
    expected: {
      voters: 10,
      votes: [{ aye: 3, no: 7, blank: 0, winner: 'no', by: 'majority' }],
      printed: ['Henkilö D10 (D10) | EI', 'päätökseksi tuli vastaehdotus (D10)'],
    },
  },
  {
    name: 'a tie: the chair voted for the base proposal',
    rule: TIE,
    steps: [
      { counter: 'M06', seconded: 'M07' },
      { vote: { aye: 'M01–M05', no: 'M06–M10' } },
      { decide: 'voted' },
    ],
    expected: {
      voters: 10,
      votes: [{ aye: 5, no: 5, blank: 0, winner: 'aye', by: 'chair' }],
      printed: [
        'Äänten mennessä tasan puheenjohtajan ääni ratkaisi, ja neuvottelukunnan päätökseksi tuli esittelijän ehdotus.',
      ],
      sv: ['Vid lika röstetal avgjorde ordförandens röst'],
      en: ["the chair's vote decided"],
    },
  },
  {
    name: 'a tie: the chair voted for the counter-proposal',
    rule: TIE,
    steps: [
      { counter: 'M06', seconded: 'M07' },
      { vote: { aye: 'M02–M06', no: 'M01 M07–M10' } },
      { decide: 'voted' },
    ],
    expected: {
      voters: 10,
      votes: [{ aye: 5, no: 5, blank: 0, winner: 'no', by: 'chair' }],
      printed: ['puheenjohtajan ääni ratkaisi, ja neuvottelukunnan päätökseksi tuli vastaehdotus (M06).'],
    },
  },
  {
    name: 'a tie with blanks, as in the sample meeting',
    rule: TIE,
    present: 'M01–M15',
    steps: [
      { counter: 'M06', seconded: 'M07' },
      { vote: { aye: 'M01–M05 M08 M09', no: 'M06 M07 M10–M14', blank: 'M15' } },
      { decide: 'voted' },
    ],
    expected: {
      voters: 15,
      votes: [{ aye: 7, no: 7, blank: 1, winner: 'aye', by: 'chair' }],
      printed: ['Äänestyksessä annettiin 7 JAA-ääntä, 7 EI-ääntä ja 1 tyhjä.'],
    },
  },
  {
    name: 'a tie and a blank chair settle nothing',
    rule: 'the chair must have voted for one of the sides',
    present: 'M01–M11',
    steps: [
      { counter: 'M06', seconded: 'M07' },
      { vote: { aye: 'M02–M06', no: 'M07–M11', blank: 'M01' } },
      { decide: 'voted' },
    ],
    expected: {
      voters: 11,
      votes: [{ aye: 5, no: 5, blank: 1, winner: null, by: null, problems: ['tie_chair_blank'] }],
      next: 'unresolved',
      problems: ['vote_incomplete'],
      findings: ['tie_chair_blank'],
      printed: ['Äänestyksessä annettiin 5 JAA-ääntä, 5 EI-ääntä ja 1 tyhjä.'],
      notPrinted: ['päätökseksi tuli'],
    },
  },
  {
    name: 'a tie without the chair: the vice chair’s vote decides',
    rule: 'who presides is the chair',
    present: 'M02–M11',
    steps: [
      { counter: 'M06', seconded: 'M07' },
      { vote: { aye: 'M03–M06 M08', no: 'M02 M07 M09–M11' } },
      { decide: 'voted' },
    ],
    expected: {
      voters: 10,
      chair: 'M02',
      votes: [{ aye: 5, no: 5, blank: 0, winner: 'no', by: 'chair' }],
      printed: ['päätökseksi tuli vastaehdotus (M06).'],
    },
  },
  {
    name: 'a tie settled by lot where the rules say so',
    rule: 'tie is a setting of the board: lot',
    rules: { tie: 'lot' },
    steps: [
      { counter: 'M06', seconded: 'M07' },
      { vote: { aye: 'M01–M05', no: 'M06–M10', lot: 'no' } },
      { decide: 'voted' },
    ],
    expected: {
      voters: 10,
      votes: [{ aye: 5, no: 5, blank: 0, winner: 'no', by: 'lot' }],
      printed: [
        'Äänten mennessä tasan ratkaisi arpa, ja neuvottelukunnan päätökseksi tuli vastaehdotus (M06).',
      ],
    },
  },
  {
    name: 'a tie for which no lot was drawn is open',
    rule: 'nothing is settled until the lot is drawn',
    rules: { tie: 'lot' },
    steps: [{ counter: 'M06', seconded: 'M07' }, { vote: { aye: 'M01–M05', no: 'M06–M10' } }],
    expected: {
      voters: 10,
      votes: [{ aye: 5, no: 5, blank: 0, winner: null, by: null, problems: ['lot_missing'] }],
      findings: ['lot_missing'],
      printed: ['Äänestyksessä annettiin 5 JAA-ääntä ja 5 EI-ääntä.'],
      notPrinted: ['arpa'],
    },
  },
  {
    name: 'a tie by which the proposal falls',
    rule: 'tie is a setting of the board: the base proposal stands',
    rules: { tie: 'proposal_falls' },
    steps: [
      { counter: 'M06', seconded: 'M07' },
      { vote: { aye: 'M02–M05 M08', no: 'M01 M06 M07 M09 M10' } },
      { decide: 'voted' },
    ],
    expected: {
      voters: 10,
      votes: [{ aye: 5, no: 5, blank: 0, winner: 'aye', by: 'base_stands' }],
      printed: [
        'Äänten mennessä tasan ehdotus raukesi. Neuvottelukunnan päätökseksi tuli esittelijän ehdotus.',
      ],
    },
  },
  {
    name: 'blanks decide nothing',
    rule: 'most votes win, votes + blanks = voters',
    steps: [
      { counter: 'M06', seconded: 'M07' },
      { vote: { aye: 'M01–M03', no: 'M06 M07', blank: 'M04 M05 M08–M10' } },
      { decide: 'voted' },
    ],
    expected: {
      voters: 10,
      votes: [{ aye: 3, no: 2, blank: 5, winner: 'aye', by: 'majority' }],
      printed: ['Äänestyksessä annettiin 3 JAA-ääntä, 2 EI-ääntä ja 5 tyhjää.', 'Henkilö M10 (M10) | TYHJÄ'],
    },
  },
  {
    name: 'a vote is missing: the result is open and says so',
    rule: 'votes + blanks = voters, or the screen says what is missing',
    steps: [
      { counter: 'M06', seconded: 'M07' },
      { vote: { aye: 'M01–M05', no: 'M06–M09' } },
      { decide: 'voted' },
    ],
    expected: {
      voters: 10,
      votes: [{ aye: 5, no: 4, blank: 0, winner: null, by: null, missing: 1, problems: ['votes_missing'] }],
      problems: ['vote_incomplete'],
      findings: ['votes_missing'],
      printed: ['Äänestyksessä annettiin 5 JAA-ääntä ja 4 EI-ääntä.'],
      notPrinted: ['päätökseksi tuli'],
    },
  },
  {
    name: 'an open vote by count',
    rule: 'open vote by count',
    steps: [{ counter: 'M06', seconded: 'M07' }, { vote: { counts: [7, 2, 1] } }, { decide: 'voted' }],
    expected: {
      voters: 10,
      votes: [{ aye: 7, no: 2, blank: 1, winner: 'aye', by: 'majority' }],
      printed: ['Äänestys toimitettiin avoimesti, ja äänet laskettiin.', 'JAA 7, EI 2, TYHJÄ 1'],
      notPrinted: ['Nimenhuutoäänestys'],
    },
  },
  {
    name: 'more votes counted than there are voters',
    rule: 'votes + blanks = voters',
    steps: [{ counter: 'M06', seconded: 'M07' }, { vote: { counts: [7, 4, 0] } }],
    expected: {
      voters: 10,
      votes: [{ aye: 7, no: 4, blank: 0, winner: null, by: null, problems: ['too_many_votes'] }],
      findings: ['too_many_votes'],
      printed: ['JAA 7, EI 4, TYHJÄ 0'],
      notPrinted: ['päätökseksi tuli'],
    },
  },
  {
    name: 'a secret ballot',
    rule: 'suljettu lippuäänestys',
    steps: [
      { counter: 'M06', seconded: 'M07' },
      { vote: { method: 'secret', counts: [4, 6, 0] } },
      { decide: 'voted' },
    ],
    expected: {
      voters: 10,
      votes: [{ aye: 4, no: 6, blank: 0, winner: 'no', by: 'majority' }],
      printed: ['Äänestys toimitettiin suljettuna lippuäänestyksenä.'],
      sv: ['Omröstningen förrättades slutet med röstsedlar.'],
      en: ['The vote was taken by secret ballot.'],
    },
  },
  {
    name: 'a tie in a secret ballot asks for the chair’s vote',
    rule: TIE,
    steps: [{ counter: 'M06', seconded: 'M07' }, { vote: { method: 'secret', counts: [5, 5, 0] } }],
    expected: {
      voters: 10,
      votes: [{ aye: 5, no: 5, blank: 0, winner: null, by: null, problems: ['tie_chair_choice_missing'] }],
      findings: ['tie_chair_choice_missing'],
      printed: ['Äänestys toimitettiin suljettuna lippuäänestyksenä.'],
    },
  },
  {
    name: 'a tie by count, and the chair’s vote as told',
    rule: TIE,
    steps: [
      { counter: 'M06', seconded: 'M07' },
      { vote: { counts: [5, 5, 0], chair: 'no' } },
      { decide: 'voted' },
    ],
    expected: {
      voters: 10,
      votes: [{ aye: 5, no: 5, blank: 0, winner: 'no', by: 'chair' }],
      printed: ['päätökseksi tuli vastaehdotus (M06).'],
    },
  },
  {
    name: 'two counter-proposals: first against each other, the winner against the base',
    rule: ORDER,
    steps: [
      { counter: 'M04', seconded: 'M06' },
      { counter: 'M05', text: 'Foorumi pidetään Kiteellä.', seconded: 'M07' },
      { vote: { question: 'counter_proposals', aye: 'M01 M04 M06', no: 'M02 M03 M05 M07–M10' } },
      { vote: { question: 'base', aye: 'M01–M03', no: 'M04–M10' } },
      { decide: 'voted' },
    ],
    expected: {
      voters: 10,
      votes: [
        { aye: 3, no: 7, blank: 0, winner: 'no', by: 'majority' },
        { aye: 3, no: 7, blank: 0, winner: 'no', by: 'majority' },
      ],
      next: 'decided',
      printed: [
        'JAA = vastaehdotus (M04), EI = vastaehdotus (M05)',
        'Vastaehdotusten välisen äänestyksen voitti vastaehdotus (M05).',
        'JAA = esittelijän ehdotus, EI = vastaehdotus (M05)',
        'Neuvottelukunnan päätökseksi tuli vastaehdotus (M05).',
      ],
    },
  },
  {
    name: 'two counter-proposals, and the base proposal wins in the end',
    rule: ORDER,
    steps: [
      { counter: 'M04', seconded: 'M06' },
      { counter: 'M05', text: 'Foorumi pidetään Kiteellä.', seconded: 'M07' },
      { vote: { question: 'counter_proposals', aye: 'M04 M06 M08–M10', no: 'M05 M07', blank: 'M01–M03' } },
      { vote: { question: 'base', aye: 'M01–M03 M05 M07 M08', no: 'M04 M06 M09 M10' } },
      { decide: 'voted' },
    ],
    expected: {
      voters: 10,
      votes: [
        { aye: 5, no: 2, blank: 3, winner: 'aye', by: 'majority' },
        { aye: 6, no: 4, blank: 0, winner: 'aye', by: 'majority' },
      ],
      printed: [
        'Vastaehdotusten välisen äänestyksen voitti vastaehdotus (M04).',
        'Neuvottelukunnan päätökseksi tuli esittelijän ehdotus.',
      ],
    },
  },
  {
    name: 'three counter-proposals: the winner meets the next one',
    rule: ORDER,
    steps: [
      { counter: 'M04', seconded: 'M06' },
      { counter: 'M05', text: 'Foorumi pidetään Kiteellä.', seconded: 'M07' },
      { counter: 'M08', text: 'Foorumi pidetään etänä.', seconded: 'M09' },
      { vote: { question: 'counter_proposals', counts: [6, 4, 0] } },
      { vote: { question: 'counter_proposals', counts: [3, 7, 0] } },
    ],
    expected: {
      voters: 10,
      votes: [
        { aye: 6, no: 4, blank: 0, winner: 'aye', by: 'majority' },
        { aye: 3, no: 7, blank: 0, winner: 'no', by: 'majority' },
      ],
      next: 'base',
      printed: ['JAA = vastaehdotus (M04), EI = vastaehdotus (M08)'],
    },
  },
  {
    name: 'a tie between counter-proposals is told with what settled it',
    rule: TIE,
    steps: [
      { counter: 'M04', seconded: 'M06' },
      { counter: 'M05', text: 'Foorumi pidetään Kiteellä.', seconded: 'M07' },
      { vote: { question: 'counter_proposals', aye: 'M01–M04 M06', no: 'M05 M07–M10' } },
    ],
    expected: {
      voters: 10,
      votes: [{ aye: 5, no: 5, blank: 0, winner: 'aye', by: 'chair' }],
      next: 'base',
      printed: [
        'Äänestyksessä annettiin 5 JAA-ääntä ja 5 EI-ääntä.',
        'Äänten mennessä tasan puheenjohtajan ääni ratkaisi',
      ],
    },
  },
  {
    name: 'the base proposal against a counter-proposal too early',
    rule: ORDER,
    steps: [
      { counter: 'M04', seconded: 'M06' },
      { counter: 'M05', text: 'Foorumi pidetään Kiteellä.', seconded: 'M07' },
      { vote: { sides: [null, 'M04'], counts: [6, 4, 0] } },
      { decide: 'voted' },
    ],
    expected: {
      voters: 10,
      votes: [{ aye: 6, no: 4, blank: 0, winner: 'aye', by: 'majority' }],
      next: 'unresolved',
      problems: ['vote_incomplete'],
      findings: ['vote_out_of_order'],
      printed: ['JAA = esittelijän ehdotus, EI = vastaehdotus (M04)'],
    },
  },
  {
    name: 'returning wins: the matter is returned',
    rule: FIRST,
    steps: [
      { counter: 'M04', seconded: 'M06' },
      { returning: 'M05', seconded: 'M07' },
      { vote: { question: 'continue', aye: 'M01–M04', no: 'M05–M10' } },
      { decide: 'returned' },
    ],
    expected: {
      voters: 10,
      votes: [{ aye: 4, no: 6, blank: 0, winner: 'no', by: 'majority' }],
      next: 'decided',
      printed: [
        'M05 ehdotti, että asia palautetaan valmisteltavaksi.',
        'Koska oli tehty kannatettu ehdotus asian palauttamisesta valmisteltavaksi, oli ensin äänestettävä asian käsittelyn jatkamisesta.',
        'JAA = asian käsittelyn jatkaminen, EI = asian palauttaminen valmisteltavaksi (M05)',
        'Päätös: Asia palautettiin valmisteltavaksi.',
      ],
    },
  },
  {
    name: 'returning loses, and the matter is voted on',
    rule: FIRST,
    steps: [
      { counter: 'M04', seconded: 'M06' },
      { returning: 'M05', seconded: 'M07' },
      { vote: { question: 'continue', aye: 'M01–M04 M06 M08–M10', no: 'M05 M07' } },
      { vote: { question: 'base', aye: 'M01–M03 M08–M10', no: 'M04–M07' } },
      { decide: 'voted' },
    ],
    expected: {
      voters: 10,
      votes: [
        { aye: 8, no: 2, blank: 0, winner: 'aye', by: 'majority' },
        { aye: 6, no: 4, blank: 0, winner: 'aye', by: 'majority' },
      ],
      printed: [
        'Päätettiin jatkaa asian käsittelyä.',
        'Neuvottelukunnan päätökseksi tuli esittelijän ehdotus.',
      ],
    },
  },
  {
    name: 'the vote on going on ties, and the chair’s vote decides it',
    rule: TIE,
    steps: [
      { tabling: 'M06', seconded: 'M07' },
      { vote: { question: 'continue', aye: 'M01–M05', no: 'M06–M10' } },
      { decide: 'as_proposed' },
    ],
    expected: {
      voters: 10,
      votes: [{ aye: 5, no: 5, blank: 0, winner: 'aye', by: 'chair' }],
      next: 'decided',
      printed: [
        'Äänten mennessä tasan puheenjohtajan ääni ratkaisi.',
        'Päätettiin jatkaa asian käsittelyä.',
        'Päätös: Hyväksyttiin ehdotuksen mukaan.',
      ],
    },
  },
  {
    name: 'putting off wins: the matter is tabled',
    rule: FIRST,
    steps: [
      { tabling: 'M05', seconded: 'M07' },
      { vote: { question: 'continue', aye: 'M01', no: 'M02–M10' } },
      { decide: 'tabled' },
    ],
    expected: {
      voters: 10,
      votes: [{ aye: 1, no: 9, blank: 0, winner: 'no', by: 'majority' }],
      printed: [
        'M05 ehdotti, että asia jätetään pöydälle.',
        'Päätös: Asia jätettiin pöydälle seuraavaan kokoukseen.',
      ],
    },
  },
  {
    name: 'returning and putting off are voted on in the order they were made',
    rule: FIRST,
    steps: [
      { tabling: 'M05', seconded: 'M07' },
      { returning: 'M06', seconded: 'M08' },
      { vote: { question: 'continue', counts: [8, 2, 0] } },
      { vote: { question: 'continue', counts: [7, 3, 0] } },
      { decide: 'unanimous' },
    ],
    expected: {
      voters: 10,
      votes: [
        { aye: 8, no: 2, blank: 0, winner: 'aye', by: 'majority' },
        { aye: 7, no: 3, blank: 0, winner: 'aye', by: 'majority' },
      ],
      next: 'decided',
      printed: [
        'EI = asian jättäminen pöydälle (M05)',
        'EI = asian palauttaminen valmisteltavaksi (M06)',
        'Neuvottelukunta hyväksyi päätösehdotuksen yksimielisesti.',
      ],
    },
  },
  {
    name: 'everybody agrees to put the matter off',
    rule: 'what all agree on needs no vote',
    steps: [{ tabling: 'M05', seconded: 'M07' }, { decide: 'tabled' }],
    expected: {
      voters: 10,
      next: 'continue',
      printed: ['Päätös: Asia jätettiin pöydälle seuraavaan kokoukseen.'],
      notPrinted: ['äänestettävä'],
    },
  },
  {
    name: 'everybody agrees on the counter-proposal',
    rule: 'what all agree on needs no vote',
    steps: [
      { counter: 'M04', seconded: 'M05' },
      { write: 'Hyväksyttiin ehdotus muutettuna: foorumi pidetään Nurmeksessa.' },
      { decide: 'amended' },
    ],
    expected: {
      voters: 10,
      printed: ['Päätös: Hyväksyttiin ehdotus muutettuna: foorumi pidetään Nurmeksessa.'],
    },
  },
  {
    name: 'a seconded proposal that nobody voted on',
    rule: 'a live proposal must be voted on or agreed on',
    steps: [{ counter: 'M04', seconded: 'M05' }, { decide: 'unanimous' }],
    expected: {
      voters: 10,
      next: 'base',
      problems: ['proposals_unsettled'],
      printed: ['Ehdotusta kannatti M05.'],
    },
  },
  {
    name: 'a decision against the vote',
    rule: 'the decision follows from the vote',
    steps: [
      { returning: 'M05', seconded: 'M07' },
      { vote: { counts: [2, 8, 0] } },
      { decide: 'as_proposed' },
    ],
    expected: {
      voters: 10,
      votes: [{ aye: 2, no: 8, blank: 0, winner: 'no', by: 'majority' }],
      problems: ['decision_against_vote'],
      printed: ['Neuvottelukunnan päätökseksi tuli asian palauttaminen valmisteltavaksi (M05).'],
    },
  },
  {
    name: 'a vote without a quorum',
    rule: 'without a quorum no vote',
    present: 'M01–M08',
    steps: [{ counter: 'M04', seconded: 'M05' }, { vote: { counts: [5, 3, 0] } }, { decide: 'voted' }],
    expected: {
      voters: 8,
      votes: [{ aye: 5, no: 3, blank: 0, winner: 'aye', by: 'majority' }],
      problems: ['not_quorate'],
      findings: ['vote_not_quorate'],
      printed: ['Äänestyksessä annettiin 5 JAA-ääntä ja 3 EI-ääntä.'],
    },
  },
  {
    name: 'a board whose base proposal is the chair’s',
    rule: 'no esittelijä: the chair’s proposal becomes the base',
    rules: { baseProposal: 'chair' },
    steps: [
      { counter: 'M04', seconded: 'M05' },
      { vote: { question: 'base', counts: [6, 4, 0] } },
      { decide: 'voted' },
    ],
    expected: {
      voters: 10,
      votes: [{ aye: 6, no: 4, blank: 0, winner: 'aye', by: 'majority' }],
      printed: [
        'Koska oli tehty puheenjohtajan ehdotuksesta poikkeava kannatettu ehdotus, asiasta oli äänestettävä.',
        'Neuvottelukunnan päätökseksi tuli puheenjohtajan ehdotus.',
      ],
    },
  },
  {
    name: 'somebody with the right to speak alone makes no proposal that stands unremarked',
    rule: 'only those with a vote propose',
    steps: [
      { arrive: 'M11', speakerOnly: true },
      { counter: 'M11', seconded: 'M04' },
    ],
    expected: {
      voters: 10,
      findings: ['proposer_without_vote'],
      printed: ['M11 teki seuraavan ehdotuksen'],
    },
  },
];
