/** Conflicts of interest (esteellisyys). */
import type { Situation } from './situation.ts';

const LAW = 'hallintolaki 28 § 1 mom. 5 kohta; the reason is written down (OKV/1691/1/2015)';

export const CONFLICTS: readonly Situation[] = [
  {
    name: 'a member of the applicant’s board leaves for the item',
    rule: LAW,
    steps: [
      { conflict: 'M07', words: 'hakijayhdistyksen hallituksen jäsen', away: ['13:31', '13:44'] },
      { decide: 'as_proposed' },
    ],
    expected: {
      voters: 9,
      timeline: { 5: 10, 6: 9, 7: 10 },
      printed: [
        'M07 ilmoitti olevansa esteellinen (hallintolaki 28 § 1 mom. 5 kohta (yhteisöjäävi): hakijayhdistyksen hallituksen jäsen) ja poistui kokouksesta asian käsittelyn ja päätöksenteon ajaksi klo 13.31–13.44.',
        'Todettiin, että kokous oli edelleen päätösvaltainen (9 läsnä).',
        'poissa § 6:n käsittelyn ajan esteellisenä klo 13.31–13.44',
      ],
      sv: ['förvaltningslagen 28 § 1 mom. 5 punkten (samfundsjäv)'],
      en: ["Administrative Procedure Act, s. 28(1)(5) (member of the organisation's governing body)"],
    },
  },
  {
    name: 'the personal deputy steps in for a conflicted member',
    rule: 'the personal deputy may step in unless conflicted too',
    present: 'M01–M10 D07',
    steps: [{ conflict: 'M07' }, { decide: 'as_proposed' }],
    expected: {
      voters: 10,
      printed: ['Varajäsen D07 osallistui tämän asian käsittelyyn (varsinainen jäsen: M07, esteellinen).'],
      sv: ['Ersättaren D07 deltog i behandlingen av detta ärende'],
    },
  },
  {
    name: 'the deputy who is there is in conflict too',
    rule: 'the personal deputy may step in unless conflicted too',
    present: 'M01–M10 D07',
    steps: [{ conflict: 'M07' }, { conflict: 'D07', ground: 'employment' }],
    expected: {
      voters: 9,
      printed: [
        'D07 ilmoitti olevansa esteellinen (hallintolaki 28 § 1 mom. 4 kohta (palvelussuhde- ja toimeksiantosuhdejäävi)) ja poistui',
      ],
      notPrinted: ['Varajäsen D07 osallistui'],
    },
  },
  {
    name: 'the deputy in conflict was not called in at all',
    rule: 'the personal deputy may step in unless conflicted too',
    steps: [{ conflict: 'M07' }, { conflict: 'D07' }],
    expected: {
      voters: 9,
      printed: [
        'Myös varajäsen D07 oli esteellinen (hallintolaki 28 § 1 mom. 5 kohta (yhteisöjäävi)) eikä osallistunut asian käsittelyyn.',
      ],
      notPrinted: ['D07 ilmoitti olevansa esteellinen'],
    },
  },
  {
    name: 'conflicts take the quorum away',
    rule: 'voters at an item = present − conflicted + eligible deputies',
    steps: [{ conflict: 'M07' }, { conflict: 'M08' }, { decide: 'as_proposed' }],
    expected: {
      voters: 8,
      problems: ['not_quorate'],
      timeline: { 5: 10, 7: 10 },
      printed: ['Todettiin, että kokous ei ollut päätösvaltainen (8 läsnä, vaaditaan 9).'],
    },
  },
  {
    name: 'the item without a quorum for conflicts is left to the next meeting alone',
    rule: 'without a quorum nothing can be decided',
    steps: [{ conflict: 'M07' }, { conflict: 'M08' }, { decide: 'tabled' }],
    expected: {
      voters: 8,
      printed: ['Kokous ei ollut päätösvaltainen, joten asiaa ei voitu ratkaista.'],
    },
  },
  {
    name: 'the chair in conflict: the vice chair presides at the item',
    rule: 'varapuheenjohtaja johtaa puhetta',
    steps: [{ conflict: 'M01' }],
    expected: {
      voters: 9,
      chair: 'M02',
      printed: ['M02 toimi puheenjohtajana tämän asian käsittelyn ajan.'],
      sv: ['M02 var ordförande under behandlingen av detta ärende.'],
      en: ['M02 took the chair for this item.'],
    },
  },
  {
    name: 'after the item the chair is back without further words',
    rule: 'what goes without saying is not printed',
    steps: [{ conflict: 'M01' }, { next: true, at: '13:45' }],
    expected: {
      voters: 10,
      printed: ['M02 toimi puheenjohtajana tämän asian käsittelyn ajan.'],
      notPrinted: ['M01 toimi puheenjohtajana', 'jälleen päätösvaltainen'],
    },
  },
  {
    name: 'chair and vice chair in conflict: nobody presides',
    rule: 'the board must choose somebody for the item',
    present: 'M01–M12',
    steps: [{ conflict: 'M01' }, { conflict: 'M02' }],
    expected: {
      voters: 10,
      chair: null,
      printed: ['M02 ilmoitti olevansa esteellinen'],
      notPrinted: ['toimi puheenjohtajana'],
    },
  },
  {
    name: 'the board finds somebody in conflict',
    rule: 'the body settles disputes about conflicts',
    steps: [{ conflict: 'M07', by: 'board' }],
    expected: {
      voters: 9,
      printed: [
        'Neuvottelukunta totesi, että M07 on esteellinen (hallintolaki 28 § 1 mom. 5 kohta (yhteisöjäävi)).',
      ],
    },
  },
  {
    name: 'a ground in the board’s own words',
    rule: 'kohta or free text',
    steps: [{ conflict: 'M07', ground: 'other', words: 'läheinen hakijan palveluksessa' }],
    expected: {
      voters: 9,
      printed: ['M07 ilmoitti olevansa esteellinen (läheinen hakijan palveluksessa) ja poistui'],
    },
  },
  {
    name: 'the secretary in conflict has no vote to lose',
    rule: 'nobody in conflict is present at the item',
    present: 'M01–M10 S',
    steps: [{ conflict: 'S', ground: 'party' }],
    expected: {
      voters: 10,
      printed: ['S ilmoitti olevansa esteellinen (hallintolaki 28 § 1 mom. 1 kohta (osallisuusjäävi))'],
    },
  },
  {
    name: 'a proposal of somebody in conflict is void',
    rule: 'a conflicted person has no vote, proposal or seconding',
    steps: [{ counter: 'M07', seconded: 'M04' }, { conflict: 'M07' }, { decide: 'as_proposed' }],
    expected: {
      voters: 9,
      standings: ['void'],
      next: 'decided',
      findings: ['proposer_in_conflict'],
      printed: ['M07 ilmoitti olevansa esteellinen'],
    },
  },
  {
    name: 'a seconder in conflict does not second',
    rule: 'a conflicted person has no vote, proposal or seconding',
    steps: [{ counter: 'M04', seconded: 'M07' }, { conflict: 'M07' }],
    expected: {
      voters: 9,
      standings: ['lapsed'],
      findings: ['seconder_in_conflict'],
      printed: ['Ehdotus raukesi, koska sitä ei kannatettu.'],
    },
  },
  {
    name: 'a ballot of somebody in conflict does not count',
    rule: 'a conflicted person has no vote',
    steps: [
      { counter: 'M04', seconded: 'M05' },
      { conflict: 'M07' },
      { vote: { aye: 'M01–M03 M06–M10', no: 'M04 M05' } },
    ],
    expected: {
      voters: 9,
      votes: [{ aye: 7, no: 2, blank: 0, winner: null, by: null, problems: ['ballot_without_vote'] }],
      next: 'unresolved',
      findings: ['ballot_without_vote', 'ballot_in_conflict'],
      printed: ['Esteellinen: M07.'],
    },
  },
  {
    name: 'the register suggests a member of the applicant’s board',
    rule: 'applicant organisation ∩ positions of those present',
    steps: [{ position: 'M07', role: 'board_member' }, { applicant: true }],
    expected: { voters: 10, suggested: ['M07'], printed: ['Järjestöfoorumin paikka'] },
  },
  {
    name: 'the register suggests the deputy who would step in',
    rule: 'the personal deputy may step in unless conflicted too',
    steps: [
      { position: 'M07', role: 'board_member' },
      { position: 'D07', role: 'employee' },
      { applicant: true },
      { conflict: 'M07' },
    ],
    expected: { voters: 9, suggested: ['D07'], printed: ['M07 ilmoitti olevansa esteellinen'] },
  },
  {
    name: 'the chair in conflict at a tie: the presiding vice chair’s vote decides',
    rule: 'on a tie the proposal the chair voted for wins; who presides is the chair',
    present: 'M01–M11',
    steps: [
      { conflict: 'M01' },
      { counter: 'M04', seconded: 'M05' },
      { vote: { aye: 'M02 M03 M06–M08', no: 'M04 M05 M09–M11' } },
      { decide: 'voted' },
    ],
    expected: {
      voters: 10,
      chair: 'M02',
      votes: [{ aye: 5, no: 5, blank: 0, winner: 'aye', by: 'chair' }],
      printed: [
        'Äänten mennessä tasan puheenjohtajan ääni ratkaisi, ja neuvottelukunnan päätökseksi tuli esittelijän ehdotus.',
      ],
    },
  },
];
