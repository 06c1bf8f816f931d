/** The call of a meeting: versions, recipients, answers, deputies, cancellation, and the files that go out. */
import path from 'node:path';
import * as v from 'valibot';
import { cancelMeeting, issue, saveInvitation, type Issuing } from '../../../db/features/call.ts';
import { callView } from '../../../db/features/call-view.ts';
import { readContent } from '../../../db/features/files.ts';
import { invitationSource } from '../../../db/features/invitation.ts';
import { issuedVersion } from '../../../db/features/issued.ts';
import { addRecipient, callDeputy, noteReply, removeRecipient } from '../../../db/features/replies.ts';
import { cancellationSchema, invitationSchema, issueSchema, replySchema } from '../../../db/model/call.ts';
import { idSchema } from '../../../db/model/identity.ts';
import { languageSchema } from '../../../db/model/language.ts';
import { readProcedure, router, writeProcedure, type BackendContext, type Topic } from '../context.ts';
import {
  draftFileName,
  freeBeside,
  invitationCalendar,
  invitationDrafts,
  invitationFileName,
  issuedFileName,
  issuedJob,
  MAIL_MODES,
} from '../invitation-files.ts';
import { publishError, writeFileSafely } from '../write-file.ts';

const meetingId = v.object({ meetingId: idSchema });
const ofPerson = v.object({ meetingId: idSchema, personId: idSchema });
const FORMATS = { pdf: 'pdf', text: 'txt' } as const;
const issuedFormat = v.picklist(['pdf', 'text']);
const topic = (id: string): Topic => `meeting:${id}`;
const issuing = (ctx: Pick<BackendContext, 'actor' | 'resources' | 'today'>): Issuing => ({
  actor: ctx.actor().userName,
  instant: new Date().toISOString(),
  today: ctx.today(),
  phrases: ctx.resources.phrases(),
});

export const callRouter = router({
  get: readProcedure
    .input(meetingId)
    .query(async ({ ctx, input }) => await callView(ctx.db, input.meetingId)),
  /** Freezes the next version of the call, the agenda or both. */
  issue: writeProcedure.input(issueSchema).mutation(async ({ ctx, input }) => {
    const result = await issue(ctx.trx, input, issuing(ctx));
    ctx.changed('meetings', topic(input.meetingId));
    return result;
  }),
  cancel: writeProcedure.input(cancellationSchema).mutation(async ({ ctx, input }) => {
    const result = await cancelMeeting(ctx.trx, input, issuing(ctx));
    ctx.changed('meetings', topic(input.meetingId));
    return result;
  }),
  saveInvitation: writeProcedure.input(invitationSchema).mutation(async ({ ctx, input }) => {
    await saveInvitation(ctx.trx, input);
    ctx.changed('meetings', topic(input.meetingId));
  }),
  reply: writeProcedure.input(replySchema).mutation(async ({ ctx, input }) => {
    await noteReply(ctx.trx, input);
    ctx.changed('meetings', topic(input.meetingId));
  }),
  callDeputy: writeProcedure
    .input(v.object({ ...ofPerson.entries, isCalled: v.boolean() }))
    .mutation(async ({ ctx, input }) => {
      await callDeputy(ctx.trx, { ...input, today: ctx.today() });
      ctx.changed('meetings', topic(input.meetingId));
    }),
  addRecipient: writeProcedure
    .input(
      v.object({
        ...ofPerson.entries,
        capacity: v.picklist(['expert', 'guest']),
        title: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200, 'too_long')), ''),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      await addRecipient(ctx.trx, input);
      ctx.changed('meetings', topic(input.meetingId));
    }),
  removeRecipient: writeProcedure.input(ofPerson).mutation(async ({ ctx, input }) => {
    await removeRecipient(ctx.trx, input);
    ctx.changed('meetings', topic(input.meetingId));
  }),
  /** How the file of an issued document is called. */
  issuedFileName: readProcedure
    .input(v.object({ documentId: idSchema, language: languageSchema, format: issuedFormat }))
    .query(async ({ ctx, input }) => {
      const version = await issuedVersion(ctx.db, input.documentId);
      const meeting = await ctx.db
        .selectFrom('meeting')
        .innerJoin('board', 'board.id', 'meeting.board_id')
        .select(['meeting.number', 'meeting.year', 'meeting.language', 'board.short_name as board'])
        .where('meeting.id', '=', version.meetingId)
        .executeTakeFirstOrThrow();
      const language = input.language === meeting.language ? null : input.language;
      return {
        name: issuedFileName(meeting.board, meeting, version, FORMATS[input.format], language),
      };
    }),
  /** An issued document as it was frozen; the same bytes each time. */
  exportIssued: readProcedure
    .input(
      v.object({ documentId: idSchema, language: languageSchema, format: issuedFormat, target: v.string() }),
    )
    .mutation(async ({ ctx, input, signal }) => {
      const target = ctx.grants.resolve(input.target, 'write');
      const version = await issuedVersion(ctx.db, input.documentId);
      const result = await ctx.publish(issuedJob(version, input.language, input.format), signal);
      if (!result.ok) throw publishError(result.error, target.name);
      await writeFileSafely(target.path, result.bytes);
      return { name: target.name, bytes: result.bytes.length, replaced: result.replaced };
    }),
  invitationFileName: readProcedure
    .input(
      v.object({
        meetingId: idSchema,
        format: v.picklist(['ics', 'eml']),
        mode: v.optional(v.picklist(MAIL_MODES), 'all'),
        personIds: v.nullish(v.array(idSchema), null),
      }),
    )
    .query(async ({ ctx, input }) => {
      const source = await invitationSource(ctx.db, input.meetingId);
      return {
        name:
          input.format === 'ics'
            ? invitationFileName(source, 'ics')
            : draftFileName(source, input.mode, input.personIds),
      };
    }),
  /** The calendar entry with everybody who has an address. */
  exportCalendar: readProcedure
    .input(v.object({ meetingId: idSchema, language: languageSchema, target: v.string() }))
    .mutation(async ({ ctx, input }) => {
      const target = ctx.grants.resolve(input.target, 'write');
      const source = await invitationSource(ctx.db, input.meetingId);
      const text = invitationCalendar(source, ctx.resources.phrases(), input.language, source.recipients);
      await writeFileSafely(target.path, new TextEncoder().encode(text));
      return { name: target.name };
    }),
  /**
   * Drafts of the invitation. Several are put beside the file that the user named, each under a name of its own that
   * no other file has.
   */
  exportMail: readProcedure
    .input(
      v.object({
        meetingId: idSchema,
        mode: v.picklist(MAIL_MODES),
        /** null: every recipient. */
        personIds: v.nullish(v.array(idSchema), null),
        target: v.string(),
      }),
    )
    .mutation(async ({ ctx, input, signal }) => {
      const target = ctx.grants.resolve(input.target, 'write');
      const source = await invitationSource(ctx.db, input.meetingId);
      const files: string[] = [];
      const { withoutAddress, replaced } = await invitationDrafts(
        source,
        input.mode,
        input.personIds,
        {
          phrases: ctx.resources.phrases(),
          publish: (job) => ctx.publish(job, signal),
          read: (sha256) => readContent(ctx.db, sha256),
          now: new Date().toISOString(),
        },
        async ({ part, bytes }) => {
          const file = part === '' ? target.path : freeBeside(target.path, part);
          await writeFileSafely(file, bytes);
          files.push(path.basename(file));
        },
      );
      return { files, withoutAddress: withoutAddress.map(({ person: { name } }) => name), replaced };
    }),
});
