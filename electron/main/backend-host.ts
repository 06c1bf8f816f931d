/**
 * Runs the backend worker: calls go in and come back by number, events go out, and a worker that is lost is
 * started anew. No Electron in here, so that the tests use it with a real worker.
 */
import { Worker } from 'node:worker_threads';
import type {
  ActorContext,
  CallReply,
  CallRequest,
  ChildProgram,
  FromWorker,
  PublishJob,
  PublishResult,
  SecretAnswer,
  SecretAsk,
  ToWorker,
  WindowEvent,
  WorkerSetup,
} from '../backend/protocol.ts';
import type { ChildLike } from '../publish/child-like.ts';
import type { ExtractJob, ExtractResult } from '../publish/extract-messages.ts';
import type { Grant } from './grants.ts';

export interface BackendHostOptions {
  /** The built worker, absolute. */
  workerFile: string;
  setup: WorkerSetup;
  /** Hears every event for the windows. */
  onEvent(event: WindowEvent): void;
  /** Renders a job in the document process; never rejects. */
  publish(job: PublishJob, signal: AbortSignal): Promise<PublishResult>;
  /** A job will come soon. */
  expectPublish(): void;
  /** Reads a foreign file in a process of its own; never rejects. */
  extract(job: ExtractJob): Promise<ExtractResult>;
  /** Starts a process of a work's own. */
  startChild(program: ChildProgram): ChildLike;
  /** Has the system open a copy of an attachment. */
  openFile(path: string): void;
  /** Asks the system keychain; never throws. */
  secret(ask: SecretAsk): SecretAnswer;
  /** Grants of this session; a new worker is told all of them. */
  grants(): readonly Grant[];
  /** Localised sentence of an error that the host itself gives. */
  message(code: HostErrorCode): string;
  /** Restarts within `window` milliseconds after which the worker is given up. */
  restartLimit?: { count: number; window: number };
  /** How long `close` waits for the worker to say that it is done. */
  closeTimeout?: number;
}

export type HostErrorCode = 'BACKEND_RESTARTED' | 'BACKEND_FAILED' | 'BACKEND_CLOSED';

export interface BackendHost {
  /** Resolves when the worker first says `ready`; rejects when it is given up before that. */
  readonly ready: Promise<void>;
  /** Answers one call. Never rejects. `owner` is the window that asked. */
  call(request: CallRequest, owner: number): Promise<CallReply>;
  /** Stops the subscriptions of a window that was closed or loaded anew. */
  release(owner: number): void;
  grant(grant: Grant): void;
  setActor(actor: ActorContext): void;
  /** Lets the worker finish and ends it. */
  close(): Promise<void>;
}

interface Generation {
  worker: Worker;
  publishing: Map<number, AbortController>;
  children: Map<number, ChildLike>;
  closed: () => void;
}

/** Starts the worker at once. */
export function createBackendHost(options: BackendHostOptions): BackendHost {
  const limit = options.restartLimit ?? { count: 5, window: 60_000 };
  const pending = new Map<number, (reply: CallReply) => void>();
  const subscriptions = new Map<string, number>();
  const losses: number[] = [];
  const { promise: ready, resolve: isReady, reject: isLost } = Promise.withResolvers<void>();
  ready.catch(() => {});
  let actor = options.setup.actor;
  let current: Generation | undefined;
  let state: 'running' | 'failed' | 'closing' = 'running';
  let started = false;
  let lastCall = 0;
  let closedNow: Promise<void> = Promise.resolve();

  const refusal = (code: HostErrorCode): CallReply => ({
    ok: false,
    error: { code, message: options.message(code) },
  });

  function start(): void {
    const worker = new Worker(options.workerFile, {
      workerData: { ...options.setup, actor } satisfies WorkerSetup,
      name: 'backend',
    });
    const { promise, resolve } = Promise.withResolvers<void>();
    const generation: Generation = { worker, publishing: new Map(), children: new Map(), closed: resolve };
    closedNow = promise;
    current = generation;
    for (const grant of options.grants()) post({ kind: 'grant', ...grant });
    worker.on('message', (message: FromWorker) => {
      if (current === generation) receive(generation, message);
    });
    worker.on('error', (error) => console.error('The backend worker failed:', error));
    worker.on('exit', (code) => {
      generation.closed();
      if (current === generation) lost(generation, code);
    });
  }

  function post(message: ToWorker): void {
    current?.worker.postMessage(message);
  }

  function receive(generation: Generation, message: FromWorker): void {
    switch (message.kind) {
      case 'ready':
        isReady();
        if (started) options.onEvent({ kind: 'backend-restarted' });
        started = true;
        break;
      case 'reply': {
        const answer = pending.get(message.callId);
        pending.delete(message.callId);
        answer?.(message.reply);
        break;
      }
      case 'event':
        if (message.event.kind === 'end') subscriptions.delete(message.event.id);
        options.onEvent(message.event);
        break;
      case 'publish':
        void publish(generation, message.jobId, message.job);
        break;
      case 'expect-publish':
        options.expectPublish();
        break;
      case 'cancel-publish':
        generation.publishing.get(message.jobId)?.abort();
        break;
      case 'extract': {
        const { jobId } = message;
        void options.extract(message.job).then((result) => {
          if (current === generation) post({ kind: 'extracted', jobId, result });
        });
        break;
      }
      case 'child-start':
        startChild(generation, message.childId, message.program);
        break;
      case 'child-post':
        generation.children.get(message.childId)?.post(message.message);
        break;
      case 'child-kill':
        generation.children.get(message.childId)?.kill();
        break;
      case 'open-file':
        options.openFile(message.path);
        break;
      case 'ask-secret':
        post({ kind: 'secret', askId: message.askId, answer: options.secret(message.ask) });
        break;
      case 'closed':
        generation.closed();
        break;
    }
  }

  async function publish(generation: Generation, jobId: number, job: PublishJob): Promise<void> {
    const controller = new AbortController();
    generation.publishing.set(jobId, controller);
    const result = await options.publish(job, controller.signal);
    generation.publishing.delete(jobId);
    if (current === generation) post({ kind: 'published', jobId, result });
  }

  /** A child that cannot be started is one that has ended. */
  function startChild(generation: Generation, childId: number, program: ChildProgram): void {
    const ended = (code: number | null): void => {
      generation.children.delete(childId);
      if (current === generation) post({ kind: 'child-exit', childId, code });
    };
    try {
      const child = options.startChild(program);
      generation.children.set(childId, child);
      child.onMessage((message) => {
        if (current === generation) post({ kind: 'child-message', childId, message });
      });
      child.onExit(ended);
    } catch (error) {
      console.error('A process did not start:', error);
      ended(null);
    }
  }

  /** Fails what was asked and starts a new worker, unless the worker dies again and again. */
  function lost(generation: Generation, code: number): void {
    current = undefined;
    for (const controller of generation.publishing.values()) controller.abort();
    for (const child of generation.children.values()) child.kill();
    subscriptions.clear();
    if (state === 'closing') {
      failPending('BACKEND_CLOSED');
      return;
    }
    console.error(`The backend worker ended with code ${code}.`);
    const now = Date.now();
    losses.push(now);
    while (losses[0]! < now - limit.window) losses.shift();
    if (losses.length > limit.count) {
      state = 'failed';
      isLost(new Error(options.message('BACKEND_FAILED')));
      failPending('BACKEND_FAILED');
      // The window asks anew and so hears why nothing is answered.
      options.onEvent({ kind: 'backend-restarted' });
      return;
    }
    failPending('BACKEND_RESTARTED');
    start();
  }

  function failPending(code: HostErrorCode): void {
    const unanswered = [...pending.values()];
    pending.clear();
    for (const answer of unanswered) answer(refusal(code));
  }

  start();
  return {
    ready,

    call(request, owner) {
      if (state === 'failed') return Promise.resolve(refusal('BACKEND_FAILED'));
      if (state === 'closing') return Promise.resolve(refusal('BACKEND_CLOSED'));
      return new Promise((resolve) => {
        const callId = ++lastCall;
        if (request.type === 'subscription') subscriptions.set(request.id, owner);
        if (request.type === 'stop') subscriptions.delete(request.id);
        pending.set(callId, resolve);
        post({ kind: 'call', callId, request });
      });
    },

    release(owner) {
      for (const [id, of] of subscriptions) {
        if (of !== owner) continue;
        subscriptions.delete(id);
        post({ kind: 'call', callId: ++lastCall, request: { id, type: 'stop', path: '', input: undefined } });
      }
    },

    grant(grant) {
      post({ kind: 'grant', ...grant });
    },

    setActor(next) {
      actor = next;
      post({ kind: 'actor', actor });
    },

    async close() {
      if (state === 'closing') return;
      state = 'closing';
      const generation = current;
      if (generation === undefined) return;
      const { promise: tooLate, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, options.closeTimeout ?? 5000);
      post({ kind: 'close' });
      await Promise.race([closedNow, tooLate]);
      clearTimeout(timer);
      await generation.worker.terminate();
      failPending('BACKEND_CLOSED');
    },
  };
}
