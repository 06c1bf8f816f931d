/**
 * `pykala search WORDS --db FILE`: everything in which the words stand, in any Finnish form; with `--minutes` only
 * minutes, item by item with what was decided.
 */
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { Database } from '../../db/core/schema.ts';
import { searchMinutes } from '../../db/features/search-minutes.ts';
import { searchWhole, type WholeKind } from '../../db/features/search-whole.ts';
import { AppError } from '../../db/model/errors.ts';
import { minutesSearchSchema } from '../../db/model/minutes-search.ts';
import type { Language } from '../backend/protocol.ts';
import { withDatabase, type Tools } from './commands.ts';

const LIMIT = 200;

const KINDS: Record<WholeKind, Record<Language, string>> = {
  organisation: { fi: 'Järjestö', sv: 'Organisation', en: 'Organisation' },
  person: { fi: 'Henkilö', sv: 'Person', en: 'Person' },
  board: { fi: 'Toimielin', sv: 'Organ', en: 'Board' },
  meeting: { fi: 'Kokous', sv: 'Möte', en: 'Meeting' },
  item: { fi: 'Asia', sv: 'Ärende', en: 'Item' },
  task: { fi: 'Tehtävä', sv: 'Uppgift', en: 'Task' },
  idea: { fi: 'Asiaidea', sv: 'Ärendeidé', en: 'Idea' },
  old_minutes: { fi: 'Vanha pöytäkirja', sv: 'Gammalt protokoll', en: 'Old minutes' },
  old_minutes_item: {
    fi: 'Vanhan pöytäkirjan asia',
    sv: 'Ärende i gammalt protokoll',
    en: 'Item of old minutes',
  },
  theme: { fi: 'Teema', sv: 'Tema', en: 'Theme' },
  volunteer_action: { fi: 'Toimenpide', sv: 'Åtgärd', en: 'Action' },
  indicator: { fi: 'Mittari', sv: 'Indikator', en: 'Indicator' },
};

interface Search {
  db: string;
  text: string;
  year: number | null;
  board: string | null;
  /** Only minutes. */
  minutes: boolean;
}

/** Prints what was found. Exit 1 when there is nothing. */
export async function searchDatabase(tools: Tools, options: Search): Promise<number> {
  return await withDatabase(options.db, false, async ({ kysely }) => {
    const boardId = await boardOf(kysely, options.board);
    return await (options.minutes ? inMinutes : inEverything)(tools, kysely, { ...options, boardId });
  });
}

async function boardOf(db: Kysely<Database>, shortName: string | null): Promise<string | null> {
  if (shortName === null) return null;
  const board = await db
    .selectFrom('board')
    .select('id')
    .where('short_name', '=', shortName)
    .executeTakeFirst();
  if (!board) throw new AppError('NOT_FOUND', { what: 'board' });
  return board.id;
}

type Asked = Search & { boardId: string | null };

async function inEverything(tools: Tools, db: Kysely<Database>, asked: Asked): Promise<number> {
  const { text, boardId, year } = asked;
  const found = await searchWhole(db, { text, boardId, year, limit: LIMIT + 1 });
  const hits = found.slice(0, LIMIT);
  if (tools.json)
    tools.out(`${JSON.stringify({ total: hits.length, more: found.length > LIMIT, hits }, null, 2)}\n`);
  else
    for (const { kind, title, text: piece, board, meeting, section } of hits) {
      const place = [board, meeting, section === null ? null : `§ ${section}`].filter(Boolean).join(' ');
      tools.out(`${KINDS[kind][tools.language]}  ${title}${place === '' ? '' : ` (${place})`}\n`);
      if (piece !== '') tools.out(`    ${piece.replaceAll(/\s+/g, ' ')}\n`);
    }
  return hits.length > 0 ? 0 : 1;
}

/** The newest meeting first. */
async function inMinutes(tools: Tools, db: Kysely<Database>, asked: Asked): Promise<number> {
  const found = await searchMinutes(
    db,
    v.parse(minutesSearchSchema, {
      text: asked.text,
      boardId: asked.boardId,
      yearFrom: asked.year,
      yearTo: asked.year,
      limit: LIMIT,
    }),
  );
  if (tools.json) {
    const items = found.meetings.flatMap(({ items: own, label, heldOn, board }) =>
      own.map(({ section, title, decisionType, part, snippet, words }) => ({
        meeting: label,
        board,
        heldOn,
        section,
        title,
        decision: decisionType,
        part,
        text: snippet.text,
        words,
      })),
    );
    const imported = found.oldMinutes.flatMap(({ items: own, label, fileName, board, heldOn, snippet }) => {
      const place = { minutes: label ?? fileName, board, heldOn };
      return [
        ...own.map((item) => ({
          ...place,
          section: item.label,
          title: item.title,
          text: item.snippet.text,
          words: item.words,
        })),
        ...(snippet === null
          ? []
          : [{ ...place, section: null, title: fileName, text: snippet.text, words: [] }]),
      ];
    });
    tools.out(`${JSON.stringify({ total: found.total, items, imported }, null, 2)}\n`);
  } else {
    const line = (head: string, title: string, text: string): void =>
      tools.out(`${head}  ${title}\n    ${text.replaceAll(/\s+/g, ' ')}\n`);
    for (const { board, label, items } of found.meetings)
      for (const { section, title, snippet } of items)
        line(`${board} ${label} § ${section}`, title, snippet.text);
    for (const { board, label, fileName, items, snippet } of found.oldMinutes) {
      const head = `${board} ${label ?? fileName}`;
      for (const item of items) line(`${head} ${item.label}`, item.title, item.snippet.text);
      if (snippet !== null) line(head, fileName, snippet.text);
    }
  }
  return found.total > 0 ? 0 : 1;
}
