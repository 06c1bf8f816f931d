/**
 * Names of persons taken out of what has been printed (henkilötietojen poisto): full names, family names in their Finnish
 * forms, and the initials under which the minutes name people. Rather too much than too little: a word that looks like a
 * name goes.
 */
import { expandFinnishWord } from './finnish.ts';
import { standing } from './other-languages.ts';
import type { PrintableDocument } from './printable.ts';

export interface NamedPerson {
  name: string;
  shortName: string;
}

/** Inside a word, in any writing. */
const WORD = String.raw`[\p{L}\p{M}\p{N}]`;

/** The forms of a family name as a pattern; names that are no word stand as they are. */
function familyForms(name: string): string {
  const { prefixes, exact } = expandFinnishWord(name);
  const capital = (word: string): string => RegExp.escape(word[0]!.toLocaleUpperCase('fi') + word.slice(1));
  return [
    ...prefixes.map((prefix) => `${capital(prefix)}${WORD}*`),
    ...exact.map(capital),
    // An apostrophe, a colon or an ending after any name: "Kekkonen's", "Ö:n".
    `${RegExp.escape(name)}${WORD}*`,
  ].join('|');
}

/**
 * @param mark stands in the place of a name, e.g. "[nimi poistettu]"
 * @returns a function for each text; texts without names come back as they are
 */
function nameRemover(people: readonly NamedPerson[], mark: string): (text: string) => string {
  const patterns = new Set<string>();
  for (const { name, shortName } of people) {
    const words = name
      .trim()
      .split(/\s+/)
      .filter((word) => word !== '');
    const family = words.at(-1) ?? '';
    const isWord = /^\p{Lu}[\p{L}\p{M}'’-]{2,}$/u.test(family);
    if (words.length > 1) {
      const given = words
        .slice(0, -1)
        .map((word) => RegExp.escape(word))
        .join(String.raw`\s+`);
      patterns.add(`${given}\\s+(?:${isWord ? familyForms(family) : RegExp.escape(family)})`);
    }
    if (isWord) patterns.add(`(?:${familyForms(family)})`);
    if (shortName.trim().length > 1) patterns.add(RegExp.escape(shortName.trim()));
  }
  if (patterns.size === 0) return (text) => text;
  // The longest first, so that a full name goes as one.
  const either = [...patterns].sort((a, b) => b.length - a.length).join('|');
  const names = new RegExp(`(?<!${WORD})(?:${either})(?::${WORD}+)?(?!${WORD})`, 'gu');
  const doubled = new RegExp(`${RegExp.escape(mark)} \\(${RegExp.escape(mark)}\\)`, 'gu');
  return (text) => text.replace(names, mark).replace(doubled, mark);
}

/** Texts that are no words. */
const NOT_WORDS: ReadonlySet<string> = new Set(['href', 'type', 'svg']);

/** The document with a mark in the place of every name; facts that were nothing but names go. */
export function withoutNames(
  document: PrintableDocument,
  people: readonly NamedPerson[],
  mark: string,
): PrintableDocument {
  const remove = nameRemover(people, mark);
  const visit = (value: unknown): unknown => {
    if (typeof value === 'string') return remove(value);
    if (Array.isArray(value)) return value.map(visit);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, NOT_WORDS.has(key) ? inner : visit(inner)]),
    );
  };
  const { otherLanguages = [], ...rest } = document;
  const blocks = (visit(document.blocks) as PrintableDocument['blocks']).map((block) =>
    block.type === 'facts'
      ? { ...block, rows: block.rows.filter(({ lines }) => lines.some((line) => line !== mark)) }
      : block,
  );
  const others = otherLanguages.map(({ language, texts }) => ({ language, texts: texts.map(remove) }));
  return { ...rest, blocks, ...standing(others, [rest.identification, blocks]) };
}
