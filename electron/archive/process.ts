/**
 * Entry of the process that makes, verifies and opens packages: one task for each process, so that the window stays
 * quick and a hostile package can be ended at any time.
 */
import { parentPort as threadPort } from 'node:worker_threads';
import { isDiskFull } from '../../db/core/disk-full.ts';
import { AppError } from '../../db/model/errors.ts';
import type { PublishJob, PublishResult } from '../backend/protocol.ts';
import { createPackage } from './create.ts';
import { envelopeKind, unlockTo } from './envelope.ts';
import { extractPackage } from './extract.ts';
import type {
  ArchiveProgress,
  ArchiveTask,
  CreateOutcome,
  CreateTask,
  FromArchive,
  TaskResults,
  ToArchive,
  ViewRequest,
} from './messages.ts';
import { openBag, VERIFYING_LIMITS } from './open-bag.ts';
import { writePackageFile } from './package-file.ts';
import { keptMinutes } from './package-plan.ts';
import { verifyPackage } from './verify.ts';
import { openPackage, type PackageView } from './viewer.ts';

/** What Electron's utilityProcess gives; Node has `process.send` instead, and a thread a port of its own. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

const electronPort = (process as unknown as { parentPort?: ParentPort }).parentPort;
const ALIVE_MS = 500;
const TOLD_MS = 50;

const cancel = new AbortController();
const rendering = new Map<number, (result: PublishResult) => void>();
let lastJob = 0;
let view: PackageView | null = null;

function say(message: FromArchive): void {
  if (threadPort !== null) threadPort.postMessage(message);
  else if (electronPort !== undefined) electronPort.postMessage(message);
  else process.send?.(message);
}

let told = 0;
let toldStep = '';
function progress(now: ArchiveProgress): void {
  if (now.step === toldStep && performance.now() - told < TOLD_MS) return;
  told = performance.now();
  toldStep = now.step;
  say({ kind: 'progress', progress: now });
}

const step =
  (name: ArchiveProgress['step']) =>
  (done: number, total: number): void =>
    progress({ step: name, done, total, path: '' });

function render(job: PublishJob): Promise<PublishResult> {
  const id = ++lastJob;
  return new Promise((resolve) => {
    rendering.set(id, resolve);
    say({ kind: 'render', id, job });
  });
}

async function create(task: CreateTask): Promise<CreateOutcome> {
  const { signal } = cancel;
  const time = new Date(task.instant);
  return await writePackageFile(task.target, { lock: task.lock, signal, onProof: step('lock') }, (output) =>
    createPackage({ copy: task.copy }, output, {
      ...task.plan,
      personalData: task.personalData,
      contact: task.contact,
      time,
      application: task.application,
      metadataSchema: task.metadataSchema,
      onFault: task.onFault,
      temporary: task.temporary,
      signal,
      onProgress: progress,
      render: (db, meetingId) =>
        keptMinutes(db, meetingId, { today: task.today, phrases: task.phrases, time, render }),
    }),
  );
}

type Runner<Kind extends ArchiveTask['do']> = (
  task: Extract<ArchiveTask, { do: Kind }>,
) => Promise<TaskResults[Kind]>;

/** Reckoning the key of a passphrase takes seconds by design, more on a busy machine, and says nothing meanwhile. */
const KEY_MS = 60_000;

async function unlocked(task: Extract<ArchiveTask, { key: unknown }>): Promise<string> {
  if (envelopeKind(task.file) !== null) say({ kind: 'patience', milliseconds: KEY_MS });
  const file = await unlockTo(task.file, task.key, task.temporary, {
    signal: cancel.signal,
    onProgress: step('unlock'),
  });
  // From here on it is foreign content again.
  say({ kind: 'patience', milliseconds: 0 });
  return file;
}

const RUNNERS: { [Kind in ArchiveTask['do']]: Runner<Kind> } = {
  create,
  async verify(task) {
    return await verifyPackage(await unlocked(task), {
      signal: cancel.signal,
      onProgress: ({ done, total, path: name }) => progress({ step: 'verify', done, total, path: name }),
    });
  },
  async list(task) {
    const bag = await openBag(await unlocked(task), VERIFYING_LIMITS);
    try {
      return {
        folder: bag.folder,
        files: bag.files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
        findings: bag.findings,
      };
    } finally {
      bag.close();
    }
  },
  async extract(task) {
    return await extractPackage(await unlocked(task), task.folder, {
      signal: cancel.signal,
      onProgress: ({ done, total, path: name }) => progress({ step: 'extract', done, total, path: name }),
    });
  },
  async open(task) {
    const file = await unlocked(task);
    view = await openPackage(file, task.temporary, {
      signal: cancel.signal,
      onProgress: step('open'),
      onPatience: (milliseconds) => say({ kind: 'patience', milliseconds }),
    });
    return view.opened;
  },
};

function failure(error: unknown): { code: string; details: AppError['details'] } {
  if (cancel.signal.aborted) return { code: 'CANCELLED', details: {} };
  if (error instanceof AppError) return { code: error.code, details: error.details };
  if (isDiskFull(error))
    return {
      code: 'DISK_FULL',
      details: { file: '', folder: '', reason: (error as NodeJS.ErrnoException).code ?? '' },
    };
  const reason = error instanceof Error ? error.message : String(error);
  return { code: 'ARCHIVE_FAILED', details: { reason: reason.slice(0, 300) } };
}

async function run(task: ArchiveTask): Promise<void> {
  say({ kind: 'alive' });
  const alive = setInterval(() => say({ kind: 'alive' }), ALIVE_MS);
  try {
    const runner = RUNNERS[task.do] as (one: ArchiveTask) => Promise<TaskResults[ArchiveTask['do']]>;
    say({ kind: 'done', result: await runner(task) });
  } catch (error) {
    say({ kind: 'failed', ...failure(error) });
  } finally {
    clearInterval(alive);
  }
}

async function answer(id: number, request: ViewRequest): Promise<void> {
  try {
    if (view === null) throw new AppError('ARCHIVE_CLOSED');
    say({ kind: 'answer', id, result: await view.answer(request) });
  } catch (error) {
    say({ kind: 'refused', id, ...failure(error) });
  }
}

function receive(data: unknown): void {
  const message = data as ToArchive;
  switch (message.kind) {
    case 'run':
      void run(message.task);
      break;
    case 'cancel':
      cancel.abort();
      break;
    case 'rendered':
      rendering.get(message.id)?.(message.result);
      rendering.delete(message.id);
      break;
    case 'ask':
      void answer(message.id, message.request);
      break;
  }
}

// A thread of the CLI's process in Electron sees that process's port too, so its own comes first.
if (threadPort !== null) threadPort.on('message', receive);
else if (electronPort !== undefined) electronPort.on('message', ({ data }) => receive(data));
else {
  process.on('message', receive);
  process.on('disconnect', () => process.exit(0));
}
