/** Letters: labels and envelopes for a list, the postal addresses of recipients, and the report of deliveries. */
import path from 'node:path';
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { Database } from '../../../db/core/schema.ts';
import { coverage, deliverable, type CoverageRow } from '../../../db/features/deliveries.ts';
import { meetingRow } from '../../../db/features/meeting-guards.ts';
import { listRecipientsOf } from '../../../db/features/mailing-lists.ts';
import { savePostalAddress, withAddresses } from '../../../db/features/postal-addresses.ts';
import { DELIVERED_KINDS } from '../../../db/model/delivery.ts';
import { AppError } from '../../../db/model/errors.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { languageSchema } from '../../../db/model/language.ts';
import {
  addressInputSchema,
  letterFormSchema,
  postalLines,
  printLetters,
} from '../../../db/model/letters.ts';
import { listRulesSchema } from '../../../db/model/mailing-list.ts';
import {
  deliveryReportRows,
  printDeliveryReport,
  type DeliveryReport,
  type ReportedDelivery,
} from '../../../db/model/print-delivery-report.ts';
import { csvOptionsSchema } from '../../../db/model/organisation-export.ts';
import { readProcedure, router, writeProcedure, type BackendContext } from '../context.ts';
import { publishError, writeFileSafely } from '../write-file.ts';
import { csvText } from '../write-table.ts';

const listInput = v.object({
  meetingId: idSchema,
  rules: listRulesSchema,
  recipientIds: v.pipe(v.array(idSchema), v.minLength(1, 'required')),
});

async function addressed(db: Kysely<Database>, input: v.InferOutput<typeof listInput>, today: string) {
  const entries = await listRecipientsOf(db, input.meetingId, input.rules, today);
  const chosen = entries.filter((entry) =>
    input.recipientIds.includes(entry.personId ?? entry.organisationId ?? ''),
  );
  return await withAddresses(db, chosen);
}

async function boardName(db: Kysely<Database>, meetingId: string): Promise<string> {
  const { board_id: id } = await meetingRow(db, meetingId);
  const { name_fi: name } = await db
    .selectFrom('board')
    .select('name_fi')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return name;
}

async function writePdf(
  ctx: BackendContext,
  target: string,
  document: unknown,
  signal: AbortSignal | undefined,
): Promise<string> {
  const file = ctx.grants.resolve(target, 'write');
  const result = await ctx.publish(
    { format: 'pdf', document, createdAt: Math.floor(Date.now() / 1000) },
    signal,
  );
  if (!result.ok) throw publishError(result.error, file.name);
  await writeFileSafely(file.path, result.bytes);
  return path.basename(file.path);
}

const reported = (row: { recipient: string; deliveries: CoverageRow['deliveries'] }): ReportedDelivery[] =>
  row.deliveries.length === 0
    ? [{ recipient: row.recipient, version: null, state: null, events: [] }]
    : row.deliveries.map(({ number, sha256, state, events }) => ({
        recipient: row.recipient,
        version: { number, sha256 },
        state,
        events: events.map(({ event, channel, on, by }) => ({ event, channel, on, by })),
      }));

export const lettersRouter = router({
  /** To whom letters can be written, and whose address is missing. */
  addresses: readProcedure.input(listInput).query(async ({ ctx, input }) => {
    const found = await addressed(ctx.db, input, ctx.today());
    return found.map(({ entry: { personId, organisationId, name }, address }) => ({
      personId,
      organisationId,
      name,
      address,
      lines: address === null ? null : postalLines(name, address),
    }));
  }),

  saveAddress: writeProcedure.input(addressInputSchema).mutation(async ({ ctx, input }) => {
    await savePostalAddress(ctx.trx, input);
    ctx.changed('deliveries', 'persons', 'organisations');
  }),

  /** Labels or envelopes as a PDF; those without an address are left out and told. */
  make: readProcedure
    .input(
      v.object({
        ...listInput.entries,
        letters: letterFormSchema,
        title: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
        language: languageSchema,
        target: v.string(),
      }),
    )
    .mutation(async ({ ctx, input, signal }) => {
      const found = await addressed(ctx.db, input, ctx.today());
      const lines = found.flatMap(({ entry, address }) =>
        address === null ? [] : [postalLines(entry.name, address)],
      );
      if (lines.length === 0) throw new AppError('NO_POSTAL_ADDRESSES');
      const document = printLetters(lines, input.letters, {
        title: input.title,
        organisation: await boardName(ctx.db, input.meetingId),
        isoDate: ctx.today(),
        language: input.language,
      });
      const name = await writePdf(ctx, input.target, document, signal);
      return { name, count: lines.length, missing: found.length - lines.length };
    }),

  /** Who has got which version, by which channel, when, and who has not. */
  report: readProcedure
    .input(
      v.object({
        meetingId: idSchema,
        kind: v.picklist(DELIVERED_KINDS),
        rules: listRulesSchema,
        list: v.pipe(v.string(), v.maxLength(200)),
        as: v.picklist(['pdf', 'csv']),
        language: languageSchema,
        target: v.string(),
      }),
    )
    .mutation(async ({ ctx, input, signal }) => {
      const document = await deliverable(ctx.db, input.meetingId, input.kind);
      const entries = await listRecipientsOf(ctx.db, input.meetingId, input.rules, ctx.today());
      const { rows, others } = await coverage(ctx.db, document, entries);
      const { number, year } = await meetingRow(ctx.db, input.meetingId);
      const report: DeliveryReport = {
        organisation: await boardName(ctx.db, input.meetingId),
        kind: input.kind,
        meeting: `${number}/${year}`,
        newest: { number: document.number, sha256: document.sha256 },
        generatedOn: ctx.today(),
        list: input.list,
        rows: [
          ...rows.flatMap((row) => reported({ recipient: row.name, deliveries: row.deliveries })),
          ...others.flatMap((one) => reported({ recipient: one.recipient.name, deliveries: [one] })),
        ],
      };
      if (input.as === 'pdf')
        return {
          name: await writePdf(ctx, input.target, printDeliveryReport(report, input.language), signal),
        };
      const file = ctx.grants.resolve(input.target, 'write');
      const text = csvText(deliveryReportRows(report, input.language), v.parse(csvOptionsSchema, {}));
      await writeFileSafely(file.path, new TextEncoder().encode(text));
      return { name: path.basename(file.path) };
    }),
});
