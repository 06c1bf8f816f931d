/**
 * Entry of the process that reads foreign PDF and Word files: one file, one answer, then it ends. Whatever a file does
 * to its reader happens here, where nothing of the board is.
 */
import { parentPort as threadPort } from 'node:worker_threads';
import type { ExtractJob, ExtractResult } from './extract-messages.ts';
import { extract } from './extract-text.ts';

interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

const electronPort = (process as unknown as { parentPort?: ParentPort }).parentPort;

function answer(result: ExtractResult): void {
  if (electronPort !== undefined) electronPort.postMessage(result);
  else if (threadPort !== null) threadPort.postMessage(result);
  else process.send?.(result);
}

async function receive(message: unknown): Promise<void> {
  answer(await extract(message as ExtractJob));
}

if (electronPort !== undefined) electronPort.on('message', ({ data }) => void receive(data));
else if (threadPort !== null) threadPort.on('message', (message) => void receive(message));
else {
  process.on('message', (message) => void receive(message));
  process.on('disconnect', () => process.exit(0));
}
