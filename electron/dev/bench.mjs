/**
 * `npm run bench`: every `tests/bench/*.bench.ts` in a process of its own, as tables; when all have run, they are
 * written to docs/benchmarks.md. `-- <name>` runs only those whose name contains it and writes nothing.
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
  const wanted = process.argv[2] ?? '';
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pykala-bench-'));
  const load = os.loadavg()[0] ?? 0;
  const sections = [];
  let isStopped = false;
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => (isStopped = true));
  try {
    for (const name of ORDER.filter((one) => one.includes(wanted))) {
      step(`${name}…`);
      const result = path.join(folder, `${name}.json`);
      const code = await runLive(process.execPath, [path.join(root, 'tests', 'bench', `${name}.bench.ts`)], {
        env: toolEnvironment({ PYKALA_BENCH_DATA: folder, PYKALA_BENCH_RESULT: result }),
      });
      if (isStopped) break;
      if (code !== 0) process.exitCode = 1;
      else if (fs.existsSync(result)) sections.push(JSON.parse(fs.readFileSync(result, 'utf8')));
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
  if (sections.length < ORDER.length) return;
  const { document } = await import('../../tests/bench/report.ts');
  const facts = { cores: os.cpus().length, memory: Math.round(os.totalmem() / 2 ** 30), load };
  fs.writeFileSync(path.join(root, 'docs', 'benchmarks.md'), document(sections, facts));
  step('Written to docs/benchmarks.md.');
}

await bench().catch(endIfMissing);
