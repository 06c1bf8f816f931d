/**
 * What an effect (register-effect.ts) does to the rows of the register: planned, tried and taken back without
 * touching the database. A change is a row before and after, so that taking it back restores what was there exactly.
 */
import { addDays } from './dates.ts';
import type { ErrorDetails } from './errors.ts';
import { earliestEffect, effectiveOn, type RegisterEffect } from './register-effect.ts';
import type { RuleProfile } from './rules.ts';

export interface SeatHolderRow {
  id: string;
  seat_id: string;
  person_id: string;
  organisation_id: string | null;
  role: 'member' | 'deputy';
  starts_on: string;
  ends_on: string | null;
}
export interface OfficeRow {
  id: string;
  board_id: string;
  person_id: string;
  office: string;
  title: string;
  starts_on: string;
  ends_on: string | null;
}
/** Membership in the board's network of organisations (järjestöverkosto). */
export interface NetworkRow {
  id: string;
  board_id: string;
  organisation_id: string;
  starts_on: string;
  ends_on: string | null;
}
export interface RuleRow {
  id: string;
  board_id: string;
  valid_from: string;
  /** JSON */
  rules: string;
}

export interface RegisterRows {
  seat_holder: SeatHolderRow;
  office: OfficeRow;
  board_organisation: NetworkRow;
  rule_profile: RuleRow;
}
export type RegisterTable = keyof RegisterRows;
export const REGISTER_TABLES = [
  'seat_holder',
  'office',
  'board_organisation',
  'rule_profile',
] as const satisfies readonly RegisterTable[];

/** One row before and after; null: it is not there. */
export type RowChange = {
  [Table in RegisterTable]: {
    table: Table;
    id: string;
    before: RegisterRows[Table] | null;
    after: RegisterRows[Table] | null;
  };
}[RegisterTable];

export interface RegisterSeat {
  id: string;
  number: number;
  termId: string;
  termStartsOn: string;
  termEndsOn: string;
}

/** A board's part of the register, and the meetings that rest on it. */
export interface Register {
  boardId: string;
  seats: readonly RegisterSeat[];
  rows: { readonly [Table in RegisterTable]: readonly RegisterRows[Table][] };
  /** Meetings that have been held, or begun. */
  held: readonly HeldMeeting[];
}
export interface HeldMeeting {
  /** "4/2026" */
  label: string;
  heldOn: string;
  /** What examiners read or have examined. */
  isLocked: boolean;
  /** Who sat there as a member or a deputy. */
  satIds: readonly string[];
}

/** Why an effect cannot be applied or taken back; the details name the seat, the person or the meeting. */
export interface EffectProblem {
  code:
    | 'unconfirmed'
    | 'not_decided'
    | 'seat_unknown'
    | 'before_meeting'
    | 'outside_term'
    | 'deputies_not_used'
    | 'seat_taken'
    | 'other_holder'
    | 'not_holding'
    | 'no_deputy'
    | 'holds_other_seat'
    | 'has_office'
    | 'already_admitted'
    | 'not_admitted'
    | 'meeting_held'
    | 'changed_since'
    | 'does_not_fit';
  details: ErrorDetails;
}

export interface EffectPlan {
  changes: RowChange[];
  problem: EffectProblem | null;
}

const covers = (row: { starts_on: string; ends_on: string | null }, day: string): boolean =>
  row.starts_on <= day && (row.ends_on === null || row.ends_on >= day);
const overlaps = (
  one: { starts_on: string; ends_on: string | null },
  other: { starts_on: string; ends_on: string | null },
): boolean => one.starts_on <= (other.ends_on ?? '9999') && other.starts_on <= (one.ends_on ?? '9999');

/**
 * The rows that an effect changes in the register as it is.
 * @param decidedOn ISO date of the meeting
 * @param newId of the row that an effect adds
 */
export function planEffect(
  effect: RegisterEffect,
  register: Register,
  decidedOn: string,
  newId: () => string,
): EffectPlan {
  const problem = (code: EffectProblem['code'], details: ErrorDetails = {}): EffectPlan => ({
    changes: [],
    problem: { code, details },
  });
  const earliest = earliestEffect(effect.kind, decidedOn);
  if (effectiveOn(effect) < earliest) return problem('before_meeting', { earliest });
  const planned = planRows(effect, register, newId, problem);
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

function rulesOn(register: Register, day: string): RuleProfile | null {
  const profiles = register.rows.rule_profile.toSorted((a, b) => a.valid_from.localeCompare(b.valid_from));
  const found = profiles.findLast((row) => row.valid_from <= day) ?? profiles[0];
  return found === undefined ? null : (JSON.parse(found.rules) as RuleProfile);
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

// ------------------------------------------------------------------ applying and taking back

/** The register with the rows changed. */
export function applyChanges(register: Register, changes: readonly RowChange[]): Register {
  const rows: { [Table in RegisterTable]: RegisterRows[Table][] } = {
    seat_holder: [...register.rows.seat_holder],
    office: [...register.rows.office],
    board_organisation: [...register.rows.board_organisation],
    rule_profile: [...register.rows.rule_profile],
  };
  for (const { table, id, after } of changes) {
    const list: { id: string }[] = rows[table];
    const at = list.findIndex((row) => row.id === id);
    if (after === null) {
      if (at !== -1) list.splice(at, 1);
    } else if (at === -1) list.push(after);
    else list[at] = after;
  }
  return { ...register, rows };
}

/** The changes that take others back, in the opposite order. */
export function inverse(changes: readonly RowChange[]): RowChange[] {
  return changes
    .toReversed()
    .map((change) => ({ ...change, before: change.after, after: change.before }) as RowChange);
}

/**
 * Why changes cannot be taken back: something they made has been changed since, what was there before does not fit
 * beside what has come, or a meeting has been held by them.
 */
export function reversalProblem(register: Register, changes: readonly RowChange[]): EffectProblem | null {
  for (const { table, id, after } of changes) {
    const rows: readonly { id: string }[] = register.rows[table];
    const now = rows.find((row) => row.id === id) ?? null;
    if (!sameRow(now, after))
      return { code: 'changed_since', details: { table, ...placeOf(register, after) } };
  }
  const restored = applyChanges(register, inverse(changes));
  const known = new Set(breaches(register));
  if (breaches(restored).some((breach) => !known.has(breach)))
    return {
      code: 'does_not_fit',
      details: placeOf(register, changes[0]?.before ?? changes[0]?.after ?? null),
    };
  const touched = touchedMeeting(register, restored, () => true);
  return touched === null ? null : { code: 'meeting_held', details: { meeting: touched.label } };
}

function placeOf(register: Register, row: RowChange['after']): ErrorDetails {
  if (row === null || !('seat_id' in row)) return {};
  const number = register.seats.find(({ id }) => id === row.seat_id)?.number ?? null;
  return number === null ? {} : { seat: number };
}

/** Whether two rows hold the same in every column. */
export function sameRow(one: object | null, other: object | null): boolean {
  if (one === null || other === null) return one === other;
  const [a, b] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  return a.size === b.size && [...a].every(([name, value]) => b.get(name) === value);
}

/** Rows that cannot stand beside each other; each breach as one text. */
function breaches(register: Register): string[] {
  const { seat_holder, office, board_organisation, rule_profile } = register.rows;
  const pairs = <Row extends { id: string; starts_on: string; ends_on: string | null }>(
    rows: readonly Row[],
    same: (one: Row, other: Row) => boolean,
  ): string[] =>
    rows.flatMap((one, index) =>
      rows
        .slice(index + 1)
        .flatMap((other) =>
          overlaps(one, other) && same(one, other) ? [[one.id, other.id].toSorted().join(' ')] : [],
        ),
    );
  const termOf = (seatId: string): string | undefined =>
    register.seats.find(({ id }) => id === seatId)?.termId;
  const days = rule_profile.map((row) => row.valid_from);
  return [
    ...pairs(
      seat_holder,
      (one, other) =>
        (one.seat_id === other.seat_id && (one.role === other.role || one.person_id === other.person_id)) ||
        (one.person_id === other.person_id &&
          one.role === 'member' &&
          other.role === 'member' &&
          termOf(one.seat_id) === termOf(other.seat_id)),
    ),
    ...pairs(
      office.filter((row) => ['chair', 'vice_chair', 'secretary'].includes(row.office)),
      (one, other) => one.office === other.office,
    ),
    ...pairs(board_organisation, (one, other) => one.organisation_id === other.organisation_id),
    ...days.filter((day, index) => days.indexOf(day) !== index),
  ];
}

/**
 * The first meeting whose composition, chair or rules would become others than those under which somebody sat in it.
 */
function touchedMeeting(
  before: Register,
  after: Register,
  concerns: (meeting: HeldMeeting) => boolean,
): HeldMeeting | null {
  return (
    before.held
      .filter(concerns)
      .toSorted((a, b) => a.heldOn.localeCompare(b.heldOn))
      .find((meeting) => {
        if (rulesText(before, meeting.heldOn) !== rulesText(after, meeting.heldOn)) return true;
        const was = standing(before, meeting.heldOn);
        const is = standing(after, meeting.heldOn);
        const moved = [...was, ...is].filter((one) => was.has(one) !== is.has(one));
        return moved.some((one) => meeting.satIds.includes(one.split(' ').at(-1) ?? ''));
      }) ?? null
  );
}

const rulesText = (register: Register, day: string): string => JSON.stringify(rulesOn(register, day));

/** Who sits and presides on a day, each as one text that ends with the person. */
function standing(register: Register, day: string): Set<string> {
  return new Set([
    ...register.rows.seat_holder
      .filter((row) => covers(row, day))
      .map((row) => `${row.role} ${row.seat_id} ${row.person_id}`),
    ...register.rows.office
      .filter((row) => covers(row, day) && ['chair', 'vice_chair'].includes(row.office))
      .map((row) => `${row.office} ${row.person_id}`),
  ]);
}

// ------------------------------------------------------------------ for the eye

/** What changes hands on the first day of an effect: ids of persons, for rules the changed settings. */
export interface ShownChange {
  subject: 'member' | 'deputy' | 'chair' | 'vice_chair' | 'network' | 'rules';
  seat: number | null;
  organisationId: string | null;
  before: string | null;
  after: string | null;
  /** Of `rules`: the settings that differ. */
  settings: string[];
}

/**
 * The rows of an effect as before → after on its first day.
 * @param register before the changes
 */
export function shownChanges(register: Register, changes: readonly RowChange[], day: string): ShownChange[] {
  const after = applyChanges(register, changes);
  const shown = new Map<string, ShownChange>();
  for (const change of changes) {
    const row = change.after ?? change.before;
    if (row === null) continue;
    const base = { seat: null, organisationId: null, settings: [] };
    if ('seat_id' in row) {
      const holder = (of: Register): string | null =>
        of.rows.seat_holder.find(
          (one) => one.seat_id === row.seat_id && one.role === row.role && covers(one, day),
        )?.person_id ?? null;
      shown.set(`${row.role} ${row.seat_id}`, {
        ...base,
        subject: row.role,
        seat: register.seats.find(({ id }) => id === row.seat_id)?.number ?? null,
        before: holder(register),
        after: holder(after),
      });
    } else if ('office' in row) {
      if (row.office !== 'chair' && row.office !== 'vice_chair') continue;
      const holder = (of: Register): string | null =>
        of.rows.office.find((one) => one.office === row.office && covers(one, day))?.person_id ?? null;
      shown.set(row.office, { ...base, subject: row.office, before: holder(register), after: holder(after) });
    } else if ('organisation_id' in row) {
      const isIn = (of: Register): string | null =>
        of.rows.board_organisation.some(
          (one) => one.organisation_id === row.organisation_id && covers(one, day),
        )
          ? row.organisation_id
          : null;
      shown.set(row.organisation_id, {
        ...base,
        subject: 'network',
        organisationId: row.organisation_id,
        before: isIn(register),
        after: isIn(after),
      });
    } else {
      const [was, is] = [rulesOn(register, day), rulesOn(after, day)];
      const names = Object.keys({ ...was, ...is }) as (keyof RuleProfile)[];
      shown.set('rules', {
        ...base,
        subject: 'rules',
        before: null,
        after: null,
        settings: names.filter((name) => JSON.stringify(was?.[name]) !== JSON.stringify(is?.[name])),
      });
    }
  }
  return [...shown.values()];
}
