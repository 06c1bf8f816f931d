import { utilityProcess } from 'electron';
import type { ChildLike } from '../publish/child-like.ts';

/** Starts a Node process of the product's own, as the document pool wants it. */
export function spawnChild(file: string, serviceName: string, execArgv: readonly string[] = []): ChildLike {
  const child = utilityProcess.fork(file, [], { serviceName, stdio: 'inherit', execArgv: [...execArgv] });
  let exit: { code: number } | undefined;
  const listeners: ((code: number | null) => void)[] = [];
  child.once('exit', (code) => {
    exit = { code };
    for (const listener of listeners) listener(code);
  });
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => {
      child.on('message', listener);
    },
    onExit: (listener) => {
      if (exit === undefined) listeners.push(listener);
      else listener(exit.code);
    },
    kill: () => {
      child.kill();
    },
  };
}
