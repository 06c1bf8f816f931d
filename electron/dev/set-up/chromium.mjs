/** An installed Chromium, Chrome or Edge for the stand-in and the tests. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { MissingPiece, runToEnd, step } from './say.mjs';

const NAMES = {
  linux: [
    'chromium',
    'google-chrome-stable',
    'google-chrome',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ],
};

/** Where browsers lie on this system, best first. */
export function candidates({ platform, env, home }) {
  const list = env.PYKALA_CHROMIUM ? [env.PYKALA_CHROMIUM] : [];
  if (platform === 'darwin') {
    for (const base of ['/Applications', path.posix.join(home, 'Applications')])
      for (const name of ['Google Chrome', 'Chromium', 'Microsoft Edge'])
        list.push(`${base}/${name}.app/Contents/MacOS/${name}`);
  } else if (platform === 'win32') {
    for (const base of [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA])
      for (const name of [
        'Google\\Chrome\\Application\\chrome.exe',
        'Chromium\\Application\\chrome.exe',
        'Microsoft\\Edge\\Application\\msedge.exe',
      ])
        if (base) list.push(`${base}\\${name}`);
  } else {
    const folders = [
      ...new Set([...(env.PATH ?? '').split(':'), '/usr/bin', '/usr/local/bin', '/opt/google/chrome']),
    ];
    for (const name of NAMES.linux)
      for (const folder of folders) if (folder) list.push(path.posix.join(folder, name));
  }
  return list;
}

/** Browsers that Playwright has downloaded, newest first. */
function playwrightBrowsers() {
  const cache =
    process.env.PLAYWRIGHT_BROWSERS_PATH ??
    {
      darwin: path.join(os.homedir(), 'Library', 'Caches', 'ms-playwright'),
      win32: path.join(os.homedir(), 'AppData', 'Local', 'ms-playwright'),
    }[process.platform] ??
    path.join(os.homedir(), '.cache', 'ms-playwright');
  let folders = [];
  try {
    folders = fs.readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name));
  } catch {
    return [];
  }
  const inside = [
    'chrome-linux64/chrome',
    'chrome-linux/chrome',
    'chrome-win64/chrome.exe',
    'chrome-win/chrome.exe',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  ];
  return folders
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap((folder) => inside.map((name) => path.join(cache, folder, name)));
}

/** The browser to use, or `null`. */
export function findChromium() {
  const list = candidates({ platform: process.platform, env: process.env, home: os.homedir() });
  return [...list, ...playwrightBrowsers()].find((file) => fs.existsSync(file)) ?? null;
}

/** The browser to use; on Debian, root has it installed. */
export function ensureChromium() {
  const found = findChromium();
  if (found !== null) return found;
  if (mayInstall()) {
    installPackages(['chromium']);
    const installed = findChromium();
    if (installed !== null) return installed;
  }
  throw new MissingPiece(
    `No Chromium, Chrome or Edge was found: install one (${installHint('chromium')}) or name its file in PYKALA_CHROMIUM, then start again.`,
  );
}

/** Independent readers of the documents that the product makes: program → Debian package. */
export const TEST_TOOLS = {
  pdftotext: 'poppler-utils',
  qpdf: 'qpdf',
  // Opens the DOCX files; without its recommendations (no Java, no fonts) it is installed in under a minute.
  soffice: 'libreoffice-writer-nogui',
  unzip: 'unzip',
  xmllint: 'libxml2-utils',
};

/** What a bench is held against. */
export const BENCH_TOOLS = { sqlite3: 'sqlite3' };

/** Programs that only the tests and benches need; on Debian, root has them installed. */
export function ensureTools(tools) {
  const missing = Object.entries(tools).filter(([program]) => !isOnPath(program));
  if (missing.length === 0) return;
  const packages = [...new Set(missing.map(([, name]) => name))];
  if (mayInstall()) installPackages(packages);
  const still = Object.keys(tools).filter((program) => !isOnPath(program));
  if (still.length > 0)
    throw new MissingPiece(
      `The tests need ${still.join(' and ')}: install ${packages.join(' and ')} (${installHint(packages.join(' '))}), then start again.`,
    );
}

function isOnPath(program) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .some((folder) => endings.some((ending) => fs.existsSync(path.join(folder, program + ending))));
}

function mayInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get');
}

function installHint(packages) {
  return (
    {
      linux: `on Debian: sudo apt-get install ${packages}`,
      darwin: `with Homebrew: brew install ${packages}`,
      win32: `with winget, or from the maker's site`,
    }[process.platform] ?? 'with your package manager'
  );
}

/** A failure is not reported here: whoever asked looks whether the program is there. */
function installPackages(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  step(`Installing ${packages.join(', ')} with apt-get…`);
  for (const values of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ]) {
    const { ok, output } = runToEnd('apt-get', values, { capture: true, env });
    if (!ok) process.stderr.write(output.split('\n').slice(-6).join('\n'));
  }
}
