/** Has a foreign file read in a process of its own, which is ended when it takes too long. */
import type { ChildLike } from './child-like.ts';
import type { ExtractJob, ExtractResult } from './extract-messages.ts';

/** What the process is started with: more memory than this is no text. */
export const EXTRACTOR_ARGUMENTS = ['--max-old-space-size=512'] as const;

export interface ExtractOptions {
  /** Starts `extract-process.ts`. */
  spawn(): ChildLike;
  timeoutMs?: number;
}

/** Never rejects: what went wrong is in the result. */
export function extractApart(
  job: ExtractJob,
  { spawn, timeoutMs = 30_000 }: ExtractOptions,
): Promise<ExtractResult> {
  return new Promise((resolve) => {
    let child: ChildLike;
    try {
      child = spawn();
    } catch {
      resolve({ ok: false, code: 'EXTRACT_CRASHED' });
      return;
    }
    const end = (result: ExtractResult): void => {
      clearTimeout(timer);
      child.kill();
      resolve(result);
    };
    const timer = setTimeout(() => end({ ok: false, code: 'EXTRACT_TIMEOUT' }), timeoutMs);
    child.onMessage((message) => end(message as ExtractResult));
    child.onExit(() => end({ ok: false, code: 'EXTRACT_CRASHED' }));
    child.post(job);
  });
}
