/** Data protection (tietosuoja) as the window calls it. */
import path from 'node:path';
import * as v from 'valibot';
import { auditedTables, auditLog } from '../../../db/features/audit-log.ts';
import { planErasure } from '../../../db/features/erasure-plan.ts';
import { erasePersons } from '../../../db/features/erasure.ts';
import { privacyFacts } from '../../../db/features/privacy-facts.ts';
import {
  addConsent,
  keepLonger,
  listConsents,
  listErasures,
  personPrivacy,
  privacySettings,
  restrictPerson,
  savePersonPrivacy,
  savePrivacySettings,
  withdrawConsent,
} from '../../../db/features/privacy.ts';
import { personReport } from '../../../db/features/person-report.ts';
import { clearLog, clearReplies, dueList } from '../../../db/features/retention.ts';
import { isoDateSchema } from '../../../db/model/dates.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { languageSchema } from '../../../db/model/language.ts';
import { printPersonReport } from '../../../db/model/print-person-report.ts';
import { printPrivacyNotice } from '../../../db/model/print-privacy-notice.ts';
import {
  auditFilterSchema,
  consentInputSchema,
  keepInputSchema,
  personPrivacyInputSchema,
  privacySettingsSchema,
  RESTRICTION_GROUNDS,
} from '../../../db/model/privacy.ts';
import { procedure, readProcedure, router, writeProcedure, type BackendContext } from '../context.ts';
import { publishError, writeFileSafely } from '../write-file.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const byPerson = v.object({ personId: idSchema });
/** The day that the list of what is due showed. */
const shown = v.object({ before: isoDateSchema });
const earlier = (one: string, other: string): string => (one < other ? one : other);

/** Renders a document of the register, or writes the record itself as JSON, into the file that the user chose. */
async function exportTo(
  ctx: BackendContext,
  target: string,
  format: 'pdf' | 'json',
  document: unknown,
  signal: AbortSignal | undefined,
): Promise<{ name: string }> {
  const file = ctx.grants.resolve(target, 'write');
  if (format === 'json')
    await writeFileSafely(file.path, Buffer.from(`${JSON.stringify(document, null, 2)}\n`, 'utf8'));
  else {
    const result = await ctx.publish(
      { format: 'pdf', document, createdAt: Math.floor(Date.now() / 1000) },
      signal,
    );
    if (!result.ok) throw publishError(result.error, file.name);
    await writeFileSafely(file.path, result.bytes);
  }
  return { name: path.basename(file.path) };
}

export const privacyRouter = router({
  settings: readProcedure.query(({ ctx }) => privacySettings(ctx.db)),

  saveSettings: writeProcedure
    .input(v.object({ version: count, settings: privacySettingsSchema }))
    .mutation(async ({ ctx, input }) => {
      const saved = await savePrivacySettings(ctx.trx, input);
      ctx.changed('privacy');
      return saved;
    }),

  /** What is known of the processing of one person's data. */
  person: readProcedure.input(byPerson).query(({ ctx, input }) => personPrivacy(ctx.db, input.personId)),

  savePerson: writeProcedure.input(personPrivacyInputSchema).mutation(async ({ ctx, input }) => {
    await savePersonPrivacy(ctx.trx, input);
    ctx.changed('privacy', 'persons');
  }),

  /** Keeps contact data beyond its term for a reason; `until: null` takes that back. */
  keepLonger: writeProcedure.input(keepInputSchema).mutation(async ({ ctx, input }) => {
    await keepLonger(ctx.trx, input);
    ctx.changed('privacy');
  }),

  /** Restricts the processing, or lifts the restriction with `ground: null`. */
  restrict: writeProcedure
    .input(v.object({ personId: idSchema, ground: v.nullable(v.picklist(RESTRICTION_GROUNDS)) }))
    .mutation(async ({ ctx, input }) => {
      await restrictPerson(ctx.trx, { ...input, on: ctx.today() });
      ctx.changed('privacy', 'persons');
    }),

  consents: readProcedure.query(({ ctx }) => listConsents(ctx.db)),

  addConsent: writeProcedure.input(consentInputSchema).mutation(async ({ ctx, input }) => {
    const added = await addConsent(ctx.trx, input);
    ctx.changed('privacy');
    return added;
  }),

  withdrawConsent: writeProcedure
    .input(v.object({ id: idSchema, on: v.nullable(isoDateSchema) }))
    .mutation(async ({ ctx, input }) => {
      await withdrawConsent(ctx.trx, input);
      ctx.changed('privacy');
    }),

  /** What is due to be erased today. */
  due: readProcedure.query(({ ctx }) => dueList(ctx.db, ctx.today())),

  /** What an erasure would take and leave. */
  plan: readProcedure
    .input(byPerson)
    .query(({ ctx, input }) => planErasure(ctx.db, input.personId, ctx.today())),

  /** Erases; there is no undo. Its own transactions, because the file is searched after the commit. */
  erase: procedure
    .input(
      v.object({
        personIds: v.pipe(v.array(idSchema), v.minLength(1), v.maxLength(500)),
        cause: v.picklist(['request', 'schedule']),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const erased = await erasePersons(ctx.workspace.database(), {
        actor: ctx.actor().userName,
        procedure: 'privacy.erase',
        personIds: [...new Set(input.personIds)],
        cause: input.cause,
        today: ctx.today(),
        instant: new Date().toISOString(),
      });
      ctx.announce(['privacy', 'persons', 'organisations', 'boards', 'meetings', 'tasks']);
      return erased;
    }),

  /** Takes the words out of replies to calls that are due; never of later ones than the user was shown. */
  clearReplies: writeProcedure.input(shown).mutation(async ({ ctx, input }) => {
    const { replies } = await dueList(ctx.trx, ctx.today());
    const cleared = await clearReplies(ctx.trx, earlier(input.before, replies.before));
    ctx.changed('privacy', 'meetings');
    return { count: cleared };
  }),

  /** Removes entries of the log that are due; never later ones than the user was shown. */
  clearLog: writeProcedure.input(shown).mutation(async ({ ctx, input }) => {
    const { log } = await dueList(ctx.trx, ctx.today());
    const cleared = await clearLog(ctx.trx, earlier(input.before, log.before));
    ctx.changed('privacy');
    return { count: cleared };
  }),

  /** Proofs of erasures. They name nobody. */
  erasures: readProcedure.query(({ ctx }) => listErasures(ctx.db)),

  log: readProcedure
    .input(
      v.object({
        filter: auditFilterSchema,
        offset: v.optional(count, 0),
        limit: v.optional(v.pipe(count, v.maxValue(500)), 100),
      }),
    )
    .query(({ ctx, input }) => auditLog(ctx.db, input)),

  logTables: readProcedure.query(({ ctx }) => auditedTables(ctx.db)),

  exportReport: readProcedure
    .input(
      v.object({
        personId: idSchema,
        format: v.picklist(['pdf', 'json']),
        language: languageSchema,
        target: v.string(),
      }),
    )
    .mutation(async ({ ctx, input, signal }) => {
      const report = await personReport(ctx.db, input.personId, ctx.today());
      const document = input.format === 'json' ? report : printPersonReport(report, input.language);
      return await exportTo(ctx, input.target, input.format, document, signal);
    }),

  /** The privacy notice as it would be printed. */
  notice: readProcedure
    .input(v.object({ language: languageSchema }))
    .query(async ({ ctx, input }) =>
      printPrivacyNotice(await privacyFacts(ctx.db, ctx.today()), input.language),
    ),

  exportNotice: readProcedure
    .input(v.object({ language: languageSchema, target: v.string() }))
    .mutation(async ({ ctx, input, signal }) => {
      const notice = printPrivacyNotice(await privacyFacts(ctx.db, ctx.today()), input.language);
      return await exportTo(ctx, input.target, 'pdf', notice, signal);
    }),
});
