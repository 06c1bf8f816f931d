/** The board (toimielin) itself: its terms (toimikaudet) and rules (sääntöprofiili). Seats are in composition.ts. */
import type { Kysely } from 'kysely';
import type * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import { boardTree } from '../model/sub-body.ts';
import type { BodyKind, boardCreateSchema, boardInputSchema, termInputSchema } from '../model/board.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import type { LocalisedText } from '../model/language.ts';
import { numbersFrozen } from '../model/meeting-state.ts';
import { meetingNumberText } from '../model/numbering.ts';
import type { RuleProfile } from '../model/rules.ts';
import { indexBoard } from './board-search.ts';
import { rulesOn } from './rules-in-force.ts';

export type BoardValues = v.InferOutput<typeof boardInputSchema>;
export type TermValues = v.InferOutput<typeof termInputSchema>;

export interface TermView extends TermValues {
  id: string;
  seats: number;
}

export interface BoardRow {
  id: string;
  name: LocalisedText;
  shortName: string;
  /** The latest term that has begun, or the first one. */
  term: TermView | null;
  /** The board below which it stands (työvaliokunta, jaosto …), or null. */
  parentId: string | null;
  kind: BodyKind;
}

export interface BoardView extends BoardValues {
  id: string;
  version: number;
  region: LocalisedText | null;
  /** In the order of time. */
  terms: TermView[];
  /** Days from which a profile of rules is in force. */
  rulesFrom: string[];
}

/** A new board with its first term, its rules from the first day of the term, and empty seats 1…n. */
export async function createBoard(
  trx: Kysely<Database>,
  values: v.InferOutput<typeof boardCreateSchema>,
): Promise<{ id: string; version: number; termId: string }> {
  const id = newId();
  const { highest } = await trx
    .selectFrom('board')
    .select((eb) => eb.fn.max<number | null>('position').as('highest'))
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('board')
    .values({
      id,
      ...(await columnsOf(trx, values.board)),
      position: (highest ?? -1) + 1,
      version: 1,
    })
    .execute();
  await trx
    .insertInto('rule_profile')
    .values({
      id: newId(),
      board_id: id,
      valid_from: values.term.startsOn,
      rules: JSON.stringify(values.rules),
    })
    .execute();
  const termId = await insertTerm(trx, id, values.term);
  await insertSeats(
    trx,
    id,
    termId,
    Array.from({ length: values.seats }, () => null),
  );
  await indexBoard(trx, id);
  return { id, version: 1, termId };
}

/** All boards of the file, in their order; each followed by the bodies below it. */
export async function listBoards(db: Kysely<Database>, today: string): Promise<BoardRow[]> {
  const boards = await db.selectFrom('board').selectAll().orderBy('position').orderBy('id').execute();
  const rows: BoardRow[] = [];
  for (const board of boards) {
    const terms = await termsOf(db, board.id);
    rows.push({
      id: board.id,
      name: { fi: board.name_fi, sv: board.name_sv, en: board.name_en },
      shortName: board.short_name,
      term: termOn(terms, today),
      parentId: board.parent_id,
      kind: board.kind,
    });
  }
  return boardTree(rows);
}

/** @throws AppError NOT_FOUND */
export async function getBoard(db: Kysely<Database>, id: string): Promise<BoardView> {
  const board = await db.selectFrom('board').selectAll().where('id', '=', id).executeTakeFirst();
  if (!board) throw new AppError('NOT_FOUND', { what: 'board' });
  const region = await db
    .selectFrom('region')
    .select(['name_fi', 'name_sv'])
    .where('year', '=', board.region_year ?? -1)
    .where('code', '=', board.region_code ?? '')
    .executeTakeFirst();
  const profiles = await db
    .selectFrom('rule_profile')
    .select('valid_from')
    .where('board_id', '=', id)
    .orderBy('valid_from')
    .execute();
  return {
    id,
    version: board.version,
    nameFi: board.name_fi,
    nameSv: board.name_sv,
    nameEn: board.name_en,
    shortName: board.short_name,
    regionCode: board.region_code,
    region: region ? { fi: region.name_fi, sv: region.name_sv } : null,
    appointedBy: board.appointed_by,
    appointmentDecision: board.appointment_decision,
    meetingsPerYear: board.meetings_per_year,
    terms: await termsOf(db, id),
    rulesFrom: profiles.map((profile) => profile.valid_from),
  };
}

/** @throws AppError NOT_FOUND, CONFLICT, INVALID_INPUT with the field */
export async function updateBoard(
  trx: Kysely<Database>,
  change: { id: string; version: number; values: BoardValues },
): Promise<{ version: number }> {
  const row = await trx
    .selectFrom('board')
    .select(['version', 'region_code', 'region_year'])
    .where('id', '=', change.id)
    .executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'board' });
  if (row.version !== change.version) throw new AppError('CONFLICT', { what: 'board' });
  const version = row.version + 1;
  await trx
    .updateTable('board')
    .set({ ...(await columnsOf(trx, change.values, row)), version })
    .where('id', '=', change.id)
    .execute();
  await indexBoard(trx, change.id);
  return { version };
}

async function columnsOf(
  trx: Kysely<Database>,
  values: BoardValues,
  before?: { region_code: string | null; region_year: number | null },
) {
  const region =
    values.regionCode === null
      ? null
      : before?.region_code === values.regionCode
        ? { year: before.region_year }
        : await trx
            .selectFrom('region')
            .select('year')
            .where('code', '=', values.regionCode)
            .orderBy('year', 'desc')
            .executeTakeFirst();
  if (region === undefined) throw new AppError('INVALID_INPUT', {}, { regionCode: 'region_unknown' });
  return {
    name_fi: values.nameFi,
    name_sv: values.nameSv,
    name_en: values.nameEn,
    short_name: values.shortName,
    region_year: region?.year ?? null,
    region_code: values.regionCode,
    appointed_by: values.appointedBy,
    appointment_decision: values.appointmentDecision,
    meetings_per_year: values.meetingsPerYear,
  };
}

// ------------------------------------------------------------------ terms

/** Terms of a board in the order of time, with their number of seats. */
export async function termsOf(db: Kysely<Database>, boardId: string): Promise<TermView[]> {
  return await db
    .selectFrom('term')
    .select(['term.id', 'term.starts_on as startsOn', 'term.ends_on as endsOn', 'term.basis'])
    .select((eb) =>
      eb
        .selectFrom('seat')
        .select((count) => count.fn.countAll<number>().as('seats'))
        .whereRef('seat.term_id', '=', 'term.id')
        .$asScalar()
        .$notNull()
        .as('seats'),
    )
    .where('term.board_id', '=', boardId)
    .orderBy('term.starts_on')
    .execute();
}

/** The term of a day: the latest that has begun, else the first one to come. */
export function termOn(terms: readonly TermView[], date: string): TermView | null {
  return terms.findLast((term) => term.startsOn <= date) ?? terms[0] ?? null;
}

/**
 * Adds a term. Its seats are as many as in the last term and of the same fields, all of them vacant.
 * @throws AppError NOT_FOUND, TERM_OVERLAP
 */
export async function addTerm(
  trx: Kysely<Database>,
  boardId: string,
  values: TermValues,
): Promise<{ id: string }> {
  const terms = await termsOf(trx, boardId);
  const last = terms.at(-1);
  if (!last) throw new AppError('NOT_FOUND', { what: 'board' });
  refuseOverlap(terms, values);
  const id = await insertTerm(trx, boardId, values);
  const seats = await trx
    .selectFrom('seat')
    .select('field_id')
    .where('term_id', '=', last.id)
    .orderBy('number')
    .execute();
  await insertSeats(
    trx,
    boardId,
    id,
    seats.map((seat) => seat.field_id),
  );
  return { id };
}

/**
 * Changes the days and the basis of a term. Meetings whose numbers have been given stay in their terms, because
 * those numbers and the composition rest on them.
 * @throws AppError NOT_FOUND, TERM_OVERLAP, TERM_HAS_MEETINGS
 */
export async function updateTerm(
  trx: Kysely<Database>,
  change: { id: string; values: TermValues },
): Promise<{ boardId: string }> {
  const row = await trx.selectFrom('term').selectAll().where('id', '=', change.id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'term' });
  const others = (await termsOf(trx, row.board_id)).filter((term) => term.id !== row.id);
  refuseOverlap(others, change.values);
  const { startsOn, endsOn, basis } = change.values;
  const meetings = await trx
    .selectFrom('meeting')
    .select(['number', 'year', 'held_on', 'state'])
    .where('board_id', '=', row.board_id)
    .orderBy('held_on')
    .execute();
  const moved = meetings.find(
    ({ state, held_on }) =>
      numbersFrozen(state) &&
      (row.starts_on <= held_on && held_on <= row.ends_on) !== (startsOn <= held_on && held_on <= endsOn),
  );
  if (moved) {
    const field = moved.held_on < startsOn || moved.held_on < row.starts_on ? 'startsOn' : 'endsOn';
    throw new AppError(
      'TERM_HAS_MEETINGS',
      { meeting: meetingNumberText(moved) },
      field === 'startsOn' ? { startsOn: 'term_has_meetings' } : { endsOn: 'term_has_meetings' },
    );
  }
  await trx
    .updateTable('term')
    .set({ starts_on: startsOn, ends_on: endsOn, basis })
    .where('id', '=', row.id)
    .execute();
  return { boardId: row.board_id };
}

function refuseOverlap(terms: readonly TermView[], values: TermValues): void {
  const other = terms.find((term) => values.startsOn <= term.endsOn && values.endsOn >= term.startsOn);
  if (other)
    throw new AppError(
      'TERM_OVERLAP',
      { startsOn: other.startsOn, endsOn: other.endsOn },
      { startsOn: 'term_overlap' },
    );
}

async function insertTerm(trx: Kysely<Database>, boardId: string, values: TermValues): Promise<string> {
  const id = newId();
  await trx
    .insertInto('term')
    .values({
      id,
      board_id: boardId,
      starts_on: values.startsOn,
      ends_on: values.endsOn,
      basis: values.basis,
    })
    .execute();
  return id;
}

async function insertSeats(
  trx: Kysely<Database>,
  boardId: string,
  termId: string,
  fieldIds: readonly (string | null)[],
): Promise<void> {
  if (fieldIds.length === 0) return;
  await trx
    .insertInto('seat')
    .values(
      fieldIds.map((fieldId, index) => ({
        id: newId(),
        board_id: boardId,
        term_id: termId,
        number: index + 1,
        field_id: fieldId,
      })),
    )
    .execute();
}

// ------------------------------------------------------------------ rules

/** The rules (sääntöprofiili) of a board on a day, and from which day they are in force. */
export async function rulesInForce(
  db: Kysely<Database>,
  boardId: string,
  date: string,
): Promise<{ validFrom: string | null; rules: RuleProfile; profiles: string[] }> {
  const rows = await db
    .selectFrom('rule_profile')
    .select('valid_from')
    .where('board_id', '=', boardId)
    .orderBy('valid_from')
    .execute();
  const profiles = rows.map((row) => row.valid_from);
  return {
    validFrom: profiles.findLast((day) => day <= date) ?? profiles[0] ?? null,
    rules: await rulesOn(db, boardId, date),
    profiles,
  };
}

/**
 * Saves rules that are in force from a day on; a profile of the same day is replaced. Meetings before that day
 * keep the rules they were held under.
 * @throws AppError NOT_FOUND, RULES_FROZEN when a meeting held under them has been examined
 */
export async function saveRules(
  trx: Kysely<Database>,
  change: { boardId: string; validFrom: string; rules: RuleProfile },
): Promise<void> {
  const { boardId, validFrom, rules } = change;
  const board = await trx.selectFrom('board').select('id').where('id', '=', boardId).executeTakeFirst();
  if (!board) throw new AppError('NOT_FOUND', { what: 'board' });
  const next = await trx
    .selectFrom('rule_profile')
    .select('valid_from')
    .where('board_id', '=', boardId)
    .where('valid_from', '>', validFrom)
    .orderBy('valid_from')
    .executeTakeFirst();
  const examined = await trx
    .selectFrom('meeting')
    .select(['number', 'year', 'held_on'])
    .where('board_id', '=', boardId)
    .where('state', 'in', ['under_examination', 'examined', 'published'])
    .where('held_on', '>=', validFrom)
    .where('held_on', '<', next?.valid_from ?? '9999-99-99')
    .orderBy('held_on', 'desc')
    .executeTakeFirst();
  if (examined)
    throw new AppError(
      'RULES_FROZEN',
      { meeting: `${examined.number}/${examined.year}`, heldOn: examined.held_on },
      { validFrom: 'rules_frozen' },
    );
  await trx
    .insertInto('rule_profile')
    .values({ id: newId(), board_id: boardId, valid_from: validFrom, rules: JSON.stringify(rules) })
    .onConflict((conflict) =>
      conflict.columns(['board_id', 'valid_from']).doUpdateSet({ rules: JSON.stringify(rules) }),
    )
    .execute();
}
