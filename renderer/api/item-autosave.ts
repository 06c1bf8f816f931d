/**
 * Autosave of the fields of items of an agenda, sections of a report and the like. Framework-free: what was typed is here, not in the components, so that nothing is
 * lost when a screen goes away. One write per item is under way at a time; each carries the version that was last
 * seen, and what another window changed meanwhile is merged field by field or put before the user.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ItemChange } from '../../db/model/meeting.ts';

export type Values = ItemChange['change'];
export type Field = keyof Values;
export type ItemSaveState = 'saved' | 'unsaved' | 'saving' | 'failed' | 'conflict';

/** Somebody else changed a field that was being edited here. */
export interface SaveConflict<V extends object = Values> {
  itemId: string;
  field: keyof V & string;
  mine: V[keyof V] | undefined;
  theirs: V[keyof V] | undefined;
}

export interface AutosaveState<V extends object = Values> {
  items: Readonly<Record<string, ItemSaveState>>;
  conflicts: readonly SaveConflict<V>[];
  /** When something was last written (milliseconds), null before. */
  savedAt: number | null;
  /** Why the last write failed; null when it did not. */
  error: string | null;
}

export interface AutosaveOptions<V extends object = Values> {
  /** `stored`: fields that were stored otherwise than they were sent. */
  save(itemId: string, version: number, change: V): Promise<{ version: number; stored?: V }>;
  /** The item as it is now, after a conflict; null when it is gone. */
  load(itemId: string): Promise<{ version: number; values: V } | null>;
  isConflict(error: unknown): boolean;
  messageOf?(error: unknown): string;
  /** Pause in typing after which is written, milliseconds. */
  delay?: number;
  /** Written at the latest after this time of unbroken typing: a crash loses nothing older than a second. */
  longest?: number;
  /** Pauses before another try after failures; the last one repeats. */
  retries?: readonly number[];
}

interface Kept<V extends object> {
  version: number;
  /** As it is in the database, as far as is known. */
  base: V;
  pending: V;
  sending: V | null;
  /** Since when something waits, milliseconds. */
  dirtySince: number | null;
  timer: ReturnType<typeof setTimeout> | null;
  failures: number;
  queue: Promise<unknown>;
}

const isEmptyDoc = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  const { type, content } = value as { type?: unknown; content?: unknown };
  if (type !== 'doc') return false;
  if (!Array.isArray(content)) return true;
  return content.every(
    (block: { type?: unknown; content?: unknown[] }) =>
      block.type === 'paragraph' && (block.content === undefined || block.content.length === 0),
  );
};

/** As text, whatever the order of the keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** Equal as stored: an empty text and no text are the same. */
export function sameValue(a: unknown, b: unknown): boolean {
  const plain = (value: unknown): unknown => (value === undefined || isEmptyDoc(value) ? null : value);
  const left = plain(a);
  const right = plain(b);
  return left === right || canonical(left) === canonical(right);
}

function without<V extends object>(values: V, gone: readonly string[]): V {
  return Object.fromEntries(Object.entries(values).filter(([field]) => !gone.includes(field))) as V;
}

const isEmpty = (values: object): boolean => Object.keys(values).length === 0;

export class Autosave<V extends object = Values> {
  readonly store: StoreApi<AutosaveState<V>>;
  readonly #options: AutosaveOptions<V>;
  readonly #items = new Map<string, Kept<V>>();

  constructor(options: AutosaveOptions<V>) {
    this.#options = options;
    this.store = createStore<AutosaveState<V>>()(() => ({
      items: {},
      conflicts: [],
      savedAt: null,
      error: null,
    }));
  }

  /** What the backend has. Called with every fresh view; older versions than the known one are not looked at. */
  seen(itemId: string, version: number, values: V): void {
    const item = this.#items.get(itemId);
    if (item === undefined) {
      this.#items.set(itemId, {
        version,
        base: values,
        pending: {} as V,
        sending: null,
        dirtySince: null,
        timer: null,
        failures: 0,
        queue: Promise.resolve(),
      });
      return;
    }
    // An answer under way says which version is ours.
    if (item.sending !== null || version < item.version) return;
    this.#merge(itemId, item, version, values);
  }

  /** True once the item has been seen. */
  knows(itemId: string): boolean {
    return this.#items.has(itemId);
  }

  /** The value to be shown: typed, on its way, or stored. */
  value<F extends keyof V & string>(itemId: string, field: F): V[F] | undefined {
    const item = this.#items.get(itemId);
    if (item === undefined) return undefined;
    if (field in item.pending) return item.pending[field];
    if (item.sending !== null && field in item.sending) return item.sending[field];
    return item.base[field];
  }

  edit<F extends keyof V & string>(itemId: string, field: F, value: V[F] | undefined): void {
    const item = this.#items.get(itemId);
    // The item was removed elsewhere while its field was still on the screen.
    if (item === undefined || sameValue(this.value(itemId, field), value)) return;
    item.pending = { ...item.pending, [field]: value };
    item.dirtySince ??= Date.now();
    this.#schedule(itemId, item);
    this.#publish(itemId);
  }

  /** Writes what waits, of one item or of all. True when everything is stored. */
  async flush(itemId?: string): Promise<boolean> {
    const ids = itemId === undefined ? [...this.#items.keys()] : [itemId];
    await Promise.all(ids.map((id) => this.#enqueue(id, () => this.#write(id))));
    return !this.isUnsaved(itemId);
  }

  isUnsaved(itemId?: string): boolean {
    const { items } = this.store.getState();
    return itemId === undefined
      ? Object.values(items).some((state) => state !== 'saved')
      : (items[itemId] ?? 'saved') !== 'saved';
  }

  /** Forgets an item that was removed. */
  forget(itemId: string): void {
    const item = this.#items.get(itemId);
    if (item?.timer) clearTimeout(item.timer);
    this.#items.delete(itemId);
    this.store.setState(({ items, conflicts }) => ({
      items: Object.fromEntries(Object.entries(items).filter(([id]) => id !== itemId)),
      conflicts: conflicts.filter((conflict) => conflict.itemId !== itemId),
    }));
  }

  /**
   * Another write of the item (e.g. its decision), after the waiting texts and never beside them.
   * @param write is given the version, answers the next one and what it changed
   * @param replaces a field that is replaced: when another window has changed it, the CONFLICT stands
   */
  async exclusive<Answer extends { version: number }>(
    itemId: string,
    write: (version: number) => Promise<Answer>,
    changed: (answer: Answer) => V = () => ({}) as V,
    replaces?: keyof V & string,
  ): Promise<Answer> {
    return await this.#enqueue(itemId, async () => {
      await this.#write(itemId);
      const item = this.#items.get(itemId);
      if (item === undefined) throw new Error(`Unknown item ${itemId}`);
      const answer = await write(item.version).catch(async (error: unknown) => {
        if (!this.#options.isConflict(error)) throw error;
        // The version was old (e.g. the item was begun meanwhile); the command itself does not depend on it.
        const now = await this.#options.load(itemId);
        if (now === null) throw error;
        const isChanged = replaces !== undefined && !sameValue(item.base[replaces], now.values[replaces]);
        this.#merge(itemId, item, now.version, now.values);
        if (isChanged) throw error;
        return await write(item.version);
      });
      item.version = Math.max(item.version, answer.version);
      item.base = { ...item.base, ...changed(answer) };
      this.#publish(itemId, { savedAt: Date.now() });
      return answer;
    });
  }

  /** Ends a conflict: `mine` is written over theirs, `theirs` takes the place of what was typed here. */
  resolve(itemId: string, field: keyof V & string, choice: 'mine' | 'theirs'): void {
    const conflict = this.store
      .getState()
      .conflicts.find((one) => one.itemId === itemId && one.field === field);
    const item = this.#items.get(itemId);
    if (conflict === undefined || item === undefined) return;
    this.store.setState(({ conflicts }) => ({ conflicts: conflicts.filter((one) => one !== conflict) }));
    item.base = { ...item.base, [field]: conflict.theirs };
    const typed = item.pending[field];
    const others = without(item.pending, [field]);
    item.pending = others;
    if (choice === 'mine') {
      const mine = typed === undefined ? conflict.mine : typed;
      if (!sameValue(mine, conflict.theirs)) item.pending = { ...others, [field]: mine } as V;
      item.dirtySince ??= Date.now();
      void this.flush(itemId);
    }
    this.#publish(itemId);
  }

  #enqueue<Result>(itemId: string, work: () => Promise<Result>): Promise<Result> {
    const item = this.#items.get(itemId);
    if (item === undefined) return work();
    const result = item.queue.then(work, work);
    item.queue = result.catch(() => undefined);
    return result;
  }

  #schedule(itemId: string, item: Kept<V>, pause?: number): void {
    const { delay = 300, longest = 500 } = this.#options;
    if (item.timer !== null) clearTimeout(item.timer);
    const waited = Date.now() - (item.dirtySince ?? Date.now());
    item.timer = setTimeout(
      () => {
        item.timer = null;
        void this.flush(itemId);
      },
      pause ?? Math.max(0, Math.min(delay, longest - waited)),
    );
  }

  /** The waiting fields that are not in conflict. */
  #ready(itemId: string, item: Kept<V>): V {
    const held = this.store.getState().conflicts.filter((one) => one.itemId === itemId);
    return without(
      item.pending,
      held.map(({ field }) => field),
    );
  }

  async #write(itemId: string): Promise<void> {
    const item = this.#items.get(itemId);
    if (item === undefined) return;
    for (let round = 0; round < 5; round++) {
      const change = this.#ready(itemId, item);
      if (isEmpty(change)) break;
      if (item.timer !== null) clearTimeout(item.timer);
      item.timer = null;
      item.sending = change;
      item.pending = without(item.pending, Object.keys(change));
      const since = item.dirtySince;
      item.dirtySince = null;
      this.#publish(itemId);
      try {
        const { version, stored = {} } = await this.#options.save(itemId, item.version, change);
        item.version = version;
        item.base = { ...item.base, ...change, ...stored };
        item.sending = null;
        item.failures = 0;
        this.#publish(itemId, { savedAt: Date.now(), error: null });
        // What was typed meanwhile waits for its own pause.
        if (!isEmpty(item.pending) && item.timer === null) this.#schedule(itemId, item);
        break;
      } catch (error) {
        item.sending = null;
        item.pending = { ...change, ...item.pending };
        item.dirtySince = since;
        const now = this.#options.isConflict(error)
          ? await this.#options.load(itemId).catch(() => undefined)
          : undefined;
        if (now === null) return this.forget(itemId);
        if (now === undefined) {
          this.#fail(itemId, item, error);
          break;
        }
        this.#merge(itemId, item, now.version, now.values);
      }
    }
    this.#publish(itemId);
  }

  /** Takes over what the backend has, field by field; what both sides changed differently becomes a conflict. */
  #merge(itemId: string, item: Kept<V>, version: number, values: V): void {
    const found: SaveConflict<V>[] = [];
    for (const field of Object.keys(item.pending) as (keyof V & string)[]) {
      const theirs = values[field];
      const mine = item.pending[field];
      if (sameValue(theirs, mine)) item.pending = without(item.pending, [field]);
      else if (!sameValue(theirs, item.base[field])) found.push({ itemId, field, mine, theirs });
    }
    const known = item.base;
    // An equal text keeps its identity, so that editors are not filled anew.
    item.base = Object.fromEntries(
      Object.entries(values).map(([field, value]) => [
        field,
        sameValue(known[field as keyof V], value) ? (known[field as keyof V] ?? value) : value,
      ]),
    ) as V;
    item.version = version;
    if (isEmpty(item.pending)) item.dirtySince = null;
    this.store.setState(({ conflicts }) => ({
      conflicts: [
        ...conflicts.filter(
          (one) =>
            one.itemId !== itemId || (one.field in item.pending && !found.some((f) => f.field === one.field)),
        ),
        ...found,
      ],
    }));
    this.#publish(itemId);
  }

  #fail(itemId: string, item: Kept<V>, error: unknown): void {
    const { retries = [1_000, 3_000, 10_000], messageOf = String } = this.#options;
    item.failures += 1;
    this.#schedule(itemId, item, retries[Math.min(item.failures, retries.length) - 1] ?? 10_000);
    this.#publish(itemId, { error: messageOf(error) });
  }

  #publish(itemId: string, more: Partial<Pick<AutosaveState, 'savedAt' | 'error'>> = {}): void {
    const item = this.#items.get(itemId);
    if (item === undefined) return;
    this.store.setState(({ items, conflicts }) => ({
      ...more,
      items: {
        ...items,
        [itemId]: stateOf(
          item,
          conflicts.some((one) => one.itemId === itemId),
        ),
      },
    }));
  }
}

function stateOf<V extends object>(item: Kept<V>, isInConflict: boolean): ItemSaveState {
  if (isInConflict) return 'conflict';
  if (item.sending !== null) return 'saving';
  if (isEmpty(item.pending)) return 'saved';
  return item.failures > 0 ? 'failed' : 'unsaved';
}

/** One word for everything: the worst of the items' states. */
export function overallState({ items }: Pick<AutosaveState<object>, 'items'>): ItemSaveState {
  const all = Object.values(items);
  for (const one of ['conflict', 'failed', 'saving', 'unsaved'] as const) if (all.includes(one)) return one;
  return 'saved';
}
