/** Long work of the backend: a subscription that tells how far it is, as a promise of its result. */
import { Cancelled } from './send-file.ts';

interface Step<Result> {
  done: number;
  total: number;
  result: Result | null;
}

type Subscribe<Result, Said extends Step<Result>> = (observer: {
  onData(step: Said): void;
  onError(error: unknown): void;
  onComplete(): void;
}) => { unsubscribe(): void };

/**
 * @param subscribe starts the work, e.g. `(observer) => api.imports.run.subscribe(input, observer)`
 * @param watch hears of progress, with all that was said of it; aborting its signal has the backend stop and undo what it has done
 * @throws Cancelled, or what the backend says
 */
export function follow<Result, Said extends Step<Result> = Step<Result>>(
  subscribe: Subscribe<Result, Said>,
  watch: { signal: AbortSignal; onProgress(done: number, total: number, step: Said): void },
): Promise<Result> {
  return new Promise((resolve, reject) => {
    if (watch.signal.aborted) return reject(new Cancelled());
    const subscription = subscribe({
      onData(step) {
        const { done, total, result } = step;
        if (result === null) watch.onProgress(done, total, step);
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
