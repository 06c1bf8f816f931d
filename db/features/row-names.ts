/** What rows are called, so that nobody has to read their ids. */
import { sql, type Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';

/** Columns by which a row is called, in this order; the first that has a text. */
export const NAME_COLUMNS = ['name_fi', 'name', 'title', 'code', 'text', 'subject', 'number'];

/** Names of the rows that ids point to; looked up once. */
export class RowNames {
  private readonly known = new Map<string, string>();
  private readonly links = new Map<string, Map<string, string>>();
  private readonly db: Kysely<Database>;

  constructor(db: Kysely<Database>) {
    this.db = db;
  }

  /** A value as text; an id as the name of its row. */
  async show(table: string, column: string, value: unknown): Promise<string | null> {
    if (typeof value === 'number') return String(value);
    if (typeof value !== 'string' || value === '') return null;
    const target = (await this.targets(table)).get(column);
    return target === undefined ? value : (await this.nameOf(target, value)) || value;
  }

  /** What a row without a name of its own is called: that of the person or organisation that it concerns. */
  async subject(table: string, id: string, row: Record<string, unknown>): Promise<string> {
    const own = await this.nameOf(table, id);
    if (own !== '') return own;
    for (const [column, target] of await this.targets(table)) {
      const value = row[column];
      if (typeof value !== 'string') continue;
      const name = await this.nameOf(target, value);
      if (name !== '') return name;
    }
    return '';
  }

  /** The item or the meeting that a row belongs to through its parents: "JANE 3/2026 § 29"; else empty. */
  async context(table: string, row: Record<string, unknown>): Promise<string> {
    for (const [column, target] of await this.targets(table)) {
      const id = row[column];
      if (typeof id !== 'string') continue;
      if (target === 'meeting') return await this.nameOf('meeting', id);
      const parent = await this.parentOf(target, id);
      if (parent !== '') return parent;
    }
    return '';
  }

  private async parentOf(table: string, id: string): Promise<string> {
    if (!['agenda_item', 'proposal', 'vote', 'election', 'examination_round'].includes(table)) return '';
    const { rows } = await sql<Record<string, unknown>>`
      select * from ${sql.table(table)} where id = ${id}`.execute(this.db);
    const row = rows[0];
    if (row === undefined) return '';
    if (typeof row['meeting_id'] === 'string') {
      const meeting = await this.nameOf('meeting', row['meeting_id']);
      return typeof row['section'] === 'number' ? `${meeting} § ${row['section']}` : meeting;
    }
    return typeof row['item_id'] === 'string' ? await this.parentOf('agenda_item', row['item_id']) : '';
  }

  /** Columns that refer to a table with an id: column → table. */
  private async targets(table: string): Promise<Map<string, string>> {
    const known = this.links.get(table);
    if (known) return known;
    const { rows } = await sql<{ from: string; table: string; to: string | null }>`
      select "from", "table", "to" from pragma_foreign_key_list(${table})`.execute(this.db);
    const made = new Map(rows.filter((row) => row.to === 'id').map((row) => [row.from, row.table]));
    this.links.set(table, made);
    return made;
  }

  private async nameOf(table: string, id: string): Promise<string> {
    const key = `${table} ${id}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const name = await this.lookUp(table, id);
    this.known.set(key, name);
    return name;
  }

  private async lookUp(table: string, id: string): Promise<string> {
    if (table === 'meeting') {
      const row = await this.db
        .selectFrom('meeting')
        .innerJoin('board', 'board.id', 'meeting.board_id')
        .select(['short_name', 'meeting.number', 'year'])
        .where('meeting.id', '=', id)
        .executeTakeFirst();
      return row ? `${row.short_name} ${row.number}/${row.year}` : '';
    }
    const { rows: columns } = await sql<{ name: string }>`
      select name from pragma_table_info(${table})`.execute(this.db);
    const all = columns.map((column) => column.name);
    const column = NAME_COLUMNS.find((name) => all.includes(name));
    if (!all.includes('id')) return '';
    if (column === undefined) return await this.nameOfOwner(table, id);
    const { rows } = await sql<{ name: unknown }>`
      select ${sql.ref(column)} as name from ${sql.table(table)} where id = ${id}`.execute(this.db);
    const name = rows[0]?.name;
    return typeof name === 'string' ? name : typeof name === 'number' ? String(name) : '';
  }

  /** A row without a name is called as what it belongs to: the round of a survey as the survey. */
  private async nameOfOwner(table: string, id: string): Promise<string> {
    const { rows } = await sql<Record<string, unknown>>`
      select * from ${sql.table(table)} where id = ${id}`.execute(this.db);
    const row = rows[0] ?? {};
    for (const [column, target] of await this.targets(table)) {
      const value = row[column];
      // A row of the same table would lead round and round.
      if (target === table || typeof value !== 'string') continue;
      const name = await this.nameOf(target, value);
      if (name !== '') return name;
    }
    return '';
  }
}
