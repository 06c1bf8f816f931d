/** Native file dialogs. What the user chose becomes a grant. */
import { app, dialog, type BrowserWindow } from 'electron';
import fs from 'node:fs';
import path from 'node:path';
import { cleanFileName } from '../../db/model/file-name.ts';
import type { ChosenFile, FileKind } from '../preload/bridge.ts';
import { extensionsOf, withExtension } from './file-kind.ts';
import type { Grant, Grants } from './grants.ts';
import type { ShellText } from './shell-text.ts';

export interface DialogContext {
  window: BrowserWindow;
  text: ShellText;
  grants: Grants;
  /** Tells the worker of a new grant. */
  granted(grant: Grant): void;
}

let lastFolder: string | undefined;

/** Lets the user choose a file to read. */
export async function chooseOpenFile(context: DialogContext, kind: FileKind): Promise<ChosenFile | null> {
  const answer = await dialog.showOpenDialog(context.window, {
    defaultPath: startFolder(),
    filters: filters(context.text, kind),
    properties: ['openFile'],
  });
  const file = answer.filePaths[0];
  return answer.canceled || file === undefined ? null : chosen(context, file, 'read');
}

/** Lets the user choose any number of files to read. */
export async function chooseOpenFiles(context: DialogContext, kind: FileKind): Promise<ChosenFile[]> {
  const answer = await dialog.showOpenDialog(context.window, {
    defaultPath: startFolder(),
    filters: filters(context.text, kind),
    properties: ['openFile', 'multiSelections'],
  });
  return answer.canceled ? [] : answer.filePaths.map((file) => chosen(context, file, 'read'));
}

/** Lets the user choose where to write a file; an existing one is replaced only after a yes. */
export async function chooseSaveFile(
  context: DialogContext,
  kind: FileKind,
  suggestedName: string,
): Promise<ChosenFile | null> {
  const answer = await dialog.showSaveDialog(context.window, {
    defaultPath: path.join(startFolder(), withExtension(cleanFileName(suggestedName, 'Pykälä'), kind)),
    filters: filters(context.text, kind),
    properties: ['showOverwriteConfirmation'],
  });
  if (answer.canceled || answer.filePath === '') return null;
  const file = withExtension(answer.filePath, kind);
  // The dialog asked about the name as typed; the name with its extension may be another file.
  if (file !== answer.filePath && fs.existsSync(file) && !(await mayReplace(context, file))) return null;
  return chosen(context, file, 'write');
}

/** Lets the user choose a folder that something is written into. */
export async function chooseFolder(context: DialogContext): Promise<ChosenFile | null> {
  const answer = await dialog.showOpenDialog(context.window, {
    defaultPath: startFolder(),
    properties: ['openDirectory', 'createDirectory'],
  });
  const folder = answer.filePaths[0];
  return answer.canceled || folder === undefined ? null : chosen(context, folder, 'write');
}

async function mayReplace({ window, text }: DialogContext, file: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: text.replaceTitle(path.basename(file)),
    detail: text.replaceDetail,
    buttons: [text.replace, text.cancel],
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0;
}

function chosen(context: DialogContext, file: string, access: Grant['access']): ChosenFile {
  lastFolder = path.dirname(file);
  const grant = context.grants.add(file, access);
  context.granted(grant);
  return { grant: grant.grant, name: path.basename(file) };
}

function startFolder(): string {
  return lastFolder ?? app.getPath('documents');
}

function filters(text: ShellText, kind: FileKind): { name: string; extensions: string[] }[] {
  const all = { name: text.fileKind.any, extensions: ['*'] };
  const extensions = extensionsOf(kind);
  return extensions.length === 0 ? [all] : [{ name: text.fileKind[kind], extensions }, all];
}
