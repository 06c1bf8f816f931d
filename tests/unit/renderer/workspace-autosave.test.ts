import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { richText } from '../../../db/model/rich-text.ts';
import {
  Autosave,
  overallState,
  sameValue,
  type Values,
} from '../../../renderer/features/workspace/autosave.ts';

class ConflictError extends Error {}

/** A backend with one item, as another window may change it too. */
function backend(initial: Values = {}) {
  let version = 1;
  let values: Values = initial;
  const writes: Values[] = [];
  return {
    writes,
    fail: false,
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
      if (seen !== version) throw new ConflictError();
      writes.push(change);
      values = { ...values, ...change };
      version += 1;
      return { version };
    },
    async load() {
      return { version, values };
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
    delay: 500,
    longest: 3_000,
    retries: [1_000],
  });
  saver.seen('a', server.version, server.values);
  return { server, saver };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('autosave', () => {
  it('writes once, half a second after the last key', async () => {
    const { server, saver } = setUp();
    for (const text of ['K', 'Ke', 'Keskusteltiin.']) {
      saver.edit('a', 'proceedings', richText(text));
      await vi.advanceTimersByTimeAsync(200);
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

  it('does not take an empty text for a change', () => {
    expect(sameValue(null, { type: 'doc', content: [{ type: 'paragraph' }] })).toBe(true);
    expect(sameValue(null, richText('a'))).toBe(false);
  });
});
