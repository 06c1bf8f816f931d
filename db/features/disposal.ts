/**
 * Disposal (hävittäminen): what is due by the rules, a proposal that somebody approves, and carrying out exactly what was
 * approved. Nothing is disposed of by itself, and minutes never.
 */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { OpenDatabase } from '../core/open.ts';
import { write } from '../core/open.ts';
import type { Database } from '../core/schema.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import {
  DISPOSABLE_RULES,
  dueBefore,
  retentionMonths,
  SHORTEST_LOG_MONTHS,
  withRetention,
  type Approval,
  type DisposableRule,
  type ProposalInput,
  type ProposalState,
  type RetentionChange,
} from '../model/retention-rules.ts';
import { erasePersons } from './erasure.ts';
import { privacySettings, savePrivacySettings } from './privacy.ts';
import { clearLog, clearReplies, dueList } from './retention.ts';

export interface RuleView {
  rule: DisposableRule;
  months: number;
  /** Entries that are due, and the day before which they are from. */
  due: number;
  before: string;
  /** Why it is so, where it was changed: the newest first. */
  changes: { oldMonths: number; newMonths: number; reason: string; changedOn: string; changedBy: string }[];
}

/** Which hash stands for a person in a proposal. */
const subjectHash = (id: string): string => createHash('sha256').update(id).digest('hex');

interface DueGroup {
  count: number;
  before: string;
  /** Ids of those whom it concerns; empty where the day alone says it. */
  subjects: string[];
}

async function dueGroups(db: Kysely<Database>, today: string): Promise<Record<DisposableRule, DueGroup>> {
  const { settings } = await privacySettings(db);
  const due = await dueList(db, today);
  return {
    contact_data: {
      count: due.persons.length,
      before: dueBefore('contact_data', settings, today),
      subjects: due.persons.map(({ personId }) => personId),
    },
    reply_words: { count: due.replies.count, before: due.replies.before, subjects: [] },
    change_log: { count: due.log.count, before: due.log.before, subjects: [] },
  };
}

/** Every group with its time, its reasons and what of it is due. @param today ISO day */
export async function retentionRules(db: Kysely<Database>, today: string): Promise<RuleView[]> {
  const { settings } = await privacySettings(db);
  const due = await dueGroups(db, today);
  const changes = await db.selectFrom('retention_change').selectAll().orderBy('id', 'desc').execute();
  return DISPOSABLE_RULES.map((rule) => ({
    rule,
    months: retentionMonths(rule, settings),
    due: due[rule].count,
    before: due[rule].before,
    changes: changes
      .filter((one) => one.rule === rule)
      .map((one) => ({
        oldMonths: one.old_months,
        newMonths: one.new_months,
        reason: one.reason,
        changedOn: one.changed_on,
        changedBy: one.changed_by,
      })),
  }));
}

/**
 * Changes how long a group is kept, and says why. The settings of data protection and the privacy notice follow.
 * @throws AppError INVALID_INPUT, CONFLICT
 */
export async function changeRetention(
  trx: Kysely<Database>,
  change: RetentionChange,
  by: { actor: string; today: string },
): Promise<void> {
  if (change.rule === 'change_log' && (change.months < SHORTEST_LOG_MONTHS || change.months % 12 !== 0))
    throw new AppError('INVALID_INPUT', {}, { months: 'out_of_range' });
  const { settings, version } = await privacySettings(trx);
  const oldMonths = retentionMonths(change.rule, settings);
  await savePrivacySettings(trx, {
    version,
    settings: withRetention(settings, change.rule, change.months),
  });
  await trx
    .insertInto('retention_change')
    .values({
      id: newId(),
      rule: change.rule,
      old_months: oldMonths,
      new_months: change.months,
      reason: change.reason,
      changed_on: by.today,
      changed_by: by.actor,
    })
    .execute();
}

export interface ProposalLine {
  rule: DisposableRule;
  months: number;
  before: string;
  count: number;
  done: number | null;
}

export interface ProposalView {
  id: string;
  number: number;
  year: number;
  madeOn: string;
  madeBy: string;
  note: string;
  state: ProposalState;
  approvedOn: string | null;
  approvedBy: string;
  reference: string;
  carriedOutAt: string | null;
  carriedOutBy: string;
  lines: ProposalLine[];
}

/** The newest first; of one id, that one alone. */
export async function listProposals(db: Kysely<Database>, id?: string): Promise<ProposalView[]> {
  const proposals = await db
    .selectFrom('disposal_proposal')
    .selectAll()
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('year', 'desc')
    .orderBy('number', 'desc')
    .execute();
  const lines = await db.selectFrom('disposal_line').selectAll().orderBy('id').execute();
  return proposals.map((row) => ({
    id: row.id,
    number: row.number,
    year: row.year,
    madeOn: row.made_on,
    madeBy: row.made_by,
    note: row.note,
    state: row.state,
    approvedOn: row.approved_on,
    approvedBy: row.approved_by,
    reference: row.decision_reference,
    carriedOutAt: row.carried_out_at,
    carriedOutBy: row.carried_out_by,
    lines: lines
      .filter((line) => line.proposal_id === row.id)
      .map((line) => ({
        rule: line.rule as DisposableRule,
        months: line.months,
        before: line.before_on,
        count: line.entry_count,
        done: line.done_count,
      })),
  }));
}

/** @throws AppError NOT_FOUND */
export async function proposal(db: Kysely<Database>, id: string): Promise<ProposalView> {
  const [found] = await listProposals(db, id);
  if (found === undefined) throw new AppError('NOT_FOUND', { what: 'disposal_proposal' });
  return found;
}

/**
 * Draws up a proposal of what is due now in the groups that were chosen. Groups of which nothing is due are left out.
 * @throws AppError DISPOSAL_NOTHING_DUE; DISPOSAL_OPEN when another one still waits
 */
export async function proposeDisposal(
  trx: Kysely<Database>,
  input: ProposalInput,
  by: { actor: string; today: string },
): Promise<{ id: string }> {
  const open = await trx
    .selectFrom('disposal_proposal')
    .select(['number', 'year'])
    .where('state', 'in', ['draft', 'approved'])
    .executeTakeFirst();
  if (open) throw new AppError('DISPOSAL_OPEN', { number: `${open.number}/${open.year}` });
  const { settings } = await privacySettings(trx);
  const groups = await dueGroups(trx, by.today);
  const rules = DISPOSABLE_RULES.filter((rule) => input.rules.includes(rule) && groups[rule].count > 0);
  if (rules.length === 0) throw new AppError('DISPOSAL_NOTHING_DUE');
  const year = Number(by.today.slice(0, 4));
  const last = await trx
    .selectFrom('disposal_proposal')
    .select(({ fn }) => fn.max<number | null>('number').as('number'))
    .where('year', '=', year)
    .executeTakeFirst();
  const id = newId();
  await trx
    .insertInto('disposal_proposal')
    .values({
      id,
      number: (last?.number ?? 0) + 1,
      year,
      made_on: by.today,
      made_by: by.actor,
      note: input.note,
      approved_on: null,
      carried_out_at: null,
    })
    .execute();
  for (const rule of rules)
    await trx
      .insertInto('disposal_line')
      .values({
        id: newId(),
        proposal_id: id,
        rule,
        months: retentionMonths(rule, settings),
        before_on: groups[rule].before,
        entry_count: groups[rule].count,
        subjects: JSON.stringify(groups[rule].subjects.map(subjectHash)),
        done_count: null,
      })
      .execute();
  return { id };
}

async function requireState(
  trx: Kysely<Database>,
  id: string,
  states: readonly ProposalState[],
): Promise<ProposalView> {
  const found = await proposal(trx, id);
  if (!states.includes(found.state))
    throw new AppError('DISPOSAL_STATE', { number: `${found.number}/${found.year}`, state: found.state });
  return found;
}

/** @throws AppError NOT_FOUND, DISPOSAL_STATE, INVALID_INPUT */
export async function approveDisposal(trx: Kysely<Database>, approval: Approval): Promise<void> {
  const { madeOn } = await requireState(trx, approval.id, ['draft']);
  if (approval.approvedOn < madeOn)
    throw new AppError('INVALID_INPUT', {}, { approvedOn: 'ends_before_start' });
  await trx
    .updateTable('disposal_proposal')
    .set({
      state: 'approved',
      approved_on: approval.approvedOn,
      approved_by: approval.approvedBy,
      decision_reference: approval.reference,
    })
    .where('id', '=', approval.id)
    .execute();
}

/** Takes a proposal back before it has been carried out; it stays in the list. @throws AppError NOT_FOUND, DISPOSAL_STATE */
export async function withdrawDisposal(trx: Kysely<Database>, id: string): Promise<void> {
  await requireState(trx, id, ['draft', 'approved']);
  await trx.updateTable('disposal_proposal').set({ state: 'withdrawn' }).where('id', '=', id).execute();
}

export interface CarriedOut {
  /** Of a group: how many were approved, and how many were disposed of. */
  lines: { rule: DisposableRule; approved: number; done: number }[];
}

/**
 * Carries out what was approved and nothing else: only persons of the proposal who are still due, only what is older than
 * its days. What has a reason to be kept by now is kept.
 * @throws AppError NOT_FOUND, DISPOSAL_STATE
 */
export async function carryOutDisposal(
  database: OpenDatabase,
  id: string,
  by: { actor: string; today: string; instant: string },
): Promise<CarriedOut> {
  const procedure = 'retention.carryOut';
  const { lines } = await requireState(database.kysely, id, ['approved']);
  const result: CarriedOut = { lines: [] };
  for (const line of lines) {
    // Done already by an attempt that was broken off.
    const done = line.done ?? (await disposeOf(database, id, line, { ...by, procedure }));
    result.lines.push({ rule: line.rule, approved: line.count, done });
  }
  await write(database, by.actor, procedure, async (trx) => {
    await trx
      .updateTable('disposal_proposal')
      .set({ state: 'carried_out', carried_out_at: by.instant, carried_out_by: by.actor })
      .where('id', '=', id)
      .execute();
  });
  return result;
}

async function disposeOf(
  database: OpenDatabase,
  id: string,
  line: ProposalLine,
  by: { actor: string; today: string; instant: string; procedure: string },
): Promise<number> {
  const noted = async (trx: Kysely<Database>, done: number): Promise<number> => {
    await trx
      .updateTable('disposal_line')
      .set({ done_count: done })
      .where('proposal_id', '=', id)
      .where('rule', '=', line.rule)
      .execute();
    return done;
  };
  if (line.rule !== 'contact_data')
    return await write(database, by.actor, by.procedure, async (trx) =>
      noted(
        trx,
        line.rule === 'reply_words' ? await clearReplies(trx, line.before) : await clearLog(trx, line.before),
      ),
    );
  const { subjects } = await database.kysely
    .selectFrom('disposal_line')
    .select('subjects')
    .where('proposal_id', '=', id)
    .where('rule', '=', line.rule)
    .executeTakeFirstOrThrow();
  const approved = new Set(JSON.parse(subjects) as string[]);
  const { persons } = await dueList(database.kysely, by.today);
  const personIds = persons
    .map(({ personId }) => personId)
    .filter((personId) => approved.has(subjectHash(personId)));
  const erased =
    personIds.length === 0
      ? []
      : await erasePersons(database, {
          actor: by.actor,
          procedure: by.procedure,
          personIds,
          cause: 'schedule',
          today: by.today,
          instant: by.instant,
        });
  return await write(database, by.actor, by.procedure, (trx) => noted(trx, erased.length));
}
