import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { richText } from '../../../db/model/rich-text.ts';
import { Autosave, overallState, sameValue, type Values } from '../../../renderer/api/item-autosave.ts';

class ConflictError extends Error {}

/** A backend with one item, as another window may change it too. */
function backend(initial: Values = {}) {
  let version = 1;
  let values: Values = initial;
  const writes: Values[] = [];
  return {
    writes,
    fail: false,
    isGone: false,
    /** Fields that the backend stores otherwise than they are sent. */
    stored: {} as Values,
    get version() {
      return version;
    },
    get values() {
      return values;
    },
    elsewhere(change: Values) {
      values = { ...values, ...change };
      version += 1;
    },
    async save(_itemId: string, seen: number, change: Values) {
      if (this.fail) throw new Error('disk full');
      if (seen !== version || this.isGone) throw new ConflictError();
      writes.push(change);
      values = { ...values, ...change, ...this.stored };
      version += 1;
      return { version, stored: this.stored };
    },
    async load() {
      return this.isGone ? null : { version, values };
    },
  };
}

function setUp(initial: Values = { proceedings: null, decision: null }) {
  const server = backend(initial);
  const saver = new Autosave({
    save: (itemId, version, change) => server.save(itemId, version, change),
    load: () => server.load(),
    isConflict: (error) => error instanceof ConflictError,
    messageOf: (error) => (error as Error).message,
  });
  saver.seen('a', server.version, server.values);
  return { server, saver };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('autosave', () => {
  it('writes once after a pause in typing', async () => {
    const { server, saver } = setUp();
    for (const text of ['K', 'Ke', 'Keskusteltiin.']) {
      saver.edit('a', 'proceedings', richText(text));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(server.writes).toEqual([]);
    expect(overallState(saver.store.getState())).toBe('unsaved');
    await vi.advanceTimersByTimeAsync(500);
    expect(server.writes).toEqual([{ proceedings: richText('Keskusteltiin.') }]);
    expect(overallState(saver.store.getState())).toBe('saved');
  });

  it('does not wait for ever while somebody types on', async () => {
    const { server, saver } = setUp();
    for (let key = 0; key < 20; key++) {
      saver.edit('a', 'proceedings', richText('x'.repeat(key + 1)));
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(server.writes.length).toBeGreaterThan(0);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(server.values.proceedings).toEqual(richText('x'.repeat(20)));
    expect(saver.isUnsaved()).toBe(false);
  });

  it('shows what was typed, not an older answer', async () => {
    const { server, saver } = setUp();
    const old = { version: server.version, values: server.values };
    saver.edit('a', 'decision', richText('Hyväksyttiin.'));
    await saver.flush();
    saver.seen('a', old.version, old.values);
    expect(saver.value('a', 'decision')).toEqual(richText('Hyväksyttiin.'));
  });

  it('takes over what another window wrote in a field that is not edited here', async () => {
    const { server, saver } = setUp();
    saver.edit('a', 'proceedings', richText('Minun'));
    server.elsewhere({ decision: richText('Toisen') });
    await saver.flush();
    expect(server.values).toEqual({ proceedings: richText('Minun'), decision: richText('Toisen') });
    expect(saver.store.getState().conflicts).toEqual([]);
    expect(saver.value('a', 'decision')).toEqual(richText('Toisen'));
  });

  it('puts both versions before the user when both changed the same field', async () => {
    const { server, saver } = setUp();
    saver.edit('a', 'proceedings', richText('Minun'));
    server.elsewhere({ proceedings: richText('Toisen') });
    await saver.flush();
    const [conflict] = saver.store.getState().conflicts;
    expect(conflict).toMatchObject({
      field: 'proceedings',
      mine: richText('Minun'),
      theirs: richText('Toisen'),
    });
    expect(overallState(saver.store.getState())).toBe('conflict');
    expect(server.values.proceedings).toEqual(richText('Toisen'));

    saver.resolve('a', 'proceedings', 'mine');
    await vi.advanceTimersByTimeAsync(0);
    expect(server.values.proceedings).toEqual(richText('Minun'));
    expect(overallState(saver.store.getState())).toBe('saved');
  });

  it('lets the other version stand when that is chosen', async () => {
    const { server, saver } = setUp();
    saver.edit('a', 'proceedings', richText('Minun'));
    server.elsewhere({ proceedings: richText('Toisen') });
    await saver.flush();
    saver.resolve('a', 'proceedings', 'theirs');
    expect(saver.value('a', 'proceedings')).toEqual(richText('Toisen'));
    expect(saver.isUnsaved()).toBe(false);
    expect(server.writes).toEqual([]);
  });

  it('keeps the text when a write fails, says so and tries again', async () => {
    const { server, saver } = setUp();
    server.fail = true;
    saver.edit('a', 'proceedings', richText('Tärkeä'));
    expect(await saver.flush()).toBe(false);
    expect(overallState(saver.store.getState())).toBe('failed');
    expect(saver.store.getState().error).toBe('disk full');
    expect(saver.value('a', 'proceedings')).toEqual(richText('Tärkeä'));
    server.fail = false;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.values.proceedings).toEqual(richText('Tärkeä'));
    expect(overallState(saver.store.getState())).toBe('saved');
    expect(saver.store.getState().error).toBeNull();
  });

  it('runs another write after the texts and with their version', async () => {
    const { server, saver } = setUp();
    saver.edit('a', 'proceedings', richText('Ensin'));
    const seen: number[] = [];
    await saver.exclusive(
      'a',
      async (version) => {
        seen.push(version);
        return { ...(await server.save('a', version, { decisionType: 'noted' })), text: null };
      },
      () => ({ decisionType: 'noted' }),
    );
    expect(seen).toEqual([2]);
    expect(server.writes).toEqual([{ proceedings: richText('Ensin') }, { decisionType: 'noted' }]);
    expect(saver.value('a', 'decisionType')).toBe('noted');
  });

  it('repeats another write when only the version was old', async () => {
    const { server, saver } = setUp();
    server.elsewhere({ startedAt: '13:05' });
    await saver.exclusive('a', (version) => server.save('a', version, { decisionType: 'noted' }));
    expect(server.values).toMatchObject({ startedAt: '13:05', decisionType: 'noted' });
  });

  it('lets nothing wait for a second while somebody types on', async () => {
    const { server, saver } = setUp();
    const typedAt: number[] = [];
    const start = Date.now();
    for (let key = 1; key <= 40; key++) {
      saver.edit('a', 'proceedings', richText('x'.repeat(key)));
      typedAt.push(Date.now() - start);
      await vi.advanceTimersByTimeAsync(130);
      const stored = JSON.stringify(server.values.proceedings).match(/x*(?="\})/)?.[0].length ?? 0;
      const due = typedAt.filter((at) => at <= Date.now() - start - 1_000).length;
      expect(stored).toBeGreaterThanOrEqual(due);
    }
  });

  it('keeps what is typed while a write is under way', async () => {
    const { server, saver } = setUp();
    saver.edit('a', 'title', 'Yksi');
    const first = saver.flush('a');
    saver.edit('a', 'title', 'Yksi ja kaksi');
    await first;
    expect(saver.value('a', 'title')).toBe('Yksi ja kaksi');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.values.title).toBe('Yksi ja kaksi');
  });

  it('goes on saving other fields while one waits for a choice', async () => {
    const { server, saver } = setUp();
    saver.edit('a', 'title', 'Oma');
    server.elsewhere({ title: 'Toisen' });
    expect(await saver.flush('a')).toBe(false);
    saver.edit('a', 'diaryNumber', '1/00.01/2026');
    await saver.flush('a');
    expect(server.values).toMatchObject({ title: 'Toisen', diaryNumber: '1/00.01/2026' });
    expect(saver.value('a', 'title')).toBe('Oma');
  });

  it('sees no conflict where only the order of keys differs', async () => {
    const { server, saver } = setUp();
    saver.edit('a', 'account', richText('Sama'));
    server.elsewhere({
      account: JSON.parse(
        '{"content":[{"content":[{"text":"Sama","type":"text"}],"type":"paragraph"}],"type":"doc"}',
      ) as NonNullable<Values['account']>,
    });
    expect(await saver.flush('a')).toBe(true);
  });

  it('forgets an item that is gone', async () => {
    const { server, saver } = setUp();
    server.isGone = true;
    saver.edit('a', 'title', 'Oma');
    expect(await saver.flush('a')).toBe(true);
    expect(saver.knows('a')).toBe(false);
    saver.edit('a', 'title', 'Myöhässä');
    expect(saver.value('a', 'title')).toBeUndefined();
  });

  it('takes what the backend stored otherwise than it was sent, without a conflict', async () => {
    const { server, saver } = setUp();
    server.stored = { proceedings: richText('Siivottu') };
    saver.edit('a', 'proceedings', richText('Sellaisenaan'));
    expect(await saver.flush('a')).toBe(true);
    expect(saver.value('a', 'proceedings')).toEqual(richText('Siivottu'));
    saver.seen('a', server.version, server.values);
    expect(saver.store.getState().conflicts).toEqual([]);
  });

  it('does not take an empty text for a change', () => {
    expect(sameValue(null, { type: 'doc', content: [{ type: 'paragraph' }] })).toBe(true);
    expect(sameValue(null, richText('a'))).toBe(false);
  });
});
