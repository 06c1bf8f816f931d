import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  DEFAULT_PREFERENCES,
  mergePreferences,
  readPreferences,
  readWindowState,
  writePreferences,
  writeWindowState,
} from '../../../electron/main/preferences.ts';

let folder = '';
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pykala-preferences-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

describe('preferences', () => {
  test('come back as written, and no other file stays behind', () => {
    const preferences = {
      language: 'sv',
      theme: 'dark',
      userName: 'Åsa Öberg',
      pdfUse: 'distribution',
    } as const;
    writePreferences(folder, preferences);
    expect(readPreferences(folder)).toEqual(preferences);
    expect(fs.readdirSync(folder)).toEqual(['preferences.json']);
  });

  test('are the defaults when there is no file', () => {
    expect(readPreferences(folder)).toEqual(DEFAULT_PREFERENCES);
  });

  test.each(['', '{', 'null', '[]', '7', '"fi"', '\0\0\0'])(
    'a corrupt file (%j) gives the defaults',
    (text) => {
      fs.writeFileSync(path.join(folder, 'preferences.json'), text);
      expect(readPreferences(folder)).toEqual(DEFAULT_PREFERENCES);
    },
  );

  test('what is valid in a damaged file is kept', () => {
    fs.writeFileSync(path.join(folder, 'preferences.json'), '{"language":"en","theme":"pink","userName":7}');
    expect(readPreferences(folder)).toEqual({
      ...DEFAULT_PREFERENCES,
      language: 'en',
    });
  });

  test('a failed write leaves the old file and nothing else', () => {
    writePreferences(folder, { ...DEFAULT_PREFERENCES, userName: 'Aino' });
    const cyclic: Record<string, unknown> = {};
    cyclic['self'] = cyclic;
    expect(() => writePreferences(folder, cyclic as never)).toThrow();
    expect(readPreferences(folder).userName).toBe('Aino');
    expect(fs.readdirSync(folder)).toEqual(['preferences.json']);
  });
});

describe('mergePreferences', () => {
  test.each([undefined, null, 7, 'sv', [], {}])('ignores %j', (change) => {
    expect(mergePreferences(DEFAULT_PREFERENCES, change)).toEqual(DEFAULT_PREFERENCES);
  });

  test('takes control and direction characters out of the name and limits it', () => {
    const { userName } = mergePreferences(DEFAULT_PREFERENCES, {
      userName: ` A\u0000i\u202Eno\n ${'x'.repeat(500)}`,
    });
    expect(userName).toMatch(/^Aino x+$/);
    expect(userName).toHaveLength(200);
  });

  test('does not change what it was given, nor take over unknown keys', () => {
    const before = { ...DEFAULT_PREFERENCES };
    const after = mergePreferences(before, { language: 'sv', dataFolder: '/', __proto__: { theme: 'dark' } });
    expect(before).toEqual(DEFAULT_PREFERENCES);
    expect(Object.keys(after).sort()).toEqual(['language', 'pdfUse', 'theme', 'userName']);
  });
});

describe('window state', () => {
  test('comes back as written', () => {
    const state = { x: -1200, y: 20, width: 1300, height: 900, maximized: true };
    writeWindowState(folder, state);
    expect(readWindowState(folder)).toEqual(state);
  });

  test.each([
    '',
    '[]',
    '{}',
    '{"x":0,"y":0,"width":"1","height":1}',
    '{"x":null,"y":0,"width":1,"height":1}',
  ])('is nothing when the file makes no sense: %s', (text) => {
    fs.writeFileSync(path.join(folder, 'window-state.json'), text);
    expect(readWindowState(folder)).toBeUndefined();
  });
});
