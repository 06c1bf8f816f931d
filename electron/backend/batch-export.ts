/**
 * Many documents into one folder: two at a time, each written whole or not at all, nothing overwritten unless it was
 * chosen. What cannot be made is named with its reason; a full disk ends the work, since nothing more would fit.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { Kysely } from 'kysely';
import type { Database } from '../../db/core/schema.ts';
import { documentSource } from '../../db/features/documents.ts';
import { attachmentsOf } from '../../db/features/files.ts';
import { batchDocuments, freeName, type BatchChoice, type BatchReport } from '../../db/model/batch-export.ts';
import { AppError } from '../../db/model/errors.ts';
import type { Language } from '../../db/model/language.ts';
import type { Phrases } from '../../db/model/phrases.ts';
import {
  attachmentFileName,
  attachmentsOfDocument,
  type DocumentSource,
} from '../../db/model/print-document.ts';
import { exportFileName, exportJob } from './document-jobs.ts';
import type { PublishJob, PublishResult } from './protocol.ts';
import { writeContent } from './store-file.ts';
import { makeFolder, publishError, writeFileSafely } from './write-file.ts';

export interface BatchTools {
  /** The user's language, for the reasons in the report. */
  language: Language;
  /** ISO date */
  today: string;
  phrases: Phrases;
  publish(job: PublishJob, signal?: AbortSignal): Promise<PublishResult>;
  /** Code and sentence of an error. */
  say(error: unknown): { code: string; message: string };
  /** Hears how many of how many are done; throws CANCELLED when the user has enough. */
  progress(done: number, total: number): Promise<void>;
  signal?: AbortSignal | undefined;
}

/** Documents that are made at once: the processors of an ordinary machine. */
const AT_ONCE = 2;
/** Faults after which nothing more can be written. */
const FINAL = new Set(['DISK_FULL', 'FOLDER_READ_ONLY', 'FOLDER_MISSING', 'CANCELLED']);

/** The meetings that were chosen, the earliest first; planned and cancelled ones have no documents to keep. */
async function chosenMeetings(
  db: Kysely<Database>,
  { boardId, year, term: termYear }: Pick<BatchChoice, 'boardId' | 'year' | 'term'>,
): Promise<{ id: string; language: Language; heldOn: string }[]> {
  const term =
    termYear === null
      ? undefined
      : await db
          .selectFrom('term')
          .select(['starts_on', 'ends_on'])
          .where('starts_on', 'like', `${termYear}-%`)
          .$if(boardId !== null, (query) => query.where('board_id', '=', boardId))
          .executeTakeFirst();
  if (termYear !== null && term === undefined) throw new AppError('BATCH_TERM_UNKNOWN', { term: termYear });
  const from = year === null ? term?.starts_on : `${year}-01-01`;
  const to = year === null ? term?.ends_on : `${year}-12-31`;
  return await db
    .selectFrom('meeting')
    .select(['id', 'language', 'held_on as heldOn'])
    .$if(boardId !== null, (query) => query.where('board_id', '=', boardId))
    .$if(from !== undefined, (query) => query.where('held_on', '>=', from!))
    .$if(to !== undefined, (query) => query.where('held_on', '<=', to!))
    .where('state', 'in', ['closed', 'under_examination', 'examined', 'published'])
    .orderBy('held_on')
    .orderBy('number')
    .execute();
}

/**
 * @param folder made when it is not there
 * @throws AppError BATCH_EMPTY when there is nothing to make, BATCH_TERM_UNKNOWN, and those of making the folder
 */
export async function exportBatch(
  db: Kysely<Database>,
  folder: string,
  choice: BatchChoice,
  tools: BatchTools,
): Promise<BatchReport> {
  const meetings = await chosenMeetings(db, choice);
  const documents = batchDocuments(meetings, choice);
  if (documents.length === 0) throw new AppError('BATCH_EMPTY');
  await makeFolder(folder);
  const work = new Batch(db, folder, choice, tools);
  const total = documents.length + (choice.withAttachments ? meetings.length : 0);
  let done = 0;
  const queue: (() => Promise<void>)[] = [
    ...documents.map((one) => () => work.document(one)),
    ...(choice.withAttachments
      ? meetings.map(
          ({ id }) =>
            () =>
              work.attachments(id),
        )
      : []),
  ];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined && !work.isStopped; next = queue.shift()) {
      await next();
      done += 1;
      await tools.progress(done, total).catch((error: unknown) => work.stop(error));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return work.report;
}

class Batch {
  readonly report: BatchReport = { written: [], skipped: [], failed: [], stopped: null, replaced: [] };
  readonly #sources = new Map<string, Promise<DocumentSource>>();
  /** Names of this run: two documents never share one, whatever lies in the folder. */
  readonly #names = new Set<string>();
  readonly #db: Kysely<Database>;
  readonly #folder: string;
  readonly #choice: BatchChoice;
  readonly #tools: BatchTools;

  constructor(db: Kysely<Database>, folder: string, choice: BatchChoice, tools: BatchTools) {
    this.#db = db;
    this.#folder = folder;
    this.#choice = choice;
    this.#tools = tools;
  }

  get isStopped(): boolean {
    return this.report.stopped !== null;
  }

  stop(error: unknown): void {
    this.report.stopped ??= this.#tools.say(error).message;
  }

  async document({
    meetingId,
    kind,
    format,
    language,
  }: ReturnType<typeof batchDocuments>[number]): Promise<void> {
    let name = `${kind}.${format}`;
    try {
      const source = await this.#source(meetingId);
      const own = exportFileName(source, kind, format, language);
      name = own;
      const target = this.#target(own);
      if (target === null) return;
      name = target;
      const job = exportJob(
        source,
        { kind, sections: [], voters: false },
        format,
        this.#tools.phrases,
        language,
      );
      const result = await this.#tools.publish(job, this.#tools.signal);
      if (!result.ok) throw publishError(result.error, target);
      await writeFileSafely(path.join(this.#folder, target), result.bytes);
      this.report.written.push({ file: target, bytes: result.bytes.length });
      const count = result.replaced.reduce((sum, one) => sum + one.count, 0);
      if (count > 0) this.report.replaced.push({ file: target, count });
    } catch (error) {
      this.#fault(name, error);
    }
  }

  /** The files that belong to the fullest of the chosen documents. */
  async attachments(meetingId: string): Promise<void> {
    const kind = this.#choice.kinds.includes('minutes') ? 'minutes' : this.#choice.kinds[0]!;
    let source: DocumentSource;
    let files: Awaited<ReturnType<typeof attachmentsOf>>;
    try {
      source = await this.#source(meetingId);
      files = await attachmentsOf(this.#db, meetingId);
    } catch (error) {
      this.#fault(kind, error);
      return;
    }
    const numbers = attachmentsOfDocument(source, { kind, sections: [], voters: false });
    for (const file of files) {
      if (file.sha256 === null || !numbers.includes(file.number) || this.isStopped) continue;
      const name = attachmentFileName(source.minutes, kind, file);
      try {
        const target = this.#target(name);
        if (target === null) continue;
        await writeContent(this.#db, file.sha256, path.join(this.#folder, target));
        this.report.written.push({ file: target, bytes: file.byteSize ?? 0 });
      } catch (error) {
        this.#fault(name, error);
      }
    }
  }

  #source(meetingId: string): Promise<DocumentSource> {
    const known = this.#sources.get(meetingId) ?? documentSource(this.#db, meetingId, this.#tools.today);
    // The documents of a meeting follow each other, so that those of a few meetings are enough to remember.
    if (this.#sources.size > AT_ONCE * 2) this.#sources.clear();
    this.#sources.set(meetingId, known);
    return known;
  }

  /** Under which name a file is written; null: it is there already and stays. */
  #target(name: string): string | null {
    const isThere = (one: string): boolean =>
      this.#names.has(one.toLowerCase()) || fs.existsSync(path.join(this.#folder, one));
    const isOwn = this.#names.has(name.toLowerCase());
    let target = name;
    if (isOwn || (this.#choice.onExisting === 'rename' && isThere(name))) target = freeName(name, isThere);
    else if (this.#choice.onExisting === 'skip' && isThere(name)) {
      this.report.skipped.push(name);
      return null;
    }
    this.#names.add(target.toLowerCase());
    return target;
  }

  #fault(file: string, error: unknown): void {
    const { code, message } = this.#tools.say(error);
    if (code === 'CANCELLED') return this.stop(error);
    this.report.failed.push({ file, code, reason: message });
    if (!this.#choice.goOn || FINAL.has(code)) this.stop(error);
  }
}
