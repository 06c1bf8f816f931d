/** A mailing list: everybody once, with all reasons. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as v from 'valibot';
import { LANGUAGES } from '../../../db/model/language.ts';
import {
  listEntries,
  listRulesSchema,
  type ListCandidate,
  type ListRules,
} from '../../../db/model/mailing-list.ts';

const rules = (more: Partial<ListRules> = {}): ListRules => ({
  parts: [{ of: 'nominators' }],
  languages: [],
  excludedPersonIds: [],
  excludedOrganisationIds: [],
  ...more,
});
const person = (id: string, email: string | null, more: Partial<ListCandidate> = {}): ListCandidate => ({
  personId: id,
  organisationId: null,
  name: id,
  email,
  address: null,
  language: 'fi',
  reason: { of: 'named' },
  ...more,
});

test('somebody with two reasons is written to once', () => {
  const entries = listEntries(
    [
      person('a', 'a@example.org', { reason: { of: 'board', role: 'member', seatNumber: 1 } }),
      person('b', 'b@example.org'),
      person('a', 'a@example.org', { reason: { of: 'board', role: 'chair', seatNumber: null } }),
      person('a', 'a@example.org', { reason: { of: 'board', role: 'chair', seatNumber: null } }),
    ],
    rules(),
  );
  expect(entries.map(({ name, reasons }) => [name, reasons.length])).toEqual([
    ['a', 2],
    ['b', 1],
  ]);
});

test('a shared address is written to once; two blank ones are two', () => {
  const organisation = { ...person('o', 'A@Example.org '), personId: null, organisationId: 'o' };
  expect(listEntries([person('a', 'a@example.org'), organisation], rules()).map(({ name }) => name)).toEqual([
    'a',
  ]);
  expect(listEntries([person('a', null), person('b', null), person('c', ' ')], rules())).toHaveLength(3);
});

test('the excluded and those of other languages are left out', () => {
  const all = [person('a', null), person('b', null, { language: 'sv' }), person('c', null)];
  expect(listEntries(all, rules({ languages: ['sv'] })).map(({ name }) => name)).toEqual(['b']);
  expect(listEntries(all, rules({ excludedPersonIds: ['a'] })).map(({ name }) => name)).toEqual(['b', 'c']);
});

test('nobody twice, no address twice, and everybody who is not excluded is there by one or the other', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const register = fc.tuple(
    ...ids.map((id) =>
      fc
        .record({
          email: fc.option(fc.constantFrom('x@example.org', 'y@example.org', 'X@example.org')),
          language: fc.constantFrom(...LANGUAGES),
        })
        .map(({ email, language }) => person(id, email, { language })),
    ),
  );
  const draws = fc.array(fc.nat({ max: ids.length - 1 }));
  fc.assert(
    fc.property(register, draws, fc.subarray(['a', 'b']), (persons, drawn, excludedPersonIds) => {
      const all = drawn.map((at) => persons[at]!);
      const entries = listEntries(all, rules({ excludedPersonIds }));
      const found = entries.map(({ personId }) => personId);
      expect(new Set(found).size).toBe(found.length);
      const addresses = entries.flatMap(({ email }) => email?.toLowerCase() ?? []);
      expect(new Set(addresses).size).toBe(addresses.length);
      for (const { personId, email } of all)
        if (!excludedPersonIds.includes(personId!))
          expect(found.includes(personId) || addresses.includes(email?.toLowerCase() ?? '')).toBe(true);
      for (const id of excludedPersonIds) expect(found).not.toContain(id);
    }),
  );
});

test('a list without parts is no list', () => {
  expect(v.safeParse(listRulesSchema, { parts: [] }).success).toBe(false);
  expect(v.safeParse(listRulesSchema, { parts: [{ of: 'board', roles: [] }] }).success).toBe(false);
  expect(v.safeParse(listRulesSchema, { parts: [{ of: 'board', roles: ['member'] }] }).success).toBe(true);
});
