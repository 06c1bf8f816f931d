/** Has a package made, verified or opened in a process of its own, which is ended when it says nothing for too long. */
import { AppError } from '../../db/model/errors.ts';
import type { PublishJob, PublishResult } from '../backend/protocol.ts';
import type { ChildLike } from '../publish/child-like.ts';
import type {
  ArchiveProgress,
  ArchiveTask,
  FromArchive,
  TaskResults,
  ToArchive,
  ViewAnswers,
  ViewRequest,
} from './messages.ts';

/** A process that is busy with foreign content says something this often at least, and answers in this time. */
export const LONGEST_SILENCE = 5_000;
/** How long a process may take to start. */
const STARTING_MS = 60_000;
/** How long a cancelled task may tidy up before its process is ended. */
const TIDYING_MS = 3_000;

export interface ApartOptions {
  signal?: AbortSignal | undefined;
  onProgress?(progress: ArchiveProgress): void;
  /** Renders documents; only making a package asks for it. */
  render?(job: PublishJob, signal?: AbortSignal): Promise<PublishResult>;
  longestSilence?: number;
}

interface Waiting {
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

export class ArchiveProcess {
  readonly #child: ChildLike;
  readonly #longest: number;
  readonly #waiting = new Map<number, Waiting & { timer: NodeJS.Timeout }>();
  #task: (Waiting & ApartOptions) | null = null;
  #silence: NodeJS.Timeout | undefined;
  /** Until then silence is allowed: a step that was announced as long. */
  #patientUntil = 0;
  #lastAsk = 0;
  #gone: AppError | null = null;
  readonly #onGone: (() => void)[] = [];

  /** @param child a process of `process.ts` that has just been started */
  constructor(child: ChildLike, longestSilence = LONGEST_SILENCE) {
    this.#child = child;
    this.#longest = longestSilence;
    child.onMessage((message) => this.#hear(message as FromArchive));
    child.onExit(() => this.#end(new AppError('ARCHIVE_PROCESS_LOST')));
  }

  get isGone(): boolean {
    return this.#gone !== null;
  }

  /** Called once when the process has ended, whatever the reason. */
  onGone(listener: () => void): void {
    if (this.#gone !== null) listener();
    else this.#onGone.push(listener);
  }

  /**
   * Runs the one task of the process. After `open` it stays for requests, after anything else it is ended.
   * @throws AppError what the task says; ARCHIVE_HANGS, ARCHIVE_PROCESS_LOST, CANCELLED
   */
  async run<Kind extends ArchiveTask['do']>(
    task: Extract<ArchiveTask, { do: Kind }>,
    options: ApartOptions = {},
  ): Promise<TaskResults[Kind]> {
    if (options.signal?.aborted === true) {
      this.close();
      throw new AppError('CANCELLED');
    }
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#task = { ...options, resolve, reject };
    let tidying: NodeJS.Timeout | undefined;
    const abort = (): void => {
      this.#post({ kind: 'cancel' });
      tidying = setTimeout(() => this.#end(new AppError('CANCELLED')), TIDYING_MS);
    };
    options.signal?.addEventListener('abort', abort, { once: true });
    // Our own database is trusted to end; what comes from elsewhere has to show that it goes on. Its time begins when the
    // process is up: on a busy machine starting takes long.
    if (task.do !== 'create') this.#watch(STARTING_MS);
    this.#post({ kind: 'run', task });
    try {
      return (await promise) as TaskResults[Kind];
    } catch (error) {
      this.close();
      throw error;
    } finally {
      this.#task = null;
      clearTimeout(this.#silence);
      clearTimeout(tidying);
      options.signal?.removeEventListener('abort', abort);
      if (task.do !== 'open') this.close();
    }
  }

  /**
   * Asks an opened package. The process is ended when it does not answer in time.
   * @param milliseconds longer for what is known to take longer
   * @throws AppError what the request says; ARCHIVE_HANGS, ARCHIVE_PROCESS_LOST
   */
  async ask<Request extends ViewRequest>(
    request: Request,
    milliseconds = this.#longest,
  ): Promise<ViewAnswers[Request['ask']]> {
    if (this.#gone !== null) throw this.#gone;
    const id = ++this.#lastAsk;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const timer = setTimeout(() => this.#end(new AppError('ARCHIVE_HANGS')), milliseconds);
    this.#waiting.set(id, { resolve, reject, timer });
    this.#post({ kind: 'ask', id, request });
    return (await promise) as ViewAnswers[Request['ask']];
  }

  /** Ends the process. */
  close(): void {
    this.#end(new AppError('ARCHIVE_CLOSED'));
  }

  #post(message: ToArchive): void {
    this.#child.post(message);
  }

  #watch(milliseconds: number): void {
    clearTimeout(this.#silence);
    const wait = Math.max(milliseconds, this.#patientUntil - performance.now());
    this.#silence = setTimeout(() => this.#end(new AppError('ARCHIVE_HANGS')), wait);
  }

  #end(reason: AppError): void {
    if (this.#gone !== null) return;
    this.#gone = reason;
    clearTimeout(this.#silence);
    this.#child.kill();
    this.#task?.reject(reason);
    for (const { reject, timer } of this.#waiting.values()) {
      clearTimeout(timer);
      reject(reason);
    }
    this.#waiting.clear();
    for (const listener of this.#onGone.splice(0)) listener();
  }

  #hear(message: FromArchive): void {
    if (this.#gone !== null) return;
    if (this.#silence !== undefined && this.#task !== null && message.kind !== 'patience')
      this.#watch(this.#longest);
    switch (message.kind) {
      case 'patience':
        this.#patientUntil = performance.now() + message.milliseconds;
        if (this.#silence !== undefined) this.#watch(this.#longest);
        break;
      case 'progress':
        this.#task?.onProgress?.(message.progress);
        break;
      case 'render':
        void this.#render(message.id, message.job);
        break;
      case 'done':
        this.#task?.resolve(message.result);
        break;
      case 'failed':
        this.#task?.reject(new AppError(message.code, message.details));
        break;
      case 'answer':
      case 'refused': {
        const waiting = this.#waiting.get(message.id);
        this.#waiting.delete(message.id);
        clearTimeout(waiting?.timer);
        if (message.kind === 'answer') waiting?.resolve(message.result);
        else waiting?.reject(new AppError(message.code, message.details));
        break;
      }
      case 'alive':
        break;
    }
  }

  async #render(id: number, job: PublishJob): Promise<void> {
    const { render, signal } = this.#task ?? {};
    const result = await render?.(job, signal).catch((error: unknown): PublishResult => ({
      ok: false,
      error: { code: 'PUBLISH_FAILED', message: error instanceof Error ? error.message : String(error) },
    }));
    if (result !== undefined && this.#gone === null) this.#post({ kind: 'rendered', id, result });
  }
}
