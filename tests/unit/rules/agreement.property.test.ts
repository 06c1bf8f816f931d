/** Properties of agreements, pilots and cases: states and days follow from the facts, and nothing is lost in a table. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  agreementDays,
  agreementFlags,
  agreementState,
  checkSignature,
  renewalPeriod,
  SIGNATURE_STATES,
} from '../../../db/model/agreement.ts';
import { caseTable } from '../../../db/model/case-words.ts';
import { CASE_PHASES, phaseProblem } from '../../../db/model/cooperation-case.ts';
import { AppError } from '../../../db/model/errors.ts';
import { pilotMatrix, projectFlags } from '../../../db/model/project.ts';

const RUNS = { numRuns: 80 };
const day = fc
  .integer({ min: 0, max: 3_000 })
  .map((days) => new Date(Date.UTC(2022, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
const facts = fc.record({
  startsOn: fc.option(day),
  endsOn: fc.option(day),
  noticeMonths: fc.option(fc.integer({ min: 0, max: 24 })),
  remindDays: fc.integer({ min: 0, max: 365 }),
  terminatedOn: fc.option(day, { freq: 5 }),
  isRenewed: fc.boolean(),
  signatures: fc.array(fc.option(fc.constantFrom(...SIGNATURE_STATES)), { minLength: 1, maxLength: 6 }),
});

test('an agreement past its end is never in force, and one in force has a signature', () => {
  fc.assert(
    fc.property(facts, day, (one, today) => {
      const state = agreementState(one, today);
      if (one.endsOn !== null && one.endsOn < today) expect(['ended', 'terminated']).toContain(state);
      if (state === 'in_force' || state === 'upcoming') expect(one.signatures).toContain('signed');
      if (state === 'preparing') expect(one.signatures.every((signature) => signature === null)).toBe(true);
    }),
    RUNS,
  );
});

test('one is reminded before the last day for notice, and that is not after the end', () => {
  fc.assert(
    fc.property(facts, (one) => {
      const days = agreementDays(one);
      if (days === null) {
        expect(one.endsOn === null || one.terminatedOn !== null || one.isRenewed).toBe(true);
        return;
      }
      expect(days.remindOn <= days.noticeBy && days.noticeBy <= days.endsOn).toBe(true);
    }),
    RUNS,
  );
});

test('a renewal begins on the day after and never ends before it begins', () => {
  fc.assert(
    fc.property(day, day, (a, b) => {
      const [startsOn, endsOn] = a < b ? [a, b] : [b, a];
      const next = renewalPeriod({ startsOn, endsOn });
      expect(next.startsOn! > endsOn).toBe(true);
      expect(next.endsOn! >= next.startsOn!).toBe(true);
    }),
    RUNS,
  );
  expect(renewalPeriod({ startsOn: '2022-01-01', endsOn: '2025-12-31' })).toEqual({
    startsOn: '2026-01-01',
    endsOn: '2029-12-31',
  });
});

test('a signature wants the role of the signer and a day in order', () => {
  const values = { state: 'signed' as const, notedOn: '2026-04-15', signerRole: 'kunnanjohtaja', note: '' };
  expect(() => checkSignature(null, { ...values, signerRole: '' }, null)).toThrow(AppError);
  expect(() => checkSignature({ notedOn: '2026-04-16' }, values, null)).toThrow(AppError);
  expect(() => checkSignature(null, values, '2026-04-14')).toThrow(AppError);
  expect(() => checkSignature({ notedOn: '2026-03-18' }, values, '2026-04-15')).not.toThrow();
});

test('an agreement that begins before the one it renews has ended is told', () => {
  const one = {
    startsOn: '2025-12-01',
    endsOn: '2029-12-31',
    noticeMonths: 6,
    remindDays: 60,
    terminatedOn: null,
    isRenewed: false,
    signatures: ['signed', 'sent'] as const,
  };
  const before = { name: 'Edellinen', endsOn: '2025-12-31', terminatedOn: null };
  expect(agreementFlags(one, [], before, '2026-11-22')).toEqual([
    { code: 'unsigned', count: 1 },
    { code: 'overlaps', predecessor: 'Edellinen' },
  ]);
});

test('every pilot stands in exactly one cell', () => {
  const pilot = fc.record({
    area: fc.constantFrom('Joensuu', 'Kitee', 'Lieksa'),
    theme: fc.constantFrom('Nivelvaihe', 'Yritteliäisyys'),
    id: fc.uuid(),
  });
  fc.assert(
    fc.property(fc.array(pilot, { maxLength: 20 }), (pilots) => {
      const { areas, themes, cells } = pilotMatrix(pilots);
      expect([...cells.values()].flat()).toHaveLength(pilots.length);
      expect(cells.size).toBeLessThanOrEqual(areas.length * themes.length);
    }),
    RUNS,
  );
});

test('phases of one area that overlap, and one outside the project, are told', () => {
  const flags = projectFlags(
    {
      state: 'running',
      startsOn: '2025-01-01',
      endsOn: '2026-06-30',
      organisations: [],
      phases: [
        { area: 'Pohjois-Karjala', startsOn: '2025-01-01', endsOn: '2025-12-31' },
        { area: 'Pohjois-Karjala', startsOn: '2025-12-01', endsOn: '2026-12-31' },
      ],
    },
    '2026-11-22',
  );
  expect(flags.map((flag) => flag.code)).toEqual(['past_end', 'phases_overlap', 'phase_outside']);
});

test('phases of a study are in order exactly when each begins no earlier than the one before', () => {
  fc.assert(
    fc.property(fc.array(day, { minLength: 4, maxLength: 4 }), (days) => {
      const phases = CASE_PHASES.map((phase, index) => ({ phase, startsOn: days[index]!, endsOn: null }));
      const isOrdered = days.every((one, index) => index === 0 || one >= days[index - 1]!);
      expect(phaseProblem(phases) === null).toBe(isOrdered);
    }),
    RUNS,
  );
});

test('the comparison has a row for each case and every finding in it', () => {
  const rows = caseTable(
    [
      {
        code: 'YT-1',
        name: 'Verkosto',
        group: 'culture',
        region: 'Pohjois-Karjala',
        organising: 'network',
        description: '',
        transferability: 'Helppo',
        future: '',
        source: '',
        findings: [
          { kind: 'critical', text: 'Säännölliset kokoukset' },
          { kind: 'critical', text: 'Luottamus' },
        ],
        phases: [],
        phase: null,
      },
    ],
    'fi',
  );
  expect(rows).toHaveLength(2);
  expect(rows[1]).toContain('Säännölliset kokoukset; Luottamus');
  expect(rows[1]).toHaveLength(rows[0]!.length);
});
