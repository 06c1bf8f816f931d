/**
 * Finnish inflection for search: from the word a secretary types to the forms it may have in a text.
 *
 * SQLite's full-text index knows words, not languages, and Finnish changes the inside of a word (kunta,
 * kunnan; käsi, kädessä). So the *query* is expanded, not the index: the stems of the word's paradigm
 * (`finnish-paradigms.ts`) are joined with the case endings. Long stems become prefixes, which also take
 * possessives, clitics and compounds that begin with the word; short stems get their endings written out, or
 * `tila` would find every `tilasto`. An inflected form is first traced to dictionary forms that produce it.
 */

import { addParadigms, isVowel, strengthen, Terms, weaken } from './finnish-paradigms.ts';

/** What a word expands to: prefixes of words and whole words, lower case, NFC; nothing is listed twice. */
export interface WordExpansion {
  readonly prefixes: readonly string[];
  readonly exact: readonly string[];
}

/** Brings a text to the shape words are compared in: composed characters, lower case. */
export function normaliseForSearch(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/** More dictionary forms than this are not followed; the likeliest come first. */
const MAXIMUM_LEMMAS = 8;

/** Case endings on a vowel stem; h and s as in työhön, perheeseen. */
const VOWEL_STEM_ENDING =
  /^(?:n|t|ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|ksi|kse|n[aä]|[aä]|t[aä]|tt[aä]|[aeiouyäö]n|h[aeiouyäö]n|s[ei]{2}n|en|den|tten|ne)$/;
/** Endings on a consonant stem: kieltä, kielten. */
const CONSONANT_STEM_ENDING = /^(?:t[aä]|ten)$/;
const POSSESSIVE_OR_CLITIC = /(?:mme|ns[aä]|kin|k[aä]{2}n|h[aä]n)$/;

/** All the ways one pattern of endings can be cut off the end of a word, the longest ending first. */
function cut(word: string, endings: RegExp): string[] {
  const lengths = [4, 3, 2, 1].filter(
    (length) => word.length - length >= 2 && endings.test(word.slice(-length)),
  );
  return lengths.map((length) => word.slice(0, -length));
}

/** Dictionary forms whose singular vowel stem may be `stem`: kunna → kunta, käde → käsi, hankkee → hanke. */
function lemmasOfSingular(stem: string): string[] {
  const last = stem.slice(-1);
  const root = stem.slice(0, -1);
  const strongRoots = strengthen(root);
  const found: string[] = [];
  if (root.endsWith('ks') && last === 'e') found.push(`${root.slice(0, -2)}s`);
  if (/[uy][dt]e$/.test(stem)) found.push(`${root.slice(0, -1)}s`);
  if (/n[nt]e$/.test(stem)) found.push(`${stem.slice(0, -3)}s`);
  if (stem.endsWith('se')) found.push(`${root.slice(0, -1)}nen`);
  if (stem.endsWith('miehe')) found.push(`${stem.slice(0, -2)}s`);
  if (/[dtnrl]e$/.test(stem)) found.push(`${root.slice(0, -1)}si`);
  if (/tt[oö]m[aä]$/.test(stem)) found.push(`${stem.slice(0, -4)}${stem.endsWith('a') ? 'ton' : 'tön'}`);
  if (/m[mp][aä]$/.test(stem)) found.push(`${stem.slice(0, -3)}mpi`);
  if (stem.endsWith('ime')) found.push(...weaken(stem.slice(0, -3)).map((weak) => `${weak}in`));
  if (/[aä]me$/.test(stem)) found.push(`${root.slice(0, -1)}n`);
  if (stem.endsWith('ee')) found.push(...weaken(stem.slice(0, -2)).map((weak) => `${weak}e`));
  if (/(?:aa|ää|ii)$/.test(stem)) found.push(...weaken(stem.slice(0, -2)).map((weak) => `${weak + last}s`));
  if (last === 'e') {
    found.push(...strongRoots.map((strong) => `${strong}i`));
    if (/[lnr]e$/.test(stem)) found.push(root);
    if (/[uy]e$/.test(stem)) found.push(`${root}t`);
    if (stem.endsWith('pse')) found.push(`${root}i`);
  }
  found.push(...strongRoots.map((strong) => strong + last));
  return found;
}

/** Dictionary forms whose plural stem, ending in i or j, may be `stem`: kunni → kunta, järjestöi → järjestö. */
function lemmasOfPlural(stem: string): string[] {
  const root = stem.slice(0, -1);
  const last = root.slice(-1);
  const beginning = root.slice(0, -1);
  const found: string[] = [];
  if (!isVowel(last)) {
    if (root.endsWith('ks')) found.push(`${root.slice(0, -2)}s`);
    if (last === 's') found.push(`${beginning}nen`, `${root}i`);
    if (root.endsWith('ns')) found.push(`${beginning.slice(0, -1)}s`);
    if (last === 'h') found.push(`${beginning}s`);
    if (root.endsWith('im')) found.push(...weaken(root.slice(0, -2)).map((weak) => `${weak}in`));
    if (/[lnr]$/.test(root)) found.push(root);
    for (const strong of strengthen(root)) found.push(`${strong}a`, `${strong}ä`, `${strong}i`);
    return found;
  }
  const strong = strengthen(beginning);
  if (last === 'e') found.push(...weaken(beginning).map((weak) => `${weak}e`), `${beginning}ie`);
  if (last === 'e') found.push(...strong.map((grade) => `${grade}i`));
  if (/[aäi]/.test(last)) found.push(...weaken(beginning).map((weak) => `${weak + last}s`));
  if (/[ouyö]/.test(last)) found.push(...strong.map((grade) => grade + last));
  if (last === 'o') found.push(...strong.map((grade) => `${grade}a`), `${beginning}uo`);
  if (last === 'ö') found.push(...strong.map((grade) => `${grade}ä`), `${beginning}yö`);
  if (/[aeouyäö]/.test(last)) found.push(root + last);
  return found;
}

/** Dictionary forms that have `word` in their paradigm, checked by building it; the word itself not among them. */
function lemmasOf(word: string): Terms[] {
  const bare = word.replace(POSSESSIVE_OR_CLITIC, '');
  const cores = bare === word || bare.length < 4 ? [word] : [word, bare, `${bare}n`];
  const lemmas = new Map<string, Terms>();
  for (const core of cores) {
    const candidates = new Set(core === word ? [] : [core]);
    for (const stem of cut(core, CONSONANT_STEM_ENDING)) {
      if (!/[lnrstuy]$/.test(stem)) continue;
      if (stem.endsWith('s')) candidates.add(`${stem.slice(0, -1)}nen`).add(`${stem.slice(0, -1)}psi`);
      if (stem.endsWith('t')) candidates.add(`${stem.slice(0, -1)}si`).add(`${stem.slice(0, -1)}s`);
      if (!isVowel(stem.at(-1)) && !stem.endsWith('t')) candidates.add(stem);
      if (/[lnr]$/.test(stem)) candidates.add(`${stem}i`);
    }
    for (const stem of cut(core, VOWEL_STEM_ENDING)) {
      if (!isVowel(stem.at(-1)) && !stem.endsWith('j')) continue;
      if (/[ij]$/.test(stem)) for (const lemma of lemmasOfPlural(stem)) candidates.add(lemma);
      if (!stem.endsWith('j')) for (const lemma of lemmasOfSingular(stem)) candidates.add(lemma);
    }
    for (const lemma of candidates) {
      if (lemmas.size >= MAXIMUM_LEMMAS || lemma.length < 3 || lemma === word || lemmas.has(lemma)) continue;
      const terms = new Terms();
      addParadigms(terms, lemma);
      if (terms.matches(core)) lemmas.set(lemma, terms);
    }
  }
  return [...lemmas.values()];
}

/**
 * Expands a Finnish word to what its forms begin with and to the forms that are whole words.
 *
 * @param word one word without spaces or punctuation, in dictionary form, inflected or half typed. A word that
 *   cannot be Finnish (digits, foreign letters) and one of one or two letters come back as they are.
 */
export function expandFinnishWord(word: string): WordExpansion {
  const normal = normaliseForSearch(word);
  if (normal.length <= 2) return { prefixes: [], exact: normal === '' ? [] : [normal] };
  if (!/^[a-zåäöšž]+$/.test(normal) || /[qwxzåc]/.test(normal) || normal.length > 60)
    return { prefixes: [normal], exact: [] };
  const terms = new Terms();
  addParadigms(terms, normal);
  for (const other of lemmasOf(normal)) terms.addAll(other);
  return terms.result();
}
