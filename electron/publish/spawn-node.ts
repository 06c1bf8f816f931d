/** The document process under plain Node: for the CLI, the tests and Electron's stand-in. */
import { fork } from 'node:child_process';
import type { ChildLike } from './child-like.ts';

/**
 * Starts `entry` (`process.ts`, or the built `process.js`) as a child process that speaks structured clone.
 * A child that cannot be started reports itself as ended.
 */
export function spawnNode(entry: string, execArgv: readonly string[] = []): ChildLike {
  const child = fork(entry, [], {
    serialization: 'advanced',
    // The child writes nothing of its own; what native code says goes to our stderr, never into a pipe of data.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [...execArgv],
  });
  const listeners: ((code: number | null) => void)[] = [];
  let ended: { code: number | null } | null = null;
  const end = (code: number | null) => {
    if (ended !== null) return;
    ended = { code };
    for (const listener of listeners) listener(code);
  };
  child.once('exit', end);
  child.once('error', () => end(null));
  return {
    post(message) {
      // A failed send means the child is going: its exit tells the pool.
      if (child.connected) child.send(message as object, () => {});
    },
    onMessage(fn) {
      child.on('message', fn);
    },
    onExit(fn) {
      if (ended === null) listeners.push(fn);
      else queueMicrotask(() => fn(ended!.code));
    },
    kill() {
      child.kill('SIGKILL');
    },
  };
}
