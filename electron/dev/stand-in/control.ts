/**
 * What a test may ask of the running stand-in, over Node's own channel to the parent process. Each command is
 * answered with the same id.
 */
import { app } from './app.ts';
import { desktop } from './desktop.ts';
import { clickItem, Menu, menuLabels } from './menu.ts';
import { askPermission } from './scheme.ts';
import { BrowserWindow } from './window.ts';

export type ControlCommand =
  /** Queues the answer to a coming native dialog. */
  | { kind: 'answer'; answer: Record<string, unknown> }
  /** Dialogs that were shown and what was handed to the system. */
  | { kind: 'desktop' }
  | { kind: 'menu' }
  | { kind: 'click'; item: string }
  | { kind: 'permission'; permission: string }
  | { kind: 'kill-worker' }
  | { kind: 'window' }
  | { kind: 'set-bounds'; bounds: { x: number; y: number; width: number; height: number } }
  | { kind: 'close-window' }
  /** Other windows go, and everything that an earlier test has told or asked the desktop is forgotten. */
  | { kind: 'forget' }
  | { kind: 'quit' };

interface Numbered {
  id: number;
  command: ControlCommand;
}

async function carryOut(command: ControlCommand): Promise<unknown> {
  const [window] = BrowserWindow.getAllWindows();
  switch (command.kind) {
    case 'answer':
      desktop.answers.push(command.answer);
      return null;
    case 'desktop':
      return { shown: desktop.shown, opened: desktop.opened };
    case 'menu':
      return menuLabels();
    case 'click': {
      const item = Menu.getApplicationMenu()?.getMenuItemById(command.item) ?? null;
      if (item === null) throw new Error(`The menu has no item ${command.item}`);
      clickItem(item, window, () => app.quit());
      return null;
    }
    case 'permission':
      return await askPermission(command.permission);
    case 'kill-worker': {
      const workers = (globalThis as Record<symbol, unknown>)[Symbol.for('pykala.workers')] as Set<{
        terminate(): Promise<number>;
      }>;
      await Promise.all([...workers].map((worker) => worker.terminate()));
      return null;
    }
    case 'window':
      return window === undefined
        ? null
        : { bounds: window.getBounds(), visible: window.isVisible(), focused: window.focused };
    case 'set-bounds':
      window?.setBounds(command.bounds);
      return null;
    case 'close-window':
      window?.close();
      return null;
    case 'forget':
      for (const other of BrowserWindow.getAllWindows()) if (other !== window) other.destroy();
      for (const list of Object.values(desktop)) list.length = 0;
      return null;
    case 'quit':
      app.quit();
      return null;
  }
}

/** Listens when the parent process has a channel to us. */
export function listenToTests(): void {
  if (process.send === undefined) return;
  process.on('message', ({ id, command }: Numbered) => {
    carryOut(command).then(
      (value) => process.send?.({ id, value }, () => {}),
      (error: unknown) => process.send?.({ id, error: String(error) }, () => {}),
    );
  });
  // The test is gone: do not outlive it.
  process.on('disconnect', () => app.exit(1));
}
