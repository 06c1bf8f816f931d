/** Effects with their events and the stage that follows from them; and as the window shows them. */
import type { Kysely, Selectable } from 'kysely';
import * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import { addDays } from '../model/dates.ts';
import type { EffectChangeView, EffectView } from '../model/effect-view.ts';
import type { ErrorDetails } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import type { DecisionSource } from '../model/practice-effect.ts';
import { isExamined, isLocked } from '../model/meeting-state.ts';
import { meetingNumberText } from '../model/numbering.ts';
import { planEffect } from '../model/effect-plan.ts';
import {
  applyChanges,
  inverse,
  type EffectProblem,
  type Register,
  type RowChange,
} from '../model/register-change.ts';
import { shownChanges } from '../model/shown-change.ts';
import {
  decisionGround,
  effectCommands,
  effectStage,
  effectiveOn,
  registerEffectSchema,
  type EffectStage,
  type RegisterEffect,
} from '../model/register-effect.ts';
import { decisionFacts, loadMeeting, meetingFacts, personLabels, type MeetingRows } from './meeting-rows.ts';
import { sectionsOf } from './meeting-view.ts';
import { loadRegister } from './register-rows.ts';

type EffectRow = Selectable<Database['register_effect']>;
export type EffectEvent = Selectable<Database['register_effect_event']>;

/** An effect with all that follows from its item and its events. */
export interface EffectRecord {
  row: EffectRow;
  effect: RegisterEffect;
  /** In the order of time. */
  events: EffectEvent[];
  meeting: MeetingRows['meeting'];
  item: MeetingRows['items'][number];
  section: number;
  stage: EffectStage;
  /** The decision carries it, whatever has been done with it since: the minutes tell it. */
  isDecided: boolean;
  /** The words of the item may still change. */
  isOpen: boolean;
  isExamined: boolean;
}

/** The columns of an effect; the first day in force stands for `from` and `lastDay`. */
export function effectColumns(effect: RegisterEffect) {
  const { kind, ...all } = effect;
  const values: Record<string, unknown> = all;
  const {
    seatId,
    personId,
    organisationId,
    askOrganisationId,
    from: _from,
    lastDay: _lastDay,
    ...rest
  } = values;
  const id = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return {
    kind,
    seat_id: id(seatId),
    person_id: id(personId),
    organisation_id: id(organisationId ?? askOrganisationId),
    effective_on: effectiveOn(effect),
    details: JSON.stringify(rest),
  };
}

function effectOf(row: EffectRow): RegisterEffect {
  return v.parse(registerEffectSchema, {
    ...(JSON.parse(row.details) as object),
    kind: row.kind,
    seatId: row.seat_id,
    personId: row.person_id,
    organisationId: row.organisation_id,
    askOrganisationId: row.organisation_id,
    from: row.effective_on,
    lastDay: addDays(row.effective_on, -1),
  });
}

/** The effects of one meeting in the order of its agenda. */
export async function effectsOfMeeting(db: Kysely<Database>, meetingId: string): Promise<EffectRecord[]> {
  const found = await db
    .selectFrom('register_effect')
    .innerJoin('agenda_item', 'agenda_item.id', 'register_effect.item_id')
    .selectAll('register_effect')
    .where('agenda_item.meeting_id', '=', meetingId)
    .orderBy('agenda_item.position')
    .orderBy('register_effect.position')
    .orderBy('register_effect.id')
    .execute();
  if (found.length === 0) return [];
  const events = await db
    .selectFrom('register_effect_event')
    .selectAll()
    .where(
      'effect_id',
      'in',
      found.map((row) => row.id),
    )
    .orderBy('number')
    .execute();
  const continued = await db
    .selectFrom('item_origin')
    .select('previous_item_id')
    .where('previous_item_id', 'in', [...new Set(found.map((row) => row.item_id))])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('register_effect as later')
          .select('later.id')
          .whereRef('later.item_id', '=', 'item_origin.item_id'),
      ),
    )
    .execute();
  const continuedIds = new Set(continued.map((row) => row.previous_item_id));
  const rows = await loadMeeting(db, meetingId);
  const facts = meetingFacts(rows);
  const sections = await sectionsOf(db, rows);
  return found.map((row) => {
    const index = rows.items.findIndex((item) => item.id === row.item_id);
    const decision = decisionFacts(rows, facts, index);
    const own = events.filter((event) => event.effect_id === row.id);
    const decided = {
      decision: decision && { type: decision.type, asProposed: decision.proposalId === null },
      confirmed: row.confirmed === 1,
      isContinued: continuedIds.has(row.item_id),
    };
    const atOnce = rows.itemExaminations.some((one) => one.item_id === row.item_id);
    return {
      row,
      effect: effectOf(row),
      events: own,
      meeting: rows.meeting,
      item: rows.items[index]!,
      section: sections[index] ?? index + 1,
      stage: effectStage({ ...decided, lastAction: own.at(-1)?.action ?? null }),
      isDecided: effectStage({ ...decided, lastAction: null }) === 'decided',
      isOpen: !isLocked(rows.meeting.state) && !atOnce,
      isExamined: isExamined(rows.meeting.state) || atOnce,
    };
  });
}

/** The rows that the newest application changed; none when there was none. */
export function appliedChanges(events: readonly EffectEvent[]): RowChange[] {
  const event = events.findLast(({ action }) => action === 'applied');
  return event === undefined ? [] : (JSON.parse(event.changes) as RowChange[]);
}

/** The effects of a meeting as the window shows them. */
export async function effectViews(
  db: Kysely<Database>,
  meetingId: string,
  today: string,
): Promise<EffectView[]> {
  const records = await effectsOfMeeting(db, meetingId);
  const first = records[0];
  if (first === undefined) return [];
  let register = await loadRegister(db, first.meeting.board_id);
  const names = await namesOf(db);
  return records.map((record) => {
    const { row, effect, events, meeting, item, stage } = record;
    const shown = whatChanges(record, register);
    // What comes later in the same meeting is seen as it will be then.
    if (shown.isAhead) register = applyChanges(register, shown.changes);
    const organisationId =
      'organisationId' in effect
        ? effect.organisationId
        : 'askOrganisationId' in effect
          ? effect.askOrganisationId
          : null;
    const named = (id: string | null | undefined): string | null => (id ? (names.get(id) ?? null) : null);
    return {
      id: row.id,
      itemId: row.item_id,
      meetingId: meeting.id,
      reference: `${meetingNumberText(meeting)} § ${record.section}`,
      title: item.title,
      effect,
      names: {
        seat:
          'seatId' in effect ? (register.seats.find(({ id }) => id === effect.seatId)?.number ?? null) : null,
        person: named(row.person_id),
        organisation: named(organisationId),
        replaced: effect.kind === 'seat_filled' ? named(effect.replacesPersonId) : null,
        ...practiceNames(effect, register),
      },
      decidedOn: meeting.held_on,
      effectiveOn: row.effective_on,
      isUpcoming: stage === 'applied' && row.effective_on > today,
      stage,
      problem: shown.problem && problemView(shown.problem, names),
      changes: shown.lines.map((line): EffectChangeView => ({
        subject: line.subject,
        seat: line.seat,
        before: named(line.before),
        after: named(line.after),
        settings: line.settings,
        ...(line.practice && { practice: line.practice }),
      })),
      history: events.map(({ action, done_on, reason }) => ({ action, on: done_on, reason })),
      commands: effectCommands(stage, record.isOpen, record.isExamined, events.length > 0),
      version: row.version,
    };
  });
}

/** The § as the ground of what comes of it. */
export function sourceOf({ item, meeting, section }: EffectRecord): DecisionSource {
  const reference = `${meetingNumberText(meeting)} § ${section}`;
  return { itemId: item.id, ground: decisionGround(meeting.language, reference) };
}

/** The good practice of an effect and its municipality; null where the effect has none, or they are not there. */
export function practiceNames(
  effect: RegisterEffect,
  { practices, municipalities }: Pick<Register, 'practices' | 'municipalities'>,
): Pick<EffectView['names'], 'practice' | 'municipality'> {
  if (effect.kind !== 'practice_stage_changed') return { practice: null, municipality: null };
  return {
    practice: practices.find(({ id }) => id === effect.practiceId)?.name ?? null,
    municipality: municipalities.find(({ code }) => code === effect.municipality)?.name ?? null,
  };
}

function whatChanges(record: EffectRecord, register: Register) {
  const { effect, row, stage, events, meeting } = record;
  if (stage === 'applied' || stage === 'reversed') {
    const changes = appliedChanges(events);
    const before = stage === 'applied' ? applyChanges(register, inverse(changes)) : register;
    return { changes, problem: null, isAhead: false, lines: shownChanges(before, changes, row.effective_on) };
  }
  if (stage === 'dismissed') return { changes: [], problem: null, isAhead: false, lines: [] };
  const plan = planEffect(effect, register, meeting.held_on, newId, sourceOf(record));
  return {
    ...plan,
    isAhead: stage !== 'lapsed',
    lines: shownChanges(register, plan.changes, row.effective_on),
  };
}

async function namesOf(db: Kysely<Database>): Promise<Map<string, string>> {
  const names = new Map([...(await personLabels(db)).values()].map(({ id, name }) => [id, name]));
  const organisations = await db
    .selectFrom('organisation')
    .select(['id', 'name_fi'])
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom('register_effect')
            .select('register_effect.id')
            .whereRef('register_effect.organisation_id', '=', 'organisation.id'),
        ),
        exists(
          selectFrom('board_organisation')
            .select('board_organisation.id')
            .whereRef('board_organisation.organisation_id', '=', 'organisation.id'),
        ),
      ]),
    )
    .execute();
  for (const { id, name_fi } of organisations) names.set(id, name_fi);
  return names;
}

function problemView(
  { code, details }: EffectProblem,
  names: ReadonlyMap<string, string>,
): EffectView['problem'] {
  const text = (value: ErrorDetails[string] | undefined): string | null =>
    typeof value === 'string' ? value : null;
  return {
    code,
    seat: typeof details['seat'] === 'number' ? details['seat'] : null,
    person: names.get(text(details['personId']) ?? '') ?? '',
    meeting: text(details['meeting']) ?? '',
    date: text(details['earliest']),
  };
}
