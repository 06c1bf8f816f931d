/**
 * Prepared statements of a connection, kept by their text. Preparing a write compiles the audit triggers of its table
 * with it, which takes longer than running it. SQLite itself compiles a kept statement anew when the schema has changed.
 */
import type SQLite from 'better-sqlite3';

/** Statements that are kept; those that were not used for the longest time go. */
const MOST_STATEMENTS = 300;

export class KeptStatements {
  readonly #raw: SQLite.Database;
  readonly #kept = new Map<string, SQLite.Statement<unknown[]>>();

  constructor(raw: SQLite.Database) {
    this.#raw = raw;
  }

  prepare(text: string): SQLite.Statement<unknown[]> {
    const statement = this.#kept.get(text) ?? this.#raw.prepare<unknown[]>(text);
    this.#kept.delete(text);
    this.#kept.set(text, statement);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_STATEMENTS) break;
      this.#kept.delete(oldest);
    }
    return statement;
  }

  close(): void {
    this.#kept.clear();
    this.#raw.close();
  }
}
