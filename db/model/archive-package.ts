/** Packages (arkistopaketit) as the register of packages keeps them, and what is due to be archived. Pure. */
import * as v from 'valibot';
import { idSchema } from './identity.ts';

export const PERSONAL_DATA = ['included', 'pseudonymised'] as const;
export type PersonalData = (typeof PERSONAL_DATA)[number];

/** In what a package is sent: as it is, or in an envelope (kuori) of the age format. */
const ENVELOPES = ['none', 'passphrase', 'recipients'] as const;
export type Envelope = (typeof ENVELOPES)[number];

const year = v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2999));

/** What of the database goes into a package. A year or a term, or all. */
export const packageChoiceSchema = v.pipe(
  v.object({
    /** Null: every board. */
    board: v.nullable(idSchema),
    year: v.nullable(year),
    /** Year in which the term began. */
    term: v.nullable(year),
  }),
  v.check((choice) => choice.year === null || choice.term === null, 'invalid'),
);

/** Passphrases this long and no longer are read; a longer one is a mistake. */
const LONGEST_PASSPHRASE = 1_000;

const passphraseSchema = v.pipe(
  v.string(),
  v.minLength(1, 'required'),
  v.maxLength(LONGEST_PASSPHRASE, 'too_long'),
);
const keyLines = (most: number) =>
  v.pipe(
    v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(5_000))),
    v.minLength(1, 'required'),
    v.maxLength(most),
  );

export const lockSchema = v.nullable(
  v.union([v.object({ passphrase: passphraseSchema }), v.object({ recipients: keyLines(50) })]),
);
export const keySchema = v.nullable(
  v.union([v.object({ passphrase: passphraseSchema }), v.object({ identities: keyLines(20) })]),
);

/** Lines of keys as they stand in a file or were pasted: comments and blank lines are no keys. */
export function keysOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** A package that was made, as far as it matters for what is still to be archived. Days are ISO days. */
export interface MadePackage {
  boardId: string | null;
  /** Null: from the first, to the last. */
  from: string | null;
  to: string | null;
  /** ISO day. */
  madeOn: string;
  verdict: 'whole' | 'broken' | null;
}

/** A stretch of a board's work whose minutes are to be archived. */
export interface ArchivableTerm {
  boardId: string;
  startsOn: string;
  endsOn: string;
  /** Meetings that have been held in it, and how many of them still wait for their examination. */
  held: number;
  notExamined: number;
}

export type ArchivingState =
  /** The term goes on. */
  | 'running'
  /** Minutes are still being examined. */
  | 'waits_for_minutes'
  | 'due'
  /** There is a package, but it was not verified, or was found broken. */
  | 'not_verified'
  | 'done';

/** Minutes and their attachments are kept for ever: a term is to be archived when it has ended and all is examined. */
export function archivingState(
  term: ArchivableTerm,
  packages: readonly MadePackage[],
  today: string,
): ArchivingState {
  if (term.endsOn >= today) return 'running';
  const covering = packages.filter(
    (one) =>
      (one.boardId === null || one.boardId === term.boardId) &&
      (one.from === null || one.from <= term.startsOn) &&
      (one.to === null || one.to >= term.endsOn) &&
      one.madeOn > term.endsOn,
  );
  if (covering.some(({ verdict }) => verdict === 'whole')) return 'done';
  if (covering.length > 0) return 'not_verified';
  return term.notExamined > 0 ? 'waits_for_minutes' : 'due';
}
