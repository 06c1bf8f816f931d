/** `npm run -s pykala -- …`: the CLI from the sources. Only its own output goes to stdout. */
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { ensureBuild } from './set-up/build.mjs';
import { continueOnProductNode, ensureDependencies, root, runLive } from './set-up/dependencies.mjs';
import { endIfMissing, speakOnStderr } from './set-up/say.mjs';

async function pykala() {
  speakOnStderr();
  ensureDependencies();
  if (!(await continueOnProductNode(fileURLToPath(import.meta.url)))) return;
  await ensureBuild(['node']);
  const file = path.join(root, 'out', 'cli', 'pykala.js');
  // Relative paths on the command line are those of the caller, not of the repository.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  process.exitCode = await runLive(process.execPath, [file, ...process.argv.slice(2)], { cwd });
}

await pykala().catch(endIfMissing);
