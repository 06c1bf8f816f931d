/** What procedures have at hand, and the three kinds of procedures. */
import { initTRPC, TRPCError } from '@trpc/server';
import { write, type OpenDatabase } from '../../db/core/open.ts';
import type { ChildLike } from '../publish/child-like.ts';
import type { ExtractJob, ExtractResult } from '../publish/extract-messages.ts';
import type { Grants } from './grants.ts';
import type { MailQueue } from './mail-queue.ts';
import type { ActorContext, PublishJob, PublishResult } from './protocol.ts';
import type { Resources } from './resources.ts';
import type { Secrets } from './secrets.ts';
import type { Workspace } from './workspace.ts';

/**
 * What changed, as the window's queries name it: `organisations`, `persons`, `boards`, `meetings`,
 * `meeting:<id>`, `tasks`, `privacy`, `themes`, `actions`, `indicators`, `inclusion`, `practices`, `reports`, `bulletins`,
 * `communication`, `surveys`, `archive`, `agreements`, `projects`, `cases`, `workspace`.
 */
export type Topic =
  | 'organisations'
  | 'persons'
  | 'boards'
  | 'meetings'
  | 'tasks'
  | 'workspace'
  | 'privacy'
  | 'deliveries'
  | 'clocks'
  | 'bulletins'
  | 'communication'
  | 'surveys'
  | 'themes'
  | 'actions'
  | 'indicators'
  | 'practices'
  | 'forums'
  | 'economy'
  | 'reports'
  | 'agreements'
  | 'projects'
  | 'cases'
  | 'inclusion'
  | 'views'
  | 'archive'
  | `meeting:${string}`;

export interface BackendContext {
  actor(): ActorContext;
  workspace: Workspace;
  resources: Resources;
  grants: Grants;
  /** Renders in the document process. Aborting the signal cancels the job. */
  publish(job: PublishJob, signal?: AbortSignal): Promise<PublishResult>;
  /** A document will be asked for soon: the document process starts ahead. */
  expectDocument(): void;
  /** Reads the text of a foreign file in a process of its own. It is ended when it takes too long. */
  extract(job: ExtractJob): Promise<ExtractResult>;
  /** Starts a process of its own for making, verifying or opening a package. */
  archiveChild(): ChildLike;
  /** The system keychain. */
  secrets: Secrets;
  /** Sends what waits in the queue of the user's own database. */
  mail: MailQueue;
  /** Has the system open a file with its own program; the caller has checked that it may. */
  openFile(file: string): void;
  /** Tells every window what changed; only ever called after a commit. */
  announce(topics: readonly Topic[]): void;
  /** Yields each announcement until the signal is aborted. */
  announcements(signal: AbortSignal): AsyncIterable<readonly Topic[]>;
  /** Cancels a subscription of this window. */
  today(): string;
}

const t = initTRPC.context<BackendContext>().create();

export const router = t.router;
/** Needs no open database. */
export const procedure = t.procedure;

/**
 * Reads: `ctx.db` is the open database. A query is answered also while a long write rests between its slices; what goes
 * out of the program (a mutation or a subscription that writes a file) waits for the commit.
 */
export const readProcedure = t.procedure.use(async ({ ctx, type, next }) => {
  const { kysely, reading } = ctx.workspace.database();
  return await next({ ctx: { db: type === 'query' ? reading : kysely } });
});

/**
 * Writes: the whole procedure is one IMMEDIATE transaction (`ctx.trx`), written to the audit log by triggers
 * under the actor's name; what it declares changed is announced after the commit, or not at all.
 */
export const writeProcedure = t.procedure.use(async ({ ctx, path, next }) => {
  const topics = new Set<Topic>();
  const database: OpenDatabase = ctx.workspace.database();
  const result = await write(database, ctx.actor().userName, path, async (trx) => {
    const outcome = await next({
      ctx: {
        trx,
        /** Declares what this write changes. */
        changed(...names: Topic[]) {
          for (const name of names) topics.add(name);
        },
      },
    });
    if (!outcome.ok) throw outcome.error.cause ?? outcome.error;
    return outcome;
  }).catch((error: unknown) => {
    throw error instanceof TRPCError ? error : new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: error });
  });
  ctx.announce([...topics]);
  return result;
});
