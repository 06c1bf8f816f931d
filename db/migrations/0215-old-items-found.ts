/** The items of accepted old minutes (tuodut pöytäkirjat) are found by the search: those that are there come into the index. */
import { sql, type Kysely } from 'kysely';

interface Row {
  id: string;
  number: number;
  board_id: string;
  held_on: string;
  title: string;
  body: string;
  context: string;
}

/** Entries that fit in a day: a row of the index begins with its day. */
const DAY_SPAN = 2 ** 24;

export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<Row>`
    select one.id, item.number, one.board_id, one.held_on, item.title,
      concat_ws(char(10), item.diary_number, nullif(item.account, ''), nullif(item.proposal, ''),
        nullif(item.proceedings, ''), nullif(item.decision, '')) as body,
      concat_ws(char(10), item.label, one.number || '/' || one.year) as context
    from old_minutes_item as item join old_minutes as one on one.id = item.old_minutes_id
    order by one.id, item.position`.execute(db);
  for (const row of rows) {
    const [year, month, day] = row.held_on.split('-').map(Number) as [number, number, number];
    const first = (year * 512 + month * 32 + day) * DAY_SPAN;
    await sql`insert into search_entry (rowid, entity, entity_id, board_id, title, body, context, sort_date)
      values ((select coalesce(max(rowid), ${first}) + 1 from search_entry
          where rowid >= ${first} and rowid < ${first + DAY_SPAN - 1}),
        'old_minutes_item', ${`${row.id}:${row.number}`}, ${row.board_id}, ${row.title}, ${row.body},
        ${row.context}, ${row.held_on})`.execute(db);
  }
}
