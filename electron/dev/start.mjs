/** `npm start`: sets up what is missing and opens the desk. `-- --smoke` opens it, waits for the first paint and quits. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './set-up/build.mjs';
import { continueOnProductNode, ensureDependencies, runLive } from './set-up/dependencies.mjs';
import { ensureRuntime, hasDisplay, launchCommand } from './set-up/runtime.mjs';
import { endIfMissing, step } from './set-up/say.mjs';

async function start() {
  ensureDependencies();
  if (!(await continueOnProductNode(fileURLToPath(import.meta.url)))) return;
  const values = process.argv.slice(2);
  const smoke = values.includes('--smoke');
  if (!hasDisplay() && !smoke) {
    step(
      'No display here (DISPLAY and WAYLAND_DISPLAY are empty): running `npm run demo` instead of a window.',
    );
    process.exitCode = await runLive(process.execPath, [
      fileURLToPath(new URL('./demo.mjs', import.meta.url)),
    ]);
    return;
  }
  let runtime = await ensureRuntime();
  if (runtime.kind === 'electron' && !hasDisplay()) {
    // Electron needs a display even for the smoke test; Chromium runs without.
    process.env.PYKALA_RUNTIME = 'chromium';
    runtime = await ensureRuntime();
  }
  await ensureBuild();
  step(`Opening Pykälä on ${runtime.kind === 'electron' ? 'Electron' : runtime.path}…`);
  if (!smoke) {
    process.exitCode = await run(runtime, values);
    return;
  }
  // Not the user's own data: the smoke test starts beside a running desk.
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pykala-smoke-'));
  try {
    process.exitCode = await run(runtime, [...values, `--user-data-dir=${folder}`]);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function run(runtime, values) {
  const { command, values: all, env } = launchCommand(runtime, { headed: hasDisplay(), values });
  return await runLive(command, all, { env });
}

await start().catch(endIfMissing);
