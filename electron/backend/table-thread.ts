/**
 * Reads a table file in a thread of its own, with bounded memory and time: a file that hangs or fills its reader costs
 * the reader, never the database's worker.
 */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { AppError, type ErrorDetails } from '../../db/model/errors.ts';
import type { TableRow } from '../../db/model/table.ts';
import type { TableChoice, TableContent, TableFacts } from './read-table.ts';

export interface ReaderSetup {
  file: string;
  choice: TableChoice;
}

export type FromReader =
  | { kind: 'facts'; facts: TableFacts; total: number }
  | { kind: 'rows'; rows: TableRow[] }
  | { kind: 'done' }
  | { kind: 'failed'; code: string; details: ErrorDetails };

/** Small enough that taking them over does not keep the window's calls waiting. */
export const ROWS_AT_ONCE = 1_000;

/** Beside this file in the sources; in the build this code may stand in a chunk. */
const ENTRY = path.join(
  import.meta.dirname,
  '..',
  'backend',
  `table-reader${path.extname(import.meta.filename)}`,
);

/**
 * @param options.timeoutMs the reader is ended after so long
 * @param options.onProgress rows that are here, of how many
 * @throws AppError as `readTable`; TABLE_TIMEOUT, TABLE_TOO_LARGE when the reader ran out of memory, CANCELLED
 */
export async function readTableFile(
  file: string,
  choice: TableChoice,
  options: {
    timeoutMs?: number;
    memoryMb?: number;
    signal?: AbortSignal | undefined;
    onProgress?: (done: number, total: number) => void;
  } = {},
): Promise<TableContent> {
  const { timeoutMs = 120_000, memoryMb = 1_536, signal, onProgress } = options;
  if (signal?.aborted) throw new AppError('CANCELLED');
  const { promise, resolve, reject } = Promise.withResolvers<TableContent>();
  const worker = new Worker(ENTRY, {
    workerData: { file, choice } satisfies ReaderSetup,
    name: 'table-reader',
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    stdout: true,
    stderr: true,
  });
  const rows: TableRow[] = [];
  let facts: TableFacts | undefined;
  let total = 0;
  worker.on('message', (message: FromReader) => {
    switch (message.kind) {
      case 'facts':
        ({ facts, total } = message);
        break;
      case 'rows':
        for (const row of message.rows) rows.push(row);
        onProgress?.(rows.length, total);
        break;
      case 'failed':
        reject(new AppError(message.code, message.details));
        break;
      case 'done':
        if (facts) resolve({ ...facts, rows });
        break;
    }
  });
  worker.on('error', (error: NodeJS.ErrnoException) => {
    const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    reject(
      isMemory
        ? new AppError('TABLE_TOO_LARGE', { file: path.basename(file) })
        : new AppError('TABLE_DAMAGED', { reason: error.message }),
    );
  });
  worker.on('exit', () => reject(new AppError('TABLE_DAMAGED', { reason: 'exit' })));
  const timer = setTimeout(
    () => reject(new AppError('TABLE_TIMEOUT', { file: path.basename(file) })),
    timeoutMs,
  );
  const cancel = (): void => reject(new AppError('CANCELLED'));
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
    await worker.terminate();
  }
}
