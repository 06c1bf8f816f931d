/** The product's data files as tests read them. */
import { readFileSync } from 'node:fs';

/** A JSON file below `resources/`. */
export function resource(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../resources/${file}`, import.meta.url), 'utf8'));
}

/** A file of the repository as text. */
export function repositoryText(file: string): string {
  return readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
}
