/** The filter of the register: what SQL lets through is what a plain evaluation of the same facts does. */
import fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listOrganisations } from '../../db/features/organisation-list.ts';
import { importFields } from '../../db/features/classification.ts';
import { fieldsSchema } from '../../db/model/classification.ts';
import { addDays } from '../../db/model/dates.ts';
import { foldText } from '../../db/model/fold-text.ts';
import { newId } from '../../db/model/identity.ts';
import { helsinkiMidnight } from '../../db/model/instants.ts';
import { sortKey } from '../../db/model/sort-key.ts';
import {
  FILTER_FIELD_IDS,
  FILTER_FIELDS,
  isGroup,
  isWhole,
  operatorsOf,
  organisationFilterSchema,
  valuesOf,
  type FilterCondition,
  type FilterField,
  type FilterPart,
  type OrganisationFilter,
} from '../../db/model/organisation-filter.ts';
import { seededRandom } from '../fixtures/random.ts';
import { resource } from '../unit/resources.ts';
import { testDatabase, type TestDatabase } from './board-database.ts';

const TODAY = '2026-05-19';
const COUNT = 120;

/** Values of each field of one organisation; none is an empty list. */
type Facts = Record<FilterField, string[]>;

/** The plain evaluation. */
function passes(filter: OrganisationFilter, facts: Facts): boolean {
  const part = (one: FilterPart): boolean => (isGroup(one) ? passes(one, facts) : holds(one, facts));
  if (filter.parts.length === 0) return true;
  return filter.match === 'all' ? filter.parts.every(part) : filter.parts.some(part);
}

function holds({ field, operator, values: [value = '', ...rest] }: FilterCondition, facts: Facts): boolean {
  const own = facts[field].map((one) => (FILTER_FIELDS[field] === 'text' ? foldText(one) : one));
  const said =
    FILTER_FIELDS[field] !== 'text'
      ? value
      : field === 'registerNumber'
        ? foldText(value).replaceAll(/[.\s]/g, '')
        : foldText(value.trim());
  const limit = operator.endsWith('Days') ? addDays(TODAY, -Number(value)) : '';
  switch (operator) {
    case 'is':
      return own.some((one) => one === said || rest.includes(one));
    case 'isNot':
      return !own.some((one) => one === said || rest.includes(one));
    case 'contains':
      return own.some((one) => one.includes(said));
    case 'containsNot':
      return !own.some((one) => one.includes(said));
    case 'before':
      return own.some((one) => one < value);
    case 'after':
      return own.some((one) => one > value);
    case 'lastDays':
      return own.some((one) => one >= limit);
    case 'olderDays':
      return own.some((one) => one < limit);
    case 'empty':
      return own.length === 0;
    case 'notEmpty':
      return own.length > 0;
  }
}

let database: TestDatabase;
const register = new Map<string, Facts>();
/** Values that occur, by field: what conditions are made of. */
const occurring = new Map<FilterField, string[]>();

beforeAll(async () => {
  database = await testDatabase();
  await fill();
  for (const field of FILTER_FIELD_IDS) {
    const all = [...register.values()].flatMap((facts) => facts[field]);
    occurring.set(field, [...new Set(all)]);
  }
});
afterAll(() => database.remove());

const found = async (filter: OrganisationFilter): Promise<string[]> =>
  (await listOrganisations(database.kysely, { filter, today: TODAY, limit: 500 })).rows
    .map(({ id }) => id)
    .sort();
const expected = (filter: OrganisationFilter): string[] =>
  [...register].filter(([, facts]) => passes(filter, facts)).map(([id]) => id);

const day = fc.integer({ min: -900, max: 60 }).map((days) => addDays(TODAY, days));
const condition: fc.Arbitrary<FilterCondition> = fc
  .constantFrom(...FILTER_FIELD_IDS)
  .chain((field) => fc.tuple(fc.constant(field), fc.constantFrom(...operatorsOf(field))))
  .chain(([field, operator]) => {
    const known = occurring.get(field) ?? [];
    const value =
      FILTER_FIELDS[field] === 'date'
        ? operator.endsWith('Days')
          ? fc.integer({ min: 0, max: 900 }).map(String)
          : fc.oneof(day, fc.constantFrom(...known, TODAY))
        : FILTER_FIELDS[field] === 'text'
          ? fc.oneof(
              fc.constantFrom(...known, 'ÄITI', '%', "'"),
              fc
                .tuple(fc.constantFrom(...known, 'ry'), fc.nat(6), fc.integer({ min: 1, max: 4 }))
                .map(([text, from, length]) => text.slice(from, from + length).toUpperCase()),
            )
          : // Who works in the whole country works in any municipality that is asked.
            fc.constantFrom(...known, ...(field === 'worksIn' ? [] : ['nothing of the kind']));
    const amount = valuesOf(field, operator);
    return fc
      .array(value, {
        minLength: amount === 'none' ? 0 : 1,
        maxLength: amount === 'none' ? 0 : amount === 'one' ? 1 : 4,
      })
      .map((values): FilterCondition => ({ field, operator, values }));
  })
  .filter(isWhole);
const match = fc.constantFrom('all' as const, 'any' as const);
const filters: fc.Arbitrary<OrganisationFilter> = fc.record({
  match,
  parts: fc.array(
    fc.oneof(
      { arbitrary: condition, weight: 3 },
      {
        arbitrary: fc.record({ match, parts: fc.array(condition, { minLength: 1, maxLength: 3 }) }),
        weight: 1,
      },
    ),
    { maxLength: 4 },
  ),
});

describe('the filter in SQL', () => {
  it('lets through what a plain evaluation does, condition by condition', async () => {
    for (const field of FILTER_FIELD_IDS)
      expect(occurring.get(field)?.length, `${field} occurs`).toBeGreaterThan(0);
    await fc.assert(
      fc.asyncProperty(condition, async (one) => {
        const filter: OrganisationFilter = { match: 'all', parts: [one] };
        expect(await found(filter)).toEqual(expected(filter).sort());
      }),
      { numRuns: 600 },
    );
  });

  it('and combined, with groups', async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        expect(v.parse(organisationFilterSchema, filter)).toEqual(filter);
        expect(await found(filter)).toEqual(expected(filter).sort());
      }),
      { numRuns: 300 },
    );
  });

  it('sees at once what was written since', async () => {
    const filter: OrganisationFilter = {
      match: 'all',
      parts: [{ field: 'tasks', operator: 'empty', values: [] }],
    };
    const [id = ''] = await found(filter);
    const boardId = database.raw.prepare('select id from board').pluck().get() as string;
    await database.change(async (trx) => {
      await trx
        .insertInto('task')
        .values({
          id: newId(),
          board_id: boardId,
          code: 'TP-999',
          title: 'Vastaus',
          responsible_organisation_id: id,
        })
        .execute();
    });
    expect(await found(filter)).not.toContain(id);
    register.get(id)?.tasks.push('open');
  });
});

it('conditions that ask nothing, or the wrong thing, are refused', () => {
  const parse = (one: unknown): boolean =>
    v.safeParse(organisationFilterSchema, { match: 'all', parts: [one] }).success;
  expect(parse({ field: 'name', operator: 'contains', values: ['x'] })).toBe(true);
  expect(parse({ field: 'name', operator: 'contains', values: [' '] })).toBe(false);
  expect(parse({ field: 'name', operator: 'before', values: ['2026-01-01'] })).toBe(false);
  expect(parse({ field: 'checkedOn', operator: 'before', values: ['2026-02-31'] })).toBe(false);
  expect(parse({ field: 'checkedOn', operator: 'lastDays', values: ['-1'] })).toBe(false);
  expect(parse({ field: 'municipality', operator: 'is', values: [] })).toBe(false);
  expect(parse({ field: 'municipality', operator: 'empty', values: ['167'] })).toBe(false);
  expect(parse({ match: 'any', parts: [] })).toBe(false);
  const inner = { match: 'any', parts: [{ field: 'email', operator: 'empty', values: [] }] };
  expect(parse(inner)).toBe(true);
  expect(parse({ match: 'any', parts: [inner] })).toBe(false);
});

it('days of Finland begin at the right instant, in summer and in winter', () => {
  expect(helsinkiMidnight('2026-05-19')).toBe('2026-05-18T21:00:00.000Z');
  expect(helsinkiMidnight('2026-01-19')).toBe('2026-01-18T22:00:00.000Z');
  // The nights in which the clocks turn.
  expect(helsinkiMidnight('2026-03-29')).toBe('2026-03-28T22:00:00.000Z');
  expect(helsinkiMidnight('2026-10-25')).toBe('2026-10-24T21:00:00.000Z');
});

/** A random register, and beside each row what it means. */
async function fill(): Promise<void> {
  const random = seededRandom(4711);
  const upTo = (count: number): number => Math.floor(random() * count);
  const pick = <T>(list: readonly T[]): T => list[upTo(list.length)]!;
  const maybe = <T>(list: readonly T[], chance = 0.5): T | null => (random() < chance ? pick(list) : null);
  const some = <T>(list: readonly T[], chance: number): T[] => list.filter(() => random() < chance);
  const isOn = (from: string, to: string | null): boolean => from <= TODAY && (to === null || to >= TODAY);
  const period = (): { starts_on: string; ends_on: string | null } => {
    const starts_on = addDays(TODAY, upTo(400) - 380);
    return {
      starts_on,
      ends_on: maybe([addDays(starts_on, upTo(500)), starts_on > TODAY ? starts_on : TODAY]),
    };
  };
  const trx = database.kysely;
  await database.change(async (write) => {
    await importFields(write, v.parse(fieldsSchema, resource('classifications/fields.json')));
    const fields = (await write.selectFrom('field').select('id').execute()).map(({ id }) => id).slice(0, 4);
    const places = await write.selectFrom('municipality').selectAll().limit(7).execute();
    const boards = [newId(), newId()];
    const networks = [newId(), newId()];
    for (const [position, id] of boards.entries())
      await write
        .insertInto('board')
        .values({ id, name_fi: `Toimielin ${position}`, short_name: `T${position}`, position })
        .execute();
    for (const id of networks) await write.insertInto('network').values({ id, name_fi: id }).execute();
    const terms: { id: string; board: string; ends_on: string }[] = [];
    for (const board of boards)
      for (const ends_on of ['2026-12-31', '2026-03-31']) {
        const id = newId();
        await write
          .insertInto('term')
          .values({ id, board_id: board, starts_on: '2024-01-01', ends_on })
          .execute();
        terms.push({ id, board, ends_on });
      }
    // One meeting to come and one that was held.
    const meeting = { id: newId(), board: boards[0]!, held_on: addDays(TODAY, 9) };
    for (const [number, one] of [meeting, { ...meeting, id: newId(), held_on: '2026-02-01' }].entries())
      await write
        .insertInto('meeting')
        .values({
          id: one.id,
          board_id: one.board,
          number: number + 1,
          year: 2026,
          held_on: one.held_on,
          state: 'called',
        })
        .execute();
    let seatNumber = 0;
    for (let index = 0; index < COUNT; index += 1) {
      const id = newId();
      const place = maybe(places, 0.85);
      const name =
        pick(['Äiti ja lapsi ry', 'Martat', '4H-yhdistys', 'Öljymäen kylä', "O'Hara 100%"]) + index;
      const area_kind = maybe(['municipalities', 'region', 'country'] as const);
      const areaCodes = area_kind === 'municipalities' ? some(places, 0.4).map(({ code }) => code) : [];
      const row = {
        id,
        name_fi: name,
        name_sv: maybe(['Mödrar', 'Ålands by']),
        name_en: maybe(['Mothers']),
        sort_key: sortKey(name),
        legal_form: pick(['association', 'foundation', 'public'] as const),
        business_id: maybe([`${1_000_000 + index}-1`]),
        register_number: maybe([String(100_000 + index)]),
        prh_class: maybe([1, 2, 9, 10]),
        field_id: maybe(fields),
        municipality_year: place?.year ?? null,
        municipality_code: place?.code ?? null,
        email: maybe([`a${index}@Esimerkki.fi`]),
        phone: maybe(['013 123', '+358 40 1']),
        web: maybe(['https://esimerkki.fi']),
        post_office: maybe(['JOENSUU', 'Åbo']),
        languages: JSON.stringify(some(['fi', 'sv', 'fi-selko'], 0.4)),
        life_courses: JSON.stringify(some(['children', 'older'], 0.3)),
        area_kind,
        area_codes: JSON.stringify(areaCodes),
        notes: maybe(['Soita Ärjälle', 'muista']) ?? '',
        checked_on: maybe([addDays(TODAY, -upTo(800)), TODAY, addDays(TODAY, -30)]),
        state: pick(['active', 'active', 'dormant', 'dissolved'] as const),
      };
      await write.insertInto('organisation').values(row).execute();
      const former = maybe(['Vanha Nimi ry', 'ÄITIEN apu'], 0.2);
      if (former !== null)
        await write
          .insertInto('organisation_name')
          .values({ id: newId(), organisation_id: id, name: former })
          .execute();
      const tags = some(['avustus', 'kumppani'], 0.3);
      for (const tag of tags)
        await write.insertInto('organisation_tag').values({ organisation_id: id, tag }).execute();
      const facts: Facts = {
        field: row.field_id === null ? [] : [row.field_id],
        municipality: place ? [place.code] : [],
        region: place ? [place.region_code] : [],
        wellbeingCounty: place ? [place.wellbeing_county_code] : [],
        worksIn:
          area_kind === 'country'
            ? places.map(({ code }) => code)
            : area_kind === 'municipalities'
              ? areaCodes
              : area_kind === 'region'
                ? places.filter((one) => one.region_code === place?.region_code).map(({ code }) => code)
                : place
                  ? [place.code]
                  : [],
        area: [area_kind ?? 'own'],
        network: [],
        boardNetwork: [],
        seat: [],
        lifeCourse: JSON.parse(row.life_courses) as string[],
        tag: tags,
        language: JSON.parse(row.languages) as string[],
        state: [row.state],
        legalForm: [row.legal_form],
        prhClass: row.prh_class === null ? [] : [String(row.prh_class)],
        tasks: [],
        unanswered: [],
        name: [name, row.name_sv, row.name_en, former].filter((one) => one !== null),
        contact: [],
        email: row.email === null ? [] : [row.email],
        phone: row.phone === null ? [] : [row.phone],
        web: row.web === null ? [] : [row.web],
        businessId: row.business_id === null ? [] : [row.business_id],
        registerNumber: row.register_number === null ? [] : [row.register_number],
        postOffice: row.post_office === null ? [] : [row.post_office],
        notes: row.notes === '' ? [] : [row.notes],
        checkedOn: row.checked_on === null ? [] : [row.checked_on],
        changed: [],
      };
      for (const network_id of some(networks, 0.3)) {
        const when = period();
        await write
          .insertInto('network_member')
          .values({ id: newId(), network_id, organisation_id: id, ...when })
          .execute();
        if (isOn(when.starts_on, when.ends_on)) facts.network.push(network_id);
      }
      for (const board_id of some(boards, 0.3)) {
        const when = period();
        await write
          .insertInto('board_organisation')
          .values({ id: newId(), board_id, organisation_id: id, ...when })
          .execute();
        if (isOn(when.starts_on, when.ends_on)) facts.boardNetwork.push(board_id);
      }
      const persons: string[] = [];
      for (let person = 0; person < upTo(3); person += 1) {
        const personId = newId();
        const personName = pick(['Åsa Ek', 'Veikko Virtanen', 'Äijä Ö']);
        await write
          .insertInto('person')
          .values({ id: personId, name: personName, sort_key: sortKey(personName) })
          .execute();
        persons.push(personId);
        const role = pick(['contact', 'chair'] as const);
        const when = period();
        const starts_on = maybe([when.starts_on]);
        const ends_on = maybe([when.ends_on ?? TODAY]);
        await write
          .insertInto('position')
          .values({
            id: newId(),
            person_id: personId,
            organisation_id: id,
            role,
            starts_on,
            ends_on: ends_on !== null && starts_on !== null && ends_on < starts_on ? null : ends_on,
          })
          .execute();
        const end = ends_on !== null && starts_on !== null && ends_on < starts_on ? null : ends_on;
        if (role === 'contact' && isOn(starts_on ?? '0001-01-01', end)) facts.contact.push(personName);
        if (random() < 0.5) {
          const term = pick(terms);
          const seat = newId();
          await write
            .insertInto('seat')
            .values({ id: seat, board_id: term.board, term_id: term.id, number: (seatNumber += 1) })
            .execute();
          const held = period();
          const seatRole = pick(['member', 'deputy'] as const);
          await write
            .insertInto('seat_holder')
            .values({
              id: newId(),
              seat_id: seat,
              person_id: personId,
              organisation_id: id,
              role: seatRole,
              ...held,
            })
            .execute();
          if (isOn(held.starts_on, held.ends_on) && term.ends_on >= TODAY) facts.seat.push(term.board);
          const isCalled = random() < 0.5;
          if (isCalled)
            await write
              .insertInto('called_deputy')
              .values({ meeting_id: meeting.id, person_id: personId, called_on: TODAY })
              .execute();
          const hasReplied = random() < 0.4;
          if (hasReplied)
            await write
              .insertInto('invitation_reply')
              .values({
                meeting_id: meeting.id,
                person_id: personId,
                reply: 'coming',
                replied_on: TODAY,
                channel: 'email',
              })
              .execute();
          const onTheDay =
            held.starts_on <= meeting.held_on && (held.ends_on === null || held.ends_on >= meeting.held_on);
          if (term.board === meeting.board && onTheDay && (seatRole === 'member' || isCalled) && !hasReplied)
            facts.unanswered.push('call');
          if (random() < 0.5) {
            const isOpen = await deliver({ person_id: personId, organisation_id: null });
            if (isOpen && isOn(held.starts_on, held.ends_on)) facts.unanswered.push('delivery');
          }
        }
      }
      if (random() < 0.4 && (await deliver({ person_id: null, organisation_id: id })))
        facts.unanswered.push('delivery');
      for (let task = 0; task < upTo(3); task += 1) {
        const state = pick(['open', 'in_progress', 'done', 'cancelled'] as const);
        const due_on = maybe([addDays(TODAY, -3), TODAY, addDays(TODAY, 4)]);
        await write
          .insertInto('task')
          .values({
            id: newId(),
            board_id: boards[0]!,
            code: `TP-${index}-${task}`,
            title: 'Tehtävä',
            state,
            due_on,
            responsible_organisation_id: id,
          })
          .execute();
        if (state === 'open' || state === 'in_progress') {
          facts.tasks.push('open');
          if (due_on !== null && due_on < TODAY) facts.tasks.push('overdue');
        }
      }
      register.set(id, facts);
    }

    async function deliver(to: {
      person_id: string | null;
      organisation_id: string | null;
    }): Promise<boolean> {
      let isOpen = false;
      for (let number = 1; number <= 1 + upTo(2); number += 1) {
        const delivery = newId();
        await write
          .insertInto('delivery')
          .values({
            id: delivery,
            meeting_id: meeting.id,
            kind: 'minutes',
            number,
            sha256: String(number).repeat(64),
            ...to,
          })
          .execute();
        const events = pick([
          ['prepared'],
          ['sent'],
          ['sent', 'prepared'],
          ['sent', 'acknowledged'],
          ['sent', 'bounced', 'prepared'],
        ] as const);
        for (const [at, event] of events.entries())
          await write
            .insertInto('delivery_event')
            .values({
              id: newId(),
              delivery_id: delivery,
              number: at + 1,
              event,
              channel: 'email',
              happened_on: TODAY,
              noted_at: `${TODAY}T10:00:00Z`,
              noted_by: 't',
            })
            .execute();
        isOpen =
          events[0] === 'sent' &&
          !(events as readonly string[]).some((e) => e === 'acknowledged' || e === 'bounced');
      }
      return isOpen;
    }
  });
  // The log with days of its own, as if the changes were spread over two years; a few have left it.
  const drop = database.raw
    .prepare(`select name from sqlite_schema where type = 'trigger' and name like 'audit_no_%'`)
    .pluck()
    .all() as string[];
  for (const name of drop) database.raw.exec(`drop trigger "${name}"`);
  const rows = await trx
    .selectFrom('audit')
    .select(['id', 'entity_id'])
    .where('entity', '=', 'organisation')
    .execute();
  for (const row of rows) {
    if (random() < 0.1) {
      database.raw.prepare('delete from audit where id = ?').run(row.id);
      continue;
    }
    const on = addDays(TODAY, -upTo(700));
    // Half past midnight in Finland is still yesterday in UTC.
    const at = new Date(Date.parse(helsinkiMidnight(on)) + 30 * 60_000).toISOString();
    database.raw.prepare('update audit set at = ? where id = ?').run(at, row.id);
    register.get(row.entity_id)?.changed.push(on);
  }
}
