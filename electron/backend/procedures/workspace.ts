/** Which database is open, changes as they happen, search, and the start page. */
import fs from 'node:fs/promises';
import * as v from 'valibot';
import { search } from '../../../db/core/search.ts';
import { importBoardFile } from '../../../db/features/board-file.ts';
import { morning } from '../../../db/features/morning.ts';
import { freezeExamined } from '../../../db/features/meeting-course.ts';
import { searchMinutes, withMeetings } from '../../../db/features/search-minutes.ts';
import { reindexAll } from '../../../db/features/search.ts';
import { startOverview } from '../../../db/features/start.ts';
import { parseBoardFile } from '../../../db/model/board-file.ts';
import { AppError } from '../../../db/model/errors.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { minutesSearchSchema } from '../../../db/model/minutes-search.ts';
import { procedure, readProcedure, router, type BackendContext, type Topic } from '../context.ts';
import { wireError } from '../errors.ts';
import { write } from '../../../db/core/open.ts';

const ALL: readonly Topic[] = [
  'workspace',
  'organisations',
  'persons',
  'boards',
  'meetings',
  'tasks',
  'privacy',
  'clocks',
];

async function status(ctx: BackendContext) {
  await ctx.workspace.settled();
  const error = ctx.workspace.error;
  const boards =
    error === null
      ? await ctx.workspace.database().reading.selectFrom('board').select('id').limit(1).executeTakeFirst()
      : undefined;
  return {
    kind: ctx.workspace.kind,
    error: error === null ? null : wireError(error, ctx.actor().language),
    hasBoards: boards !== undefined,
  };
}

/** Opens another database; a failure is a state to be shown, and everything is read anew either way. */
async function switching(ctx: BackendContext, work: () => Promise<void>) {
  try {
    await work();
  } catch (error) {
    if (error !== ctx.workspace.error) throw error;
  }
  ctx.announce(ALL);
  return await status(ctx);
}

export const workspaceRouter = router({
  status: procedure.query(async ({ ctx }) => await status(ctx)),
  openOwn: procedure.mutation(async ({ ctx }) => await switching(ctx, () => ctx.workspace.switchTo('own'))),
  openSample: procedure.mutation(
    async ({ ctx }) => await switching(ctx, () => ctx.workspace.switchTo('sample')),
  ),
  /** The sample as it was delivered; what was changed in it is gone. */
  resetSample: procedure.mutation(async ({ ctx }) => await switching(ctx, () => ctx.workspace.resetSample())),
  /** Sets a file that cannot be opened aside and begins an empty one. */
  startEmpty: procedure.mutation(async ({ ctx }) => {
    const setAside = await ctx.workspace.startEmpty();
    ctx.announce(ALL);
    return { setAside };
  }),
  backups: procedure.query(({ ctx }) => ctx.workspace.backups()),
  restore: procedure
    .input(v.object({ name: v.string() }))
    .mutation(async ({ ctx, input }) => await switching(ctx, () => ctx.workspace.restore(input.name))),
  /** Imports a board file (docs/board-file.md) into the open database. */
  importBoard: procedure
    .input(v.object({ source: v.string(), asNew: v.optional(v.boolean(), false) }))
    .mutation(async ({ ctx, input }) => {
      const { path, name } = ctx.grants.resolve(input.source, 'read');
      const text = await fs.readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        throw new AppError('FILE_UNREADABLE', { file: name, reason: error.code ?? '' });
      });
      const file = parseBoardFile(parseJson(text, name));
      const result = await write(
        ctx.workspace.database(),
        ctx.actor().userName,
        'workspace.importBoard',
        async (trx) => {
          const imported = await importBoardFile(trx, file, { asNew: input.asNew });
          await freezeExamined(trx, ctx.actor().userName, new Date().toISOString(), ctx.resources.phrases());
          await reindexAll(trx);
          return imported;
        },
      );
      ctx.announce(ALL);
      return result;
    }),
});

/** @throws AppError FILE_NOT_JSON with the line where reading stopped */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    const line = at === undefined ? 1 : text.slice(0, Number(at)).split('\n').length;
    throw new AppError('FILE_NOT_JSON', { file, line });
  }
}

export const changesRouter = router({
  /** Every announcement of what changed, from now on. */
  watch: procedure.subscription(async function* ({ ctx, signal }) {
    for await (const topics of ctx.announcements(signal ?? new AbortController().signal))
      yield { topics: [...topics] };
  }),
});

export const searchRouter = router({
  query: readProcedure
    .input(
      v.object({
        text: v.pipe(v.string(), v.maxLength(1_000)),
        limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)), 20),
      }),
    )
    .query(
      async ({ ctx, input }) =>
        await withMeetings(ctx.db, await search(ctx.db, { text: input.text, limit: input.limit })),
    ),
  /** The items of all minutes, with filters. */
  minutes: readProcedure
    .input(minutesSearchSchema)
    .query(async ({ ctx, input }) => await searchMinutes(ctx.db, input)),
});

export const startRouter = router({
  overview: readProcedure
    .input(v.object({ boardId: idSchema }))
    .query(async ({ ctx, input }) => await startOverview(ctx.db, input.boardId, ctx.today())),
  /** Clocks, what stands still, the next meeting's readiness, gaps. */
  morning: readProcedure
    .input(v.object({ boardId: idSchema }))
    .query(async ({ ctx, input }) => await morning(ctx.db, input.boardId, ctx.today())),
});
