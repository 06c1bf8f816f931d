/** Old minutes in a real database: kept for review, accepted, found, opened again; never part of the board's own chain. */
import { expect, test } from 'vitest';
import * as v from 'valibot';
import { search } from '../../db/core/search.ts';
import { checkEverything } from '../../db/features/check.ts';
import { storeContent } from '../../db/features/files.ts';
import { listMeetings } from '../../db/features/meeting-view.ts';
import {
  acceptOldMinutes,
  importOldMinutes,
  listOldMinutes,
  oldMinutesView,
  removeOldMinutes,
  reopenReview,
  saveReview,
} from '../../db/features/old-minutes.ts';
import { createPerson } from '../../db/features/persons.ts';
import { searchMinutes } from '../../db/features/search-minutes.ts';
import { minutesSearchSchema, type MinutesSearchInput } from '../../db/model/minutes-search.ts';
import { oldMinutesSchema } from '../../db/model/old-minutes.ts';
import { writing } from '../fixtures/databases.ts';
import { failure } from '../fixtures/meeting-steps.ts';
import { sampleCopy } from '../fixtures/sample-copy.ts';

const TEXT = `PÖYTÄKIRJA 5/2011

Aika: 3.10.2011 klo 17.00–18.30
Paikka: Seurakuntatalo
Läsnä: Virtanen Anna, puheenjohtaja
Öhman Örjan

31 § Kyläyhdistysten avustukset
Päätös: Myönnettiin avustus.
32 § Päättäminen
Päätös: Päätettiin kokous klo 18.30.
`;

async function imported() {
  const { database, boardId } = await sampleCopy();
  const { sha256 } = await writing(database, (trx) =>
    storeContent(trx, Buffer.from(TEXT), '2026-05-19T09:00:00Z'),
  );
  const bring = () =>
    writing(database, (trx) =>
      importOldMinutes(trx, {
        boardId,
        sha256,
        fileName: 'pk 5-2011.txt',
        text: TEXT,
        pages: 1,
        actor: 'Saara Sihteeri',
        today: '2026-05-19',
      }),
    );
  const { id } = await bring();
  const get = () => oldMinutesView(database.kysely, id);
  const accept = async () => {
    const { version } = await get();
    await writing(database, (trx) => acceptOldMinutes(trx, id, version, values));
  };
  return { database, boardId, id, bring, get, accept };
}

const values = v.parse(oldMinutesSchema, {
  number: 5,
  year: 2011,
  heldOn: '2011-10-03',
  startedAt: '17:00',
  endedAt: '18:30',
  place: 'Seurakuntatalo',
  people: [
    { name: 'Virtanen Anna', capacity: 'chair', present: true },
    { name: 'Öhman Örjan', capacity: 'member', present: true, arrivedAt: '17:10' },
  ],
  items: [
    { number: 31, label: '31 §', title: 'Kyläyhdistysten avustukset', decision: 'Myönnettiin avustus.' },
  ],
  examiners: ['Örjan Öhman'],
});

test('the text is kept and found at once; the proposal follows from it; nothing is accepted by itself', async () => {
  const { database, id, bring, get } = await imported();
  const view = await get();
  expect(view).toMatchObject({ state: 'review', accepted: null, review: {}, heldOn: null, text: TEXT });
  expect(view.proposal.items.map((item) => item.number)).toEqual([31, 32]);
  expect(database.raw.prepare('select count(*) from old_minutes_item').pluck().get()).toBe(0);
  expect(await search(database.kysely, { text: 'kyläyhdistyksille avustus', limit: 5 })).toContainEqual(
    expect.objectContaining({ entity: 'old_minutes', entityId: id }),
  );
  expect(await bring()).toEqual({ id, isNew: false });
});

test('answers are kept; two windows do not overwrite each other', async () => {
  const { database, id, get } = await imported();
  const { version } = await get();
  const review = { heldOn: { state: 'accepted' as const }, 'person:1': { state: 'rejected' as const } };
  await writing(database, (trx) => saveReview(trx, id, version, review));
  expect((await get()).review).toEqual(review);
  expect(await failure(writing(database, (trx) => saveReview(trx, id, version, {})))).toMatchObject({
    code: 'CONFLICT',
  });
  expect((await get()).review).toEqual(review);
});

test('what is accepted is the record; it cannot change until the review is opened again', async () => {
  const { database, boardId, id, get, accept } = await imported();
  const before = await listMeetings(database.kysely, boardId);
  await accept();
  expect(await get()).toMatchObject({
    state: 'accepted',
    label: '5/2011',
    heldOn: '2011-10-03',
    accepted: values,
  });
  expect(await listOldMinutes(database.kysely, boardId)).toMatchObject([
    { id, label: '5/2011', heldOn: '2011-10-03', itemCount: 1, state: 'accepted' },
  ]);
  for (const statement of [
    `update old_minutes_item set title = 'Muu'`,
    `delete from old_minutes_person`,
    `insert into old_minutes_examiner values ('${id}', 5, 'Joku Muu')`,
  ])
    expect(() => database.raw.prepare(statement).run(), statement).toThrow('OLD_MINUTES_ACCEPTED');
  const { version } = await get();
  expect(await failure(writing(database, (trx) => saveReview(trx, id, version, {})))).toMatchObject({
    code: 'OLD_MINUTES_ACCEPTED',
  });
  // Never mixed up with the board's own meetings, numbers and chain.
  expect(await listMeetings(database.kysely, boardId)).toEqual(before);
  expect((await checkEverything(database)).filter((finding) => finding.severity === 'error')).toEqual([]);
  await writing(database, (trx) => reopenReview(trx, id));
  expect(await get()).toMatchObject({ state: 'review', accepted: null });
  await accept();
  expect((await get()).accepted).toEqual(values);
});

test('people of the register are only suggested, by the same name in any order', async () => {
  const { database, get, accept } = await imported();
  const { id: personId } = await writing(database, (trx) =>
    createPerson(trx, {
      name: 'Anna Virtanen',
      shortName: null,
      email: null,
      phone: null,
      language: 'fi',
      notes: '',
    }),
  );
  expect((await get()).suggestions).toEqual([
    { name: 'Virtanen Anna', persons: [{ id: personId, name: 'Anna Virtanen' }] },
  ]);
  await accept();
  expect((await get()).accepted!.people[0]!.personId).toBeNull();
});

test('removed ones go whole, and are found no more; the log has no text of the file', async () => {
  const { database, boardId, id, accept } = await imported();
  await accept();
  await writing(database, (trx) => removeOldMinutes(trx, id));
  expect(await listOldMinutes(database.kysely, boardId)).toEqual([]);
  expect(
    (await search(database.kysely, { text: 'kyläyhdistysten', limit: 9 })).filter(
      (found) => found.entity === 'old_minutes',
    ),
  ).toEqual([]);
  const log = database.raw
    .prepare(
      `select group_concat(coalesce(after, '') || coalesce(before, '')) from audit where entity = 'old_minutes_text'`,
    )
    .pluck()
    .get() as string;
  expect(log).toContain(id);
  expect(log).not.toContain('Seurakuntatalo');
});

test('among the minutes searched: as a whole under review, by its items once accepted, with the filters that apply', async () => {
  const { database, boardId, id, accept } = await imported();
  const ask = async (input: MinutesSearchInput) =>
    await searchMinutes(database.kysely, v.parse(minutesSearchSchema, input));
  const numbers = async (input: MinutesSearchInput): Promise<(number | 'whole')[]> =>
    (await ask(input)).oldMinutes.flatMap(({ items, snippet }) => [
      ...items.map(({ number }) => number),
      ...(snippet === null ? [] : ['whole' as const]),
    ]);
  const { oldMinutes } = await ask({ text: 'kyläyhdistys' });
  expect(oldMinutes).toMatchObject([{ id, state: 'review', heldOn: null, items: [] }]);
  const [range] = oldMinutes[0]!.snippet!.matches;
  expect(oldMinutes[0]!.snippet!.text.slice(range!.start, range!.end)).toBe('Kyläyhdistysten');
  // No day is known before the secretary's yes: no year.
  expect(await numbers({ text: 'kyläyhdistys', yearFrom: 1900 })).toEqual([]);

  await accept();
  const found = await ask({ text: 'kyläyhdistys avustus', boardId });
  expect(found.total).toBe(1);
  expect(found.counts.years).toEqual({ 2011: 1 });
  expect(found.oldMinutes).toMatchObject([
    { id, label: '5/2011', state: 'accepted', heldOn: '2011-10-03', snippet: null },
  ]);
  expect(found.oldMinutes[0]!.items).toMatchObject([
    {
      number: 31,
      label: '31 §',
      titleMatches: [
        { start: 0, end: 15 },
        { start: 16, end: 26 },
      ],
      words: ['Kyläyhdistysten', 'avustukset', 'avustus'],
      snippet: { text: 'Myönnettiin avustus.', matches: [{ start: 12, end: 19 }] },
    },
  ]);
  expect(await numbers({ text: 'kyläyhdistys', yearFrom: 2011, yearTo: 2011 })).toEqual([31]);
  expect(await numbers({ text: 'kyläyhdistys', yearFrom: 2012 })).toEqual([]);
  expect(await numbers({ text: 'kyläyhdistys', yearTo: 2010 })).toEqual([]);
  // Words that stand elsewhere in the text than in one item find the whole.
  expect(await numbers({ text: 'seurakuntatalo kyläyhdistys' })).toEqual(['whole']);
  // What old minutes do not have finds none of them.
  for (const filter of [
    { kind: 'decision' },
    { decisionType: 'as_proposed' },
    { state: 'closed' },
    { conflicted: true },
  ] as const)
    expect(await numbers({ text: 'kyläyhdistys', ...filter })).toEqual([]);

  const person = await writing(database, (trx) =>
    createPerson(trx, {
      name: 'Örjan Öhman',
      shortName: null,
      email: null,
      phone: null,
      language: 'fi',
      notes: '',
    }),
  );
  expect(await numbers({ personId: person.id })).toEqual(['whole']);
  expect(await numbers({ personId: person.id, text: 'kyläyhdistys' })).toEqual(['whole']);
  expect(await numbers({ personId: person.id, text: 'hevonen' })).toEqual([]);

  await writing(database, (trx) => reopenReview(trx, id));
  expect(await numbers({ text: 'kyläyhdistys' })).toEqual(['whole']);
  await accept();
  expect(await numbers({ text: 'kyläyhdistys' })).toEqual([31]);
  await writing(database, (trx) => removeOldMinutes(trx, id));
  expect(await numbers({ text: 'kyläyhdistys' })).toEqual([]);
});
