/**
 * Documents are rendered in a process of their own: Typst's cache is process-global and grows, and a compile
 * cannot be interrupted from outside. The pool keeps one such process, started when first needed, gives it one
 * job at a time and replaces it when it has worked enough, hangs or dies.
 */
import type { PublishJob, PublishResult } from '../backend/protocol.ts';
import type { ChildLike } from './child-like.ts';
import type { FromPublisher, ToPublisher } from './messages.ts';

export interface PublishPoolOptions {
  /** Starts the document process (`process.ts`, built as `out/publish/process.js`). */
  spawn(): ChildLike;
  /** Folder of the product's resources; absolute. */
  resourcesFolder: string;
  /** Jobs after which the process is replaced. */
  maxJobs?: number;
  /** Time limit of one attempt. */
  timeoutMs?: number;
  /** Resident memory, in bytes, above which the process is replaced after a job. */
  maxMemory?: number;
}

/**
 * Codes of a failed render: `PUBLISH_FAILED` (the message has the renderer's reasons) and
 * `PUBLISH_INVALID_DOCUMENT` are final; `PUBLISH_CRASHED` and `PUBLISH_TIMEOUT` were tried twice; `PUBLISH_UNAVAILABLE`: the process does not
 * start; `PUBLISH_CANCELLED`: the signal; `PUBLISH_CLOSED`: the pool was closed.
 */
export type PublishErrorCode =
  | 'PUBLISH_FAILED'
  | 'PUBLISH_INVALID_DOCUMENT'
  | 'PUBLISH_CRASHED'
  | 'PUBLISH_TIMEOUT'
  | 'PUBLISH_UNAVAILABLE'
  | 'PUBLISH_CANCELLED'
  | 'PUBLISH_CLOSED';

export interface PublishPool {
  /** Renders one job. Never rejects: every failure is a result with a code. */
  render(job: PublishJob, signal?: AbortSignal): Promise<PublishResult>;
  /** Starts the process ahead of the first job and has it load fonts and templates. Failures show at `render`. */
  warm(): void;
  /** Ends the process; resolves when it is gone. Unfinished jobs fail with `PUBLISH_CLOSED`. */
  close(): Promise<void>;
}

/**
 * Several pools as one: a job goes to the first that is idle, else to the one with the least to do. A second process is
 * started only when the first is at work, so that single documents cost no more than before.
 */
export function createPublishTeam(options: PublishPoolOptions, size: number): PublishPool {
  const members = Array.from({ length: Math.max(1, size) }, () => ({
    pool: createPublishPool(options),
    jobs: 0,
  }));
  return {
    async render(job, signal) {
      const member = members.reduce((least, one) => (one.jobs < least.jobs ? one : least));
      member.jobs += 1;
      try {
        return await member.pool.render(job, signal);
      } finally {
        member.jobs -= 1;
      }
    },
    warm: () => members[0]!.pool.warm(),
    async close() {
      await Promise.all(members.map(({ pool }) => pool.close()));
    },
  };
}

interface Task {
  id: number;
  job: PublishJob;
  attempts: number;
  settle(result: PublishResult): void;
}

interface Process {
  child: ChildLike;
  jobs: number;
  exited: Promise<void>;
}

const ATTEMPTS = 2;
/** How long `close` waits for a killed process. */
const CLOSE_MS = 5_000;

/** Creates the pool; nothing is started yet. */
export function createPublishPool(options: PublishPoolOptions): PublishPool {
  const { maxJobs = 50, timeoutMs = 60_000, maxMemory = 700 * 1024 * 1024 } = options;
  const queue: Task[] = [];
  let current: Process | null = null;
  let running: { task: Task; timer: NodeJS.Timeout } | null = null;
  let lastId = 0;
  let closed = false;

  function start(warm: boolean): Process {
    const child = options.spawn();
    const { promise: exited, resolve: gone } = Promise.withResolvers<void>();
    const started: Process = { child, jobs: 0, exited };
    child.onMessage((message) => {
      if (current === started) received(message as FromPublisher);
    });
    child.onExit((code) => {
      gone();
      if (current !== started) return;
      current = null;
      failed('PUBLISH_CRASHED', `The document process ended with code ${code ?? 'none (signal)'}.`);
    });
    post(child, { kind: 'init', resourcesFolder: options.resourcesFolder, warm });
    current = started;
    return started;
  }

  /** Ends the process on purpose: what it still says no longer counts. */
  function discard(): Promise<void> {
    const process = current;
    current = null;
    process?.child.kill();
    return process?.exited ?? Promise.resolve();
  }

  function received(message: FromPublisher): void {
    // The time of a job begins when the process is up; on a busy machine starting takes long.
    if (message.kind === 'ready') running?.timer.refresh();
    if (message.kind !== 'result' || running?.task.id !== message.jobId) return;
    const { settle } = release().task;
    if (current !== null && (current.jobs >= maxJobs || message.memory > maxMemory)) void discard();
    settle(message.result);
    next();
  }

  /** The running attempt came to nothing: once more in a new process, then the error. */
  function failed(code: PublishErrorCode, message: string): void {
    if (running === null) return;
    const { task } = release();
    if (task.attempts < ATTEMPTS) queue.unshift(task);
    else task.settle(failure(code, message));
    next();
  }

  function release(): { task: Task; timer: NodeJS.Timeout } {
    const released = running!;
    clearTimeout(released.timer);
    running = null;
    return released;
  }

  function next(): void {
    while (running === null) {
      const task = queue.shift();
      if (task === undefined) return;
      task.attempts += 1;
      try {
        const process = current ?? start(false);
        process.jobs += 1;
        const timer = setTimeout(() => {
          void discard();
          failed('PUBLISH_TIMEOUT', `The document was not ready in ${timeoutMs / 1000} seconds.`);
        }, timeoutMs);
        running = { task, timer };
        post(process.child, { kind: 'job', jobId: task.id, job: task.job });
      } catch (error) {
        if (running !== null) release();
        void discard();
        if (task.attempts < ATTEMPTS) queue.unshift(task);
        else
          task.settle(failure('PUBLISH_UNAVAILABLE', error instanceof Error ? error.message : String(error)));
      }
    }
  }

  function cancel(task: Task): void {
    const waiting = queue.indexOf(task);
    if (waiting >= 0) queue.splice(waiting, 1);
    else if (running?.task === task) {
      release();
      void discard();
    }
    task.settle(failure('PUBLISH_CANCELLED', 'The job was cancelled.'));
    next();
  }

  return {
    render(job, signal) {
      if (closed) return Promise.resolve(failure('PUBLISH_CLOSED', 'The publisher is closed.'));
      if (signal?.aborted === true) {
        return Promise.resolve(failure('PUBLISH_CANCELLED', 'The job was cancelled.'));
      }
      return new Promise((resolve) => {
        const abort = () => cancel(task);
        const task: Task = {
          id: ++lastId,
          job,
          attempts: 0,
          settle(result) {
            signal?.removeEventListener('abort', abort);
            resolve(result);
          },
        };
        signal?.addEventListener('abort', abort, { once: true });
        queue.push(task);
        next();
      });
    },

    warm() {
      if (closed || current !== null) return;
      try {
        start(true);
      } catch {
        // The next job tries again and reports why.
      }
    },

    async close() {
      closed = true;
      const unfinished = queue.splice(0);
      if (running !== null) unfinished.unshift(release().task);
      const exited = discard();
      for (const task of unfinished) task.settle(failure('PUBLISH_CLOSED', 'The publisher was closed.'));
      const { promise: limit, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, CLOSE_MS);
      await Promise.race([exited, limit]);
      clearTimeout(timer);
    },
  };
}

function post(child: ChildLike, message: ToPublisher): void {
  child.post(message);
}

function failure(code: PublishErrorCode, message: string): PublishResult {
  return { ok: false, error: { code, message } };
}
