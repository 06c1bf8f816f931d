/** The ledger of deliveries: its states, and who has not got the newest version. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  coverageOf,
  DELIVERY_EVENTS,
  hasReached,
  mayFollow,
  stateAfter,
  type DeliveryEvent,
} from '../../../db/model/delivery.ts';

const newest = { sha256: 'b', number: 2 };
const older = { sha256: 'a', number: 1 };

describe('the events of a delivery', () => {
  test.each<[from: DeliveryEvent | null, allowed: DeliveryEvent[]]>([
    [null, ['prepared', 'sent']],
    ['prepared', ['prepared', 'sent', 'bounced', 'withdrawn']],
    ['sent', ['prepared', 'sent', 'bounced', 'acknowledged']],
    ['bounced', ['prepared', 'sent', 'withdrawn']],
    ['acknowledged', ['prepared', 'sent']],
    ['withdrawn', ['prepared', 'sent']],
  ])('after %s', (from, allowed) => {
    expect(DELIVERY_EVENTS.filter((event) => mayFollow(from, event))).toEqual(allowed);
  });

  test('a new draft does not undo what went before it', () => {
    expect(stateAfter(['sent', 'prepared'])).toBe('sent');
    expect(stateAfter(['sent', 'acknowledged', 'prepared'])).toBe('acknowledged');
    expect(stateAfter(['sent', 'bounced', 'prepared'])).toBe('prepared');
    expect(stateAfter([])).toBeNull();
  });

  test('nobody has a document that never went', () => {
    const runs = fc.array(fc.constantFrom(...DELIVERY_EVENTS), { maxLength: 12 });
    fc.assert(
      fc.property(runs, (wanted) => {
        const events: DeliveryEvent[] = [];
        for (const event of wanted) if (mayFollow(stateAfter(events), event)) events.push(event);
        if (hasReached(stateAfter(events))) expect(events).toContain('sent');
        if (events.at(-1) === 'bounced') expect(hasReached(stateAfter(events))).toBe(false);
      }),
    );
  });
});

describe('who has got the newest version', () => {
  const facts = (version: typeof newest, state: DeliveryEvent) => ({ recipient: 'x', version, state });
  test.each([
    ['nothing is known', [], 'missing'],
    ['it went', [facts(newest, 'sent')], 'reached'],
    ['it was acknowledged', [facts(newest, 'acknowledged')], 'reached'],
    ['it bounced', [facts(newest, 'bounced')], 'bounced'],
    ['a draft waits', [facts(newest, 'prepared')], 'prepared'],
    ['a draft was withdrawn', [facts(newest, 'withdrawn')], 'missing'],
    ['an older one went', [facts(older, 'sent')], 'older'],
    ['an older one bounced', [facts(older, 'bounced')], 'missing'],
    [
      'an older one went and a draft of the newest waits',
      [facts(older, 'sent'), facts(newest, 'prepared')],
      'prepared',
    ],
    ['somebody else got it', [{ ...facts(newest, 'sent'), recipient: 'y' }], 'missing'],
  ] as const)('%s', (_, deliveries, expected) => {
    expect(coverageOf('x', newest, deliveries, new Set())).toBe(expected);
    // What waits in the queue of e-mail was prepared, and is told apart from a draft.
    expect(coverageOf('x', newest, deliveries, new Set(['x']))).toBe(
      expected === 'prepared' ? 'queued' : expected,
    );
  });
});
