/** Tells the list of the editor when "/" or "@" was typed, and gives it the keys while it is open. */
import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { triggerBefore, type Trigger } from './assist.ts';

/** Where a list is open in the text. */
export interface OpenTrigger extends Trigger {
  from: number;
  to: number;
}

interface AssistState {
  open: OpenTrigger | null;
  /** The place of a sign whose list was closed by Escape: it stays closed. */
  dismissed: number | null;
}

/** Who gets the keys while a list is open. */
export class AssistKeys {
  #taker: ((event: KeyboardEvent) => boolean) | null = null;

  /** True when the key was the list's. */
  take(event: KeyboardEvent): boolean {
    return this.#taker?.(event) ?? false;
  }

  /** The list of the moment; the function that it returns ends that. */
  give(taker: (event: KeyboardEvent) => boolean): () => void {
    this.#taker = taker;
    return () => {
      if (this.#taker === taker) this.#taker = null;
    };
  }
}

export const assistKey = new PluginKey<AssistState>('assist');

function triggerAt(state: EditorState): OpenTrigger | null {
  const { $from, empty } = state.selection;
  if (!empty || !$from.parent.isTextblock) return null;
  const trigger = triggerBefore($from.parent.textBetween(0, $from.parentOffset, undefined, '\uFFFC'));
  return trigger && { ...trigger, from: $from.pos - trigger.length, to: $from.pos };
}

/** @param keys asked while a list is open */
export function assistExtension(keys: AssistKeys): Extension {
  return Extension.create({
    name: 'assist',
    // Before the keys of lists and of Enter.
    priority: 1_000,
    addProseMirrorPlugins: () => [
      new Plugin<AssistState>({
        key: assistKey,
        state: {
          init: () => ({ open: null, dismissed: null }),
          apply(transaction, before, _old, now) {
            const meta = transaction.getMeta(assistKey) as { dismiss: number } | undefined;
            if (meta) return { open: null, dismissed: meta.dismiss };
            const dismissed = before.dismissed === null ? null : transaction.mapping.map(before.dismissed);
            const found = triggerAt(now);
            // It opens by typing only; moving the caret behind an old sign does not open it.
            const isOpen =
              found !== null &&
              found.from !== dismissed &&
              (transaction.docChanged || before.open?.from === found.from);
            return { open: isOpen ? found : null, dismissed: found === null ? null : dismissed };
          },
        },
        props: {
          handleKeyDown: (view, event) =>
            assistKey.getState(view.state)?.open != null && !event.isComposing && keys.take(event),
        },
      }),
    ],
  });
}
