/** Attachments and their files in a real database: numbers, content, undo, what may not change, and the check. */
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openDatabase, write } from '../../db/core/open.ts';
import { verifiedCopy } from '../../db/core/backup.ts';
import {
  addAttachment,
  changeAttachment,
  removeAttachment,
  restoreAttachment,
} from '../../db/features/attachments.ts';
import { checkEverything } from '../../db/features/check.ts';
import {
  attachmentsOf,
  checkFiles,
  dropUnused,
  readContent,
  storeContent,
  sweepContent,
} from '../../db/features/files.ts';
import { addItem, moveItem, removeItem, restoreItem } from '../../db/features/items.ts';
import { meetingView } from '../../db/features/meeting-view.ts';
import { FILE_PART } from '../../db/model/attachment.ts';
import { storeFile, writeContent } from '../../electron/backend/store-file.ts';
import { boardFromNothing } from '../fixtures/board-from-nothing.ts';
import { temporaryFolder, writing } from '../fixtures/databases.ts';
import { printedSeed } from '../fixtures/random.ts';
import { failure, newMeeting, view } from '../fixtures/meeting-steps.ts';
import { sampleCopy } from '../fixtures/sample-copy.ts';

const NOW = '2026-05-19T10:00:00.000Z';
const content = (text: string) => new TextEncoder().encode(text);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A draft meeting with its items. */
async function draft() {
  const board = await boardFromNothing();
  const { database } = board;
  const meetingId = await newMeeting(board, { heldOn: '2026-01-20' });
  const items = (await view(board, meetingId)).items.map((item) => item.id);
  return {
    board,
    database,
    meetingId,
    items,
    store: (text: string) => writing(database, (trx) => storeContent(trx, content(text), NOW)),
    add: (itemId: string | null, title: string, file: { sha256: string; name: string } | null = null) =>
      writing(database, (trx) => addAttachment(trx, { meetingId, itemId, title, file })),
    list: async () => (await attachmentsOf(database.kysely, meetingId)).map((one) => [one.number, one.title]),
  };
}

describe('content', () => {
  test('is stored once by its hash, in parts, and comes back byte by byte', async () => {
    const { database, store } = await draft();
    const big = randomBytes(FILE_PART * 2 + 17);
    const facts = await writing(database, (trx) => storeContent(trx, big, NOW));
    expect(facts).toEqual({
      sha256: sha256(big),
      byteSize: big.length,
      mediaType: 'application/octet-stream',
    });
    expect(Buffer.from(await readContent(database.kysely, facts.sha256)).equals(big)).toBe(true);
    expect(database.raw.prepare('select count(*) from file_part').pluck().get()).toBe(3);
    await store('sama');
    await store('sama');
    expect(database.raw.prepare('select count(*) from file_content').pluck().get()).toBe(2);
    await expect(readContent(database.kysely, 'a'.repeat(64))).rejects.toMatchObject({
      code: 'FILE_MISSING',
    });
  });

  test('is read from a real file, and written to one again', async () => {
    const { database } = await draft();
    const folder = temporaryFolder();
    const file = path.join(folder, 'Hakemus.pdf');
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(FILE_PART + 5)]);
    fs.writeFileSync(file, bytes);
    const heard: number[] = [];
    const stored = await storeFile(file, {
      database,
      actor: 'testi',
      onProgress: (done, total) => heard.push(done / total),
    });
    expect(stored).toEqual({
      sha256: sha256(bytes),
      byteSize: bytes.length,
      mediaType: 'application/pdf',
      name: 'Hakemus.pdf',
    });
    expect(heard).toEqual(heard.toSorted((a, b) => a - b));
    expect(heard.at(-1)).toBe(1);
    const copy = path.join(folder, 'kopio.pdf');
    await writeContent(database.kysely, stored.sha256, copy);
    expect(fs.readFileSync(copy).equals(bytes)).toBe(true);
  });

  test('a folder, an empty, a missing and a huge file are refused, and nothing is stored', async () => {
    const { database } = await draft();
    const folder = temporaryFolder();
    const empty = path.join(folder, 'tyhjä.txt');
    fs.writeFileSync(empty, '');
    const huge = path.join(folder, 'iso.bin');
    fs.closeSync(fs.openSync(huge, 'w'));
    fs.truncateSync(huge, 200 * 1024 * 1024 + 1);
    for (const [file, code] of [
      [folder, 'FILE_IS_FOLDER'],
      [empty, 'FILE_EMPTY'],
      [path.join(folder, 'poissa.txt'), 'FILE_UNREADABLE'],
      [huge, 'FILE_TOO_LARGE'],
    ] as const)
      await expect(storeFile(file, { database, actor: 'testi' }), code).rejects.toMatchObject({ code });
    expect(database.raw.prepare('select count(*) from file_content').pluck().get()).toBe(0);
  });

  test('giving up half-way leaves nothing behind', async () => {
    const { database } = await draft();
    const file = path.join(temporaryFolder(), 'iso.bin');
    fs.writeFileSync(file, randomBytes(FILE_PART * 4));
    const giveUp = new AbortController();
    const storing = storeFile(file, {
      database,
      actor: 'testi',
      signal: giveUp.signal,
      onProgress: (done, total) => {
        if (done > total * 0.7) giveUp.abort();
      },
    });
    await expect(storing).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(database.raw.prepare('select count(*) from file_part').pluck().get()).toBe(0);
    expect((await storeFile(file, { database, actor: 'testi' })).byteSize).toBe(FILE_PART * 4);
  });

  test('never changes under its hash, and cannot go while something refers to it', async () => {
    const { database, store, add, items } = await draft();
    const { sha256: hash } = await store('Hakemuksen teksti');
    await add(items[5]!, 'Hakemus', { sha256: hash, name: 'hakemus.txt' });
    for (const statement of [
      `update file_content set media_type = 'text/html'`,
      `update file_part set content = x'00'`,
      `delete from file_part`,
      `insert into file_part(sha256, position, content) values ('${hash}', 1, x'00')`,
    ])
      expect(() => database.raw.prepare(statement).run(), statement).toThrow('FILE_FROZEN');
    expect(() => database.raw.prepare('delete from file_content').run()).toThrow('FOREIGN KEY');
  });

  test('half-stored content cannot be attached', async () => {
    const { database, add, items } = await draft();
    const hash = sha256(content('kesken'));
    database.raw
      .prepare(
        `insert into file_content(sha256, byte_size, media_type, added_at) values (?, 6, 'text/plain', ?)`,
      )
      .run(hash, NOW);
    expect(await failure(add(items[5]!, 'Kesken', { sha256: hash, name: 'a.txt' }))).toMatchObject({
      code: 'FILE_MISSING',
    });
    expect(() =>
      database.raw.prepare(`update file_content set complete = 1 where sha256 = ?`).run(hash),
    ).toThrow('FILE_INCOMPLETE');
  });

  test('is not copied into the log', async () => {
    const { database, store } = await draft();
    await store('Salassa pidettävä liitteen sisältö');
    const log = database.raw
      .prepare(`select entity, after from audit where entity like 'file_%' order by id`)
      .all() as { entity: string; after: string }[];
    expect(log.map((row) => row.entity)).toEqual(['file_content', 'file_part', 'file_content']);
    expect(JSON.stringify(log)).not.toContain('Salassa');
    expect(JSON.stringify(log)).not.toContain(Buffer.from('Salassa').toString('hex').toUpperCase());
  });

  test('comes along in a copy of the database', async () => {
    const { database, store, add, items, meetingId } = await draft();
    const { sha256: hash } = await store('Varmuuskopioon');
    await add(items[5]!, 'Liite', { sha256: hash, name: 'a.txt' });
    const file = await verifiedCopy(database.raw, temporaryFolder(), 'kopio');
    const copy = await openDatabase({ file });
    try {
      const [attachment] = await attachmentsOf(copy.kysely, meetingId);
      expect(new TextDecoder().decode(await readContent(copy.kysely, attachment!.sha256!))).toBe(
        'Varmuuskopioon',
      );
      expect(await checkFiles(copy.kysely)).toEqual([]);
    } finally {
      copy.close();
    }
  });
});

describe('numbers', () => {
  test('run through the agenda whatever the order of adding, and follow moves', async () => {
    const { database, items, add, list } = await draft();
    await add(items[5]!, 'Tiedoksi');
    await add(items[4]!, 'Seuranta');
    await add(null, 'Koko kokouksen');
    await add(items[4]!, 'Seuranta 2');
    expect(await list()).toEqual([
      [1, 'Seuranta'],
      [2, 'Seuranta 2'],
      [3, 'Tiedoksi'],
      [4, 'Koko kokouksen'],
    ]);
    await writing(database, (trx) => moveItem(trx, items[5]!, 0));
    expect((await list()).map(([, title]) => title)).toEqual([
      'Tiedoksi',
      'Seuranta',
      'Seuranta 2',
      'Koko kokouksen',
    ]);
  });

  test('an attachment moves to another item, and its file can be replaced; the log keeps what was', async () => {
    const { database, meetingId, items, add, store, list } = await draft();
    const [one, two] = [await store('yksi'), await store('kaksi')];
    const { id } = await add(items[5]!, 'Liite', { sha256: one.sha256, name: 'yksi.txt' });
    await add(items[4]!, 'Ensin');
    await writing(database, (trx) => changeAttachment(trx, { id, itemId: items[0]! }));
    expect(await list()).toEqual([
      [1, 'Liite'],
      [2, 'Ensin'],
    ]);
    await writing(database, (trx) =>
      changeAttachment(trx, { id, file: { sha256: two.sha256, name: '../kaksi.txt' } }),
    );
    expect((await attachmentsOf(database.kysely, meetingId))[0]).toMatchObject({
      id,
      sha256: two.sha256,
      fileName: '-kaksi.txt',
      mediaType: 'text/plain',
      byteSize: 5,
    });
    const log = database.raw
      .prepare(
        `select before from audit where entity = 'attachment' and entity_id = ? and action = 'update' order by id desc`,
      )
      .pluck()
      .get(id) as string;
    expect(JSON.parse(log)).toMatchObject({ file_sha256: one.sha256, file_name: 'yksi.txt' });
  });

  test('the same file twice for one item is refused, for another it is stored once', async () => {
    const { database, items, add, store } = await draft();
    const { sha256: hash } = await store('Sama');
    await add(items[5]!, 'Ensimmäinen', { sha256: hash, name: 'sama.txt' });
    expect(await failure(add(items[5]!, 'Toinen', { sha256: hash, name: 'sama 2.txt' }))).toMatchObject({
      code: 'ATTACHMENT_TWICE',
      details: { number: 1, title: 'Ensimmäinen' },
    });
    await add(items[4]!, 'Toisessa asiassa', { sha256: hash, name: 'sama.txt' });
    expect(database.raw.prepare('select count(*) from file_content').pluck().get()).toBe(1);
  });

  test('any sequence of steps leaves them gap-free and in order', async () => {
    const { database, meetingId, items, list } = await draft();
    const step = fc.oneof(
      fc.record({ do: fc.constant('add' as const), at: fc.nat({ max: 8 }) }),
      fc.record({ do: fc.constant('remove' as const), at: fc.nat({ max: 20 }) }),
      fc.record({ do: fc.constant('undo' as const), at: fc.nat({ max: 20 }) }),
      fc.record({ do: fc.constant('move' as const), at: fc.nat({ max: 20 }), to: fc.nat({ max: 8 }) }),
      fc.record({ do: fc.constant('moveItem' as const), at: fc.nat({ max: 7 }), to: fc.nat({ max: 7 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
        const undone: { after: number; last: number }[] = [];
        for (const one of steps)
          await writing(database, async (trx) => {
            const present = await attachmentsOf(trx, meetingId);
            const chosen = present[one.at % Math.max(1, present.length)];
            if (one.do === 'add')
              await addAttachment(trx, {
                meetingId,
                itemId: items[one.at] ?? null,
                title: 'Liite',
                file: null,
              });
            else if (one.do === 'moveItem') await moveItem(trx, items[one.at]!, one.to);
            else if (one.do === 'undo') {
              const removal = undone.pop();
              if (removal) await restoreAttachment(trx, removal, 'test.write');
            } else if (chosen && one.do === 'remove')
              undone.push((await removeAttachment(trx, chosen.id)).removal);
            else if (chosen && one.do === 'move')
              await changeAttachment(trx, { id: chosen.id, itemId: items[one.to] ?? null });
          });
        const numbers = (await list()).map(([number]) => number);
        expect(numbers).toEqual(numbers.map((_, index) => index + 1));
        const meeting = await meetingView(database.kysely, meetingId, '2026-01-20');
        const inOrder = [
          ...meeting.items.flatMap((item) => item.attachments),
          ...meeting.attachments.filter((one) => one.itemId === null),
        ].map((one) => one.number);
        expect(inOrder).toEqual(numbers);
      }),
      { numRuns: 25, seed: printedSeed('numbers of attachments') },
    );
  });

  test('stay when the meeting has ended: new ones come last, only the last can go', async () => {
    const { database, meetings } = await sampleCopy();
    const meetingId = meetings['3/2026']!;
    const before = await attachmentsOf(database.kysely, meetingId);
    const first = before[0]!;
    expect(await failure(writing(database, (trx) => removeAttachment(trx, first.id)))).toMatchObject({
      code: 'ATTACHMENT_NUMBERS_FROZEN',
    });
    expect(
      await failure(writing(database, (trx) => changeAttachment(trx, { id: first.id, itemId: null }))),
    ).toMatchObject({ code: 'ATTACHMENT_NUMBERS_FROZEN' });
    const added = await writing(database, (trx) =>
      addAttachment(trx, { meetingId, itemId: first.itemId, title: 'Jälkikäteen', file: null }),
    );
    expect(added.number).toBe(before.length + 1);
    await writing(database, (trx) => removeAttachment(trx, added.id));
    expect(await attachmentsOf(database.kysely, meetingId)).toEqual(before);
  });
});

describe('undo', () => {
  test('a removed attachment comes back in its place with its file', async () => {
    const { database, meetingId, items, add, store } = await draft();
    const { sha256: hash } = await store('Teksti');
    await add(items[4]!, 'Yksi');
    const { id } = await add(items[4]!, 'Kaksi', { sha256: hash, name: 'kaksi.txt' });
    await add(items[4]!, 'Kolme');
    const before = await attachmentsOf(database.kysely, meetingId);
    const { removal } = await writing(database, (trx) => removeAttachment(trx, id));
    await writing(database, (trx) => restoreAttachment(trx, removal, 'test.write'));
    expect(await attachmentsOf(database.kysely, meetingId)).toEqual(before);
    await expect(writing(database, (trx) => restoreAttachment(trx, removal, 'test.write'))).rejects.toThrow();
    expect(await attachmentsOf(database.kysely, meetingId)).toEqual(before);
  });

  test('a removed item takes its attachments and links along in one write, and brings all of it back', async () => {
    const { database, meetings, boardId } = await sampleCopy();
    const { raw } = database;
    const meetingId = meetings['4/2026']!;
    raw.prepare(`update meeting set state = 'draft' where id = ?`).run(meetingId);
    const { id: itemId } = await writing(database, (trx) =>
      addItem(
        trx,
        meetingId,
        {
          kind: 'follow_up',
          title: 'Toimenpiteet',
          diaryNumber: null,
          applicantOrganisationId: null,
          presenterId: null,
          account: null,
          proposal: null,
        },
        1,
      ),
    );
    const facts = await writing(database, (trx) => storeContent(trx, content('Seuranta'), NOW));
    for (const title of ['Yksi', 'Kaksi'])
      await writing(database, (trx) =>
        addAttachment(trx, {
          meetingId,
          itemId,
          title,
          file: title === 'Yksi' ? { sha256: facts.sha256, name: 'yksi.txt' } : null,
        }),
      );
    const task = raw.prepare('select id from task where board_id = ? limit 1').pluck().get(boardId) as string;
    raw.prepare('insert into item_task(item_id, task_id) values (?, ?)').run(itemId, task);
    raw
      .prepare(`insert into item_publicity(item_id, secret, ground) values (?, 1, 'JulkL 24.1 § 23 k')`)
      .run(itemId);
    raw.prepare('update meeting set current_item_id = ? where id = ?').run(itemId, meetingId);
    const state = () => ({
      attachments: raw
        .prepare('select * from attachment where meeting_id = ? order by number')
        .all(meetingId),
      links: raw.prepare('select * from item_task where item_id = ?').all(itemId),
      publicity: raw.prepare('select * from item_publicity where item_id = ?').all(itemId),
      items: raw.prepare('select * from agenda_item where meeting_id = ? order by position').all(meetingId),
      current: raw.prepare('select current_item_id from meeting where id = ?').pluck().get(meetingId),
    });
    const before = state();
    const { removal } = await writing(database, (trx) => removeItem(trx, itemId));
    expect(
      raw.prepare('select count(*) from attachment where title in (?, ?)').pluck().get('Yksi', 'Kaksi'),
    ).toBe(0);
    expect(
      raw
        .prepare('select number from attachment where meeting_id = ? order by number')
        .pluck()
        .all(meetingId),
    ).toEqual(before.attachments.slice(2).map((_, index) => index + 1));
    // What is done in between does not hinder it.
    const added = await writing(database, (trx) =>
      addAttachment(trx, { meetingId, itemId: null, title: 'Välissä', file: null }),
    );
    expect(await writing(database, (trx) => restoreItem(trx, removal, 'test.write'))).toEqual({
      id: itemId,
      meetingId,
    });
    await writing(database, (trx) => removeAttachment(trx, added.id));
    expect(state()).toEqual(before);
  });

  test('only a removal that the log knows can be undone', async () => {
    const { database, items, add } = await draft();
    const { id } = await add(items[4]!, 'Yksi');
    const { removal } = await write(database, 'testi', 'files.remove', (trx) => removeAttachment(trx, id));
    for (const wrong of [
      { after: 0, last: removal.last },
      { after: removal.after, last: removal.last + 5 },
      { after: 5, last: 2 },
    ])
      expect(
        await failure(writing(database, (trx) => restoreAttachment(trx, wrong, 'files.remove'))),
      ).toMatchObject({ code: 'REMOVAL_UNKNOWN' });
    expect(
      await failure(writing(database, (trx) => restoreItem(trx, removal, 'files.remove'))),
    ).toMatchObject({
      code: 'REMOVAL_UNKNOWN',
    });
    await writing(database, (trx) => restoreAttachment(trx, removal, 'files.remove'));
  });
});

describe('the sweep', () => {
  test('what was stored for nothing goes at once, unless an undo may need it', async () => {
    const { database, items, add, store } = await draft();
    const [used, removed, unused] = [await store('käytössä'), await store('poistettu'), await store('turha')];
    await add(items[5]!, 'Liite', { sha256: used.sha256, name: 'a.txt' });
    const { id } = await add(items[5]!, 'Poistettava', { sha256: removed.sha256, name: 'b.txt' });
    const { removal } = await writing(database, (trx) => removeAttachment(trx, id));
    for (const { sha256: hash } of [used, removed, unused])
      await writing(database, (trx) => dropUnused(trx, hash));
    expect(await readContent(database.kysely, used.sha256)).toHaveLength(used.byteSize);
    await expect(readContent(database.kysely, unused.sha256)).rejects.toMatchObject({ code: 'FILE_MISSING' });
    await writing(database, (trx) => restoreAttachment(trx, removal, 'test.write'));
    expect(await readContent(database.kysely, removed.sha256)).toHaveLength(removed.byteSize);
  });

  test('takes only what nothing refers to', async () => {
    const { database, items, add, store } = await draft();
    const [kept, gone] = [await store('pidetään'), await store('poistetaan')];
    await add(items[5]!, 'Liite', { sha256: kept.sha256, name: 'a.txt' });
    expect(await writing(database, (trx) => sweepContent(trx))).toEqual({ files: 1, bytes: gone.byteSize });
    expect(await readContent(database.kysely, kept.sha256)).toHaveLength(kept.byteSize);
    await expect(readContent(database.kysely, gone.sha256)).rejects.toMatchObject({ code: 'FILE_MISSING' });
    expect(await writing(database, (trx) => sweepContent(trx))).toEqual({ files: 0, bytes: 0 });
  });
});

describe('the check', () => {
  test('finds content that does not match its hash, and content that is gone', async () => {
    const { database, items, add, store } = await draft();
    const { raw } = database;
    const [one, two] = [await store('yksi'), await store('kaksi')];
    await add(items[5]!, 'Yksi', { sha256: one.sha256, name: 'a.txt' });
    await add(items[5]!, 'Kaksi', { sha256: two.sha256, name: 'b.txt' });
    expect(await checkEverything(database)).toEqual([]);
    raw.exec('drop trigger file_part_update');
    raw.prepare(`update file_part set content = x'00000000' where sha256 = ?`).run(one.sha256);
    raw.exec('drop trigger file_content_update');
    raw.prepare(`update file_content set complete = 0 where sha256 = ?`).run(two.sha256);
    expect((await checkFiles(database.kysely)).map(({ code, details }) => [code, details['sha256']])).toEqual(
      [
        ['file_hash', one.sha256],
        ['file_missing', two.sha256],
      ],
    );
  });
});
