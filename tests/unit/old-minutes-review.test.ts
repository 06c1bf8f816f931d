/** The review of old minutes: every field open at first, answers, additions, and what is accepted in the end. */
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as v from 'valibot';
import { parseOldMinutes } from '../../db/model/old-minutes-parser.ts';
import {
  acceptedOf,
  acceptedRest,
  answered,
  nextId,
  reviewFields,
} from '../../db/model/old-minutes-review.ts';
import { ANSWER_STATES, oldMinutesSchema, reviewSchema, type Review } from '../../db/model/old-minutes.ts';

const folder = path.resolve(import.meta.dirname, '../fixtures/old-minutes');
const files = fs.readdirSync(folder);
const proposalOf = (file: string) => parseOldMinutes(fs.readFileSync(path.join(folder, file), 'utf8'));
const proposal = proposalOf('02-yhteistyoryhma.txt');

test('everything is open at first, and nothing is accepted', () => {
  const fields = reviewFields(proposal, {});
  expect(fields.map((one) => one.state)).toEqual(fields.map(() => 'open'));
  expect(fields.map((one) => one.id).slice(0, 6)).toEqual([
    'number',
    'heldOn',
    'startedAt',
    'endedAt',
    'place',
    'person:0',
  ]);
  expect(acceptedOf(fields)).toMatchObject({ heldOn: '', people: [], items: [], examiners: [] });
});

test('a yes, a change and a no are told apart', () => {
  const at = (review: Review, id: string) => reviewFields(proposal, review).find((one) => one.id === id)!;
  let review = answered({}, at({}, 'heldOn'), 'accepted');
  review = answered(review, at(review, 'person:1'), 'accepted', {
    ...at(review, 'person:1').values,
    name: 'Aino Aaltonen',
  });
  review = answered(review, at(review, 'person:2'), 'rejected');
  expect([at(review, 'heldOn').state, at(review, 'person:1').state, at(review, 'person:2').state]).toEqual([
    'accepted',
    'changed',
    'rejected',
  ]);
  expect(acceptedOf(reviewFields(proposal, review))).toMatchObject({
    heldOn: '2019-02-21',
    people: [{ name: 'Aino Aaltonen', capacity: 'member' }],
  });
  // Opened again, the change is still there.
  review = answered(review, at(review, 'person:1'), 'open');
  expect(at(review, 'person:1')).toMatchObject({ state: 'open', values: { name: 'Aino Aaltonen' } });
});

test('what the parser missed can be added', () => {
  const fields = reviewFields(proposal, {});
  const id = nextId('item', fields);
  expect(id).toBe('item:3');
  const review: Review = {
    [id]: { state: 'changed', value: { number: '4', title: 'Muut asiat', decision: 'Ei ollut.' } },
  };
  const more = reviewFields(proposal, review);
  expect(more.at(-3)).toMatchObject({ id, kind: 'item', at: null });
  expect(acceptedOf(more)).toMatchObject({ items: [{ number: 4, label: '4 §', title: 'Muut asiat' }] });
  expect(nextId('item', more)).toBe('item:4');
});

test.each(files)('%s: a yes to all the rest gives a record that the schema takes', (file) => {
  const own = proposalOf(file);
  let review: Review = acceptedRest({}, reviewFields(own, {}));
  const fields = reviewFields(own, review);
  expect(fields.every((one) => one.state !== 'open')).toBe(true);
  if (own.heldOn === null)
    review = { ...review, heldOn: { state: 'changed', value: { value: '2000-01-01' } } };
  const values = v.parse(oldMinutesSchema, acceptedOf(reviewFields(own, review)));
  expect(values.items).toHaveLength(own.items.length);
  expect(values.people).toHaveLength(own.people.length);
  v.parse(reviewSchema, review);
});

test('whatever is answered, only what has a yes is in the record', () => {
  const fields = reviewFields(proposal, {});
  const answers = fc.dictionary(
    fc.constantFrom(...fields.map((one) => one.id)),
    fc.record({ state: fc.constantFrom(...ANSWER_STATES) }),
  );
  fc.assert(
    fc.property(answers, (review) => {
      const now = reviewFields(proposal, review);
      const taken = now.filter((one) => one.state === 'accepted' || one.state === 'changed');
      const accepted = acceptedOf(now) as Record<'people' | 'items' | 'examiners', unknown[]>;
      expect(accepted.people.length + accepted.items.length + accepted.examiners.length).toBe(
        taken.filter((one) => one.id.includes(':')).length,
      );
      expect(accepted['heldOn' as 'people'] as unknown).toBe(
        taken.some((one) => one.id === 'heldOn') ? '2019-02-21' : '',
      );
    }),
  );
});
