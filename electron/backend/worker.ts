/** The worker thread that owns the database: messages in, replies and events out. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ChildLike } from '../publish/child-like.ts';
import type { ExtractJob, ExtractResult } from '../publish/extract-messages.ts';
import { AppError } from '../../db/model/errors.ts';
import { Announcements } from './announcements.ts';
import type { BackendContext } from './context.ts';
import { Grants } from './grants.ts';
import { clearOwnFolder } from './incoming.ts';
import { jobForUse } from './document-jobs.ts';
import { MailQueue } from './mail-queue.ts';
import type {
  FromWorker,
  PublishJob,
  PublishResult,
  SecretAnswer,
  ToWorker,
  WorkerSetup,
} from './protocol.ts';
import { createResources } from './resources.ts';
import { createRpc } from './rpc.ts';
import { createSecrets } from './secrets.ts';
import { today } from './today.ts';
import { Workspace } from './workspace.ts';

if (!parentPort) throw new Error('worker.ts runs as a worker thread only');
const port = parentPort;
const setup = workerData as WorkerSetup;
const send = (message: FromWorker): void => port.postMessage(message);

let actor = setup.actor;
const resources = createResources(setup.resourcesFolder);
const announcements = new Announcements();
const grants = new Grants();
const workspace = new Workspace(setup.dataFolder, resources, () => actor.userName);
const publishing = new Map<number, (result: PublishResult) => void>();
let lastJob = 0;

function publish(job: PublishJob, signal?: AbortSignal): Promise<PublishResult> {
  const jobId = ++lastJob;
  return new Promise((resolve, reject) => {
    const cancel = (): void => {
      publishing.delete(jobId);
      send({ kind: 'cancel-publish', jobId });
      reject(new AppError('CANCELLED'));
    };
    if (signal?.aborted) return reject(new AppError('CANCELLED'));
    signal?.addEventListener('abort', cancel, { once: true });
    publishing.set(jobId, (result) => {
      signal?.removeEventListener('abort', cancel);
      resolve(result);
    });
    send({ kind: 'publish', jobId, job: jobForUse(job, actor.pdfUse) });
  });
}

const extracting = new Map<number, (result: ExtractResult) => void>();

function extract(job: ExtractJob): Promise<ExtractResult> {
  const jobId = ++lastJob;
  return new Promise((resolve) => {
    extracting.set(jobId, resolve);
    send({ kind: 'extract', jobId, job });
  });
}

interface Child {
  heard: ((message: unknown) => void)[];
  ended: ((code: number | null) => void)[];
}
const children = new Map<number, Child>();

function archiveChild(): ChildLike {
  const childId = ++lastJob;
  const child: Child = { heard: [], ended: [] };
  children.set(childId, child);
  send({ kind: 'child-start', childId, program: 'archive' });
  return {
    post: (message) => send({ kind: 'child-post', childId, message }),
    onMessage: (listener) => child.heard.push(listener),
    onExit: (listener) => child.ended.push(listener),
    kill: () => send({ kind: 'child-kill', childId }),
  };
}

const asking = new Map<number, (answer: SecretAnswer) => void>();
const secrets = createSecrets((ask) => {
  const askId = ++lastJob;
  return new Promise((resolve) => {
    asking.set(askId, resolve);
    send({ kind: 'ask-secret', askId, ask });
  });
});
const mail = new MailQueue({
  secrets,
  actor: () => actor.userName,
  announce: () => announcements.announce(['deliveries']),
});
workspace.accompany({ opened: (database) => mail.attach(database), closing: () => mail.detach() });

const context: BackendContext = {
  actor: () => actor,
  workspace,
  resources,
  grants,
  publish,
  expectDocument: () => send({ kind: 'expect-publish' }),
  extract,
  archiveChild,
  secrets,
  mail,
  openFile: (path) => send({ kind: 'open-file', path }),
  announce: (topics) => announcements.announce(topics),
  announcements: (signal) => announcements.watch(signal),
  today,
};
const rpc = createRpc(context, (event) => send({ kind: 'event', event }));

async function onMessage(message: ToWorker): Promise<void> {
  switch (message.kind) {
    case 'call':
      send({ kind: 'reply', callId: message.callId, reply: await rpc.call(message.request) });
      break;
    case 'grant':
      grants.add(message.grant, message.path, message.access);
      break;
    case 'actor':
      actor = message.actor;
      break;
    case 'published':
      publishing.get(message.jobId)?.(message.result);
      publishing.delete(message.jobId);
      break;
    case 'extracted':
      extracting.get(message.jobId)?.(message.result);
      extracting.delete(message.jobId);
      break;
    case 'child-message':
      for (const listener of children.get(message.childId)?.heard ?? []) listener(message.message);
      break;
    case 'child-exit':
      for (const listener of children.get(message.childId)?.ended ?? []) listener(message.code);
      children.delete(message.childId);
      break;
    case 'secret':
      asking.get(message.askId)?.(message.answer);
      asking.delete(message.askId);
      break;
    case 'close':
      rpc.close();
      await workspace.leave();
      await clearOwnFolder();
      send({ kind: 'closed' });
      port.close();
      break;
  }
}

// A file that does not open is a state that the window shows, not a dead worker.
await workspace.switchTo('own').catch(() => {});
port.on('message', (message: ToWorker) => void onMessage(message));
send({ kind: 'ready' });
// After the window is up; the backup must not slow the start.
setTimeout(
  () => void workspace.backUp(today()).catch((error: unknown) => console.error('backup:', error)),
  15_000,
).unref();
