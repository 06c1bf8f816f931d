/** The item "Edellisen kokouksen pöytäkirja ja toimenpiteet": the state of the last minutes and the open tasks. */
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import { formatDate } from '../model/dates.ts';
import { isExamined, numbersFrozen } from '../model/meeting-state.ts';
import type { TaskView } from '../model/meeting-view.ts';
import { meetingNumberText } from '../model/numbering.ts';
import { joinNames, phrase, type PhraseKey, type PhraseValues } from '../model/phrases.ts';
import { richTextSchema, type RichBlock, type RichText } from '../model/rich-text.ts';
import { draftAgenda, shippedTemplate } from '../model/agenda-template.ts';
import * as v from 'valibot';
import { meetingBefore } from './agenda-templates.ts';
import { phrasesOfBoard } from './board-phrases.ts';
import { examinationView } from './examination-facts.ts';
import { addItem, changeItem } from './items.ts';
import { itemRow, meetingRow } from './meeting-guards.ts';
import { parseText } from './meeting-rows.ts';
import type { Wording } from './meetings.ts';
import { examinationOf } from './minutes.ts';
import { rulesOn } from './rules-in-force.ts';
import { listTasks } from './tasks.ts';

type MeetingRow = Selectable<Database['meeting']>;

/** What the item was before, so that filling it can be undone. */
export interface PreviousMinutesUndo {
  itemId: string;
  /** True when the item was made by it. */
  isNew: boolean;
  account: RichText | null;
  proposal: RichText | null;
  /** Tasks that were not linked before. */
  taskIds: string[];
}

/**
 * Fills the meeting's item of the previous minutes, or makes one: how far their examination is, the proposal that
 * follows from it, and the open tasks, linked so that their progress is noted under it. Filling it again brings it up
 * to date.
 * @param today ISO date
 * @throws AppError AGENDA_FROZEN, MEETING_EXAMINED, MEETING_CANCELLED
 */
export async function fillPreviousMinutes(
  trx: Kysely<Database>,
  meetingId: string,
  wording: Wording,
  today: string,
): Promise<PreviousMinutesUndo & { openTasks: number }> {
  const meeting = await meetingRow(trx, meetingId);
  const found = await trx
    .selectFrom('agenda_item')
    .select('id')
    .where('meeting_id', '=', meetingId)
    .where('kind', '=', 'previous_minutes')
    .orderBy('position')
    .executeTakeFirst();
  const itemId = found?.id ?? (await addPreviousItem(trx, meeting, wording));
  const item = await itemRow(trx, itemId);
  const tasks = await listTasks(trx, meeting.board_id, { state: 'open' }, today);
  const words = await previousWords(trx, meeting, tasks, wording);
  await changeItem(trx, {
    itemId,
    version: item.version,
    change: { account: words.account, proposal: words.proposal },
  });
  const linked = await trx.selectFrom('item_task').select('task_id').where('item_id', '=', itemId).execute();
  const known = new Set(linked.map((row) => row.task_id));
  const added = tasks.filter((task) => !known.has(task.id)).map((task) => task.id);
  for (const taskId of added)
    await trx.insertInto('item_task').values({ item_id: itemId, task_id: taskId }).execute();
  return {
    itemId,
    isNew: !found,
    account: parseText(item.account),
    proposal: parseText(item.proposal),
    taskIds: added,
    openTasks: tasks.length,
  };
}

export const previousMinutesUndoSchema = v.object({
  itemId: v.string(),
  isNew: v.boolean(),
  account: v.nullable(richTextSchema),
  proposal: v.nullable(richTextSchema),
  taskIds: v.array(v.string()),
});

/** Takes the filling back. An item that it made is left to the caller to remove. @throws AppError NOT_FOUND */
export async function undoPreviousMinutes(
  trx: Kysely<Database>,
  undo: Omit<PreviousMinutesUndo, 'isNew'>,
): Promise<{ meetingId: string }> {
  const item = await itemRow(trx, undo.itemId);
  await changeItem(trx, {
    itemId: item.id,
    version: item.version,
    change: { account: undo.account, proposal: undo.proposal },
  });
  if (undo.taskIds.length > 0)
    await trx
      .deleteFrom('item_task')
      .where('item_id', '=', item.id)
      .where('task_id', 'in', undo.taskIds)
      .execute();
  return { meetingId: item.meeting_id };
}

/** After the items that open a meeting, with the heading of the template. */
async function addPreviousItem(
  trx: Kysely<Database>,
  meeting: MeetingRow,
  { agendaTemplates }: Wording,
): Promise<string> {
  const { profile } = await rulesOn(trx, meeting.board_id, meeting.held_on);
  const template = shippedTemplate(agendaTemplates, profile, 'meeting');
  const { before } = draftAgenda(template, meeting.language, PLACEHOLDERS);
  const title = before.find((item) => item.kind === 'previous_minutes')?.title ?? '–';
  const items = await trx
    .selectFrom('agenda_item')
    .select('kind')
    .where('meeting_id', '=', meeting.id)
    .orderBy('position')
    .execute();
  const opening = ['opening', 'lawfulness', 'examiners', 'agenda'];
  const place = items.findIndex((item) => !opening.includes(item.kind));
  const { id } = await addItem(
    trx,
    meeting.id,
    {
      kind: 'previous_minutes',
      title,
      diaryNumber: null,
      applicantOrganisationId: null,
      presenterId: null,
      account: null,
      proposal: null,
    },
    place === -1 ? items.length : place,
  );
  return id;
}

/** Only the heading of the template is used, and headings have no places to fill. */
const PLACEHOLDERS: PhraseValues = {
  noticeDays: 0,
  agendaDays: 0,
  quorumRule: '',
  examiners: 0,
  previousMeeting: '',
  term: '',
  appointmentDecision: '',
};

async function previousWords(
  trx: Kysely<Database>,
  meeting: MeetingRow,
  tasks: readonly TaskView[],
  wording: Wording,
): Promise<{ account: RichText; proposal: RichText | null }> {
  const { language } = meeting;
  const phrases = await phrasesOfBoard(trx, meeting.board_id, wording.phrases);
  const say = (key: PhraseKey, values: PhraseValues = {}): string => phrase(phrases, key, language, values);
  const previous = await meetingBefore(trx, meeting);
  const blocks: RichBlock[] = [];
  let proposal: RichText | null = null;
  if (previous === null) blocks.push(paragraph(say('previous.none')));
  else {
    const rules = await rulesOn(trx, previous.board_id, previous.held_on);
    const document = say(rules.profile === 'memo' ? 'previous.memo' : 'previous.minutes');
    const state = await examinationState(trx, previous, rules.examiners);
    const values = {
      number: meetingNumberText(previous),
      held: formatDate(previous.held_on, language),
      document,
    };
    const names = (persons: readonly { shortName: string }[]): string =>
      joinNames(
        phrases,
        language,
        persons.map((person) => person.shortName),
      );
    const sentences: string[] = [];
    if (state.kind === 'examined') {
      sentences.push(
        state.reference === null
          ? say('previous.examined', { ...values, date: formatDate(state.examinedOn, language) })
          : say('previous.examinedIn', { ...values, reference: state.reference }),
      );
      if (state.approvers.length > 0)
        sentences.push(say('previous.examiners', { names: names(state.approvers) }));
      if (previous.displayed_from !== null)
        sentences.push(say('previous.displayed', { date: formatDate(previous.displayed_from, language) }));
    } else if (state.kind === 'examining') {
      sentences.push(say('previous.examining', values));
      if (state.missing.length > 0) sentences.push(say('previous.missing', { names: names(state.missing) }));
    } else sentences.push(say(state.kind === 'here' ? 'previous.here' : 'previous.pending', values));
    blocks.push(paragraph(sentences.join(' ')));
    const proposed = say(state.kind === 'here' ? 'previous.approve' : 'previous.note', values);
    proposal = {
      type: 'doc',
      content: [paragraph(proposed.charAt(0).toLocaleUpperCase(language) + proposed.slice(1))],
    };
  }
  if (tasks.length === 0) blocks.push(paragraph(say('previous.noTasks')));
  else
    blocks.push(paragraph(say('previous.tasks', { n: tasks.length })), {
      type: 'bulletList',
      content: tasks.map((task) => ({
        type: 'listItem',
        content: [paragraph(taskLine(task))],
      })),
    });
  return { account: { type: 'doc', content: blocks }, proposal };

  function taskLine(task: TaskView): string {
    const facts = [
      task.responsible === null ? null : `${say('task.responsible')}: ${task.responsible}`,
      task.dueOn === null ? null : `${say('task.due')}: ${formatDate(task.dueOn, language)}`,
      `${say('task.state')}: ${say(task.state === 'open' ? 'task.open' : 'task.inProgress')}`,
      task.decidedReference === '' ? null : task.decidedReference,
    ].filter((fact) => fact !== null);
    return `${task.code} ${task.title}. ${facts.join('; ')}.`.replace(/\.\.$/, '.');
  }
}

type PreviousState =
  | {
      kind: 'examined';
      examinedOn: string;
      reference: string | null;
      approvers: { shortName: string }[];
    }
  | { kind: 'examining'; missing: { shortName: string }[] }
  /** This meeting is to examine them. */
  | { kind: 'here' }
  | { kind: 'pending' };

async function examinationState(
  trx: Kysely<Database>,
  previous: MeetingRow,
  examiners: number,
): Promise<PreviousState> {
  const { way, approvals, decidedReference } = await examinationOf(trx, previous.id);
  if (isExamined(previous.state))
    return {
      kind: 'examined',
      examinedOn: previous.examined_on ?? previous.held_on,
      reference: decidedReference,
      approvers: approvals.map((approval) => approval.person),
    };
  if (previous.state === 'under_examination') {
    if (way === 'next_meeting') return { kind: 'here' };
    const { missingApprovals } = await examinationView(trx, previous.id);
    return { kind: 'examining', missing: missingApprovals };
  }
  const elected = await trx
    .selectFrom('examiner')
    .select('person_id')
    .where('meeting_id', '=', previous.id)
    .executeTakeFirst();
  const isOver = numbersFrozen(previous.state);
  return isOver && examiners === 0 && !elected ? { kind: 'here' } : { kind: 'pending' };
}

function paragraph(text: string) {
  return { type: 'paragraph' as const, content: [{ type: 'text' as const, text }] };
}
