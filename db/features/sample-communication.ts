/** The sample's bulletins, communication plan and surveys (resources/boards/malli-jane-communication.json). */
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import type { BoardFile } from '../model/board-file.ts';
import { bulletinChangeSchema, bulletinLanguageSchema } from '../model/bulletin.ts';
import { roundSchema, surveySchema } from '../model/survey.ts';
import { planEntrySchema } from '../model/communication-plan.ts';
import { isoDateSchema } from '../model/dates.ts';
import type { Phrases } from '../model/phrases.ts';
import { notePlanDone, savePlanEntry } from './communication-plan.ts';
import { saveRound, saveSurvey } from './surveys.ts';
import { changeText, checkText } from './bulletin-texts.ts';
import { createBulletin } from './bulletins.ts';
import { sampleContext, type SampleContext } from './sample-context.ts';

const text = v.pipe(v.string(), v.minLength(1));

/** A text of the sample; its paragraphs become the body. */
const sampleTextSchema = v.object({
  language: bulletinLanguageSchema,
  title: text,
  body: v.array(v.string()),
  facts: v.optional(v.omit(bulletinChangeSchema, ['title', 'body']), {}),
  checked: v.optional(v.nullable(v.object({ by: text, on: isoDateSchema })), null),
});

export const sampleCommunicationSchema = v.object({
  bulletins: v.array(
    v.object({
      on: isoDateSchema,
      /** "2/2026 § 17", or the event of an action by its title. */
      decision: v.optional(v.nullable(text), null),
      event: v.optional(v.nullable(text), null),
      /** An event of immigrant inclusion by its name. */
      inclusion: v.optional(v.nullable(text), null),
      wanted: v.array(bulletinLanguageSchema),
      /** The first is the source of the others. */
      texts: v.pipe(v.array(sampleTextSchema), v.minLength(1)),
      /** A title that the source got after it had been translated into these languages. */
      changedLater: v.optional(
        v.nullable(v.object({ title: text, before: v.array(bulletinLanguageSchema) })),
        null,
      ),
    }),
  ),
  surveys: v.array(
    v.object({
      ...surveySchema.entries,
      /** Counts by question, in the order of its answers. */
      rounds: v.array(v.object({ round: roundSchema, counts: v.array(v.array(v.number())) })),
    }),
  ),
  plan: v.array(
    v.object({
      ...planEntrySchema.entries,
      /** "2/2026" */
      meeting: v.optional(v.nullable(text), null),
      /** The title of the sample's bulletin in its source language. */
      bulletin: v.optional(v.nullable(text), null),
      /** The code of an action, e.g. "VT-3". */
      action: v.optional(v.nullable(text), null),
      done: v.optional(v.nullable(v.object({ on: isoDateSchema, outcome: v.string() })), null),
    }),
  ),
});
export type SampleCommunication = v.InferOutput<typeof sampleCommunicationSchema>;

/** Whoever wrote the sample. */
const WRITER = { name: 'S01', at: '2026-03-25T09:00:00.000Z' };

export async function importSampleCommunication(
  trx: Kysely<Database>,
  boardId: string,
  files: { board: BoardFile; communication: SampleCommunication; phrases: Phrases },
): Promise<void> {
  const context = await sampleContext(trx, boardId, files.board);
  for (const bulletin of files.communication.bulletins)
    await importBulletin(context, bulletin, files.phrases);
  for (const row of files.communication.plan) await importPlanEntry(context, row);
  for (const { rounds, ...values } of files.communication.surveys) {
    const { id: surveyId } = await saveSurvey(trx, { id: null, boardId, version: 0, values });
    for (const { round, counts } of rounds)
      await saveRound(trx, {
        surveyId,
        round,
        counts: values.questions.map(({ options }, index) =>
          options.map((answer, place) => ({ answer, count: counts[index]?.[place] ?? 0 })),
        ),
      });
  }
}

async function importBulletin(
  { trx, boardId, item }: SampleContext,
  sample: SampleCommunication['bulletins'][number],
  phrases: Phrases,
): Promise<void> {
  const [source, ...translations] = sample.texts;
  if (source === undefined) throw new Error('A bulletin of the sample has no text.');
  const event =
    sample.event === null
      ? null
      : await trx
          .selectFrom('volunteer_action_event')
          .select('id')
          .where('title', '=', sample.event)
          .executeTakeFirstOrThrow();
  const entry =
    sample.inclusion === null
      ? null
      : await trx
          .selectFrom('inclusion_entry')
          .select('id')
          .where('name', '=', sample.inclusion)
          .executeTakeFirstOrThrow();
  const { id } = await createBulletin(
    trx,
    {
      boardId,
      itemId: sample.decision === null ? null : item(sample.decision),
      eventId: event?.id ?? null,
      entryId: entry?.id ?? null,
      sourceLanguage: source.language,
      wanted: sample.wanted,
    },
    sample.on,
    phrases,
  );
  const write = async (
    language: string,
    change: v.InferOutput<typeof bulletinChangeSchema>,
  ): Promise<string> => {
    const row = await trx
      .selectFrom('bulletin_text')
      .select(['id', 'version'])
      .where('bulletin_id', '=', id)
      .where('language', '=', language as typeof source.language)
      .executeTakeFirstOrThrow();
    await changeText(trx, { textId: row.id, version: row.version, change }, WRITER);
    return row.id;
  };
  const put = async (one: (typeof sample.texts)[number]): Promise<void> => {
    const textId = await write(one.language, { title: one.title, body: one.body.join('\n\n'), ...one.facts });
    if (one.checked !== null)
      await checkText(
        trx,
        { textId, checkedBy: one.checked.by, checkedOn: one.checked.on },
        WRITER,
        '9999-12-31',
      );
  };
  const early = sample.changedLater?.before ?? [];
  await put(source);
  for (const one of translations) if (early.includes(one.language)) await put(one);
  if (sample.changedLater !== null) await write(source.language, { title: sample.changedLater.title });
  for (const one of translations) if (!early.includes(one.language)) await put(one);
}

async function importPlanEntry(
  { trx, boardId }: SampleContext,
  { meeting, bulletin, action, done, ...values }: SampleCommunication['plan'][number],
): Promise<void> {
  const [number, year] = (meeting ?? '').split('/').map(Number);
  const meetingRow =
    meeting === null
      ? null
      : await trx
          .selectFrom('meeting')
          .select('id')
          .where('board_id', '=', boardId)
          .where('number', '=', number ?? 0)
          .where('year', '=', year ?? 0)
          .executeTakeFirstOrThrow();
  const bulletinRow =
    bulletin === null
      ? null
      : await trx
          .selectFrom('bulletin_text')
          .select('bulletin_id')
          .where('title', '=', bulletin)
          .executeTakeFirstOrThrow();
  const actionRow =
    action === null
      ? null
      : await trx
          .selectFrom('volunteer_action')
          .select('id')
          .where('board_id', '=', boardId)
          .where('code', '=', action)
          .executeTakeFirstOrThrow();
  const { id } = await savePlanEntry(trx, {
    id: null,
    boardId,
    version: 0,
    values: {
      ...values,
      meetingId: meetingRow?.id ?? null,
      bulletinId: bulletinRow?.bulletin_id ?? null,
      actionId: actionRow?.id ?? null,
    },
  });
  if (done !== null) await notePlanDone(trx, { id, doneOn: done.on, outcome: done.outcome }, '9999-12-31');
}
