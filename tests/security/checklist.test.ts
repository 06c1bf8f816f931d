/** Electron's security checklist, as far as the sources themselves show it; the rest is in the end-to-end tests. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');
const mainSources = fs
  .readdirSync(path.join(root, 'electron/main'))
  .map((name) => read(`electron/main/${name}`))
  .join('\n');

describe('windows', () => {
  test.each([
    ['sandbox', 'true'],
    ['contextIsolation', 'true'],
    ['nodeIntegration', 'false'],
    ['nodeIntegrationInWorker', 'false'],
    ['nodeIntegrationInSubFrames', 'false'],
    ['webSecurity', 'true'],
    ['allowRunningInsecureContent', 'false'],
    ['webviewTag', 'false'],
  ])('%s is %s', (name, value) => {
    const found = [...mainSources.matchAll(new RegExp(`\\b${name}: (\\w+)`, 'g'))].map((match) => match[1]);
    expect(found).toEqual([value]);
  });

  test('there is one place that makes a window, and the sandbox is on for all', () => {
    expect(mainSources.match(/new BrowserWindow\(/g)).toHaveLength(1);
    expect(mainSources).toContain('app.enableSandbox()');
    expect(mainSources).not.toMatch(/experimentalFeatures|enableBlinkFeatures|loadFile\(|file:\/\//);
  });
});

describe('preload', () => {
  const preload = read('electron/preload/preload.ts');
  test('exposes verbs, never ipcRenderer', () => {
    expect(preload.match(/exposeInMainWorld/g)).toHaveLength(1);
    expect(preload).not.toMatch(/ipcRenderer[,;)\]}]|sendSync|ipcRenderer\.send\b/);
    const channels = new Set([...preload.matchAll(/'(pykala:\w+)'/g)].map((match) => match[1]));
    expect(channels).toEqual(new Set(['pykala:call', 'pykala:event', 'pykala:native']));
  });
});

describe('main', () => {
  test('opens addresses in one place only, after the check', () => {
    expect(mainSources.match(/openExternal\(/g)).toHaveLength(1);
    expect(mainSources).toContain('if (address !== null) void shell.openExternal(address)');
  });

  test('every channel checks its sender first', () => {
    const ipc = read('electron/main/ipc.ts');
    const handlers = ipc.split('ipcMain.handle(').slice(1);
    expect(handlers).toHaveLength(2);
    for (const handler of handlers) expect(handler.split('\n')[1]).toContain('if (!isTrusted(event))');
    expect(mainSources.match(/ipcMain\.(on|once|handleOnce)\(/g)).toBeNull();
  });
});

describe('package', () => {
  const builder = read('electron-builder.yml');
  test.each([
    ['runAsNode', 'false'],
    ['enableNodeOptionsEnvironmentVariable', 'false'],
    ['enableNodeCliInspectArguments', 'false'],
    ['enableEmbeddedAsarIntegrityValidation', 'true'],
    ['onlyLoadAppFromAsar', 'true'],
    ['enableCookieEncryption', 'true'],
    ['grantFileProtocolExtraPrivileges', 'false'],
  ])('fuse %s is %s', (name, value) => {
    expect(builder).toMatch(new RegExp(`^ {2}${name}: ${value}$`, 'm'));
  });

  test('takes in nothing but the build and what it needs', () => {
    const lists = [...builder.matchAll(/^ *files:\n((?: +- .*\n)+)/gm)].map((match) =>
      (match[1] ?? '')
        .trim()
        .split('\n')
        .map((line) => line.trim().slice(2).replaceAll("'", '')),
    );
    expect(lists.length).toBeGreaterThan(3);
    for (const list of lists) {
      expect(list[0]).toBe('out/**/*');
      expect(list.filter((pattern) => !pattern.startsWith('!'))).toSatisfy((taken: string[]) =>
        taken.every((pattern) => ['out/**/*', 'package.json'].includes(pattern)),
      );
    }
  });
});
