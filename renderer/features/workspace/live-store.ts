/** What the live minutes show: the item looked at, the panes, and the clock by which entries are stamped. */
import { create } from 'zustand';
import type { ItemView, MeetingView } from '../../../db/model/meeting-view.ts';
import { dateToday, timeNow } from './clock.ts';

interface LiveState {
  /** By meeting: the item in the middle; without one it is the item being dealt with. */
  selected: Readonly<Record<string, string>>;
  /** The document beside the minutes. */
  preview: boolean;
  /** A time set by hand, for minutes taken afterwards; null: the time of the moment. */
  handTime: string | null;
}

export const useLive = create<LiveState>()(() => ({ selected: {}, preview: false, handTime: null }));

export function selectItem(meetingId: string, itemId: string): void {
  useLive.setState(({ selected }) => ({ selected: { ...selected, [meetingId]: itemId } }));
}

export function setPreview(preview: boolean): void {
  useLive.setState({ preview });
}

export function setHandTime(handTime: string | null): void {
  useLive.setState({ handTime });
}

/**
 * The time with which an entry is stamped: the one set by hand, else that of the moment. On another day than the
 * meeting's the moment means nothing; there it is the time when the item began, as far as that is known.
 */
export function stampFor(
  view: Pick<MeetingView, 'heldOn' | 'startedAt' | 'plannedStart'>,
  item: Pick<ItemView, 'startedAt'> | undefined,
  handTime: string | null = useLive.getState().handTime,
): string {
  if (handTime !== null) return handTime;
  if (view.heldOn === dateToday()) return timeNow();
  return item?.startedAt ?? view.startedAt ?? view.plannedStart ?? timeNow();
}
