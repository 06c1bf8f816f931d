/** Files that the user chose in a native dialog. The window and its calls know them by a grant, never a path. */
import { randomUUID } from 'node:crypto';

export interface Grant {
  grant: string;
  path: string;
  access: 'read' | 'write';
}

/** Old grants are forgotten, so that a session of weeks does not collect them. */
const MOST_GRANTS = 256;

/** The grants of this session, oldest first. */
export class Grants {
  readonly #grants = new Map<string, Grant>();

  add(path: string, access: Grant['access']): Grant {
    const grant: Grant = { grant: randomUUID(), path, access };
    this.#grants.set(grant.grant, grant);
    for (const oldest of this.#grants.keys()) {
      if (this.#grants.size <= MOST_GRANTS) break;
      this.#grants.delete(oldest);
    }
    return grant;
  }

  get(grant: string): Grant | undefined {
    return this.#grants.get(grant);
  }

  all(): readonly Grant[] {
    return [...this.#grants.values()];
  }
}
