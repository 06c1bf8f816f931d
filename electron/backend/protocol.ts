/**
 * The messages between the shell (main, or the CLI) and the backend worker, and the shapes that travel on to
 * the window. Types only: main imports nothing else of the backend.
 */

import type { DocumentFormat } from '../../db/model/document-format.ts';
import type { PageFit } from '../../db/model/print-bulletin.ts';
import type { ExtractJob, ExtractResult } from '../publish/extract-messages.ts';

/** Interface language. Finnish is the default. */
export type Language = 'fi' | 'sv' | 'en';

/** One call from the window. `type` and `path` are tRPC's; `input` is validated in the worker. */
export interface CallRequest {
  /** Unique per window session; a subscription's events carry it. */
  id: string;
  type: 'query' | 'mutation' | 'subscription' | 'stop';
  path: string;
  input: unknown;
}

/** A typed error as it crosses every border: never a stack trace. */
export interface WireError {
  /** Stable upper-case code, e.g. `NOT_FOUND`, `INVALID_INPUT`, `DATABASE_CORRUPT`. */
  code: string;
  /** Localised sentence that says what happened and what to do. */
  message: string;
  /** Field path → localised sentence, for forms. */
  fields?: Record<string, string>;
  /** Facts for the message, e.g. the file or the row. */
  details?: Record<string, string | number | boolean | null>;
}

export type CallReply = { ok: true; data: unknown } | { ok: false; error: WireError };

/** What the window hears without asking. */
export type WindowEvent =
  /** Data for a subscription started by a call with this id. */
  | { kind: 'data'; id: string; data: unknown }
  | { kind: 'end'; id: string; error?: WireError }
  /** The worker was lost and started anew; unanswered calls failed, acknowledged writes are safe. */
  | { kind: 'backend-restarted' }
  /** A menu command, e.g. `new-meeting`, `palette`, `export-minutes`, `undo`. */
  | { kind: 'command'; command: string }
  /** The window is about to close: what waits is to be written now. The page answers by telling what is unsaved. */
  | { kind: 'closing' }
  | { kind: 'preferences'; preferences: Preferences };

/** What this person on this machine prefers; lies in `preferences.json` of the user-data folder. */
export interface Preferences {
  language: Language;
  theme: 'system' | 'light' | 'dark';
  /** The user's name as the audit log shows it; empty until given. */
  userName: string;
  /** What the PDF files of reports, lists and certificates are for. */
  pdfUse: PdfUse;
}

/** For the archive (PDF/A-2a) or for sending and the web (PDF/UA-1). */
export type PdfUse = 'archive' | 'distribution';

/** Who is at the desk; stamped on the audit log and used for the language of messages. */
export interface ActorContext {
  userName: string;
  language: Language;
  /** Archive where it is not said. */
  pdfUse?: PdfUse;
}

/** Given to the worker as `workerData`. All paths are absolute. */
export interface WorkerSetup {
  /** Folder of the databases and backups. */
  dataFolder: string;
  /** Folder of the product's resources (fonts, templates, classifications, sample board). */
  resourcesFolder: string;
  actor: ActorContext;
}

export type ToWorker =
  | { kind: 'call'; callId: number; request: CallRequest }
  /** A file that the user chose in a native dialog; calls name it by its grant. */
  | { kind: 'grant'; grant: string; path: string; access: 'read' | 'write' }
  | { kind: 'actor'; actor: ActorContext }
  | { kind: 'published'; jobId: number; result: PublishResult }
  | { kind: 'extracted'; jobId: number; result: ExtractResult }
  | { kind: 'secret'; askId: number; answer: SecretAnswer }
  | { kind: 'child-message'; childId: number; message: unknown }
  | { kind: 'child-exit'; childId: number; code: number | null }
  | { kind: 'close' };

export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'reply'; callId: number; reply: CallReply }
  | { kind: 'event'; event: WindowEvent }
  /** The shell runs the job in the document process and answers with `published`. */
  | { kind: 'publish'; jobId: number; job: PublishJob }
  | { kind: 'cancel-publish'; jobId: number }
  /** A job will come soon. */
  | { kind: 'expect-publish' }
  /** The shell reads the file in a process of its own and answers with `extracted`. */
  | { kind: 'extract'; jobId: number; job: ExtractJob }
  /** A process of a work's own, which the shell starts: what is posted to it and what it says travels as it is. */
  | { kind: 'child-start'; childId: number; program: ChildProgram }
  | { kind: 'child-post'; childId: number; message: unknown }
  | { kind: 'child-kill'; childId: number }
  /** A copy of an attachment, of a kind that may be opened, for the system's own program. */
  | { kind: 'open-file'; path: string }
  /** For the system keychain, which only the shell can reach; answered with `secret`. */
  | { kind: 'ask-secret'; askId: number; ask: SecretAsk }
  | { kind: 'closed' };

/** Programs that the worker may have started in a process of their own. */
export type ChildProgram = 'archive';

/** What the keychain is asked about a secret of a name. `keep` with null forgets it. */
export type SecretAsk =
  | { do: 'look'; name: string }
  | { do: 'keep'; name: string; secret: string | null }
  | { do: 'fetch'; name: string };

/** `secret` only for `fetch`. An error is a code with a sentence of its own. */
export type SecretAnswer =
  | { ok: true; isSafe: boolean; has: boolean; secret: string | null }
  | { ok: false; code: 'KEYCHAIN_MISSING' | 'KEYCHAIN_FAILED' };

/** A rendering job for the document process. `document` is a composed, plain JSON document of db/model. */
export interface PublishJob {
  /** `site`: the pages of a publication folder; they come as JSON, path by path. */
  format: DocumentFormat | 'site';
  document: unknown;
  /** Seconds since 1970 for the date of creation in a PDF or DOCX, so that the same input gives the same bytes. */
  createdAt: number;
  /** The record for machines that goes inside a `pdf-data`. */
  attached?: { name: string; document: unknown; description: string };
}

export type PublishResult =
  | {
      ok: true;
      bytes: Uint8Array;
      /** Characters that no font has, with how often. */ replaced: { character: string; count: number }[];
      /** How the page of a bulletin was filled. */
      fit?: PageFit;
    }
  | { ok: false; error: { code: string; message: string } };
