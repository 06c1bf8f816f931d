/**
 * What becomes of the rows of a table: new, update, unchanged, perhaps the same as another (to be decided), refused.
 * Pure: rows and the register go in, judgements come out; nothing is written.
 */
import { sameReference, withAdded, type CardColumns, type OrganisationReference } from './card-columns.ts';
import { NameIndex } from './name-likeness.ts';
import {
  readField,
  type FieldLists,
  type OrganisationField,
  type RegisterValues,
  type RowValues,
  type ValueKey,
} from './organisation-fields.ts';
import { cellText, LONGEST_CELL, type TableRow } from './table.ts';
import type { TableMapping } from './table-mapping.ts';

export const ROW_OUTCOMES = ['new', 'update', 'unchanged', 'review', 'refused'] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** Why a cell was not taken. `code` has a sentence in message-texts.ts. */
export interface CellProblem {
  field: OrganisationField | null;
  code: string;
  /** The beginning of the cell. */
  value: string;
}

export interface RowReading {
  values: RowValues;
  problems: CellProblem[];
}

/** Without these a row cannot be trusted to be the organisation that it seems to be. */
const IDENTIFYING: readonly OrganisationField[] = ['nameFi', 'businessId', 'registerNumber', 'id'];

/** Reads the cells of a row by the mapping. Blank cells give nothing. */
export function readRow(row: TableRow, mapping: TableMapping, lists: FieldLists): RowReading {
  const values: RowValues = {};
  const problems: CellProblem[] = [];
  for (const [column, field] of mapping.entries()) {
    const raw = row[column];
    if (field === null || raw === undefined || raw === '') continue;
    const text = cellText(raw);
    if (text === '') continue;
    const reading =
      text.length > LONGEST_CELL ? ({ ok: false, code: 'too_long' } as const) : readField(field, text, lists);
    if (reading.ok) Object.assign(values, reading.values);
    else problems.push({ field, code: reading.code, value: text.slice(0, 80) });
  }
  return { values, problems };
}

/** An organisation of the register as an import compares it. */
export interface RegisterEntry {
  id: string;
  values: RegisterValues;
}

export interface PossibleMatch {
  id: string;
  by: 'id' | 'businessId' | 'registerNumber' | 'name';
  /** 0 … 1 */
  score: number;
}

export interface FieldChange {
  key: ValueKey;
  before: RegisterValues[ValueKey] | null;
  after: RegisterValues[ValueKey] | null;
}

export interface RowJudgement {
  /** Line in the file, 1 the first. */
  line: number;
  outcome: RowOutcome;
  values: RowValues;
  problems: CellProblem[];
  /** The organisation to update, or those that may be the same. */
  matches: PossibleMatch[];
  /** An earlier line of the file about the same organisation. */
  sameAsLine: number | null;
  /** Update: what would change. */
  changes: FieldChange[];
}

/** What the user decided about a row to review. */
export type RowDecision = { kind: 'skip' } | { kind: 'new' } | { kind: 'update'; id: string };

/** The register in memory, by every key that tells organisations apart. */
export class ImportRegister {
  readonly byId = new Map<string, RegisterEntry>();
  readonly byBusinessId = new Map<string, RegisterEntry>();
  readonly byRegisterNumber = new Map<string, RegisterEntry>();
  private readonly names = new NameIndex<RegisterEntry>();
  private readonly lines = {
    id: new Map<string, number>(),
    businessId: new Map<string, number>(),
    registerNumber: new Map<string, number>(),
  };
  private readonly newNames = new NameIndex<{ line: number; values: RowValues }>();

  add(entry: RegisterEntry): void {
    this.byId.set(entry.id, entry);
    if (entry.values.businessId !== null) this.byBusinessId.set(entry.values.businessId, entry);
    if (entry.values.registerNumber !== null) this.byRegisterNumber.set(entry.values.registerNumber, entry);
    for (const name of new Set([entry.values.nameFi, entry.values.nameSv, entry.values.nameEn]))
      if (name !== null) this.names.add(name, entry);
  }

  /**
   * Judges the rows of a table in their order; each judgement remembers the row, so that a second row about the same
   * organisation is found.
   * @param lenient bad cells that identify nothing are left out instead of refusing the row
   */
  judge(line: number, reading: RowReading, { lenient = false } = {}): RowJudgement {
    const { values, problems } = reading;
    const judgement = (outcome: RowOutcome, rest: Partial<RowJudgement> = {}): RowJudgement => ({
      line,
      outcome,
      values,
      problems,
      matches: [],
      sameAsLine: null,
      changes: [],
      ...rest,
    });
    const fatal = problems.filter(({ field }) => !lenient || field === null || IDENTIFYING.includes(field));
    if (fatal.length > 0) return judgement('refused');
    const known = this.keyMatches(values);
    const sameAsLine = this.earlierLine(values, known);
    if (sameAsLine !== null)
      return judgement('refused', {
        sameAsLine,
        problems: [...problems, { field: null, code: 'same_row_twice', value: String(sameAsLine) }],
      });
    const entries = [...new Set(known.map(({ id }) => id))];
    const only = entries.length === 1 ? this.byId.get(entries[0] ?? '') : undefined;
    if (entries.length > 1 || (only && known[0]?.by !== 'id' && contradicts(only.values, values))) {
      return judgement('review', { matches: onePerId(known) });
    }
    if (only) {
      this.remember(line, values, only.id);
      const changes = changesOf(only.values, values);
      return judgement(changes.length === 0 ? 'unchanged' : 'update', {
        matches: known.slice(0, 1),
        changes,
      });
    }
    if (values.nameFi === undefined)
      return judgement('refused', {
        problems: [...problems, { field: 'nameFi', code: 'required', value: '' }],
      });
    const like = this.likeNames(values);
    const twin = this.newNames.same(values.nameFi).find((one) => mayBeSame(one.values, values));
    if (like.length > 0 || twin)
      return judgement('review', { matches: like, sameAsLine: twin?.line ?? null });
    this.remember(line, values, values.id ?? null);
    this.newNames.add(values.nameFi, { line, values });
    return judgement('new');
  }

  /**
   * Whether an organisation that a cell names is in the register or in the table, once. To be asked when every row has
   * been judged: a row may name one that comes after it.
   */
  canResolve({ id, businessId, registerNumber, name }: OrganisationReference): boolean {
    if (id !== null) return this.byId.has(id) || this.lines.id.has(id);
    if (businessId !== null)
      return this.byBusinessId.has(businessId) || this.lines.businessId.has(businessId);
    if (registerNumber !== null)
      return this.byRegisterNumber.has(registerNumber) || this.lines.registerNumber.has(registerNumber);
    const ids = this.names.same(name).flatMap((one) => (one.values.nameFi === name ? [one.id] : []));
    const lines = this.newNames.same(name).flatMap((one) => (one.values.nameFi === name ? [one.line] : []));
    return new Set<string | number>([...ids, ...lines]).size === 1;
  }

  private keyMatches(values: RowValues): PossibleMatch[] {
    const found: PossibleMatch[] = [];
    const look = (by: PossibleMatch['by'], entry: RegisterEntry | undefined): void => {
      if (entry) found.push({ id: entry.id, by, score: 1 });
    };
    // A blank key is never looked up: it matches nothing, another blank one least of all.
    if (values.id !== undefined) look('id', this.byId.get(values.id));
    if (typeof values.businessId === 'string') look('businessId', this.byBusinessId.get(values.businessId));
    if (typeof values.registerNumber === 'string')
      look('registerNumber', this.byRegisterNumber.get(values.registerNumber));
    return found;
  }

  private earlierLine(values: RowValues, known: readonly PossibleMatch[]): number | null {
    for (const id of [values.id, ...known.map((match) => match.id)]) {
      const line = id === undefined ? undefined : this.lines.id.get(id);
      if (line !== undefined) return line;
    }
    for (const key of ['businessId', 'registerNumber'] as const) {
      const value = values[key];
      const line = typeof value === 'string' ? this.lines[key].get(value) : undefined;
      if (line !== undefined) return line;
    }
    return null;
  }

  private remember(line: number, values: RowValues, id: string | null): void {
    if (id !== null) this.lines.id.set(id, line);
    if (typeof values.businessId === 'string') this.lines.businessId.set(values.businessId, line);
    if (typeof values.registerNumber === 'string') this.lines.registerNumber.set(values.registerNumber, line);
  }

  private likeNames(values: RowValues): PossibleMatch[] {
    const found = new Map<string, PossibleMatch>();
    for (const name of [values.nameFi, values.nameSv]) {
      if (typeof name !== 'string') continue;
      for (const { item, score } of this.names.alike(name)) {
        if (!mayBeSame(item.values, values, score)) continue;
        const before = found.get(item.id);
        if (!before || before.score < score) found.set(item.id, { id: item.id, by: 'name', score });
      }
    }
    return [...found.values()].sort((a, b) => b.score - a.score).slice(0, 3);
  }
}

function onePerId(matches: readonly PossibleMatch[]): PossibleMatch[] {
  return [...new Map(matches.map((match) => [match.id, match] as const)).values()];
}

/** Whether the two say different things in a key that both have. */
function contradicts(a: RowValues, b: RowValues): boolean {
  return (['businessId', 'registerNumber'] as const).some(
    (key) => typeof a[key] === 'string' && typeof b[key] === 'string' && a[key] !== b[key],
  );
}

/** Names alone suggest it; keys that differ speak against it, and so do municipalities unless the name is the same. */
function mayBeSame(a: RowValues, b: RowValues, score = 1): boolean {
  if (contradicts(a, b)) return false;
  const differ =
    typeof a.municipalityCode === 'string' &&
    typeof b.municipalityCode === 'string' &&
    a.municipalityCode !== b.municipalityCode;
  return !differ || score === 1;
}

/** Lists that a table adds to. */
const LISTS: ReadonlySet<string> = new Set(['lifeCourses', 'tags', 'networks', 'formerNames']);

/** What a row would change in an organisation; a list is added to. A blank says nothing, so that an import never erases. */
export function changesOf(current: RegisterValues, values: RowValues): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const [name, value] of Object.entries(values) as [ValueKey | 'id', RegisterValues[ValueKey]][]) {
    if (name === 'id' || value === null || value === undefined || value === '') continue;
    const before = current[name];
    if (name === 'mergedInto') {
      const { mergedInto } = values;
      if (current.mergedInto && mergedInto && sameReference(current.mergedInto, mergedInto)) continue;
    }
    const after = LISTS.has(name)
      ? withAdded(name as keyof CardColumns, before as never, value as never)
      : value;
    if (JSON.stringify(before) !== JSON.stringify(after)) changes.push({ key: name, before, after });
  }
  return changes;
}

/**
 * A row that the user has decided about, as what is to be done.
 * @returns `problem` when it cannot be: the key belongs to a third organisation
 */
export function resolveDecision(
  row: RowJudgement,
  decision: RowDecision | undefined,
  register: ImportRegister,
): { outcome: RowOutcome; id: string | null; changes: FieldChange[]; problem: string | null } {
  const nothing = { outcome: row.outcome, id: null, changes: [], problem: null };
  if (row.outcome === 'update') return { ...nothing, id: row.matches[0]?.id ?? null, changes: row.changes };
  if (row.outcome !== 'review' || decision === undefined || decision.kind === 'skip') return nothing;
  const { businessId, registerNumber } = row.values;
  const owners = [
    typeof businessId === 'string' ? register.byBusinessId.get(businessId) : undefined,
    typeof registerNumber === 'string' ? register.byRegisterNumber.get(registerNumber) : undefined,
  ];
  if (decision.kind === 'new') {
    const isTaken = owners.some((owner) => owner !== undefined) || row.values.nameFi === undefined;
    return isTaken ? { ...nothing, problem: 'key_taken' } : { ...nothing, outcome: 'new' };
  }
  const entry = register.byId.get(decision.id);
  if (!entry) return { ...nothing, problem: 'key_taken' };
  // Keys fill a gap; a key that differs, or is another's, is never taken over from a row that only seems the same.
  const changes = changesOf(entry.values, row.values).filter(({ key }) => {
    if (key !== 'businessId' && key !== 'registerNumber') return true;
    return entry.values[key] === null && owners[key === 'businessId' ? 0 : 1] === undefined;
  });
  return { outcome: changes.length === 0 ? 'unchanged' : 'update', id: entry.id, changes, problem: null };
}

/** From this share of the register on, a change wants a typed confirmation and a backup first. */
const LARGE_SHARE = 0.1;

/** Whether so many changed rows are a large change of a register of that size. */
export function isLargeChange(changed: number, registered: number): boolean {
  return changed > registered * LARGE_SHARE && registered > 0 && changed > 0;
}

/** Refuses rows that name an organisation which is nowhere; when `lenient`, leaves that cell out. */
export function refuseUnknownTargets(rows: RowJudgement[], register: ImportRegister, lenient: boolean): void {
  for (const [at, row] of rows.entries()) {
    const { mergedInto, ...values } = row.values;
    if (!mergedInto || register.canResolve(mergedInto)) continue;
    const problem = {
      field: 'mergedInto' as const,
      code: 'merged_into_unknown',
      value: mergedInto.name.slice(0, 80),
    };
    const changes = row.changes.filter(({ key }) => key !== 'mergedInto');
    const outcome = row.outcome === 'update' && changes.length === 0 ? 'unchanged' : row.outcome;
    rows[at] = lenient
      ? { ...row, outcome, values, changes, problems: [...row.problems, problem] }
      : { ...row, outcome: 'refused', problems: [...row.problems, problem] };
  }
}
