import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findBreaches, readSources } from '../../../electron/dev/layers.mjs';

/** Whether one file with one import is a breach. */
function isBreach(file: string, text: string): boolean {
  return findBreaches([{ path: file, text }]).length > 0;
}

describe('allowed', () => {
  test.each([
    ['db/model/a.ts', `import * as v from 'valibot'; import { b } from './b.ts';`],
    ['db/core/a.ts', `import { b } from '../model/b.ts'; import { c } from '../migrations/index.ts';`],
    ['db/features/a.ts', `import { b } from './b.ts'; import type { C } from '../core/schema.ts';`],
    ['db/migrations/0010-a.ts', `import { sql } from 'kysely'; import { t } from './audit.ts';`],
    [
      'electron/main/a.ts',
      `import { app } from 'electron'; import type { W } from '../backend/protocol.ts';`,
    ],
    ['electron/main/a.ts', `import { createPublishPool } from '../publish/pool.ts';`],
    [
      'electron/preload/a.ts',
      `import { ipcRenderer } from 'electron'; import type { B } from './bridge.ts';`,
    ],
    ['electron/backend/a.ts', `import { b } from '../../db/features/b.ts'; import { c } from './c.ts';`],
    [
      'electron/cli/a.ts',
      `import { r } from '../backend/router.ts'; import { p } from '../publish/pool.ts';`,
    ],
    ['renderer/api/a.ts', `import type { R } from '../../electron/backend/router.ts';`],
    ['renderer/features/meetings/A.tsx', `import { B } from '../../ui/B.tsx'; import './A.module.css';`],
    ['renderer/features/meetings/parts/A.tsx', `import { B } from '../B.tsx';`],
    ['renderer/app/A.tsx', `import { M } from '../features/meetings/M.tsx'; import 'react';`],
    ['tests/unit/a.ts', `import { app } from 'electron';`],
    ['db/model/a.ts', `// import { app } from 'electron'\nconst text = "import x from 'electron'";`],
    ['db/migrations/index.ts', `import * as a from './0010-a.ts';`],
  ])('%s: %s', (file, text) => {
    expect(findBreaches([{ path: file, text }])).toEqual([]);
  });
});

describe('forbidden', () => {
  test.each([
    ['the model does no input and output', 'db/model/a.ts', `import fs from 'node:fs';`],
    ['the model knows no database', 'db/model/a.ts', `import { b } from '../core/b.ts';`],
    ['the model has two libraries', 'db/model/a.ts', `import { z } from 'zod';`],
    ['not even their types', 'db/model/a.ts', `import type { Kysely } from 'kysely';`],
    ['the core knows no feature', 'db/core/a.ts', `import { b } from '../features/b.ts';`],
    ['migrations are frozen', 'db/migrations/0010-a.ts', `import { b } from '../model/b.ts';`],
    ['the database knows no process', 'db/features/a.ts', `import { b } from '../../electron/backend/b.ts';`],
    ['main never touches SQLite', 'electron/main/a.ts', `import SQLite from 'better-sqlite3';`],
    ['main knows no rows', 'electron/main/a.ts', `import { b } from '../../db/core/b.ts';`],
    [
      'main takes only types of the protocol',
      'electron/main/a.ts',
      `import { b } from '../backend/protocol.ts';`,
    ],
    ['an inline type still loads', 'electron/main/a.ts', `import { type B } from '../backend/protocol.ts';`],
    [
      'main knows no other module of the backend',
      'electron/main/a.ts',
      `import type { B } from '../backend/router.ts';`,
    ],
    [
      'main does not load the document process',
      'electron/main/a.ts',
      `import { b } from '../publish/typst.ts';`,
    ],
    ['Electron is for main and preload', 'electron/backend/a.ts', `import { app } from 'electron';`],
    ['its types, too', 'electron/cli/a.ts', `import type { App } from 'electron';`],
    ['and its parts', 'electron/publish/a.ts', `import { app } from 'electron/main';`],
    ['and when required', 'electron/publish/a.ts', `const { app } = require('electron');`],
    ['and when imported late', 'electron/publish/a.ts', `const { app } = await import('electron');`],
    ['and as an import type', 'renderer/ui/a.ts', `type A = import('electron').App;`],
    ['the preload is small', 'electron/preload/a.ts', `import { z } from 'valibot';`],
    ['the product knows no script', 'electron/backend/a.ts', `import { s } from '../dev/set-up/say.mjs';`],
    ['features stay apart', 'renderer/features/a/A.ts', `import { b } from '../b/B.ts';`],
    ['even in types', 'renderer/features/a/A.ts', `import type { B } from '../b/B.ts';`],
    ['even late', 'renderer/features/a/A.ts', `const b = await import('../b/B.ts');`],
    ['even handed on', 'renderer/features/a/A.ts', `export * from '../b/B.ts';`],
    ['a longer name is another feature', 'renderer/features/a/A.ts', `import { b } from '../ab/B.ts';`],
    ['features know no app', 'renderer/features/a/A.ts', `import { b } from '../../app/B.ts';`],
    ['primitives know no feature', 'renderer/ui/a.ts', `import { b } from '../features/b/B.ts';`],
    ['the window knows no rows', 'renderer/app/a.ts', `import { b } from '../../db/core/schema.ts';`],
    [
      'the window has only types of the router',
      'renderer/api/a.ts',
      `import { r } from '../../electron/backend/router.ts';`,
    ],
    ['the window has no Node', 'renderer/app/a.ts', `import fs from 'node:fs';`],
    ['imports stay inside', 'renderer/app/a.ts', `import { b } from '../../../elsewhere.ts';`],
  ])('%s', (_why, file, text) => {
    expect(isBreach(file, text)).toBe(true);
  });

  test.each([
    'renderer/features/meetings/index.ts',
    'db/model/index.ts',
    'electron/backend/index.ts',
    'renderer/ui/index.tsx',
  ])('a barrel: %s', (file) => {
    expect(isBreach(file, '')).toBe(true);
  });

  test('a breach names the file, the line and the rule', () => {
    expect(
      findBreaches([{ path: 'db/model/a.ts', text: `const a = 1;\nimport fs from 'node:fs';` }]),
    ).toEqual([
      { path: 'db/model/a.ts', line: 2, imported: 'node:fs', rule: 'db/model may not import node:fs' },
    ]);
  });
});

test('the tree keeps the layers', () => {
  expect(findBreaches(readSources(path.resolve(import.meta.dirname, '../../..')))).toEqual([]);
});
