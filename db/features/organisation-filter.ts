/**
 * The filter of the register (rajaus) as a condition of SQL. Every value is a parameter; each condition is true or
 * false, never null, so that its opposite is what it leaves out.
 */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { addDays } from '../model/dates.ts';
import {
  daysAgo,
  FILTER_FIELDS,
  isGroup,
  soughtText,
  type FilterCondition,
  type FilterField,
  type FilterGroup,
  type FilterPart,
  type OrganisationFilter,
} from '../model/organisation-filter.ts';
import { helsinkiMidnight } from '../model/instants.ts';

type Condition = RawBuilder<SqlBool>;

const ALWAYS: Condition = sql<SqlBool>`1`;
const NEVER: Condition = sql<SqlBool>`0`;
const not = (condition: Condition): Condition => sql<SqlBool>`not (${condition})`;
const and = (...all: Condition[]): Condition => sql<SqlBool>`(${sql.join(all, sql` and `)})`;
const or = (...all: Condition[]): Condition => sql<SqlBool>`(${sql.join(all, sql` or `)})`;
const known = (condition: Condition): Condition => sql<SqlBool>`coalesce(${condition}, 0)`;
const own = (column: string): RawBuilder<unknown> => sql.ref(`organisation.${column}`);
/** One parameter however many values there are. */
const oneOf = (values: readonly string[]): RawBuilder<unknown> =>
  sql`in (select value from json_each(${JSON.stringify(values)}))`;

/** @param today the day on which seats, networks and tasks are as asked, ISO */
export function filterCondition(filter: OrganisationFilter, today: string): Condition {
  return group(filter, today);
}

function group(filter: OrganisationFilter | FilterGroup, today: string): Condition {
  if (filter.parts.length === 0) return ALWAYS;
  const parts = (filter.parts as FilterPart[]).map((part) =>
    isGroup(part) ? group(part, today) : condition(part, today),
  );
  return filter.match === 'all' ? and(...parts) : or(...parts);
}

function condition(one: FilterCondition, today: string): Condition {
  const { field, operator, values } = one;
  switch (FILTER_FIELDS[field]) {
    case 'choice': {
      if (operator === 'empty') return not(choice(field, null, today));
      if (operator === 'notEmpty') return choice(field, null, today);
      const chosen = choice(field, values, today);
      return operator === 'isNot' ? not(chosen) : chosen;
    }
    case 'text':
      return text(one, today);
    case 'date':
      return date(one, today);
  }
}

const inForce = (alias: string, on: RawBuilder<unknown>): Condition =>
  sql<SqlBool>`${sql.ref(`${alias}.starts_on`)} <= ${on}
    and (${sql.ref(`${alias}.ends_on`)} is null or ${sql.ref(`${alias}.ends_on`)} >= ${on})`;

/** Whether the organisation has one of the values; with null, any value at all. */
function choice(field: FilterField, values: readonly string[] | null, today: string): Condition {
  const column = (name: string): Condition =>
    values === null
      ? sql<SqlBool>`${own(name)} is not null`
      : known(sql<SqlBool>`cast(${own(name)} as text) ${oneOf(values)}`);
  const among = (name: string): Condition =>
    values === null ? ALWAYS : sql<SqlBool>`${sql.ref(name)} ${oneOf(values)}`;
  const listed = (name: string): Condition =>
    values === null
      ? sql<SqlBool>`json_array_length(${own(name)}) > 0`
      : sql<SqlBool>`exists (select 1 from json_each(${own(name)}) as own where own.value ${oneOf(values)})`;
  const place = (name: string): Condition =>
    values === null
      ? sql<SqlBool>`${own('municipality_code')} is not null`
      : known(
          sql<SqlBool>`(${own('municipality_year')}, ${own('municipality_code')}) in (
            select year, code from municipality where ${sql.ref(name)} ${oneOf(values)})`,
        );
  const day = sql`${today}`;
  const is = (value: string): boolean => values === null || values.includes(value);
  switch (field) {
    case 'field':
      return column('field_id');
    case 'municipality':
      return column('municipality_code');
    case 'state':
      return column('state');
    case 'legalForm':
      return column('legal_form');
    case 'prhClass':
      return column('prh_class');
    case 'region':
      return place('region_code');
    case 'wellbeingCounty':
      return place('wellbeing_county_code');
    case 'language':
      return listed('languages');
    case 'lifeCourse':
      return listed('life_courses');
    case 'area':
      return values === null ? ALWAYS : sql<SqlBool>`coalesce(${own('area_kind')}, 'own') ${oneOf(values)}`;
    case 'worksIn':
      return values === null ? ALWAYS : worksIn(values);
    case 'network':
      return sql<SqlBool>`organisation.id in (select organisation_id from network_member as member
        where ${inForce('member', day)} and ${among('member.network_id')})`;
    case 'boardNetwork':
      return sql<SqlBool>`organisation.id in (select organisation_id from board_organisation as member
        where ${inForce('member', day)} and ${among('member.board_id')})`;
    case 'seat':
      return sql<SqlBool>`organisation.id in (select holder.organisation_id from seat_holder as holder
        join seat on seat.id = holder.seat_id join term on term.id = seat.term_id
        where holder.organisation_id is not null and term.ends_on >= ${today}
          and ${inForce('holder', day)} and ${among('seat.board_id')})`;
    case 'tag':
      return sql<SqlBool>`organisation.id in (select organisation_id from organisation_tag
        where ${among('organisation_tag.tag')})`;
    case 'tasks': {
      const overdue = is('open') ? ALWAYS : is('overdue') ? sql<SqlBool>`task.due_on < ${today}` : NEVER;
      return sql<SqlBool>`organisation.id in (select responsible_organisation_id from task
        where responsible_organisation_id is not null and state in ('open', 'in_progress') and ${overdue})`;
    }
    case 'unanswered': {
      const parts = [
        ...(is('call') ? [unansweredCall(today)] : []),
        ...(is('delivery') ? [unansweredDelivery(today)] : []),
      ];
      return parts.length === 0 ? NEVER : or(...parts);
    }
    case 'name':
    case 'contact':
    case 'email':
    case 'phone':
    case 'web':
    case 'businessId':
    case 'registerNumber':
    case 'postOffice':
    case 'notes':
    case 'checkedOn':
    case 'changed':
      throw new TypeError(`${field} is no choice`);
  }
}

/** By its area of work (toiminta-alue): named municipalities, its region, the country, or where it is at home. */
function worksIn(codes: readonly string[]): Condition {
  const home = sql`(select region_code from municipality
    where year = ${own('municipality_year')} and code = ${own('municipality_code')})`;
  return known(sql<SqlBool>`case ${own('area_kind')}
    when 'country' then 1
    when 'municipalities' then exists (select 1 from json_each(${own('area_codes')}) as own where own.value ${oneOf(codes)})
    when 'region' then ${home} in (select region_code from municipality
      where year = ${own('municipality_year')} and code ${oneOf(codes)})
    else ${own('municipality_code')} ${oneOf(codes)} end`);
}

/** Somebody who represents it is called to a meeting to come, and has not replied. */
function unansweredCall(today: string): Condition {
  return sql<SqlBool>`organisation.id in (select holder.organisation_id from meeting
    join seat on seat.board_id = meeting.board_id join seat_holder as holder on holder.seat_id = seat.id
    where meeting.state = 'called' and meeting.cancelled_on is null and meeting.held_on >= ${today}
      and holder.organisation_id is not null and ${inForce('holder', sql.ref('meeting.held_on'))}
      and (holder.role = 'member' or exists (select 1 from called_deputy
        where called_deputy.meeting_id = meeting.id and called_deputy.person_id = holder.person_id))
      and not exists (select 1 from invitation_reply
        where invitation_reply.meeting_id = meeting.id and invitation_reply.person_id = holder.person_id))`;
}

/**
 * The newest version of a document went to it, or to somebody who holds a seat for it, and nobody has acknowledged it.
 * A draft made after that changes nothing (see `stateAfter`).
 */
function unansweredDelivery(today: string): Condition {
  const sent = sql<SqlBool>`(select event from delivery_event
      where delivery_id = delivery.id and event <> 'prepared' order by number desc limit 1) = 'sent'
    and delivery.number = (select max(other.number) from delivery as other
      where other.meeting_id = delivery.meeting_id and other.kind = delivery.kind
        and other.person_id is delivery.person_id and other.organisation_id is delivery.organisation_id)`;
  return sql<SqlBool>`organisation.id in (
    select organisation_id from delivery where organisation_id is not null and ${sent}
    union select holder.organisation_id from delivery join seat_holder as holder on holder.person_id = delivery.person_id
    where holder.organisation_id is not null and ${inForce('holder', sql`${today}`)} and ${sent})`;
}

const TEXT_COLUMNS: Partial<Record<FilterField, readonly string[]>> = {
  name: ['name_fi', 'name_sv', 'name_en'],
  email: ['email'],
  phone: ['phone'],
  web: ['web'],
  businessId: ['business_id'],
  registerNumber: ['register_number'],
  postOffice: ['post_office'],
  notes: ['notes'],
};

function text({ field, operator, values }: FilterCondition, today: string): Condition {
  const sought = soughtText(field, values[0] ?? '');
  const says = (column: RawBuilder<unknown>): Condition => {
    if (operator === 'empty' || operator === 'notEmpty') return known(sql<SqlBool>`${column} <> ''`);
    return operator === 'is' || operator === 'isNot'
      ? sql<SqlBool>`(${column} is not null and fold(${column}) = ${sought})`
      : sql<SqlBool>`(${column} is not null and instr(fold(${column}), ${sought}) > 0)`;
  };
  const parts = (TEXT_COLUMNS[field] ?? []).map((name) => says(own(name)));
  if (field === 'name')
    parts.push(
      sql<SqlBool>`organisation.id in (select organisation_id from organisation_name
        where ${says(sql.ref('organisation_name.name'))})`,
    );
  if (field === 'contact')
    parts.push(
      sql<SqlBool>`organisation.id in (select organisation_id from position join person on person.id = position.person_id
        where position.role = 'contact' and (position.starts_on is null or position.starts_on <= ${today})
          and (position.ends_on is null or position.ends_on >= ${today}) and ${says(sql.ref('person.name'))})`,
    );
  const any = or(...parts);
  return operator === 'isNot' || operator === 'containsNot' || operator === 'empty' ? not(any) : any;
}

function date({ field, operator, values }: FilterCondition, today: string): Condition {
  const [value = ''] = values;
  const days = daysAgo(today, Number(value));
  // A day on or after one; null: later than the calendar goes.
  const since = (day: string | null): Condition => {
    if (day === null) return NEVER;
    return field === 'changed'
      ? sql<SqlBool>`organisation.id in (select entity_id from audit
          where entity = 'organisation' and at >= ${helsinkiMidnight(day)})`
      : known(sql<SqlBool>`${own('checked_on')} >= ${day}`);
  };
  const has =
    field === 'changed'
      ? sql<SqlBool>`exists (select 1 from audit where entity = 'organisation' and entity_id = organisation.id)`
      : sql<SqlBool>`${own('checked_on')} is not null`;
  switch (operator) {
    case 'is':
      return and(since(value), not(since(nextDay(value))));
    case 'before':
      return and(has, not(since(value)));
    case 'after':
      return since(nextDay(value));
    case 'lastDays':
      return since(days);
    case 'olderDays':
      return and(has, not(since(days)));
    case 'empty':
      return not(has);
    case 'notEmpty':
      return has;
    case 'isNot':
    case 'contains':
    case 'containsNot':
      throw new TypeError(`${operator} is not asked of a day`);
  }
}

function nextDay(day: string): string | null {
  return day === '9999-12-31' ? null : addDays(day, 1);
}
