/**
 * Saving of items while one types. Framework-free: what was typed is here and not in the components, so that nothing
 * is lost when the screen goes away. One write per item is under way at a time and carries the version last seen;
 * what another window changed meanwhile is taken over field by field, or put before the user.
 */
import { createStore } from 'zustand/vanilla';
import type { ItemChange } from '../../../db/model/meeting.ts';
import type { ItemView } from '../../../db/model/meeting-view.ts';
import type { RichText } from '../../../db/model/rich-text.ts';

/** The fields of an item that the agenda has. */
export interface ItemValues {
  kind: ItemView['kind'];
  title: string;
  diaryNumber: string | null;
  presenterId: string | null;
  applicantOrganisationId: string | null;
  account: RichText | null;
  proposal: RichText | null;
}
export type ItemField = keyof ItemValues;
type Change = ItemChange['change'];

export type ItemState = 'saved' | 'unsaved' | 'saving' | 'failed' | 'conflict';

export interface Conflict {
  itemId: string;
  field: ItemField;
  mine: ItemValues[ItemField];
  theirs: ItemValues[ItemField];
}

export interface SaverState {
  items: Readonly<Record<string, ItemState>>;
  conflicts: readonly Conflict[];
  /** When something was last written, in milliseconds. */
  savedAt: number | null;
  /** Why the last write failed. */
  reason: string | null;
}

export interface SaverPort {
  save(itemId: string, version: number, change: Change): Promise<{ version: number }>;
  /** The item as it is now, or null when it is gone. */
  load(itemId: string): Promise<{ version: number; values: ItemValues } | null>;
  isConflict(error: unknown): boolean;
  messageOf(error: unknown): string;
}

interface Kept {
  version: number;
  /** As stored, as far as is known. */
  base: ItemValues;
  typed: Partial<ItemValues>;
  sending: Partial<ItemValues> | null;
  failures: number;
  timer: ReturnType<typeof setTimeout> | null;
  queue: Promise<void>;
}

/** Pause in typing after which is written. */
const PAUSE = 500;
const RETRIES = [1_000, 3_000, 10_000] as const;

/** As text, whatever the order of the keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
const isSame = (a: unknown, b: unknown): boolean => a === b || canonical(a) === canonical(b);
const fieldsOf = (values: Partial<ItemValues>): ItemField[] => Object.keys(values) as ItemField[];

function without(values: Partial<ItemValues>, gone: readonly ItemField[]): Partial<ItemValues> {
  return Object.fromEntries(Object.entries(values).filter(([field]) => !gone.includes(field as ItemField)));
}

export class ItemSaver {
  readonly store = createStore<SaverState>()(() => ({
    items: {},
    conflicts: [],
    savedAt: null,
    reason: null,
  }));
  readonly #port: SaverPort;
  readonly #items = new Map<string, Kept>();

  constructor(port: SaverPort) {
    this.#port = port;
  }

  /** What the backend has, from a fresh view. Older than what is known is not looked at. */
  seen(itemId: string, version: number, values: ItemValues): void {
    const item = this.#items.get(itemId);
    if (!item) {
      this.#items.set(itemId, {
        version,
        base: values,
        typed: {},
        sending: null,
        failures: 0,
        timer: null,
        queue: Promise.resolve(),
      });
      return;
    }
    if (item.sending === null && version > item.version) this.#takeOver(itemId, item, version, values);
  }

  /** The value to show: typed, on its way, or stored. */
  value<F extends ItemField>(itemId: string, field: F): ItemValues[F] | undefined {
    const item = this.#items.get(itemId);
    if (!item) return undefined;
    return { ...item.base, ...item.sending, ...item.typed }[field];
  }

  edit<F extends ItemField>(itemId: string, field: F, value: ItemValues[F]): void {
    const item = this.#items.get(itemId);
    if (!item || isSame(this.value(itemId, field), value)) return;
    item.typed = { ...item.typed, [field]: value };
    this.#wait(itemId, item, PAUSE);
    this.#tell(itemId, item);
  }

  /** Writes what waits, of one item or of all; true when everything is stored. */
  async flush(itemId?: string): Promise<boolean> {
    const ids = itemId === undefined ? [...this.#items.keys()] : [itemId];
    await Promise.all(
      ids.map(async (id) => {
        const item = this.#items.get(id);
        if (!item) return;
        item.queue = item.queue.then(() => this.#write(id, item));
        await item.queue;
      }),
    );
    return !this.isUnsaved();
  }

  isUnsaved(): boolean {
    return Object.values(this.store.getState().items).some((state) => state !== 'saved');
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

  /** Ends a conflict: mine is written over theirs, or theirs takes the place of mine. */
  resolve({ itemId, field }: Conflict, choice: 'mine' | 'theirs'): void {
    const item = this.#items.get(itemId);
    if (!item) return;
    this.store.setState(({ conflicts }) => ({
      conflicts: conflicts.filter((one) => one.itemId !== itemId || one.field !== field),
    }));
    if (choice === 'theirs') item.typed = without(item.typed, [field]);
    this.#tell(itemId, item);
    if (choice === 'mine') void this.flush(itemId);
  }

  #wait(itemId: string, item: Kept, pause: number): void {
    if (item.timer) clearTimeout(item.timer);
    item.timer = setTimeout(() => void this.flush(itemId), pause);
  }

  #heldFields(itemId: string): ItemField[] {
    return this.store
      .getState()
      .conflicts.filter((conflict) => conflict.itemId === itemId)
      .map(({ field }) => field);
  }

  async #write(itemId: string, item: Kept): Promise<void> {
    // Twice: once more after somebody else's change of other fields has been taken over.
    for (let round = 0; round < 3; round++) {
      if (item.timer) clearTimeout(item.timer);
      item.timer = null;
      const change = without(item.typed, this.#heldFields(itemId));
      if (fieldsOf(change).length === 0) return;
      item.sending = change;
      item.typed = without(item.typed, fieldsOf(change));
      this.#tell(itemId, item);
      try {
        const { version } = await this.#port.save(itemId, item.version, change);
        Object.assign(item, { version, base: { ...item.base, ...change }, sending: null, failures: 0 });
        this.#tell(itemId, item, { savedAt: Date.now(), reason: null });
        // What was typed meanwhile has its own pause running.
        return;
      } catch (error) {
        item.typed = { ...change, ...item.typed };
        item.sending = null;
        const now = this.#port.isConflict(error)
          ? await this.#port.load(itemId).catch(() => undefined)
          : undefined;
        if (now === null) return this.forget(itemId);
        if (now) this.#takeOver(itemId, item, now.version, now.values);
        else {
          item.failures += 1;
          this.#wait(itemId, item, RETRIES[Math.min(item.failures, RETRIES.length) - 1] ?? PAUSE);
          return this.#tell(itemId, item, { reason: this.#port.messageOf(error) });
        }
      }
    }
  }

  /** Field by field: what both sides changed, and differently, becomes a conflict. */
  #takeOver(itemId: string, item: Kept, version: number, values: ItemValues): void {
    const found: Conflict[] = [];
    for (const field of fieldsOf(item.typed)) {
      if (isSame(values[field], item.typed[field])) item.typed = without(item.typed, [field]);
      else if (!isSame(values[field], item.base[field]))
        found.push({ itemId, field, mine: item.typed[field] ?? null, theirs: values[field] });
    }
    const { base } = item;
    // An equal text keeps its identity, so that its editor is not filled anew.
    const kept = fieldsOf(values).map((field) => [
      field,
      isSame(base[field], values[field]) ? base[field] : values[field],
    ]);
    item.base = Object.fromEntries(kept) as ItemValues;
    item.version = version;
    this.store.setState(({ conflicts }) => ({
      conflicts: [
        ...conflicts.filter(
          (one) =>
            one.itemId !== itemId ||
            (one.field in item.typed && !found.some(({ field }) => field === one.field)),
        ),
        ...found,
      ],
    }));
    this.#tell(itemId, item);
  }

  #tell(itemId: string, item: Kept, more: Partial<SaverState> = {}): void {
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

function stateOf(item: Kept, isInConflict: boolean): ItemState {
  if (isInConflict) return 'conflict';
  if (item.sending !== null) return 'saving';
  if (fieldsOf(item.typed).length === 0) return 'saved';
  return item.failures > 0 ? 'failed' : 'unsaved';
}

/** One word for all items: the worst of their states. */
export function overall({ items }: Pick<SaverState, 'items'>): ItemState {
  const states = Object.values(items);
  return (
    (['conflict', 'failed', 'saving', 'unsaved'] as const).find((state) => states.includes(state)) ?? 'saved'
  );
}
