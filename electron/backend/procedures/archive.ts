/** Packages (arkistopaketit) as the window calls them: made, verified, unpacked, opened, compared. */
import fs from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { write } from '../../../db/core/open.ts';
import {
  importTerm,
  listImportedTerms,
  removeImportedTerm,
  tryImport,
} from '../../../db/features/archive-import.ts';
import {
  archiveChoices,
  listPackages,
  recordPackage,
  recordVerification,
  termsToArchive,
} from '../../../db/features/archive-packages.ts';
import {
  keySchema,
  lockSchema,
  packageChoiceSchema,
  PERSONAL_DATA,
  type Envelope,
} from '../../../db/model/archive-package.ts';
import { infoValue } from '../../../db/model/bagit.ts';
import { parseBoardFile } from '../../../db/model/board-file.ts';
import { AppError } from '../../../db/model/errors.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { languageSchema, type Language } from '../../../db/model/language.ts';
import { comparePackages } from '../../../db/model/package-comparison.ts';
import {
  printArchiveCertificate,
  type CertificateFacts,
} from '../../../db/model/print-archive-certificate.ts';
import type { EnvelopeKey } from '../../archive/envelope.ts';
import { envelopeKind } from '../../archive/envelope.ts';
import { findingText } from '../../archive/finding-texts.ts';
import { planPackage } from '../../archive/package-plan.ts';
import type { VerifyReport } from '../../archive/verify.ts';
import { archiveSession, closeSession, keepSession } from '../archive-sessions.ts';
import { APPLICATION, archiveProgress, createApart, openApart, runApart } from '../archive-work.ts';
import { procedure, readProcedure, router, writeProcedure, type BackendContext } from '../context.ts';
import { freshFolder } from '../incoming.ts';
import { message } from '../messages.ts';
import { publishError, writeFileSafely } from '../write-file.ts';

const bySession = v.object({ sessionId: v.pipe(v.string(), v.maxLength(60)) });
const bagPath = v.pipe(v.string(), v.minLength(1), v.maxLength(2_000));
const withKey = v.object({ grant: v.string(), key: keySchema });

/** Verifications of this session whose certificate can still be printed. */
const verified = new Map<string, Omit<CertificateFacts, 'findings'> & { report: VerifyReport }>();
const MOST_VERIFIED = 50;

/** What a verification found, in words. */
function verdictView(id: string, name: string, report: VerifyReport, language: Language) {
  return {
    id,
    name,
    whole: report.valid,
    complete: report.complete,
    version: report.version,
    algorithms: report.algorithms,
    info: report.info,
    payload: report.payload,
    tags: report.tags,
    seal: report.file?.seal ?? null,
    sha512: report.file?.sha512 ?? null,
    findingCount: report.findings.length,
    findings: report.findings
      .slice(0, 500)
      .map((finding) => ({ subject: finding.subject, text: findingText(finding, language) })),
  };
}

async function verifyFile(
  ctx: BackendContext,
  file: { path: string; name: string },
  key: EnvelopeKey | null,
  options: Parameters<typeof runApart>[2],
) {
  const report = await runApart<'verify'>(
    { do: 'verify', file: file.path, key },
    () => ctx.archiveChild(),
    options,
  );
  const id = crypto.randomUUID();
  verified.set(id, {
    report,
    valid: report.valid,
    version: report.version,
    algorithms: report.algorithms,
    info: report.info,
    payload: report.payload,
    tags: report.tags,
    name: file.name,
    sha512: report.file?.sha512 ?? null,
    seal: report.file?.seal ?? null,
    verifiedOn: ctx.today(),
    application: APPLICATION,
  });
  const oldest = verified.size > MOST_VERIFIED ? verified.keys().next().value : undefined;
  if (oldest !== undefined) verified.delete(oldest);
  const sha512 = report.file?.sha512;
  if (sha512 !== undefined && !ctx.workspace.error) {
    const known = await write(ctx.workspace.database(), ctx.actor().userName, 'archive.verify', (trx) =>
      recordVerification(trx, {
        packageSha512: sha512,
        whole: report.valid,
        at: new Date().toISOString(),
      }),
    );
    if (known > 0) ctx.announce(['archive']);
  }
  return verdictView(id, file.name, report, ctx.actor().language);
}

/** How long the process may take to bring a copy to the newest schema and write the board from it. */
const BOARD_MS = 120_000;

/** The board file of a term in an open package: written by the process, checked here as any file. */
async function boardToImport(
  ctx: BackendContext,
  input: { sessionId: string; boardId: string; termId: string | null },
) {
  const { process, name, opened } = archiveSession(input.sessionId);
  const temporary = await freshFolder();
  try {
    const file = parseBoardFile(
      await process.ask({ ask: 'board', boardId: input.boardId, termId: input.termId, temporary }, BOARD_MS),
    );
    const term = opened.terms.find(({ id }) => id === input.termId);
    const years = term === undefined ? null : [term.startsOn.slice(0, 4), term.endsOn.slice(0, 4)];
    return {
      file,
      options: {
        packageName: name,
        period:
          years === null ? (infoValue(opened.info, 'Pykala-Period') ?? '') : [...new Set(years)].join('–'),
        actor: ctx.actor().userName,
        instant: new Date().toISOString(),
        phrases: ctx.resources.phrases(),
      },
    };
  } finally {
    await fs.promises.rm(temporary, { recursive: true, force: true }).catch(() => {});
  }
}

/** Reasons of what was left out are codes; the window shows sentences. */
const faultViews = (faults: readonly { path: string; reason: string }[], language: Language) =>
  faults.map(({ path: file, reason }) => ({
    path: file,
    reason: /^[A-Z][A-Z_]+$/.test(reason) ? message(reason, language, { file, reason }) : reason,
  }));

export const archiveRouter = router({
  choices: readProcedure.query(({ ctx }) => archiveChoices(ctx.db)),

  /** The packages that were made on this desk. */
  made: readProcedure.query(async ({ ctx }) =>
    (await listPackages(ctx.db)).map((one) => ({
      ...one,
      faults: faultViews(one.faults, ctx.actor().language),
    })),
  ),

  /** Where the archiving of each term stands. */
  terms: readProcedure.query(({ ctx }) => termsToArchive(ctx.db, ctx.today())),

  fileName: readProcedure
    .input(v.object({ choice: packageChoiceSchema, envelope: v.boolean() }))
    .query(async ({ ctx, input }) => {
      const { folder, period, organisation } = await planPackage(ctx.db, input.choice, ctx.today());
      return { name: `${folder}.zip${input.envelope ? '.age' : ''}`, period, organisation };
    }),

  create: readProcedure
    .input(
      v.object({
        choice: packageChoiceSchema,
        personalData: v.picklist(PERSONAL_DATA),
        contact: v.pipe(v.string(), v.maxLength(300, 'too_long')),
        onFault: v.picklist(['stop', 'continue']),
        lock: lockSchema,
        /** Whether the package is verified as soon as it is made. */
        verify: v.boolean(),
        target: v.string(),
      }),
    )
    .subscription(async function* ({ ctx, input, signal }) {
      const target = ctx.grants.resolve(input.target, 'write');
      const plan = await planPackage(ctx.db, input.choice, ctx.today());
      const envelope: Envelope =
        input.lock === null ? 'none' : 'passphrase' in input.lock ? 'passphrase' : 'recipients';
      yield* archiveProgress(signal, async (options) => {
        const instant = new Date().toISOString();
        const made = await createApart(
          ctx.workspace.database(),
          {
            plan,
            personalData: input.personalData,
            contact: input.contact,
            onFault: input.onFault,
            target: target.path,
            lock: input.lock,
            instant,
            today: ctx.today(),
          },
          {
            resources: ctx.resources,
            metadataSchema: fs.readFileSync(ctx.resources.siardSchemaFile(), 'utf8'),
            archiveChild: () => ctx.archiveChild(),
            publish: (job, stop) => ctx.publish(job, stop),
          },
          options,
        );
        const { id } = await write(ctx.workspace.database(), ctx.actor().userName, 'archive.create', (trx) =>
          recordPackage(trx, {
            fileName: target.name,
            title: plan.organisation,
            period: plan.period,
            boardId: plan.scope.boardId,
            from: plan.scope.from,
            to: plan.scope.to,
            personalData: input.personalData,
            envelope,
            packageSha512: made.sha512,
            fileSha512: made.file.sha512,
            bytes: made.file.bytes,
            counts: { ...made.counts },
            faults: made.faults,
            at: instant,
            by: ctx.actor().userName,
          }),
        );
        ctx.announce(['archive']);
        // Only with its passphrase can an envelope be opened here; keys of recipients are elsewhere.
        const key = input.lock !== null && 'passphrase' in input.lock ? input.lock : null;
        const verdict =
          input.verify && envelope !== 'recipients' ? await verifyFile(ctx, target, key, options) : null;
        return {
          id,
          name: target.name,
          envelope,
          bytes: made.file.bytes,
          sha512: made.file.sha512,
          counts: made.counts,
          faults: faultViews(made.faults, ctx.actor().language),
          verdict,
        };
      });
    }),

  /** Whether a chosen file is in an envelope, and what opens it. */
  envelope: procedure.input(v.object({ grant: v.string() })).query(({ ctx, input }) => ({
    kind: envelopeKind(ctx.grants.resolve(input.grant, 'read').path),
  })),

  verify: procedure.input(withKey).subscription(async function* ({ ctx, input, signal }) {
    const file = ctx.grants.resolve(input.grant, 'read');
    yield* archiveProgress(signal, (options) => verifyFile(ctx, file, input.key, options));
  }),

  exportCertificate: procedure
    .input(
      v.object({ id: v.pipe(v.string(), v.maxLength(60)), language: languageSchema, target: v.string() }),
    )
    .mutation(async ({ ctx, input, signal }) => {
      const target = ctx.grants.resolve(input.target, 'write');
      const facts = verified.get(input.id);
      if (facts === undefined) throw new AppError('ARCHIVE_VERIFY_AGAIN');
      const { report, ...rest } = facts;
      const document = printArchiveCertificate(
        {
          ...rest,
          findings: report.findings.map((finding) => ({
            subject: finding.subject,
            text: findingText(finding, input.language),
          })),
        },
        input.language,
      );
      const result = await ctx.publish(
        { format: 'pdf', document, createdAt: Math.floor(Date.now() / 1000) },
        signal,
      );
      if (!result.ok) throw publishError(result.error, target.name);
      await writeFileSafely(target.path, result.bytes);
      return { name: path.basename(target.path) };
    }),

  list: procedure.input(withKey).subscription(async function* ({ ctx, input, signal }) {
    const file = ctx.grants.resolve(input.grant, 'read');
    yield* archiveProgress(signal, async (options) => {
      const { folder, files, findings } = await runApart<'list'>(
        { do: 'list', file: file.path, key: input.key },
        () => ctx.archiveChild(),
        options,
      );
      return {
        name: file.name,
        folder,
        files: files.slice(0, 20_000),
        total: files.length,
        findings: findings.map((finding) => ({
          subject: finding.subject,
          text: findingText(finding, ctx.actor().language),
        })),
      };
    });
  }),

  extract: procedure
    .input(v.object({ ...withKey.entries, target: v.string() }))
    .subscription(async function* ({ ctx, input, signal }) {
      const file = ctx.grants.resolve(input.grant, 'read');
      const target = ctx.grants.resolve(input.target, 'write');
      yield* archiveProgress(signal, async (options) => {
        const result = await runApart<'extract'>(
          { do: 'extract', file: file.path, key: input.key, folder: target.path },
          () => ctx.archiveChild(),
          options,
        );
        return {
          name: file.name,
          folder: path.basename(result.folder),
          files: result.files,
          bytes: result.bytes,
          findings: result.findings.map((finding) => ({
            subject: finding.subject,
            text: findingText(finding, ctx.actor().language),
          })),
        };
      });
    }),

  /** Opens a package to be looked at; nothing of it can be changed. */
  open: procedure.input(withKey).subscription(async function* ({ ctx, input, signal }) {
    const file = ctx.grants.resolve(input.grant, 'read');
    yield* archiveProgress(signal, async (options) => {
      const { process, folder, opened } = await openApart(
        file.path,
        input.key,
        () => ctx.archiveChild(),
        options,
      );
      return { sessionId: keepSession({ name: file.name, opened, process }, folder).id };
    });
  }),

  /** What an open package holds. */
  opened: procedure.input(bySession).query(({ ctx, input }) => {
    const { id, name, opened } = archiveSession(input.sessionId);
    const { refusal, findings, ...rest } = opened;
    const { language } = ctx.actor();
    return {
      sessionId: id,
      name,
      ...rest,
      refusal: refusal === null ? null : message(refusal.code, language, refusal.details),
      findings: findings.map((finding) => ({
        subject: finding.subject,
        text: findingText(finding, language),
      })),
    };
  }),

  search: procedure
    .input(v.object({ ...bySession.entries, text: v.pipe(v.string(), v.maxLength(1_000)) }))
    .query(({ input }) => archiveSession(input.sessionId).process.ask({ ask: 'search', text: input.text })),

  item: procedure
    .input(v.object({ ...bySession.entries, id: idSchema }))
    .query(({ input }) => archiveSession(input.sessionId).process.ask({ ask: 'item', id: input.id })),

  /** A file of an open package, whole. */
  file: procedure
    .input(v.object({ ...bySession.entries, path: bagPath }))
    .query(({ input }) => archiveSession(input.sessionId).process.ask({ ask: 'file', path: input.path })),

  /** Writes a file of an open package as it is into the file that the user chose. */
  saveFile: procedure
    .input(v.object({ ...bySession.entries, path: bagPath, target: v.string() }))
    .mutation(async ({ ctx, input }) => {
      const target = ctx.grants.resolve(input.target, 'write');
      const { process } = archiveSession(input.sessionId);
      await process.ask({ ask: 'save', path: input.path, target: target.path }, 60_000);
      return { name: target.name };
    }),

  /** What differs between two open packages. */
  compare: procedure
    .input(v.object({ first: bySession.entries.sessionId, second: bySession.entries.sessionId }))
    .query(async ({ input }) => {
      const [first, second] = [archiveSession(input.first), archiveSession(input.second)];
      const [one, other] = await Promise.all([
        first.process.ask({ ask: 'summary' }),
        second.process.ask({ ask: 'summary' }),
      ]);
      return {
        first: { name: first.name, title: one.name },
        second: { name: second.name, title: other.name },
        parts: comparePackages(one, other),
      };
    }),

  /** Reads a term of an open package and tries to bring it in; nothing is kept of it. */
  reviewImport: readProcedure
    .input(v.object({ ...bySession.entries, boardId: idSchema, termId: v.nullable(idSchema) }))
    .mutation(async ({ ctx, input }) => {
      const { file, options } = await boardToImport(ctx, input);
      const review = await tryImport(ctx.workspace.database(), file, options);
      return {
        ...review,
        warnings: review.warnings.map((finding) => ({
          subject: finding.subject,
          text: message(finding.code, ctx.actor().language, finding.details),
        })),
      };
    }),

  /** Brings the term in as a new board, after a copy of the database has been made. */
  importTerm: readProcedure
    .input(v.object({ ...bySession.entries, boardId: idSchema, termId: v.nullable(idSchema) }))
    .mutation(async ({ ctx, input }) => {
      const { file, options } = await boardToImport(ctx, input);
      await ctx.workspace.snapshot('before-archive-import');
      const imported = await importTerm(ctx.workspace.database(), file, options);
      ctx.announce(['workspace']);
      return imported;
    }),

  imported: readProcedure.query(({ ctx }) => listImportedTerms(ctx.db)),

  removeImport: writeProcedure.input(v.object({ id: idSchema })).mutation(async ({ ctx, input }) => {
    await removeImportedTerm(ctx.trx, input.id, {
      actor: ctx.actor().userName,
      instant: new Date().toISOString(),
    });
    ctx.changed('workspace');
  }),

  close: procedure.input(bySession).mutation(({ input }) => {
    closeSession(input.sessionId);
  }),
});
