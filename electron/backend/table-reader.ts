/** Entry of the thread that reads one table file and ends. Whatever a hostile file does happens here. */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../db/model/errors.ts';
import { readTable } from './read-table.ts';
import { ROWS_AT_ONCE, type FromReader, type ReaderSetup } from './table-thread.ts';

const port = parentPort;
if (port === null) throw new Error('table-reader.ts runs as a worker thread only');
const say = (message: FromReader): void => port.postMessage(message);

const { file, choice } = workerData as ReaderSetup;
try {
  const { rows, ...facts } = await readTable(file, choice);
  say({ kind: 'facts', facts, total: rows.length });
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE)
    say({ kind: 'rows', rows: rows.slice(start, start + ROWS_AT_ONCE) });
  say({ kind: 'done' });
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  say({ kind: 'failed', code: error.code, details: error.details });
}
