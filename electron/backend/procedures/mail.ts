/** Sending by the user's own mail server: settings, the summary before sending, and the queue. */
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import { write } from '../../../db/core/open.ts';
import type { Database } from '../../../db/core/schema.ts';
import {
  coverage,
  deliverable,
  type Deliverable,
  type Noting,
  waitingFor,
} from '../../../db/features/deliveries.ts';
import { mailBatches } from '../../../db/features/mail-batches.ts';
import {
  enqueueMail,
  sha256Of,
  type MailPart,
  type QueuedRecipient,
} from '../../../db/features/mail-enqueue.ts';
import { answerUnknown, cancelBatch, pauseBatch, resumeBatch } from '../../../db/features/mail-queue.ts';
import { mailSettings, saveMailSettings } from '../../../db/features/mail-settings.ts';
import { listRecipientsOf } from '../../../db/features/mailing-lists.ts';
import { AppError } from '../../../db/model/errors.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { LANGUAGES } from '../../../db/model/language.ts';
import {
  isMailAddress,
  leastMinutes,
  mailSettingsSchema,
  secretName,
  sendOrderSchema,
  UNKNOWN_ANSWERS,
  type MailSettings,
  type Pause,
} from '../../../db/model/mail.ts';
import { listRulesSchema } from '../../../db/model/mailing-list.ts';
import { phrase } from '../../../db/model/phrases.ts';
import { readProcedure, router, writeProcedure, type BackendContext } from '../context.ts';
import { coveredFor, deliveryLetter } from '../delivery-drafts.ts';
import { mailMessage } from '../mail-draft.ts';
import { messageId, passwordOf } from '../mail-queue.ts';
import { connectMailer } from '../smtp.ts';

const version = v.pipe(v.number(), v.integer(), v.minValue(0));
/** A new password; null: the one that is kept. Never stored but in the keychain. */
const password = v.nullish(
  v.pipe(v.string(), v.minLength(1, 'required'), v.maxLength(500, 'too_long')),
  null,
);
const byBatch = v.object({ batchId: idSchema });
const orderInput = v.object({ ...sendOrderSchema.entries, rules: listRulesSchema });
type Order = v.InferOutput<typeof orderInput>;

const notingOf = (ctx: Pick<BackendContext, 'actor' | 'today'>): Noting => ({
  actor: ctx.actor().userName,
  instant: new Date().toISOString(),
  today: ctx.today(),
});

interface Planned {
  document: Deliverable;
  recipients: (QueuedRecipient & { id: string; name: string })[];
  withoutAddress: string[];
  /** Those to whom the same document is on its way already. */
  waiting: string[];
  parts: MailPart[];
}

/** What would be sent, with the documents as they would go. @param at ISO instant of the document */
async function plan(
  ctx: BackendContext & { db: Kysely<Database> },
  order: Order,
  at: string,
  signal: AbortSignal | undefined,
): Promise<Planned> {
  const document = await deliverable(ctx.db, order.meetingId, order.kind);
  const entries = await listRecipientsOf(ctx.db, order.meetingId, order.rules, ctx.today());
  const { rows } = await coverage(ctx.db, document, entries);
  const chosen = rows.flatMap((row) => {
    const id = row.personId ?? row.organisationId ?? '';
    return order.recipientIds.includes(id) ? [{ ...row, id }] : [];
  });
  const onTheirWay = new Set(await waitingFor(ctx.db, document));
  const free = chosen.filter(({ id }) => !onTheirWay.has(id));
  const isCovered = await coveredFor(ctx.db, document, ctx.today());
  const recipients = free.flatMap((row) => {
    const { id, personId, organisationId, name, email, language } = row;
    return isMailAddress(email)
      ? [{ id, personId, organisationId, name, language, covered: isCovered(row), address: email.trim() }]
      : [];
  });
  const parts: MailPart[] = [];
  for (const language of LANGUAGES)
    for (const covered of [false, true]) {
      const ids = new Set(
        recipients.filter((one) => one.language === language && one.covered === covered).map(({ id }) => id),
      );
      if (ids.size === 0) continue;
      const { subject, text, file } = await deliveryLetter(
        ctx.db,
        {
          document,
          greeting: order.greeting,
          replaces: free.every((row) => !ids.has(row.id) || row.coverage === 'older'),
        },
        language,
        covered,
        { phrases: ctx.resources.phrases(), publish: (job) => ctx.publish(job, signal), now: at },
        ctx.today(),
      );
      parts.push({ language, covered, subject, body: text, fileName: file.name, bytes: file.bytes });
    }
  return {
    document,
    recipients,
    parts,
    withoutAddress: free.filter(({ email }) => !isMailAddress(email)).map(({ name }) => name),
    waiting: chosen.filter(({ id }) => onTheirWay.has(id)).map(({ name }) => name),
  };
}

/** What stands in the way, in words. */
function obstacle(pause: Pause, settings: MailSettings, reply: string): AppError {
  const details = { host: settings.host, port: settings.port, reply };
  switch (pause) {
    case 'certificate':
      return new AppError('MAIL_CERTIFICATE', details);
    case 'encryption':
      return new AppError('MAIL_ENCRYPTION', details);
    case 'login':
      return new AppError('MAIL_LOGIN', details);
    case 'sender':
      return new AppError('MAIL_SENDER', { ...details, sender: settings.fromEmail });
    case 'connection':
    case 'secret':
    case 'settings':
    case 'stale':
    case 'user':
      return new AppError('MAIL_CONNECTION', details);
  }
}

async function requireSettings(ctx: BackendContext & { db: Kysely<Database> }): Promise<MailSettings> {
  if (ctx.workspace.kind === 'sample') throw new AppError('MAIL_NOT_FROM_SAMPLE');
  const { settings } = await mailSettings(ctx.db);
  if (settings === null) throw new AppError('MAIL_NOT_SET');
  return settings;
}

export const mailRouter = router({
  /** The settings, and whether the keychain holds the password for them. */
  settings: readProcedure.query(async ({ ctx }) => {
    const stored = await mailSettings(ctx.db);
    const { isSafe, has } = await ctx.secrets.look(
      stored.settings === null ? '' : secretName(stored.settings),
    );
    return { ...stored, isSafe, hasPassword: has, isSample: ctx.workspace.kind === 'sample' };
  }),

  /** Saves the settings; the password goes to the keychain first, so that a refusal leaves all as it was. */
  saveSettings: readProcedure
    .input(v.object({ version, settings: v.nullable(mailSettingsSchema), password }))
    .mutation(async ({ ctx, input }) => {
      const before = await mailSettings(ctx.db);
      const { settings } = input;
      if (settings !== null && settings.user !== '' && input.password !== null)
        await ctx.secrets.keep(secretName(settings), input.password);
      const saved = await write(ctx.workspace.database(), ctx.actor().userName, 'mail.saveSettings', (trx) =>
        saveMailSettings(trx, { version: input.version, settings }),
      );
      // The password of a server that is not used any more is forgotten.
      if (
        before.settings !== null &&
        (settings === null || secretName(settings) !== secretName(before.settings))
      )
        await ctx.secrets.keep(secretName(before.settings), null);
      ctx.announce(['deliveries']);
      return saved;
    }),

  /** Connects, logs in and sends a message to the sender's own address; nothing is stored. */
  test: readProcedure
    .input(v.object({ settings: mailSettingsSchema, password }))
    .mutation(async ({ ctx, input: { settings, password: given } }) => {
      const secret = given ?? (await passwordOf(settings, ctx.secrets));
      const connected = await connectMailer(settings, secret);
      if (!connected.ok) throw obstacle(connected.obstacle.pause, settings, connected.obstacle.reply);
      const { mailer } = connected;
      try {
        const now = new Date().toISOString();
        const phrases = ctx.resources.phrases();
        const { language } = ctx.actor();
        const bytes = await mailMessage(
          {
            from: { name: settings.fromName, email: settings.fromEmail },
            to: [{ name: settings.fromName, email: settings.fromEmail }],
            bcc: [],
            subject: phrase(phrases, 'mail.testSubject', language),
            text: phrase(phrases, 'mail.testBody', language),
            files: [],
            date: now,
          },
          { id: messageId(crypto.randomUUID(), settings.fromEmail), replyTo: settings.replyTo },
        );
        const outcome = await mailer.send(settings.fromEmail, bytes);
        if (outcome.kind === 'paused') throw obstacle(outcome.pause, settings, outcome.reply);
        if (outcome.kind !== 'sent') throw new AppError('MAIL_TEST_REFUSED', { reply: outcome.reply });
        return { address: settings.fromEmail };
      } finally {
        mailer.close();
      }
    }),

  /** The summary before sending: to whom, which document, how many. Changes nothing. */
  plan: readProcedure.input(orderInput).query(async ({ ctx, input, signal }) => {
    const { settings } = await mailSettings(ctx.db);
    const at = new Date().toISOString();
    const { document, recipients, parts, withoutAddress, waiting } = await plan(ctx, input, at, signal);
    return {
      at,
      document,
      recipients: recipients.map(({ id, name, address, language }) => ({ id, name, address, language })),
      parts: parts.map(({ language, covered, subject, body, fileName, bytes }) => ({
        language,
        covered,
        subject,
        body,
        fileName,
        size: bytes.length,
        sha256: sha256Of(bytes),
      })),
      withoutAddress,
      waiting,
      sender:
        settings === null
          ? null
          : { name: settings.fromName, email: settings.fromEmail, host: settings.host },
      minutes: settings === null ? 0 : leastMinutes(recipients.length, settings.perMinute),
    };
  }),

  /**
   * Puts into the queue exactly what the summary showed; refused when anything has changed since.
   */
  send: readProcedure
    .input(
      v.object({
        ...orderInput.entries,
        /** `at` of the summary. */
        at: v.pipe(v.string(), v.isoTimestamp()),
        documentSha256: v.string(),
        addresses: v.array(v.object({ id: idSchema, address: v.string() })),
        fileSha256s: v.array(v.string()),
      }),
    )
    .mutation(async ({ ctx, input, signal }) => {
      const settings = await requireSettings(ctx);
      await passwordOf(settings, ctx.secrets);
      const { document, recipients, parts } = await plan(ctx, input, input.at, signal);
      const isSame =
        document.sha256 === input.documentSha256 &&
        JSON.stringify(recipients.map(({ id, address }) => ({ id, address }))) ===
          JSON.stringify(input.addresses) &&
        JSON.stringify(parts.map(({ bytes }) => sha256Of(bytes))) === JSON.stringify(input.fileSha256s);
      if (!isSame) throw new AppError('MAIL_CHANGED');
      if (recipients.length === 0) throw new AppError('NO_ADDRESSES');
      const queued = await write(ctx.workspace.database(), ctx.actor().userName, 'mail.send', (trx) =>
        enqueueMail(trx, { document, parts, recipients }, notingOf(ctx)),
      );
      ctx.announce(['deliveries']);
      ctx.mail.wake();
      return { ...queued, count: recipients.length };
    }),

  batches: readProcedure
    .input(v.object({ boardId: idSchema }))
    .query(({ ctx, input }) => mailBatches(ctx.db, input.boardId, new Date().toISOString())),

  pause: writeProcedure.input(byBatch).mutation(async ({ ctx, input }) => {
    await pauseBatch(ctx.trx, input.batchId, 'user');
    ctx.changed('deliveries');
  }),

  /** Goes on at once, also with what was to be tried again later. */
  resume: readProcedure.input(byBatch).mutation(async ({ ctx, input }) => {
    await requireSettings(ctx);
    await write(ctx.workspace.database(), ctx.actor().userName, 'mail.resume', (trx) =>
      resumeBatch(trx, input.batchId, new Date().toISOString()),
    );
    ctx.announce(['deliveries']);
    ctx.mail.wake();
  }),

  /** Takes what has not gone out of the queue. */
  cancel: writeProcedure.input(byBatch).mutation(async ({ ctx, input }) => {
    const result = await cancelBatch(ctx.trx, input.batchId, notingOf(ctx));
    ctx.changed('deliveries');
    return result;
  }),

  /** The answer about messages of which nobody knows whether they went. */
  answer: readProcedure
    .input(
      v.object({
        messageIds: v.pipe(v.array(idSchema), v.minLength(1)),
        answer: v.picklist(UNKNOWN_ANSWERS),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      await write(ctx.workspace.database(), ctx.actor().userName, 'mail.answer', (trx) =>
        answerUnknown(trx, input, notingOf(ctx)),
      );
      ctx.announce(['deliveries']);
      ctx.mail.wake();
    }),
});
