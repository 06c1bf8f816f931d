/** Cards of organisations, networks, contact roles, vacancies and term changes as the window calls them. */
import path from 'node:path';
import * as v from 'valibot';
import {
  contactMatrix,
  endContactHolder,
  listContactRoles,
  saveContactRole,
  setContactHolder,
} from '../../../db/features/contact-roles.ts';
import {
  addNetworkMember,
  endNetworkMember,
  listNetworks,
  saveNetwork,
} from '../../../db/features/networks.ts';
import { listTags, organisationCard, saveOrganisationCard } from '../../../db/features/organisation-card.ts';
import { organisationTimeline } from '../../../db/features/organisation-timeline.ts';
import {
  changeTerm,
  saveFigure,
  spread,
  undoTermChange,
  vacancies,
} from '../../../db/features/term-change.ts';
import { isoDateSchema } from '../../../db/model/dates.ts';
import { contactTable } from '../../../db/model/contact-table.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { languageSchema } from '../../../db/model/language.ts';
import {
  cardInputSchema,
  contactHolderInputSchema,
  contactRoleInputSchema,
  figureInputSchema,
  networkInputSchema,
  networkMemberInputSchema,
  termChangeSchema,
} from '../../../db/model/register-card.ts';
import { readProcedure, router, writeProcedure } from '../context.ts';
import { writeFileSafely } from '../write-file.ts';

const version = v.pipe(v.number(), v.integer());
const byId = v.object({ id: idSchema });
const onDay = v.object({ boardId: idSchema, date: v.optional(isoDateSchema) });
const ending = v.object({ id: idSchema, endsOn: v.nullable(isoDateSchema) });

export const registerRouter = router({
  card: readProcedure.input(byId).query(({ ctx, input }) => organisationCard(ctx.db, input.id)),

  saveCard: writeProcedure
    .input(v.object({ id: idSchema, version, values: cardInputSchema }))
    .mutation(async ({ ctx, input }) => {
      const saved = await saveOrganisationCard(ctx.trx, input);
      ctx.changed('organisations');
      return saved;
    }),

  tags: readProcedure.query(({ ctx }) => listTags(ctx.db)),

  /** Everything that touches an organisation, newest first. */
  timeline: readProcedure.input(byId).query(({ ctx, input }) => organisationTimeline(ctx.db, input.id)),

  networks: readProcedure.query(({ ctx }) => listNetworks(ctx.db)),

  saveNetwork: writeProcedure
    .input(v.object({ id: v.nullable(idSchema), version, values: networkInputSchema }))
    .mutation(async ({ ctx, input }) => {
      const saved = await saveNetwork(ctx.trx, input);
      ctx.changed('organisations');
      return saved;
    }),

  addNetworkMember: writeProcedure.input(networkMemberInputSchema).mutation(async ({ ctx, input }) => {
    const added = await addNetworkMember(ctx.trx, input);
    ctx.changed('organisations');
    return added;
  }),

  endNetworkMember: writeProcedure.input(ending).mutation(async ({ ctx, input }) => {
    await endNetworkMember(ctx.trx, input);
    ctx.changed('organisations');
  }),

  contactRoles: readProcedure.query(({ ctx }) => listContactRoles(ctx.db)),

  /** Municipality × role on a day; today when none is given. */
  contactMatrix: readProcedure
    .input(v.object({ regionCode: v.pipe(v.string(), v.regex(/^\d{2}$/)), date: v.optional(isoDateSchema) }))
    .query(({ ctx, input }) => contactMatrix(ctx.db, input.regionCode, input.date ?? ctx.today())),

  /** The matrix as a table for a spreadsheet: one row for each municipality and role, gaps with an empty name. */
  exportContacts: readProcedure
    .input(
      v.object({
        regionCode: v.pipe(v.string(), v.regex(/^\d{2}$/)),
        language: languageSchema,
        target: v.string(),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const target = ctx.grants.resolve(input.target, 'write');
      const matrix = await contactMatrix(ctx.db, input.regionCode, ctx.today());
      await writeFileSafely(
        target.path,
        Buffer.from(`\uFEFF${contactTable(matrix, input.language)}`, 'utf8'),
      );
      return { name: path.basename(target.path) };
    }),

  saveContactRole: writeProcedure
    .input(v.object({ id: v.nullable(idSchema), values: contactRoleInputSchema }))
    .mutation(async ({ ctx, input }) => {
      const saved = await saveContactRole(ctx.trx, input);
      ctx.changed('persons');
      return saved;
    }),

  setContactHolder: writeProcedure.input(contactHolderInputSchema).mutation(async ({ ctx, input }) => {
    const set = await setContactHolder(ctx.trx, input);
    ctx.changed('persons');
    return set;
  }),

  endContactHolder: writeProcedure.input(ending).mutation(async ({ ctx, input }) => {
    await endContactHolder(ctx.trx, input);
    ctx.changed('persons');
  }),

  vacancies: readProcedure
    .input(onDay)
    .query(({ ctx, input }) => vacancies(ctx.db, input.boardId, input.date ?? ctx.today())),

  spread: readProcedure
    .input(onDay)
    .query(({ ctx, input }) => spread(ctx.db, input.boardId, input.date ?? ctx.today())),

  saveFigure: writeProcedure.input(figureInputSchema).mutation(async ({ ctx, input }) => {
    await saveFigure(ctx.trx, input);
    ctx.changed('boards');
  }),

  changeTerm: writeProcedure.input(termChangeSchema).mutation(async ({ ctx, input }) => {
    const changed = await changeTerm(ctx.trx, input, ctx.today(), ctx.actor().language);
    ctx.changed('boards', 'meetings', 'tasks', 'persons', 'organisations');
    return changed;
  }),

  undoTermChange: writeProcedure
    .input(v.object({ termId: idSchema, holderIds: v.array(idSchema), taskIds: v.array(idSchema) }))
    .mutation(async ({ ctx, input }) => {
      await undoTermChange(ctx.trx, input);
      ctx.changed('boards', 'meetings', 'tasks', 'persons', 'organisations');
    }),
});
