/** Effects and the search over minutes through the calls of the window: checked input, worded errors, announcements. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EffectView } from '../../db/model/effect-view.ts';
import type { MeetingSummary, MeetingView } from '../../db/model/meeting-view.ts';
import type { FoundMinutes } from '../../db/model/minutes-search.ts';
import { openBackend, type Backend } from '../fixtures/contract.ts';

let backend: Backend;
beforeEach(async () => void (backend = await openBackend('sample', '2026-05-28')));
afterEach(() => backend.close());

const call: Backend['call'] = (type, name, input) => backend.call(type, name, input);
const ask = <T>(type: 'query' | 'mutation', name: string, input?: unknown): Promise<T> =>
  backend.ask<T>(type, name, input);

interface Composition {
  seats: { id: string; number: number; member: { person: { id: string } } | null }[];
}

it('saved, applied by the examination, reversed; refused with a sentence; announced to what it changes', async () => {
  const [board] = await ask<{ id: string }[]>('query', 'boards.list');
  const meetings = await ask<MeetingSummary[]>('query', 'meetings.list', { boardId: board!.id });
  const meetingId = meetings.find(({ label }) => label === '3/2026')!.id;
  const { items } = await ask<MeetingView>('query', 'meetings.get', { meetingId });
  const itemId = items.find(({ section }) => section === 28)!.id;
  const { seats } = await ask<Composition>('query', 'boards.composition', { boardId: board!.id });
  const seat = seats.find(({ number }) => number === 5)!;
  const effect = {
    kind: 'seat_vacated',
    seatId: seat.id,
    role: 'member',
    personId: seat.member!.person.id,
    lastDay: '2026-05-19',
  };
  const early = await call('mutation', 'effects.save', {
    itemId,
    effect: { ...effect, lastDay: '2026-05-18' },
  });
  expect(early).toMatchObject({ ok: false, error: { code: 'EFFECT_TOO_EARLY' } });
  expect(early.ok ? '' : early.error.message).toContain('20.5.2026');
  for (const wrong of [
    { ...effect, kind: 'practice' },
    { ...effect, seatId: 'x' },
    { ...effect, lastDay: '2026-02-30' },
  ])
    expect((await call('mutation', 'effects.save', { itemId, effect: wrong })).ok).toBe(false);

  const { id } = await ask<{ id: string }>('mutation', 'effects.save', { itemId, effect });
  expect(backend.announced.flat()).toContain(`meeting:${meetingId}`);
  const view = async () => (await ask<EffectView[]>('query', 'effects.ofMeeting', { meetingId }))[0]!;
  expect(await view()).toMatchObject({ stage: 'decided', reference: '3/2026 § 28' });
  backend.announced.length = 0;
  await ask('mutation', 'meetings.examine', { meetingId, examinedOn: '2026-05-26' });
  expect(backend.announced.flat()).toEqual(
    expect.arrayContaining(['boards', 'persons', 'organisations', 'tasks', 'meetings']),
  );
  expect(await view()).toMatchObject({ stage: 'applied', commands: ['reverse'] });
  expect(await call('mutation', 'effects.remove', { id })).toMatchObject({
    ok: false,
    error: { code: 'EFFECT_NOT_NOW' },
  });
  expect(await call('mutation', 'effects.reverse', { id, reason: ' ' })).toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT' },
  });
  await ask('mutation', 'effects.reverse', { id, reason: 'Ero peruttiin.' });
  const [listed] = await ask<EffectView[]>('query', 'effects.ofBoard', { boardId: board!.id });
  expect(listed).toMatchObject({ id, stage: 'reversed' });
  await ask('mutation', 'effects.applyNow', { id });
  expect(await view()).toMatchObject({ stage: 'applied' });
});

it('the search over minutes and the search of everything lead to the same item', async () => {
  const found = await ask<FoundMinutes>('query', 'search.minutes', {
    text: 'järjestöfoorumi',
    yearFrom: 2026,
  });
  const first = found.meetings[0]!;
  expect(first.label).toBe('3/2026');
  const hits = await ask<{ entity: string; entityId: string; meetingId: string | null }[]>(
    'query',
    'search.query',
    { text: 'järjestöfoorumi' },
  );
  expect(hits.find(({ entityId }) => entityId === first.items[0]!.itemId)?.meetingId).toBe(first.meetingId);
  expect((await call('query', 'search.minutes', { text: 'x', kind: 'nothing' })).ok).toBe(false);
});
