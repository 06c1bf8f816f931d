/** The autosave of bulletins: one for the window, so that what could not be written yet survives its screen. */
import { useEffect, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { BulletinChange, BulletinField } from '../../db/model/bulletin.ts';
import { toClientError } from './client-error.ts';
import { api, type Outputs } from './client.ts';
import { Autosave, type SaveConflict, type ItemSaveState } from './item-autosave.ts';
import { registerUnsaved, tellUnsaved } from './unsaved.ts';

type Bulletin = Outputs['bulletins']['get'];
type Text = Bulletin['texts'][number];

let saver: Autosave<BulletinChange> | null = null;
/** Which bulletin a text belongs to, for reading it again after a conflict. */
const bulletinOf = new Map<string, string>();

function theSaver(): Autosave<BulletinChange> {
  if (saver !== null) return saver;
  const made = new Autosave<BulletinChange>({
    save: (textId, version, change) => api.bulletins.change.mutate({ textId, version, change }),
    load: async (textId) => {
      const id = bulletinOf.get(textId);
      if (id === undefined) return null;
      const bulletin = await api.bulletins.get.query({ id });
      const text = bulletin.texts.find((one) => one.id === textId);
      return text === undefined ? null : { version: text.version, values: text.content };
    },
    isConflict: (error) => toClientError(error).code === 'CONFLICT',
    messageOf: (error) => toClientError(error).message,
  });
  registerUnsaved({ isUnsaved: () => made.isUnsaved(), flush: () => made.flush() });
  made.store.subscribe(tellUnsaved);
  saver = made;
  return made;
}

/** The autosave, shown what the backend has of a bulletin. */
export function useBulletinSaver(bulletin: Bulletin): Autosave<BulletinChange> {
  const one = theSaver();
  for (const text of bulletin.texts) {
    bulletinOf.set(text.id, bulletin.id);
    if (!one.knows(text.id)) one.seen(text.id, text.version, text.content);
  }
  useEffect(() => {
    for (const text of bulletin.texts) one.seen(text.id, text.version, text.content);
  }, [one, bulletin.texts]);
  return one;
}

/** The text of a field as it was typed or stored last. */
export function useBulletinField(one: Autosave<BulletinChange>, text: Text, field: BulletinField): string {
  return useSyncExternalStore(one.store.subscribe, () => one.value(text.id, field) ?? '');
}

export function useTextSaving(
  one: Autosave<BulletinChange>,
  textId: string,
): { state: ItemSaveState; savedAt: number | null; conflict: SaveConflict<BulletinChange> | undefined } {
  const state = useStore(one.store, ({ items }) => items[textId] ?? 'saved');
  const savedAt = useStore(one.store, (store) => store.savedAt);
  const conflict = useStore(one.store, ({ conflicts }) => conflicts.find(({ itemId }) => itemId === textId));
  return { state, savedAt, conflict };
}
