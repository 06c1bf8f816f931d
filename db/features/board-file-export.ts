/**
 * Writes a board as a board file: what `importBoardFile` brings in again. Results are left out as everywhere in the file;
 * so are mentions (they become the words that they are), frozen minutes and issued versions, cancelled meetings, and
 * stretches of presence that cover no item.
 */
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../core/schema.ts';
import { parseBoardFile, type BoardFile, type BoardFileInput } from '../model/board-file.ts';
import { AppError } from '../model/errors.ts';
import { KIND_RULES } from '../model/meeting-kind.ts';
import { numbersFrozen } from '../model/meeting-state.ts';
import { meetingNumberText } from '../model/numbering.ts';
import { withoutMentions } from '../model/rich-text.ts';
import { readContent } from './files.ts';
import { loadMeeting, parseText, type MeetingRows } from './meeting-rows.ts';
import { sectionsOf } from './meeting-view.ts';

type MeetingOut = NonNullable<BoardFileInput['meetings']>[number];
type ItemOut = NonNullable<MeetingOut['items']>[number];
type Row<Table extends keyof Database> = Selectable<Database[Table]>;

/** A file larger than this is named and left out. */
const LARGEST_FILE = 20 * 1024 * 1024;

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

/** Local ids: given to what is referred to, in the order in which that happens, so that they are the same in every export. */
class Names {
  readonly #persons: LocalIds;
  readonly #organisations: LocalIds;
  readonly #fields: LocalIds;

  private constructor(persons: LocalIds, organisations: LocalIds, fields: LocalIds) {
    this.#persons = persons;
    this.#organisations = organisations;
    this.#fields = fields;
  }

  static async of(db: Kysely<Database>): Promise<Names> {
    const persons = await db.selectFrom('person').select(['id', 'short_name', 'name']).execute();
    const organisations = await db.selectFrom('organisation').select(['id', 'name_fi']).execute();
    const fields = await db.selectFrom('field').select(['id', 'key']).execute();
    return new Names(
      new LocalIds(persons.map(({ id, short_name, name }) => [id, short_name ?? name])),
      new LocalIds(organisations.map(({ id, name_fi }) => [id, name_fi])),
      new LocalIds(fields.map(({ id, key }) => [id, key])),
    );
  }

  person(id: string | null): string | null {
    return this.#persons.use(id);
  }
  organisation(id: string | null): string | null {
    return this.#organisations.use(id);
  }
  field(id: string | null): string | null {
    return this.#fields.use(id);
  }
  hasPerson(id: string): boolean {
    return this.#persons.isUsed(id);
  }
  hasOrganisation(id: string): boolean {
    return this.#organisations.isUsed(id);
  }
  hasField(id: string): boolean {
    return this.#fields.isUsed(id);
  }
}

/** Each thing by its own name, at most 50 characters of it; namesakes are numbered. */
class LocalIds {
  readonly #names: ReadonlyMap<string, string>;
  readonly #given = new Map<string, string>();
  readonly #taken = new Set<string>();

  constructor(rows: readonly (readonly [id: string, name: string])[]) {
    this.#names = new Map(rows);
  }

  use(id: string | null): string | null {
    if (id === null) return null;
    const known = this.#given.get(id);
    if (known !== undefined) return known;
    const base = (this.#names.get(id) ?? '').trim().slice(0, 50).trim() || 'x';
    let local = base;
    for (let n = 2; this.#taken.has(local); n++) local = `${base} (${n})`;
    this.#taken.add(local);
    this.#given.set(id, local);
    return local;
  }

  isUsed(id: string): boolean {
    return this.#given.has(id);
  }
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

/** Where an item stands in the file. */
type Places = Map<string, { meeting: string; section: number }>;

async function meetingsOf(
  db: Kysely<Database>,
  boardId: string,
  names: Names,
): Promise<{ out: MeetingOut[]; places: Places }> {
  const rows = await db
    .selectFrom('meeting')
    .select('id')
    .where('board_id', '=', boardId)
    .where('state', '!=', 'cancelled')
    .orderBy('year')
    .orderBy('number')
    .execute();
  const places: Places = new Map();
  const out: MeetingOut[] = [];
  for (const { id } of rows) {
    const meeting = await loadMeeting(db, id);
    const sections = await sectionsOf(db, meeting);
    for (const [index, item] of meeting.items.entries())
      places.set(item.id, { meeting: meetingNumberText(meeting.meeting), section: sections[index]! });
    out.push(await meetingOut(db, meeting, sections, names));
  }
  return { out, places };
}

async function meetingOut(
  db: Kysely<Database>,
  rows: MeetingRows,
  sections: readonly number[],
  names: Names,
): Promise<MeetingOut> {
  const { meeting, items } = rows;
  const sectionOf = (itemId: string | null): number | null =>
    itemId === null ? null : (sections[items.findIndex((item) => item.id === itemId)] ?? null);
  const invitation = await db
    .selectFrom('invitation')
    .selectAll()
    .where('meeting_id', '=', meeting.id)
    .executeTakeFirst();
  const replies = await db
    .selectFrom('invitation_reply')
    .selectAll()
    .where('meeting_id', '=', meeting.id)
    .execute();
  const called = await db
    .selectFrom('called_deputy')
    .selectAll()
    .where('meeting_id', '=', meeting.id)
    .execute();
  const followed = items.length
    ? await db
        .selectFrom('item_task')
        .innerJoin('task', 'task.id', 'item_task.task_id')
        .select(['item_task.item_id', 'task.code'])
        .where(
          'item_id',
          'in',
          items.map(({ id }) => id),
        )
        .orderBy('task.code')
        .execute()
    : [];
  const secrets = items.length
    ? await db
        .selectFrom('item_publicity')
        .selectAll()
        .where('secret', '=', 1)
        .where(
          'item_id',
          'in',
          items.map(({ id }) => id),
        )
        .execute()
    : [];
  return {
    number: meeting.number,
    year: meeting.year,
    kind: meeting.kind,
    heldOn: meeting.held_on,
    plannedStart: meeting.planned_start,
    startedAt: meeting.started_at,
    endedAt: meeting.ended_at,
    place: meeting.place,
    language: meeting.language,
    state: stateOf(meeting.state),
    callSentOn: meeting.call_sent_on,
    agendaSentOn: meeting.agenda_sent_on,
    chair: names.person(meeting.chair_id),
    secretary: names.person(meeting.secretary_id),
    presenter: names.person(meeting.presenter_id),
    opener: names.person(meeting.opener_id),
    examinationDueOn: meeting.examination_due_on,
    examinedOn: meeting.examined_on,
    displayedFrom: meeting.displayed_from,
    diaryNumber: meeting.diary_number,
    examiners: rows.examinerIds.map((id) => names.person(id)!),
    attendance: rows.attendance.map((row) => ({
      person: names.person(row.person_id)!,
      capacity: row.capacity,
      title: row.title,
      excused: row.excused === 1,
      excusedOn: row.excused_on,
      presence: presenceOf(rows, row, sections),
    })),
    breaks: rows.breaks
      .filter((one) => one.ended_at !== null)
      .map((one) => ({
        startedAt: one.started_at,
        endedAt: one.ended_at!,
        section: sectionOf(one.item_id),
      })),
    invitation:
      invitation === undefined
        ? null
        : {
            plannedEnd: invitation.planned_end,
            remoteLink: invitation.remote_link,
            greeting: invitation.greeting,
          },
    calledDeputies: byPerson(
      called.map((one) => ({ person: names.person(one.person_id)!, calledOn: one.called_on })),
    ),
    replies: byPerson(
      replies.map((one) => ({
        person: names.person(one.person_id)!,
        reply: one.reply,
        repliedOn: one.replied_on,
        channel: one.channel,
        note: one.note,
      })),
    ),
    items: items.map((item, index) =>
      itemOut(rows, item, sections[index]!, names, {
        followUps: followed.filter((one) => one.item_id === item.id).map(({ code }) => code),
        secret: secrets.find((one) => one.item_id === item.id)?.ground ?? null,
      }),
    ),
    attachments: await Promise.all(
      rows.attachments.map(async (one) => ({
        number: one.number,
        title: one.title,
        section: sectionOf(one.itemId),
        file:
          one.sha256 === null || (one.byteSize ?? 0) > LARGEST_FILE
            ? null
            : {
                name: one.fileName ?? one.title,
                content: Buffer.from(await readContent(db, one.sha256)).toString('base64'),
              },
      })),
    ),
  };
}

/** What is being examined comes in as closed: a file tells what was examined, not by which rounds. */
function stateOf(state: Row<'meeting'>['state']): NonNullable<MeetingOut['state']> {
  if (state === 'under_examination') return 'closed';
  if (state === 'cancelled') throw new AppError('NOT_FOUND', { what: 'meeting' });
  return state;
}

const byPerson = <T extends { person: string }>(list: readonly T[]): T[] =>
  list.toSorted((a, b) => (a.person < b.person ? -1 : 1));

function presenceOf(
  { meeting, items }: MeetingRows,
  row: MeetingRows['attendance'][number],
  sections: readonly number[],
): NonNullable<NonNullable<MeetingOut['attendance']>[number]['presence']> {
  const place = (id: string | null): number => items.findIndex((item) => item.id === id);
  const { convenes } = KIND_RULES[meeting.kind];
  return row.intervals.flatMap((one) => {
    const from = Math.max(0, place(one.first_item_id));
    const to = one.open === 1 ? null : place(one.last_item_id);
    if (items.length === 0 || (to !== null && to < from)) return [];
    const isLast = to === items.length - 1;
    return [
      {
        fromSection: sections[from]!,
        toSection: to === null ? null : sections[to]!,
        arrivedAt: one.arrived_at ?? (convenes && from === 0 ? meeting.started_at : null),
        leftAt: one.left_at ?? (convenes && isLast && numbersFrozen(meeting.state) ? meeting.ended_at : null),
        remote: one.remote === 1,
        speakerOnly: one.speaker_only === 1,
      },
    ];
  });
}

function itemOut(
  rows: MeetingRows,
  item: Row<'agenda_item'>,
  section: number,
  names: Names,
  more: Pick<ItemOut, 'followUps' | 'secret'>,
): ItemOut {
  const text = (json: string | null) => {
    const parsed = parseText(json);
    return parsed === null ? null : withoutMentions(parsed);
  };
  const of = <T extends { item_id: string }>(list: readonly T[]): T[] =>
    list.filter((one) => one.item_id === item.id);
  const proposals = of(rows.proposals);
  const local = new Map(proposals.map((one, index) => [one.id, `v${index + 1}`]));
  const side = (id: string | null): string | null => (id === null ? null : (local.get(id) ?? null));
  const numbers = new Map(rows.attachments.map((one) => [one.id, one.number]));
  return {
    section,
    kind: item.kind,
    title: item.title,
    diaryNumber: item.diary_number,
    account: text(item.account),
    proposal: text(item.proposal),
    proceedings: text(item.proceedings),
    decision: text(item.decision),
    decisionType: item.decision_type,
    presenter: names.person(item.presenter_id),
    applicant: names.organisation(item.applicant_organisation_id),
    startedAt: item.started_at,
    endedAt: item.ended_at,
    references: JSON.parse(item.reference_codes) as string[],
    elected: of(rows.itemPersons).map((one) => ({ person: names.person(one.person_id)!, role: one.role })),
    conflicts: of(rows.conflicts).map((one) => ({
      person: names.person(one.person_id)!,
      ground: one.ground,
      explanation: one.explanation,
      declaredBy: one.declared_by,
      leftAt: one.left_at,
      returnedAt: one.returned_at,
    })),
    proposals: proposals.map((one) => ({
      id: local.get(one.id)!,
      kind: one.kind,
      proposer: names.person(one.proposer_id)!,
      text: one.text,
      seconders: one.seconderIds.map((id) => names.person(id)!).toSorted(),
      withdrawn: one.withdrawn === 1,
    })),
    votes: of(rows.votes).map((one) => ({
      method: one.method,
      aye: side(one.aye_proposal_id),
      no: side(one.no_proposal_id),
      ballots: byPerson(
        one.ballots.map(({ person_id, choice }) => ({ person: names.person(person_id)!, choice })),
      ),
      counts:
        one.aye_count === null || one.no_count === null || one.blank_count === null
          ? null
          : { aye: one.aye_count, no: one.no_count, blank: one.blank_count },
      chairChoice: one.chair_choice,
      lot: one.lot,
    })),
    elections: of(rows.elections).map((one) => ({
      title: one.title,
      places: one.places,
      candidates: byPerson(
        one.candidates.map((each) => ({
          person: names.person(each.person_id)!,
          votes: each.votes,
          wonByLot: each.won_by_lot === 1,
        })),
      ),
      blanks: one.blanks,
    })),
    dissents: of(rows.dissents).map((one) => ({
      person: names.person(one.person_id)!,
      declared: one.declared,
      reasons: one.reasons,
      attachment: one.attachment_id === null ? null : (numbers.get(one.attachment_id) ?? null),
    })),
    ...more,
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
