/**
 * Turns on the one connection. A write holds it from its first statement to its commit, and reading waits, so that half
 * of a write is never seen. A long write (an import of thousands of rows) rests between its slices: reading is answered
 * then, other writes wait for its end.
 */
import {
  SqliteAdapter,
  SqliteDialect,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely';
import type { KeptStatements } from './kept-statements.ts';

/** Lets reading in for as long as the pause takes. */
export type Rest = <Result>(pause: () => Promise<Result>) => Promise<Result>;

export class Turns {
  #isHeld = false;
  #isResting = false;
  #waiting: (() => void)[] = [];

  /** Nobody writes, or the one who writes rests. */
  get mayRead(): boolean {
    return !this.#isHeld || this.#isResting;
  }

  /** A long write has begun and is not committed: what is read now may yet be rolled back. */
  get isWriteOpen(): boolean {
    return this.#isHeld;
  }

  /** Resolves when reading is allowed; by the time of reading that is to be looked at once more. */
  async untilReadable(): Promise<void> {
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** From now on one writes; the caller sees to it that nobody else does. */
  begin(): void {
    this.#isHeld = true;
  }

  end(): void {
    this.#isHeld = false;
    this.#letIn();
  }

  readonly rest: Rest = async (pause) => {
    this.#isResting = true;
    this.#letIn();
    try {
      return await pause();
    } finally {
      this.#isResting = false;
    }
  };

  #letIn(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const goOn of waiting) goOn();
  }
}

/** Reads on a connection that somebody else writes on; refuses to write. */
class ReadingConnection implements DatabaseConnection {
  readonly #statements: KeptStatements;
  readonly #turns: Turns;

  constructor(statements: KeptStatements, turns: Turns) {
    this.#statements = statements;
    this.#turns = turns;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    // Nothing may come between this and the statement itself, which is synchronous.
    while (!this.#turns.mayRead) await this.#turns.untilReadable();
    const statement = this.#statements.prepare(query.sql);
    if (!statement.readonly) throw new Error(`Reading was asked to write: ${query.sql.slice(0, 80)}`);
    return { rows: statement.all(query.parameters) as Row[] };
  }

  streamQuery(): never {
    throw new Error('Reading does not stream');
  }
}

/** For a Kysely that only reads, beside the one that writes through the same connection. */
export class ReadingDialect extends SqliteDialect {
  readonly #statements: KeptStatements;
  readonly #turns: Turns;

  constructor(statements: KeptStatements, turns: Turns) {
    super({ database: statements });
    this.#statements = statements;
    this.#turns = turns;
  }

  override createAdapter(): SqliteAdapter {
    return new ReadingAdapter();
  }

  override createDriver(): Driver {
    const connection = new ReadingConnection(this.#statements, this.#turns);
    const refuse = (): Promise<never> => Promise.reject(new Error('Reading has no transactions'));
    const nothing = (): Promise<void> => Promise.resolve();
    return {
      init: nothing,
      acquireConnection: () => Promise.resolve(connection),
      beginTransaction: refuse,
      commitTransaction: refuse,
      rollbackTransaction: refuse,
      releaseConnection: nothing,
      destroy: nothing,
    };
  }
}

class ReadingAdapter extends SqliteAdapter {
  /** Statements take turns by themselves; none waits for the end of another's work. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

const turnsOfReading = new WeakMap<object, Turns>();

/** Remembers by which turns this Kysely reads. */
export function rememberTurns(reading: object, turns: Turns): void {
  turnsOfReading.set(reading, turns);
}

/** True while `db` reads in the midst of a long write: what it sees may yet be rolled back, and is not to be kept. */
export function isReadingOpenWrite(db: object): boolean {
  return turnsOfReading.get(db)?.isWriteOpen ?? false;
}
