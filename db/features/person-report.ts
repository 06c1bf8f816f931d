/** Everything about one person (tietopyyntö, GDPR art. 15): found by the schema, so that nothing is left out. */
import type { Kysely } from 'kysely';
import { search } from '../core/search.ts';
import type { Database } from '../core/schema.ts';
import type { PersonReport, ReportRow } from '../model/print-person-report.ts';
import { auditLog } from './audit-log.ts';
import { personPrivacy, privacySettings } from './privacy.ts';
import { linkedRows } from './person-links.ts';
import { RowNames } from './row-names.ts';

/** Says nothing to the person. */
const HIDDEN = new Set(['id', 'version', 'position', 'sort_key', 'first_audit_id', 'last_audit_id']);
const LONGEST_LOG = 2_000;

/** @param today ISO day of the report. @throws AppError NOT_FOUND */
export async function personReport(
  db: Kysely<Database>,
  personId: string,
  today: string,
): Promise<PersonReport> {
  const privacy = await personPrivacy(db, personId);
  const { settings } = await privacySettings(db);
  const person = await db
    .selectFrom('person')
    .select(['name', 'short_name', 'email', 'phone', 'language', 'notes'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  const names = new RowNames(db);
  const sections: PersonReport['sections'] = [];
  for (const { table, column, rows } of await linkedRows(db, personId)) {
    const shown: ReportRow[] = [];
    for (const row of rows) {
      const cells: ReportRow = [];
      for (const [name, value] of Object.entries(row)) {
        if (name === column || HIDDEN.has(name)) continue;
        const text = await names.show(table, name, value);
        if (text !== null) cells.push({ column: name, value: text });
      }
      // Rows below another one (a ballot, a seconding) say by their parent what they are about.
      const context = await names.context(table, row);
      shown.push(context === '' ? cells : [{ column: 'meeting_id', value: context }, ...cells]);
    }
    sections.push({ table, column, rows: shown });
  }
  const log = await auditLog(db, {
    filter: { personId, entity: null, from: null, to: null, text: null },
    offset: 0,
    limit: LONGEST_LOG,
  });
  const mentions = await search(db, {
    text: person.name,
    entities: ['item', 'task', 'organisation'],
    limit: 200,
  });
  return {
    generatedOn: today,
    controller: settings.controller,
    personId,
    data: Object.entries(person).flatMap(([column, value]) =>
      value === null || value === '' ? [] : [{ column, value }],
    ),
    purpose: privacy.purpose || settings.purpose,
    legalGround: privacy.legalGround ?? settings.legalGround,
    sections,
    mentions: mentions.map((hit) => ({ entity: hit.entity, title: hit.title, date: hit.sortDate })),
    log: log.rows.map(({ at, entity, action, changes }) => ({ at, entity, action, changes })),
    logLeftOut: Math.max(0, log.total - LONGEST_LOG),
  };
}
