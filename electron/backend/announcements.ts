/** Tells subscribers what changed: a tiny broadcast channel of topic lists. */
import type { Topic } from './context.ts';

export class Announcements {
  private readonly listeners = new Set<(topics: readonly Topic[]) => void>();

  announce(topics: readonly Topic[]): void {
    if (topics.length === 0) return;
    for (const listener of this.listeners) listener(topics);
  }

  /** Yields every announcement from now on, none lost between two reads, until the signal is aborted. */
  async *watch(signal: AbortSignal): AsyncGenerator<readonly Topic[]> {
    const queue: (readonly Topic[])[] = [];
    let wake: (() => void) | undefined;
    const listener = (topics: readonly Topic[]): void => {
      queue.push(topics);
      wake?.();
    };
    const onAbort = (): void => wake?.();
    this.listeners.add(listener);
    signal.addEventListener('abort', onAbort);
    try {
      while (!signal.aborted) {
        const next = queue.shift();
        if (next) yield next;
        else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
    } finally {
      this.listeners.delete(listener);
      signal.removeEventListener('abort', onAbort);
    }
  }
}
