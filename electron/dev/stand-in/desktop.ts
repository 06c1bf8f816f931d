/** Dialogs, shell, theme, screen: what a desktop answers. Tests push the answers; without one, dialogs are cancelled. */
import { EventEmitter } from 'node:events';

/** What tests see and set over the control channel. */
export const desktop = {
  /** Queued answers, first in first out. */
  answers: [] as Record<string, unknown>[],
  /** Dialogs that were shown: kind and options. */
  shown: [] as { kind: string; options: unknown }[],
  /** Addresses and files that were handed to the system. */
  opened: [] as string[],
};

function ask<Answer extends object>(kind: string, values: unknown[], cancelled: Answer): Answer {
  const options = values.at(-1);
  desktop.shown.push({ kind, options: JSON.parse(JSON.stringify(options)) as unknown });
  const answer = desktop.answers.shift();
  if (answer === undefined && process.send === undefined)
    console.log(
      `[${kind} dialog] ${JSON.stringify(options)} — cancelled, the stand-in has no native dialogs.`,
    );
  return answer === undefined ? cancelled : { ...cancelled, ...answer };
}

function cancelIdOf(values: unknown[]): number {
  return (values.at(-1) as { cancelId?: number } | undefined)?.cancelId ?? 0;
}

export const dialog = {
  showOpenDialog: async (...values: unknown[]) =>
    ask('open', values, { canceled: !hasAnswer(), filePaths: [] as string[] }),
  showSaveDialog: async (...values: unknown[]) =>
    ask('save', values, { canceled: !hasAnswer(), filePath: '' }),
  showMessageBox: async (...values: unknown[]) =>
    ask('message', values, { response: cancelIdOf(values), checkboxChecked: false }),
  showErrorBox(title: string, content: string): void {
    desktop.shown.push({ kind: 'error', options: { title, content } });
    console.error(`${title}: ${content}`);
  },
};

function hasAnswer(): boolean {
  return desktop.answers.length > 0;
}

export const shell = {
  openExternal: async (address: string) => {
    desktop.opened.push(address);
  },
  openPath: async (file: string) => {
    desktop.opened.push(file);
    return '';
  },
  showItemInFolder(file: string): void {
    desktop.opened.push(file);
  },
  beep(): void {},
};

/** A browser has no keychain to offer: secrets are refused, as on a desktop that has none. */
export const safeStorage = {
  isEncryptionAvailable: (): boolean => false,
  getSelectedStorageBackend: (): string => 'basic_text',
  encryptString(): never {
    throw new Error('There is no keychain.');
  },
  decryptString(): never {
    throw new Error('There is no keychain.');
  },
};

export const nativeTheme = Object.assign(new EventEmitter(), {
  themeSource: 'system',
  get shouldUseDarkColors(): boolean {
    return this.themeSource === 'dark';
  },
});

const display = { workArea: { x: 0, y: 0, width: 1920, height: 1080 }, scaleFactor: 1 };
export const screen = Object.assign(new EventEmitter(), {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
});
