/** The register of packages: what was made, whether it was found whole, and which terms still wait for one. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import {
  archivingState,
  type ArchivingState,
  type Envelope,
  type MadePackage,
  type PersonalData,
} from '../model/archive-package.ts';
import { newId } from '../model/identity.ts';

export interface NewPackage {
  fileName: string;
  title: string;
  period: string;
  boardId: string | null;
  from: string | null;
  to: string | null;
  personalData: PersonalData;
  envelope: Envelope;
  packageSha512: string;
  fileSha512: string;
  bytes: number;
  counts: Record<string, number>;
  faults: readonly { path: string; reason: string }[];
  /** ISO instant. */
  at: string;
  by: string;
}

export async function recordPackage(trx: Kysely<Database>, made: NewPackage): Promise<{ id: string }> {
  const id = newId();
  await trx
    .insertInto('archive_package')
    .values({
      id,
      file_name: made.fileName,
      title: made.title,
      period: made.period,
      board_id: made.boardId,
      starts_on: made.from,
      ends_on: made.to,
      personal_data: made.personalData,
      envelope: made.envelope,
      package_sha512: made.packageSha512,
      file_sha512: made.fileSha512,
      byte_size: made.bytes,
      counts: JSON.stringify(made.counts),
      faults: JSON.stringify(made.faults),
      made_at: made.at,
      made_by: made.by,
      verified_at: null,
      verdict: null,
    })
    .execute();
  return { id };
}

/** Notes what a verification found, for every package of that content. Returns how many there are. */
export async function recordVerification(
  trx: Kysely<Database>,
  verified: { packageSha512: string; whole: boolean; at: string },
): Promise<number> {
  const result = await trx
    .updateTable('archive_package')
    .set({ verified_at: verified.at, verdict: verified.whole ? 'whole' : 'broken' })
    .where('package_sha512', '=', verified.packageSha512)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

export interface PackageView extends Omit<NewPackage, 'at' | 'by' | 'counts'> {
  id: string;
  counts: Record<string, number>;
  madeAt: string;
  madeBy: string;
  verifiedAt: string | null;
  verdict: 'whole' | 'broken' | null;
}

/** The newest first. */
export async function listPackages(db: Kysely<Database>): Promise<PackageView[]> {
  const rows = await db
    .selectFrom('archive_package')
    .selectAll()
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    fileName: row.file_name,
    title: row.title,
    period: row.period,
    boardId: row.board_id,
    from: row.starts_on,
    to: row.ends_on,
    personalData: row.personal_data,
    envelope: row.envelope,
    packageSha512: row.package_sha512,
    fileSha512: row.file_sha512,
    bytes: row.byte_size,
    counts: JSON.parse(row.counts) as Record<string, number>,
    faults: JSON.parse(row.faults) as { path: string; reason: string }[],
    madeAt: row.made_at,
    madeBy: row.made_by,
    verifiedAt: row.verified_at,
    verdict: row.verdict,
  }));
}

export interface ArchiveChoices {
  boards: { id: string; name: string; shortName: string }[];
  /** Years with meetings, the newest first. */
  years: number[];
  terms: { id: string; boardId: string; startsOn: string; endsOn: string }[];
}

/** Of what a package can be made. */
export async function archiveChoices(db: Kysely<Database>): Promise<ArchiveChoices> {
  const boards = await db
    .selectFrom('board')
    .select(['id', 'name_fi', 'short_name'])
    .where('parent_id', 'is', null)
    .orderBy('position')
    .execute();
  const years = await db.selectFrom('meeting').select('year').distinct().orderBy('year', 'desc').execute();
  const terms = await db
    .selectFrom('term')
    .select(['id', 'board_id', 'starts_on', 'ends_on'])
    .orderBy('starts_on', 'desc')
    .execute();
  return {
    boards: boards.map((row) => ({ id: row.id, name: row.name_fi, shortName: row.short_name })),
    years: years.map(({ year }) => year),
    terms: terms.map((row) => ({
      id: row.id,
      boardId: row.board_id,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
    })),
  };
}

export interface TermToArchive {
  termId: string;
  boardId: string;
  boardName: string;
  startsOn: string;
  endsOn: string;
  held: number;
  notExamined: number;
  state: ArchivingState;
}

/** Every term of every board with where its archiving stands; the newest first. @param today ISO day */
export async function termsToArchive(db: Kysely<Database>, today: string): Promise<TermToArchive[]> {
  const packages = (await listPackages(db)).map((one): MadePackage => ({
    boardId: one.boardId,
    from: one.from,
    to: one.to,
    madeOn: one.madeAt.slice(0, 10),
    verdict: one.verdict,
  }));
  const terms = await db
    .selectFrom('term')
    .innerJoin('board', 'board.id', 'term.board_id')
    .select((eb) => [
      'term.id',
      'term.board_id',
      'term.starts_on',
      'term.ends_on',
      'board.name_fi',
      eb
        .selectFrom('meeting')
        .whereRef('meeting.board_id', '=', 'term.board_id')
        .whereRef('meeting.held_on', '>=', 'term.starts_on')
        .whereRef('meeting.held_on', '<=', 'term.ends_on')
        .where('meeting.state', 'in', ['closed', 'examined'])
        .select(({ fn }) => fn.countAll<number>().as('held'))
        .as('held'),
      eb
        .selectFrom('meeting')
        .whereRef('meeting.board_id', '=', 'term.board_id')
        .whereRef('meeting.held_on', '>=', 'term.starts_on')
        .whereRef('meeting.held_on', '<=', 'term.ends_on')
        .where('meeting.state', '=', 'closed')
        .select(({ fn }) => fn.countAll<number>().as('closed'))
        .as('closed'),
    ])
    .orderBy('term.ends_on', 'desc')
    .orderBy('board.position')
    .execute();
  return terms.map((row) => {
    const term = {
      boardId: row.board_id,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      held: row.held ?? 0,
      notExamined: row.closed ?? 0,
    };
    return { termId: row.id, boardName: row.name_fi, ...term, state: archivingState(term, packages, today) };
  });
}
