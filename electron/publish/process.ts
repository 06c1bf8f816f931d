/**
 * Entry of the document process. The pool sends `init`, then one job at a time. A job that fails is answered
 * with the reason; anything unforeseen ends the process, and the pool starts a new one.
 */
import type { PublishJob, PublishResult } from '../backend/protocol.ts';
import type { PrintableDocument } from '../../db/model/printable.ts';
import type { FromPublisher, ToPublisher } from './messages.ts';
import { toJson } from './json.ts';
import { toText } from './text.ts';
import type { TypstRenderer } from './typst.ts';

/** What Electron's utilityProcess gives; Node has `process.send` instead. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

const parentPort = (process as unknown as { parentPort?: ParentPort }).parentPort;
let resourcesFolder = '';
let renderer: Promise<TypstRenderer> | null = null;

/** The compiler is loaded when the first PDF wants it; the other formats do without. */
function typst(): Promise<TypstRenderer> {
  renderer ??= import('./typst.ts').then(({ createTypstRenderer }) =>
    createTypstRenderer({ resourcesFolder }),
  );
  return renderer;
}

async function run(job: PublishJob): Promise<PublishResult> {
  try {
    switch (job.format) {
      case 'pdf':
        return { ok: true, ...(await typst()).render(job.document as PrintableDocument, job.createdAt) };
      case 'text':
        return { ok: true, ...toText(job.document as PrintableDocument) };
      case 'json':
        return { ok: true, bytes: toJson(job.document), replaced: [] };
      default:
        throw new Error(`Unknown format ${String(job.format satisfies never)}`);
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // A document of another shape makes the code stumble, a right one can only fail in the compiler.
    const code = error instanceof TypeError ? 'PUBLISH_INVALID_DOCUMENT' : 'PUBLISH_FAILED';
    return { ok: false, error: { code, message } };
  }
}

function answer(message: FromPublisher): void {
  if (parentPort === undefined) process.send?.(message);
  else parentPort.postMessage(message);
}

async function receive(message: ToPublisher): Promise<void> {
  if (message.kind === 'init') {
    resourcesFolder = message.resourcesFolder;
    if (message.warm) (await typst()).warm();
    answer({ kind: 'ready' });
    return;
  }
  const result = await run(message.job);
  answer({ kind: 'result', jobId: message.jobId, result, memory: process.memoryUsage.rss() });
}

/** One after the other: a job that comes while fonts are loading waits for them. */
let last: Promise<void> = Promise.resolve();
function enqueue(message: unknown): void {
  last = last.then(() => receive(message as ToPublisher));
}

if (parentPort === undefined) {
  process.on('message', enqueue);
  // The parent is gone: nobody waits for the document.
  process.on('disconnect', () => process.exit(0));
} else {
  parentPort.on('message', ({ data }) => enqueue(data));
}
