/** Long work as a subscription: how far it has come, and at the end its result. */
import { setImmediate as turn } from 'node:timers/promises';
import { AppError } from '../../db/model/errors.ts';

export interface Progress<Result> {
  done: number;
  total: number;
  result: Result | null;
}

/** The window is told this often at most. */
const PAUSE_MS = 60;
/** Others are let in when so much time has gone by. */
const SLICE_MS = 8;

/**
 * Runs `work` and yields the latest that it said, each time it says something.
 * @param first what is yielded when it is heard of before it has said anything
 * @returns its result
 */
export async function* saying<Said extends object, Result>(
  first: Said,
  work: (say: (said: Said) => void) => Promise<Result>,
): AsyncGenerator<Said & { result: null }, Result> {
  let latest = first;
  let ended = false;
  let heard = Promise.withResolvers<void>();
  const working = work((said) => {
    latest = said;
    heard.resolve();
  });
  const finish = (): void => {
    ended = true;
    heard.resolve();
  };
  working.then(finish, finish);
  while (!ended) {
    await heard.promise;
    heard = Promise.withResolvers<void>();
    if (!ended) yield { ...latest, result: null };
  }
  return await working;
}

/**
 * Runs `work` and yields how far it is; the last word is the result.
 * @param work gets a function to call between slices: it lets other messages in and throws CANCELLED once the window
 * has stopped listening
 */
export async function* progressing<Result>(
  signal: AbortSignal | undefined,
  work: (between: (done: number, total: number) => Promise<void>) => Promise<Result>,
): AsyncGenerator<Progress<Result>> {
  let told = 0;
  let turned = performance.now();
  const result = yield* saying({ done: 0, total: 1 }, (say) =>
    work(async (done, total) => {
      if (signal?.aborted) throw new AppError('CANCELLED');
      if (performance.now() - told > PAUSE_MS) {
        told = performance.now();
        say({ done, total: Math.max(total, 1) });
      }
      if (performance.now() - turned < SLICE_MS) return;
      await turn();
      turned = performance.now();
      if (signal?.aborted) throw new AppError('CANCELLED');
    }),
  );
  yield { done: 1, total: 1, result };
}
