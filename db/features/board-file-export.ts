/**
 * Writes a board as a board file: what `importBoardFile` brings in again. Results are left out as everywhere in the file;
 * so are mentions (they become the words that they are), frozen minutes and issued versions, cancelled meetings, and
 * stretches of presence that cover no item.
 */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import { type BoardFile, type BoardFileInput, parseBoardFile } from '../model/board-file.ts';
import { AppError } from '../model/errors.ts';
import { meetingNumberText } from '../model/numbering.ts';
import { meetingsOf, type Places } from './board-file-export-meetings.ts';
import { Names } from './board-file-names.ts';

/** @throws AppError NOT_FOUND, BOARD_FILE_INVALID where the database holds what a file cannot tell */
export async function exportBoardFile(db: Kysely<Database>, boardId: string): Promise<BoardFile> {
  const board = await db.selectFrom('board').selectAll().where('id', '=', boardId).executeTakeFirst();
  if (!board) throw new AppError('NOT_FOUND', { what: 'board' });
  const names = await Names.of(db);
  const parent =
    board.parent_id === null
      ? null
      : await db
          .selectFrom('board')
          .select('short_name')
          .where('id', '=', board.parent_id)
          .executeTakeFirst();
  const terms = await termsOf(db, boardId, names);
  const offices = await db
    .selectFrom('office')
    .selectAll()
    .where('board_id', '=', boardId)
    .orderBy('starts_on')
    .orderBy('id')
    .execute();
  const meetings = await meetingsOf(db, boardId, names);
  const tasks = await tasksOf(db, boardId, names, meetings.places);
  const ideas = await ideasOf(db, boardId, names, meetings.places);
  const profiles = await db
    .selectFrom('rule_profile')
    .selectAll()
    .where('board_id', '=', boardId)
    .orderBy('valid_from')
    .execute();
  const officesOut = offices.map((one) => ({
    person: names.person(one.person_id)!,
    office: one.office,
    title: one.title,
    startsOn: one.starts_on,
    endsOn: one.ends_on,
  }));
  const register = await registerOf(db, names);
  return parseBoardFile({
    format: 'pykala-board',
    version: 2,
    classificationYear: register.year ?? board.region_year,
    board: {
      name: { fi: board.name_fi, sv: board.name_sv, en: board.name_en },
      shortName: board.short_name,
      kind: board.kind,
      parent: parent?.short_name ?? null,
      region: board.region_code,
      appointedBy: board.appointed_by,
      appointmentDecision: board.appointment_decision,
      meetingsPerYear: board.meetings_per_year,
    },
    ruleProfiles: profiles.map((one) => ({
      validFrom: one.valid_from,
      rules: JSON.parse(one.rules) as Record<string, unknown>,
    })),
    ...register.parts,
    terms,
    offices: officesOut,
    meetings: meetings.out,
    tasks,
    ideas,
  });
}

async function termsOf(
  db: Kysely<Database>,
  boardId: string,
  names: Names,
): Promise<BoardFileInput['terms']> {
  const terms = await db
    .selectFrom('term')
    .selectAll()
    .where('board_id', '=', boardId)
    .orderBy('starts_on')
    .execute();
  const seats = await db
    .selectFrom('seat')
    .selectAll()
    .where('board_id', '=', boardId)
    .orderBy('number')
    .execute();
  const holders = await db
    .selectFrom('seat_holder')
    .innerJoin('seat', 'seat.id', 'seat_holder.seat_id')
    .selectAll('seat_holder')
    .where('seat.board_id', '=', boardId)
    .orderBy('seat_holder.role', 'desc')
    .orderBy('seat_holder.starts_on')
    .orderBy('seat_holder.id')
    .execute();
  return terms.map((term) => ({
    startsOn: term.starts_on,
    endsOn: term.ends_on,
    basis: term.basis,
    seats: seats
      .filter((seat) => seat.term_id === term.id)
      .map((seat) => ({
        number: seat.number,
        field: names.field(seat.field_id),
        holders: holders
          .filter((holder) => holder.seat_id === seat.id)
          .map((holder) => ({
            person: names.person(holder.person_id)!,
            organisation: names.organisation(holder.organisation_id),
            role: holder.role,
            startsOn: holder.starts_on,
            endsOn: holder.ends_on,
          })),
      })),
  }));
}

/** The persons and organisations that the rest refers to, and what these refer to in turn. */
async function registerOf(db: Kysely<Database>, names: Names) {
  const persons = (
    await db.selectFrom('person').selectAll().orderBy('sort_key').orderBy('id').execute()
  ).filter(({ id }) => names.hasPerson(id));
  const positions = await db.selectFrom('position').selectAll().orderBy('starts_on').orderBy('id').execute();
  const personsOut = persons.map((person) => ({
    id: names.person(person.id)!,
    name: person.name,
    shortName: person.short_name,
    email: person.email,
    phone: person.phone,
    language: person.language,
    notes: person.notes,
    positions: positions
      .filter((one) => one.person_id === person.id)
      .map((one) => ({
        organisation: names.organisation(one.organisation_id)!,
        role: one.role,
        title: one.title,
        startsOn: one.starts_on,
        endsOn: one.ends_on,
      })),
  }));
  const organisations = (
    await db.selectFrom('organisation').selectAll().orderBy('sort_key').orderBy('id').execute()
  ).filter(({ id }) => names.hasOrganisation(id));
  const organisationsOut = organisations.map((one) => ({
    id: names.organisation(one.id)!,
    name: { fi: one.name_fi, sv: one.name_sv, en: one.name_en },
    legalForm: one.legal_form,
    businessId: one.business_id,
    registerNumber: one.register_number,
    prhClass: one.prh_class,
    field: names.field(one.field_id),
    municipality: one.municipality_code,
    email: one.email,
    phone: one.phone,
    web: one.web,
    streetAddress: one.street_address,
    postalCode: one.postal_code,
    postOffice: one.post_office,
    languages: JSON.parse(one.languages) as string[],
    contactRole: one.contact_role,
    notes: one.notes,
    checkedOn: one.checked_on,
    state: one.state,
  }));
  const fields = (await db.selectFrom('field').selectAll().orderBy('position').execute()).filter(({ id }) =>
    names.hasField(id),
  );
  const years = organisations.flatMap(({ municipality_year }) => municipality_year ?? []);
  return {
    year: years.length === 0 ? null : Math.max(...years),
    parts: {
      fields: fields.map((one) => ({
        key: names.field(one.id)!,
        name: { fi: one.name_fi, sv: one.name_sv, en: one.name_en },
      })),
      organisations: organisationsOut,
      persons: personsOut,
    },
  };
}

async function tasksOf(db: Kysely<Database>, boardId: string, names: Names, places: Places) {
  const tasks = await db
    .selectFrom('task')
    .selectAll()
    .where('board_id', '=', boardId)
    .orderBy('code')
    .execute();
  const changes = await db
    .selectFrom('task_deadline_change')
    .innerJoin('task', 'task.id', 'task_deadline_change.task_id')
    .selectAll('task_deadline_change')
    .where('task.board_id', '=', boardId)
    .orderBy('changed_on')
    .orderBy('task_deadline_change.id')
    .execute();
  const placeOf = (itemId: string | null) => (itemId === null ? null : (places.get(itemId) ?? null));
  return tasks.map((task) => {
    const decided = placeOf(task.decided_item_id);
    const words = decided === null ? null : `${decided.meeting} § ${decided.section}`;
    return {
      code: task.code,
      title: task.title,
      responsiblePerson: names.person(task.responsible_person_id),
      responsibleOrganisation: names.organisation(task.responsible_organisation_id),
      dueOn: task.due_on,
      state: task.state,
      result: task.result,
      decided,
      decidedReference: task.decided_reference === '' ? words : task.decided_reference,
      deadlineChanges: changes
        .filter((one) => one.task_id === task.id)
        .map((one) => ({
          oldDueOn: one.old_due_on,
          newDueOn: one.new_due_on,
          decided: placeOf(one.item_id),
          reason: one.reason,
          changedOn: one.changed_on,
        })),
    };
  });
}

async function ideasOf(db: Kysely<Database>, boardId: string, names: Names, places: Places) {
  const ideas = await db
    .selectFrom('idea')
    .leftJoin('item_origin', 'item_origin.idea_id', 'idea.id')
    .leftJoin('meeting', 'meeting.id', 'idea.wanted_meeting_id')
    .selectAll('idea')
    .select(['item_origin.item_id as itemId', 'meeting.number', 'meeting.year', 'meeting.state'])
    .where('idea.board_id', '=', boardId)
    .orderBy('idea.created_on')
    .orderBy('idea.id')
    .execute();
  return ideas.map((one) => ({
    title: one.title,
    text: one.text,
    proposerPerson: names.person(one.proposer_person_id),
    proposerOrganisation: names.organisation(one.proposer_organisation_id),
    wantedMeeting:
      one.number === null || one.year === null || one.state === 'cancelled'
        ? null
        : meetingNumberText({ number: one.number, year: one.year }),
    wantedOn: one.wanted_on,
    createdOn: one.created_on,
    rejectedOn: one.rejected_on,
    rejectionReason: one.rejection_reason,
    takenTo: one.itemId === null ? null : (places.get(one.itemId) ?? null),
  }));
}
