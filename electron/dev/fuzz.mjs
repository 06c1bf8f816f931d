/** `npm run fuzz`: damaged input for every parser that has a fuzz run in tests/fuzz; counts are printed. `-- 20000 7`: rounds and seed. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { continueOnProductNode, ensureDependencies, root, runLive } from './set-up/dependencies.mjs';
import { endIfMissing, step } from './set-up/say.mjs';

async function fuzz() {
  ensureDependencies();
  if (!(await continueOnProductNode(fileURLToPath(import.meta.url)))) return;
  const folder = path.join(root, 'tests', 'fuzz');
  for (const name of fs
    .readdirSync(folder)
    .filter((one) => one.endsWith('.ts'))
    .sort()) {
    step(`${path.parse(name).name}…`);
    const code = await runLive(process.execPath, [path.join(folder, name), ...process.argv.slice(2)]);
    if (code !== 0) process.exitCode = 1;
  }
}

await fuzz().catch(endIfMissing);
