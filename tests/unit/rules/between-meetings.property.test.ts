/** Rules of the work between meetings that hold for anything one may enter. */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  budgetInputSchema,
  budgetTotals,
  missingShare,
  sharesInCents,
  shareSum,
  WHOLE,
} from '../../../db/model/budget.ts';
import { addDays } from '../../../db/model/dates.ts';
import { AppError } from '../../../db/model/errors.ts';
import { indicatorInputSchema, progress } from '../../../db/model/indicator.ts';
import {
  backwardArrows,
  checkArrow,
  column,
  LOGIC_STAGES,
  moveCard,
  type LogicArrow,
  type LogicCard,
} from '../../../db/model/logic-model.ts';
import {
  ACTION_STAGES,
  actionEventSchema,
  actionFlags,
  actionInputSchema,
  bandOf,
  checkStageChange,
  currentStage,
  eventTotals,
  stageChangeSchema,
  VOLUNTEER_BANDS,
  type StageRow,
} from '../../../db/model/volunteer-action.ts';
import { chainOf, type ChainArrow } from '../../../db/model/work-chain.ts';

const TODAY = '2026-11-22';
const day = fc.integer({ min: -900, max: 0 }).map((back) => addDays(TODAY, back));
const stage = fc.constantFrom(...ACTION_STAGES);
const words = fc.string({ minLength: 1, maxLength: 30 }).filter((text) => text.trim() !== '');

describe('stages of an action', () => {
  test('a change is refused without a ground or a day, and nothing else is looked at then', () => {
    fc.assert(
      fc.property(stage, day, fc.stringMatching(/^\s*$/), (to, changedOn, ground) => {
        expect(v.safeParse(stageChangeSchema, { stage: to, changedOn, ground }).success).toBe(false);
        expect(v.safeParse(stageChangeSchema, { stage: to, ground: 'Peruste' }).success).toBe(false);
        expect(() => checkStageChange([], { stage: to, changedOn, ground }, TODAY)).toThrow(AppError);
      }),
    );
  });

  test('however many are noted one after the other, days never go back and no stage follows itself', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(stage, fc.integer({ min: -30, max: 40 })), { maxLength: 12 }),
        (tries) => {
          const rows: (StageRow & { ground: string })[] = [];
          for (const [to, offset] of tries) {
            const changedOn = addDays(TODAY, offset - 20);
            const change = { stage: to, changedOn, ground: 'Kokous' };
            try {
              checkStageChange(rows, change, TODAY);
            } catch (error) {
              expect(error).toBeInstanceOf(AppError);
              continue;
            }
            rows.push({ id: String(rows.length).padStart(3, '0'), ...change });
            expect(currentStage(rows)).toBe(to);
          }
          for (const [index, row] of rows.entries()) {
            expect(row.changedOn <= TODAY).toBe(true);
            const before = rows[index - 1];
            if (!before) continue;
            expect(row.changedOn >= before.changedOn).toBe(true);
            expect(row.stage).not.toBe(before.stage);
          }
        },
      ),
    );
  });
});

describe('counts', () => {
  test('are whole and never negative', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (count) => {
        const event = { heldOn: TODAY, title: 'Retki', participants: count, volunteers: null };
        const parsed = v.safeParse(actionEventSchema, event);
        expect(parsed.success).toBe(Number.isInteger(count) && count >= 0 && count <= 10_000_000);
      }),
    );
  });

  test('sums are those of the events, and what nobody counted is told', () => {
    const count = fc.option(fc.nat({ max: 500 }));
    fc.assert(
      fc.property(
        fc.array(fc.record({ heldOn: day, participants: count, volunteers: count, hours: count })),
        (events) => {
          const totals = eventTotals(events);
          expect(totals.events).toBe(events.length);
          expect(totals.participants).toBe(
            events.map(({ participants }) => participants ?? 0).reduce((a, b) => a + b, 0),
          );
          expect(totals.uncounted).toBe(events.filter(({ participants }) => participants === null).length);
          expect(Math.min(totals.participants, totals.volunteers, totals.hours)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  test('a count lies in its band, and one that does not is refused', () => {
    fc.assert(
      fc.property(fc.nat({ max: 300 }), fc.constantFrom(...VOLUNTEER_BANDS), (count, band) => {
        const parsed = v.safeParse(actionInputSchema, {
          name: 'Toiminto',
          volunteerCount: count,
          volunteerBand: band,
        });
        expect(parsed.success).toBe(bandOf(count) === band);
      }),
    );
  });
});

test('an action is flagged exactly when it has fewer than two fields, lacks somebody, or names one that is gone', () => {
  const organisation = fc.record({
    name: words,
    state: fc.constantFrom('active' as const, 'dormant' as const, 'dissolved' as const),
    endedOn: fc.constant(null),
  });
  fc.assert(
    fc.property(
      stage,
      fc.nat({ max: 4 }),
      fc.option(organisation),
      fc.array(organisation, { maxLength: 3 }),
      (at, fieldCount, lead, partners) => {
        const flags = actionFlags(
          { stage: at, fieldCount, lead, partners, endsOn: null, directTargets: 1 },
          TODAY,
        );
        const codes = flags.map(({ code }) => code);
        expect(codes.includes('few_fields')).toBe(fieldCount < 2);
        expect(codes.includes('no_lead')).toBe(lead === null);
        expect(codes.includes('no_partner')).toBe(partners.length === 0);
        const gone = [lead, ...partners].filter((one) => one?.state === 'dissolved').length;
        expect(codes.filter((code) => code === 'dissolved')).toHaveLength(at === 'ended' ? 0 : gone);
      },
    ),
  );
});

describe('funding shares', () => {
  const shares = fc.array(fc.record({ funder: words, share: fc.integer({ min: 1, max: WHOLE }) }), {
    maxLength: 6,
  });
  const line = fc.record({ name: words, cents: fc.nat({ max: 100_000_000 }), shares });

  test('more than the whole is refused; what is missing makes the whole', () => {
    fc.assert(
      fc.property(line, (one) => {
        const parsed = v.safeParse(budgetInputSchema, { name: 'Talousarvio', lines: [one] });
        expect(parsed.success).toBe(shareSum(one.shares) <= WHOLE);
        expect(shareSum(one.shares) + missingShare(one)).toBe(WHOLE);
      }),
    );
  });

  test('not a cent is lost or made: shares of the whole are the whole', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 100_000_000 }),
        fc.array(fc.integer({ min: 1, max: WHOLE - 1 }), { maxLength: 5 }),
        (cents, cuts) => {
          const places = [0, ...new Set(cuts), WHOLE].sort((a, b) => a - b);
          const whole = places.slice(1).map((place, index) => ({
            funder: `Rahoittaja ${String(index)}`,
            share: place - places[index]!,
          }));
          const parts = sharesInCents({ cents, shares: whole });
          expect(parts.reduce((a, b) => a + b, 0)).toBe(cents);
          expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
          const totals = budgetTotals([{ name: 'Rivi', cents, shares: whole }]);
          expect(totals.openCents).toBe(0);
        },
      ),
    );
  });

  test('8 750 € at 70 % and 30 %', () => {
    const seed = {
      cents: 875_000,
      shares: [
        { funder: 'Liitto', share: 7_000 },
        { funder: 'Opisto', share: 3_000 },
      ],
    };
    expect(sharesInCents(seed)).toEqual([612_500, 262_500]);
    expect(missingShare(seed)).toBe(0);
  });
});

describe('the logic model', () => {
  const cards = fc
    .array(fc.constantFrom(...LOGIC_STAGES), { minLength: 1, maxLength: 10 })
    .map((stages) =>
      LOGIC_STAGES.flatMap((one) =>
        stages.flatMap((own, index): LogicCard[] =>
          own === one ? [{ id: `k${String(index)}`, stage: own, text: `Kortti ${String(index)}` }] : [],
        ),
      ),
    );

  test('a move loses no card, puts it where it was to go, and leaves the order of the others', () => {
    fc.assert(
      fc.property(
        cards,
        fc.nat(),
        fc.constantFrom(...LOGIC_STAGES),
        fc.nat({ max: 12 }),
        (all, which, to, index) => {
          const { id } = all[which % all.length]!;
          const moved = moveCard(all, id, to, index);
          expect(moved.map((card) => card.id).sort()).toEqual(all.map((card) => card.id).sort());
          const own = column({ cards: moved }, to);
          expect(own.findIndex((card) => card.id === id)).toBe(Math.min(index, own.length - 1));
          const others = (list: readonly LogicCard[]): string[] =>
            LOGIC_STAGES.flatMap((one) =>
              column({ cards: list }, one)
                .map((card) => card.id)
                .filter((one) => one !== id),
            );
          expect(others(moved)).toEqual(others(all));
        },
      ),
    );
  });

  test('arrows that are accepted never lead backwards and never close a circle', () => {
    fc.assert(
      fc.property(cards, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 25 }), (all, tries) => {
        const arrows: LogicArrow[] = [];
        for (const [a, b] of tries) {
          const arrow = { from: all[a % all.length]!.id, to: all[b % all.length]!.id };
          try {
            checkArrow({ cards: all, arrows }, arrow);
            arrows.push(arrow);
          } catch (error) {
            expect(error).toBeInstanceOf(AppError);
          }
        }
        expect(backwardArrows({ cards: all, arrows })).toEqual([]);
        expect(new Set(arrows.map(({ from, to }) => `${from} ${to}`)).size).toBe(arrows.length);
        for (const { from, to } of arrows) expect(chainOf({ arrows }, to).after.has(from)).toBe(false);
      }),
    );
  });
});

test('the chain is the same from both ends', () => {
  const arrow = fc
    .tuple(fc.nat({ max: 12 }), fc.nat({ max: 12 }))
    .map(([from, to]): ChainArrow => ({ from: `n${String(from)}`, to: `n${String(to)}` }));
  fc.assert(
    fc.property(fc.array(arrow, { maxLength: 40 }), fc.nat({ max: 12 }), (arrows, start) => {
      const { after } = chainOf({ arrows }, `n${String(start)}`);
      for (const id of after) expect(chainOf({ arrows }, id).before.has(`n${String(start)}`)).toBe(true);
    }),
  );
});

describe('an indicator', () => {
  test('is at its target exactly when the latest value is there or beyond, whichever way is wanted', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('up' as const, 'down' as const),
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: -120, max: 120 }),
        (direction, baseline, way, value) => {
          const target = direction === 'up' ? baseline + way : baseline - way;
          const told = progress({ baseline, target, direction }, [
            { measuredOn: '2026-02-01', value },
            { measuredOn: '2025-02-01', value: 999 },
          ]);
          expect(told.latest?.value).toBe(value);
          expect(told.state === 'reached').toBe(direction === 'up' ? value >= target : value <= target);
          expect(told.share).toBeCloseTo((value - baseline) / (target - baseline));
          if (told.state === 'away') expect(told.share).toBeLessThan(0);
        },
      ),
    );
  });

  test('a target against the wanted direction is refused', () => {
    const parse = (direction: 'up' | 'down') =>
      v.safeParse(indicatorInputSchema, { name: 'Mittari', baseline: 10, target: 5, direction }).success;
    expect(parse('up')).toBe(false);
    expect(parse('down')).toBe(true);
  });
});
