/** Dependencies and the Node that runs the product. Only Node's own modules: this runs before any is installed. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { MissingPiece, runToEnd, step } from './say.mjs';

export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');
/** The oldest Node on which the product itself runs: module hooks, TypeScript without a build, better-sqlite3. */
const PRODUCT_NODE = 24;
const OLDEST_NODE = 20;

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Compares package-lock.json with what npm last installed: `current`, `missing` or `stale`. Packages for other
 * systems (optional ones) may be absent.
 */
export function compareLocks(lock, installed) {
  if (installed === undefined) return 'missing';
  const wanted = lock?.packages ?? {};
  const present = installed.packages ?? {};
  for (const [name, entry] of Object.entries(wanted)) {
    if (name === '') continue;
    const found = present[name];
    if (found === undefined ? !entry.optional && !entry.devOptional : found.version !== entry.version)
      return 'stale';
  }
  return Object.keys(present).every((name) => name in wanted) ? 'current' : 'stale';
}

/** The Node of the `node` package in node_modules, when it is there. */
export function ownNode() {
  const file = path.join(
    root,
    'node_modules',
    ...(process.platform === 'win32' ? ['node', 'bin', 'node.exe'] : ['.bin', 'node']),
  );
  return fs.existsSync(file) ? file : undefined;
}

/** Installs the dependencies when they are missing or not those of package-lock.json. */
export function ensureDependencies() {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE)
    throw new MissingPiece(
      `Node ${process.versions.node} is too old: install Node ${OLDEST_NODE} or newer from https://nodejs.org and start again.`,
    );
  const state = compareLocks(
    readJson(path.join(root, 'package-lock.json')),
    readJson(path.join(root, 'node_modules', '.package-lock.json')),
  );
  if (state === 'current' && (ownNode() !== undefined || isProductNode())) return;
  // On Windows a running node.exe cannot be deleted, which `npm ci` would do.
  const verb = state === 'stale' && process.platform === 'win32' ? 'install' : 'ci';
  step(
    `Installing dependencies with \`npm ${verb}\` (${state === 'stale' ? 'package-lock.json has changed' : 'node_modules is missing or incomplete'})…`,
  );
  const { ok, output } = runNpm([verb, '--no-audit', '--no-fund', '--loglevel=error']);
  if (ok) return;
  const lines = output.split('\n').filter((line) => /^npm error\s+\S/.test(line));
  process.stderr.write(`${lines.slice(0, 8).join('\n')}\n`);
  throw new MissingPiece(
    output.includes('EUSAGE')
      ? 'The dependencies could not be installed, because package-lock.json does not fit package.json: run `npm run lock` and start again.'
      : 'The dependencies could not be installed: check the network connection (or the registry in .npmrc), then start again.',
  );
}

function runNpm(values) {
  const env = { ...process.env };
  // Set when npm runs a script; it would make npm speak of this script's settings.
  delete env.npm_command;
  const npmFile = process.env.npm_execpath;
  if (npmFile !== undefined && /npm-cli\.c?js$/.test(npmFile))
    return runToEnd(process.env.npm_node_execpath ?? process.execPath, [npmFile, ...values], {
      capture: true,
      cwd: root,
      env,
    });
  return runToEnd('npm', values, { capture: true, cwd: root, env, shell: process.platform === 'win32' });
}

function isProductNode() {
  return Number(process.versions.node.split('.')[0]) >= PRODUCT_NODE;
}

/**
 * Goes on under a Node that can run the product. Returns `true` when this process is that Node; otherwise the
 * script has been run again, and its exit code is set.
 */
export async function continueOnProductNode(script) {
  if (isProductNode()) return true;
  const node = ownNode();
  if (node === undefined)
    throw new MissingPiece(
      `The dependency \`node\` brought no Node ${PRODUCT_NODE} for this system: install Node ${PRODUCT_NODE} from https://nodejs.org and start again.`,
    );
  process.exitCode = await runLive(node, [script, ...process.argv.slice(2)]);
  return false;
}

/** Environment in which `node` is the product's Node and the tools of node_modules are found. */
export function toolEnvironment(extra = {}) {
  const bin = path.join(root, 'node_modules', '.bin');
  return { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`, ...extra };
}

/** Runs a program with the terminal as its own and passes signals on; resolves with its exit code. */
export async function runLive(command, values, options = {}) {
  const child = spawn(command, values, { stdio: 'inherit', cwd: root, ...options });
  const pass = (signal) => child.kill(signal);
  // On Ctrl+C the terminal tells the whole group; a second signal of ours would be one too many.
  const wait = () => {};
  process.on('SIGTERM', pass);
  process.on('SIGINT', wait);
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
    });
  } finally {
    process.off('SIGTERM', pass);
    process.off('SIGINT', wait);
  }
}

/** Entry of the product's own notes on this machine; deleted with node_modules. */
export function cacheFile(name) {
  const folder = path.join(root, 'node_modules', '.cache', 'pykala');
  fs.mkdirSync(folder, { recursive: true });
  return path.join(folder, name);
}
