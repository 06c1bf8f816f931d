/** Ending a conflict of two windows by taking the other's text: what was typed here can be had back. */
import type { Autosave, SaveConflict } from '../api/item-autosave.ts';
import { translate } from '../i18n/language.ts';
import { showToast } from './toasts.ts';

export function takeTheirs(saver: Autosave, { itemId, field }: SaveConflict): void {
  const mine = saver.value(itemId, field);
  saver.resolve(itemId, field, 'theirs');
  showToast({
    kind: 'info',
    message: translate('writing.conflict.taken'),
    action: { label: translate('common.undo'), run: () => saver.edit(itemId, field, mine) },
  });
}
