/** Runs in the window's isolated world and gives the page its verbs; never a channel, a path or an object of Electron's. */
import { contextBridge, ipcRenderer } from 'electron';
import type { WindowEvent } from '../backend/protocol.ts';
import type { Bridge } from './bridge.ts';

type NativeVerb = keyof Bridge['native'];

const native = (verb: NativeVerb, ...values: unknown[]) =>
  ipcRenderer.invoke('pykala:native', verb, ...values);

const bridge = {
  call: (request) => ipcRenderer.invoke('pykala:call', request),
  onEvent(listener) {
    const forward = (_event: unknown, event: WindowEvent) => listener(event);
    ipcRenderer.on('pykala:event', forward);
    return () => {
      ipcRenderer.removeListener('pykala:event', forward);
    };
  },
  native: {
    chooseOpenFile: (kind) => native('chooseOpenFile', kind),
    chooseOpenFiles: (kind) => native('chooseOpenFiles', kind),
    chooseSaveFile: (kind, suggestedName) => native('chooseSaveFile', kind, suggestedName),
    chooseFolder: () => native('chooseFolder'),
    showInFolder: (grant) => native('showInFolder', grant),
    getPreferences: () => native('getPreferences'),
    setPreferences: (change) => native('setPreferences', change),
    setUnsaved: (unsaved) => native('setUnsaved', unsaved),
    info: () => native('info'),
  },
} satisfies Bridge;

contextBridge.exposeInMainWorld('pykala', bridge);
