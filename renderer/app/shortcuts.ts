/** The keys that work everywhere, and the commands of the menu bar. Both start actions of the registry. */
import { bridge } from '../api/bridge.ts';
import { showToast } from '../ui/toasts.ts';
import { translate } from '../i18n/language.ts';
import { matchesShortcut, runAction, useActionStore } from '../ui/actions.ts';
import { usePalette } from './palette-store.ts';

/** Where a key without Ctrl or Alt is a letter. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  );
}

/** Starts listening; returns the function that stops. */
export function bindShortcuts(): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    // A dialog is a world of its own, but for the palette, which Ctrl+K also closes.
    const isInDialog = document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
    for (const action of useActionStore.getState().actions) {
      const { shortcut } = action;
      if (!shortcut || !matchesShortcut(event, shortcut) || action.isEnabled?.() === false) continue;
      if (isInDialog && !(action.id === 'palette' && usePalette.getState().isOpen)) continue;
      if (
        isTyping(event.target) &&
        !event.ctrlKey &&
        !event.metaKey &&
        !event.altKey &&
        event.key.length === 1
      )
        continue;
      event.preventDefault();
      void action.run();
      return;
    }
  };
  window.addEventListener('keydown', onKeyDown);
  const stop = bridge().onEvent((event) => {
    if (event.kind === 'command') runAction(event.command);
    if (event.kind === 'backend-restarted')
      showToast({ kind: 'info', message: translate('shell.backendRestarted') });
  });
  return () => {
    window.removeEventListener('keydown', onKeyDown);
    stop();
  };
}
