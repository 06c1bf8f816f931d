/** The register of organisations (järjestörekisteri) as the window calls it. */
import * as v from 'valibot';
import { networkOf, removeMembership, saveMembership } from '../../../db/features/network.ts';
import { cellChangeSchema, changeCell } from '../../../db/features/organisation-edit.ts';
import { filterLists } from '../../../db/features/organisation-filter-lists.ts';
import { listOrganisations } from '../../../db/features/organisation-list.ts';
import {
  createOrganisation,
  getOrganisation,
  updateOrganisation,
} from '../../../db/features/organisations.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { EVERYTHING, organisationFilterSchema } from '../../../db/model/organisation-filter.ts';
import { ORGANISATION_SORTS } from '../../../db/model/organisation-view.ts';
import { networkMembershipSchema, organisationInputSchema } from '../../../db/model/organisation.ts';
import { readProcedure, router, writeProcedure } from '../context.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const listSchema = v.object({
  text: v.optional(v.pipe(v.string(), v.maxLength(1_000)), ''),
  sort: v.optional(v.object({ by: v.picklist(ORGANISATION_SORTS), descending: v.boolean() }), {
    by: 'name',
    descending: false,
  }),
  filter: v.optional(organisationFilterSchema, EVERYTHING),
  offset: v.optional(count, 0),
  limit: v.optional(v.pipe(count, v.maxValue(500)), 100),
});

export const organisationsRouter = router({
  list: readProcedure
    .input(listSchema)
    .query(({ ctx, input }) => listOrganisations(ctx.db, { ...input, today: ctx.today() })),

  /** The values that conditions of a filter choose from. */
  filterLists: readProcedure.query(({ ctx }) => filterLists(ctx.db, ctx.resources.prhClasses())),

  /** One value, changed in its cell; answers with the one before it. */
  changeCell: writeProcedure.input(cellChangeSchema).mutation(async ({ ctx, input }) => {
    const changed = await changeCell(ctx.trx, input);
    ctx.changed('organisations', 'persons', 'boards');
    return changed;
  }),

  get: readProcedure
    .input(v.object({ id: idSchema }))
    .query(({ ctx, input }) => getOrganisation(ctx.db, input.id)),

  create: writeProcedure.input(organisationInputSchema).mutation(async ({ ctx, input }) => {
    const created = await createOrganisation(ctx.trx, input);
    ctx.changed('organisations');
    return created;
  }),

  update: writeProcedure
    .input(
      v.object({
        id: idSchema,
        version: v.pipe(v.number(), v.integer()),
        values: organisationInputSchema,
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const updated = await updateOrganisation(ctx.trx, input);
      ctx.changed('organisations', 'persons', 'boards');
      return updated;
    }),

  /** Memberships in the boards' networks. */
  network: readProcedure
    .input(v.object({ id: idSchema }))
    .query(({ ctx, input }) => networkOf(ctx.db, input.id)),

  saveMembership: writeProcedure
    .input(v.object({ id: v.nullish(idSchema, null), values: networkMembershipSchema }))
    .mutation(async ({ ctx, input }) => {
      const saved = await saveMembership(ctx.trx, input.id, input.values);
      ctx.changed('organisations');
      return saved;
    }),

  removeMembership: writeProcedure.input(v.object({ id: idSchema })).mutation(async ({ ctx, input }) => {
    const removed = await removeMembership(ctx.trx, input.id);
    ctx.changed('organisations');
    return removed;
  }),
});
