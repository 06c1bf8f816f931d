/**
 * `npm run bench`: every `tests/bench/*.bench.ts` in a process of its own, as tables, each written to its section of
 * docs/benchmarks.md. `-- <name> …` runs only those whose name contains one of these.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './set-up/build.mjs';
import { BENCH_TOOLS, ensureChromium, ensureTools } from './set-up/chromium.mjs';
import {
  continueOnProductNode,
  ensureDependencies,
  root,
  runLive,
  toolEnvironment,
} from './set-up/dependencies.mjs';
import { endIfMissing, step } from './set-up/say.mjs';

/** In the order of the document. */
const ORDER = [
  'start',
  'search',
  'register',
  'minutes-search',
  'pdf',
  'batch',
  'archive',
  'memory',
  'interaction',
  'screens',
];

async function bench() {
  ensureDependencies();
  if (!(await continueOnProductNode(fileURLToPath(import.meta.url)))) return;
  process.env.PYKALA_CHROMIUM = ensureChromium();
  ensureTools(BENCH_TOOLS);
  await ensureBuild();
  const wanted = process.argv.slice(2);
  const circumstances = {
    cores: os.cpus().length,
    memory: Math.round(os.totalmem() / 2 ** 30),
    // Before the first of them: each is the load of the next.
    load: os.loadavg()[0] ?? 0,
    day: new Date().toISOString().slice(0, 10),
  };
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pykala-bench-'));
  const { document } = await import('../../tests/bench/report.ts');
  const file = path.join(root, 'docs', 'benchmarks.md');
  let isStopped = false;
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => (isStopped = true));
  try {
    for (const name of ORDER.filter(
      (one) => wanted.length === 0 || wanted.some((part) => one.includes(part)),
    )) {
      step(`${name}…`);
      const result = path.join(folder, `${name}.json`);
      const code = await runLive(process.execPath, [path.join(root, 'tests', 'bench', `${name}.bench.ts`)], {
        env: toolEnvironment({ PYKALA_BENCH_DATA: folder, PYKALA_BENCH_RESULT: result }),
      });
      if (isStopped) break;
      if (code !== 0) process.exitCode = 1;
      else if (fs.existsSync(result)) {
        const section = JSON.parse(fs.readFileSync(result, 'utf8'));
        const before = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
        fs.writeFileSync(file, document(before, ORDER, [{ section, circumstances }]));
        step(`Written to docs/benchmarks.md: ${section.title}.`);
      }
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

await bench().catch(endIfMissing);
