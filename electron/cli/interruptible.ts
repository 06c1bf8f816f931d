/** Works of the command line that Ctrl+C cancels: they tidy up, and it is said that nothing half-made is left. */
import { AppError } from '../../db/model/errors.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Cancels the work at the first signal; a second one ends the process at once, as it would have.
 * @throws AppError ARCHIVE_CANCELLED, and what the work throws
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const cancel = new AbortController();
  const stop = (): void => cancel.abort();
  for (const signal of SIGNALS) process.once(signal, stop);
  try {
    return await work(cancel.signal);
  } catch (error) {
    throw cancel.signal.aborted ? new AppError('ARCHIVE_CANCELLED') : error;
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
  }
}
