/**
 * Entry of the document process. The pool sends `init`, then one job at a time. A job that fails is answered
 * with the reason; anything unforeseen ends the process, and the pool starts a new one.
 */
import { parentPort as threadPort } from 'node:worker_threads';
import type { PublishJob, PublishResult } from '../backend/protocol.ts';
import { PRINTED_KINDS, type PrintableDocument } from '../../db/model/printable.ts';
import { cleanDocument, replacedOf, type Replacements } from './clean.ts';
import { loadFonts } from './fonts.ts';
import type { FromPublisher, ToPublisher } from './messages.ts';
import { toJson } from './json.ts';
import { toText } from './text.ts';
import type { TypstRenderer } from './typst.ts';

/** What Electron's utilityProcess gives; Node has `process.send` instead, and a thread a port of its own. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

const electronPort = (process as unknown as { parentPort?: ParentPort }).parentPort;
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
  if (job.format === 'json') return { ok: true, bytes: toJson(job.document), replaced: [] };
  if (!isPrintable(job.document)) {
    return {
      ok: false,
      error: { code: 'PUBLISH_INVALID_DOCUMENT', message: 'This is no printable document.' },
    };
  }
  try {
    return { ok: true, ...(await written(job, job.document)) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, error: { code: 'PUBLISH_FAILED', message } };
  }
}

/** The document in a form for readers, with the characters that were replaced. */
async function written(
  { format, createdAt }: PublishJob,
  document: PrintableDocument,
): Promise<{ bytes: Uint8Array; replaced: { character: string; count: number }[] }> {
  if (format === 'pdf') return (await typst()).render(document, createdAt);
  if (format === 'text') return toText(document);
  const replacements: Replacements = new Map();
  const cleaned = cleanDocument(document, loadFonts().coverage, replacements);
  const { toDocx } = await import('./docx.ts');
  return { bytes: await toDocx(cleaned, createdAt), replaced: replacedOf(replacements) };
}

/** The outline of a document; what is wrong inside shows when it is laid out. */
function isPrintable(document: unknown): document is PrintableDocument {
  const { kind, title, identification, blocks } = (document ?? {}) as Partial<PrintableDocument>;
  return (
    kind !== undefined &&
    PRINTED_KINDS.includes(kind) &&
    typeof title === 'string' &&
    typeof identification === 'object' &&
    Array.isArray(blocks)
  );
}

function answer(message: FromPublisher): void {
  if (threadPort !== null) threadPort.postMessage(message);
  else if (electronPort !== undefined) electronPort.postMessage(message);
  else process.send?.(message);
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

// A thread of the CLI's process in Electron sees that process's port too, so its own comes first.
if (threadPort !== null) threadPort.on('message', enqueue);
else if (electronPort !== undefined) electronPort.on('message', ({ data }) => enqueue(data));
else {
  process.on('message', enqueue);
  // The parent is gone: nobody waits for the document.
  process.on('disconnect', () => process.exit(0));
}
