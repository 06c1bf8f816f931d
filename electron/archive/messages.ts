/** What goes to the process that makes, verifies and opens packages, and what comes back. Types only. */
import type { BagInfo } from '../../db/model/bagit.ts';
import type { BoardFile } from '../../db/model/board-file.ts';
import type { DocumentFormat } from '../../db/model/document-format.ts';
import type { ErrorDetails, Finding } from '../../db/model/errors.ts';
import type { PackageSummary } from '../../db/model/package-comparison.ts';
import type { Language } from '../../db/model/language.ts';
import type { Phrases } from '../../db/model/phrases.ts';
import type { DocumentKind } from '../../db/model/printable.ts';
import type { SearchSnippet } from '../../db/core/search-text.ts';
import type { PublishJob, PublishResult } from '../backend/protocol.ts';
import type { ArchiveStep } from './create.ts';
import type { EnvelopeKey, EnvelopeLock } from './envelope.ts';
import type { ExtractResult } from './extract.ts';
import type { PackageFile } from './package-file.ts';
import type { PackagePlan } from './package-plan.ts';
import type { VerifyReport } from './verify.ts';

/** Paths are absolute. `temporary` is an empty folder of this task alone; whoever gave it removes it. */
interface Task<Kind extends string> {
  do: Kind;
  temporary: string;
}

/** A package that is there already, perhaps in an envelope. */
interface Existing {
  file: string;
  key: EnvelopeKey | null;
}

export interface CreateTask extends Task<'create'> {
  /** A copy of the database; the task uses it up. */
  copy: string;
  plan: PackagePlan;
  personalData: 'included' | 'pseudonymised';
  contact: string;
  onFault: 'stop' | 'continue';
  target: string;
  /** Null: no envelope. */
  lock: EnvelopeLock | null;
  phrases: Phrases;
  metadataSchema: string;
  /** ISO day. */
  today: string;
  /** ISO instant. */
  instant: string;
  application: string;
}
export type VerifyTask = Task<'verify'> & Existing;
export type ListTask = Task<'list'> & Existing;
export type ExtractTask = Task<'extract'> & Existing & { folder: string };
/** The process stays and answers requests until it is ended. */
export type OpenTask = Task<'open'> & Existing;

export type ArchiveTask = CreateTask | VerifyTask | ListTask | ExtractTask | OpenTask;

export interface ListedFile {
  path: string;
  bytes: number;
}

export type CreateOutcome = PackageFile;

export interface TaskResults {
  create: CreateOutcome;
  verify: VerifyReport;
  list: { folder: string; files: ListedFile[]; findings: Finding[] };
  extract: ExtractResult;
  open: OpenedPackage;
}

export type ArchiveProgress = {
  step: ArchiveStep | 'unlock' | 'lock' | 'verify' | 'extract' | 'open';
  done: number;
  total: number;
  path: string;
};

export interface OpenedMeeting {
  id: string;
  boardId: string;
  number: number;
  year: number;
  heldOn: string;
  state: string;
  place: string;
  items: number;
  /** Files of the package that belong to the meeting; paths in the bag. */
  documents: ListedFile[];
}

export interface OpenedTerm {
  id: string;
  boardId: string;
  startsOn: string;
  endsOn: string;
  meetings: number;
}

/** What a package holds, as the window shows it first. */
export interface OpenedPackage {
  folder: string;
  info: BagInfo;
  findings: Finding[];
  files: ListedFile[];
  /** Why the database in it cannot be looked at, or null. Its files can all the same. */
  refusal: { code: string; details: ErrorDetails } | null;
  schemaVersion: number | null;
  boards: { id: string; name: string; shortName: string; parentId: string | null }[];
  terms: OpenedTerm[];
  meetings: OpenedMeeting[];
  organisations: { id: string; name: string; businessId: string | null; state: string }[];
  persons: number;
}

export interface PackageHit {
  meetingId: string;
  itemId: string;
  number: number;
  year: number;
  heldOn: string;
  section: number | null;
  title: string;
  decision: string;
  snippet: SearchSnippet;
}

/** A document of a meeting of the package, in a form in which documents leave the program. */
export interface PackageDocumentRequest {
  meetingId: string;
  kind: DocumentKind;
  format: DocumentFormat;
  language: Language;
  phrases: Phrases;
  /** ISO day. */
  today: string;
  /** Empty folder; whoever gave it removes it. */
  temporary: string;
}
export interface PackageDocument {
  /** Name of its file. */
  name: string;
  job: PublishJob;
}

export type ViewRequest =
  | { ask: 'search'; text: string }
  | { ask: 'item'; id: string }
  /** A file of the package, whole. */
  | { ask: 'file'; path: string }
  | { ask: 'save'; path: string; target: string }
  | { ask: 'summary' }
  | ({ ask: 'document' } & PackageDocumentRequest)
  /** A term of a board as a board file, with which it can be brought into a database. */
  | { ask: 'board'; boardId: string; termId: string | null; temporary: string };

export interface ViewAnswers {
  search: { total: number; hits: PackageHit[] };
  item: {
    title: string;
    parts: { name: 'account' | 'proposal' | 'proceedings' | 'decision'; text: string }[];
  };
  file: Uint8Array;
  save: { bytes: number };
  summary: PackageSummary;
  document: PackageDocument;
  board: BoardFile;
}

export type ToArchive =
  | { kind: 'run'; task: ArchiveTask }
  | { kind: 'cancel' }
  | { kind: 'rendered'; id: number; result: PublishResult }
  | { kind: 'ask'; id: number; request: ViewRequest };

export type FromArchive =
  /** Nothing but a sign that the process goes on. */
  | { kind: 'alive' }
  /** A single step that may take so long, in milliseconds, begins. */
  | { kind: 'patience'; milliseconds: number }
  | { kind: 'progress'; progress: ArchiveProgress }
  | { kind: 'render'; id: number; job: PublishJob }
  | { kind: 'done'; result: TaskResults[ArchiveTask['do']] }
  | { kind: 'failed'; code: string; details: ErrorDetails }
  | { kind: 'answer'; id: number; result: unknown }
  | { kind: 'refused'; id: number; code: string; details: ErrorDetails };
