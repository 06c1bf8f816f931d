import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { richText } from '../../../db/model/rich-text.ts';
import { ItemSaver, overall, type ItemValues } from '../../../renderer/features/agenda/item-saver.ts';

class ConflictError extends Error {}

const START: ItemValues = {
  kind: 'decision',
  title: 'Lausunto',
  diaryNumber: null,
  presenterId: null,
  applicantOrganisationId: null,
  account: null,
  proposal: null,
};

/** A backend with one item that another window may change, too. */
function backend() {
  const state = { version: 1, values: START, isGone: false, isDown: false };
  const writes: object[] = [];
  const saver = new ItemSaver({
    save: async (_id, version, change) => {
      if (state.isDown) throw new Error('levy on täynnä');
      if (version !== state.version || state.isGone) throw new ConflictError();
      writes.push(change);
      state.values = { ...state.values, ...change } as ItemValues;
      state.version += 1;
      return { version: state.version };
    },
    load: async () => (state.isGone ? null : { version: state.version, values: state.values }),
    isConflict: (error) => error instanceof ConflictError,
    messageOf: (error) => (error as Error).message,
  });
  saver.seen('a', state.version, state.values);
  return {
    state,
    writes,
    saver,
    elsewhere(change: Partial<ItemValues>) {
      state.values = { ...state.values, ...change };
      state.version += 1;
    },
  };
}

describe('saving items', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('writes once after a pause in typing', async () => {
    const { saver, writes } = backend();
    for (const title of ['L', 'La', 'Lau']) {
      saver.edit('a', 'title', title);
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(writes).toEqual([]);
    expect(overall(saver.store.getState())).toBe('unsaved');
    await vi.advanceTimersByTimeAsync(400);
    expect(writes).toEqual([{ title: 'Lau' }]);
    expect(overall(saver.store.getState())).toBe('saved');
  });

  it('writes at once when the field is left', async () => {
    const { saver, writes } = backend();
    saver.edit('a', 'account', richText('Teksti'));
    expect(await saver.flush('a')).toBe(true);
    expect(writes).toEqual([{ account: richText('Teksti') }]);
  });

  it('keeps what is typed while a write is under way', async () => {
    const { saver, state } = backend();
    saver.edit('a', 'title', 'Yksi');
    const first = saver.flush('a');
    saver.edit('a', 'title', 'Yksi ja kaksi');
    await first;
    expect(saver.value('a', 'title')).toBe('Yksi ja kaksi');
    await vi.advanceTimersByTimeAsync(600);
    expect(state.values.title).toBe('Yksi ja kaksi');
  });

  it('takes over what another window changed in other fields', async () => {
    const { saver, state, elsewhere } = backend();
    saver.edit('a', 'title', 'Oma');
    elsewhere({ diaryNumber: 'MALLIDno-2026-1' });
    expect(await saver.flush('a')).toBe(true);
    expect(state.values).toMatchObject({ title: 'Oma', diaryNumber: 'MALLIDno-2026-1' });
    expect(saver.value('a', 'diaryNumber')).toBe('MALLIDno-2026-1');
  });

  it('puts the same field before the user and overwrites nothing', async () => {
    const { saver, state, elsewhere } = backend();
    saver.edit('a', 'title', 'Oma');
    elsewhere({ title: 'Toisen' });
    expect(await saver.flush('a')).toBe(false);
    expect(state.values.title).toBe('Toisen');
    const [conflict] = saver.store.getState().conflicts;
    expect(conflict).toEqual({ itemId: 'a', field: 'title', mine: 'Oma', theirs: 'Toisen' });
    // Other fields go on being saved.
    saver.edit('a', 'diaryNumber', '1/00.01/2026');
    await saver.flush('a');
    expect(state.values).toMatchObject({ title: 'Toisen', diaryNumber: '1/00.01/2026' });

    saver.resolve(conflict!, 'mine');
    await vi.advanceTimersByTimeAsync(0);
    expect(state.values.title).toBe('Oma');
    expect(overall(saver.store.getState())).toBe('saved');
  });

  it('gives way to the other version when the user says so', async () => {
    const { saver, state, elsewhere } = backend();
    saver.edit('a', 'title', 'Oma');
    elsewhere({ title: 'Toisen' });
    await saver.flush('a');
    saver.resolve(saver.store.getState().conflicts[0]!, 'theirs');
    expect(saver.value('a', 'title')).toBe('Toisen');
    expect(state.values.title).toBe('Toisen');
    expect(saver.isUnsaved()).toBe(false);
  });

  it('sees no conflict where only the order of keys differs', async () => {
    const { saver, elsewhere } = backend();
    saver.edit('a', 'account', richText('Sama'));
    elsewhere({
      account: JSON.parse(
        '{"content":[{"content":[{"text":"Sama","type":"text"}],"type":"paragraph"}],"type":"doc"}',
      ) as ItemValues['account'],
    });
    expect(await saver.flush('a')).toBe(true);
  });

  it('tries again after a failure and says why', async () => {
    const { saver, state } = backend();
    state.isDown = true;
    saver.edit('a', 'title', 'Oma');
    expect(await saver.flush('a')).toBe(false);
    expect(saver.store.getState()).toMatchObject({ reason: 'levy on täynnä', items: { a: 'failed' } });
    state.isDown = false;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(state.values.title).toBe('Oma');
    expect(saver.store.getState()).toMatchObject({ reason: null, items: { a: 'saved' } });
  });

  it('forgets an item that is gone', async () => {
    const { saver, state } = backend();
    state.isGone = true;
    saver.edit('a', 'title', 'Oma');
    expect(await saver.flush('a')).toBe(true);
    expect(saver.value('a', 'title')).toBeUndefined();
  });

  it('does not look at a view older than its own write', async () => {
    const { saver } = backend();
    saver.edit('a', 'title', 'Uusi');
    await saver.flush('a');
    saver.seen('a', 1, START);
    expect(saver.value('a', 'title')).toBe('Uusi');
  });
});
