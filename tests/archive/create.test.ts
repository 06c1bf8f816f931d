/** A package of the sample board: its parts agree with the database, with each other, and with independent tools. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import SQLite from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { describe, expect, test, vi } from 'vitest';
import { documentSource } from '../../db/features/documents.ts';
import { deliverable } from '../../db/features/deliveries.ts';
import { storeContent } from '../../db/features/files.ts';
import { enqueueMail } from '../../db/features/mail-enqueue.ts';
import { savePostalAddress } from '../../db/features/postal-addresses.ts';
import { addAttachment } from '../../db/features/attachments.ts';
import { createPackage, type ArchiveOptions, type ArchiveResult } from '../../electron/archive/create.ts';
import { csvCell, MISSING } from '../../electron/archive/csv-tables.ts';
import type { EnvelopeLock } from '../../electron/archive/envelope.ts';
import { writePackageFile } from '../../electron/archive/package-file.ts';
import { nameReplacer } from '../../electron/archive/scope.ts';
import { fromSiardText, siardText } from '../../electron/archive/siard.ts';
import { storedRows, storedTables } from '../../electron/archive/stored-tables.ts';
import { verifyPackage } from '../../electron/archive/verify.ts';
import type { OpenDatabase } from '../../db/core/open.ts';
import { resourcesFolder, temporaryFolder, writing } from '../fixtures/databases.ts';
import { sampleCopy } from '../fixtures/sample-copy.ts';

const METADATA_SCHEMA = fs.readFileSync(path.join(resourcesFolder, 'archive', 'siard-metadata.xsd'), 'utf8');

function optionsFor(temporary: string, changes: Partial<ArchiveOptions> = {}): ArchiveOptions {
  return {
    scope: { boardId: null, from: null, to: null },
    personalData: 'included',
    organisation: 'Mallimaan järjestöasiain neuvottelukunta',
    contact: 'Sihteeri',
    period: '2024–2026',
    folder: 'Malli-JANE_2024-2026',
    time: new Date('2026-11-22T10:00:00Z'),
    application: 'Pykälä 0.1.0',
    metadataSchema: METADATA_SCHEMA,
    onFault: 'stop',
    temporary,
    async render(db, meetingId) {
      const { minutes } = await documentSource(db, meetingId, '2026-11-22');
      const name = `${minutes.meeting.number}-${minutes.meeting.year}`;
      return [{ path: `${name}.json`, content: Buffer.from(JSON.stringify(minutes)) }];
    },
    ...changes,
  };
}

async function archive(
  database: OpenDatabase,
  changes: Partial<ArchiveOptions> = {},
): Promise<{ file: string; bag: string; result: ArchiveResult }> {
  const folder = temporaryFolder();
  const file = path.join(folder, 'paketti.zip');
  const result = await createPackage(database, fs.createWriteStream(file), optionsFor(folder, changes));
  // Unpacked by another program than ours.
  execFileSync('unzip', ['-q', file, '-d', folder]);
  // No BagIt program lives in Debian or npm; this one is written from the RFC in another language.
  execFileSync(path.resolve(import.meta.dirname, 'check-bag.sh'), [
    path.join(folder, 'Malli-JANE_2024-2026'),
  ]);
  return { file, bag: path.join(folder, 'Malli-JANE_2024-2026'), result };
}

async function withAttachment(database: OpenDatabase, meetingId: string): Promise<Buffer> {
  const content = Buffer.from(Array.from({ length: 2_500_000 }, (_, index) => (index * 7919) % 251));
  const { sha256 } = await storeContent(database.kysely, content, '2026-05-01T10:00:00Z');
  await writing(database, (trx) =>
    addAttachment(trx, {
      meetingId,
      itemId: null,
      title: 'Talousarvio',
      file: { sha256, name: 'Talous/arvio 2026.pdf' },
    }),
  );
  return content;
}

describe('the whole database', () => {
  test('is valid by our verdict, by sha512sum, and its parts are there', async () => {
    const { database, meetings } = await sampleCopy();
    const content = await withAttachment(database, meetings['4/2026']!);
    const { file, bag, result } = await archive(database);
    const report = await verifyPackage(file);
    expect(report.findings).toEqual([]);
    expect(report.valid).toBe(true);
    expect(result.faults).toEqual([]);
    const stored = database.raw.prepare('select count(*) from file_content').pluck().get() as number;
    expect(result.counts.attachments).toBe(stored);
    const list = parse(fs.readFileSync(path.join(bag, 'data/liitteet/luettelo.csv'))) as string[][];
    const sha256 = createHash('sha256').update(content).digest('hex');
    const row = list.find(([digest]) => digest === sha256)!;
    expect(row[4]).toMatch(/arvio 2026\.pdf$/);
    expect(fs.readFileSync(path.join(bag, 'data', row[1]!))).toEqual(content);
    for (const name of ['LUEMINUT.txt', 'LAS-MIG.txt', 'README.txt'])
      expect(fs.readFileSync(path.join(bag, 'data', name), 'utf8')).toContain('2024–2026');
    const copy = new SQLite(path.join(bag, 'data/tietokanta/pykala.sqlite'), { readonly: true });
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(copy.pragma('foreign_key_check')).toEqual([]);
    copy.close();
  });

  test('CSV and schema load into an empty SQLite to the same rows', async () => {
    const { database, meetings } = await sampleCopy();
    await withAttachment(database, meetings['4/2026']!);
    const { bag } = await archive(database);
    const fresh = new SQLite(':memory:');
    fresh.pragma('foreign_keys = OFF');
    const statements = fs.readFileSync(path.join(bag, 'data/taulut/rakenne.sql'), 'utf8');
    const described = JSON.parse(fs.readFileSync(path.join(bag, 'data/taulut/datapackage.json'), 'utf8')) as {
      resources: { name: string; path: string; schema: { fields: { name: string; type: string }[] } }[];
    };
    // Triggers come last: they write the log, which is loaded like any table.
    const firstTrigger = statements.search(/^create trigger/im);
    fresh.exec(statements.slice(0, firstTrigger));
    for (const { path: csv, schema } of described.resources) {
      const rows = parse(fs.readFileSync(path.join(bag, 'data/taulut', csv)), { from_line: 2 }) as string[][];
      const insert = fresh.prepare(
        `insert into "${csv.replace('.csv', '')}" (${schema.fields.map(({ name }) => `"${name}"`).join(', ')}) values (${schema.fields.map(() => '?').join(', ')})`,
      );
      for (const row of rows)
        insert.run(
          row.map((cell, index) => {
            if (cell === MISSING) return null;
            const text = /^\\\\+N$/.test(cell) ? cell.slice(1) : cell;
            return schema.fields[index]!.type === 'integer' ? BigInt(text) : text;
          }),
        );
    }
    for (const [sha256, csv] of parse(fs.readFileSync(path.join(bag, 'data/liitteet/luettelo.csv')), {
      from_line: 2,
    }) as string[][]) {
      const content = fs.readFileSync(path.join(bag, 'data', csv!));
      for (let at = 0, position = 0; at < content.length; at += 1024 ** 2, position += 1)
        fresh
          .prepare('insert into file_part (sha256, position, content) values (?, ?, ?)')
          .run(sha256, position, content.subarray(at, at + 1024 ** 2));
    }
    expect(fresh.pragma('foreign_key_check')).toEqual([]);
    fresh.exec(statements.slice(firstTrigger));
    for (const table of storedTables(database.raw))
      expect([table.name, ...storedRows(fresh, table)]).toEqual([
        table.name,
        ...storedRows(database.raw, table),
      ]);
    fresh.close();
  });

  test('the SIARD archive is valid by its schemas and has every row and file', async () => {
    const { database, meetings } = await sampleCopy();
    await withAttachment(database, meetings['4/2026']!);
    const { bag } = await archive(database);
    const place = path.join(path.dirname(bag), 'siard');
    execFileSync('unzip', ['-q', path.join(bag, 'data/siard/tietokanta.siard'), '-d', place]);
    expect(fs.existsSync(path.join(place, 'header/siardversion/2.2'))).toBe(true);
    const lint = (xml: string, schema: string): string =>
      execFileSync('xmllint', ['--nonet', '--noout', '--schema', schema, xml], {
        cwd: place,
        encoding: 'utf8',
        stdio: 'pipe',
      });
    lint('header/metadata.xml', 'header/metadata.xsd');
    const tables = storedTables(database.raw);
    for (const [index, table] of tables.entries()) {
      const folder = `content/schema0/table${index}`;
      lint(`${folder}/table${index}.xml`, `${folder}/table${index}.xsd`);
      const xml = fs.readFileSync(path.join(place, folder, `table${index}.xml`), 'utf8');
      expect([table.name, xml.match(/<row>/g)?.length ?? 0]).toEqual([table.name, table.rows]);
    }
    const parts = tables.findIndex(({ name }) => name === 'file_part');
    const stored = database.raw
      .prepare('select content from file_part order by sha256, position')
      .pluck()
      .all() as Buffer[];
    expect(
      stored.map((_, row) =>
        fs.readFileSync(path.join(place, `content/schema0/table${parts}/lob3/record${row}.bin`)),
      ),
    ).toEqual(stored);
  }, 60_000);
});

describe('a part of it', () => {
  test('one year has the meetings of that year and nothing that hangs in the air', async () => {
    const { database } = await sampleCopy();
    const before = database.raw.serialize();
    const { file, bag } = await archive(database, {
      scope: { boardId: null, from: '2026-05-01', to: '2026-05-31' },
      period: '2026',
    });
    expect((await verifyPackage(file)).valid).toBe(true);
    const copy = new SQLite(path.join(bag, 'data/tietokanta/pykala.sqlite'), { readonly: true });
    expect(copy.prepare('select number from meeting').pluck().all()).toEqual([3]);
    expect(copy.pragma('foreign_key_check')).toEqual([]);
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(copy.prepare('select count(*) from seat_holder').pluck().get()).toBeGreaterThan(0);
    const triggers = "select count(*) from sqlite_master where type = 'trigger'";
    expect(copy.prepare(triggers).pluck().get()).toBe(database.raw.prepare(triggers).pluck().get());
    copy.close();
    // The board's own file is as it was.
    expect(database.raw.serialize().equals(before)).toBe(true);
  });

  test('a pseudonymised package names nobody, anywhere', async () => {
    const { database, meetings } = await sampleCopy();
    await withAttachment(database, meetings['4/2026']!);
    const names = database.raw.prepare('select name from person').pluck().all() as string[];
    names.push(...(await withMail(database, meetings['2/2026']!)));
    const { bag } = await archive(database, { personalData: 'pseudonymised' });
    expect(fs.readFileSync(path.join(bag, 'bag-info.txt'), 'utf8')).toContain(
      'Pykala-Personal-Data: pseudonymised',
    );
    const files = (
      fs.readdirSync(path.join(bag, 'data'), { recursive: true, encoding: 'utf8' }) as string[]
    ).filter((name) => /\.(csv|json|txt|sqlite)$/.test(name));
    expect(files.length).toBeGreaterThan(50);
    for (const name of files) {
      const text = fs.readFileSync(path.join(bag, 'data', name)).toString('utf8');
      expect([name, names.filter((one) => text.includes(one))]).toEqual([name, []]);
    }
  });
});

/** Somebody to whom a document is on its way, by e-mail and by post. Returns what must be in no package without names. */
async function withMail(database: OpenDatabase, meetingId: string): Promise<string[]> {
  const secrets = [
    'tilaaja.tuulikki@koti.example',
    'Salapolku 13',
    'palvelin.koti.example',
    'LIITTEEN-SISÄLTÖ',
  ];
  const [address = '', street = '', host = '', content = ''] = secrets;
  const document = await deliverable(database.kysely, meetingId, 'minutes');
  await writing(database, async (trx) => {
    const { id: personId } = await trx.selectFrom('person').select('id').executeTakeFirstOrThrow();
    await trx.updateTable('person').set({ email: address }).where('id', '=', personId).execute();
    await savePostalAddress(trx, {
      personId,
      organisationId: null,
      address: { extra: '', street, postalCode: '48100', postOffice: 'Kotka', country: null },
    });
    await trx
      .insertInto('mail_settings')
      .values({ id: 1, settings: JSON.stringify({ host, fromEmail: address }) })
      .execute();
    await enqueueMail(
      trx,
      {
        document,
        parts: [
          {
            language: 'fi',
            covered: false,
            subject: 'Pöytäkirja',
            body: 'Hei',
            fileName: 'p.pdf',
            bytes: Buffer.from(content, 'utf8'),
          },
        ],
        recipients: [{ personId, organisationId: null, address, language: 'fi', covered: false }],
      },
      { actor: 'testi', instant: '2026-05-20T09:00:00.000Z', today: '2026-05-20' },
    );
  });
  return secrets;
}

describe('when something is wrong', () => {
  const failing: Pick<ArchiveOptions, 'render'> = {
    async render() {
      throw new Error('fontti puuttuu');
    },
  };

  test('it stops and says what, or goes on and lists it', async () => {
    const { database } = await sampleCopy();
    await expect(archive(database, failing)).rejects.toMatchObject({
      code: 'ARCHIVE_FAULT',
      details: { reason: 'fontti puuttuu' },
    });
    const { file, bag, result } = await archive(database, { ...failing, onFault: 'continue' });
    expect(result.faults.length).toBeGreaterThan(0);
    expect((await verifyPackage(file)).valid).toBe(true);
    expect(fs.readFileSync(path.join(bag, 'data/LUEMINUT.txt'), 'utf8')).toContain('Mitä ei saatu mukaan');
  });

  test('it can be cancelled and leaves no copy behind', async () => {
    const { database } = await sampleCopy();
    const folder = temporaryFolder();
    const cancel = new AbortController();
    const work = createPackage(
      database,
      fs.createWriteStream(path.join(folder, 'x.zip')),
      optionsFor(folder, {
        signal: cancel.signal,
        onProgress({ step }) {
          if (step === 'tables') cancel.abort();
        },
      }),
    );
    await expect(work).rejects.toMatchObject({ name: 'AbortError' });
    expect(fs.existsSync(path.join(folder, 'pykala.sqlite'))).toBe(false);
  });

  test('a full disk, a drive that vanishes, a folder that is gone: said, and nothing half-made is left', async () => {
    const { database } = await sampleCopy();
    const folder = temporaryFolder();
    const handle = await fs.promises.open(path.join(folder, 'x'), 'w');
    const handles = Object.getPrototypeOf(handle) as typeof handle;
    await handle.close();
    fs.rmSync(path.join(folder, 'x'));
    const target = path.join(folder, 'verkko', 'paketti.zip');
    const recipients = [await identityToRecipient(await generateIdentity())];
    const attempt = async (lock: EnvelopeLock | null, onWrite: () => Error | null): Promise<unknown> => {
      fs.mkdirSync(path.dirname(target), { recursive: true });
      const appendFile = vi.spyOn(handles, 'appendFile');
      let parts = 0;
      appendFile.mockImplementation(async function (this: typeof handle, ...args) {
        parts += 1;
        const error = parts === 2 ? onWrite() : null;
        if (error !== null) throw error;
        await this.write(args[0] as Uint8Array);
      });
      try {
        // Every fault is to be gone over, and still a full disk is none of them.
        return await writePackageFile(target, { lock }, (output) =>
          createPackage(database, output, optionsFor(folder, { onFault: 'continue' })),
        ).catch((error: unknown) => error);
      } finally {
        appendFile.mockRestore();
      }
    };
    const failing = (code: string) => () => Object.assign(new Error(code), { code });
    for (const lock of [null, { recipients }]) {
      expect(await attempt(lock, failing('ENOSPC'))).toMatchObject({ code: 'DISK_FULL' });
      expect(fs.readdirSync(path.dirname(target))).toEqual([]);
      expect(await attempt(lock, failing('EIO'))).toMatchObject({
        code: 'WRITE_FAILED',
        details: { file: 'paketti.zip', reason: 'EIO' },
      });
      expect(fs.readdirSync(path.dirname(target))).toEqual([]);
    }
    const vanishing = (): null => {
      fs.rmSync(path.dirname(target), { recursive: true });
      return null;
    };
    expect(await attempt(null, vanishing)).toMatchObject({ code: 'FOLDER_MISSING' });
    expect(fs.readdirSync(folder)).toEqual([]);
  }, 60_000);

  test('an attachment that cannot be read is named; the rest goes on, or the work stops, as was chosen', async () => {
    const { database, meetings } = await sampleCopy();
    const content = await withAttachment(database, meetings['4/2026']!);
    const folder = temporaryFolder();
    const damaged = path.join(folder, 'damaged.sqlite');
    await database.raw.backup(damaged);
    breakChain(damaged, content);
    const make = async (onFault: ArchiveOptions['onFault']) => {
      const place = fs.mkdtempSync(path.join(folder, 'work-'));
      const copy = path.join(place, 'copy.sqlite');
      fs.copyFileSync(damaged, copy);
      const file = path.join(place, 'paketti.zip');
      const result = await writePackageFile(file, { lock: null }, (output) =>
        createPackage({ copy }, output, optionsFor(place, { onFault })),
      );
      return { file, result };
    };
    await expect(make('stop')).rejects.toMatchObject({
      code: 'ARCHIVE_FAULT',
      details: {
        file: expect.stringMatching(/^liitteet\/2026-4\/liite-\d+-/),
        reason: expect.stringContaining('malformed'),
      },
    });
    const { file, result } = await make('continue');
    expect(result.faults.map(({ path: name }) => name)).toEqual([
      expect.stringMatching(/^liitteet\/2026-4\/liite-/),
      expect.stringMatching(/^siard\/tietokanta\.siard\/.*record\d+\.bin$/),
    ]);
    const report = await verifyPackage(file);
    expect(report.findings).toEqual([]);
    expect(report.info.filter(([label]) => label === 'Pykala-Left-Out')).toHaveLength(2);
  }, 60_000);
});

/** Makes what lies in the database's file unreadable: the chain of its pages leads nowhere. */
function breakChain(file: string, content: Buffer): void {
  const bytes = fs.readFileSync(file);
  const pageSize = bytes.readUInt16BE(16);
  const inside = bytes.indexOf(content.subarray(1_000_000, 1_000_000 + 64));
  const page = Math.floor(inside / pageSize) * pageSize;
  bytes.writeUInt32BE(0x7fff_fff0, page);
  fs.writeFileSync(file, bytes);
}

describe('texts', () => {
  test('a cell of CSV is read back as it was', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\\N', '\\\\N', '', '"', 'a\r\nb')),
        (text) => {
          const [[read]] = parse(`${csvCell(text)},x`) as [[string]];
          expect(/^\\\\+N$/.test(read) ? read.slice(1) : read).toBe(text);
          expect(read).not.toBe(MISSING);
        },
      ),
    );
  });

  test('a text of SIARD is read back as it was', () => {
    const unescape = (text: string): string =>
      text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fromSiardText(unescape(siardText(text)))).toBe(text);
      }),
    );
  });

  test.each([
    ['Matti Virtanen esitti asian.', 'Henkilö 1 esitti asian.'],
    ['Päätettiin Matti Virtasen esityksestä.', 'Päätettiin Henkilö 1 esityksestä.'],
    ['M. Virtanen ja Virtasella', 'Henkilö 1 ja Henkilö 1'],
    ['Anna-Maija Mäen puheenvuoro', 'Henkilö 2 puheenvuoro'],
    ['Lain mukaan mäki on korkea', 'Lain mukaan mäki on korkea'],
    ['Liisa Laine poistui, Liisa Laineelle', 'Henkilö 3 poistui, Henkilö 3'],
    ['Virtanenkin', 'Henkilö 1'],
  ])('%s', (text, expected) => {
    const replace = nameReplacer([
      { name: 'Matti Virtanen', pseudonym: 'Henkilö 1' },
      { name: 'Anna-Maija Mäki', pseudonym: 'Henkilö 2' },
      { name: 'Liisa Laine', pseudonym: 'Henkilö 3' },
    ]);
    expect(replace(text)).toBe(expected);
  });
});

test('streams are not read ahead without end', async () => {
  // The guard of the memory goal: a file of 64 MB goes through in parts.
  const { BagWriter } = await import('../../electron/archive/bag-writer.ts');
  const file = path.join(temporaryFolder(), 'iso.zip');
  const writer = new BagWriter(fs.createWriteStream(file), { folder: 'x', time: new Date('2026-01-01') });
  let waiting = 0;
  let most = 0;
  const source = Readable.from(
    (function* () {
      for (let part = 0; part < 64; part += 1) {
        waiting += 1;
        most = Math.max(most, waiting);
        yield Buffer.alloc(1024 ** 2, part);
        waiting -= 1;
      }
    })(),
    { objectMode: false },
  );
  await writer.add('iso.bin', source);
  await writer.finish([]);
  expect(most).toBeLessThan(8);
  expect((await verifyPackage(file, { limits: { entries: 10, bytes: 1024 ** 3, ratio: 2_000 } })).valid).toBe(
    true,
  );
});
