/** Good practices, agreements, projects and cases of the sample board (resources/boards/malli-jane-partnership.json). */
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import type { BoardFile } from '../model/board-file.ts';
import { isoDateSchema } from '../model/dates.ts';
import { AGREEMENT_KINDS, SIGNATURE_STATES } from '../model/agreement.ts';
import { caseInputSchema } from '../model/cooperation-case.ts';
import { PILOT_STATES, PROJECT_STATES, SDG_GOALS } from '../model/project.ts';
import { PRACTICE_STAGES } from '../model/practice.ts';
import { noteSignatures, saveAgreement, setAgreementLink } from './agreements.ts';
import { saveCase } from './cooperation-cases.ts';
import {
  saveProject,
  saveProjectBudget,
  saveProjectPhase,
  saveProjectPilot,
  setProjectLink,
} from './projects.ts';
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

const partySchema = v.object({
  municipality: optional,
  organisation: optional,
  name: optional,
  signatures: v.array(
    v.object({ state: v.picklist(SIGNATURE_STATES), on: isoDateSchema, role: v.string(), note: v.string() }),
  ),
});
const day = v.nullable(isoDateSchema);
const agreementSchema = v.object({
  key: text,
  name: text,
  kind: v.picklist(AGREEMENT_KINDS),
  summary: v.string(),
  startsOn: day,
  endsOn: day,
  noticeMonths: v.nullable(v.number()),
  remindDays: v.number(),
  parties: v.array(partySchema),
  practices: texts,
  decisions: texts,
  /** The key of the agreement that it renews. */
  renews: optional,
});

const projectSchema = v.object({
  name: text,
  summary: text,
  state: v.picklist(PROJECT_STATES),
  startsOn: day,
  endsOn: day,
  area: text,
  funding: text,
  role: text,
  unit: text,
  focus: text,
  goals: texts,
  sdg: v.array(v.picklist(SDG_GOALS)),
  lead: optional,
  partners: texts,
  manager: optional,
  expert: optional,
  theme: optional,
  /** From, to, area, goal. */
  phases: v.array(v.tuple([isoDateSchema, day, text, text])),
  /** Name, area, theme, state, from, to. */
  pilots: v.array(v.tuple([text, text, text, v.picklist(PILOT_STATES), day, day])),
  actions: texts,
  decisions: texts,
  /** Name, cents, funders with their per cent. */
  budget: v.array(v.tuple([text, v.number(), v.array(v.tuple([text, v.number()]))])),
});

export const samplePartnershipSchema = v.object({
  practices: v.array(practiceSchema),
  agreements: v.array(agreementSchema),
  projects: v.array(projectSchema),
  cases: v.array(caseInputSchema),
});
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
  await addAgreements(context, files.partnership.agreements);
  for (const project of files.partnership.projects) await addProject(context, project);
  for (const values of files.partnership.cases)
    await saveCase(trx, { id: null, boardId, version: 0, values });
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

async function addAgreements(context: Partnership, samples: SamplePartnership['agreements']): Promise<void> {
  const { trx } = context;
  const ids = new Map<string, string>();
  for (const sample of samples) {
    const before = sample.renews === null ? undefined : ids.get(sample.renews);
    const { id: agreementId } = await saveAgreement(trx, {
      id: null,
      boardId: context.boardId,
      version: 0,
      ...(before === undefined ? {} : { predecessorId: before }),
      values: {
        name: sample.name,
        kind: sample.kind,
        summary: sample.summary,
        startsOn: sample.startsOn,
        endsOn: sample.endsOn,
        noticeMonths: sample.noticeMonths,
        remindDays: sample.remindDays,
        contactPersonId: null,
        parties: sample.parties.map((party) => ({
          id: null,
          organisationId: party.organisation && context.organisation(party.organisation),
          municipality: party.municipality,
          name: party.name,
        })),
      },
    });
    ids.set(sample.key, agreementId);
    const parties = await trx
      .selectFrom('agreement_party')
      .select('id')
      .where('agreement_id', '=', agreementId)
      .orderBy('position')
      .execute();
    for (const [index, party] of sample.parties.entries())
      for (const { state, on, role, note } of party.signatures)
        await noteSignatures(
          trx,
          { partyIds: [parties[index]?.id ?? ''], values: { state, notedOn: on, signerRole: role, note } },
          null,
        );
    for (const code of sample.practices) {
      const { id: otherId } = await trx
        .selectFrom('practice')
        .select('id')
        .where('code', '=', code)
        .executeTakeFirstOrThrow();
      await setAgreementLink(trx, { agreementId, kind: 'practice', otherId, isLinked: true });
    }
    for (const reference of sample.decisions)
      await setAgreementLink(trx, {
        agreementId,
        kind: 'decision',
        otherId: context.item(reference),
        isLinked: true,
      });
  }
}

async function addProject(
  context: Partnership,
  sample: SamplePartnership['projects'][number],
): Promise<void> {
  const { trx } = context;
  const { lead, partners, manager, expert, theme, phases, pilots, actions, decisions, budget, ...values } =
    sample;
  const { id: projectId } = await saveProject(trx, {
    id: null,
    boardId: context.boardId,
    version: 0,
    values: {
      ...values,
      leadOrganisationId: lead && context.organisation(lead),
      managerPersonId: manager && context.person(manager),
      expertPersonId: expert && context.person(expert),
      themeId: theme && context.theme(theme),
      organisationIds: partners.map(context.organisation),
    },
  });
  for (const [startsOn, endsOn, area, goal] of phases)
    await saveProjectPhase(trx, { id: null, projectId, values: { startsOn, endsOn, area, goal } });
  for (const [name, area, pilotTheme, state, startsOn, endsOn] of pilots)
    await saveProjectPilot(trx, {
      id: null,
      projectId,
      values: { name, area, theme: pilotTheme, state, startsOn, endsOn, note: '' },
    });
  for (const code of actions)
    await setProjectLink(trx, { projectId, kind: 'action', otherId: context.action(code), isLinked: true });
  for (const reference of decisions)
    await setProjectLink(trx, {
      projectId,
      kind: 'decision',
      otherId: context.item(reference),
      isLinked: true,
    });
  await saveProjectBudget(trx, {
    projectId,
    version: 0,
    values: {
      name: sample.name,
      year: null,
      lines: budget.map(([name, cents, shares]) => ({
        name,
        cents,
        shares: shares.map(([funder, percent]) => ({ funder, share: percent * 100 })),
      })),
    },
  });
}
