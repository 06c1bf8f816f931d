/**
 * Items that come to the board again (siirtyneet asiat): put off (pöydälle), returned for preparation (palautettu),
 * not reached before the meeting closed, or on the agenda of a meeting that was cancelled. Derived from the records of
 * the board's meetings; only that a later item goes on with an earlier one is stored.
 */
import * as v from 'valibot';
import { carriesOver, type DecisionType } from './decision.ts';
import { idSchema } from './identity.ts';
import type { ItemKind } from './meeting.ts';
import { numbersFrozen, type MeetingState } from './meeting-state.ts';

/** Why an item waits for another meeting. */
const CARRY_REASONS = ['tabled', 'returned', 'unfinished', 'cancelled'] as const;
export type CarryReason = (typeof CARRY_REASONS)[number];

/** Kinds of items that are matters of the board and not forms of the meeting. */
const MATTER_KINDS: readonly ItemKind[] = ['decision', 'statement', 'discussion', 'information', 'follow_up'];

export function isMatter(kind: ItemKind): boolean {
  return MATTER_KINDS.includes(kind);
}

/** An item of the board as these rules see it. */
export interface CarriedItem {
  itemId: string;
  meetingState: MeetingState;
  kind: ItemKind;
  decisionType: DecisionType | null;
  /** Whether a kind or a text of a decision has been recorded. */
  decided: boolean;
}

/**
 * Why an item comes to the board again; null when the board has done with it, or its meeting is not over.
 * A standing item that was merely not recorded is not carried over: the next meeting has its own.
 */
export function carryReason(item: CarriedItem): CarryReason | null {
  if (item.meetingState === 'cancelled') return isMatter(item.kind) ? 'cancelled' : null;
  if (!numbersFrozen(item.meetingState)) return null;
  if (item.decisionType !== null && carriesOver(item.decisionType))
    return item.decisionType === 'returned' ? 'returned' : 'tabled';
  return !item.decided && isMatter(item.kind) ? 'unfinished' : null;
}

/** A later item goes on with an earlier one. */
export interface ItemLink {
  itemId: string;
  previousItemId: string;
}

/**
 * The items that wait: those with a reason that no later item goes on with and nobody has dismissed. In a chain only
 * the last one waits.
 */
export function waitingItems<T extends CarriedItem>(
  items: readonly T[],
  links: readonly ItemLink[],
  dismissedIds: ReadonlySet<string>,
): (T & { reason: CarryReason })[] {
  const continued = new Set(links.map((link) => link.previousItemId));
  return items.flatMap((item) => {
    const reason = carryReason(item);
    return reason === null || continued.has(item.itemId) || dismissedIds.has(item.itemId)
      ? []
      : [{ ...item, reason }];
  });
}

/** The items that an item goes on with, the first one first, without itself. Circles end where they close. */
export function itemHistory(itemId: string, links: readonly ItemLink[]): string[] {
  const previous = new Map(links.map((link) => [link.itemId, link.previousItemId]));
  const history: string[] = [];
  let at = previous.get(itemId);
  while (at !== undefined && at !== itemId && !history.includes(at)) {
    history.unshift(at);
    at = previous.get(at);
  }
  return history;
}

/** One earlier dealing with a matter (aiempi käsittely), as the minutes print it. */
export interface EarlierDealing {
  /** "3/2026 § 32" */
  reference: string;
  /** Null: it was decided then, and taken up again. */
  reason: CarryReason | null;
}

export const takeCarriedSchema = v.object({ meetingId: idSchema, itemId: idSchema });
export const dismissCarriedSchema = v.object({
  itemId: idSchema,
  reason: v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(500, 'too_long')),
});
