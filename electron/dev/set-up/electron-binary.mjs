/** Electron's own binary, which npm does not bring: it comes from GitHub (or ELECTRON_MIRROR). */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { cacheFile, root } from './dependencies.mjs';
import { step } from './say.mjs';

const DAY = 24 * 60 * 60 * 1000;
/** A download that does not grow for so long has come to nothing. */
const STALL = 20_000;

/** The installed binary, or `null` with the reason. Fetches nothing. */
export function electronBinary() {
  const folder =
    process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(root, 'node_modules', 'electron', 'dist');
  const name =
    { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron';
  const file = path.join(folder, name);
  if (!fs.existsSync(file)) return { path: null, reason: "Electron's binary is not installed" };
  const obstacle = sandboxObstacle(folder);
  return obstacle === null ? { path: file, reason: null } : { path: null, reason: obstacle };
}

/**
 * Some distributions forbid unprivileged user namespaces; Electron then needs its helper to belong to root, which
 * npm cannot arrange. Installed browsers have a rule of their own.
 */
function sandboxObstacle(folder) {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return null;
  const read = (file) => {
    try {
      return fs.readFileSync(file, 'utf8').trim();
    } catch {
      return '';
    }
  };
  const forbidden =
    read('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    read('/proc/sys/kernel/unprivileged_userns_clone') === '0';
  if (!forbidden) return null;
  const helper = path.join(folder, 'chrome-sandbox');
  try {
    const { uid, mode } = fs.statSync(helper);
    if (uid === 0 && (mode & 0o4000) !== 0) return null;
  } catch {
    // No helper at all: the same obstacle.
  }
  return `this system does not let Electron use its sandbox (remedy: sudo chown root ${helper} && sudo chmod 4755 ${helper})`;
}

/** The binary, fetched when it is missing; a failure is remembered for a day. */
export async function ensureElectron() {
  const found = electronBinary();
  if (found.path !== null || fs.existsSync(path.join(root, 'node_modules', 'electron', 'dist', 'version')))
    return found;
  if (process.env.CI === 'true')
    return { path: null, reason: "Electron's binary is not installed, and CI=true fetches none" };
  const stamp = cacheFile('electron-unavailable');
  const version = JSON.parse(
    fs.readFileSync(path.join(root, 'node_modules', 'electron', 'package.json'), 'utf8'),
  ).version;
  try {
    const note = JSON.parse(fs.readFileSync(stamp, 'utf8'));
    if (note.version === version && Date.now() - note.time < DAY)
      return { path: null, reason: "Electron's binary could not be fetched within the last day" };
  } catch {
    // No note.
  }
  step(`Fetching Electron ${version} (about 110 MB)…`);
  const failure = await download();
  if (failure === null) {
    fs.rmSync(stamp, { force: true });
    return electronBinary();
  }
  fs.writeFileSync(stamp, JSON.stringify({ version, time: Date.now(), failure }));
  return { path: null, reason: `Electron's binary could not be fetched (${failure})` };
}

/** Runs Electron's installer as long as it makes headway. Returns `null` or why it failed. */
async function download() {
  const folder = cacheFile('electron-download');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder);
  const child = spawn(process.execPath, [path.join(root, 'node_modules', 'electron', 'install.js')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    // The download lands in the temporary folder, where its size can be watched.
    env: { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder },
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (complaint += text));
  const watched = [folder, path.join(root, 'node_modules', 'electron', 'dist')];
  let size = -1;
  let grew = Date.now();
  let stalled = false;
  const timer = setInterval(() => {
    const now = watched.reduce((sum, one) => sum + folderSize(one), 0);
    if (now !== size) {
      size = now;
      grew = Date.now();
    } else if (Date.now() - grew > STALL) {
      stalled = true;
      child.kill('SIGKILL');
    }
  }, 1000);
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', resolve);
  });
  clearInterval(timer);
  fs.rmSync(folder, { recursive: true, force: true });
  if (stalled) return `no headway for ${STALL / 1000} seconds`;
  return code === 0
    ? null
    : (complaint.split('\n').find((line) => line.trim() !== '') ?? `exit code ${code}`).trim();
}

function folderSize(folder) {
  let size = 0;
  try {
    for (const entry of fs.readdirSync(folder, { withFileTypes: true, recursive: true }))
      if (entry.isFile()) size += fs.statSync(path.join(entry.parentPath ?? entry.path, entry.name)).size;
  } catch {
    // Files come and go while we look.
  }
  return size;
}
