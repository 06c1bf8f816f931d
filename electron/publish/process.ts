/**
 * Entry of the document process. The pool sends `init`, then one job at a time. A job that fails is answered
 * with the reason; anything unforeseen ends the process, and the pool starts a new one.
 */
import { parentPort as threadPort } from 'node:worker_threads';
import type { PublishJob, PublishResult } from '../backend/protocol.ts';
import type { DocumentFormat } from '../../db/model/document-format.ts';
import { PRINTED_KINDS, type PrintableDocument } from '../../db/model/printable.ts';
import { cleanDocument, replacedOf, type Replacements } from './clean.ts';
import { loadFonts } from './fonts.ts';
import type { FromPublisher, ToPublisher } from './messages.ts';
import { toJson } from './json.ts';
import { toHtml } from './html.ts';
import { composeSite, type Site } from './site.ts';
import { toMarkdown } from './markdown.ts';
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
  const { format } = job;
  if (format === 'json' || format === 'oparl') return { ok: true, bytes: toJson(job.document), replaced: [] };
  if (format === 'site') return { ok: true, bytes: siteFiles(job.document as Site), replaced: [] };
  if (!isPrintable(job.document)) {
    return {
      ok: false,
      error: { code: 'PUBLISH_INVALID_DOCUMENT', message: 'This is no printable document.' },
    };
  }
  try {
    return { ok: true, ...(await written({ ...job, format }, job.document)) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, error: { code: 'PUBLISH_FAILED', message } };
  }
}

/** The pages as JSON, each under its path. */
function siteFiles(site: Site): Uint8Array {
  const cleaned = cleanDocument(site, loadFonts().coverage);
  return toJson(Object.fromEntries(composeSite(cleaned)));
}

interface Written {
  bytes: Uint8Array;
  /** Characters that were replaced. */
  replaced: { character: string; count: number }[];
}

const STANDARDS = { pdf: 'a-2a', 'pdf-ua': 'ua-1', 'pdf-data': 'a-3a' } as const;

/** The document in a form for readers. */
async function written(
  { format, createdAt, attached }: PublishJob & { format: Exclude<DocumentFormat, 'json' | 'oparl'> },
  document: PrintableDocument,
): Promise<Written> {
  switch (format) {
    case 'pdf':
    case 'pdf-ua':
    case 'pdf-data': {
      const file =
        attached === undefined
          ? null
          : {
              name: attached.name,
              description: attached.description,
              content: new TextDecoder().decode(toJson(attached.document)),
            };
      return (await typst()).render(document, createdAt, STANDARDS[format], file);
    }
    case 'text':
      return toText(document);
    case 'docx':
    case 'html':
    case 'markdown': {
      const replacements: Replacements = new Map();
      const cleaned = cleanDocument(document, loadFonts().coverage, replacements);
      return { bytes: await marked(format, cleaned, createdAt), replaced: replacedOf(replacements) };
    }
  }
}

async function marked(
  format: 'docx' | 'html' | 'markdown',
  document: PrintableDocument,
  createdAt: number,
): Promise<Uint8Array> {
  // The library for DOCX is large, and most jobs want a PDF.
  if (format === 'docx') return await (await import('./docx.ts')).toDocx(document, createdAt);
  return format === 'html' ? toHtml(document) : toMarkdown(document);
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
