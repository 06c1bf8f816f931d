/** Good practices, agreements, projects and cases of the sample board (resources/boards/malli-jane-partnership.json). */
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import type { BoardFile } from '../model/board-file.ts';
import { isoDateSchema } from '../model/dates.ts';
import { PRACTICE_STAGES } from '../model/practice.ts';
import { changePracticeStage, createPractice, saveTraining, setPracticeLink } from './practices.ts';
import { sampleContext, type SampleContext } from './sample-context.ts';

const text = v.pipe(v.string(), v.minLength(1));
const optional = v.optional(v.nullable(text), null);
const texts = v.optional(v.array(text), []);

const stageSchema = v.object({
  stage: v.picklist(PRACTICE_STAGES),
  on: isoDateSchema,
  ground: text,
  decidedBy: v.optional(v.string(), ''),
  reason: v.optional(v.string(), ''),
  decision: optional,
});
type SampleStage = v.InferOutput<typeof stageSchema>;

const practiceSchema = v.object({
  code: text,
  name: text,
  description: text,
  source: text,
  ownerOrganisation: optional,
  ownerName: v.string(),
  contactPerson: optional,
  theme: optional,
  partners: texts,
  stages: v.pipe(v.array(stageSchema), v.minLength(1)),
  municipalities: v.array(v.object({ municipality: text, stages: v.array(stageSchema) })),
  trainings: v.array(
    v.object({
      on: isoDateSchema,
      title: text,
      municipality: optional,
      participants: v.nullable(v.number()),
      note: v.string(),
    }),
  ),
  actions: texts,
  decisions: texts,
});

export const samplePartnershipSchema = v.object({ practices: v.array(practiceSchema) });
export type SamplePartnership = v.InferOutput<typeof samplePartnershipSchema>;

/** What the sample refers to by names and codes. */
interface Partnership extends SampleContext {
  theme(name: string): string;
  action(code: string): string;
}

/** @param files the sample board's file, and that of its partnership; the work between meetings must be there already */
export async function addSamplePartnership(
  trx: Kysely<Database>,
  boardId: string,
  files: { board: BoardFile; partnership: SamplePartnership },
): Promise<void> {
  const context = await partnershipContext(trx, boardId, files.board);
  for (const practice of files.partnership.practices) await addPractice(context, practice);
}

async function partnershipContext(
  trx: Kysely<Database>,
  boardId: string,
  board: BoardFile,
): Promise<Partnership> {
  const themes = await trx.selectFrom('theme').select(['id', 'name']).execute();
  const actions = await trx
    .selectFrom('volunteer_action')
    .select(['id', 'code'])
    .where('board_id', '=', boardId)
    .execute();
  const found = (name: string, id: string | undefined): string => {
    if (id === undefined) throw new Error(`The sample names ${name}, which it does not have.`);
    return id;
  };
  return {
    ...(await sampleContext(trx, boardId, board)),
    theme: (name) => found(name, themes.find((one) => one.name === name)?.id),
    action: (code) => found(code, actions.find((one) => one.code === code)?.id),
  };
}

const changeOf = (context: SampleContext, { on, decision, ...stage }: SampleStage) => ({
  ...stage,
  changedOn: on,
  itemId: decision === null ? null : context.item(decision),
});

async function addPractice(
  context: Partnership,
  sample: SamplePartnership['practices'][number],
): Promise<void> {
  const { trx } = context;
  const [first, ...later] = sample.stages.map((stage) => changeOf(context, stage));
  if (first === undefined) return;
  const { id: practiceId } = await createPractice(
    trx,
    context.boardId,
    {
      name: sample.name,
      description: sample.description,
      source: sample.source,
      ownerOrganisationId: sample.ownerOrganisation && context.organisation(sample.ownerOrganisation),
      ownerName: sample.ownerName,
      contactPersonId: sample.contactPerson && context.person(sample.contactPerson),
      themeId: sample.theme && context.theme(sample.theme),
      organisationIds: sample.partners.map(context.organisation),
    },
    first,
    null,
  );
  for (const change of later)
    await changePracticeStage(trx, { practiceId, municipalities: [], change }, null);
  for (const { municipality, stages } of sample.municipalities)
    for (const stage of stages)
      await changePracticeStage(
        trx,
        { practiceId, municipalities: [municipality], change: changeOf(context, stage) },
        null,
      );
  for (const { on, ...training } of sample.trainings)
    await saveTraining(trx, { id: null, practiceId, values: { heldOn: on, ...training } });
  for (const code of sample.actions)
    await setPracticeLink(trx, { practiceId, kind: 'action', otherId: context.action(code), isLinked: true });
  for (const reference of sample.decisions)
    await setPracticeLink(trx, {
      practiceId,
      kind: 'decision',
      otherId: context.item(reference),
      isLinked: true,
    });
}
