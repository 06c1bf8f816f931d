/** Brings the sample's work between meetings into a database that has the sample board. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import type {
  BetweenMeetingsFile,
  SampleAction,
  SampleIndicator,
  SampleTheme,
} from '../model/between-meetings-file.ts';
import type { BoardFile } from '../model/board-file.ts';
import { LOGIC_STAGES } from '../model/logic-model.ts';
import { saveIndicator, saveMeasurement } from './indicators.ts';
import { sampleContext, type SampleContext } from './sample-context.ts';
import { addCard, setArrow, setCardLink } from './logic-cards.ts';
import { saveTheme } from './themes.ts';
import {
  changeStage,
  saveActionBudget,
  saveEvent,
  saveNote,
  savePhase,
  setDecision,
  setTask,
} from './volunteer-action-parts.ts';
import { createAction } from './volunteer-actions.ts';

/** The sample lies in no time of its own: its days are not checked against today. */
const END_OF_TIME = '9999-12-31';

/** @param files the sample board's file, and that of the work between meetings */
export async function importSampleWork(
  trx: Kysely<Database>,
  boardId: string,
  files: { board: BoardFile; work: BetweenMeetingsFile },
): Promise<void> {
  const context = await sampleContext(trx, boardId, files.board);
  const themes = new Map<string, string>();
  const actions = new Map<string, string>();
  const cards = new Map<string, string>();
  for (const theme of files.work.themes) themes.set(theme.id, await importTheme(context, theme, cards));
  for (const action of files.work.volunteerActions)
    actions.set(action.code, await importAction(context, action, themes));
  for (const theme of files.work.themes) await importLinks(context, theme, cards, actions);
  for (const indicator of files.work.indicators)
    await importIndicator(context, indicator, { themes, actions, cards });
}

async function importTheme(
  context: SampleContext,
  theme: SampleTheme,
  cards: Map<string, string>,
): Promise<string> {
  const { id } = await saveTheme(context.trx, {
    id: null,
    boardId: context.boardId,
    version: 0,
    values: {
      name: theme.name,
      summary: theme.summary,
      goals: theme.goals,
      ownerOrganisationId:
        theme.ownerOrganisation === null ? null : context.organisation(theme.ownerOrganisation),
      ownerPersonId: theme.ownerPerson === null ? null : context.person(theme.ownerPerson),
      startsOn: theme.startsOn,
      endsOn: theme.endsOn,
    },
  });
  for (const stage of LOGIC_STAGES)
    for (const card of theme[stage]) {
      const added = await addCard(context.trx, { themeId: id, stage, text: card.text });
      cards.set(card.id, added.id);
    }
  return id;
}

async function importLinks(
  context: SampleContext,
  theme: SampleTheme,
  cards: ReadonlyMap<string, string>,
  actions: ReadonlyMap<string, string>,
): Promise<void> {
  for (const stage of LOGIC_STAGES)
    for (const card of theme[stage]) {
      const cardId = known(cards, card.id);
      for (const to of card.to)
        await setArrow(context.trx, { from: cardId, to: known(cards, to), isThere: true });
      for (const code of card.actions)
        await setCardLink(context.trx, {
          cardId,
          actionId: known(actions, code),
          itemId: null,
          isLinked: true,
        });
      for (const reference of card.decisions)
        await setCardLink(context.trx, {
          cardId,
          actionId: null,
          itemId: context.item(reference),
          isLinked: true,
        });
    }
}

async function importAction(
  context: SampleContext,
  action: SampleAction,
  themes: ReadonlyMap<string, string>,
): Promise<string> {
  const { trx } = context;
  const changes = action.stages.map(({ stage, on, ground, decision }) => ({
    stage,
    changedOn: on,
    ground,
    itemId: decision === null ? null : context.item(decision),
  }));
  const [first, ...later] = changes;
  if (first === undefined) throw new Error(`The sample's action ${action.code} has no stage.`);
  const { id: actionId } = await createAction(
    trx,
    context.boardId,
    {
      name: action.name,
      description: action.description,
      themeId: action.theme === null ? null : known(themes, action.theme),
      leadOrganisationId: action.lead === null ? null : context.organisation(action.lead),
      partnerIds: action.partners.map(context.organisation),
      fieldIds: action.fields.map(context.field),
      municipalities: action.municipalities,
      lifeCourses: action.lifeCourses,
      participation: action.participation,
      volunteerBand: action.volunteerBand,
      volunteerCount: action.volunteers,
      hours: action.hours,
      startsOn: action.startsOn,
      endsOn: action.endsOn,
      targets: action.targets,
    },
    first,
    END_OF_TIME,
  );
  for (const change of later) await changeStage(trx, actionId, change, END_OF_TIME);
  for (const { on, ...event } of action.events)
    await saveEvent(trx, { id: null, actionId, values: { heldOn: on, ...event } });
  for (const { from, to, area, goal } of action.phases)
    await savePhase(trx, { id: null, actionId, values: { startsOn: from, endsOn: to, area, goal } });
  for (const { on, text } of action.notes)
    await saveNote(trx, { id: null, actionId, values: { notedOn: on, text } });
  for (const reference of action.decisions)
    await setDecision(trx, { actionId, itemId: context.item(reference), isLinked: true });
  for (const code of action.tasks)
    await setTask(trx, { actionId, taskId: context.task(code), isLinked: true });
  await saveActionBudget(trx, {
    actionId,
    version: 0,
    values: {
      name: action.name,
      year: null,
      lines: action.budget.map(({ name, cents, shares }) => ({
        name,
        cents,
        shares: shares.map(({ funder, percent }) => ({ funder, share: Math.round(percent * 100) })),
      })),
    },
  });
  return actionId;
}

async function importIndicator(
  context: SampleContext,
  indicator: SampleIndicator,
  ids: Record<'themes' | 'actions' | 'cards', ReadonlyMap<string, string>>,
): Promise<void> {
  const { actions, themes, cards, measurements, ...values } = indicator;
  const { id: indicatorId } = await saveIndicator(context.trx, {
    id: null,
    boardId: context.boardId,
    version: 0,
    values,
    subjects: [
      ...actions.map((code) => ({ kind: 'action' as const, id: known(ids.actions, code) })),
      ...themes.map((one) => ({ kind: 'theme' as const, id: known(ids.themes, one) })),
      ...cards.map((one) => ({ kind: 'card' as const, id: known(ids.cards, one) })),
    ],
  });
  for (const { on, value, source } of measurements)
    await saveMeasurement(context.trx, {
      id: null,
      indicatorId,
      values: { measuredOn: on, value, source, note: '' },
    });
}

function known(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`The sample names ${name}, which it does not have.`);
  return id;
}
