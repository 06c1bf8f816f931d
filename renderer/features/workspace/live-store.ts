/** What the live minutes show: the item looked at, the panes, and the clock by which entries are stamped. */
import { create } from 'zustand';
import { timeNow } from './clock.ts';

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

/** The time an entry made now is stamped with. */
export function stamp(): string {
  return useLive.getState().handTime ?? timeNow();
}
