/** Builds what is missing or older than its sources. A stamp beside each build holds the sources' fingerprint. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { ownNode, root, toolEnvironment } from './dependencies.mjs';
import { step } from './say.mjs';

const COMMON = ['package.json', 'package-lock.json', 'tsconfig.json'];

/** The three builds: their sources, a file that each must have left, and Vite's arguments. */
const PARTS = {
  renderer: {
    sources: [...COMMON, 'vite.config.ts', 'renderer', 'db/model', 'resources'],
    result: 'renderer/index.html',
    values: ['build', '--logLevel', 'warn'],
  },
  node: {
    sources: [
      ...COMMON,
      'vite.node.config.ts',
      ...['main', 'preload', 'backend', 'publish', 'archive', 'cli'].map((name) => `electron/${name}`),
      'db',
      'resources',
    ],
    result: 'main/main.js',
    values: ['build', '-c', 'vite.node.config.ts', '--mode', 'node', '--logLevel', 'warn'],
  },
  preload: {
    sources: [...COMMON, 'vite.node.config.ts', 'electron/preload', 'electron/backend/protocol.ts'],
    result: 'preload/preload.cjs',
    values: ['build', '-c', 'vite.node.config.ts', '--mode', 'preload', '--logLevel', 'warn'],
  },
};

const out = path.join(root, 'out');
const stampOf = (part) => path.join(out, `.stamp-${part}`);

/** Fingerprint of files: name, size and time of the last change. */
function fingerprint(sources) {
  const hash = createHash('sha256');
  const add = (file) => {
    const facts = fs.statSync(path.join(root, file), { throwIfNoEntry: false });
    if (facts === undefined) return;
    if (facts.isDirectory()) {
      for (const name of fs.readdirSync(path.join(root, file)).sort()) add(`${file}/${name}`);
      return;
    }
    hash.update(`${file}\0${facts.size}\0${facts.mtimeMs}\n`);
  };
  for (const source of sources) add(source);
  return hash.digest('hex');
}

function isCurrent(part, print) {
  try {
    return (
      fs.readFileSync(stampOf(part), 'utf8') === print && fs.existsSync(path.join(out, PARTS[part].result))
    );
  } catch {
    return false;
  }
}

/** Whether a part has been built from the sources as they are. */
export function isBuilt(part) {
  return isCurrent(part, fingerprint(PARTS[part].sources));
}

/** Builds the parts whose sources have changed. Rejects when a build fails. */
export async function ensureBuild(parts = Object.keys(PARTS)) {
  const stale = parts
    .map((part) => ({ part, print: fingerprint(PARTS[part].sources) }))
    .filter(({ part, print }) => !isCurrent(part, print));
  if (stale.length === 0) return;
  step(`Building ${stale.map(({ part }) => part).join(', ')}…`);
  const began = Date.now();
  await Promise.all(
    stale.map(async ({ part, print }) => {
      fs.rmSync(stampOf(part), { force: true });
      await runVite(PARTS[part].values);
      if (part === 'node') removeOldChunks(began);
      fs.writeFileSync(stampOf(part), print);
    }),
  );
}

async function runVite(values) {
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const child = spawn(ownNode() ?? process.execPath, [vite, ...values], {
    cwd: root,
    env: toolEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output += text));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Error(`The build failed: vite ${values.join(' ')}\n${output.trim()}`);
}

/** Chunk names hold a hash; those that this build has not written belong to an older one. */
function removeOldChunks(began) {
  const folder = path.join(out, 'chunks');
  if (!fs.existsSync(folder)) return;
  for (const name of fs.readdirSync(folder)) {
    const file = path.join(folder, name);
    if (fs.statSync(file).mtimeMs < began - 1000) fs.rmSync(file);
  }
}
