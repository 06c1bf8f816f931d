/** Tables of organisations into the register: what would happen (dry run), and then all of it in one transaction. */
import { sql, type Kysely } from 'kysely';
import * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import { NO_CARD } from '../model/card-columns.ts';
import type { FieldLists, RegisterValues, RowValues } from '../model/organisation-fields.ts';
import {
  ImportRegister,
  readRow,
  refuseUnknownTargets,
  resolveDecision,
  type FieldChange,
  type RowDecision,
  type RowJudgement,
  type RowOutcome,
} from '../model/organisation-import.ts';
import { organisationInputSchema } from '../model/organisation.ts';
import { isBlankRow, type TableRow } from '../model/table.ts';
import type { TableMapping } from '../model/table-mapping.ts';
import { addToCards, cardRow, insertMany, setMergedInto } from './card-columns.ts';
import { lastAudit, recordBatch, type Between } from './change-batches.ts';
import { latestClassificationYear } from './classification.ts';
import { reindexOrganisationsOf } from './organisation-search.ts';
import { organisationSlices } from './organisation-values.ts';
import { organisationColumns } from './organisations.ts';
import { reindexPersonsOf } from './person-search.ts';

/** What an import would do, row by row, and the state of the register that it was found out from. */
export interface ImportPlan {
  rows: RowJudgement[];
  register: ImportRegister;
  /** The last entry of the log then; a later change of organisations makes the plan stale. */
  audit: number;
}

const SLICE = 50;

/** Reads the register and judges every row of the table. Writes nothing. */
export async function planImport(
  db: Kysely<Database>,
  table: {
    rows: readonly TableRow[];
    firstRow: number;
    mapping: TableMapping;
    lists: FieldLists;
    lenient: boolean;
  },
  between: Between,
): Promise<ImportPlan> {
  const audit = await lastAudit(db);
  const register = new ImportRegister();
  const total = table.rows.length - table.firstRow;
  for await (const entries of organisationSlices(db)) {
    for (const entry of entries) register.add(entry);
    await between(0, total);
  }
  const rows: RowJudgement[] = [];
  for (let start = table.firstRow; start < table.rows.length; start += SLICE) {
    const end = Math.min(start + SLICE, table.rows.length);
    for (let at = start; at < end; at += 1) {
      const row = table.rows[at] ?? [];
      if (isBlankRow(row)) continue;
      rows.push(register.judge(at + 1, readRow(row, table.mapping, table.lists), { lenient: table.lenient }));
    }
    await between(end - table.firstRow, total);
  }
  refuseUnknownTargets(rows, register, table.lenient);
  return { rows, register, audit };
}

export type ImportCounts = Record<RowOutcome, number>;

/** What each row comes to with the decisions that have been made. */
export function resolvePlan(
  plan: ImportPlan,
  decisions: ReadonlyMap<number, RowDecision>,
): {
  counts: ImportCounts;
  inserts: RowJudgement[];
  updates: { id: string; changes: FieldChange[] }[];
  problems: Map<number, string>;
} {
  const counts: ImportCounts = { new: 0, update: 0, unchanged: 0, review: 0, refused: 0 };
  const inserts: RowJudgement[] = [];
  const updates = new Map<string, FieldChange[]>();
  const problems = new Map<number, string>();
  const taken = new Set<string>();
  for (const row of plan.rows) {
    const resolved = resolveDecision(row, decisions.get(row.line), plan.register);
    let { outcome } = resolved;
    // Two rows must not become the same organisation, nor take the same key.
    const keys = [
      resolved.id,
      ...(outcome === 'new' ? [row.values.businessId, row.values.registerNumber, row.values.id] : []),
    ].filter((key) => typeof key === 'string');
    if ((outcome === 'new' || outcome === 'update') && keys.some((key) => taken.has(key))) {
      problems.set(row.line, 'same_row_twice');
      outcome = 'review';
    } else if (outcome === 'new' || outcome === 'update') for (const key of keys) taken.add(key);
    if (resolved.problem !== null) problems.set(row.line, resolved.problem);
    counts[outcome] += 1;
    if (outcome === 'new') inserts.push(row);
    else if (outcome === 'update' && resolved.id !== null) updates.set(resolved.id, resolved.changes);
  }
  return { counts, inserts, updates: Array.from(updates, ([id, changes]) => ({ id, changes })), problems };
}

/**
 * Carries the plan out within the present write: all of it or nothing. Rows to review without a decision and refused
 * ones are left out; nothing is ever deleted.
 * @throws AppError IMPORT_STALE when organisations have been changed since the plan was made; what `between` throws
 */
export async function applyImport(
  trx: Kysely<Database>,
  plan: ImportPlan,
  decisions: ReadonlyMap<number, RowDecision>,
  options: { title: string; by: string; at: string; between: Between },
): Promise<{ counts: ImportCounts; batchId: string | null }> {
  const later = await trx
    .selectFrom('audit')
    .select('id')
    .where('id', '>', plan.audit)
    .where('entity', '=', 'organisation')
    .limit(1)
    .executeTakeFirst();
  if (later) throw new AppError('IMPORT_STALE');
  const { counts, inserts, updates } = resolvePlan(plan, decisions);
  const year = await latestClassificationYear(trx);
  const total = inserts.length + updates.length;
  const today = options.at.slice(0, 10);
  const merged: Parameters<typeof setMergedInto>[1][number][] = [];
  return await recordBatch(trx, { kind: 'import', ...options }, async () => {
    let done = 0;
    for (let start = 0; start < inserts.length; start += SLICE) {
      const part = inserts.slice(start, start + SLICE).map((row) => {
        const values = wholeValues(row.values);
        const id = row.values.id ?? newId();
        if (values.mergedInto !== null) merged.push({ id, target: values.mergedInto });
        return {
          values,
          row: {
            id,
            ...organisationColumns(values),
            ...cardRow(values),
            ...placeOf(values.municipalityCode, year),
            version: 1,
          },
        };
      });
      await insertMany(
        trx,
        'organisation',
        part.map(({ row }) => row),
      );
      await addToCards(
        trx,
        part.map(({ row: { id }, values: after }) => ({ id, before: NO_CARD, after })),
        today,
      );
      await reindexOrganisationsOf(
        trx,
        part.map(({ row: { id } }) => id),
      );
      done += part.length;
      await options.between(done, total);
    }
    const renamed: string[] = [];
    for (let start = 0; start < updates.length; start += SLICE) {
      const part = updates.slice(start, start + SLICE);
      await updateRows(trx, plan, part, year);
      await addToCards(
        trx,
        part.flatMap(({ id, changes }) => {
          const before = plan.register.byId.get(id)?.values;
          return before ? [{ id, before, after: changedValues(changes) }] : [];
        }),
        today,
      );
      for (const { id, changes } of part) {
        const target = changedValues(changes).mergedInto;
        if (target) merged.push({ id, target });
      }
      await reindexOrganisationsOf(
        trx,
        part.map(({ id }) => id),
      );
      for (const { id, changes } of part) if (changes.some(({ key }) => key === 'nameFi')) renamed.push(id);
      done += part.length;
      await options.between(done, total);
    }
    await setMergedInto(trx, merged);
    await reindexPersonsOf(trx, renamed, () => options.between(total, total));
    return { counts };
  });
}

/** Defaults of a form for what the table does not say. An organisation with a register number is an association. */
function wholeValues({ id: _id, ...values }: RowValues): RegisterValues {
  const { prhClass = null, ...rest } = values;
  const card = { ...NO_CARD, ...values };
  // What has ended, or merged into another, is dissolved unless the table says otherwise.
  const state = card.endedOn !== null || card.mergedInto !== null ? { state: 'dissolved' as const } : {};
  return {
    ...card,
    ...v.parse(organisationInputSchema, { nameFi: '', ...state, ...rest, prhClass }),
  };
}

const changedValues = (changes: readonly FieldChange[]): Partial<RegisterValues> =>
  Object.fromEntries(changes.map(({ key, after }) => [key, after]));

function placeOf(code: string | null, year: number | null) {
  return { municipality_code: code, municipality_year: code === null ? null : year };
}

type Columns = Record<string, string | number | null>;

/** Sets the changed values; every other value stays. */
export async function updateRows(
  trx: Kysely<Database>,
  plan: Pick<ImportPlan, 'register'>,
  updates: readonly { id: string; changes: readonly FieldChange[] }[],
  year: number | null,
): Promise<void> {
  for (const { id, changes } of updates) {
    const entry = plan.register.byId.get(id);
    if (!entry) continue;
    const values = { ...entry.values, ...changedValues(changes) };
    const all: Columns = {
      ...organisationColumns(values),
      ...cardRow(values),
      ...placeOf(values.municipalityCode, year),
    };
    const before: Columns = {
      ...organisationColumns(entry.values),
      ...cardRow(entry.values),
      ...placeOf(entry.values.municipalityCode, year),
    };
    const changed = Object.keys(all).filter((name) => all[name] !== before[name]);
    // A municipality of an older year stays in its year unless another municipality was given.
    if (changed.includes('municipality_code')) changed.push('municipality_year');
    const sets = [...new Set(changed)].map((name) => sql`${sql.ref(name)} = ${all[name]}`);
    if (sets.length > 0)
      await sql`update organisation set ${sql.join(sets)}, version = version + 1 where id = ${id}`.execute(
        trx,
      );
  }
}
