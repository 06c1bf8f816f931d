/** Dissenting opinions (eriävät mielipiteet). */
import type { Situation, Step } from './situation.ts';

const WHO = 'only one who made a deviating proposal or voted against (kuntalaki 106 §)';
const LOST: Step[] = [
  { counter: 'M04', seconded: 'M05' },
  { vote: { aye: 'M01–M03 M06–M09', no: 'M04 M05 M10' } },
  { decide: 'voted' },
];
const VOTE = { aye: 7, no: 3, blank: 0, winner: 'aye', by: 'majority' } as const;

export const DISSENTS: readonly Situation[] = [
  {
    name: 'who made the proposal that lost may dissent',
    rule: WHO,
    steps: [...LOST, { dissent: 'M04', reasons: 'Etäisyydet ovat pitkät.' }],
    expected: {
      voters: 10,
      votes: [VOTE],
      printed: ['M04 ilmoitti eriävän mielipiteensä.', 'Perustelut: Etäisyydet ovat pitkät.'],
      sv: ['M04 anmälde avvikande mening.'],
      en: ['M04 recorded a dissenting opinion.'],
    },
  },
  {
    name: 'who voted against may dissent',
    rule: WHO,
    steps: [...LOST, { dissent: 'M10' }],
    expected: {
      voters: 10,
      votes: [VOTE],
      printed: ['M10 ilmoitti eriävän mielipiteensä.'],
      notPrinted: ['Perustelut:'],
    },
  },
  {
    name: 'written reasons become an attachment',
    rule: 'reasons before the examination become an attachment',
    steps: [...LOST, { dissent: 'M10', reasons: 'Matkakulut.', attached: true }],
    expected: {
      voters: 10,
      votes: [VOTE],
      printed: ['Perustelut ovat liitteessä 1.', 'Liite 1 Eriävä mielipide: M10 (6 §)'],
    },
  },
  {
    name: 'who voted for the decision may not dissent',
    rule: WHO,
    steps: [...LOST, { dissent: 'M01' }],
    expected: {
      voters: 10,
      votes: [VOTE],
      findings: ['dissent_not_allowed'],
      printed: ['M01 ilmoitti eriävän mielipiteensä.'],
    },
  },
  {
    name: 'a lapsed proposal gives the right to dissent',
    rule: 'a lapsed proposal counts, a withdrawn one does not',
    steps: [{ counter: 'M04' }, { decide: 'as_proposed' }, { dissent: 'M04' }],
    expected: { voters: 10, standings: ['lapsed'], printed: ['M04 ilmoitti eriävän mielipiteensä.'] },
  },
  {
    name: 'a withdrawn proposal gives no right to dissent',
    rule: 'a lapsed proposal counts, a withdrawn one does not',
    steps: [
      { counter: 'M04', seconded: 'M05', withdrawn: true },
      { decide: 'as_proposed' },
      { dissent: 'M04' },
    ],
    expected: { voters: 10, findings: ['dissent_not_allowed'], printed: ['M04 peruutti ehdotuksensa.'] },
  },
  {
    name: 'after a secret ballot nobody can check, so the word is taken',
    rule: 'a vote that was not taken by name',
    steps: [
      { counter: 'M04', seconded: 'M05' },
      { vote: { method: 'secret', counts: [7, 3, 0] } },
      { decide: 'voted' },
      { dissent: 'M09' },
    ],
    expected: { voters: 10, votes: [VOTE], printed: ['M09 ilmoitti eriävän mielipiteensä.'] },
  },
  {
    name: 'the presenter dissents from a decision other than proposed',
    rule: 'esittelijä, when the decision deviates from the proposal',
    present: 'M01–M10 S',
    steps: [
      { counter: 'M04', seconded: 'M05' },
      { vote: { counts: [3, 7, 0] } },
      { decide: 'voted' },
      { dissent: 'S' },
    ],
    expected: {
      voters: 10,
      votes: [{ aye: 3, no: 7, blank: 0, winner: 'no', by: 'majority' }],
      printed: ['S ilmoitti eriävän mielipiteensä.'],
    },
  },
  {
    name: 'the presenter does not dissent from what was proposed',
    rule: 'esittelijä, when the decision deviates from the proposal',
    present: 'M01–M10 S',
    steps: [{ decide: 'as_proposed' }, { dissent: 'S' }],
    expected: {
      voters: 10,
      findings: ['dissent_not_allowed'],
      printed: ['S ilmoitti eriävän mielipiteensä.'],
    },
  },
  {
    name: 'somebody in conflict does not dissent',
    rule: 'only one who took part in the decision',
    steps: [{ counter: 'M04' }, { conflict: 'M04' }, { decide: 'as_proposed' }, { dissent: 'M04' }],
    expected: {
      voters: 9,
      standings: ['void'],
      findings: ['dissent_not_allowed', 'proposer_in_conflict'],
      printed: ['M04 ilmoitti olevansa esteellinen'],
    },
  },
];
