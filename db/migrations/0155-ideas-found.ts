/** The list of ideas (asialista) is found by the search: those that are there already come into the index. */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ id: string; board_id: string; title: string; text: string }>`
    select id, board_id, title, text from idea order by id`.execute(db);
  // Row ids below 2^24 are those of entries without a day.
  for (const idea of rows)
    await sql`insert into search_entry (rowid, entity, entity_id, board_id, title, body, context, sort_date)
      values ((select coalesce(max(rowid), 0) + 1 from search_entry where rowid < 16777215),
        'idea', ${idea.id}, ${idea.board_id}, ${idea.title}, ${idea.text}, '', null)`.execute(db);
}
