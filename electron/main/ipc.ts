/** The two channels between the window and main. Every message is checked: who sent it, and what it holds. */
import { app, BrowserWindow, ipcMain, shell, type IpcMainInvokeEvent } from 'electron';
import type { CallReply, Preferences } from '../backend/protocol.ts';
import type { Bridge } from '../preload/bridge.ts';
import type { BackendHost } from './backend-host.ts';
import { callRequest } from './call-check.ts';
import {
  chooseFolder,
  chooseOpenFile,
  chooseOpenFiles,
  chooseSaveFile,
  type DialogContext,
} from './dialogs.ts';
import { isFileKind } from './file-kind.ts';
import type { Grants } from './grants.ts';
import { APP_ORIGIN } from './protocol.ts';
import { isTrustedSender } from './sender-check.ts';
import type { ShellText } from './shell-text.ts';

export interface IpcOptions {
  backend: BackendHost;
  grants: Grants;
  dataFolder: string;
  devServerUrl: string | undefined;
  text(): ShellText;
  preferences(): Preferences;
  changePreferences(change: unknown): Preferences;
  setUnsaved(window: number, unsaved: boolean): void;
}

type Native = Bridge['native'];
/** What main answers to each verb of the bridge; the values are not yet checked. */
type NativeVerbs = {
  [Verb in keyof Native]: (
    window: BrowserWindow,
    ...values: unknown[]
  ) => ReturnType<Native[Verb]> | Awaited<ReturnType<Native[Verb]>>;
};

/** Answers the window's calls. Called once. */
export function answerWindow(options: IpcOptions): void {
  const isTrusted = (event: IpcMainInvokeEvent) =>
    isTrustedSender({
      frameUrl: event.senderFrame?.url,
      isMainFrame: event.senderFrame?.parent === null,
      expectedOrigin: APP_ORIGIN,
      devServerUrl: options.devServerUrl,
    });

  ipcMain.handle('pykala:call', async (event, message: unknown): Promise<CallReply> => {
    if (!isTrusted(event)) return refusal('SENDER_REFUSED', options.text().refusedSender);
    const request = callRequest(message);
    if (request === null) return refusal('INVALID_CALL', options.text().invalidCall);
    return await options.backend.call(request, event.sender.id);
  });

  const verbs = nativeVerbs(options);
  ipcMain.handle('pykala:native', async (event, verb: unknown, ...values: unknown[]): Promise<unknown> => {
    if (!isTrusted(event)) throw new Error(options.text().refusedSender);
    const window = BrowserWindow.fromWebContents(event.sender);
    if (window === null || typeof verb !== 'string' || !Object.hasOwn(verbs, verb))
      throw new Error(options.text().invalidCall);
    return await verbs[verb as keyof NativeVerbs](window, ...values);
  });
}

function nativeVerbs(options: IpcOptions): NativeVerbs {
  const context = (window: BrowserWindow): DialogContext => ({
    window,
    text: options.text(),
    grants: options.grants,
    granted: (grant) => options.backend.grant(grant),
  });
  const invalid = () => new Error(options.text().invalidCall);
  return {
    chooseOpenFile(window, kind) {
      if (!isFileKind(kind)) throw invalid();
      return chooseOpenFile(context(window), kind);
    },
    chooseOpenFiles(window, kind) {
      if (!isFileKind(kind)) throw invalid();
      return chooseOpenFiles(context(window), kind);
    },
    chooseSaveFile(window, kind, suggestedName) {
      if (!isFileKind(kind) || typeof suggestedName !== 'string') throw invalid();
      return chooseSaveFile(context(window), kind, suggestedName);
    },
    chooseFolder: (window) => chooseFolder(context(window)),
    async showInFolder(_window, grant) {
      if (grant === undefined) {
        await shell.openPath(options.dataFolder);
        return;
      }
      const file = typeof grant === 'string' ? options.grants.get(grant) : undefined;
      if (file === undefined) throw invalid();
      shell.showItemInFolder(file.path);
    },
    getPreferences: () => options.preferences(),
    setPreferences: (_window, change) => options.changePreferences(change),
    setUnsaved(window, unsaved) {
      if (typeof unsaved !== 'boolean') throw invalid();
      options.setUnsaved(window.webContents.id, unsaved);
    },
    info: () => ({
      version: app.getVersion(),
      platform: process.platform,
      shell: shellName(),
    }),
  };
}

/** Electron itself, or its stand-in on an installed Chromium. */
export function shellName(): 'electron' | 'chromium' {
  return process.versions['electron']?.endsWith('-chromium') === true ? 'chromium' : 'electron';
}

function refusal(code: string, message: string): CallReply {
  return { ok: false, error: { code, message } };
}
