/**
 * What the user can do from anywhere: the command palette lists it, a shortcut or the menu bar starts it. A feature
 * exports `actions` from `renderer/features/<name>/actions.ts`; a screen adds its own while shown by `useActions`.
 */
import { useEffect } from 'react';
import { create } from 'zustand';
import type { Translate } from '../i18n/language.ts';
import type { IconName } from './icons.ts';

export interface Action {
  /** Stable id; a command of the menu bar with the same name starts it, e.g. `new-meeting`. */
  id: string;
  /** Follows the language: `(t) => t('meetings.new')`. */
  title: (t: Translate) => string;
  /** The name of what it opens; typed whole, it comes first. */
  name?: string;
  icon?: IconName;
  /** `Ctrl+N`, `Ctrl+Shift+L`, `F9`: names of `KeyboardEvent.key` after the modifiers. */
  shortcut?: string;
  /** Other words by which it is found, in any language. */
  keywords?: string;
  /** False hides it and its shortcut. */
  isEnabled?: () => boolean;
  run: () => void | Promise<void>;
}

export const useActionStore = create<{ actions: readonly Action[] }>()(() => ({ actions: [] }));

/** Adds actions; one with an id that is already there takes its place. Returns the function that removes them. */
export function registerActions(added: readonly Action[]): () => void {
  const ids = new Set(added.map(({ id }) => id));
  useActionStore.setState(({ actions }) => ({
    actions: [...actions.filter(({ id }) => !ids.has(id)), ...added],
  }));
  return () =>
    useActionStore.setState(({ actions }) => ({
      actions: actions.filter((action) => !added.includes(action)),
    }));
}

/** Actions of a screen while it is shown. Give a stable array (`useMemo` or a constant). */
export function useActions(actions: readonly Action[]): void {
  useEffect(() => registerActions(actions), [actions]);
}

/** Runs the action of an id, if it is there and enabled. */
export function runAction(id: string): boolean {
  const action = useActionStore.getState().actions.find((one) => one.id === id);
  if (!action || action.isEnabled?.() === false) return false;
  void action.run();
  return true;
}

/** The parts of `Ctrl+Shift+L` in the order in which they are shown. */
export function shortcutParts(shortcut: string): string[] {
  return shortcut.split('+').map((part) => (part === '' ? '+' : part));
}

/** True when the pressed keys are the shortcut. Ctrl is also ⌘. */
export function matchesShortcut(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  shortcut: string,
): boolean {
  const parts = shortcutParts(shortcut);
  const key = parts.at(-1)!.toLowerCase();
  return (
    event.key.toLowerCase() === key &&
    (event.ctrlKey || event.metaKey) === parts.includes('Ctrl') &&
    event.altKey === parts.includes('Alt') &&
    event.shiftKey === parts.includes('Shift')
  );
}
