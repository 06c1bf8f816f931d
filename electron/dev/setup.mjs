/** `npm run setup`: everything that start and test need. `--tests` adds the programs that only the tests use. */
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './set-up/build.mjs';
import { ensureChromium, ensureTools, TEST_TOOLS } from './set-up/chromium.mjs';
import { continueOnProductNode, ensureDependencies } from './set-up/dependencies.mjs';
import { ensureRuntime } from './set-up/runtime.mjs';
import { endIfMissing, step } from './set-up/say.mjs';

async function setUp() {
  ensureDependencies();
  if (!(await continueOnProductNode(fileURLToPath(import.meta.url)))) return;
  const runtime = await ensureRuntime();
  if (process.argv.includes('--tests')) {
    ensureChromium();
    ensureTools(TEST_TOOLS);
  }
  await ensureBuild();
  step(`Ready: ${runtime.kind === 'electron' ? 'Electron' : 'Chromium'} at ${runtime.path}`);
}

await setUp().catch(endIfMissing);
