/** `npm test`: sets up what is missing, then runs everything and ends with one line of counts. */
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './set-up/build.mjs';
import { ensureChromium, ensureTools, TEST_TOOLS } from './set-up/chromium.mjs';
import { continueOnProductNode, ensureDependencies } from './set-up/dependencies.mjs';
import { ensureElectron } from './set-up/electron-binary.mjs';
import { endIfMissing, step } from './set-up/say.mjs';

async function test() {
  ensureDependencies();
  if (!(await continueOnProductNode(fileURLToPath(import.meta.url)))) return;
  const chromium = ensureChromium();
  step(`Chromium: ${chromium}`);
  ensureTools(TEST_TOOLS);
  const { runCheck, runStep, sayTotal, STEPS } = await import('./set-up/steps.mjs');
  const lane = async (steps) => {
    const done = [];
    for (const one of steps) done.push(await runStep(one));
    return done;
  };
  const [electron, ...counts] = await Promise.all([
    // Waits for the net, while types and lint have the two processors to themselves.
    ensureElectron(),
    lane([STEPS.format, STEPS.layers, STEPS.lint]),
    lane([STEPS.types]),
  ]);
  step(electron.path === null ? `Without Electron: ${electron.reason}.` : `Electron: ${electron.path}`);
  // Before the tests: those that start the command line or the worker start them as built.
  const build = await runCheck('build', () => ensureBuild());
  counts.push([build], [await runStep(STEPS.unit)]);
  const env = { PYKALA_CHROMIUM: chromium };
  if (build.failed === 0)
    counts.push(await lane([STEPS.recovery, STEPS.e2e].map((one) => ({ ...one, env }))));
  else {
    console.log('✗ end-to-end tests (not run: there is no build)');
    counts.push([{ passed: 0, failed: 1, skipped: [] }]);
  }
  sayTotal(counts.flat());
}

await test().catch(endIfMissing);
