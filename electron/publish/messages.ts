/** The messages between the pool and the document process. Types only. */
import type { PublishJob, PublishResult } from '../backend/protocol.ts';

export type ToPublisher =
  /** First message. With `warm`, fonts and templates are loaded and laid out once before `ready`. */
  { kind: 'init'; resourcesFolder: string; warm: boolean } | { kind: 'job'; jobId: number; job: PublishJob };

export type FromPublisher =
  | { kind: 'ready' }
  | { kind: 'result'; jobId: number; result: PublishResult; /** Resident memory in bytes. */ memory: number };
