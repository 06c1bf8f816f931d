/** Brings a board file into the database: the register first, then the board, its meetings and tasks. */
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { Database } from '../core/schema.ts';
import { boardFileError, type BoardFile } from '../model/board-file.ts';
import { rulesOn } from '../model/board-file-check.ts';
import { AppError, type Finding } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import { checkSections, meetingNumberText } from '../model/numbering.ts';
import { ruleProfileSchema } from '../model/rules.ts';
import { idOf, knownCodes, requiredId, type BoardImport, type ImportContext } from './board-file-context.ts';
import { importMeetings } from './board-file-meetings.ts';
import { importRegister } from './board-file-register.ts';
import { latestClassificationYear } from './classification.ts';

export interface BoardImportOptions {
  /** ISO instant at which the files of attachments are said to be stored; now when left out. */
  instant?: string;
  /** Import although a board of that short name is there already; it becomes a second board. */
  asNew?: boolean;
}

export type { BoardImport };

/**
 * Writes a board file as a new board, in the caller's transaction. Organisations that are known already, by business ID
 * or register number (a blank matches nothing), are used as they are; so are fields, by key. Persons are always new.
 * The search index is left to the caller.
 *
 * Throws `BOARD_FILE_INVALID` with `path` and `reason` where the file does not fit the database, and `BOARD_EXISTS`
 * when there is a board of that short name (see `asNew`).
 * @param file from `parseBoardFile`
 */
export async function importBoardFile(
  trx: Kysely<Database>,
  file: BoardFile,
  options: BoardImportOptions = {},
): Promise<BoardImport> {
  const existing = await trx
    .selectFrom('board')
    .select('id')
    .where('short_name', '=', file.board.shortName)
    .executeTakeFirst();
  if (existing !== undefined && options.asNew !== true)
    throw new AppError('BOARD_EXISTS', { shortName: file.board.shortName });
  const context: ImportContext = {
    instant: options.instant ?? new Date().toISOString(),
    trx,
    file,
    boardId: newId(),
    persons: new Map(),
    organisations: new Map(),
    fields: new Map(),
    counts: {
      fields: 0,
      organisations: 0,
      organisationsMatched: 0,
      persons: 0,
      positions: 0,
      terms: 0,
      seats: 0,
      holders: 0,
      offices: 0,
      meetings: 0,
      items: 0,
      tasks: 0,
    },
    warnings: sectionWarnings(file),
  };
  const year = await classificationYear(context);
  await importRegister(context, year);
  await importBoard(context, year);
  await importTerms(context);
  const meetings = await importMeetings(context);
  const { boardId, counts, warnings } = context;
  return { boardId, counts, warnings, meetings };
}

/** Gaps and the like in the § numbers of the whole file; told, never refused: the board's past is as it is. */
function sectionWarnings(file: BoardFile): Finding[] {
  const meetings = file.meetings.map((meeting) => ({
    subject: `meeting ${meetingNumberText(meeting)}`,
    date: meeting.heldOn,
    sections: meeting.items.flatMap((item) => item.section ?? []),
    frozen: meeting.state === 'closed' || meeting.state === 'examined',
  }));
  const latest = file.meetings
    .map((meeting) => meeting.heldOn)
    .toSorted()
    .at(-1);
  if (latest === undefined) return [];
  return checkSections(meetings, rulesOn(file, latest), file.terms).map((finding) => ({
    ...finding,
    severity: 'warning',
  }));
}

/** The year of the codes in the file: the one it names, which must be known, else the newest known. */
async function classificationYear({ trx, file }: ImportContext): Promise<number | null> {
  const wanted = file.classificationYear;
  if (wanted === null) return await latestClassificationYear(trx);
  const known = await trx
    .selectFrom('municipality')
    .select('year')
    .where('year', '=', wanted)
    .executeTakeFirst();
  if (known === undefined)
    throw boardFileError([{ path: 'classificationYear', reason: 'unknown_classification_year' }]);
  return wanted;
}

async function importBoard(context: ImportContext, year: number | null): Promise<void> {
  const { trx, file, boardId } = context;
  const { board } = file;
  if (board.region !== null && !(await knownCodes(context, 'region', year)).has(board.region))
    throw boardFileError([{ path: 'board.region', reason: 'unknown_region' }]);
  const parentId = await parentOf(context);
  const last = await trx
    .selectFrom('board')
    .select(({ fn }) => fn.max<number | null>('position').as('position'))
    .executeTakeFirst();
  await trx
    .insertInto('board')
    .values({
      id: boardId,
      name_fi: board.name.fi,
      name_sv: board.name.sv,
      name_en: board.name.en,
      short_name: board.shortName,
      region_year: board.region === null ? null : year,
      region_code: board.region,
      appointed_by: board.appointedBy,
      appointment_decision: board.appointmentDecision,
      meetings_per_year: board.meetingsPerYear,
      kind: board.kind,
      parent_id: parentId,
      position: (last?.position ?? -1) + 1,
    })
    .execute();
  const days = file.ruleProfiles.map((profile) => profile.validFrom);
  for (const validFrom of days.length > 0 ? days : [firstDay(file)])
    await trx
      .insertInto('rule_profile')
      .values({
        id: newId(),
        board_id: boardId,
        valid_from: validFrom,
        rules: JSON.stringify(v.parse(ruleProfileSchema, rulesOn(file, validFrom))),
      })
      .execute();
}

/** The board above, which must be here already and be no such body itself. */
async function parentOf({ trx, file }: ImportContext): Promise<string | null> {
  const { parent } = file.board;
  if (parent === null) return null;
  const row = await trx
    .selectFrom('board')
    .select(['id', 'parent_id'])
    .where('short_name', '=', parent)
    .executeTakeFirst();
  if (row === undefined) throw boardFileError([{ path: 'board.parent', reason: 'unknown_parent' }]);
  if (row.parent_id !== null) throw new AppError('SUB_BODY_NESTED');
  return row.id;
}

async function importTerms({
  trx,
  file,
  boardId,
  persons,
  organisations,
  fields,
  counts,
}: ImportContext): Promise<void> {
  for (const term of file.terms) {
    const termId = newId();
    await trx
      .insertInto('term')
      .values({
        id: termId,
        board_id: boardId,
        starts_on: term.startsOn,
        ends_on: term.endsOn,
        basis: term.basis,
      })
      .execute();
    counts.terms += 1;
    for (const seat of term.seats) {
      const seatId = newId();
      await trx
        .insertInto('seat')
        .values({
          id: seatId,
          board_id: boardId,
          term_id: termId,
          number: seat.number,
          field_id: idOf(fields, seat.field),
        })
        .execute();
      counts.seats += 1;
      for (const holder of seat.holders)
        await trx
          .insertInto('seat_holder')
          .values({
            id: newId(),
            seat_id: seatId,
            person_id: requiredId(persons, holder.person),
            organisation_id: idOf(organisations, holder.organisation),
            role: holder.role,
            starts_on: holder.startsOn ?? term.startsOn,
            ends_on: holder.endsOn,
          })
          .execute();
      counts.holders += seat.holders.length;
    }
  }
  for (const office of file.offices)
    await trx
      .insertInto('office')
      .values({
        id: newId(),
        board_id: boardId,
        person_id: requiredId(persons, office.person),
        office: office.office,
        title: office.title,
        starts_on: office.startsOn ?? firstDay(file),
        ends_on: office.endsOn,
      })
      .execute();
  counts.offices += file.offices.length;
}

/** First day of the first term. */
function firstDay(file: BoardFile): string {
  return file.terms.map((term) => term.startsOn).toSorted()[0]!;
}
