/** The phrases of a board (fraasiluettelo): its own wordings of shipped ones, hidden ones, and its own. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';
import {
  isOffered,
  knownPlaceholders,
  MISSING_VALUE,
  placeholderFault,
  type BoardPhraseInput,
  type BoardPhraseView,
  type ContextPlaceholder,
} from '../model/board-phrase.ts';
import { formatDate } from '../model/dates.ts';
import { AppError } from '../model/errors.ts';
import { newId } from '../model/identity.ts';
import { LANGUAGES, type Language } from '../model/language.ts';
import type { MinutesDocument, MinutesItem } from '../model/minutes-document.ts';
import {
  fillPlaceholders,
  phrase,
  PHRASE_KEYS,
  phrasesOfBody,
  type PhraseKey,
  type PhraseOverrides,
  type Phrases,
} from '../model/phrases.ts';

async function rowsOf(db: Kysely<Database>, boardId: string) {
  return await db
    .selectFrom('board_phrase')
    .selectAll()
    .where('board_id', '=', boardId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** A board's own wordings of shipped phrases; undefined when it has none. */
export async function phraseOverrides(
  db: Kysely<Database>,
  boardId: string,
): Promise<PhraseOverrides | undefined> {
  const overrides: PhraseOverrides = {};
  for (const row of await rowsOf(db, boardId)) {
    const key = PHRASE_KEYS.find((one) => one === row.key);
    if (key === undefined) continue;
    const texts = LANGUAGES.flatMap((language) => {
      const text = row[language];
      return text === null ? [] : [[language, text] as const];
    });
    if (texts.length > 0) overrides[key] = Object.fromEntries(texts);
  }
  return Object.keys(overrides).length === 0 ? undefined : overrides;
}

/** The phrases as a board words them now. */
export async function phrasesOfBoard(
  db: Kysely<Database>,
  boardId: string,
  shipped: Phrases,
): Promise<Phrases> {
  const board = await db.selectFrom('board').select('kind').where('id', '=', boardId).executeTakeFirst();
  return phrasesOfBody(shipped, await phraseOverrides(db, boardId), board?.kind);
}

/** All phrases as the board's list shows them: its own first, then the shipped ones in their order. */
export async function listBoardPhrases(
  db: Kysely<Database>,
  boardId: string,
  shipped: Phrases,
): Promise<BoardPhraseView[]> {
  const rows = await rowsOf(db, boardId);
  const texts = (row: (typeof rows)[number] | undefined): Record<Language, string | null> => ({
    fi: row?.fi ?? null,
    sv: row?.sv ?? null,
    en: row?.en ?? null,
  });
  const own = rows.flatMap((row): BoardPhraseView[] =>
    row.key === null
      ? [
          {
            id: row.id,
            key: null,
            version: row.version,
            own: texts(row),
            shipped: null,
            hidden: row.hidden === 1,
            offered: true,
            placeholders: knownPlaceholders(null, shipped),
          },
        ]
      : [],
  );
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return [
    ...own,
    ...PHRASE_KEYS.map((key): BoardPhraseView => {
      const row = byKey.get(key);
      return {
        id: row?.id ?? null,
        key,
        version: row?.version ?? null,
        own: texts(row),
        shipped: shipped[key],
        hidden: row?.hidden === 1,
        offered: isOffered(key, shipped),
        placeholders: knownPlaceholders(key, shipped),
      };
    }),
  ];
}

/**
 * Saves a wording. One that is as shipped again, and not hidden, is taken out of the board's list.
 * @throws AppError PHRASE_PLACEHOLDER_UNKNOWN, PHRASE_BRACES, PHRASE_EMPTY; NOT_FOUND, CONFLICT
 */
export async function saveBoardPhrase(
  trx: Kysely<Database>,
  input: BoardPhraseInput,
  shipped: Phrases,
): Promise<{ id: string | null }> {
  const { boardId, key } = input;
  const known = knownPlaceholders(key, shipped);
  for (const language of LANGUAGES) {
    const fault = placeholderFault(input[language], known);
    if (fault?.kind === 'unknown')
      throw new AppError(
        known.length === 0 ? 'PHRASE_WITHOUT_VALUES' : 'PHRASE_PLACEHOLDER_UNKNOWN',
        { names: braced(fault.names), known: braced(known) },
        { [language]: 'phrase_placeholder' },
      );
    if (fault !== null) throw new AppError('PHRASE_BRACES', {}, { [language]: 'phrase_braces' });
  }
  const board = await trx.selectFrom('board').select('id').where('id', '=', boardId).executeTakeFirst();
  if (!board) throw new AppError('NOT_FOUND', { what: 'board' });
  const row = await trx
    .selectFrom('board_phrase')
    .selectAll()
    .where('board_id', '=', boardId)
    .where((eb) =>
      key === null ? eb.and([eb('id', '=', input.id ?? ''), eb('key', 'is', null)]) : eb('key', '=', key),
    )
    .executeTakeFirst();
  if (key === null && input.id !== null && !row) throw new AppError('NOT_FOUND', { what: 'phrase' });
  if ((row?.version ?? null) !== input.version) throw new AppError('CONFLICT', { what: 'phrase' });
  const wording = (language: Language): string | null => {
    const text = input[language];
    return text === '' || (key !== null && text === shipped[key][language]) ? null : text;
  };
  const values = {
    fi: wording('fi'),
    sv: wording('sv'),
    en: wording('en'),
    hidden: input.hidden ? (1 as const) : (0 as const),
  };
  if (values.fi === null && values.sv === null && values.en === null) {
    if (key === null) throw new AppError('PHRASE_EMPTY', {}, { fi: 'required' });
    if (!input.hidden) {
      await trx.deleteFrom('board_phrase').where('board_id', '=', boardId).where('key', '=', key).execute();
      return { id: null };
    }
  }
  if (row) {
    await trx
      .updateTable('board_phrase')
      .set({ ...values, version: row.version + 1 })
      .where('id', '=', row.id)
      .execute();
    return { id: row.id };
  }
  const last = await trx
    .selectFrom('board_phrase')
    .select(({ fn }) => fn.max<number | null>('position').as('position'))
    .where('board_id', '=', boardId)
    .executeTakeFirst();
  const id = newId();
  await trx
    .insertInto('board_phrase')
    .values({ id, board_id: boardId, key, ...values, position: (last?.position ?? 0) + 1 })
    .execute();
  return { id };
}

const braced = (names: readonly string[]): string => names.map((name) => `{${name}}`).join(', ');

/**
 * Takes a phrase out of the board's list: its own is gone, a shipped one is as shipped again.
 * @returns what it was, so that it can be saved again
 * @throws AppError NOT_FOUND
 */
export async function removeBoardPhrase(trx: Kysely<Database>, id: string): Promise<BoardPhraseInput> {
  const row = await trx.selectFrom('board_phrase').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', { what: 'phrase' });
  await trx.deleteFrom('board_phrase').where('id', '=', id).execute();
  return {
    boardId: row.board_id,
    id: null,
    key: PHRASE_KEYS.find((key) => key === row.key) ?? null,
    version: null,
    fi: row.fi ?? '',
    sv: row.sv ?? '',
    en: row.en ?? '',
    hidden: row.hidden === 1,
  };
}

/** What a board offers to a writer: its own phrases filled from the item, and the keys of those it hides. */
export async function writersPhrases(
  db: Kysely<Database>,
  boardId: string,
  document: MinutesDocument,
  item: MinutesItem,
  shipped: Phrases,
): Promise<{
  own: { id: string; text: string }[];
  general: { key: PhraseKey; text: string }[];
  hidden: Set<string>;
}> {
  const { language } = document.meeting;
  const rows = await rowsOf(db, boardId);
  const phrases = phrasesOfBody(shipped, document.wording, document.board.kind);
  const values = contextValues(document, item, phrases);
  const hidden = new Set(rows.flatMap((row) => (row.hidden === 1 && row.key !== null ? [row.key] : [])));
  return {
    own: rows.flatMap((row) => {
      const text = row[language];
      return row.key === null && row.hidden === 0 && text !== null
        ? [{ id: row.id, text: fillPlaceholders(text, values, row.id) }]
        : [];
    }),
    general: PHRASE_KEYS.filter((key) => isOffered(key, shipped) && !hidden.has(key)).map((key) => ({
      key,
      text: phrases[key][language],
    })),
    hidden,
  };
}

function contextValues(
  document: MinutesDocument,
  item: MinutesItem,
  phrases: Phrases,
): Record<ContextPlaceholder, string> {
  const { meeting, rules } = document;
  const heading = rules.profile === 'memo' ? 'item.heading' : 'section.heading';
  return {
    section: phrase(phrases, heading, meeting.language, { n: item.section }),
    title: item.title,
    diaryNumber: item.diaryNumber ?? MISSING_VALUE,
    applicant: item.applicant ?? MISSING_VALUE,
    presenter: document.presenter?.name ?? MISSING_VALUE,
    chair: document.chair?.name ?? MISSING_VALUE,
    secretary: document.secretary?.name ?? MISSING_VALUE,
    meeting: `${meeting.number}/${meeting.year}`,
    date: formatDate(meeting.heldOn, meeting.language),
    place: meeting.place === '' ? MISSING_VALUE : meeting.place,
    voters: String(item.voters),
  };
}
