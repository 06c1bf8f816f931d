/** Mailing lists and the delivery ledger: who gets a document, who has got it, and drafts to send. */
import path from 'node:path';
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import { write } from '../../../db/core/open.ts';
import type { Database } from '../../../db/core/schema.ts';
import {
  coverage,
  deliverable,
  deliverablesOf,
  lackingMinutes,
  noteDeliveries,
  noteDeliveryEvents,
  type CoverageRow,
  type Noting,
} from '../../../db/features/deliveries.ts';
import {
  listRecipients,
  listRecipientsOf,
  mailingLists,
  removeMailingList,
  saveMailingList,
} from '../../../db/features/mailing-lists.ts';
import { DELIVERED_KINDS, deliveryEventSchema, deliverySchema } from '../../../db/model/delivery.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { FIRST_LIST, listRulesSchema, mailingListSchema } from '../../../db/model/mailing-list.ts';
import { readProcedure, router, writeProcedure, type BackendContext } from '../context.ts';
import { deliveryDrafts, DRAFT_MODES } from '../delivery-drafts.ts';
import { freeBeside } from '../invitation-files.ts';
import { writeFileSafely } from '../write-file.ts';

const noting = (ctx: Pick<BackendContext, 'actor' | 'today'>): Noting => ({
  actor: ctx.actor().userName,
  instant: new Date().toISOString(),
  today: ctx.today(),
});

const documentEntries = { meetingId: idSchema, kind: v.picklist(DELIVERED_KINDS) };
const coverageInput = v.object({ ...documentEntries, rules: listRulesSchema });

async function covered(
  db: Kysely<Database>,
  input: v.InferOutput<typeof coverageInput>,
  today: string,
): ReturnType<typeof coverage> {
  const document = await deliverable(db, input.meetingId, input.kind);
  return await coverage(db, document, await listRecipientsOf(db, input.meetingId, input.rules, today));
}

export const deliveriesRouter = router({
  lists: readProcedure
    .input(v.object({ boardId: idSchema }))
    .query(async ({ ctx, input }) => await mailingLists(ctx.db, input.boardId)),
  saveList: writeProcedure.input(mailingListSchema).mutation(async ({ ctx, input }) => {
    const saved = await saveMailingList(ctx.trx, input);
    ctx.changed('deliveries');
    return saved;
  }),
  /** Answers with what was removed, so that it can be made again. */
  removeList: writeProcedure.input(v.object({ id: idSchema })).mutation(async ({ ctx, input }) => {
    const removed = await removeMailingList(ctx.trx, input.id);
    ctx.changed('deliveries');
    return removed;
  }),
  /** Who would be on a list with these rules, and why. */
  preview: readProcedure
    .input(v.object({ boardId: idSchema, rules: listRulesSchema }))
    .query(async ({ ctx, input }) => await listRecipients(ctx.db, input.boardId, input.rules, ctx.today())),
  /** What can be delivered of a meeting, in its newest version. */
  deliverables: readProcedure
    .input(v.object({ meetingId: idSchema }))
    .query(async ({ ctx, input }) => await deliverablesOf(ctx.db, input.meetingId)),
  /** Who has got a document and who has not. */
  coverage: readProcedure
    .input(coverageInput)
    .query(async ({ ctx, input }) => await covered(ctx.db, input, ctx.today())),
  /** How many of the board and its nominators have not got the examined minutes; null before the examination. */
  lacking: readProcedure
    .input(v.object({ meetingId: idSchema }))
    .query(
      async ({ ctx, input }) =>
        await lackingMinutes(
          ctx.db,
          input.meetingId,
          await listRecipientsOf(ctx.db, input.meetingId, FIRST_LIST, ctx.today()),
        ),
    ),
  /** Notes that a document went by another way than a draft of ours. */
  note: writeProcedure.input(deliverySchema).mutation(async ({ ctx, input }) => {
    const result = await noteDeliveries(ctx.trx, { ...input, event: 'sent' }, noting(ctx));
    ctx.changed('deliveries');
    return result;
  }),
  /** Notes what became of deliveries. */
  noteEvents: writeProcedure.input(deliveryEventSchema).mutation(async ({ ctx, input }) => {
    const result = await noteDeliveryEvents(ctx.trx, input, noting(ctx));
    ctx.changed('deliveries');
    return result;
  }),
  /**
   * Drafts of messages for the chosen recipients, beside the file that the user named, and an entry in the ledger that
   * they were prepared. Several drafts are put under names of their own that no other file has.
   */
  prepare: readProcedure
    .input(
      v.object({
        ...coverageInput.entries,
        /** Ids of the persons and organisations; null: all who have not got the newest version. */
        recipientIds: v.nullish(v.array(idSchema), null),
        mode: v.picklist(DRAFT_MODES),
        greeting: v.optional(v.pipe(v.string(), v.maxLength(4_000, 'too_long')), ''),
        target: v.string(),
      }),
    )
    .mutation(async ({ ctx, input, signal }) => {
      const target = ctx.grants.resolve(input.target, 'write');
      const document = await deliverable(ctx.db, input.meetingId, input.kind);
      const { rows } = await covered(ctx.db, input, ctx.today());
      const chosen = rows.filter(isChosen(input.recipientIds));
      const files: string[] = [];
      const tools = {
        phrases: ctx.resources.phrases(),
        publish: (job: Parameters<typeof ctx.publish>[0]) => ctx.publish(job, signal),
        now: new Date().toISOString(),
      };
      const { written, withoutAddress } = await deliveryDrafts(
        ctx.db,
        {
          document,
          recipients: chosen,
          replaces: chosen.length > 0 && chosen.every((row) => row.coverage === 'older'),
          mode: input.mode,
          greeting: input.greeting,
        },
        tools,
        ctx.today(),
        async (part, bytes) => {
          const file = chosen.length === 1 ? target.path : freeBeside(target.path, part);
          await writeFileSafely(file, bytes);
          files.push(path.basename(file));
        },
      );
      // The files are there: now the ledger says so.
      await write(ctx.workspace.database(), ctx.actor().userName, 'deliveries.prepare', async (trx) => {
        await noteDeliveries(
          trx,
          {
            meetingId: input.meetingId,
            kind: input.kind,
            recipients: written.map(({ personId, organisationId }) => ({ personId, organisationId })),
            channel: 'email',
            on: ctx.today(),
            language: null,
            note: '',
            event: 'prepared',
          },
          noting(ctx),
        );
      });
      ctx.announce(['deliveries']);
      return { files, withoutAddress: withoutAddress.map(({ name }) => name) };
    }),
});

function isChosen(ids: readonly string[] | null): (row: CoverageRow) => boolean {
  return ids === null
    ? (row) => row.coverage !== 'reached'
    : (row) => ids.includes(row.personId ?? row.organisationId ?? '');
}
