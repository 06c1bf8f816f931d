/** Projects (hankkeet) and cases of cooperation models (yhteistyömallit), as the window calls them. */
import path from 'node:path';
import * as v from 'valibot';
import { listCases, removeCase, restoreCase, saveCase } from '../../../db/features/cooperation-cases.ts';
import {
  listProjects,
  PROJECT_LINKS,
  PROJECT_PARTS,
  projectCard,
  removeProject,
  removeProjectPart,
  restoreProject,
  saveProject,
  saveProjectBudget,
  saveProjectPhase,
  saveProjectPilot,
  setProjectLink,
} from '../../../db/features/projects.ts';
import { removalSchema } from '../../../db/features/removal.ts';
import { budgetInputSchema } from '../../../db/model/budget.ts';
import { caseTable } from '../../../db/model/case-words.ts';
import { caseInputSchema } from '../../../db/model/cooperation-case.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { inLanguage, languageSchema } from '../../../db/model/language.ts';
import { printProject } from '../../../db/model/print-project.ts';
import { projectInputSchema, projectPhaseSchema, projectPilotSchema } from '../../../db/model/project.ts';
import { readProcedure, router, writeProcedure } from '../context.ts';
import { writeFileSafely } from '../write-file.ts';
import { csvText } from '../write-table.ts';
import { exportPdf } from './clocks.ts';

const version = v.pipe(v.number(), v.integer());
const byId = v.object({ id: idSchema });
const ofBoard = v.object({ boardId: idSchema });
const part = { id: v.nullable(idSchema), projectId: idSchema };

export const projectsRouter = router({
  list: readProcedure
    .input(ofBoard)
    .query(({ ctx, input }) => listProjects(ctx.db, input.boardId, ctx.today())),
  get: readProcedure.input(byId).query(({ ctx, input }) => projectCard(ctx.db, input.id, ctx.today())),
  save: writeProcedure
    .input(v.object({ id: v.nullable(idSchema), boardId: idSchema, version, values: projectInputSchema }))
    .mutation(async ({ ctx, input }) => {
      const saved = await saveProject(ctx.trx, input);
      ctx.changed('projects');
      return saved;
    }),
  remove: writeProcedure.input(byId).mutation(async ({ ctx, input }) => {
    const removal = await removeProject(ctx.trx, input.id);
    ctx.changed('projects');
    return removal;
  }),
  restore: writeProcedure.input(removalSchema).mutation(async ({ ctx, input }) => {
    await restoreProject(ctx.trx, input, 'projects.remove');
    ctx.changed('projects');
  }),
  savePhase: writeProcedure
    .input(v.object({ ...part, values: projectPhaseSchema }))
    .mutation(async ({ ctx, input }) => {
      const saved = await saveProjectPhase(ctx.trx, input);
      ctx.changed('projects');
      return saved;
    }),
  savePilot: writeProcedure
    .input(v.object({ ...part, values: projectPilotSchema }))
    .mutation(async ({ ctx, input }) => {
      const saved = await saveProjectPilot(ctx.trx, input);
      ctx.changed('projects');
      return saved;
    }),
  removePart: writeProcedure
    .input(v.object({ part: v.picklist(PROJECT_PARTS), id: idSchema }))
    .mutation(async ({ ctx, input }) => {
      const removal = await removeProjectPart(ctx.trx, input.part, input.id);
      ctx.changed('projects');
      return removal;
    }),
  restorePart: writeProcedure.input(removalSchema).mutation(async ({ ctx, input }) => {
    await restoreProject(ctx.trx, input, 'projects.removePart');
    ctx.changed('projects');
  }),
  setLink: writeProcedure
    .input(
      v.object({
        projectId: idSchema,
        kind: v.picklist(PROJECT_LINKS),
        otherId: idSchema,
        isLinked: v.boolean(),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      await setProjectLink(ctx.trx, input);
      ctx.changed('projects');
    }),
  saveBudget: writeProcedure
    .input(v.object({ projectId: idSchema, version, values: budgetInputSchema }))
    .mutation(async ({ ctx, input }) => {
      await saveProjectBudget(ctx.trx, input);
      ctx.changed('projects');
    }),
  /** The project card as a PDF. */
  exportCard: readProcedure
    .input(v.object({ id: idSchema, language: languageSchema, target: v.string() }))
    .mutation(async ({ ctx, input, signal }) => {
      const project = await projectCard(ctx.db, input.id, ctx.today());
      const board = await ctx.db
        .selectFrom('board')
        .select(['name_fi', 'name_sv', 'name_en'])
        .where('id', '=', project.boardId)
        .executeTakeFirstOrThrow();
      const boardName = inLanguage(
        { fi: board.name_fi, sv: board.name_sv, en: board.name_en },
        input.language,
      );
      const document = printProject(project, boardName, ctx.today(), input.language);
      return await exportPdf(ctx, input.target, document, signal);
    }),
});

export const casesRouter = router({
  list: readProcedure.input(ofBoard).query(({ ctx, input }) => listCases(ctx.db, input.boardId, ctx.today())),
  save: writeProcedure
    .input(v.object({ id: v.nullable(idSchema), boardId: idSchema, version, values: caseInputSchema }))
    .mutation(async ({ ctx, input }) => {
      const saved = await saveCase(ctx.trx, input);
      ctx.changed('cases');
      return saved;
    }),
  remove: writeProcedure.input(byId).mutation(async ({ ctx, input }) => {
    const removal = await removeCase(ctx.trx, input.id);
    ctx.changed('cases');
    return removal;
  }),
  restore: writeProcedure.input(removalSchema).mutation(async ({ ctx, input }) => {
    await restoreCase(ctx.trx, input, 'cases.remove');
    ctx.changed('cases');
  }),
  /** The comparison table as CSV. */
  export: readProcedure
    .input(v.object({ boardId: idSchema, language: languageSchema, target: v.string() }))
    .mutation(async ({ ctx, input }) => {
      const file = ctx.grants.resolve(input.target, 'write');
      const rows = caseTable(await listCases(ctx.db, input.boardId, ctx.today()), input.language);
      const text = csvText(rows, { delimiter: ';', bom: true, safe: true });
      await writeFileSafely(file.path, Buffer.from(text, 'utf8'));
      return { name: path.basename(file.path) };
    }),
});
