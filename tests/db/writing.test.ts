/** Mentions, earlier versions and a board's own phrases, on real files. */
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { search } from '../../db/core/search.ts';
import { write } from '../../db/core/open.ts';
import {
  listBoardPhrases,
  phrasesOfBoard,
  removeBoardPhrase,
  saveBoardPhrase,
  writersPhrases,
} from '../../db/features/board-phrases.ts';
import { checkEverything } from '../../db/features/check.ts';
import { documentSource } from '../../db/features/documents.ts';
import { examineAtOnce } from '../../db/features/examination.ts';
import { itemHistory, restoreRevision, revisionParts } from '../../db/features/item-history.ts';
import { changeItem } from '../../db/features/items.ts';
import { setElected } from '../../db/features/live.ts';
import { closeMeeting } from '../../db/features/meeting-course.ts';
import { mentionChoices, mentionPlaces } from '../../db/features/mentions.ts';
import { composeMinutes } from '../../db/features/minutes.ts';
import { updatePerson } from '../../db/features/persons.ts';
import { decisionText } from '../../db/features/wording.ts';
import { boardPhraseInputSchema, type BoardPhraseInput } from '../../db/model/board-phrase.ts';
import { newId } from '../../db/model/identity.ts';
import { itemChangeSchema, type ItemChange } from '../../db/model/meeting.ts';
import { personInputSchema } from '../../db/model/person.ts';
import { phrase } from '../../db/model/phrases.ts';
import { printDocument } from '../../db/model/print-document.ts';
import { plainText, richText, type Mention, type RichText } from '../../db/model/rich-text.ts';
import { boardFromNothing, type NewBoard } from '../fixtures/board-from-nothing.ts';
import { resources, writing } from '../fixtures/databases.ts';
import { failure, itemOf, newMeeting, opened, view } from '../fixtures/meeting-steps.ts';

const mentioning = (words: string, mention: Mention): RichText => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: words, marks: [{ type: 'mention', attrs: mention }] },
        { type: 'text', text: ' selvittää asian.' },
      ],
    },
  ],
});

async function save(
  { database }: NewBoard,
  itemId: string,
  version: number,
  values: ItemChange['change'],
  actor = 'testi',
): Promise<{ version: number }> {
  return await write(database, actor, 'items.change', (trx) =>
    changeItem(trx, v.parse(itemChangeSchema, { itemId, version, change: values })),
  );
}

/** A meeting in session with its item of announcements. */
async function session() {
  const board = await boardFromNothing();
  const meetingId = await newMeeting(board, { heldOn: '2026-01-20' });
  await opened(
    board,
    meetingId,
    Object.keys(board.people).filter((name) => name.startsWith('M')),
  );
  const item = await itemOf(board, meetingId, 'announcements');
  return { board, meetingId, item };
}

const phraseOf = (values: Partial<BoardPhraseInput> & { boardId: string }): BoardPhraseInput =>
  v.parse(boardPhraseInputSchema, values);

describe('mentions', () => {
  test('follow the texts, are listed and found, and print as the words that they are', async () => {
    const { board, meetingId, item } = await session();
    const person = { entity: 'person', id: board.people['M03']! } as const;
    const organisation = { entity: 'organisation', id: board.organisationId } as const;
    await save(board, item.id, item.version, {
      proceedings: mentioning('Henkilö M03', person),
      decision: mentioning('Esimerkkikylän kyläyhdistys ry', organisation),
    });
    const { kysely } = board.database;
    expect(await mentionPlaces(kysely, person)).toMatchObject([
      { itemId: item.id, meetingId, meeting: '1/2026', title: item.title },
    ]);
    expect(await mentionPlaces(kysely, organisation)).toHaveLength(1);
    const printed = JSON.stringify(
      printDocument(
        await documentSource(kysely, meetingId, '2026-01-20'),
        { kind: 'minutes', sections: [], voters: false },
        resources.phrases(),
        'fi',
      ),
    );
    expect(printed).toContain('Henkilö M03');
    expect(printed).not.toContain('mention');
    expect(printed).not.toContain(person.id);
    expect(await checkEverything(board.database)).toEqual([]);

    // Renamed: found by the new name, the text says what was written.
    const values = v.parse(personInputSchema, { name: 'Sanelma Uusinimi', shortName: 'M03' });
    await writing(board.database, (trx) => updatePerson(trx, { id: person.id, version: 1, values }));
    const found = await search(kysely, { text: 'Uusinimi', entities: ['item'], limit: 5 });
    expect(found.map(({ entityId }) => entityId)).toEqual([item.id]);
    const now = await itemOf(board, meetingId, 'announcements');
    expect(plainText(now.proceedings)).toBe('Henkilö M03 selvittää asian.');

    await save(board, item.id, now.version, { proceedings: richText('Ei ketään.') });
    expect(await mentionPlaces(kysely, person)).toEqual([]);
    expect(await mentionPlaces(kysely, organisation)).toHaveLength(1);
  });

  test('of what is not there are refused, unless the text had them already', async () => {
    const { board, item } = await session();
    const unknown = { entity: 'task', id: newId() } as const;
    const text = mentioning('T-2026-99', unknown);
    const error = await failure(save(board, item.id, item.version, { proceedings: text }));
    expect(error).toMatchObject({ code: 'MENTION_UNKNOWN', details: { unknown: `task:${unknown.id}` } });
    // As it is when the task was removed after it was mentioned.
    await writing(board.database, (trx) =>
      trx
        .updateTable('agenda_item')
        .set({ proceedings: JSON.stringify(text) })
        .where('id', '=', item.id)
        .execute(),
    );
    expect(await save(board, item.id, item.version, { proceedings: text, title: 'Toinen' })).toMatchObject({
      version: item.version + 1,
    });
    expect(await checkEverything(board.database)).toEqual([]);
  });

  test('that are not in step are a finding', async () => {
    const { board, item } = await session();
    await writing(board.database, (trx) =>
      trx
        .insertInto('item_mention')
        .values({
          item_id: item.id,
          part: 'decision',
          person_id: board.people['M01']!,
          organisation_id: null,
          task_id: null,
        })
        .execute(),
    );
    expect((await checkEverything(board.database)).map(({ code }) => code)).toEqual(['mentions']);
  });

  test('are offered by name, and the usual ones without a word', async () => {
    const board = await boardFromNothing();
    const { kysely } = board.database;
    const { boardId } = board;
    const named = await mentionChoices(kysely, { text: 'kyläyhdis', boardId, language: 'sv' });
    expect(named).toMatchObject([{ entity: 'organisation', text: 'Esimerkkikylän kyläyhdistys ry' }]);
    expect((await mentionChoices(kysely, { text: 'M07', boardId, language: 'fi' }))[0]).toMatchObject({
      entity: 'person',
      text: 'Henkilö M07',
      detail: 'M07, Esimerkkikylän kyläyhdistys ry',
    });
    const usual = await mentionChoices(kysely, { text: '', boardId, language: 'fi' });
    expect(usual.map(({ text }) => text)).toContain('Henkilö M01');
    expect(await mentionChoices(kysely, { text: '', boardId, language: 'fi', entity: 'task' })).toEqual([]);
  });
});

describe('earlier versions', () => {
  test('one writing session is one version; another writer begins another', async () => {
    const { board, item } = await session();
    let version = item.version;
    for (const words of ['K', 'Kes', 'Keskusteltiin.'])
      ({ version } = await save(board, item.id, version, { proceedings: richText(words) }));
    ({ version } = await save(board, item.id, version, { decision: richText('Merkittiin.') }));
    ({ version } = await save(board, item.id, version, { proceedings: richText('Toisin.') }, 'Toinen'));
    const { kysely } = board.database;
    const [last, first, made] = await itemHistory(kysely, item.id);
    expect(made).toMatchObject({ created: true, parts: ['title'] });
    expect(last).toMatchObject({ actor: 'Toinen', parts: ['proceedings'], restored: false });
    expect(first).toMatchObject({ actor: 'testi', parts: ['proceedings', 'decision'] });
    const parts = await revisionParts(kysely, item.id, last!.id);
    expect(parts).toEqual([
      {
        part: 'proceedings',
        before: richText('Keskusteltiin.'),
        after: richText('Toisin.'),
        now: richText('Toisin.'),
      },
    ]);

    const restored = await write(board.database, 'Toinen', 'history.restore', (trx) =>
      restoreRevision(trx, { itemId: item.id, version, revisionId: first!.id, part: 'proceedings' }),
    );
    expect(restored).toMatchObject({ version: version + 1, text: richText('Keskusteltiin.') });
    const history = await itemHistory(kysely, item.id);
    expect(history).toHaveLength(4);
    expect(history[0]).toMatchObject({ restored: true, parts: ['proceedings'] });
    // Nothing of the history went away: the text that was replaced can be had again.
    const again = await write(board.database, 'Toinen', 'history.restore', (trx) =>
      restoreRevision(trx, {
        itemId: item.id,
        version: restored.version,
        revisionId: last!.id,
        part: 'proceedings',
      }),
    );
    expect(again.text).toEqual(richText('Toisin.'));
  });

  test('a link to what is gone is left out of a restored text', async () => {
    const { board, item } = await session();
    const text = mentioning('Henkilö G', { entity: 'person', id: board.people['G']! });
    let { version } = await save(board, item.id, item.version, { proceedings: text });
    ({ version } = await save(board, item.id, version, { proceedings: null }, 'Toinen'));
    await writing(board.database, (trx) =>
      trx.deleteFrom('person').where('id', '=', board.people['G']!).execute(),
    );
    const [, first] = await itemHistory(board.database.kysely, item.id);
    const { text: restored } = await writing(board.database, (trx) =>
      restoreRevision(trx, { itemId: item.id, version, revisionId: first!.id, part: 'proceedings' }),
    );
    expect(JSON.stringify(restored)).not.toContain('mention');
    expect(plainText(restored as RichText)).toBe('Henkilö G selvittää asian.');
  });

  test('of examined minutes are read and not restored', async () => {
    const { board, meetingId, item } = await session();
    const { version } = await save(board, item.id, item.version, { proceedings: richText('Eka') });
    await save(board, item.id, version, { proceedings: richText('Toka') }, 'Toinen');
    const { items } = await view(board, meetingId);
    const examiners = await itemOf(board, meetingId, 'examiners');
    await writing(board.database, async (trx) => {
      await setElected(trx, examiners.id, 'examiner', [board.people['M03']!, board.people['M04']!]);
      for (const one of items)
        await trx
          .updateTable('agenda_item')
          .set({ decision_type: 'noted', decision: JSON.stringify(richText('Merkittiin.')) })
          .where('id', '=', one.id)
          .execute();
      await closeMeeting(trx, meetingId, '15:00', true);
      await examineAtOnce(
        trx,
        meetingId,
        { examinedOn: '2026-01-27', displayedFrom: null },
        'testi',
        '2026-01-27T10:00:00Z',
      );
    });
    const history = await itemHistory(board.database.kysely, item.id);
    const now = await itemOf(board, meetingId, 'announcements');
    const error = await failure(
      writing(board.database, (trx) =>
        restoreRevision(trx, {
          itemId: item.id,
          version: now.version,
          revisionId: history.at(-1)!.id,
          part: 'proceedings',
        }),
      ),
    );
    expect(error.code).toBe('MEETING_EXAMINED');
  });
});

describe('the phrases of a board', () => {
  const shipped = resources.phrases();
  const own = 'Todettiin, että kokous on päätösvaltainen ({n} läsnä).';

  test('an own wording prints, is frozen with the minutes, and can be given up', async () => {
    const { board, meetingId } = await session();
    const { boardId, database } = board;
    const put = (values: Partial<BoardPhraseInput>) =>
      writing(database, (trx) => saveBoardPhrase(trx, phraseOf({ boardId, ...values }), shipped));
    const { id } = await put({ key: 'quorum.still', fi: own });
    await put({ key: 'decision.noted', fi: 'Merkittiin tietoon saatetuksi.' });
    expect(
      phrase(await phrasesOfBoard(database.kysely, boardId, shipped), 'quorum.still', 'fi', { n: 9 }),
    ).toBe('Todettiin, että kokous on päätösvaltainen (9 läsnä).');
    const document = await composeMinutes(database.kysely, meetingId);
    expect(document.wording).toEqual({
      'quorum.still': { fi: own },
      'decision.noted': { fi: 'Merkittiin tietoon saatetuksi.' },
    });
    expect(
      decisionText(
        document,
        { ...document.items[5]!, kind: 'decision' },
        'noted',
        shipped,
        resources.agendaTemplates(),
      ),
    ).toBe('Merkittiin tietoon saatetuksi.');

    // As shipped again: nothing of it is kept.
    const row = (await listBoardPhrases(database.kysely, boardId, shipped)).find((one) => one.id === id)!;
    await put({ key: 'quorum.still', fi: shipped['quorum.still'].fi, version: row.version });
    expect((await composeMinutes(database.kysely, meetingId)).wording).not.toHaveProperty(['quorum.still']);
    // What was composed before keeps its wording.
    expect(
      JSON.stringify(
        printDocument(
          { minutes: { ...document, items: [] }, secrets: [], openTasks: [], asOf: '2026-01-20' },
          { kind: 'tasks', sections: [], voters: false },
          shipped,
          'fi',
        ),
      ),
    ).toContain('Avoimet');
    expect(document.wording).toHaveProperty(['quorum.still']);
  });

  test('unknown placeholders are refused with the list of known ones', async () => {
    const board = await boardFromNothing();
    const { boardId, database } = board;
    const put = (values: Partial<BoardPhraseInput>) =>
      failure(writing(database, (trx) => saveBoardPhrase(trx, phraseOf({ boardId, ...values }), shipped)));
    expect(await put({ key: 'quorum.still', fi: 'Läsnä {maara}.' })).toMatchObject({
      code: 'PHRASE_PLACEHOLDER_UNKNOWN',
      details: { names: '{maara}', known: '{n}' },
      fields: { fi: 'phrase_placeholder' },
    });
    expect((await put({ key: 'decision.noted', sv: 'Antecknades {n}.' })).code).toBe('PHRASE_WITHOUT_VALUES');
    expect((await put({ fi: 'Avoin { sulje' })).code).toBe('PHRASE_BRACES');
    expect((await put({ fi: ' ' })).code).toBe('PHRASE_EMPTY');
    expect((await put({ key: 'decision.noted', fi: 'x', version: 3 })).code).toBe('CONFLICT');
  });

  test('its own phrases are filled from the item; hidden ones are not offered', async () => {
    const { board, meetingId } = await session();
    const { boardId, database } = board;
    const put = (values: Partial<BoardPhraseInput>) =>
      writing(database, (trx) => saveBoardPhrase(trx, phraseOf({ boardId, ...values }), shipped));
    const { id } = await put({ fi: 'Puheenjohtaja {chair} esitteli asian {title} ({diaryNumber}).' });
    await put({ key: 'decision.noted', hidden: true });
    const document = await composeMinutes(database.kysely, meetingId);
    const offered = await writersPhrases(database.kysely, boardId, document, document.items[5]!, shipped);
    expect(offered.own).toEqual([
      { id, text: `Puheenjohtaja Henkilö M01 esitteli asian ${document.items[5]!.title} (____).` },
    ]);
    expect(offered.general.map(({ key }) => key)).not.toContain('decision.noted');
    expect(offered.general.map(({ key }) => key)).toContain('decision.returned');
    const removed = await writing(database, (trx) => removeBoardPhrase(trx, id!));
    expect(removed).toMatchObject({ key: null, fi: expect.stringContaining('{chair}') });
    await put(removed);
    expect(
      (await listBoardPhrases(database.kysely, boardId, shipped)).filter(({ key }) => key === null),
    ).toHaveLength(1);
  });
});
