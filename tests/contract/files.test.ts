/** Files through the backend as the window sends and fetches them. */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { StoredFile } from '../../electron/backend/store-file.ts';
import type { MeetingView } from '../../db/model/meeting-view.ts';
import { FILE_PART } from '../../db/model/attachment.ts';
import { temporaryFolder } from '../fixtures/databases.ts';
import { ask, closePublisher, DESKS, openDesk, refused, type Desk, type DeskKind } from '../fixtures/desk.ts';
import { sampleFile } from '../fixtures/sample-copy.ts';

const KINDS = Object.keys(DESKS) as DeskKind[];
afterAll(closePublisher);

let lastId = 0;

/** Stores the file of a grant as the window does: a subscription, whose last word is the file. */
async function store(desk: Desk, grant: string): Promise<StoredFile> {
  const id = `store-${++lastId}`;
  const reply = await desk.request({ id, type: 'subscription', path: 'files.store', input: { grant } });
  if (!reply.ok) throw new Error(reply.error.code);
  await expect
    .poll(() => desk.events.some((event) => event.kind === 'end' && event.id === id), { timeout: 10_000 })
    .toBe(true);
  const own = desk.events.filter((event) => 'id' in event && event.id === id);
  const end = own.at(-1)!;
  if (end.kind === 'end' && end.error) throw new Error(end.error.code);
  const heard = own.flatMap((event) =>
    event.kind === 'data' ? [event.data as { done: number; total: number; file: StoredFile | null }] : [],
  );
  return heard.at(-1)!.file!;
}

async function upload(desk: Desk, name: string, bytes: Uint8Array): Promise<string> {
  const { grant } = await ask<{ grant: string }>(desk, 'mutation', 'files.beginUpload', {
    name,
    size: bytes.length,
  });
  for (let at = 0; at < bytes.length; at += FILE_PART)
    await ask(desk, 'mutation', 'files.upload', { grant, bytes: bytes.slice(at, at + FILE_PART) });
  return grant;
}

async function sampleDesk(kind: DeskKind) {
  const folder = temporaryFolder();
  const { meetings } = await sampleFile(folder, 'pykala.sqlite');
  const desk = await openDesk(kind, folder);
  const meetingId = meetings['4/2026']!;
  const view = () => ask<MeetingView>(desk, 'query', 'meetings.get', { meetingId });
  const item = (await view()).items[5]!;
  return { desk, folder, meetingId, view, item };
}

describe.each(KINDS)('%s', (kind) => {
  test('a dropped file comes in parts, is attached, read back, saved and opened', async () => {
    const { desk, folder, meetingId, view, item } = await sampleDesk(kind);
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(FILE_PART + 100)]);
    const file = await store(desk, await upload(desk, '../Selvitys\u202E.pdf', bytes));
    expect(file).toMatchObject({
      name: '-Selvitys.pdf',
      byteSize: bytes.length,
      mediaType: 'application/pdf',
    });
    const { id, number } = await ask<{ id: string; number: number }>(desk, 'mutation', 'files.attach', {
      meetingId,
      itemId: item.id,
      title: 'Selvitys',
      file: { sha256: file.sha256, name: file.name },
    });
    expect((await view()).items[5]!.attachments).toContainEqual({
      id,
      number,
      title: 'Selvitys',
      file: { sha256: file.sha256, name: file.name, mediaType: file.mediaType, byteSize: file.byteSize },
    });
    const parts: Uint8Array[] = [];
    for (let part = 0; ; part += 1) {
      const { bytes: read } = await ask<{ bytes: Uint8Array | null }>(desk, 'query', 'files.read', {
        sha256: file.sha256,
        part,
      });
      if (read === null) break;
      parts.push(read);
    }
    expect(Buffer.concat(parts).equals(bytes)).toBe(true);
    const target = path.join(folder, 'kopio.pdf');
    desk.grant('g-save', target, 'write');
    await ask(desk, 'mutation', 'files.saveCopy', { sha256: file.sha256, target: 'g-save' });
    expect(fs.readFileSync(target).equals(bytes)).toBe(true);
    await ask(desk, 'mutation', 'files.open', { id });
    await expect.poll(() => desk.opened.length, { timeout: 5_000 }).toBe(1);
    const opened = desk.opened[0]!;
    expect(path.basename(opened)).toBe('-Selvitys.pdf');
    expect(fs.readFileSync(opened).equals(bytes)).toBe(true);
    await desk.close();
    expect(fs.existsSync(opened), 'the copy goes with the worker').toBe(false);
  }, 60_000);

  test('what could run is not opened, whatever it is called', async () => {
    const { desk, meetingId, item } = await sampleDesk(kind);
    for (const [name, content] of [
      ['asennus.exe', 'MZ\u0090\u0000\u0003'],
      ['lasku.pdf', 'MZ\u0090\u0000\u0003\u0001'],
      ['sivu.html', '<html><script>alert(1)</script></html>'],
    ] as const) {
      const file = await store(desk, await upload(desk, name, Buffer.from(content, 'latin1')));
      const { id } = await ask<{ id: string }>(desk, 'mutation', 'files.attach', {
        meetingId,
        itemId: item.id,
        title: name,
        file,
      });
      expect((await refused(desk, 'mutation', 'files.open', { id })).code).toBe('FILE_NOT_OPENED');
    }
    expect(desk.opened).toEqual([]);
  }, 60_000);

  test('a removal and its undo', async () => {
    const { desk, meetingId, view, item } = await sampleDesk(kind);
    await ask(desk, 'mutation', 'files.attach', { meetingId, itemId: item.id, title: 'Paperilla' });
    const before = await view();
    const attachment = before.items[5]!.attachments[0]!;
    const removal = await ask(desk, 'mutation', 'files.remove', { id: attachment.id });
    expect((await view()).items[5]!.attachments).toEqual([]);
    await ask(desk, 'mutation', 'files.restore', removal);
    expect((await view()).attachments).toEqual(before.attachments);
    expect((await refused(desk, 'mutation', 'items.restore', removal)).code).toBe('REMOVAL_UNKNOWN');
    const item0 = (await view()).items[0]!;
    const gone = await ask(desk, 'mutation', 'items.remove', { itemId: item.id });
    expect((await view()).attachments).toHaveLength(before.attachments.length - 1);
    await ask(desk, 'mutation', 'items.restore', gone);
    expect((await view()).items.map((one) => one.id)).toEqual(before.items.map((one) => one.id));
    expect((await view()).attachments).toEqual(before.attachments);
    expect((await view()).items[0]).toEqual(item0);
  }, 60_000);
});

test('too much, too little and nothing of a dropped file', async () => {
  const { desk } = await sampleDesk('in process');
  const begin = (name: string, size: number) =>
    ask<{ grant: string }>(desk, 'mutation', 'files.beginUpload', { name, size });
  expect((await refused(desk, 'mutation', 'files.beginUpload', { name: 'a', size: 0 })).code).toBe(
    'FILE_EMPTY',
  );
  expect(
    (await refused(desk, 'mutation', 'files.beginUpload', { name: 'a', size: 200 * 1024 * 1024 + 1 })).code,
  ).toBe('FILE_TOO_LARGE');
  const { grant } = await begin('a.txt', 4);
  // Not all of it is here: nothing can be read yet.
  await ask(desk, 'mutation', 'files.upload', { grant, bytes: new Uint8Array(2) });
  await expect(store(desk, grant)).rejects.toThrow('GRANT_UNKNOWN');
  expect((await refused(desk, 'mutation', 'files.upload', { grant, bytes: new Uint8Array(3) })).code).toBe(
    'FILE_CHANGED',
  );
  expect((await refused(desk, 'mutation', 'files.upload', { grant, bytes: new Uint8Array(1) })).code).toBe(
    'GRANT_UNKNOWN',
  );
  expect((await refused(desk, 'mutation', 'files.upload', { grant, bytes: 'ei tavuja' })).code).toBe(
    'INVALID_INPUT',
  );
});

test('the attachments go beside the document, those of secret items not with the public one', async () => {
  const folder = temporaryFolder();
  const { meetings } = await sampleFile(folder, 'pykala.sqlite');
  const desk = await openDesk('in process', folder);
  const meetingId = meetings['3/2026']!;
  const { items } = await ask<MeetingView>(desk, 'query', 'meetings.get', { meetingId });
  const statement = items.find((item) => item.section === 29)!;
  await ask(desk, 'mutation', 'minutes.setPublicity', {
    itemId: statement.id,
    ground: 'JulkL 24.1 § 23 k',
  });
  const beside = async (kind: string, name: string, itemIds: string[] = []): Promise<string[]> => {
    desk.grant(name, path.join(folder, `${name}.pdf`), 'write');
    const { folder: made } = await ask<{ folder: string }>(desk, 'mutation', 'files.exportBeside', {
      meetingId,
      kind,
      itemIds,
      target: name,
    });
    return made === '' ? [] : fs.readdirSync(path.join(folder, made)).sort();
  };
  const names = (kind: string, ...files: string[]) =>
    files.map((file) => `2026-05-19_Malli-JANE_${kind}_3-2026_liite-${file}`);
  expect(await beside('minutes', 'a')).toEqual(names('poytakirja', '1.png', '3.pdf', '4.txt'));
  expect(await beside('public', 'b')).toEqual(names('julkinen_poytakirja', '1.png', '4.txt'));
  // The reasons of a dissent come after the meeting.
  expect(await beside('agenda', 'c')).toEqual(names('esityslista', '1.png', '3.pdf'));
  expect(await beside('extract', 'd', [statement.id])).toEqual(names('ote', '3.pdf'));
  expect(await beside('tasks', 'e')).toEqual([]);
}, 60_000);

describe.each(KINDS)('old minutes %s', (kind) => {
  test('a file is read apart, reviewed and accepted; one that cannot be read leaves nothing behind', async () => {
    const folder = temporaryFolder();
    const { boardId } = await sampleFile(folder, 'pykala.sqlite');
    const desk = await openDesk(kind, folder);
    const sample = path.resolve(import.meta.dirname, '../fixtures/old-minutes/09-ruotsi.txt');
    desk.grant('g-old', sample, 'read');
    const file = await store(desk, 'g-old');
    const bring = { boardId, sha256: file.sha256, name: file.name };
    const { id } = await ask<{ id: string }>(desk, 'mutation', 'oldMinutes.import', bring);
    expect(await ask(desk, 'mutation', 'oldMinutes.import', bring)).toEqual({ id, isNew: false });
    const view = await ask<{ version: number; proposal: { items: unknown[] } }>(
      desk,
      'query',
      'oldMinutes.get',
      {
        id,
      },
    );
    expect(view.proposal.items).toHaveLength(3);
    const values = { number: 2, year: 2023, heldOn: '2023-05-09', people: [], items: [], examiners: [] };
    expect(
      (
        await refused(desk, 'mutation', 'oldMinutes.accept', {
          id,
          version: view.version,
          values: { ...values, heldOn: '' },
        })
      ).code,
    ).toBe('INVALID_INPUT');
    await ask(desk, 'mutation', 'oldMinutes.accept', { id, version: view.version, values });
    expect(await ask(desk, 'query', 'oldMinutes.list', { boardId })).toMatchObject([
      { id, label: '2/2023', state: 'accepted' },
    ]);

    const broken = await store(desk, await upload(desk, 'rikki.pdf', Buffer.from('%PDF-1.7 roskaa')));
    const wrong = { boardId, sha256: broken.sha256, name: broken.name };
    expect(await refused(desk, 'mutation', 'oldMinutes.import', wrong)).toMatchObject({
      code: 'EXTRACT_BROKEN',
      message: expect.stringContaining('rikki.pdf') as string,
    });
    // Its content is gone as well.
    expect((await refused(desk, 'mutation', 'oldMinutes.import', wrong)).code).toBe('FILE_MISSING');
  }, 60_000);
});
