/**
 * Effects of decisions on the register: entered at an item, applied when its § has been examined, dated as decided,
 * and taken back with a reason. What cannot be applied waits for the secretary and never stops the examination.
 */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import { MUNICIPAL_STAGES, OWN_STAGES, type PracticeStage } from '../model/practice.ts';
import { planEffect } from '../model/effect-plan.ts';
import { reversalProblem, inverse, type EffectProblem, type RowChange } from '../model/register-change.ts';
import {
  askForDeputy,
  atExamination,
  earliestEffect,
  effectCommands,
  effectiveOn,
  type EffectAction,
  type EffectCommand,
  type RegisterEffect,
} from '../model/register-effect.ts';
import {
  appliedChanges,
  effectColumns,
  effectsOfMeeting,
  sourceOf,
  type EffectRecord,
} from './effect-records.ts';
import { meetingOfItem } from './meeting-guards.ts';
import { loadPractices, loadRegister, writeChanges } from './register-rows.ts';
import { createTask, removeUntouchedTask } from './tasks.ts';

/**
 * Enters an effect at an item, or changes one.
 * @throws AppError NOT_FOUND, CONFLICT, EFFECT_NOT_NOW, EFFECT_TOO_EARLY, INVALID_INPUT with the field,
 *   UNDER_EXAMINATION, MEETING_EXAMINED, ITEM_EXAMINED
 */
export async function saveEffect(
  trx: Kysely<Database>,
  input: { id: string | null; version: number | null; itemId: string; effect: RegisterEffect },
): Promise<{ id: string; meetingId: string }> {
  const { effect } = input;
  const { item, meeting } = await meetingOfItem(trx, input.itemId, 'text');
  const earliest = earliestEffect(effect.kind, meeting.held_on);
  if (effectiveOn(effect) < earliest)
    throw new AppError(
      'EFFECT_TOO_EARLY',
      { date: earliest },
      effect.kind === 'seat_vacated' || effect.kind === 'organisation_resigned'
        ? { lastDay: 'before_meeting' }
        : { from: 'before_meeting' },
    );
  await requireKnown(trx, meeting.board_id, effect);
  const confirmed = item.decision_type !== null || item.decision !== null ? 1 : 0;
  if (input.id !== null) {
    const record = await effectRecord(trx, input.id, 'edit');
    if (input.version !== null && record.row.version !== input.version)
      throw new AppError('CONFLICT', { what: 'effect', version: record.row.version });
    await trx
      .updateTable('register_effect')
      .set({ ...effectColumns(effect), confirmed, version: record.row.version + 1 })
      .where('id', '=', input.id)
      .execute();
    return { id: input.id, meetingId: meeting.id };
  }
  const last = await trx
    .selectFrom('register_effect')
    .select(({ fn }) => fn.max<number | null>('position').as('position'))
    .where('item_id', '=', item.id)
    .executeTakeFirst();
  const id = newId();
  await trx
    .insertInto('register_effect')
    .values({
      id,
      item_id: item.id,
      position: (last?.position ?? -1) + 1,
      ...effectColumns(effect),
      confirmed,
    })
    .execute();
  return { id, meetingId: meeting.id };
}

async function requireKnown(trx: Kysely<Database>, boardId: string, effect: RegisterEffect): Promise<void> {
  if ('seatId' in effect) {
    const seat = await trx
      .selectFrom('seat')
      .select('id')
      .where('id', '=', effect.seatId)
      .where('board_id', '=', boardId)
      .executeTakeFirst();
    if (!seat) throw new AppError('INVALID_INPUT', {}, { seatId: 'required' });
  }
  if ('personId' in effect) {
    const person = await trx
      .selectFrom('person')
      .select('id')
      .where('id', '=', effect.personId)
      .executeTakeFirst();
    if (!person) throw new AppError('INVALID_INPUT', {}, { personId: 'person_unknown' });
  }
  if (effect.kind === 'practice_stage_changed') {
    const { practices, municipalities } = await loadPractices(trx, boardId);
    const { practiceId, municipality, stage } = effect;
    if (!practices.some(({ id }) => id === practiceId))
      throw new AppError('INVALID_INPUT', {}, { practiceId: 'required' });
    if (municipality !== null && !municipalities.some(({ code }) => code === municipality))
      throw new AppError('INVALID_INPUT', {}, { municipality: 'municipality_unknown' });
    const known: readonly PracticeStage[] = municipality === null ? OWN_STAGES : MUNICIPAL_STAGES;
    if (!known.includes(stage)) throw new AppError('INVALID_INPUT', {}, { stage: 'stage_not_here' });
    return;
  }
  const organisationId =
    'organisationId' in effect
      ? effect.organisationId
      : 'askOrganisationId' in effect
        ? effect.askOrganisationId
        : null;
  if (organisationId === null) return;
  const organisation = await trx
    .selectFrom('organisation')
    .select('id')
    .where('id', '=', organisationId)
    .executeTakeFirst();
  if (!organisation) throw new AppError('INVALID_INPUT', {}, { organisationId: 'organisation_unknown' });
}

/** @throws AppError NOT_FOUND, EFFECT_NOT_NOW when the stage of the effect does not allow the command */
async function effectRecord(
  trx: Kysely<Database>,
  id: string,
  command: EffectCommand,
): Promise<EffectRecord> {
  const row = await trx
    .selectFrom('register_effect')
    .innerJoin('agenda_item', 'agenda_item.id', 'register_effect.item_id')
    .select('agenda_item.meeting_id')
    .where('register_effect.id', '=', id)
    .executeTakeFirst();
  const records = row ? await effectsOfMeeting(trx, row.meeting_id) : [];
  const record = records.find((one) => one.row.id === id);
  if (record === undefined) throw new AppError('NOT_FOUND', { what: 'effect' });
  const { stage, isOpen, isExamined, events } = record;
  if (!effectCommands(stage, isOpen, isExamined, events.length > 0).includes(command))
    throw new AppError('EFFECT_NOT_NOW', { stage, command });
  return record;
}

/** Removes an effect of which nothing has come. @throws AppError NOT_FOUND, EFFECT_NOT_NOW */
export async function removeEffect(trx: Kysely<Database>, id: string): Promise<{ meetingId: string }> {
  const { meeting } = await effectRecord(trx, id, 'remove');
  await trx.deleteFrom('register_effect').where('id', '=', id).execute();
  return { meetingId: meeting.id };
}

/** The secretary confirms that the decision, which differs from the proposal, has this effect. */
export async function confirmEffect(trx: Kysely<Database>, id: string): Promise<{ meetingId: string }> {
  const { row, meeting } = await effectRecord(trx, id, 'confirm');
  await trx
    .updateTable('register_effect')
    .set({ confirmed: 1, version: row.version + 1 })
    .where('id', '=', id)
    .execute();
  return { meetingId: meeting.id };
}

async function noteEvent(
  trx: Kysely<Database>,
  record: EffectRecord,
  event: {
    action: EffectAction;
    on: string;
    reason?: string;
    problem?: EffectProblem;
    details?: object;
    changes?: readonly RowChange[];
  },
): Promise<void> {
  await trx
    .insertInto('register_effect_event')
    .values({
      id: newId(),
      effect_id: record.row.id,
      number: (record.events.at(-1)?.number ?? 0) + 1,
      action: event.action,
      done_on: event.on,
      reason: event.reason ?? '',
      problem: event.problem?.code ?? null,
      details: JSON.stringify(event.details ?? event.problem?.details ?? {}),
      changes: JSON.stringify(event.changes ?? []),
    })
    .execute();
}

/** Applies one effect, or notes why it cannot be. */
async function applyRecord(trx: Kysely<Database>, record: EffectRecord, on: string): Promise<boolean> {
  const { effect, meeting } = record;
  const register = await loadRegister(trx, meeting.board_id);
  const { changes, problem } = planEffect(effect, register, meeting.held_on, newId, sourceOf(record));
  if (problem !== null) {
    await noteEvent(trx, record, { action: 'unresolved', on, problem });
    return false;
  }
  await writeChanges(trx, changes);
  let details = {};
  if (effect.kind === 'deputy_rises' && effect.askOrganisationId !== null) {
    const seat = register.seats.find(({ id }) => id === effect.seatId)?.number ?? 0;
    const task = await createTask(
      trx,
      meeting.board_id,
      {
        title: askForDeputy(meeting.language, seat),
        responsiblePersonId: null,
        responsibleOrganisationId: effect.askOrganisationId,
        dueOn: null,
        state: 'open',
        result: '',
        decidedItemId: record.item.id,
      },
      meeting.held_on,
    );
    details = { taskId: task.id };
  }
  await noteEvent(trx, record, { action: 'applied', on, details, changes });
  return true;
}

/** What the examination did: effects applied, and those that wait for the secretary. */
export interface AppliedEffects {
  applied: number;
  unresolved: number;
}

/**
 * What the examination of a meeting's minutes, or of one of its sections, does to the register.
 * @param itemId only the effects of this item; null: of all
 * @param on ISO date of the examination
 */
export async function applyExaminedEffects(
  trx: Kysely<Database>,
  meetingId: string,
  itemId: string | null,
  on: string,
): Promise<AppliedEffects> {
  const done: AppliedEffects = { applied: 0, unresolved: 0 };
  for (const record of await effectsOfMeeting(trx, meetingId)) {
    if (itemId !== null && record.item.id !== itemId) continue;
    const course = atExamination(record.stage);
    if (course === 'nothing') continue;
    if (course === 'unresolved')
      await noteEvent(trx, record, {
        action: 'unresolved',
        on,
        problem: { code: record.stage === 'planned' ? 'not_decided' : 'unconfirmed', details: {} },
      });
    const isApplied = course === 'apply' && (await applyRecord(trx, record, on));
    done[isApplied ? 'applied' : 'unresolved'] += 1;
  }
  return done;
}

/**
 * Applies an effect that waited, or was taken back.
 * @throws AppError NOT_FOUND, EFFECT_NOT_NOW; what hinders it is noted and told by the view
 */
export async function applyEffect(
  trx: Kysely<Database>,
  id: string,
  on: string,
): Promise<{ meetingId: string; isApplied: boolean }> {
  const record = await effectRecord(trx, id, 'apply');
  return { meetingId: record.meeting.id, isApplied: await applyRecord(trx, record, on) };
}

/** Leaves an effect undone for good, with the reason. @throws AppError NOT_FOUND, EFFECT_NOT_NOW */
export async function dismissEffect(
  trx: Kysely<Database>,
  input: { id: string; reason: string; on: string },
): Promise<{ meetingId: string }> {
  const record = await effectRecord(trx, input.id, 'dismiss');
  await noteEvent(trx, record, { action: 'dismissed', on: input.on, reason: input.reason });
  return { meetingId: record.meeting.id };
}

/**
 * Takes an applied effect back (peruminen), with the reason: the rows are again what they were.
 * @throws AppError NOT_FOUND, EFFECT_NOT_NOW, EFFECT_CHANGED_SINCE, EFFECT_DOES_NOT_FIT, EFFECT_MEETING_HELD
 */
export async function reverseEffect(
  trx: Kysely<Database>,
  input: { id: string; reason: string; on: string },
): Promise<{ meetingId: string }> {
  const record = await effectRecord(trx, input.id, 'reverse');
  await takeBack(trx, record, 'reversed', input.on, input.reason);
  return { meetingId: record.meeting.id };
}

/** The examination of a § is taken back, and with it what its effects did. */
export async function withdrawItemEffects(
  trx: Kysely<Database>,
  meetingId: string,
  itemId: string,
  on: string,
): Promise<void> {
  const records = (await effectsOfMeeting(trx, meetingId)).filter((record) => record.item.id === itemId);
  for (const record of records.toReversed())
    if (record.stage === 'applied') await takeBack(trx, record, 'withdrawn', on, '');
    else if (record.stage === 'unresolved') await noteEvent(trx, record, { action: 'withdrawn', on });
}

async function takeBack(
  trx: Kysely<Database>,
  record: EffectRecord,
  action: 'reversed' | 'withdrawn',
  on: string,
  reason: string,
): Promise<void> {
  const changes = appliedChanges(record.events);
  const problem = reversalProblem(await loadRegister(trx, record.meeting.board_id), changes);
  if (problem !== null) {
    const codes = {
      changed_since: 'EFFECT_CHANGED_SINCE',
      meeting_held: 'EFFECT_MEETING_HELD',
      does_not_fit: 'EFFECT_DOES_NOT_FIT',
    } as const;
    const code =
      problem.code === 'changed_since' || problem.code === 'meeting_held' ? problem.code : 'does_not_fit';
    throw new AppError(codes[code], { seat: null, meeting: null, ...problem.details });
  }
  const restored = inverse(changes);
  await writeChanges(trx, restored);
  const applied = record.events.findLast((event) => event.action === 'applied');
  const { taskId } = JSON.parse(applied?.details ?? '{}') as { taskId?: string };
  const taskRemoved = taskId !== undefined && (await removeUntouchedTask(trx, taskId));
  await noteEvent(trx, record, { action, on, reason, details: { taskRemoved }, changes: restored });
}
