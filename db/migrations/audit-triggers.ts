/**
 * Triggers that write the audit log: complete by construction, whatever code made the change. A migration that
 * alters a table calls this again for it. Only differing columns are logged for an update.
 */
import { sql, type Kysely } from 'kysely';

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** Columns whose content is never copied into the log (binary content; keyed by its hash elsewhere). */
const NOT_LOGGED = new Set(['content']);

export async function writeAuditTriggers(db: Kysely<unknown>, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    const { rows } = await sql<{ name: string; pk: number }>`
      select name, pk from pragma_table_info(${table}) order by cid`.execute(db);
    const columns = rows.map((row) => row.name).filter((name) => !NOT_LOGGED.has(name));
    const keys = rows.filter((row) => row.pk > 0).sort((a, b) => a.pk - b.pk);
    const key = (side: 'old' | 'new'): string =>
      keys.map((column) => `${side}.${quote(column.name)}`).join(" || '/' || ");
    const whole = (side: 'old' | 'new'): string =>
      `json_object(${columns.map((name) => `${text(name)}, ${side}.${quote(name)}`).join(', ')})`;
    const differing = (side: 'old' | 'new'): string =>
      `(select json_group_object(column_name, ${side}_value) from (${columns
        .map(
          (name) =>
            `select ${text(name)} as column_name, old.${quote(name)} as old_value, new.${quote(name)} as new_value`,
        )
        .join(' union all ')}) where old_value is not new_value)`;
    const changed = columns.map((name) => `old.${quote(name)} is not new.${quote(name)}`).join(' or ');
    const insert = (action: string, id: string, before: string, after: string): string => `
      insert into audit(at, actor, procedure, entity, entity_id, action, before, after)
      select strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), name, procedure, ${text(table)}, ${id}, '${action}', ${before}, ${after}
      from current_actor;`;
    for (const action of ['insert', 'update', 'delete'])
      await sql.raw(`drop trigger if exists ${quote(`audit_${table}_${action}`)}`).execute(db);
    await sql
      .raw(
        `create trigger ${quote(`audit_${table}_insert`)} after insert on ${quote(table)} begin ${insert('insert', key('new'), 'null', whole('new'))} end`,
      )
      .execute(db);
    await sql
      .raw(
        `create trigger ${quote(`audit_${table}_update`)} after update on ${quote(table)} when ${changed} begin ${insert('update', key('new'), differing('old'), differing('new'))} end`,
      )
      .execute(db);
    await sql
      .raw(
        `create trigger ${quote(`audit_${table}_delete`)} after delete on ${quote(table)} begin ${insert('delete', key('old'), whole('old'), 'null')} end`,
      )
      .execute(db);
  }
}
