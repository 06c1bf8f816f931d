/** What an effect (register-effect.ts) would change in the register as it is, or why it cannot be applied. */
import { addDays } from './dates.ts';
import type { ErrorDetails } from './errors.ts';
import { planPracticeStage, type DecisionSource } from './practice-effect.ts';
import {
  type EffectProblem,
  type NetworkRow,
  type OfficeRow,
  type Register,
  type RegisterRows,
  type RegisterSeat,
  type RegisterTable,
  type RowChange,
  type RuleRow,
  type SeatHolderRow,
  applyChanges,
  covers,
  overlaps,
  rulesOn,
  touchedMeeting,
} from './register-change.ts';
import { earliestEffect, effectiveOn, type RegisterEffect } from './register-effect.ts';

export interface EffectPlan {
  changes: RowChange[];
  problem: EffectProblem | null;
}

/**
 * The rows that an effect changes in the register as it is.
 * @param decidedOn ISO date of the meeting
 * @param newId of the row that an effect adds
 * @param source the § that decides it
 */
export function planEffect(
  effect: RegisterEffect,
  register: Register,
  decidedOn: string,
  newId: () => string,
  source: DecisionSource,
): EffectPlan {
  const problem = (code: EffectProblem['code'], details: ErrorDetails = {}): EffectPlan => ({
    changes: [],
    problem: { code, details },
  });
  const earliest = earliestEffect(effect.kind, decidedOn);
  if (effectiveOn(effect) < earliest) return problem('before_meeting', { earliest });
  const planned = planRows(effect, register, newId, problem, source);
  if (planned.problem !== null) return planned;
  const touched = touchedMeeting(register, applyChanges(register, planned.changes), (m) => m.isLocked);
  return touched === null ? planned : problem('meeting_held', { meeting: touched.label });
}

type Problem = (code: EffectProblem['code'], details?: ErrorDetails) => EffectPlan;

function planRows(
  effect: RegisterEffect,
  register: Register,
  newId: () => string,
  problem: Problem,
  source: DecisionSource,
): EffectPlan {
  const { boardId, rows } = register;
  const done = (changes: RowChange[]): EffectPlan => ({ changes, problem: null });
  switch (effect.kind) {
    case 'seat_filled':
    case 'deputy_rises':
    case 'seat_vacated': {
      const seat = register.seats.find(({ id }) => id === effect.seatId);
      if (seat === undefined) return problem('seat_unknown');
      const day = effectiveOn(effect);
      const lastDay = addDays(day, -1);
      if (
        effect.kind === 'seat_vacated'
          ? lastDay < seat.termStartsOn || lastDay > seat.termEndsOn
          : day < seat.termStartsOn || day > seat.termEndsOn
      )
        return problem('outside_term', { seat: seat.number });
      return planSeat(effect, register, seat, newId, problem);
    }
    case 'office_elected': {
      const own = rows.office.filter((row) => row.office === effect.office);
      if (own.some((row) => row.person_id === effect.personId && covers(row, effect.from)))
        return problem('has_office', { personId: effect.personId });
      const changes = own.flatMap((row) =>
        covers(row, effect.from) ? [ended('office', row, effect.from)] : [],
      );
      const next = own
        .filter((row) => row.starts_on > effect.from)
        .map((row) => row.starts_on)
        .toSorted()[0];
      return done([
        ...changes,
        added('office', {
          id: newId(),
          board_id: boardId,
          person_id: effect.personId,
          office: effect.office,
          title: '',
          starts_on: effect.from,
          ends_on: next === undefined ? null : addDays(next, -1),
        }),
      ]);
    }
    case 'organisation_admitted': {
      const row: NetworkRow = {
        id: newId(),
        board_id: boardId,
        organisation_id: effect.organisationId,
        starts_on: effect.from,
        ends_on: null,
      };
      const own = rows.board_organisation.filter((one) => one.organisation_id === effect.organisationId);
      if (own.some((one) => overlaps(one, row))) return problem('already_admitted');
      return done([added('board_organisation', row)]);
    }
    case 'organisation_resigned': {
      const row = rows.board_organisation.find(
        (one) => one.organisation_id === effect.organisationId && covers(one, effect.lastDay),
      );
      if (row === undefined || row.ends_on !== null) return problem('not_admitted');
      return done([
        { table: 'board_organisation', id: row.id, before: row, after: { ...row, ends_on: effect.lastDay } },
      ]);
    }
    case 'rules_changed': {
      const before = rows.rule_profile.find((row) => row.valid_from === effect.from) ?? null;
      const rules = JSON.stringify(effect.rules);
      const after: RuleRow =
        before === null
          ? { id: newId(), board_id: boardId, valid_from: effect.from, rules }
          : { ...before, rules };
      return done([{ table: 'rule_profile', id: after.id, before, after }]);
    }
    case 'practice_stage_changed':
      return planPracticeStage(effect, register, newId, source);
  }
}

type SeatEffect = Extract<RegisterEffect, { seatId: string }>;

function planSeat(
  effect: SeatEffect,
  register: Register,
  seat: RegisterSeat,
  newId: () => string,
  problem: Problem,
): EffectPlan {
  const holders = register.rows.seat_holder.filter((row) => row.seat_id === seat.id);
  const holderOn = (role: 'member' | 'deputy', day: string): SeatHolderRow | undefined =>
    holders.find((row) => row.role === role && covers(row, day));
  const place = { seat: seat.number };
  if (effect.kind === 'seat_vacated') {
    const row = holderOn(effect.role, effect.lastDay);
    if (row === undefined || row.person_id !== effect.personId || row.ends_on === effect.lastDay)
      return problem('not_holding', { ...place, personId: effect.personId });
    return {
      changes: [
        { table: 'seat_holder', id: row.id, before: row, after: { ...row, ends_on: effect.lastDay } },
      ],
      problem: null,
    };
  }
  const { from, personId } = effect;
  const role = effect.kind === 'deputy_rises' ? 'member' : effect.role;
  if (role === 'deputy' && rulesOn(register, from)?.deputies === 'none') return problem('deputies_not_used');
  const deputy = holderOn('deputy', from);
  if (effect.kind === 'deputy_rises' && deputy?.person_id !== personId)
    return problem('no_deputy', { ...place, personId });
  const changes: RowChange[] = [];
  const incumbent = holderOn(role, from);
  const replaced = effect.kind === 'seat_filled' ? effect.replacesPersonId : null;
  if (incumbent !== undefined && incumbent.person_id !== replaced)
    return problem('seat_taken', { ...place, personId: incumbent.person_id });
  if (incumbent === undefined && replaced !== null)
    return problem('other_holder', { ...place, personId: replaced });
  if (incumbent !== undefined) changes.push(ended('seat_holder', incumbent, from));
  // A deputy who becomes the member of his own seat leaves the deputy's place.
  if (role === 'member' && deputy?.person_id === personId) changes.push(ended('seat_holder', deputy, from));
  const next = holders
    .filter((row) => row.role === role && row.starts_on > from)
    .map((row) => row.starts_on)
    .toSorted()[0];
  const row: SeatHolderRow = {
    id: newId(),
    seat_id: seat.id,
    person_id: personId,
    organisation_id:
      effect.kind === 'seat_filled' ? effect.organisationId : (deputy?.organisation_id ?? null),
    role,
    starts_on: from,
    ends_on: next === undefined ? null : addDays(next, -1),
  };
  changes.push(added('seat_holder', row));
  const other = secondVote(applyChanges(register, changes), row, seat);
  return other === null ? { changes, problem: null } : problem('holds_other_seat', { seat: other, personId });
}

/** The number of another seat on which the person would have a vote while the row lasts, or null. */
function secondVote(register: Register, row: SeatHolderRow, seat: RegisterSeat): number | null {
  for (const other of register.rows.seat_holder) {
    if (other.id === row.id || other.person_id !== row.person_id || !overlaps(other, row)) continue;
    const at = register.seats.find(({ id }) => id === other.seat_id);
    if (at === undefined || at.termId !== seat.termId) continue;
    if ((row.role === 'member' && other.role === 'member') || at.id === seat.id) return at.number;
  }
  return null;
}

const added = <Table extends RegisterTable>(table: Table, row: RegisterRows[Table]): RowChange =>
  ({ table, id: row.id, before: null, after: row }) as RowChange;

/** Ends a row the day before another begins; one that would end before it began goes. */
function ended(
  table: 'seat_holder' | 'office',
  row: SeatHolderRow | OfficeRow,
  nextStartsOn: string,
): RowChange {
  const after = row.starts_on >= nextStartsOn ? null : { ...row, ends_on: addDays(nextStartsOn, -1) };
  return { table, id: row.id, before: row, after } as RowChange;
}
