/** Messages of a page: calls of `ipcRenderer`, and what the shim itself reports. */
import { app } from './app.ts';
import { decode, encode } from './codec.js';
import { ipcMain } from './ipc.ts';
import { clickItem, itemOfKey, type PressedKey } from './menu.ts';
import { fromPage } from './scheme.ts';
import type { BrowserWindow } from './window.ts';

/** Hands a message on and gives the JSON of the answer. */
export async function receive(window: BrowserWindow, json: string): Promise<string> {
  const [kind, channel, encoded] = JSON.parse(json) as [string, string, unknown];
  const values = decode(encoded) as unknown[];
  if (kind === 'shim') {
    if (channel === 'paint') window.painted();
    else if (channel === 'key') {
      const item = itemOfKey(values[0] as PressedKey);
      if (item !== null) clickItem(item, window, () => app.quit());
    }
    return 'null';
  }
  const url = fromPage(window.page?.url() ?? '');
  const event = {
    sender: window.webContents,
    senderFrame: { url, parent: null },
    type: 'frame',
  };
  if (kind === 'send') {
    ipcMain.emit(channel, event, ...values);
    return 'null';
  }
  const handler = ipcMain.handlers.get(channel);
  if (handler === undefined) return JSON.stringify([false, `Error: No handler registered for '${channel}'`]);
  try {
    return JSON.stringify([true, encode(await handler(event, ...values))]);
  } catch (error) {
    return JSON.stringify([false, String(error)]);
  }
}
