/** The keys of the live minutes that work wherever the focus is. They go before the window's own (Alt+1 …, F1). */
import { useEffect, useRef } from 'react';
import { matchesShortcut } from '../../ui/actions.ts';
import { KEYED_DECISIONS } from './decisions.ts';
import { focusTarget, type TargetName } from './targets.ts';

export interface LiveCommands {
  go: (step: 1 | -1) => void;
  recordNext: () => void;
  phrases: () => void;
  help: () => void;
  preview: () => void;
  /** Before a command of the window that looks at what is stored, e.g. an export. */
  flush: () => void;
  undo: () => void;
  decide: (type: (typeof KEYED_DECISIONS)[number]) => void;
}

const PANES: readonly TargetName[] = ['items', 'proceedings', 'decision', 'attendance', 'document'];

/** The pane of the focused element, by its `data-pane`. */
function paneOf(element: Element | null): number {
  const name = element?.closest<HTMLElement>('[data-pane]')?.dataset['pane'];
  if (name === 'item') return element?.closest('[data-part="decision"]') === null ? 1 : 2;
  return PANES.indexOf(name as TargetName);
}

function cyclePanes(): void {
  const from = paneOf(document.activeElement);
  for (let step = 1; step <= PANES.length; step++) {
    const name = PANES[(from + step + PANES.length) % PANES.length];
    if (name !== undefined && focusTarget(name)) return;
  }
}

export function useLiveKeys(commands: LiveCommands): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    const keys: [string, () => void][] = [
      ['Ctrl+ArrowDown', () => latest.current.go(1)],
      ['Ctrl+ArrowUp', () => latest.current.go(-1)],
      ['Ctrl+Enter', () => latest.current.recordNext()],
      ['Ctrl+J', () => latest.current.phrases()],
      ['F1', () => latest.current.help()],
      ['F2', () => void focusTarget('attendance')],
      ['F3', () => void focusTarget('proceedings')],
      ['F4', () => void focusTarget('decision')],
      ['F6', cyclePanes],
      ['F8', () => latest.current.preview()],
      ['F9', () => latest.current.undo()],
      ...KEYED_DECISIONS.map((type, index): [string, () => void] => [
        `Alt+${index + 1}`,
        () => latest.current.decide(type),
      ]),
    ];
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.isComposing || document.querySelector('[role="dialog"], [role="alertdialog"]') !== null)
        return;
      const found = keys.find(([shortcut]) => matchesShortcut(event, shortcut));
      if (found === undefined) {
        if (event.ctrlKey || event.metaKey) latest.current.flush();
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      found[1]();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, []);
}
