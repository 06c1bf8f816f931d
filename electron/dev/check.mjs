/** `npm run check`: the fast part of the tests, in two lanes. */
import { fileURLToPath } from 'node:url';
import { continueOnProductNode, ensureDependencies } from './set-up/dependencies.mjs';
import { endIfMissing } from './set-up/say.mjs';

async function check() {
  ensureDependencies();
  if (!(await continueOnProductNode(fileURLToPath(import.meta.url)))) return;
  const { runStep, sayTotal, STEPS } = await import('./set-up/steps.mjs');
  const lane = async (steps) => {
    const counts = [];
    for (const step of steps) counts.push(await runStep(step));
    return counts;
  };
  const lanes = await Promise.all([
    lane([STEPS.format, STEPS.layers, STEPS.lint, STEPS.types]),
    lane([STEPS.unit]),
  ]);
  sayTotal(lanes.flat());
}

await check().catch(endIfMissing);
