/** OParl 1.1: the objects hold together, have only OParl's properties, and tell nothing that is not public. */
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../db/model/language.ts';
import { oparlMeeting, type OparlList, type OparlObject } from '../../db/model/oparl.ts';
import { resources } from '../fixtures/databases.ts';
import { changeItem, GROUND, marked, sampleSource } from '../fixtures/sample-source.ts';

/** Properties of OParl 1.1 by type, as far as the export has them. */
const PROPERTIES: Record<string, string> = {
  Body: 'name shortName organization person meeting paper legislativeTerm',
  Organization: 'body name shortName meeting membership',
  Person: 'body name membership',
  Membership: 'person organization role votingRight',
  Meeting:
    'name organization meetingState cancelled start end location participant resultsProtocol auxiliaryFile agendaItem',
  Location: 'description',
  AgendaItem: 'meeting number order name public consultation resolutionText auxiliaryFile start end',
  Paper: 'body name reference date auxiliaryFile underDirectionOf consultation',
  Consultation: 'paper agendaItem meeting organization authoritative',
  File: 'name mimeType date accessUrl',
};

async function exported(language: 'fi' | 'sv' | 'en'): Promise<OparlList> {
  const source = changeItem(await sampleSource(), 28, {
    account: marked('‹Terveydentila›'),
    decision: marked('Päätettiin ‹maksaa avustus›. Lisätietoja: eeva@jarjesto.example.'),
  });
  return oparlMeeting(source.minutes, [{ section: 29, ground: GROUND }], resources.phrases(), language, {
    minutes: 'poytakirja.pdf',
    attachment: (number) => (number === 2 ? null : `liite-${number}.pdf`),
  });
}

function objectsOf(value: unknown): OparlObject[] {
  if (Array.isArray(value)) return value.flatMap(objectsOf);
  if (value === null || typeof value !== 'object') return [];
  const inner = Object.values(value).flatMap(objectsOf);
  return 'id' in value ? [value as OparlObject, ...inner] : inner;
}

test.each(LANGUAGES)(
  'in %s every object has a type and known properties, and every reference leads somewhere',
  async (language) => {
    const list = await exported(language);
    const objects = objectsOf(list.data);
    const ids = new Set(objects.map(({ id }) => id));
    expect(ids.size).toBe(objects.length);
    for (const { id, type, ...rest } of objects) {
      expect(id).toMatch(/^urn:(?:pykala|uuid):[^\s]+$/);
      const name = type.replace('https://schema.oparl.org/1.1/', '');
      const known = (PROPERTIES[name] ?? '').split(' ');
      expect(
        Object.keys(rest).filter((key) => !known.includes(key)),
        name,
      ).toEqual([]);
      for (const key of ['paper', 'agendaItem', 'consultation', 'person', 'organization'] as const)
        if (name !== 'Body' && typeof rest[key] === 'string')
          expect(ids.has(rest[key]), `${name}.${key}`).toBe(true);
    }
    expect(list.pagination.totalElements).toBe(list.data.length);
  },
);

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
