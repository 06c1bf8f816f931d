/** Packages in a process of their own: made, put into an envelope, opened, searched, compared, ended. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, write } from '../../db/core/open.ts';
import { DOCUMENT_FORMATS } from '../../db/model/document-format.ts';
import { comparePackages } from '../../db/model/package-comparison.ts';
import { ArchiveProcess } from '../../electron/archive/apart.ts';
import { isHarmless } from '../../electron/archive/document-of-package.ts';
import type { EnvelopeKey, EnvelopeLock } from '../../electron/archive/envelope.ts';
import type { ChildLike } from '../../electron/publish/child-like.ts';
import { createApart, openApart, runApart } from '../../electron/backend/archive-work.ts';
import { archiveChild } from '../fixtures/archive-child.ts';
import { resources } from '../fixtures/databases.ts';
import { sampleFile } from '../fixtures/sample-copy.ts';

let folder: string;
let boardId: string;
let database: Awaited<ReturnType<typeof openDatabase>>;
/** Packages by name, as files. */
const files = { whole: '', later: '', locked: '', recipient: '' };
let identity: string;

async function make(target: string, lock: EnvelopeLock | null): Promise<string> {
  const result = await createApart(
    database,
    {
      plan: {
        scope: { boardId: null, from: null, to: null },
        organisation: 'Mallimaan JANE',
        period: '2024–2026',
        folder: 'Malli-JANE_2024-2026',
      },
      personalData: 'included',
      contact: 'Sihteeri',
      onFault: 'stop',
      target,
      lock,
      instant: '2026-11-22T10:00:00.000Z',
      today: '2026-11-22',
    },
    {
      resources,
      metadataSchema: fs.readFileSync(resources.siardSchemaFile(), 'utf8'),
      archiveChild,
      publish: () => Promise.resolve({ ok: true, bytes: Buffer.from('%PDF-1.7 malli'), replaced: [] }),
    },
    {},
  );
  return result.sha512;
}

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pykala-apart-'));
  const sample = await sampleFile(folder);
  boardId = sample.boardId;
  database = await openDatabase({ file: sample.file });
  for (const name of ['whole', 'later'] as const) files[name] = path.join(folder, `${name}.zip`);
  files.locked = path.join(folder, 'locked.zip.age');
  files.recipient = path.join(folder, 'recipient.zip.age');
  await make(files.whole, null);
  await make(files.locked, { passphrase: 'äiti kävi torilla' });
  identity = await generateIdentity();
  await make(files.recipient, { recipients: [await identityToRecipient(identity)] });
  await write(database, 'testi', 'test.change', async (trx) => {
    const { id } = await trx
      .selectFrom('organisation')
      .select('id')
      .orderBy('name_fi')
      .executeTakeFirstOrThrow();
    await trx.updateTable('organisation').set({ phone: '05 123 4567' }).where('id', '=', id).execute();
  });
  await make(files.later, null);
}, 120_000);
afterAll(() => {
  database.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

const verify = (file: string, key: EnvelopeKey | null = null) =>
  runApart<'verify'>({ do: 'verify', file, key }, archiveChild, {});

describe('an envelope', () => {
  test(
    'opens with its passphrase or key, whatever the composition of its letters, and with nothing else',
    { timeout: 120_000 },
    async () => {
      const passphrase = 'äiti kävi torilla'.normalize('NFD');
      expect((await verify(files.locked, { passphrase })).valid).toBe(true);
      expect((await verify(files.recipient, { identities: [identity] })).valid).toBe(true);
      const before = fs.readFileSync(files.locked);
      for (const [file, key, code] of [
        [files.locked, { passphrase: 'Äiti kävi torilla' }, 'AGE_WRONG_KEY'],
        [files.locked, null, 'AGE_KEY_NEEDED'],
        [files.recipient, null, 'AGE_IDENTITY_NEEDED'],
        [files.recipient, { identities: [await generateIdentity()] }, 'AGE_WRONG_KEY'],
        [files.recipient, { identities: ['AGE-SECRET-KEY-1X'] }, 'AGE_KEY_WRONG_FORM'],
      ] as const)
        await expect(verify(file, key as EnvelopeKey | null)).rejects.toMatchObject({ code });
      expect(fs.readFileSync(files.locked).equals(before)).toBe(true);
    },
  );

  test('that was changed anywhere is found before anything in it is used', { timeout: 120_000 }, async () => {
    const bytes = fs.readFileSync(files.recipient);
    const file = path.join(folder, 'changed.age');
    for (const at of [bytes.length - 3, Math.floor(bytes.length / 2), 260]) {
      const changed = Buffer.from(bytes);
      changed[at] = changed[at]! ^ 1;
      fs.writeFileSync(file, changed);
      await expect(verify(file, { identities: [identity] })).rejects.toMatchObject({
        code: expect.stringMatching(/^AGE_(DAMAGED|WRONG_KEY)$/) as string,
      });
    }
    fs.writeFileSync(file, bytes.subarray(0, bytes.length - 70_000));
    await expect(verify(file, { identities: [identity] })).rejects.toMatchObject({ code: 'AGE_DAMAGED' });
    // What asks for a gigabyte of memory before anything is known is not begun.
    fs.writeFileSync(
      file,
      fs.readFileSync(files.locked, 'latin1').replace(/^(-> scrypt \S+) 18$/m, '$1 26'),
      'latin1',
    );
    await expect(verify(file, { passphrase: 'x' })).rejects.toMatchObject({ code: 'AGE_TOO_HARD' });
  });

  test(
    'is refused for a wrong recipient, and nothing is left at the target',
    { timeout: 60_000 },
    async () => {
      const target = path.join(folder, 'no.zip.age');
      await expect(make(target, { recipients: ['age1eiole'] })).rejects.toMatchObject({
        code: 'AGE_RECIPIENT_WRONG',
      });
      expect(fs.readdirSync(folder).filter((name) => name.includes('no.zip'))).toEqual([]);
    },
  );
});

describe('an opened package', () => {
  test('shows what it holds, finds words in any form, gives its files, and can be brought in as a board', async () => {
    const before = fs.readFileSync(files.whole);
    const { process, opened } = await openApart(files.whole, null, archiveChild, {});
    expect(opened.refusal).toBeNull();
    expect(opened.boards.map(({ shortName }) => shortName)).toContain('Malli-JANE');
    const third = opened.meetings.find(({ number, year }) => number === 3 && year === 2026)!;
    expect(third.documents.map((one) => one.path)).toContain(
      'data/poytakirjat/2026-05-19_Malli-JANE_poytakirja_3-2026.pdf',
    );
    const { hits, total } = await process.ask({ ask: 'search', text: 'pöytäkirjan tarkastaja' });
    expect(total).toBeGreaterThan(0);
    expect(hits[0]!.snippet.matches.length).toBeGreaterThan(0);
    const shown = await process.ask({ ask: 'item', id: hits[0]!.itemId });
    expect(shown.title).toBe(hits[0]!.title);
    const pdf = await process.ask({
      ask: 'file',
      path: third.documents.find((one) => one.path.endsWith('.pdf'))!.path,
    });
    expect(Buffer.from(pdf).toString()).toBe('%PDF-1.7 malli');
    const saved = path.join(folder, 'saved.json');
    await process.ask({
      ask: 'save',
      path: third.documents.find((one) => one.path.endsWith('.json'))!.path,
      target: saved,
    });
    expect(JSON.parse(fs.readFileSync(saved, 'utf8'))).toMatchObject({ meeting: { number: 3, year: 2026 } });
    await expect(process.ask({ ask: 'file', path: '../../../etc/passwd' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    for (const format of DOCUMENT_FORMATS) {
      const { job, name } = await process.ask({
        ask: 'document',
        meetingId: third.id,
        kind: 'minutes',
        format,
        language: 'fi',
        phrases: resources.phrases(),
        today: '2026-11-22',
        temporary: folder,
      });
      expect(name).toMatch(/^2026-05-19_Malli-JANE_poytakirja_3-2026/);
      expect(job).toMatchObject({ format });
      expect(JSON.stringify(job)).toContain('järjestöasiain neuvottelukunta');
    }
    const temporary = fs.mkdtempSync(path.join(folder, 'board-'));
    const board = await process.ask(
      { ask: 'board', boardId, termId: opened.terms[0]!.id, temporary },
      60_000,
    );
    expect(board.terms.length).toBe(1);
    expect(board.meetings.length).toBe(opened.terms[0]!.meetings);
    process.close();
    await expect(process.ask({ ask: 'search', text: 'x' })).rejects.toMatchObject({ code: 'ARCHIVE_CLOSED' });
    expect(fs.readFileSync(files.whole).equals(before)).toBe(true);
  }, 120_000);

  test('is compared with another: what differs is named', { timeout: 60_000 }, async () => {
    const [first, second] = await Promise.all(
      [files.whole, files.later].map(async (file) => (await openApart(file, null, archiveChild, {})).process),
    );
    const [one, other] = await Promise.all([first!.ask({ ask: 'summary' }), second!.ask({ ask: 'summary' })]);
    first!.close();
    second!.close();
    const { organisations, decisions, minutes, files: compared } = comparePackages(one, other);
    expect(organisations.differences.map(({ kind }) => kind)).toEqual(['differs']);
    expect(organisations.same).toBeGreaterThan(5);
    expect([decisions.differences, minutes.differences]).toEqual([[], []]);
    expect(decisions.same).toBeGreaterThan(10);
    expect(compared.differences.map(({ name }) => name)).toContain('taulut/organisation.csv');
    expect(compared.differences.map(({ name }) => name)).not.toContain('taulut/meeting.csv');
  });
});

test('a document of a package leads nowhere but to the web and to mailboxes', () => {
  const link = (href: unknown) => ({ items: [{ marks: [{ type: 'link', attrs: { href } }] }] });
  expect(isHarmless(link('https://example.org/'))).toBe(true);
  for (const href of ['javascript:alert(1)', 'file:///etc/passwd', 'x', null, { toString: 'https://a' }])
    expect([href, isHarmless(link(href))]).toEqual([href, false]);
  let deep: object = link('javascript:alert(1)');
  for (let depth = 0; depth < 100_000; depth += 1) deep = { deep };
  expect(isHarmless(deep)).toBe(false);
});

test('a process that says nothing is ended, and so is one that does not answer', async () => {
  let killed = 0;
  let hear: (message: unknown) => void = () => {};
  const silent = (): ChildLike => ({
    post: () => {},
    onMessage: (listener) => {
      hear = listener;
    },
    onExit: () => {},
    kill: () => {
      killed += 1;
    },
  });
  const task = { do: 'open', file: 'x', key: null, temporary: folder } as const;
  const hanging = new ArchiveProcess(silent(), 20).run<'open'>(task);
  hear({ kind: 'alive' });
  await expect(hanging).rejects.toMatchObject({ code: 'ARCHIVE_HANGS' });
  const opened = new ArchiveProcess(silent(), 20);
  const opening = opened.run<'open'>(task);
  hear({ kind: 'done', result: {} });
  await opening;
  await expect(opened.ask({ ask: 'summary' })).rejects.toMatchObject({ code: 'ARCHIVE_HANGS' });
  expect(killed).toBe(2);
});
