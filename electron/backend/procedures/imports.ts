/** Importing tables of organisations as the window calls it: open, map, check, decide, run; and what can be undone. */
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import { write } from '../../../db/core/open.ts';
import type { Database } from '../../../db/core/schema.ts';
import { listBatches, undoBatch } from '../../../db/features/change-batches.ts';
import { applyImport, planImport, resolvePlan } from '../../../db/features/organisation-import.ts';
import { listsForTables, printLists } from '../../../db/features/organisation-values.ts';
import { rememberedMapping, rememberMapping } from '../../../db/features/table-mappings.ts';
import { AppError } from '../../../db/model/errors.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { organisationFieldSchema } from '../../../db/model/organisation-fields.ts';
import {
  isLargeChange,
  ROW_OUTCOMES,
  type RowDecision,
  type RowOutcome,
} from '../../../db/model/organisation-import.ts';
import { cellText, MOST_COLUMNS } from '../../../db/model/table.ts';
import {
  applyMappingFile,
  headingNames,
  mappingFile,
  mappingProblem,
  parseMappingFile,
  type HeadingNames,
} from '../../../db/model/table-mapping.ts';
import { TABLE_DELIMITERS, TABLE_ENCODINGS } from '../../../db/model/table-text.ts';
import { procedure, readProcedure, router, type BackendContext, type Topic } from '../context.ts';
import {
  beginSession,
  chooseHeader,
  closeSession,
  sessionOf,
  sessionView,
  type ImportSession,
} from '../import-session.ts';
import { rowPage } from '../import-rows.ts';
import { dropArrival } from '../incoming.ts';
import { longWrite } from '../long-write.ts';
import { fieldMessage } from '../messages.ts';
import { progressing } from '../progress.ts';
import type { Language } from '../protocol.ts';
import { readTableFile } from '../table-thread.ts';
import { writeFileSafely } from '../write-file.ts';
import { csvText } from '../write-table.ts';
import { parseJson } from './workspace.ts';

export const REGISTER_TOPICS: readonly Topic[] = ['organisations', 'persons', 'boards', 'tasks', 'meetings'];

const names = (ctx: BackendContext): HeadingNames => headingNames(ctx.resources.tableWords());
const bySession = v.object({ sessionId: v.string() });
const mappingSchema = v.pipe(
  v.array(v.nullable(organisationFieldSchema)),
  v.maxLength(MOST_COLUMNS, 'too_long'),
);

async function remembered(db: Kysely<Database>, session: ImportSession): Promise<void> {
  const mapping = await rememberedMapping(db, session.headings);
  if (mapping === null) return;
  session.mapping = mapping;
  session.isRemembered = true;
}

/** What the check came to, with the decisions made so far. */
function summary(session: ImportSession) {
  if (!session.plan) throw new AppError('IMPORT_CLOSED');
  const { counts } = resolvePlan(session.plan, session.decisions);
  const registered = session.plan.register.byId.size;
  const judged: Record<RowOutcome, number> = { new: 0, update: 0, unchanged: 0, review: 0, refused: 0 };
  for (const row of session.plan.rows) judged[row.outcome] += 1;
  return {
    /** What will be done, decisions counted in. */
    counts,
    /** What the rows are before decisions: the groups that the window shows. */
    judged,
    registered,
    /** Rows that the user has decided about, or still has to. */
    reviewed: judged.review,
    undecided: judged.review - session.decisions.size,
    isLarge: isLargeChange(counts.update, registered),
  };
}

const decisionSchema = v.variant('kind', [
  v.object({ kind: v.literal('skip') }),
  v.object({ kind: v.literal('new') }),
  v.object({ kind: v.literal('update'), id: idSchema }),
]);

export const importsRouter = router({
  /** Reads a file that the user chose or dropped; the last word is the table as it was understood. */
  open: readProcedure.input(v.object({ grant: v.string() })).subscription(async function* ({
    ctx,
    input,
    signal,
  }) {
    const file = ctx.grants.resolve(input.grant, 'read');
    yield* progressing(signal, async (between) => {
      try {
        const content = await readTableFile(
          file.path,
          {},
          { signal, onProgress: (done, total) => void between(done, total).catch(() => {}) },
        );
        const session = beginSession(file, content, names(ctx));
        await remembered(ctx.db, session);
        return sessionView(session);
      } finally {
        // A dropped file was copied; its rows are here now, but another encoding reads it again.
        if (signal?.aborted) await dropArrival(input.grant);
      }
    });
  }),
  /** Reads it again as the user says: another encoding, delimiter, sheet or row of headings. */
  reread: readProcedure
    .input(
      v.object({
        ...bySession.entries,
        encoding: v.nullish(v.picklist(TABLE_ENCODINGS)),
        delimiter: v.nullish(v.picklist(TABLE_DELIMITERS)),
        sheet: v.nullish(v.string()),
        header: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0))),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const session = sessionOf(input.sessionId);
      const choice = {
        encoding: input.encoding ?? session.content.encoding ?? undefined,
        delimiter: input.delimiter ?? session.content.delimiter ?? undefined,
        sheet: input.sheet ?? session.content.sheet ?? undefined,
      };
      const isSame =
        choice.encoding === (session.content.encoding ?? undefined) &&
        choice.delimiter === (session.content.delimiter ?? undefined) &&
        choice.sheet === (session.content.sheet ?? undefined);
      if (!isSame) session.content = await readTableFile(session.path, choice);
      chooseHeader(session, input.header ?? (isSame ? session.header : null), names(ctx));
      await remembered(ctx.db, session);
      return sessionView(session);
    }),
  /** Judges every row by the mapping; writes nothing but the memory of the mapping. */
  check: readProcedure
    .input(
      v.object({ ...bySession.entries, mapping: mappingSchema, lenient: v.optional(v.boolean(), false) }),
    )
    .subscription(async function* ({ ctx, input, signal }) {
      const session = sessionOf(input.sessionId);
      const problem = mappingProblem(input.mapping);
      if (problem !== null) throw new AppError(problem);
      session.mapping = input.mapping;
      session.plan = null;
      session.isDone = false;
      session.decisions.clear();
      yield* progressing(signal, async (between) => {
        const lists = await listsForTables(ctx.db, ctx.resources.tableWords(), ctx.resources.prhClasses());
        session.lists = await printLists(ctx.db);
        session.plan = await planImport(
          ctx.db,
          {
            rows: session.content.rows,
            firstRow: session.firstRow,
            mapping: session.mapping,
            lists,
            lenient: input.lenient,
          },
          between,
        );
        await write(ctx.workspace.database(), ctx.actor().userName, 'imports.check', (trx) =>
          rememberMapping(trx, session.headings, session.mapping, new Date().toISOString()),
        );
        return summary(session);
      });
    }),
  /** A page of the judged rows. */
  rows: readProcedure
    .input(
      v.object({
        ...bySession.entries,
        outcome: v.nullish(v.picklist(ROW_OUTCOMES)),
        offset: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
        limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)), 100),
      }),
    )
    .query(async ({ ctx, input }) => {
      const session = sessionOf(input.sessionId);
      session.lists ??= await printLists(ctx.db);
      return rowPage(
        session,
        { ...input, outcome: input.outcome ?? null },
        { language: ctx.actor().language, words: ctx.resources.tableWords(), lists: session.lists },
      );
    }),
  /** Decides about a row to review, or about all that are undecided (`line: null`; `update` takes the likeliest). */
  decide: procedure
    .input(
      v.object({
        ...bySession.entries,
        line: v.nullable(v.number()),
        decision: v.nullable(v.union([decisionSchema, v.object({ kind: v.literal('likeliest') })])),
      }),
    )
    .mutation(({ input }) => {
      const session = sessionOf(input.sessionId);
      const { decision } = input;
      for (const row of session.plan?.rows ?? []) {
        if (row.outcome !== 'review' || (input.line ?? row.line) !== row.line) continue;
        if (decision === null) {
          session.decisions.delete(row.line);
          continue;
        }
        if (input.line === null && session.decisions.has(row.line)) continue;
        const likeliest = row.matches[0];
        const made: RowDecision =
          decision.kind === 'likeliest'
            ? likeliest
              ? { kind: 'update', id: likeliest.id }
              : { kind: 'skip' }
            : decision;
        session.decisions.set(row.line, made);
      }
      return summary(session);
    }),
  /**
   * Imports: one transaction. A large change (over a tenth of the register) wants the number of changed rows typed, and
   * a verified backup is made first.
   */
  run: readProcedure
    .input(v.object({ ...bySession.entries, confirmation: v.optional(v.string(), '') }))
    .subscription(async function* ({ ctx, input, signal }) {
      const session = sessionOf(input.sessionId);
      const { plan } = session;
      if (!plan || session.isDone) throw new AppError('IMPORT_CLOSED');
      const { counts, isLarge } = summary(session);
      if (isLarge && input.confirmation.replace(/\s/g, '') !== String(counts.update))
        throw new AppError('CHANGE_CONFIRM', { count: counts.update });
      yield* progressing(signal, async (between) => {
        const backup = isLarge ? await ctx.workspace.snapshot('before-import') : null;
        const by = ctx.actor().userName;
        const done = await longWrite(
          ctx,
          { procedure: 'imports.run', topics: REGISTER_TOPICS, between },
          (trx, rest) =>
            applyImport(trx, plan, session.decisions, {
              title: session.name,
              by,
              at: new Date().toISOString(),
              between: rest,
            }),
        );
        // The rows that were left out can still be saved.
        session.isDone = true;
        return { ...done, backup };
      });
    }),
  /** Writes the rows that were left out, with the reasons, so that they can be corrected and imported again. */
  saveLeftOut: procedure
    .input(v.object({ ...bySession.entries, target: v.string() }))
    .mutation(async ({ ctx, input }) => {
      const session = sessionOf(input.sessionId);
      const target = ctx.grants.resolve(input.target, 'write');
      const rows = leftOut(session, ctx.actor().language);
      await writeFileSafely(
        target.path,
        new TextEncoder().encode(csvText(rows, { delimiter: ';', bom: true, safe: true })),
      );
      return { name: target.name, count: rows.length - 1 };
    }),
  /** Mappings that come with the program. */
  presets: procedure.query(async ({ ctx }) =>
    (await presets(ctx)).map(({ id, file }) => ({ id, name: file.name, note: file.note })),
  ),
  usePreset: procedure
    .input(v.object({ ...bySession.entries, id: v.string() }))
    .mutation(async ({ ctx, input }) => {
      const preset = (await presets(ctx)).find(({ id }) => id === input.id);
      if (!preset) throw new AppError('NOT_FOUND', { what: 'preset' });
      return { mapping: [...applyMappingFile(preset.file, sessionOf(input.sessionId).headings)] };
    }),
  /** A mapping from a file that somebody shared. */
  loadMapping: procedure
    .input(v.object({ ...bySession.entries, grant: v.string() }))
    .mutation(async ({ ctx, input }) => {
      const { path: file, name } = ctx.grants.resolve(input.grant, 'read');
      return {
        mapping: [
          ...applyMappingFile(await readMappingFile(file, name), sessionOf(input.sessionId).headings),
        ],
      };
    }),
  saveMapping: procedure
    .input(v.object({ ...bySession.entries, mapping: mappingSchema, target: v.string() }))
    .mutation(async ({ ctx, input }) => {
      const session = sessionOf(input.sessionId);
      const target = ctx.grants.resolve(input.target, 'write');
      const made = mappingFile(path.parse(target.name).name, session.headings, input.mapping);
      await writeFileSafely(target.path, new TextEncoder().encode(`${JSON.stringify(made, null, 2)}\n`));
      return { name: target.name };
    }),
  close: procedure.input(bySession).mutation(({ input }) => closeSession(input.sessionId)),
  /** Imports, bulk changes and merges, the newest first. */
  batches: readProcedure.query(async ({ ctx }) => await listBatches(ctx.db)),
  /** Takes one back; rows changed since stay and are named. */
  undo: readProcedure.input(v.object({ id: idSchema })).subscription(async function* ({
    ctx,
    input,
    signal,
  }) {
    yield* progressing(signal, async (between) => {
      const by = ctx.actor().userName;
      const result = await longWrite(
        ctx,
        { procedure: 'imports.undo', topics: REGISTER_TOPICS, between },
        (trx, rest) => undoBatch(trx, { id: input.id, by, at: new Date().toISOString(), between: rest }),
      );
      return { ...result, kept: result.kept.slice(0, 500), keptCount: result.kept.length };
    });
  }),
});

async function presets(ctx: BackendContext) {
  const folder = ctx.resources.mappingPresets();
  return folder.map(({ id, json }) => ({ id, file: parseMappingFile(json) }));
}

/** @throws AppError FILE_UNREADABLE, FILE_NOT_JSON, MAPPING_INVALID */
export async function readMappingFile(file: string, name: string) {
  const text = await fs.readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new AppError('FILE_UNREADABLE', { file: name, reason: error.code ?? '' });
  });
  return parseMappingFile(parseJson(text, name));
}

const REASON: Record<Language, readonly [line: string, reason: string]> = {
  fi: ['Rivi', 'Syy'],
  sv: ['Rad', 'Orsak'],
  en: ['Row', 'Reason'],
};

function leftOut(session: ImportSession, language: Language): string[][] {
  const out: string[][] = [[...session.headings, ...REASON[language]]];
  for (const row of session.plan?.rows ?? []) {
    const isUndecided =
      row.outcome === 'review' && (session.decisions.get(row.line)?.kind ?? 'skip') === 'skip';
    if (row.outcome !== 'refused' && !isUndecided) continue;
    const cells = session.content.rows[row.line - 1] ?? [];
    const reasons = row.problems.map(
      ({ code, value }) => `${fieldMessage(code, language)}${value === '' ? '' : ` (${value})`}`,
    );
    if (isUndecided) reasons.push(fieldMessage('row_to_review', language));
    out.push([
      ...session.headings.map((_, column) => cellText(cells[column] ?? '')),
      String(row.line),
      reasons.join(' '),
    ]);
  }
  return out;
}
