/**
 * Entry of the thread that hashes beside the one that reads and writes: what lies in memory that both share, or a whole
 * file. It answers in the order in which it was asked.
 */
import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import type { FromHashThread, ToHashThread } from './hash-beside.ts';
import { readSeal } from './seal.ts';

const shared = workerData as SharedArrayBuffer | null;
const hash = createHash('sha512');
const say = (message: FromHashThread): void => parentPort?.postMessage(message);

async function receive(message: ToHashThread): Promise<void> {
  switch (message.kind) {
    case 'update':
      hash.update(Buffer.from(shared!, message.from, message.length));
      say({ kind: 'done', result: null });
      break;
    case 'digest':
      say({ kind: 'done', result: hash.copy().digest('hex') });
      break;
    case 'seal':
      try {
        say({
          kind: 'done',
          result: await readSeal(message.file, { onBytes: (bytes) => say({ kind: 'read', bytes }) }),
        });
      } catch (error) {
        say({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
      }
      break;
  }
}

parentPort?.on('message', (message: ToHashThread) => void receive(message));
