/** One autosave per meeting, for as long as the window lives: what could not be written yet survives its screen. */
import { useEffect, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { bridge } from '../../api/bridge.ts';
import { toClientError } from '../../api/client-error.ts';
import { api } from '../../api/client.ts';
import type { ItemView, MeetingView } from '../../../db/model/meeting-view.ts';
import {
  Autosave,
  overallState,
  type Field,
  type ItemSaveState,
  type SaveConflict,
  type Values,
} from './autosave.ts';

const savers = new Map<string, Autosave>();

/** The fields of an item that autosave writes. */
export function valuesOf(item: ItemView): Values {
  return {
    title: item.title,
    account: item.account,
    proposal: item.proposal,
    proceedings: item.proceedings,
    decision: item.decision,
    decisionType: item.decisionType,
    startedAt: item.startedAt,
    endedAt: item.endedAt,
  };
}

export function saverOf(meetingId: string): Autosave {
  const known = savers.get(meetingId);
  if (known !== undefined) return known;
  const saver = new Autosave({
    save: (itemId, version, change) => api.items.change.mutate({ itemId, version, change }),
    load: async (itemId) => {
      const view: MeetingView = await api.meetings.get.query({ meetingId });
      const item = view.items.find(({ id }) => id === itemId);
      if (item === undefined) throw new Error('The item is gone');
      return { version: item.version, values: valuesOf(item) };
    },
    isConflict: (error) => toClientError(error).code === 'CONFLICT',
    messageOf: (error) => toClientError(error).message,
  });
  saver.store.subscribe(tellShell);
  savers.set(meetingId, saver);
  return saver;
}

let told = false;

/** The shell asks before it closes a window in which something is unsaved. */
function tellShell(): void {
  const unsaved = [...savers.values()].some((saver) => saver.isUnsaved());
  if (unsaved === told) return;
  told = unsaved;
  void bridge().native.setUnsaved(unsaved);
}

/** Shows the saver what the backend has. */
export function useSeen(saver: Autosave, view: MeetingView): void {
  // In an effect of the parent this would come after the first look of the editors.
  for (const item of view.items)
    if (saver.value(item.id, 'title') === undefined) saver.seen(item.id, item.version, valuesOf(item));
  useEffect(() => {
    for (const item of view.items) saver.seen(item.id, item.version, valuesOf(item));
  }, [saver, view.items]);
}

/** The value of a field as it was typed or stored last; follows it. */
export function useItemValue<F extends Field>(saver: Autosave, itemId: string, field: F): Values[F] {
  return useSyncExternalStore(saver.store.subscribe, () => saver.value(itemId, field));
}

/** One word for everything that is being saved. */
export function useSaveState(saver: Autosave): ItemSaveState {
  return useStore(saver.store, overallState);
}

/** When something was last written, and why the last write failed. */
export function useSaveFacts(saver: Autosave): { savedAt: number | null; error: string | null } {
  const savedAt = useStore(saver.store, (state) => state.savedAt);
  const error = useStore(saver.store, (state) => state.error);
  return { savedAt, error };
}

/** The first text that two windows changed. */
export function useSaveConflict(saver: Autosave): SaveConflict | undefined {
  return useStore(saver.store, ({ conflicts }) => conflicts[0]);
}
