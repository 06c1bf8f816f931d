/**
 * One autosave per meeting, for as long as the window lives and for every screen of it: what could not be written yet
 * survives its screen, and the agenda and the live minutes never compete.
 */
import { useEffect, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { TEXT_PARTS } from '../../db/model/meeting.ts';
import { mentionKey, withoutMentions } from '../../db/model/rich-text.ts';
import type { ItemView, MeetingView } from '../../db/model/meeting-view.ts';
import { toClientError } from './client-error.ts';
import { api } from './client.ts';
import {
  Autosave,
  overallState,
  type Field,
  type ItemSaveState,
  type SaveConflict,
  type Values,
} from './item-autosave.ts';
import { registerUnsaved, tellUnsaved } from './unsaved.ts';

const savers = new Map<string, Autosave>();

/** The fields of an item that autosave writes. */
function valuesOf(item: ItemView): Values {
  return {
    kind: item.kind,
    title: item.title,
    diaryNumber: item.diaryNumber,
    presenterId: item.presenter?.id ?? null,
    applicantOrganisationId: item.applicantOrganisation?.id ?? null,
    account: item.account,
    proposal: item.proposal,
    proceedings: item.proceedings,
    decision: item.decision,
    decisionType: item.decisionType,
    startedAt: item.startedAt,
    endedAt: item.endedAt,
  };
}

/**
 * Writes a change. Text that was copied from another database may link to what is not here: its words are kept, those
 * links are not.
 */
async function saveItem(
  itemId: string,
  version: number,
  change: Values,
): Promise<{ version: number; stored?: Values }> {
  try {
    return await api.items.change.mutate({ itemId, version, change });
  } catch (thrown) {
    const { code, details } = toClientError(thrown);
    if (code !== 'MENTION_UNKNOWN') throw thrown;
    const unknown = new Set(String(details['unknown']).split(' '));
    const stored: Values = {};
    for (const part of TEXT_PARTS) {
      const text = change[part];
      if (text) stored[part] = withoutMentions(text, (mention) => unknown.has(mentionKey(mention)));
    }
    const written = await api.items.change.mutate({ itemId, version, change: { ...change, ...stored } });
    return { ...written, stored };
  }
}

export function saverOf(meetingId: string): Autosave {
  const known = savers.get(meetingId);
  if (known !== undefined) return known;
  const saver = new Autosave({
    save: saveItem,
    load: async (itemId) => {
      const view = await api.meetings.get.query({ meetingId });
      const item = view.items.find(({ id }) => id === itemId);
      return item === undefined ? null : { version: item.version, values: valuesOf(item) };
    },
    isConflict: (error) => toClientError(error).code === 'CONFLICT',
    messageOf: (error) => toClientError(error).message,
  });
  registerUnsaved({ isUnsaved: () => saver.isUnsaved(), flush: () => saver.flush() });
  saver.store.subscribe(tellUnsaved);
  savers.set(meetingId, saver);
  return saver;
}

/** The autosave of a meeting, shown what the backend has. */
export function useSaver(view: MeetingView): Autosave {
  const saver = saverOf(view.id);
  // New items have to be known before their fields are drawn; known ones are compared afterwards.
  for (const item of view.items) if (!saver.knows(item.id)) saver.seen(item.id, item.version, valuesOf(item));
  useEffect(() => {
    for (const item of view.items) saver.seen(item.id, item.version, valuesOf(item));
  }, [saver, view.items]);
  return saver;
}

/** The value of a field as it was typed or stored last. The component follows this field alone. */
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

/** Fields that two windows changed, in the order in which that was noticed. */
export function useSaveConflicts(saver: Autosave): readonly SaveConflict[] {
  return useStore(saver.store, ({ conflicts }) => conflicts);
}
