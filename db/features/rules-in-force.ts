/** The rule profile (sääntöprofiili) of a board on a day. */
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import { DEFAULT_RULES, ruleProfileSchema, type RuleProfile } from '../model/rules.ts';

/**
 * The profile valid from the latest day not after `date`; before the first one, the first one.
 * @param date ISO date
 */
export async function rulesOn(db: Kysely<Database>, boardId: string, date: string): Promise<RuleProfile> {
  const rows = await db
    .selectFrom('rule_profile')
    .select(['valid_from', 'rules'])
    .where('board_id', '=', boardId)
    .orderBy('valid_from')
    .execute();
  const found = rows.findLast((row) => row.valid_from <= date) ?? rows[0];
  return found ? v.parse(ruleProfileSchema, JSON.parse(found.rules)) : DEFAULT_RULES;
}

/** Which profile, pöytäkirja or muistio, a board has on a day; for lists that ask it of many days. */
export async function profilesOf(
  db: Kysely<Database>,
  boardId: string,
): Promise<(date: string) => RuleProfile['profile']> {
  const rows = await db
    .selectFrom('rule_profile')
    .select(['valid_from', 'rules'])
    .where('board_id', '=', boardId)
    .orderBy('valid_from')
    .execute();
  const profiles = rows.map((row) => ({
    from: row.valid_from,
    profile: (JSON.parse(row.rules) as RuleProfile).profile,
  }));
  return (date) =>
    (profiles.findLast(({ from }) => from <= date) ?? profiles[0])?.profile ?? DEFAULT_RULES.profile;
}
