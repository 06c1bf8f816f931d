/** One saver per meeting for as long as the window lives, and what the components see of it. */
import { useEffect, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { ItemView, MeetingView } from '../../../db/model/meeting-view.ts';
import { bridge } from '../../api/bridge.ts';
import { toClientError } from '../../api/client-error.ts';
import { api } from '../../api/client.ts';
import {
  ItemSaver,
  overall,
  type Conflict,
  type ItemField,
  type ItemState,
  type ItemValues,
} from './item-saver.ts';

export function valuesOf(item: ItemView): ItemValues {
  return {
    kind: item.kind,
    title: item.title,
    diaryNumber: item.diaryNumber,
    presenterId: item.presenter?.id ?? null,
    applicantOrganisationId: item.applicantOrganisation?.id ?? null,
    account: item.account,
    proposal: item.proposal,
  };
}

const savers = new Map<string, ItemSaver>();
let told = false;

/** The shell asks before it closes a window in which something is unsaved. */
function tellShell(): void {
  const unsaved = [...savers.values()].some((saver) => saver.isUnsaved());
  if (unsaved === told) return;
  told = unsaved;
  void bridge().native.setUnsaved(unsaved);
}

export function saverOf(meetingId: string): ItemSaver {
  const known = savers.get(meetingId);
  if (known) return known;
  const saver = new ItemSaver({
    save: (itemId, version, change) => api.items.change.mutate({ itemId, version, change }),
    load: async (itemId) => {
      const view = await api.meetings.get.query({ meetingId });
      const item = view.items.find(({ id }) => id === itemId);
      return item ? { version: item.version, values: valuesOf(item) } : null;
    },
    isConflict: (error) => toClientError(error).code === 'CONFLICT',
    messageOf: (error) => toClientError(error).message,
  });
  saver.store.subscribe(tellShell);
  savers.set(meetingId, saver);
  return saver;
}

/** Shows the saver what the backend has, and writes what waits when the agenda is left. */
export function useSaver(meeting: MeetingView): ItemSaver {
  const saver = saverOf(meeting.id);
  // New items have to be known before their fields are drawn; known ones are compared afterwards.
  for (const item of meeting.items)
    if (saver.value(item.id, 'title') === undefined) saver.seen(item.id, item.version, valuesOf(item));
  useEffect(() => {
    for (const item of meeting.items) saver.seen(item.id, item.version, valuesOf(item));
  }, [saver, meeting.items]);
  useEffect(() => () => void saver.flush(), [saver]);
  return saver;
}

/** A field as it is now. The component follows this field alone. */
export function useField<F extends ItemField>(
  saver: ItemSaver,
  itemId: string,
  field: F,
): ItemValues[F] | undefined {
  return useSyncExternalStore(saver.store.subscribe, () => saver.value(itemId, field));
}

export function useOverall(saver: ItemSaver): ItemState {
  return useStore(saver.store, overall);
}

export function useSavedAt(saver: ItemSaver): number | null {
  return useStore(saver.store, ({ savedAt }) => savedAt);
}

export function useSaveReason(saver: ItemSaver): string | null {
  return useStore(saver.store, ({ reason }) => reason);
}

export function useConflicts(saver: ItemSaver): readonly Conflict[] {
  return useStore(saver.store, ({ conflicts }) => conflicts);
}
