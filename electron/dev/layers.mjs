/**
 * Who may import whom. A breach fails the build. `findBreaches` is pure; run as a program it checks the tree.
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

/**
 * @typedef {{ path: string, text: string }} SourceFile Path relative to the root, with `/`.
 * @typedef {{ path: string, line: number, imported: string, rule: string }} Breach
 */

/** Types that cross the border between the window and the processes of Node. */
const WINDOW_TYPES = [
  'electron/backend/router.ts',
  'electron/backend/protocol.ts',
  'electron/preload/bridge.ts',
];
const NO_NODE = {
  packages: (name) => !name.startsWith('node:') && name !== 'electron' && name !== 'better-sqlite3',
};
const NO_ELECTRON = { packages: (name) => name !== 'electron' };

/**
 * Rules by folder, the most exact first. `ours`: folders and files of ours that may be imported; `types`: those of
 * which only types may; `packages`: which packages may be imported. A folder may always import from itself.
 */
const RULES = [
  {
    folder: 'db/model',
    ours: [],
    packages: (name) => ['valibot', 'uuid', 'diff', 'd3-scale', 'd3-shape'].includes(name),
  },
  { folder: 'db/migrations', ours: [], packages: (name) => name === 'kysely' },
  { folder: 'db/core', ours: ['db/model', 'db/migrations'], ...NO_ELECTRON },
  { folder: 'db/features', ours: ['db/core', 'db/model'], ...NO_ELECTRON },
  {
    folder: 'electron/main',
    // The pool and the reader need no more than a way to start a process, which main hands in.
    ours: ['db/model/file-name.ts', 'electron/publish/pool.ts', 'electron/publish/extract.ts'],
    types: [
      'electron/backend/protocol.ts',
      'electron/preload/bridge.ts',
      'electron/publish/child-like.ts',
      'electron/publish/extract-messages.ts',
    ],
    packages: (name) => name !== 'better-sqlite3' && name !== 'kysely',
  },
  {
    folder: 'electron/preload',
    ours: [],
    types: ['electron/backend/protocol.ts'],
    packages: (name) => name === 'electron',
  },
  {
    folder: 'electron/backend',
    ours: ['db', 'resources', 'electron/archive'],
    types: ['electron/publish'],
    ...NO_ELECTRON,
  },
  {
    folder: 'electron/publish',
    ours: ['db', 'resources'],
    types: ['electron/backend/protocol.ts'],
    ...NO_ELECTRON,
  },
  {
    folder: 'electron/archive',
    // Files are written as a whole or not at all in one way, and documents of a package are made like all others.
    ours: ['db', 'resources', 'electron/backend/write-file.ts', 'electron/backend/document-jobs.ts'],
    types: ['electron/backend/protocol.ts', 'electron/publish/child-like.ts'],
    ...NO_ELECTRON,
  },
  {
    folder: 'electron/cli',
    ours: ['db', 'resources', 'electron/archive', 'electron/backend', 'electron/publish'],
    ...NO_ELECTRON,
  },
  { folder: 'electron/dev', ours: ['tests/bench'], ...NO_ELECTRON },
  { folder: 'renderer/i18n', ours: ['db/model'], types: WINDOW_TYPES, ...NO_NODE },
  {
    folder: 'renderer/ui',
    ours: ['renderer/i18n', 'renderer/api', 'db/model'],
    types: WINDOW_TYPES,
    ...NO_NODE,
  },
  { folder: 'renderer/api', ours: ['renderer/i18n', 'db/model'], types: WINDOW_TYPES, ...NO_NODE },
  {
    folder: 'renderer/features/*',
    ours: ['renderer/ui', 'renderer/api', 'renderer/i18n', 'db/model', 'resources'],
    types: WINDOW_TYPES,
    ...NO_NODE,
  },
  { folder: 'renderer', ours: ['db/model', 'resources'], types: WINDOW_TYPES, ...NO_NODE },
];

/** Ordered lists of modules that have to be an index. */
const ALLOWED_INDEX = ['db/migrations/index.ts'];

/**
 * Finds every import that the layers forbid, and every barrel.
 * @param {readonly SourceFile[]} files
 * @returns {Breach[]}
 */
export function findBreaches(files) {
  return files.flatMap((file) => [...barrelBreach(file), ...importBreaches(file)]);
}

function barrelBreach(file) {
  if (!/(^|\/)index\.(ts|tsx|js|mjs)$/.test(file.path) || ALLOWED_INDEX.includes(file.path)) return [];
  if (zoneOf(file.path) === null) return [];
  return [{ path: file.path, line: 1, imported: '', rule: 'no barrels: name the file after what is in it' }];
}

function importBreaches(file) {
  const zone = zoneOf(file.path);
  if (zone === null) return [];
  return importsOf(file).flatMap((one) => {
    const rule = breachOf(file.path, zone, one);
    return rule === null ? [] : [{ path: file.path, line: one.line, imported: one.name, rule }];
  });
}

/** The rule for a file, with `*` of its folder filled in. */
function zoneOf(file) {
  for (const rule of RULES) {
    const pattern = new RegExp(`^${rule.folder.replace('*', '[^/]+')}(?=/)`);
    const match = pattern.exec(file);
    if (match !== null) return { ...rule, folder: match[0] };
  }
  return null;
}

function breachOf(file, zone, { name, isType }) {
  if (!name.startsWith('.')) {
    const packageName = name.startsWith('electron/') ? 'electron' : name;
    if (zone.packages(packageName)) return null;
    // A type leaves nothing behind at run time, but Electron's stay in the two folders that may use it.
    if (isType && packageName !== 'electron' && zone.folder.startsWith('renderer')) return null;
    return `${zone.folder} may not import ${packageName}`;
  }
  const target = path.posix.join(path.posix.dirname(file), name.replace(/\?.*$/, ''));
  if (target.startsWith('..')) return 'imports stay inside the repository';
  const within = (folder) => target === folder || target.startsWith(`${folder}/`);
  if (within(zone.folder) || zone.ours.some(within)) return null;
  if ((zone.types ?? []).some(within))
    return isType ? null : `${zone.folder} may import only types of ${target}`;
  if (zone.folder.startsWith('renderer/features/') && target.startsWith('renderer/features/'))
    return 'features never import each other';
  return `${zone.folder} may not import ${target}`;
}

/** Every import of a file, static or dynamic, of values or of types only. */
function importsOf({ path: name, text }) {
  const { module, program, errors } = parseSync(name, text);
  if (errors.length > 0) throw new Error(`${name} cannot be parsed: ${errors[0].message}`);
  const lineOf = (at) => text.slice(0, at).split('\n').length;
  const found = [];
  const add = (value, start, isType) => found.push({ name: value, line: lineOf(start), isType });
  // `import { type A }` still loads the module at run time; only `import type` does not.
  const isTypeOnly = (start, end) => /^(import|export)\s+type\b(?!\s+from\b)/.test(text.slice(start, end));
  for (const one of module.staticImports)
    add(one.moduleRequest.value, one.start, isTypeOnly(one.start, one.end));
  for (const one of module.staticExports) {
    const request = one.entries.find((entry) => entry.moduleRequest)?.moduleRequest;
    if (request) add(request.value, one.start, isTypeOnly(one.start, one.end));
  }
  for (const one of module.dynamicImports) {
    const literal = /^['"`]([^'"`$]*)['"`]$/.exec(text.slice(one.moduleRequest.start, one.moduleRequest.end));
    if (literal !== null) add(literal[1], one.start, false);
  }
  walk(program, (node) => {
    if (node.type === 'TSImportType') add((node.source ?? node.argument)?.value ?? '', node.start, true);
    if (
      node.type === 'CallExpression' &&
      node.callee.type === 'Identifier' &&
      node.callee.name === 'require' &&
      typeof node.arguments[0]?.value === 'string'
    )
      add(node.arguments[0].value, node.start, false);
  });
  return found;
}

function walk(node, visit) {
  if (Array.isArray(node)) {
    for (const one of node) walk(one, visit);
    return;
  }
  if (node === null || typeof node !== 'object') return;
  if (typeof node.type === 'string') visit(node);
  for (const value of Object.values(node))
    if (value !== null && typeof value === 'object') walk(value, visit);
}

/**
 * The source files of the tree, as `findBreaches` takes them.
 * @param {string} root
 * @returns {SourceFile[]}
 */
export function readSources(root) {
  return ['db', 'electron', 'renderer'].flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|js|cjs)$/.test(entry.name))
      .map((entry) => {
        const file = path.join(entry.parentPath, entry.name);
        return {
          path: path.relative(root, file).split(path.sep).join('/'),
          text: fs.readFileSync(file, 'utf8'),
        };
      }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const breaches = findBreaches(readSources(path.resolve(import.meta.dirname, '../..')));
  for (const { path: file, line, imported, rule } of breaches)
    console.error(`${file}:${line}: ${rule}${imported === '' ? '' : ` (imports ${imported})`}`);
  console.log(`Layers: ${breaches.length === 0 ? 'no breaches' : `${breaches.length} breaches`}`);
  process.exitCode = breaches.length === 0 ? 0 : 1;
}
