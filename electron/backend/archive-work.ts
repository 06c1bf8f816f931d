/** Making, verifying, unpacking and opening packages for the window: in a process of their own, with progress and cancel. */
import fs from 'node:fs/promises';
import path from 'node:path';
import type { OpenDatabase } from '../../db/core/open.ts';
import { databaseError } from '../../db/core/open.ts';
import type { PersonalData } from '../../db/model/archive-package.ts';
import { AppError } from '../../db/model/errors.ts';
import { ArchiveProcess, type ApartOptions } from '../archive/apart.ts';
import type { EnvelopeKey, EnvelopeLock } from '../archive/envelope.ts';
import type { ArchiveProgress, ArchiveTask, CreateOutcome, TaskResults } from '../archive/messages.ts';
import type { PackagePlan } from '../archive/package-plan.ts';
import type { ChildLike } from '../publish/child-like.ts';
import { freshFolder } from './incoming.ts';
import { saying } from './progress.ts';
import type { Resources } from './resources.ts';
import { removePartial } from './write-file.ts';

/** How far a long work on a package is; the last word is its result. */
export type ArchiveStepSaid<Result> = ArchiveProgress & { result: Result | null };

/** Runs a work and yields what it says of its progress; ends it when the window has stopped listening. */
export async function* archiveProgress<Result>(
  signal: AbortSignal | undefined,
  work: (options: Required<Pick<ApartOptions, 'onProgress'>> & { signal: AbortSignal }) => Promise<Result>,
): AsyncGenerator<ArchiveStepSaid<Result>> {
  let latest: ArchiveProgress = { step: 'open', done: 0, total: 0, path: '' };
  const result = yield* saying(latest, (say) =>
    work({
      signal: signal ?? new AbortController().signal,
      onProgress(progress) {
        latest = progress;
        say(progress);
      },
    }),
  );
  yield { ...latest, result };
}

export interface CreateRequest {
  plan: PackagePlan;
  personalData: PersonalData;
  contact: string;
  onFault: 'stop' | 'continue';
  /** Absolute path. */
  target: string;
  lock: EnvelopeLock | null;
  /** ISO instant. */
  instant: string;
  today: string;
}

export interface ArchiveTools {
  resources: Resources;
  metadataSchema: string;
  archiveChild(): ChildLike;
  publish: NonNullable<ApartOptions['render']>;
}

export const APPLICATION = 'Pykälä';

/**
 * Makes a package in a process of its own from a copy of the database, so that the desk goes on meanwhile.
 * @throws AppError what making it says; nothing is left at the target then
 */
export async function createApart(
  database: OpenDatabase,
  request: CreateRequest,
  tools: ArchiveTools,
  options: Pick<ApartOptions, 'signal' | 'onProgress'>,
): Promise<CreateOutcome> {
  const temporary = await freshFolder();
  const copy = path.join(temporary, 'copy.sqlite');
  try {
    options.onProgress?.({ step: 'copy', done: 0, total: 0, path: '' });
    await database.raw
      .backup(copy, {
        progress({ totalPages, remainingPages }) {
          options.signal?.throwIfAborted();
          options.onProgress?.({
            step: 'copy',
            done: totalPages - remainingPages,
            total: totalPages,
            path: '',
          });
          return 1_000;
        },
      })
      .catch((error: unknown) => {
        if (options.signal?.aborted === true) throw new AppError('CANCELLED');
        throw databaseError(error, { file: 'pykala.sqlite', folder: temporary });
      });
    return await new ArchiveProcess(tools.archiveChild()).run<'create'>(
      {
        do: 'create',
        temporary,
        copy,
        ...request,
        phrases: tools.resources.phrases(),
        metadataSchema: tools.metadataSchema,
        application: APPLICATION,
      },
      { ...options, render: tools.publish },
    );
  } catch (error) {
    await removePartial(request.target);
    throw error;
  } finally {
    await fs.rm(temporary, { recursive: true, force: true }).catch(() => {});
  }
}

/** A task on a package that is there already. */
export async function runApart<Kind extends 'verify' | 'list' | 'extract'>(
  task: Omit<Extract<ArchiveTask, { do: Kind }>, 'temporary'>,
  child: () => ChildLike,
  options: Pick<ApartOptions, 'signal' | 'onProgress'>,
): Promise<TaskResults[Kind]> {
  const temporary = await freshFolder();
  try {
    return await new ArchiveProcess(child()).run<Kind>(
      { ...task, temporary } as unknown as Extract<ArchiveTask, { do: Kind }>,
      options,
    );
  } finally {
    await fs.rm(temporary, { recursive: true, force: true }).catch(() => {});
  }
}

/** Opens a package; the process and the folder stay until the process is closed. */
export async function openApart(
  file: string,
  key: EnvelopeKey | null,
  child: () => ChildLike,
  options: Pick<ApartOptions, 'signal' | 'onProgress'>,
): Promise<{ process: ArchiveProcess; folder: string; opened: TaskResults['open'] }> {
  const folder = await freshFolder();
  const process = new ArchiveProcess(child());
  try {
    const opened = await process.run<'open'>({ do: 'open', temporary: folder, file, key }, options);
    return { process, folder, opened };
  } catch (error) {
    await fs.rm(folder, { recursive: true, force: true }).catch(() => {});
    throw error;
  }
}
