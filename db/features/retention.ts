/** What is due to be erased by the terms of the settings. Nothing is erased by itself. */
import { sql, type Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { addMonths, contactDueOn } from '../model/privacy.ts';
import { privacySettings } from './privacy.ts';

export interface DuePerson {
  personId: string;
  name: string;
  email: string | null;
  phone: string | null;
  hasNotes: boolean;
  /** The last day of the last role; null: never had one. */
  roleEndedOn: string | null;
  dueOn: string;
  keepUntil: string | null;
  keepReason: string;
}

export interface DueList {
  /** Whose contact data is due on `today` or earlier, the earliest first. */
  persons: DuePerson[];
  /** Who will be next, within three months. */
  coming: DuePerson[];
  /** Replies to calls of meetings with words in them. */
  replies: { count: number; before: string };
  /** Entries of the log of changes. */
  log: { count: number; before: string };
}

/** What is due, and what soon will be. @param today ISO day */
export async function dueList(db: Kysely<Database>, today: string): Promise<DueList> {
  const { settings } = await privacySettings(db);
  const all = (await personsWithContactData(db)).flatMap((row): DuePerson[] => {
    const roleEnds = JSON.parse(row.role_ends) as (string | null)[];
    const dueOn = contactDueOn(
      {
        hasContactData: true,
        roleEnds,
        enteredOn: row.entered_on ?? today,
        openTasks: row.open_tasks,
        hasConsent: row.consents > 0,
        keepUntil: row.keep_until,
        isRestricted: row.restricted_on !== null,
      },
      settings.contactMonths,
    );
    if (dueOn === null) return [];
    return [
      {
        personId: row.id,
        name: row.name,
        email: row.email,
        phone: row.phone,
        hasNotes: row.notes !== '',
        roleEndedOn: roleEnds.reduce<string | null>(
          (latest, end) => (end !== null && (latest === null || end > latest) ? end : latest),
          null,
        ),
        dueOn,
        keepUntil: row.keep_until,
        keepReason: row.keep_reason ?? '',
      },
    ];
  });
  all.sort((a, b) => (a.dueOn === b.dueOn ? 0 : a.dueOn < b.dueOn ? -1 : 1));
  const soon = addMonths(today, 3);
  const repliesBefore = addMonths(today, -settings.replyMonths);
  const logBefore = addMonths(today, -12 * settings.logYears);
  const replies = await db
    .selectFrom('invitation_reply')
    .innerJoin('meeting', 'meeting.id', 'invitation_reply.meeting_id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('note', '<>', '')
    .where('held_on', '<=', repliesBefore)
    .executeTakeFirstOrThrow();
  const log = await db
    .selectFrom('audit')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('at', '<', logBefore)
    .executeTakeFirstOrThrow();
  return {
    persons: all.filter((one) => one.dueOn <= today),
    coming: all.filter((one) => one.dueOn > today && one.dueOn <= soon),
    replies: { count: replies.count, before: repliesBefore },
    log: { count: log.count, before: logBefore },
  };
}

interface Row {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  notes: string;
  role_ends: string;
  entered_on: string | null;
  open_tasks: number;
  consents: number;
  keep_until: string | null;
  keep_reason: string | null;
  restricted_on: string | null;
}

/** With the end of each role: the holder's own or, where there is none, that of the term. */
async function personsWithContactData(db: Kysely<Database>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select person.id, person.name, person.email, person.phone, person.notes,
      (select json_group_array(ends_on) from (
        select ends_on from position where person_id = person.id
        union all select ends_on from office where person_id = person.id
        union all select ends_on from contact_role_holder where person_id = person.id
        union all select coalesce(seat_holder.ends_on, term.ends_on) from seat_holder
          join seat on seat.id = seat_holder.seat_id join term on term.id = seat.term_id
          where seat_holder.person_id = person.id)) as role_ends,
      (select substr(min(at), 1, 10) from audit
        where entity = 'person' and entity_id = person.id and action = 'insert') as entered_on,
      (select count(*) from task where responsible_person_id = person.id and state in ('open', 'in_progress')) as open_tasks,
      (select count(*) from consent where person_id = person.id and withdrawn_on is null) as consents,
      privacy.keep_until, privacy.keep_reason, privacy.restricted_on
    from person left join person_privacy as privacy on privacy.person_id = person.id
    where person.email is not null or person.phone is not null or person.notes <> ''
      or exists (select 1 from postal_address where person_id = person.id)
    order by person.sort_key, person.id`.execute(db);
  return rows;
}

/** Takes the words out of replies to calls of meetings held on or before the day. Returns how many. */
export async function clearReplies(trx: Kysely<Database>, before: string): Promise<number> {
  const rows = await trx
    .selectFrom('invitation_reply')
    .innerJoin('meeting', 'meeting.id', 'invitation_reply.meeting_id')
    .select(['meeting_id', 'person_id'])
    .where('note', '<>', '')
    .where('held_on', '<=', before)
    .execute();
  for (const row of rows) {
    await trx
      .updateTable('invitation_reply')
      .set({ note: '' })
      .where('meeting_id', '=', row.meeting_id)
      .where('person_id', '=', row.person_id)
      .execute();
    // The log has kept the words until now, and would from now on.
    await sql`update audit set
        before = case when before like '%"note":"_%' then json_set(before, '$.note', '[erased]') else before end,
        after = case when after like '%"note":"_%' then json_set(after, '$.note', '[erased]') else after end
      where entity = 'invitation_reply' and entity_id = ${`${row.meeting_id}/${row.person_id}`}`.execute(trx);
  }
  return rows.length;
}

/** Removes entries of the log older than the day; the file keeps a year of them whatever is asked. */
export async function clearLog(trx: Kysely<Database>, before: string): Promise<number> {
  const result = await trx.deleteFrom('audit').where('at', '<', before).executeTakeFirst();
  return Number(result.numDeletedRows);
}
