/** A document of a meeting as a job for the document process, and what its file is called. */
import path from 'node:path';
import { FORMAT_EXTENSIONS, FORMAT_SUFFIXES, type DocumentFormat } from '../../db/model/document-format.ts';
import type { Language } from '../../db/model/language.ts';
import { oparlMeeting, type OparlList } from '../../db/model/oparl.ts';
import type { Phrases } from '../../db/model/phrases.ts';
import {
  attachmentFileName,
  documentFileName,
  printDocument,
  type DocumentChoice,
  type DocumentSource,
} from '../../db/model/print-document.ts';
import type { DocumentKind } from '../../db/model/printable.ts';
import type { PdfUse, PublishJob } from './protocol.ts';

/** "2026-05-19_JANE_poytakirja_3-2026.pdf", "2026-05-19_JANE_poytakirja_3-2026_sv_saavutettava.pdf" */
export function exportFileName(
  source: Pick<DocumentSource, 'minutes' | 'issues'>,
  kind: DocumentKind,
  format: DocumentFormat,
  language: Language = source.minutes.meeting.language,
): string {
  const { name, ext } = path.parse(documentFileName(source, kind, FORMAT_EXTENSIONS[format]));
  const told = language === source.minutes.meeting.language ? '' : language;
  return `${[name, told, FORMAT_SUFFIXES[format] ?? ''].filter((part) => part !== '').join('_')}${ext}`;
}

/** What the document process gets: the record itself for the minutes as JSON, else the words. */
export function exportJob(
  source: DocumentSource,
  choice: DocumentChoice,
  format: DocumentFormat,
  phrases: Phrases,
  language: Language,
): PublishJob {
  const createdAt = Math.floor(madeAt(source, choice.kind) / 1000);
  if (format === 'oparl') return { format, document: oparlOf(source, phrases, language), createdAt };
  const printed = printDocument(source, choice, phrases, language);
  const forMachines = choice.kind === 'minutes' ? source.minutes : printed;
  if (format === 'json') return { format, document: forMachines, createdAt };
  if (format !== 'pdf-data') return { format, document: printed, createdAt };
  return {
    format,
    document: printed,
    createdAt,
    attached: {
      name: exportFileName(source, choice.kind, 'json', language),
      document: forMachines,
      description: printed.title,
    },
  };
}

/**
 * Documents of the register (reports, lists, notices, certificates, bulletins) come as PDF/A-2a or, when their files are to
 * be sent, as PDF/UA-1. Those of a meeting are chosen one by one and stay as they were chosen.
 */
export function jobForUse(job: PublishJob, use: PdfUse | undefined): PublishJob {
  const { kind, sheet } = (job.document ?? {}) as { kind?: unknown; sheet?: unknown };
  // Labels and envelopes are for the printer.
  const isOfRegister = kind === 'register' && sheet === undefined;
  return use === 'distribution' && job.format === 'pdf' && isOfRegister ? { ...job, format: 'pdf-ua' } : job;
}

/** Of an issued document when it was issued, so that it comes out the same byte by byte; else now. */
function madeAt({ issues }: DocumentSource, kind: DocumentKind): number {
  const going = kind === 'call' || kind === 'agenda' ? issues?.[kind] : undefined;
  return going?.kind === 'issued' ? Date.parse(going.issuedAt) : Date.now();
}

/** The meeting for open data, with the names of the files as they are exported beside it. */
function oparlOf(source: DocumentSource, shipped: Phrases, language: Language): OparlList {
  const { minutes, secrets, files = [], terms = [] } = source;
  const names = new Map(files.map((file) => [file.number, attachmentFileName(minutes, 'public', file)]));
  const addresses = {
    minutes: exportFileName({ minutes }, 'public', 'pdf-ua', language),
    attachment: (number: number) => names.get(number) ?? null,
  };
  return oparlMeeting(minutes, secrets, { ...shipped, ...source.phrases }, language, addresses, terms);
}
