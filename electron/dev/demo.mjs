/** `npm run demo`: builds what is needed and lets the CLI run a sample board through to finished documents. */
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { ensureBuild } from './set-up/build.mjs';
import { continueOnProductNode, ensureDependencies, root, runLive } from './set-up/dependencies.mjs';
import { endIfMissing, step } from './set-up/say.mjs';

async function demo() {
  ensureDependencies();
  if (!(await continueOnProductNode(fileURLToPath(import.meta.url)))) return;
  await ensureBuild(['node']);
  const given = process.argv.slice(2);
  const values = given.includes('--out') ? given : ['--out', 'demo-output', ...given];
  step('Running the demonstration…');
  process.exitCode = await runLive(process.execPath, [
    path.join(root, 'out', 'cli', 'pykala.js'),
    'demo',
    ...values,
  ]);
}

await demo().catch(endIfMissing);
