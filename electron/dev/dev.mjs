/**
 * `npm run dev`: the window with hot reload. Vite serves the renderer; main, worker and document process are built
 * anew when their sources change, and the desk is started again.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { continueOnProductNode, ensureDependencies, root } from './set-up/dependencies.mjs';
import { ensureRuntime, hasDisplay, launchCommand } from './set-up/runtime.mjs';
import { endIfMissing, step } from './set-up/say.mjs';

async function develop() {
  ensureDependencies();
  if (!(await continueOnProductNode(fileURLToPath(import.meta.url)))) return;
  if (!hasDisplay())
    step('No display here: the window runs headless; attach through PYKALA_STAND_IN_CDP_PORT.');
  if (!hasDisplay()) process.env.PYKALA_RUNTIME = 'chromium';
  const runtime = await ensureRuntime();
  const { build, createServer } = await import('vite');
  const server = await createServer({
    configFile: path.join(root, 'vite.config.ts'),
    server: { host: '127.0.0.1' },
  });
  await server.listen();
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('The development server has no address.');
  step(`Development server: ${url}`);

  let desk;
  let stopping = false;
  const open = () => {
    const { command, values, env } = launchCommand(runtime, {
      headed: hasDisplay(),
      values: process.argv.slice(2),
      extra: { VITE_DEV_SERVER_URL: url },
    });
    const started = spawn(command, values, { cwd: root, env, stdio: 'inherit' });
    desk = started;
    started.once('exit', () => {
      // Closed by the user, not for a new start.
      if (desk === started) void stop();
    });
  };
  const closeDesk = async () => {
    const old = desk;
    desk = undefined;
    if (old === undefined || old.exitCode !== null || old.signalCode !== null) return;
    const gone = new Promise((resolve) => old.once('exit', resolve));
    old.kill('SIGTERM');
    await gone;
  };
  const watchers = [];
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await closeDesk();
    await Promise.all([...watchers.map((watcher) => watcher.close()), server.close()]);
  };

  const configFile = path.join(root, 'vite.node.config.ts');
  const built = new Set();
  let again = Promise.resolve();
  for (const mode of ['node', 'preload']) {
    const watcher = await build({ configFile, mode, logLevel: 'warn', build: { watch: {} } });
    watchers.push(watcher);
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') console.error(event.error.message);
      if (event.code !== 'END' || stopping) return;
      built.add(mode);
      if (built.size < 2) return;
      again = again.then(async () => {
        step(desk === undefined ? 'Opening Pykälä…' : 'Sources changed, starting again…');
        await closeDesk();
        if (!stopping) open();
      });
    });
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void stop());
}

await develop().catch(endIfMissing);
