/** Long work of the backend: a subscription that tells how far it is, as a promise of its result. */
import { Cancelled } from './send-file.ts';

interface Step<Result> {
  done: number;
  total: number;
  result: Result | null;
}

type Subscribe<Result> = (observer: {
  onData(step: Step<Result>): void;
  onError(error: unknown): void;
  onComplete(): void;
}) => { unsubscribe(): void };

/**
 * @param subscribe starts the work, e.g. `(observer) => api.imports.run.subscribe(input, observer)`
 * @param watch hears of progress; aborting its signal has the backend stop and undo what it has done
 * @throws Cancelled, or what the backend says
 */
export function follow<Result>(
  subscribe: Subscribe<Result>,
  watch: { signal: AbortSignal; onProgress(done: number, total: number): void },
): Promise<Result> {
  return new Promise((resolve, reject) => {
    if (watch.signal.aborted) return reject(new Cancelled());
    const subscription = subscribe({
      onData({ done, total, result }) {
        if (result === null) watch.onProgress(done, total);
        else resolve(result);
      },
      onError: reject,
      onComplete: () => reject(new Cancelled()),
    });
    watch.signal.addEventListener('abort', () => {
      subscription.unsubscribe();
      reject(new Cancelled());
    });
  });
}
