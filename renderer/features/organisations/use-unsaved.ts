/** Asks before changes of a form are lost: by another screen, another card, or the closing of the window. */
import { useEffect } from 'react';
import { useUnsavedSource } from '../../api/unsaved.ts';
import { translate } from '../../i18n/language.ts';
import { confirm } from '../../ui/confirm.ts';
import { guardLeaving } from '../../ui/navigation.ts';
import { guardPanel } from './panel-store.ts';

function askToDiscard(): Promise<boolean> {
  return confirm({
    title: translate('organisations.discardTitle'),
    body: translate('organisations.discardBody'),
    confirmLabel: translate('organisations.discard'),
    cancelLabel: translate('organisations.keepEditing'),
    isDangerous: true,
  });
}

export function useUnsaved(isUnsaved: boolean): void {
  useUnsavedSource(isUnsaved);
  useEffect(() => {
    if (!isUnsaved) return;
    const lifts = [guardLeaving(askToDiscard), guardPanel(askToDiscard)];
    return () => {
      for (const lift of lifts) lift();
    };
  }, [isUnsaved]);
}
