/** OParl 1.1: the objects hold together, have only OParl's properties, and tell nothing that is not public. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../db/model/language.ts';
import { oparlMeeting, type OparlList, type OparlObject } from '../../db/model/oparl.ts';
import { resources, resourcesFolder } from '../fixtures/databases.ts';
import { changeItem, GROUND, marked, sampleSource } from '../fixtures/sample-source.ts';

const schema = JSON.parse(
  readFileSync(path.join(resourcesFolder, 'schemas/oparl.schema.json'), 'utf8'),
) as object;
const follows = new Ajv2020({ allErrors: true, discriminator: false }).compile(schema);

async function exported(language: 'fi' | 'sv' | 'en'): Promise<OparlList> {
  const source = changeItem(await sampleSource(), 28, {
    account: marked('‹Terveydentila›'),
    decision: marked('Päätettiin ‹maksaa avustus›. Lisätietoja: eeva@jarjesto.example.'),
  });
  const files = {
    minutes: 'poytakirja.pdf',
    attachment: (number: number) => (number === 2 ? null : `liite-${number}.pdf`),
  };
  const secrets = [{ section: 29, ground: GROUND }];
  return oparlMeeting(source.minutes, secrets, resources.phrases(), language, files, source.terms ?? []);
}

function objectsOf(value: unknown): OparlObject[] {
  if (Array.isArray(value)) return value.flatMap(objectsOf);
  if (value === null || typeof value !== 'object') return [];
  const inner = Object.values(value).flatMap(objectsOf);
  return 'id' in value ? [value as OparlObject, ...inner] : inner;
}

test.each(LANGUAGES)(
  'in %s the list follows the schema, and every reference leads somewhere',
  async (language) => {
    const list = await exported(language);
    follows(list);
    expect(follows.errors ?? []).toEqual([]);
    const objects = objectsOf(list.data);
    const ids = new Set(objects.map(({ id }) => id));
    expect(ids.size).toBe(objects.length);
    for (const { id, type, ...rest } of objects) {
      expect(id).toMatch(/^urn:(?:pykala|uuid):[^\s]+$/);
      const name = type.replace('https://schema.oparl.org/1.1/', '');
      for (const key of ['paper', 'agendaItem', 'consultation', 'person', 'organization'] as const)
        if (name !== 'Body' && typeof rest[key] === 'string')
          expect(ids.has(rest[key]), `${name}.${key}`).toBe(true);
    }
    expect(list.pagination.totalElements).toBe(list.data.length);
  },
);

test('the terms of the board are legislative terms', async () => {
  const { data } = await exported('sv');
  expect(data[0]!['legislativeTerm']).toEqual([
    expect.objectContaining({
      type: 'https://schema.oparl.org/1.1/LegislativeTerm',
      name: 'Mandatperiod 1.8.2025–31.7.2029',
      startDate: '2025-08-01',
      endDate: '2029-07-31',
    }),
  ]);
});

test.each([
  ['an unknown property', (list: OparlList) => Object.assign(list.data[0]!, { colour: 'red' })],
  [
    'a type of another version',
    (list: OparlList) => Object.assign(list.data[2]!, { type: 'https://schema.oparl.org/1.0/Meeting' }),
  ],
  [
    'a term without its end',
    (list: OparlList) => delete (list.data[0]!['legislativeTerm'] as OparlObject[])[0]!['endDate'],
  ],
  [
    'a time without its zone',
    (list: OparlList) => Object.assign(list.data[2]!, { start: '2026-05-19T13:00' }),
  ],
])('the schema refuses %s', async (_, spoil) => {
  const list = await exported('fi');
  spoil(list);
  expect(follows(list)).toBe(false);
});

test('the meeting with its times, its items and what was decided', async () => {
  const { data } = await exported('fi');
  const meeting = data.find(({ type }) => type.endsWith('/Meeting'))!;
  expect(meeting).toMatchObject({ start: '2026-05-19T13:00:00+03:00', cancelled: false });
  const items = meeting['agendaItem'] as OparlObject[];
  expect(items).toHaveLength(14);
  expect(items[8]).toMatchObject({ number: '30 §', public: true, order: 8 });
  expect(items[8]!['resolutionText']).toContain('esittelijän ehdotus');
});

test('nothing of what is secret, no contact details, no paper attachment', async () => {
  const list = await exported('fi');
  const text = JSON.stringify(list);
  for (const secret of ['Terveydentila', 'maksaa avustus', 'eeva@', 'kumppanuusavustus'])
    expect(text).not.toContain(secret);
  const items = list.data.find(({ type }) => type.endsWith('/Meeting'))!['agendaItem'] as OparlObject[];
  expect(items[7]).toMatchObject({ public: false, name: `Asia on salassa pidettävä (${GROUND})` });
  expect(items[7]).not.toHaveProperty('resolutionText');
  expect(text).not.toContain('liite-2');
  expect(text).not.toContain('liite-3');
});
