/** Good and bad bags, and the verdict on each, from a folder and from a zip. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyPackage } from '../../electron/archive/verify.ts';
import { rawZip, type RawEntry } from './raw-zip.ts';

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pykala-bags-'));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

type Files = Record<string, string | Buffer>;
type Algorithm = 'md5' | 'sha1' | 'sha256' | 'sha512';

const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
const PAYLOAD: Files = { 'data/poytakirja.txt': 'Pöytäkirja 3/2026\n', 'data/liitteet/liite 1.txt': 'Liite' };

const digest = (content: string | Buffer, algorithm: Algorithm = 'sha512') =>
  createHash(algorithm).update(content).digest('hex');

function manifest(files: Files, algorithm: Algorithm = 'sha512'): string {
  return Object.entries(files)
    .map(([name, content]) => `${digest(content, algorithm)}  ${name}\n`)
    .join('');
}

/** A right bag; what is given replaces or adds files, null takes one away. */
function bag(changes: Record<string, string | Buffer | null> = {}, payload: Files = PAYLOAD): Files {
  const tags: Files = {
    'bagit.txt': DECLARATION,
    'bag-info.txt': 'Source-Organization: Malli-JANE\n',
    'manifest-sha512.txt': manifest(payload),
  };
  const whole: Files = { ...payload, ...tags, 'tagmanifest-sha512.txt': manifest(tags) };
  for (const [name, content] of Object.entries(changes))
    if (content === null) delete whole[name];
    else whole[name] = content;
  return whole;
}

/** The same with a tag manifest that knows of the change, so that only the change itself is judged. */
function bagWith(changes: Record<string, string | Buffer | null>, payload: Files = PAYLOAD): Files {
  return bag({ 'tagmanifest-sha512.txt': null, ...changes }, payload);
}

function onDisk(files: Files): string {
  const place = fs.mkdtempSync(path.join(folder, 'bag-'));
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(place, name)), { recursive: true });
    fs.writeFileSync(path.join(place, name), content);
  }
  return place;
}

let zips = 0;
function zipped(entries: readonly RawEntry[]): string {
  const file = path.join(folder, `bag-${(zips += 1)}.zip`);
  fs.writeFileSync(file, rawZip(entries));
  return file;
}

const entriesOf = (files: Files, top = 'paketti/'): RawEntry[] =>
  Object.entries(files).map(([name, content]) => ({ name: top + name, content, deflate: true }));

/** Verdict as a word: valid, or the codes of what is wrong. */
async function verdict(location: string): Promise<string> {
  try {
    const { valid, findings } = await verifyPackage(location);
    return valid ? 'valid' : [...new Set(findings.map(({ code }) => code))].toSorted().join(' ');
  } catch (error) {
    return (error as { code: string }).code;
  }
}

const BIG = Buffer.alloc(3 * 1024 ** 2, 'Ä');

/** Bags that a folder and a zip can hold alike. */
const BAGS: [name: string, files: Files, expected: string][] = [
  ['right', bag(), 'valid'],
  ['without a tag manifest', bagWith({}), 'valid'],
  ['without bag-info', bagWith({ 'bag-info.txt': null }), 'valid'],
  ['right Payload-Oxum', bagWith({ 'bag-info.txt': 'Payload-Oxum: 25.2\n' }), 'valid'],
  ['version 0.97', bagWith({ 'bagit.txt': DECLARATION.replace('1.0', '0.97') }), 'valid'],
  [
    'line ends of Windows',
    bagWith({ 'manifest-sha512.txt': manifest(PAYLOAD).replaceAll('\n', '\r\n') }),
    'valid',
  ],
  [
    'line ends of old Macs',
    bagWith({ 'manifest-sha512.txt': manifest(PAYLOAD).replaceAll('\n', '\r') }),
    'valid',
  ],
  [
    'digests in capitals',
    bagWith({ 'manifest-sha512.txt': manifest(PAYLOAD).replace(/^\w+/gm, (hex) => hex.toUpperCase()) }),
    'valid',
  ],
  [
    'MD5 and SHA-256',
    bagWith({
      'manifest-sha512.txt': null,
      'manifest-md5.txt': manifest(PAYLOAD, 'md5'),
      'manifest-sha256.txt': manifest(PAYLOAD, 'sha256'),
    }),
    'valid',
  ],
  [
    'asterisk of md5sum',
    bagWith({
      'manifest-sha512.txt': null,
      'manifest-md5.txt': manifest(PAYLOAD, 'md5').replaceAll('  ', ' *'),
    }),
    'valid',
  ],
  ['nothing in the payload', bagWith({ 'manifest-sha512.txt': '' }, {}), 'valid'],
  ['an empty file', bagWith({}, { 'data/tyhja.txt': '' }), 'valid'],
  [
    'names of three scripts',
    bagWith({}, { 'data/Вода.txt': 'а', 'data/نص.txt': 'ن', 'data/pöytä kirja § 30.txt': 'p' }),
    'valid',
  ],
  [
    'a per cent sign in a name',
    bagWith({ 'manifest-sha512.txt': `${digest('x')}  data/100%25.txt\n` }, { 'data/100%.txt': 'x' }),
    'valid',
  ],
  ['a tag file that no manifest knows', bag({ 'lisatieto/muistio.txt': 'vapaa' }), 'valid'],
  [
    'a zip inside, not opened',
    bagWith({}, { 'data/sisa.zip': rawZip([{ name: '../../x', content: 'x' }]) }),
    'valid',
  ],
  [
    'continued lines in bag-info',
    bagWith({ 'bag-info.txt': 'External-Description: yksi\n  kaksi\n\tkolme\n' }),
    'valid',
  ],
  [
    'a fetched file that is there',
    bagWith({ 'fetch.txt': 'https://example.org/p 18 data/poytakirja.txt\n' }),
    'valid',
  ],
  ['missing', bagWith({ 'data/poytakirja.txt': null }), 'BAG_FILE_MISSING'],
  ['extra', bagWith({ 'data/lisa.txt': 'ei luettelossa' }), 'BAG_FILE_EXTRA'],
  ['altered', bagWith({ 'data/poytakirja.txt': 'Pöytäkirja 4/2026\n' }), 'BAG_FILE_ALTERED'],
  ['altered tag file', bag({ 'bag-info.txt': 'Source-Organization: Toinen\n' }), 'BAG_FILE_ALTERED'],
  ['missing tag file', bag({ 'bag-info.txt': null }), 'BAG_FILE_MISSING'],
  [
    'in one manifest of two',
    bagWith({
      'manifest-md5.txt': manifest({ 'data/poytakirja.txt': PAYLOAD['data/poytakirja.txt']! }, 'md5'),
    }),
    'BAG_FILE_EXTRA',
  ],
  ['no declaration', bagWith({ 'bagit.txt': null }), 'BAG_DECLARATION_MISSING'],
  ['a declaration of other words', bagWith({ 'bagit.txt': 'Bag 1.0\n' }), 'BAG_DECLARATION_WRONG'],
  [
    'a declaration with more',
    bagWith({ 'bagit.txt': `${DECLARATION}Lisä: rivi\n` }),
    'BAG_DECLARATION_WRONG',
  ],
  [
    'a declaration with a byte order mark',
    bagWith({ 'bagit.txt': `\ufeff${DECLARATION}` }),
    'BAG_DECLARATION_WRONG BAG_TAG_BOM',
  ],
  [
    'a version of the future',
    bagWith({ 'bagit.txt': DECLARATION.replace('1.0', '2.0') }),
    'BAG_VERSION_UNKNOWN',
  ],
  [
    'another encoding',
    bagWith({ 'bagit.txt': DECLARATION.replace('UTF-8', 'ISO-8859-1') }),
    'BAG_ENCODING_UNKNOWN',
  ],
  [
    'a manifest in Latin-1',
    bagWith(
      { 'manifest-sha512.txt': Buffer.from(`${digest('x')}  data/pöytä.txt\n`, 'latin1') },
      { 'data/pöytä.txt': 'x' },
    ),
    'BAG_FILE_EXTRA BAG_TAG_NOT_UTF8',
  ],
  ['no manifest', bagWith({ 'manifest-sha512.txt': null }), 'BAG_MANIFEST_MISSING'],
  [
    'an unknown algorithm',
    bagWith({ 'manifest-crc32.txt': '00000000  data/poytakirja.txt\n' }),
    'BAG_ALGORITHM_UNKNOWN',
  ],
  [
    'a line without a path',
    bagWith({ 'manifest-sha512.txt': `${manifest(PAYLOAD)}${digest('x')}\n` }),
    'BAG_MANIFEST_LINE',
  ],
  [
    'a short digest',
    bagWith({ 'manifest-sha512.txt': `${manifest(PAYLOAD)}abcd  data/x.txt\n` }),
    'BAG_MANIFEST_LINE',
  ],
  [
    'a path twice',
    bagWith({ 'manifest-sha512.txt': manifest(PAYLOAD) + manifest(PAYLOAD) }),
    'BAG_MANIFEST_TWICE',
  ],
  [
    'a path out of the bag',
    bagWith({ 'manifest-sha512.txt': `${manifest(PAYLOAD)}${digest('x')}  data/../../etc/passwd\n` }),
    'BAG_PATH_OUTSIDE',
  ],
  [
    'an absolute path',
    bagWith({ 'manifest-sha512.txt': `${manifest(PAYLOAD)}${digest('x')}  /etc/passwd\n` }),
    'BAG_PATH_ABSOLUTE',
  ],
  [
    'a path in the home folder',
    bagWith({ 'manifest-sha512.txt': `${manifest(PAYLOAD)}${digest('x')}  ~/x\n` }),
    'BAG_PATH_ABSOLUTE',
  ],
  [
    'a tag file in the payload manifest',
    bagWith({ 'manifest-sha512.txt': `${manifest(PAYLOAD)}${digest(DECLARATION)}  bagit.txt\n` }),
    'BAG_MANIFEST_SCOPE',
  ],
  [
    'a payload file in the tag manifest',
    bag({ 'tagmanifest-sha512.txt': manifest(PAYLOAD) }),
    'BAG_MANIFEST_SCOPE',
  ],
  ['wrong Payload-Oxum', bagWith({ 'bag-info.txt': 'Payload-Oxum: 26.2\n' }), 'BAG_OXUM_WRONG'],
  ['a line of bag-info without a label', bagWith({ 'bag-info.txt': 'ei mitään\n' }), 'BAG_INFO_LINE'],
  [
    'to be fetched',
    bagWith({ 'data/poytakirja.txt': null, 'fetch.txt': 'https://example.org/p 18 data/poytakirja.txt\n' }),
    'BAG_FETCH_NEEDED BAG_FILE_MISSING',
  ],
  [
    'fetched into the machine',
    bagWith({ 'fetch.txt': 'https://example.org/p 18 data/../../x\n' }),
    'BAG_FETCH_LINE',
  ],
  ['the promised seal is missing', bagWith({ 'bag-info.txt': 'Pykala-Seal: yes\n' }), 'valid'],
];

describe('a bag in a folder', () => {
  test.each(BAGS)('%s', async (_, files, expected) => {
    expect(await verdict(onDisk(files))).toBe(expected);
  });

  test('a link is not followed', async () => {
    const place = onDisk(bag());
    fs.symlinkSync('/etc/hostname', path.join(place, 'data', 'linkki.txt'));
    expect(await verdict(place)).toBe('BAG_LINK');
  });

  test('a folder that is not there', async () => {
    expect(await verdict(path.join(folder, 'ei ole'))).toBe('ARCHIVE_MISSING');
  });
});

/** What only a zip can do. */
const ZIPS: [name: string, entries: RawEntry[], expected: string][] = [
  [
    'a name that climbs out',
    [...entriesOf(bag()), { name: 'paketti/../../ulos.txt', content: 'x' }],
    'BAG_PATH_OUTSIDE',
  ],
  ['an absolute name', [...entriesOf(bag()), { name: '/etc/cron.d/x', content: 'x' }], 'BAG_PATH_ABSOLUTE'],
  ['a drive of Windows', [...entriesOf(bag()), { name: 'C:/x.txt', content: 'x' }], 'BAG_PATH_ABSOLUTE'],
  [
    'backslashes',
    [...entriesOf(bag()), { name: 'paketti\\data\\x.txt', content: 'x' }],
    'BAG_PATH_BACKSLASH',
  ],
  [
    'a device of Windows',
    [...entriesOf(bag()), { name: 'paketti/data/CON.txt', content: 'x' }],
    'BAG_PATH_WINDOWS',
  ],
  ['a dot at the end', [...entriesOf(bag()), { name: 'paketti/data/x.', content: 'x' }], 'BAG_PATH_WINDOWS'],
  [
    'a stream of NTFS',
    [...entriesOf(bag()), { name: 'paketti/data/x.txt:salaa', content: 'x' }],
    'BAG_PATH_WINDOWS',
  ],
  [
    'NUL in a name',
    [...entriesOf(bag()), { name: 'paketti/data/x\0.txt', content: 'x' }],
    'BAG_PATH_CONTROL',
  ],
  [
    'a link',
    [...entriesOf(bag()), { name: 'paketti/data/linkki', content: '/etc/passwd', mode: 0o120777 }],
    'BAG_LINK',
  ],
  [
    'the same name twice',
    [...entriesOf(bag()), { name: 'paketti/bagit.txt', content: DECLARATION }],
    'BAG_NAME_TWICE',
  ],
  [
    'the same name in capitals',
    [...entriesOf(bag()), { name: 'paketti/BAGIT.TXT', content: DECLARATION }],
    'BAG_NAME_TWICE',
  ],
  [
    'a name in Latin-1',
    [
      ...entriesOf(bag()),
      { name: Buffer.from('paketti/data/pöytä.txt', 'latin1'), content: 'x', utf8: false },
    ],
    'BAG_NAME_ENCODING',
  ],
  [
    'a name in broken UTF-8',
    [...entriesOf(bag()), { name: Buffer.from([0x70, 0xff, 0xfe]), content: 'x' }],
    'BAG_NAME_ENCODING',
  ],
  [
    'encrypted',
    [...entriesOf(bag()), { name: 'paketti/data/salattu.txt', content: 'x', encrypted: true, deflate: true }],
    'BAG_ENCRYPTED',
  ],
  [
    'a method nobody knows',
    [...entriesOf(bag()), { name: 'paketti/data/x.txt', content: 'x', method: 99 }],
    'BAG_ENTRY_UNREADABLE',
  ],
  [
    'two names in the two headers',
    [
      ...entriesOf(bagWith({})).slice(1),
      {
        name: 'paketti/data/poytakirja.txt',
        localName: 'paketti/data/toinenkin.txt',
        content: PAYLOAD['data/poytakirja.txt']!,
      },
    ],
    'BAG_HEADER_DIFFERS',
  ],
  [
    'two files of the same bytes',
    [...entriesOf(bagWith({})), { name: 'paketti/tag/x.txt', content: 'y', sameAs: 0 }],
    'BAG_ENTRIES_OVERLAP BAG_HEADER_DIFFERS',
  ],
  ['files at the top', entriesOf(bag(), ''), 'BAG_TOP_FOLDER'],
  [
    'two folders at the top',
    [...entriesOf(bag()), { name: 'toinen/x.txt', content: 'x' }],
    'BAG_DECLARATION_MISSING BAG_MANIFEST_MISSING BAG_TOP_FOLDER',
  ],
  [
    'a bomb',
    [...entriesOf(bag()), { name: 'paketti/data/pommi.txt', content: BIG, deflate: true }],
    'ARCHIVE_BOMB',
  ],
  [
    'a bomb that hides its size',
    entriesOf(bagWith({ 'data/x.txt': BIG })).map((one) => ({
      ...one,
      ...(one.content === BIG && { saidSize: 20 }),
    })),
    'BAG_ENTRY_UNREADABLE BAG_FILE_EXTRA',
  ],
];

describe('a bag in a zip', () => {
  test.each(BAGS)('%s', async (name, files, expected) => {
    const sealed = name === 'the promised seal is missing' ? 'BAG_SEAL_MISSING' : expected;
    expect(await verdict(zipped(entriesOf(files)))).toBe(sealed);
  });

  test.each(ZIPS)('%s', async (_, entries, expected) => {
    expect(await verdict(zipped(entries))).toBe(expected);
  });

  test('no zip at all', async () => {
    const file = path.join(folder, 'ei.zip');
    fs.writeFileSync(file, 'Hei');
    expect(await verdict(file)).toBe('ARCHIVE_DAMAGED');
  });

  test('cut in the middle', async () => {
    const file = path.join(folder, 'poikki.zip');
    const whole = rawZip(entriesOf(bag()));
    fs.writeFileSync(file, whole.subarray(0, whole.length / 2));
    expect(await verdict(file)).toBe('ARCHIVE_DAMAGED');
  });
});
