import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import fc from 'fast-check';
import { Kysely, SqliteDialect } from 'kysely';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  putSearchEntry,
  removeSearchEntry,
  search,
  searchExpression,
  type SearchEntry,
  type SearchTables,
} from '../../db/core/search.ts';
import { MIGRATIONS } from '../../db/migrations/index.ts';
import { findMatches, matcherOf } from '../../db/core/search-text.ts';

let folder: string;
let raw: SQLite.Database;
let database: Kysely<SearchTables>;
/** The tables, the index and the triggers that keep it in step, as the migrations make them. */
let statements: string[];

beforeAll(async () => {
  const file = new SQLite(':memory:');
  const migrated = new Kysely<unknown>({ dialect: new SqliteDialect({ database: file }) });
  for (const migration of MIGRATIONS) await migration.up(migrated);
  statements = file
    .prepare<[], string>(
      `SELECT sql FROM sqlite_schema WHERE name IN ('search_entry', 'search_index') OR type = 'trigger'
        AND tbl_name = 'search_entry' ORDER BY type = 'trigger', name`,
    )
    .pluck()
    .all();
  await migrated.destroy();
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pykala-search-'));
  raw = new SQLite(join(folder, 'search.sqlite'));
  for (const statement of statements) raw.exec(statement);
  database = new Kysely<SearchTables>({ dialect: new SqliteDialect({ database: raw }) });
});

afterEach(async () => {
  await database.destroy();
  rmSync(folder, { recursive: true, force: true });
});

let count = 0;
async function put(title: string, body = '', more: Partial<SearchEntry> = {}): Promise<string> {
  count += 1;
  const entityId = more.entityId ?? `id-${count}`;
  await putSearchEntry(database, {
    entity: 'item',
    boardId: 'board-1',
    title,
    body,
    sortDate: '2026-05-19',
    ...more,
    entityId,
  });
  return entityId;
}

async function titles(text: string, more: Partial<Parameters<typeof search>[1]> = {}): Promise<string[]> {
  return (await search(database, { text, limit: 50, ...more })).map((result) => result.title);
}

/** The index agrees with its content table; SQLite throws otherwise. */
const checkIndex = (): void => {
  raw.exec(`INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)`);
};

describe('searchExpression', () => {
  it.each(['', '   ', '"', '***', '§', '—', '()', ':-', '\u0000', '🙂'])(
    'has nothing to search for in %j',
    (text) => {
      expect(searchExpression(text)).toBeNull();
    },
  );

  it('joins words with AND and lets only the last one be half typed', () => {
    expect(searchExpression('2025 2026')).toBe('("2025") AND ("2026" *)');
  });

  it('keeps what is written together as a phrase', () => {
    expect(searchExpression('T-2026-05')).toBe('("t 2026 05" *)');
  });

  it('never makes SQLite throw, whatever the user types', async () => {
    await put('Kunnan lausunto', 'NEAR OR AND NOT title: "kunta" * ^ { } ( )');
    const statement = raw.prepare('SELECT rowid FROM search_index WHERE search_index MATCH ?');
    const word = fc.constantFrom(
      ...'NEAR NEAR( OR AND NOT " "" * ^ - + : title: {title} ( ) , -- ; § % _ ß İ kunta käsi'.split(' '),
      'T-2026-05',
      '19.5.2026',
      "'",
      '\\',
      '\u0000',
      'a\u0308',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')),
      fc.array(word, { maxLength: 10 }).map((words) => words.join('')),
      fc.string({ unit: fc.constantFrom(...Array.from('aeiouyäökptsnlrmhvdjg ')), maxLength: 60 }),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const expression = searchExpression(typed);
        if (expression === null) return;
        statement.all(expression);
        statement.all(`{title} : (${expression})`);
      }),
      { numRuns: 1000 },
    );
    for (const typed of [
      'x '.repeat(5000),
      'järjestöille '.repeat(1000),
      'ä'.repeat(100_000),
      '"'.repeat(9999),
    ]) {
      const expression = searchExpression(typed);
      if (expression !== null) statement.all(expression);
    }
  });
});

describe('search', () => {
  it('finds inflected forms in both directions', async () => {
    await put('Lausunto järjestöjen avustuksista', 'Kunnissa toimivat yhdistykset');
    for (const text of [
      'järjestö',
      'järjestöille',
      'avustus',
      'kunta',
      'kunnan',
      'yhdistyksen lausunnot',
      'yhd',
    ]) {
      expect(await titles(text), text).toHaveLength(1);
    }
    expect(await titles('kunto')).toEqual([]);
    expect(await titles('järjestö tilinpäätös')).toEqual([]);
  });

  it.each([
    ['MALLIDno-2026-19', 'Asia MALLIDno-2026-19 on vireillä'],
    ['mallidno-2026', 'Asia MALLIDno-2026-19 on vireillä'],
    ['T-2026-05', 'Tehtävä T-2026-05'],
    ['9900001-8', 'Y-tunnus 9900001-8'],
    ['§ 29', 'Kokous 3/2026, § 29'],
    ['29 §', 'Kokous 3/2026, 29 §:n mukaan'],
    ['3/2026', 'Kokous 3/2026'],
    ['19.5.2026', 'Pidetään 19.5.2026 klo 10'],
    ['19.5.2026', 'Pidetään 19.05.2026'],
    ['19.5.2026', 'Määräaika 2026-05-19'],
    ['matti.malli@example.invalid', 'Lähetä: matti.malli@example.invalid'],
    ['EU:n', 'EU-rahoitus'],
    ['Pohjois-Karjala', 'Pohjois-Karjalan järjestöt'],
    ['aanekoski', 'Äänekosken järjestöt'],
    ['ÄÄNI', 'Äänestä äänin'],
    ['a\u0308a\u0308ni', 'Äänten laskenta'],
    ['"kunta"', 'Kunnan avustus'],
    ['kunta*', 'Kunnan avustus'],
    ['-kunta', 'Kunnan avustus'],
    ['(kunta)', 'Kunnan avustus'],
    ['kunta, avustus', 'Kunnan avustus'],
  ])('finds %s', async (text, body) => {
    await put('Asia', body);
    await put('Toinen', 'aivan muuta 2 30 2025');
    expect(await titles(text)).toEqual(['Asia']);
  });

  it('takes operators as words', async () => {
    await put('yksi', 'kissa');
    await put('kaksi', 'koira');
    expect(await titles('kissa OR koira')).toEqual([]);
    expect(await titles('kissa NOT koira')).toEqual([]);
    expect(await titles('title:yksi')).toEqual([]);
    await put('kolme', 'kissa or koira');
    expect(await titles('kissa OR koira')).toEqual(['kolme']);
  });

  it('does not let § 2 find § 29', async () => {
    await put('Asia', '§ 29');
    expect(await titles('§ 2')).toEqual([]);
    expect(await titles('2')).toEqual([]);
    expect(await titles('29')).toEqual(['Asia']);
  });

  it('orders titles before bodies, newest first, then by title in Finnish order, undated last', async () => {
    await put('Muu vanha', 'avustus', { sortDate: '2020-01-01' });
    await put('Muu uusi', 'avustus', { sortDate: '2026-01-01' });
    await put('Öljyavustus ja avustus', '', { sortDate: '2025-01-01' });
    await put('Avustus Ä', '', { sortDate: '2025-01-01' });
    await put('Avustus Z', '', { sortDate: '2025-01-01' });
    await put('Avustus 10', '', { sortDate: '2025-01-01' });
    await put('Avustus 9', '', { sortDate: '2025-01-01' });
    await put('Avustuksen historia', '', { sortDate: null });
    await put('Avustuspäätös', '', { sortDate: '2026-03-01T12:00' });
    expect(await titles('avustus')).toEqual([
      'Avustuspäätös',
      'Avustus 9',
      'Avustus 10',
      'Avustus Z',
      'Avustus Ä',
      'Öljyavustus ja avustus',
      'Avustuksen historia',
      'Muu uusi',
      'Muu vanha',
    ]);
  });

  it('pages through many matches without gaps or repetition', async () => {
    await database.transaction().execute(async (trx) => {
      for (let number = 0; number < 700; number += 1) {
        await putSearchEntry(trx, {
          entity: 'item',
          entityId: `n-${number}`,
          boardId: null,
          title: number % 3 === 0 ? `Kokous ${number}` : `Asia ${number}`,
          body: 'kokous',
          sortDate: `20${String(10 + (number % 15))}-01-01`,
        });
      }
    });
    const seen: string[] = [];
    for (let offset = 0; offset < 800; offset += 90) {
      const page = await search(database, { text: 'kokous', limit: 90, offset });
      seen.push(...page.map((result) => result.entityId));
    }
    expect(seen).toHaveLength(700);
    expect(new Set(seen).size).toBe(700);
    // Titles first, then the newest: every title hit comes before every body hit.
    const isTitleHit = seen.map((id) => Number(id.slice(2)) % 3 === 0);
    expect(isTitleHit.indexOf(false)).toBe(isTitleHit.lastIndexOf(true) + 1);
  });

  it('filters by kind and board, keeping what belongs to no board', async () => {
    await put('Kokous A', '', { entity: 'meeting', boardId: 'board-1' });
    await put('Kokous B', '', { entity: 'meeting', boardId: 'board-2' });
    await put('Kokous C', '', { entity: 'organisation', boardId: null });
    expect(await titles('kokous', { boardId: 'board-1' })).toEqual(['Kokous A', 'Kokous C']);
    expect(await titles('kokous', { entities: ['meeting'] })).toEqual(['Kokous A', 'Kokous B']);
    expect(await titles('kokous', { entities: ['meeting'], boardId: 'board-2' })).toEqual(['Kokous B']);
    expect(await titles('kokous', { entities: [] })).toEqual([]);
    expect(await titles('kokous', { limit: 0 })).toEqual([]);
    expect(await titles('§')).toEqual([]);
  });
});

describe('matches and snippets', () => {
  it('point at the words in the original text', async () => {
    await put(
      'Kunnan ja JÄRJESTÖJEN työnjako',
      `${'alku '.repeat(60)}jossa kunnissa <b>järjestöt</b> ${'loppu '.repeat(60)}`,
    );
    const [result] = await search(database, { text: 'kunta järjestö', limit: 1 });
    expect(result?.titleMatches.map(({ start, end }) => result.title.slice(start, end))).toEqual([
      'Kunnan',
      'JÄRJESTÖJEN',
    ]);
    const { text, matches } = result?.snippet ?? { text: '', matches: [] };
    expect(matches.map(({ start, end }) => text.slice(start, end))).toEqual(['kunnissa', 'järjestöt']);
    expect(text.startsWith('…alku')).toBe(true);
    expect(text.endsWith('…')).toBe(true);
    expect(text.length).toBeLessThan(190);
  });

  it('marks an identifier as one match, and a match in the context when the body has none', async () => {
    await put('Asia', 'ei mitään', { context: 'Diaarinumero MALLIDno-2026-19.' });
    const [result] = await search(database, { text: 'mallidno-2026-19', limit: 1 });
    expect(result?.snippet).toEqual({
      text: 'Diaarinumero MALLIDno-2026-19.',
      matches: [{ start: 13, end: 29 }],
    });
  });

  it('shows the beginning of the body when only the title matches', async () => {
    await put('Kokous', 'Ensimmäinen rivi');
    const [result] = await search(database, { text: 'kokous', limit: 1 });
    expect(result?.snippet).toEqual({ text: 'Ensimmäinen rivi', matches: [] });
  });

  it('stays within the text for any text', () => {
    const matcher = matcherOf({ leading: ['a'], prefixes: ['b'], exact: ['cd'] });
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', 'cd', ' ', '-', 'Ä', '\u0308', '🙂') }),
        (text) => {
          let last = 0;
          for (const { start, end } of findMatches(text, [matcher])) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(text.length);
        },
      ),
    );
  });
});

describe('keeping the index', () => {
  it('replaces, moves and removes entries in step', async () => {
    const entityId = await put('Vanha otsikko', 'runko');
    await put('Uusi otsikko', 'runko', { entityId });
    expect(await titles('vanha')).toEqual([]);
    expect(await titles('uusi')).toEqual(['Uusi otsikko']);
    checkIndex();
    await put('Uusi otsikko', 'runko', { entityId, sortDate: '2027-01-01' });
    await put('Toinen otsikko', '', { sortDate: '2026-12-31' });
    expect(await titles('otsikko')).toEqual(['Uusi otsikko', 'Toinen otsikko']);
    checkIndex();
    await put('Uusi otsikko', 'runko', { entityId, sortDate: null });
    expect(await titles('otsikko')).toEqual(['Toinen otsikko', 'Uusi otsikko']);
    expect(raw.prepare('SELECT count(*) AS n FROM search_entry').get()).toEqual({ n: 2 });
    await removeSearchEntry(database, 'item', entityId);
    await removeSearchEntry(database, 'item', 'never there');
    expect(await titles('uusi')).toEqual([]);
    checkIndex();
  });

  it('keeps two kinds with the same id apart', async () => {
    await put('Kokous', '', { entity: 'meeting', entityId: 'x' });
    await put('Kokousasia', '', { entity: 'item', entityId: 'x' });
    expect(await titles('kokous')).toHaveLength(2);
  });

  it('rolls back with its transaction', async () => {
    await expect(
      database.transaction().execute(async (trx) => {
        await putSearchEntry(trx, {
          entity: 'item',
          entityId: 'gone',
          boardId: null,
          title: 'Peruttu',
          body: '',
          sortDate: null,
        });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await titles('peruttu')).toEqual([]);
    checkIndex();
  });
});
