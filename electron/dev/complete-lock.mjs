/**
 * `npm run lock`: adds to package-lock.json the optional platform packages that the registry at hand did not show.
 * npm leaves those out, and `npm ci` then stops with "Missing: … from lock file". The added entries carry no
 * integrity: other systems skip them, and a later `npm install` with the whole registry fills them in.
 */
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';

const SYSTEMS = [
  'win32',
  'darwin',
  'linux',
  'android',
  'freebsd',
  'openharmony',
  'netbsd',
  'openbsd',
  'sunos',
  'aix',
];
const PROCESSORS = [
  'x64',
  'arm64',
  'arm',
  'ia32',
  'ppc64',
  'riscv64',
  's390x',
  'loong64',
  'mips64el',
  'wasm32',
];

/** The entry for an optional package of another platform, or `null` when its name names none. */
export function platformEntry(name, version, dev) {
  const words = name.split(/[-/]/);
  const os = SYSTEMS.find((one) => words.includes(one));
  const cpu = PROCESSORS.find((one) => words.includes(one));
  if (os === undefined) return null;
  const musl = name.includes('musl');
  return {
    version,
    optional: true,
    ...(dev ? { dev: true } : {}),
    os: [os],
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(musl ? { libc: ['musl'] } : os === 'linux' && name.includes('-gnu') ? { libc: ['glibc'] } : {}),
  };
}

/** Adds what is missing to a parsed lock file; returns how many entries. */
export function completeLock(lock, here = { os: process.platform, cpu: process.arch }) {
  let added = 0;
  for (const entry of Object.values(lock.packages))
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const key = `node_modules/${name}`;
      if (lock.packages[key] !== undefined) continue;
      const made = platformEntry(name, version, entry.dev === true);
      if (made === null) continue;
      // A package for this very machine that npm did not find is a real fault; `npm ci` shall report it.
      if (made.os[0] === here.os && made.cpu?.[0] === here.cpu && made.libc?.[0] !== 'musl') continue;
      lock.packages[key] = made;
      added += 1;
    }
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  );
  return added;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = process.argv[2] ?? 'package-lock.json';
  const lock = JSON.parse(fs.readFileSync(file, 'utf8'));
  const added = completeLock(lock);
  fs.writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${added} platform packages added to ${file}`);
}
