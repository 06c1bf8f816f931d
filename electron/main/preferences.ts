/** `preferences.json` and `window-state.json` of the user-data folder. */
import path from 'node:path';
import type { Language, Preferences } from '../backend/protocol.ts';
import { readJson, writeJson } from './json-file.ts';

export const DEFAULT_PREFERENCES: Readonly<Preferences> = {
  language: 'fi',
  theme: 'system',
  userName: '',
  pdfUse: 'archive',
};

const LANGUAGES: readonly Language[] = ['fi', 'sv', 'en'];
const THEMES: readonly Preferences['theme'][] = ['system', 'light', 'dark'];
const PDF_USES: readonly Preferences['pdfUse'][] = ['archive', 'distribution'];
const LONGEST_NAME = 200;

/** Where the window stood when it was last closed. */
export interface WindowState {
  x: number;
  y: number;
  width: number;
  height: number;
  maximized: boolean;
}

/** Takes from `change` what is valid; everything else stays as it was. */
export function mergePreferences(current: Preferences, change: unknown): Preferences {
  const next = { ...current };
  if (typeof change !== 'object' || change === null) return next;
  const given = change as Record<string, unknown>;
  const language = LANGUAGES.find((one) => one === given['language']);
  if (language !== undefined) next.language = language;
  const theme = THEMES.find((one) => one === given['theme']);
  if (theme !== undefined) next.theme = theme;
  const pdfUse = PDF_USES.find((one) => one === given['pdfUse']);
  if (pdfUse !== undefined) next.pdfUse = pdfUse;
  const userName = given['userName'];
  if (typeof userName === 'string')
    next.userName = userName
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .trim()
      .slice(0, LONGEST_NAME);
  return next;
}

/** Reads the preferences; a missing or corrupt file gives the defaults. */
export function readPreferences(folder: string): Preferences {
  return mergePreferences(DEFAULT_PREFERENCES, readJson(path.join(folder, 'preferences.json')));
}

export function writePreferences(folder: string, preferences: Preferences): void {
  writeJson(path.join(folder, 'preferences.json'), preferences);
}

/** Reads the window state; `undefined` when there is none or it makes no sense. */
export function readWindowState(folder: string): WindowState | undefined {
  const value = readJson(path.join(folder, 'window-state.json'));
  if (typeof value !== 'object' || value === null) return undefined;
  const { x, y, width, height, maximized } = value as Record<string, unknown>;
  if (![x, y, width, height].every((number) => Number.isSafeInteger(number))) return undefined;
  return {
    x: x as number,
    y: y as number,
    width: width as number,
    height: height as number,
    maximized: maximized === true,
  };
}

export function writeWindowState(folder: string, state: WindowState): void {
  writeJson(path.join(folder, 'window-state.json'), state);
}
