/** What a package of a choice is called and covers: folder, period, whose it is; the minutes in the forms that are kept. */
import type { Kysely } from 'kysely';
import type { Database } from '../../db/core/schema.ts';
import { documentSource } from '../../db/features/documents.ts';
import { AppError } from '../../db/model/errors.ts';
import type { Phrases } from '../../db/model/phrases.ts';
import { documentFileName, printDocument } from '../../db/model/print-document.ts';
import type { PublishJob, PublishResult } from '../backend/protocol.ts';
import type { ArchiveScope } from './scope.ts';
import type { RenderedFile } from './create.ts';

export interface PackageChoice {
  /** Short name or id of the board; null: all. */
  board: string | null;
  /** Calendar year of the meetings, or null. */
  year: number | null;
  /** Year in which a term (toimikausi) of the board began, or null. */
  term: number | null;
}

export interface PackagePlan {
  scope: ArchiveScope;
  organisation: string;
  period: string;
  /** Name of the bag's folder and, with `.zip`, of the file. */
  folder: string;
}

/**
 * @param today ISO day, part of the folder's name
 * @throws AppError BOARD_UNKNOWN, ARCHIVE_TERM_UNKNOWN
 */
export async function planPackage(
  db: Kysely<Database>,
  choice: PackageChoice,
  today: string,
): Promise<PackagePlan> {
  const boards = await db
    .selectFrom('board')
    .select(['id', 'name_fi', 'short_name', 'parent_id'])
    .orderBy('position')
    .execute();
  const board =
    choice.board === null
      ? null
      : boards.find(({ id, short_name }) => id === choice.board || short_name === choice.board);
  if (board === undefined)
    throw new AppError('ARCHIVE_BOARD_UNKNOWN', {
      board: choice.board!,
      known: boards.map(({ short_name }) => short_name).join(', '),
    });
  const owner = board ?? boards.find(({ parent_id }) => parent_id === null) ?? null;
  let [from, to]: [string | null, string | null] = [null, null];
  if (choice.year !== null) [from, to] = [`${choice.year}-01-01`, `${choice.year}-12-31`];
  else if (choice.term !== null) {
    const terms = await db
      .selectFrom('term')
      .select(['starts_on', 'ends_on'])
      .$if(owner !== null, (query) => query.where('board_id', '=', owner!.id))
      .execute();
    const term = terms.find(({ starts_on }) => starts_on.startsWith(String(choice.term)));
    if (term === undefined)
      throw new AppError('ARCHIVE_TERM_UNKNOWN', {
        term: choice.term,
        known: terms.map(({ starts_on }) => starts_on.slice(0, 4)).join(', '),
      });
    [from, to] = [term.starts_on, term.ends_on];
  }
  const held = await db
    .selectFrom('meeting')
    .select(({ fn }) => [
      fn.min<string | null>('held_on').as('first'),
      fn.max<string | null>('held_on').as('last'),
    ])
    .executeTakeFirst();
  const years = [(from ?? held?.first ?? today).slice(0, 4), (to ?? held?.last ?? today).slice(0, 4)];
  const period = years[0] === years[1] ? years[0]! : `${years[0]}–${years[1]}`;
  return {
    scope: { boardId: board?.id ?? null, from, to },
    organisation: owner?.name_fi ?? 'Pykälä',
    period,
    folder: [owner?.short_name ?? 'pykala', period.replace('–', '-'), `arkisto_${today}`]
      .map(plain)
      .join('_'),
  };
}

/** Letters, digits and hyphens alone, so that the name works everywhere. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9_-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');

/**
 * The minutes of a meeting as PDF/A-2a and as JSON.
 * @param render the document process
 * @throws AppError ARCHIVE_FAULT when a document can't be rendered
 */
export async function keptMinutes(
  db: Kysely<Database>,
  meetingId: string,
  tools: { today: string; phrases: Phrases; time: Date; render(job: PublishJob): Promise<PublishResult> },
): Promise<RenderedFile[]> {
  const source = await documentSource(db, meetingId, tools.today);
  const name = (ending: string): string => documentFileName(source, 'minutes', ending);
  const result = await tools.render({
    format: 'pdf',
    document: printDocument(
      source,
      { kind: 'minutes', sections: [], voters: false },
      tools.phrases,
      source.minutes.meeting.language,
    ),
    createdAt: Math.floor(tools.time.getTime() / 1000),
  });
  if (!result.ok) throw new AppError('ARCHIVE_FAULT', { file: name('pdf'), reason: result.error.code });
  return [
    { path: name('pdf'), content: result.bytes },
    { path: name('json'), content: Buffer.from(`${JSON.stringify(source.minutes, null, 2)}\n`) },
  ];
}
