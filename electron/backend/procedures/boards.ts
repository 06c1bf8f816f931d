/** Boards (toimielimet), their composition (kokoonpano), terms and rules as the window calls them. */
import path from 'node:path';
import * as v from 'valibot';
import { exportBoardFile } from '../../../db/features/board-file-export.ts';
import {
  addTerm,
  createBoard,
  getBoard,
  listBoards,
  rulesInForce,
  saveRules,
  updateBoard,
  updateTerm,
} from '../../../db/features/boards.ts';
import { importFields } from '../../../db/features/classification.ts';
import { createSubBody, parentMembers } from '../../../db/features/sub-bodies.ts';
import { composition, seatHistory } from '../../../db/features/composition.ts';
import {
  addSeat,
  endOffice,
  endSeatHolder,
  setOffice,
  setSeatHolder,
  updateSeat,
} from '../../../db/features/seat-holders.ts';
import {
  boardCreateSchema,
  boardInputSchema,
  officeInputSchema,
  seatHolderInputSchema,
  termInputSchema,
} from '../../../db/model/board.ts';
import { isoDateSchema } from '../../../db/model/dates.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { ruleProfileSchema } from '../../../db/model/rules.ts';
import { subBodySchema } from '../../../db/model/sub-body.ts';
import { readProcedure, router, writeProcedure } from '../context.ts';
import { writeFileSafely } from '../write-file.ts';

const byId = v.object({ id: idSchema });
const onDay = v.object({ boardId: idSchema, date: v.optional(isoDateSchema) });
const lastDay = v.object({ id: idSchema, endsOn: isoDateSchema });

export const boardsRouter = router({
  list: readProcedure.query(({ ctx }) => listBoards(ctx.db, ctx.today())),

  get: readProcedure.input(byId).query(({ ctx, input }) => getBoard(ctx.db, input.id)),

  create: writeProcedure.input(boardCreateSchema).mutation(async ({ ctx, input }) => {
    // The seats of a first board choose from the fields that the product ships.
    await importFields(ctx.trx, ctx.resources.fields());
    const created = await createBoard(ctx.trx, input);
    ctx.changed('boards', 'workspace');
    return created;
  }),

  /** The board as a file that can be brought in again (docs/board-file.md). */
  export: readProcedure
    .input(v.object({ boardId: idSchema, target: v.string() }))
    .mutation(async ({ ctx, input }) => {
      const target = ctx.grants.resolve(input.target, 'write');
      const file = await exportBoardFile(ctx.db, input.boardId);
      await writeFileSafely(target.path, Buffer.from(`${JSON.stringify(file, null, 2)}\n`));
      return { name: path.basename(target.path) };
    }),

  /** Founds a body below a board. */
  createSub: writeProcedure.input(subBodySchema).mutation(async ({ ctx, input }) => {
    const created = await createSubBody(ctx.trx, input);
    ctx.changed('boards', 'persons', 'meetings');
    return created;
  }),

  /** The members of a board on a day, of whom a body below it is usually made. */
  members: readProcedure
    .input(onDay)
    .query(({ ctx, input }) => parentMembers(ctx.db, input.boardId, input.date ?? ctx.today())),

  update: writeProcedure
    .input(v.object({ id: idSchema, version: v.pipe(v.number(), v.integer()), values: boardInputSchema }))
    .mutation(async ({ ctx, input }) => {
      const updated = await updateBoard(ctx.trx, input);
      ctx.changed('boards', 'meetings', 'workspace');
      return updated;
    }),

  /** The composition on a day; today when none is given. */
  composition: readProcedure
    .input(onDay)
    .query(({ ctx, input }) => composition(ctx.db, input.boardId, input.date ?? ctx.today())),

  seatHistory: readProcedure.input(byId).query(({ ctx, input }) => seatHistory(ctx.db, input.id)),

  setSeatHolder: writeProcedure.input(seatHolderInputSchema).mutation(async ({ ctx, input }) => {
    const set = await setSeatHolder(ctx.trx, input);
    ctx.changed('boards', 'organisations', 'persons', 'meetings');
    return set;
  }),

  endSeatHolder: writeProcedure.input(lastDay).mutation(async ({ ctx, input }) => {
    await endSeatHolder(ctx.trx, input);
    ctx.changed('boards', 'organisations', 'persons', 'meetings');
  }),

  updateSeat: writeProcedure
    .input(v.object({ id: idSchema, fieldId: v.nullable(idSchema) }))
    .mutation(async ({ ctx, input }) => {
      await updateSeat(ctx.trx, input);
      ctx.changed('boards');
    }),

  addSeat: writeProcedure
    .input(v.object({ termId: idSchema, fieldId: v.nullish(idSchema, null) }))
    .mutation(async ({ ctx, input }) => {
      const added = await addSeat(ctx.trx, input);
      ctx.changed('boards', 'meetings');
      return added;
    }),

  setOffice: writeProcedure.input(officeInputSchema).mutation(async ({ ctx, input }) => {
    const set = await setOffice(ctx.trx, input);
    ctx.changed('boards', 'persons', 'meetings');
    return set;
  }),

  endOffice: writeProcedure.input(lastDay).mutation(async ({ ctx, input }) => {
    await endOffice(ctx.trx, input);
    ctx.changed('boards', 'persons', 'meetings');
  }),

  addTerm: writeProcedure
    .input(v.object({ boardId: idSchema, values: termInputSchema }))
    .mutation(async ({ ctx, input }) => {
      const added = await addTerm(ctx.trx, input.boardId, input.values);
      ctx.changed('boards', 'meetings');
      return added;
    }),

  updateTerm: writeProcedure
    .input(v.object({ id: idSchema, values: termInputSchema }))
    .mutation(async ({ ctx, input }) => {
      await updateTerm(ctx.trx, input);
      ctx.changed('boards', 'meetings');
    }),

  /** The rules (sääntöprofiili) on a day; today when none is given. */
  rules: readProcedure
    .input(onDay)
    .query(({ ctx, input }) => rulesInForce(ctx.db, input.boardId, input.date ?? ctx.today())),

  saveRules: writeProcedure
    .input(v.object({ boardId: idSchema, validFrom: isoDateSchema, rules: ruleProfileSchema }))
    .mutation(async ({ ctx, input }) => {
      await saveRules(ctx.trx, input);
      ctx.changed('boards', 'meetings');
    }),
});
