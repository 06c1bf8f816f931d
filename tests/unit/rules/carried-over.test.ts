/** Items that come to the board again, and their history. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  carryReason,
  isMatter,
  itemHistory,
  waitingItems,
  type CarriedItem,
} from '../../../db/model/carried-over.ts';
import { DECISION_TYPES } from '../../../db/model/decision.ts';
import { ITEM_KINDS } from '../../../db/model/meeting.ts';
import { MEETING_STATES } from '../../../db/model/meeting-state.ts';

const item = (change: Partial<CarriedItem> = {}): CarriedItem => ({
  itemId: 'a',
  meetingState: 'closed',
  kind: 'decision',
  decisionType: null,
  decided: false,
  ...change,
});

describe('why an item comes again', () => {
  test('tabled and returned, whatever the item is', () => {
    for (const kind of ITEM_KINDS) {
      expect(carryReason(item({ kind, decisionType: 'tabled', decided: true }))).toBe('tabled');
      expect(carryReason(item({ kind, decisionType: 'returned', decided: true }))).toBe('returned');
    }
  });
  test('a matter not reached before the meeting closed, but no standing item', () => {
    for (const kind of ITEM_KINDS)
      expect(carryReason(item({ kind }))).toBe(isMatter(kind) ? 'unfinished' : null);
  });
  test('the matters of a cancelled meeting', () => {
    for (const kind of ITEM_KINDS)
      expect(carryReason(item({ kind, meetingState: 'cancelled' }))).toBe(
        isMatter(kind) ? 'cancelled' : null,
      );
  });
  test('nothing that was decided, and nothing of a meeting that goes on', () => {
    for (const meetingState of MEETING_STATES)
      for (const decisionType of DECISION_TYPES) {
        const reason = carryReason(item({ meetingState, decisionType, decided: true }));
        const isOver = ['closed', 'under_examination', 'examined', 'published'].includes(meetingState);
        const again = decisionType === 'tabled' || decisionType === 'returned';
        expect(reason !== null).toBe(meetingState === 'cancelled' || (isOver && again));
      }
    expect(carryReason(item({ meetingState: 'in_session' }))).toBeNull();
  });
});

describe('what waits', () => {
  const tabled = (itemId: string) => item({ itemId, decisionType: 'tabled', decided: true });
  test('is what no later item goes on with', () => {
    const all = [tabled('a'), tabled('b'), tabled('c')];
    expect(
      waitingItems(all, [{ itemId: 'b', previousItemId: 'a' }], new Set(['c'])).map((one) => one.itemId),
    ).toEqual(['b']);
  });
  test('of a chain that was carried over and over only the last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), (length) => {
        const all = Array.from({ length }, (_, index) => tabled(`i${index}`));
        const links = all.slice(1).map(({ itemId }, index) => ({ itemId, previousItemId: `i${index}` }));
        expect(waitingItems(all, links, new Set()).map((one) => one.itemId)).toEqual([`i${length - 1}`]);
        expect(itemHistory(`i${length - 1}`, links)).toEqual(all.slice(0, -1).map((one) => one.itemId));
      }),
    );
  });
});

describe('history', () => {
  test('of an item without an earlier one is empty', () => expect(itemHistory('a', [])).toEqual([]));
  test('ends where a circle closes, whatever the links', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const links = fc.uniqueArray(
      fc.record({ itemId: fc.constantFrom(...ids), previousItemId: fc.constantFrom(...ids) }),
      { selector: (link) => link.itemId },
    );
    fc.assert(
      fc.property(fc.constantFrom(...ids), links, (id, any) => {
        const history = itemHistory(id, any);
        expect(new Set(history).size).toBe(history.length);
        expect(history).not.toContain(id);
        const direct = any.find((link) => link.itemId === id)?.previousItemId;
        if (direct !== undefined && direct !== id) expect(history.at(-1)).toBe(direct);
      }),
    );
  });
});
