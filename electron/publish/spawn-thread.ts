/** The document process as a thread: for the CLI inside the packaged product, where no process can be forked. */
import { Worker } from 'node:worker_threads';
import type { ChildLike } from './child-like.ts';

/** Starts `entry` in a thread of this process. One that cannot be started reports itself as ended. */
export function spawnThread(entry: string): ChildLike {
  const worker = new Worker(entry, { stdout: true });
  // What goes wrong inside ends the thread; its exit tells the pool.
  worker.on('error', () => {});
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => {
      worker.on('message', listener);
    },
    onExit: (listener) => {
      worker.once('exit', listener);
    },
    kill: () => void worker.terminate(),
  };
}
