/** Rules of immigrant inclusion: coverage equals its rows, counts of paths, small counts and opening hours. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import * as v from 'valibot';
import { addDays } from '../../../db/model/dates.ts';
import { coverage, coveredEntries, type CoveredEntry } from '../../../db/model/inclusion-coverage.ts';
import { coverageTable } from '../../../db/model/inclusion-export.ts';
import { checkPeriod, pathFindings } from '../../../db/model/inclusion-path.ts';
import {
  figureOfYear,
  INCLUSION_KINDS,
  inclusionInputSchema,
  isInForce,
  ofKind,
} from '../../../db/model/inclusion.ts';
import {
  nextOpening,
  openOn,
  overlappingDays,
  weeklyHoursSchema,
  weeklyText,
  type WeeklyHours,
} from '../../../db/model/opening-hours.ts';
import { countRange, shownCount, shownSum } from '../../../db/model/small-counts.ts';
import { SPOKEN_LANGUAGES } from '../../../db/model/spoken-language.ts';

const RUNS = { numRuns: 80 };
const codes = ['167', '260', '422', '541'];
const municipalities = codes.map((code) => ({ code, name: { fi: `Kunta ${code}` } }));
const day = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays('2024-01-01', days));
const entry = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom(...INCLUSION_KINDS),
    name: fc.constant('Toimi'),
    languages: fc.subarray([...SPOKEN_LANGUAGES].slice(0, 8)),
    municipalities: fc.subarray([...codes, '091']),
    isRegional: fc.boolean(),
    startsOn: day,
    length: fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }),
  })
  .map(({ length, ...one }): CoveredEntry => ({
    ...one,
    endsOn: length === null ? null : addDays(one.startsOn, length),
  }));
const filter = fc.record({
  period: fc.option(
    fc
      .tuple(day, fc.integer({ min: 0, max: 400 }))
      .map(([from, days]) => ({ from, to: addDays(from, days) })),
    { nil: null },
  ),
  language: fc.option(fc.constantFrom(...SPOKEN_LANGUAGES.slice(0, 8)), { nil: null }),
});

describe('coverage', () => {
  it('equals its rows: every number is the number of entries behind it', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 25 }), filter, (entries, wanted) => {
        const found = coverage(entries, municipalities, wanted);
        const shown = coveredEntries(entries, wanted);
        for (const kind of INCLUSION_KINDS) {
          const ofThis = shown.filter((one) => one.kind === kind);
          const pairs = ofThis.flatMap((one) => one.municipalities.filter((code) => codes.includes(code)));
          expect(found.rows.reduce((sum, row) => sum + row.cells[kind].entryIds.length, 0)).toBe(
            pairs.length,
          );
          expect(found.covered[kind]).toBe(
            codes.filter((code) => ofThis.some((one) => one.isRegional || one.municipalities.includes(code)))
              .length,
          );
        }
        for (const row of found.rows) {
          const here = shown.filter((one) => one.isRegional || one.municipalities.includes(row.code));
          expect(new Set(row.languages)).toEqual(new Set(here.flatMap(({ languages }) => languages)));
          expect(new Set(row.ownLanguages)).toEqual(
            new Set(
              shown
                .filter((one) => one.municipalities.includes(row.code))
                .flatMap(({ languages }) => languages),
            ),
          );
          expect(row.gaps).toEqual(INCLUSION_KINDS.filter((kind) => !here.some((one) => one.kind === kind)));
        }
        expect(found.gaps).toBe(found.rows.reduce((sum, { gaps }) => sum + gaps.length, 0));
        for (const { code, municipalities: count } of found.languages)
          expect(count).toBe(found.rows.filter(({ languages }) => languages.includes(code)).length);
      }),
      RUNS,
    );
  });

  it('as a table has a row for each municipality, and says what is missing', () => {
    const empty = coverage([], municipalities, { period: null, language: null });
    const table = coverageTable(
      { region: null, coverage: empty, filter: { period: null, language: null }, entries: [] },
      'fi',
    );
    expect(table.rows).toHaveLength(codes.length);
    expect(table.rows[0]).toEqual([
      'Kunta 167',
      'puuttuu',
      'puuttuu',
      'puuttuu',
      'puuttuu',
      'puuttuu',
      '',
      'polut, kohtaamiset, koulutukset, aineistot, tukipisteet',
    ]);
  });
});

describe('counts of a path', () => {
  const steps = ['a', 'b', 'c'].map((id) => ({ id, name: `Vaihe ${id}` }));
  const count = fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined });

  it('are told of exactly when a later one is larger or a total does not hold them', () => {
    fc.assert(
      fc.property(
        fc.tuple(count, count, count),
        fc.option(fc.integer({ min: 0, max: 90 }), { nil: null }),
        fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
        (numbers, total, leftCount) => {
          const counts = Object.fromEntries(
            steps.flatMap(({ id }, index) => {
              const number = numbers[index];
              return number === undefined ? [] : [[id, number] as const];
            }),
          );
          const findings = pathFindings(steps, {
            startsOn: '2026-01-01',
            endsOn: '2026-06-30',
            total,
            leftCount,
            counts,
          });
          const has = (code: string): boolean => findings.some((one) => one.code === code);
          const known = numbers.filter((number) => number !== undefined);
          expect(has('later_larger')).toBe(known.some((number, at) => at > 0 && number > known[at - 1]!));
          expect(has('total_below')).toBe(total !== null && known.some((number) => number > total));
          expect(has('left_over')).toBe(
            total !== null && leftCount !== null && leftCount + (numbers[2] ?? 0) > total,
          );
          expect(findings.filter(({ code }) => code === 'not_counted')).toHaveLength(3 - known.length);
        },
      ),
      RUNS,
    );
  });

  it('need steps, and periods that share no day', () => {
    const period = { startsOn: '2026-01-01', endsOn: '2026-06-30' };
    expect(() => checkPeriod([], [], period)).toThrow(
      expect.objectContaining({ code: 'PATH_WITHOUT_STEPS' }),
    );
    expect(() => checkPeriod(steps, [{ startsOn: '2026-06-30', endsOn: '2026-12-31' }], period)).toThrow(
      expect.objectContaining({
        code: 'PERIODS_OVERLAP',
        details: { from: '2026-06-30', to: '2026-12-31' },
        fields: { startsOn: 'periods_overlap' },
      }),
    );
    expect(() =>
      checkPeriod(steps, [{ startsOn: '2026-07-01', endsOn: '2026-12-31' }], period),
    ).not.toThrow();
  });

  it('overlap exactly when a day is in both', () => {
    const period = fc
      .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 8 }))
      .map(([from, length]) => ({ from, to: from + length }));
    fc.assert(
      fc.property(period, period, (one, other) => {
        const dated = [one, other].map(({ from, to }) => ({
          startsOn: addDays('2026-01-01', from),
          endsOn: addDays('2026-01-01', to),
        }));
        const days = (range: { from: number; to: number }) =>
          Array.from({ length: range.to - range.from + 1 }, (_, at) => range.from + at);
        expect(overlappingDays(dated) !== null).toBe(days(one).some((at) => days(other).includes(at)));
      }),
      RUNS,
    );
  });
});

describe('small counts', () => {
  it.each([
    [0, '0'],
    [1, '1–4'],
    [4, '1–4'],
    [5, '5'],
    [94, '94'],
  ])('%d is shown as %s', (count, shown) => {
    expect(shownCount(count)).toBe(shown);
  });

  it('are not revealed by a sum: it lies in the range that is shown', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 12 }), (counts) => {
        const sum = counts.reduce((all, one) => all + one, 0);
        const [low = 0, high = low] = shownSum(counts).split('–').map(Number);
        expect(low).toBeLessThanOrEqual(sum);
        expect(high).toBeGreaterThanOrEqual(sum);
        const small = counts.filter((one) => countRange(one).low !== countRange(one).high).length;
        expect(high - low).toBe(3 * small);
      }),
      RUNS,
    );
  });

  test('a negative count is nothing that could be shown', () => {
    expect(() => shownCount(-1)).toThrow(RangeError);
  });
});

describe('opening hours', () => {
  const hours: WeeklyHours[] = [
    { weekday: 1, opensAt: '09:00', closesAt: '15:00' },
    { weekday: 2, opensAt: '09:00', closesAt: '15:00' },
    { weekday: 5, opensAt: '13:00', closesAt: '15:00' },
    { weekday: 5, opensAt: '09:00', closesAt: '12:00' },
  ];
  const closed = {
    startsOn: '2026-12-24',
    endsOn: '2027-01-03',
    opensAt: null,
    closesAt: null,
    reason: 'joulu',
  };

  test('days with the same hours are told together', () => {
    expect(weeklyText(hours, 'fi')).toBe(
      'ma–ti 9.00–15.00, pe 9.00–12.00 ja 13.00–15.00'.replaceAll('9.00', '09.00'),
    );
  });

  test('an exception takes the place of the week', () => {
    // 25.12.2026 is a Friday.
    expect(openOn(hours, [closed], '2026-12-18')).toHaveLength(2);
    expect(openOn(hours, [closed], '2026-12-25')).toEqual([]);
    expect(nextOpening(hours, [closed], '2026-12-24')).toEqual({
      date: '2027-01-04',
      opensAt: '09:00',
      closesAt: '15:00',
    });
    expect(nextOpening([], [], '2026-12-24')).toBeNull();
  });

  test('times of one day that overlap, and a closing before the opening, are refused', () => {
    const issue = (value: unknown) => v.safeParse(weeklyHoursSchema, value).issues?.[0]?.message;
    expect(issue([...hours, { weekday: 1, opensAt: '14:59', closesAt: '16:00' }])).toBe('hours_overlap');
    expect(issue([{ weekday: 1, opensAt: '15:00', closesAt: '15:00' }])).toBe('hours_order');
    expect(issue([...hours, { weekday: 1, opensAt: '15:00', closesAt: '16:00' }])).toBeUndefined();
  });
});

describe('an entry', () => {
  test('keeps only what its kind has', () => {
    const values = v.parse(inclusionInputSchema, {
      kind: 'material',
      name: 'Opas',
      participantCount: 5,
      topic: 'Aihe',
      plainState: 'plain',
      weeklyHours: [{ weekday: 1, opensAt: '09:00', closesAt: '10:00' }],
    });
    expect(ofKind(values)).toMatchObject({
      participantCount: null,
      topic: '',
      plainState: 'plain',
      weeklyHours: [],
    });
  });

  test('that is held needs its day, a count its band, a link its form', () => {
    const fields = (value: object) =>
      v
        .safeParse(inclusionInputSchema, { name: 'Toimi', ...value })
        .issues?.map(({ message, path }) => [String(path?.[0]?.key), message]);
    expect(fields({ kind: 'event' })).toEqual([['startsOn', 'required']]);
    expect(
      fields({ kind: 'event', startsOn: '2026-05-01', participantBand: '1-9', participantCount: 12 }),
    ).toEqual([['participantCount', 'band_differs']]);
    expect(fields({ kind: 'path', participantCount: -1 })).toEqual([['participantCount', 'negative']]);
    expect(fields({ kind: 'material', link: 'javascript:alert(1)' })).toEqual([['link', 'link_form']]);
    expect(fields({ kind: 'material', link: 'https://example.org/opas' })).toBeUndefined();
  });

  test('that is held is there on its days alone', () => {
    const event = { kind: 'event' as const, startsOn: '2026-05-01', endsOn: null };
    expect(isInForce(event, '2026-05-01')).toBe(true);
    expect(isInForce(event, '2026-05-02')).toBe(false);
    expect(isInForce({ ...event, kind: 'support_point' }, '2026-05-02')).toBe(true);
  });

  test('figures of a year are added up, the latest day is that of the sum', () => {
    const figure = (code: string, on: string, count: number) => ({
      entryId: code,
      code,
      name: code,
      on,
      count,
    });
    const figures = [
      figure('MO-2', '2026-09-12', 94),
      figure('MO-9', '2026-04-15', 4),
      figure('MO-1', '2025-01-01', 7),
    ];
    expect(figureOfYear(figures, '2026')).toMatchObject({ on: '2026-09-12', value: 98 });
    expect(figureOfYear(figures, '2024')).toBeNull();
  });
});
