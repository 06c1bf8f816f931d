/** Persons (henkilöt) and their positions (sidonnaisuudet) as the window calls them. */
import * as v from 'valibot';
import { personHistory } from '../../../db/features/person-history.ts';
import { mergePersons } from '../../../db/features/person-merge.ts';
import {
  addPosition,
  createPerson,
  getPerson,
  listPersons,
  updatePerson,
  updatePosition,
} from '../../../db/features/persons.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { personInputSchema, positionInputSchema } from '../../../db/model/person.ts';
import { readProcedure, router, writeProcedure } from '../context.ts';
import { REGISTER_TOPICS } from './imports.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const personsRouter = router({
  list: readProcedure
    .input(
      v.object({
        text: v.optional(v.pipe(v.string(), v.maxLength(1_000)), ''),
        offset: v.optional(count, 0),
        limit: v.optional(v.pipe(count, v.maxValue(500)), 50),
      }),
    )
    .query(({ ctx, input }) => listPersons(ctx.db, input)),

  get: readProcedure.input(v.object({ id: idSchema })).query(({ ctx, input }) => getPerson(ctx.db, input.id)),

  /** Attendance, conflicts of interest and tasks. */
  history: readProcedure
    .input(v.object({ id: idSchema }))
    .query(({ ctx, input }) => personHistory(ctx.db, input.id)),

  create: writeProcedure.input(personInputSchema).mutation(async ({ ctx, input }) => {
    const created = await createPerson(ctx.trx, input);
    ctx.changed('persons');
    return created;
  }),

  update: writeProcedure
    .input(v.object({ id: idSchema, version: v.pipe(v.number(), v.integer()), values: personInputSchema }))
    .mutation(async ({ ctx, input }) => {
      const updated = await updatePerson(ctx.trx, input);
      // The name stands on cards of organisations, in the composition and in meetings.
      ctx.changed('persons', 'organisations', 'boards', 'meetings');
      return updated;
    }),

  /** Makes one entry of two: `values` are those of the one that stays, chosen field by field. */
  merge: writeProcedure
    .input(
      v.object({
        keepId: idSchema,
        keepVersion: v.number(),
        otherId: idSchema,
        otherVersion: v.number(),
        values: personInputSchema,
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const merged = await mergePersons(ctx.trx, input, {
        by: ctx.actor().userName,
        at: new Date().toISOString(),
      });
      ctx.changed(...REGISTER_TOPICS);
      return merged;
    }),

  addPosition: writeProcedure.input(positionInputSchema).mutation(async ({ ctx, input }) => {
    const added = await addPosition(ctx.trx, input);
    ctx.changed('persons', 'organisations');
    return added;
  }),

  updatePosition: writeProcedure
    .input(v.object({ id: idSchema, values: positionInputSchema }))
    .mutation(async ({ ctx, input }) => {
      await updatePosition(ctx.trx, input);
      ctx.changed('persons', 'organisations');
    }),
});
