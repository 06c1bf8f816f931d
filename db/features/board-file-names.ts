/** Names by which a board file refers to what is in it. */
import type { Kysely } from 'kysely';
import type { Database } from '../core/schema.ts';

/** Local ids: given to what is referred to, in the order in which that happens, so that they are the same in every export. */
export class Names {
  readonly #persons: LocalIds;
  readonly #organisations: LocalIds;
  readonly #fields: LocalIds;

  private constructor(persons: LocalIds, organisations: LocalIds, fields: LocalIds) {
    this.#persons = persons;
    this.#organisations = organisations;
    this.#fields = fields;
  }

  static async of(db: Kysely<Database>): Promise<Names> {
    const persons = await db.selectFrom('person').select(['id', 'short_name', 'name']).execute();
    const organisations = await db.selectFrom('organisation').select(['id', 'name_fi']).execute();
    const fields = await db.selectFrom('field').select(['id', 'key']).execute();
    return new Names(
      new LocalIds(persons.map(({ id, short_name, name }) => [id, short_name ?? name])),
      new LocalIds(organisations.map(({ id, name_fi }) => [id, name_fi])),
      new LocalIds(fields.map(({ id, key }) => [id, key])),
    );
  }

  person(id: string | null): string | null {
    return this.#persons.use(id);
  }
  organisation(id: string | null): string | null {
    return this.#organisations.use(id);
  }
  field(id: string | null): string | null {
    return this.#fields.use(id);
  }
  hasPerson(id: string): boolean {
    return this.#persons.isUsed(id);
  }
  hasOrganisation(id: string): boolean {
    return this.#organisations.isUsed(id);
  }
  hasField(id: string): boolean {
    return this.#fields.isUsed(id);
  }
}

/** Each thing by its own name, at most 50 characters of it; namesakes are numbered. */
class LocalIds {
  readonly #names: ReadonlyMap<string, string>;
  readonly #given = new Map<string, string>();
  readonly #taken = new Set<string>();

  constructor(rows: readonly (readonly [id: string, name: string])[]) {
    this.#names = new Map(rows);
  }

  use(id: string | null): string | null {
    if (id === null) return null;
    const known = this.#given.get(id);
    if (known !== undefined) return known;
    const base = (this.#names.get(id) ?? '').trim().slice(0, 50).trim() || 'x';
    let local = base;
    for (let n = 2; this.#taken.has(local); n++) local = `${base} (${n})`;
    this.#taken.add(local);
    this.#given.set(id, local);
    return local;
  }

  isUsed(id: string): boolean {
    return this.#given.has(id);
  }
}
