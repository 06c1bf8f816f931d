/** The order of the items as wanted: shown at once, written behind it. */
import { useCallback, useMemo, useRef, useState } from 'react';
import type { ItemView, MeetingView } from '../../../db/model/meeting-view.ts';
import { toClientError } from '../../api/client-error.ts';
import { api } from '../../api/client.ts';
import { showToast } from '../../ui/toasts.ts';

/** The ids with one of them at another place; the same array when nothing changes. */
export function moved(ids: readonly string[], id: string, place: number): readonly string[] {
  const from = ids.indexOf(id);
  const to = Math.max(0, Math.min(place, ids.length - 1));
  if (from === -1 || from === to) return ids;
  const others = ids.filter((one) => one !== id);
  return [...others.slice(0, to), id, ...others.slice(to)];
}

/** Where a dragged item comes to lie, as its place among all items when it is taken out of them. */
export function dropPlace(
  ids: readonly string[],
  dragged: string,
  target: string,
  position: 'before' | 'after' | 'on',
): number {
  const others = ids.filter((id) => id !== dragged);
  const at = others.indexOf(target);
  return at === -1 ? ids.indexOf(dragged) : at + (position === 'after' ? 1 : 0);
}

/** An item with the number of the place where it stands now. */
export interface PlacedItem {
  item: ItemView;
  /** "30 §" or "5." */
  label: string;
  index: number;
}

/** How long the wanted order outlives its write; the announced view has it by then. */
const SETTLING = 600;

export function useOrder(meeting: MeetingView): {
  items: readonly PlacedItem[];
  move: (id: string, place: number) => boolean;
} {
  const [wanted, setWanted] = useState<readonly string[] | null>(null);
  const latest = useRef<readonly string[] | null>(null);

  const items = useMemo(() => {
    const byId = new Map(meeting.items.map((item) => [item.id, item]));
    // Items that came or went meanwhile make the wanted order void.
    const isValid =
      wanted !== null && wanted.length === meeting.items.length && wanted.every((id) => byId.has(id));
    const ids = isValid ? wanted : meeting.items.map(({ id }) => id);
    return ids.flatMap((id, index): PlacedItem[] => {
      const item = byId.get(id);
      return item ? [{ item, label: meeting.items[index]?.sectionLabel ?? '', index }] : [];
    });
  }, [meeting.items, wanted]);

  const move = useCallback(
    (id: string, place: number): boolean => {
      const now = latest.current ?? meeting.items.map((item) => item.id);
      const next = moved(now, id, place);
      if (next === now) return false;
      latest.current = next;
      setWanted(next);
      const settle = (): void => {
        if (latest.current !== next) return;
        latest.current = null;
        setWanted(null);
      };
      void api.items.move.mutate({ itemId: id, position: next.indexOf(id) }).then(
        () => setTimeout(settle, SETTLING),
        (thrown: unknown) => {
          settle();
          showToast({ kind: 'failed', message: toClientError(thrown).message });
        },
      );
      return true;
    },
    [meeting.items],
  );

  return { items, move };
}
