/**
 * `npm run bench`: how long a start takes, then every `tests/bench/*.ts` in a process of its own. `-- <name>` runs
 * only those whose name contains it (`start` is the start).
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './set-up/build.mjs';
import {
  continueOnProductNode,
  ensureDependencies,
  root,
  runLive,
  toolEnvironment,
} from './set-up/dependencies.mjs';
import { ensureRuntime, hasDisplay, launchCommand } from './set-up/runtime.mjs';
import { endIfMissing, runToEnd, step } from './set-up/say.mjs';

const STARTS = 5;

async function bench() {
  ensureDependencies();
  if (!(await continueOnProductNode(fileURLToPath(import.meta.url)))) return;
  await ensureBuild();
  const wanted = process.argv[2] ?? '';
  if ('start'.includes(wanted)) await measureStart();
  const folder = path.join(root, 'tests', 'bench');
  const files = fs.existsSync(folder)
    ? fs.readdirSync(folder).filter((name) => /\.(ts|mjs)$/.test(name))
    : [];
  for (const name of files.filter((one) => one.includes(wanted))) {
    step(`tests/bench/${name}`);
    const code = await runLive(process.execPath, [path.join(folder, name)], { env: toolEnvironment() });
    if (code !== 0) process.exitCode = 1;
  }
}

async function measureStart() {
  if (!hasDisplay()) process.env.PYKALA_RUNTIME = 'chromium';
  const runtime = await ensureRuntime();
  const times = [];
  for (let count = 0; count < STARTS; count += 1) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pykala-bench-'));
    const { command, values, env } = launchCommand(runtime, {
      headed: false,
      values: ['--smoke', `--user-data-dir=${folder}`],
    });
    const { output } = runToEnd(command, values, { capture: true, cwd: root, env });
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    const found = /ready in (\d+) ms/.exec(output);
    if (found === null) throw new Error(`The window did not open:\n${output}`);
    times.push(Number(found[1]));
  }
  times.sort((a, b) => a - b);
  console.log(
    `start to first paint (${runtime.kind}): median ${times[STARTS >> 1]} ms, slowest ${times.at(-1)} ms`,
  );
}

await bench().catch(endIfMissing);
