/** `npm run setup`: everything that start and test need. `--tests` adds the programs that only the tests use. */
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './set-up/build.mjs';
import { ensureChromium, ensureTools } from './set-up/chromium.mjs';
import { continueOnProductNode, ensureDependencies } from './set-up/dependencies.mjs';
import { ensureRuntime } from './set-up/runtime.mjs';
import { endIfMissing, step } from './set-up/say.mjs';

/** Independent readers of the PDFs that the product makes: program → Debian package. */
export const TEST_TOOLS = { pdftotext: 'poppler-utils', qpdf: 'qpdf' };

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

if (process.argv[1] === fileURLToPath(import.meta.url)) await setUp().catch(endIfMissing);
