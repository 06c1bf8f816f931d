/**
 * What an effect (register-effect.ts) does to the rows of the register: planned (effect-plan.ts), tried and taken back
 * without touching the database. A change is a row before and after, so that taking it back restores what was there exactly.
 */
import type { ErrorDetails } from './errors.ts';
import type { LocalisedText } from './language.ts';
import { stagesInOrder, type PracticeStage } from './practice.ts';
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

/** A stage of a good practice (hyvä käytäntö), in a municipality or, without one, of the practice itself. */
export interface StageRow {
  id: string;
  practice_id: string;
  municipality_year: number | null;
  municipality_code: string | null;
  stage: PracticeStage;
  changed_on: string;
  ground: string;
  decided_by: string;
  reason: string;
  item_id: string | null;
}

export interface RegisterRows {
  seat_holder: SeatHolderRow;
  office: OfficeRow;
  board_organisation: NetworkRow;
  rule_profile: RuleRow;
  practice_stage: StageRow;
}
export type RegisterTable = keyof RegisterRows;

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

export interface RegisterPractice {
  id: string;
  name: string;
}
export interface RegisterMunicipality {
  /** Of its classification. */
  year: number;
  code: string;
  name: LocalisedText;
}

/** A board's part of the register, and the meetings that rest on it. */
export interface Register {
  boardId: string;
  seats: readonly RegisterSeat[];
  practices: readonly RegisterPractice[];
  /** Of the latest classification; none when the board has no practice. */
  municipalities: readonly RegisterMunicipality[];
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
    | 'practice_unknown'
    | 'municipality_unknown'
    | 'practice_stage_same'
    | 'practice_before_latest'
    | 'practice_goes_back'
    | 'practice_not_offered'
    | 'practice_not_decided'
    | 'meeting_held'
    | 'changed_since'
    | 'does_not_fit';
  details: ErrorDetails;
}

/** Whether a row is in force on a day. */
export const covers = (row: { starts_on: string; ends_on: string | null }, day: string): boolean =>
  row.starts_on <= day && (row.ends_on === null || row.ends_on >= day);
/** Whether two rows are in force on a common day. */
export const overlaps = (
  one: { starts_on: string; ends_on: string | null },
  other: { starts_on: string; ends_on: string | null },
): boolean => one.starts_on <= (other.ends_on ?? '9999') && other.starts_on <= (one.ends_on ?? '9999');

/** The rules that are in force on a day; before the first, the first. */
export function rulesOn(register: Register, day: string): RuleProfile | null {
  const profiles = register.rows.rule_profile.toSorted((a, b) => a.valid_from.localeCompare(b.valid_from));
  const found = profiles.findLast((row) => row.valid_from <= day) ?? profiles[0];
  return found === undefined ? null : (JSON.parse(found.rules) as RuleProfile);
}

/** The register with the rows changed. */
export function applyChanges(register: Register, changes: readonly RowChange[]): Register {
  const rows: { [Table in RegisterTable]: RegisterRows[Table][] } = {
    seat_holder: [...register.rows.seat_holder],
    office: [...register.rows.office],
    board_organisation: [...register.rows.board_organisation],
    rule_profile: [...register.rows.rule_profile],
    practice_stage: [...register.rows.practice_stage],
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
  if (changes.some(({ before, after }) => before === null && isFollowed(register, after)))
    return { code: 'does_not_fit', details: {} };
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

/** Whether a stage of a practice has another after it: only the latest is taken back. */
function isFollowed(register: Register, row: RowChange['after']): boolean {
  if (row === null || !('practice_id' in row)) return false;
  const own = register.rows.practice_stage
    .filter((one) => one.practice_id === row.practice_id && one.municipality_code === row.municipality_code)
    .map(({ id, changed_on }) => ({ id, changedOn: changed_on }));
  return stagesInOrder(own).at(-1)?.id !== row.id;
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
export function touchedMeeting(
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
