/** Every code that the program can throw has a sentence in every language, with its places filled. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { AppError } from '../../db/model/errors.ts';
import { wireError } from '../../electron/backend/errors.ts';
import { ERROR_MESSAGES, FIELD_MESSAGES, type Sentence } from '../../electron/backend/message-texts.ts';
import { REQUIREMENTS } from '../../db/model/meeting-state.ts';
import { fieldMessage, message } from '../../electron/backend/messages.ts';

const root = path.resolve(import.meta.dirname, '../..');
const sources = ['db', 'electron'].flatMap((folder) =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('dev/'))
    .map((name) => ({
      name: `${folder}/${name}`,
      text: fs.readFileSync(path.join(root, folder, name), 'utf8'),
    })),
);
const LANGUAGES = ['fi', 'sv', 'en'] as const;

interface Thrown {
  where: string;
  code: string;
  /** Names of its details; null: not visible here, e.g. a variable. */
  details: string[] | null;
  fields: string[];
}

/** The text between a bracket and its partner. */
function bracketed(text: string, start: number): string {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if ('([{'.includes(text[at]!)) depth += 1;
    if (')]}'.includes(text[at]!)) depth -= 1;
    if (depth === 0) return text.slice(start + 1, at);
  }
  return text.slice(start + 1);
}

/** Splits at the commas that stand outside brackets. */
function split(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if ('([{'.includes(character)) depth += 1;
    if (')]}'.includes(character)) depth -= 1;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

const thrown: Thrown[] = sources.flatMap(({ name, text }) =>
  [...text.matchAll(/new AppError(\()/g)].flatMap((match): Thrown[] => {
    const [first = '', second, third] = split(bracketed(text, match.index + match[0].length - 1));
    const codes = [...first.matchAll(/'([A-Za-z_]+)'/g)].map((one) => one[1]!);
    const keys = (part: string | undefined): string[] | null => {
      if (part === undefined) return [];
      if (!part.startsWith('{') || part.includes('...')) return null;
      return split(part.slice(1, -1)).map((entry) => entry.split(':')[0]!.trim());
    };
    const fields =
      third?.startsWith('{') === true ? [...third.matchAll(/:\s*'([a-z_]+)'/g)].map((one) => one[1]!) : [];
    return codes.map((code) => ({ where: name, code, details: keys(second), fields }));
  }),
);

/** Codes given to valibot as messages, and reasons of a board file. */
const fieldCodes = sources
  // The agenda templates are the program's own; their messages never reach a window.
  .filter(({ name }) => name.startsWith('db/') && !name.includes('agenda-template'))
  .flatMap(({ name, text }) =>
    [
      ...text.matchAll(/(?:max|min)(?:Length|Value)\([^()]*?,\s*'([a-z_]+)'\)/g),
      ...text.matchAll(/v\.(?:check|regex)\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*,\s*'([a-z_]+)',?\s*\)/g),
      ...(name.includes('board-file') ? text.matchAll(/\breason:\s*'([a-z_]+)'/g) : []),
    ].map((one) => ({ where: name, code: one[1]! })),
  );

test('the sources are really searched', () => {
  expect(thrown.length).toBeGreaterThan(90);
  expect(new Set(thrown.map((one) => one.code)).size).toBeGreaterThan(40);
  expect(thrown.some((one) => one.code === 'MEETING_UNFINISHED')).toBe(true);
  expect(fieldCodes.map((one) => one.code)).toEqual(
    expect.arrayContaining(['required', 'too_long', 'ends_before_start', 'email_form']),
  );
});

test('every code has its sentence', () => {
  const known = new Set(Object.keys(ERROR_MESSAGES));
  expect(
    thrown.filter((one) => !known.has(one.code.toUpperCase())).map((one) => `${one.where}: ${one.code}`),
  ).toEqual([]);
});

test('every code of a field has its sentence', () => {
  const known = new Set(Object.keys(FIELD_MESSAGES));
  const all = [
    ...fieldCodes,
    ...thrown.flatMap((one) => one.fields.map((code) => ({ where: one.where, code }))),
  ];
  const missing = all.filter((one) => !known.has(one.code)).map((one) => `${one.where}: ${one.code}`);
  expect([...new Set(missing)]).toEqual([]);
});

test('every place in a sentence is filled where the error is thrown', () => {
  const unfilled = thrown.flatMap(({ where, code, details }) => {
    const sentence = (ERROR_MESSAGES as Record<string, Sentence>)[code.toUpperCase()];
    if (sentence === undefined || details === null) return [];
    const places = LANGUAGES.flatMap((language) =>
      [...sentence[language].matchAll(/\{(\w+)\}/g)].map((one) => one[1]!),
    );
    return [...new Set(places)]
      .filter((place) => !details.includes(place))
      .map((place) => `${where}: ${code} {${place}}`);
  });
  expect(unfilled).toEqual([]);
});

test.each([
  ['errors', ERROR_MESSAGES],
  ['fields', FIELD_MESSAGES],
] as const)('the sentences of %s are whole, with the same places in each language', (_, texts) => {
  for (const [code, sentence] of Object.entries(texts) as [string, Sentence][]) {
    const places = LANGUAGES.map((language) =>
      [...new Set([...sentence[language].matchAll(/\{\w+\}/g)].map((one) => one[0]))].sort(),
    );
    expect(places[1], code).toEqual(places[0]);
    expect(places[2], code).toEqual(places[0]);
    for (const language of LANGUAGES)
      expect(sentence[language], `${code} ${language}`).toMatch(/^(\p{Lu}|\{).*([.!?]|\}|,)$/su);
    expect(new Set(Object.values(sentence)).size, code).toBe(3);
  }
});

test.each(LANGUAGES)('what the window gets never shows the insides: %s', (language) => {
  for (const error of [
    new Error('ENOENT: at /home/x/file.ts:1:2'),
    new TypeError('x is not a function'),
    'text',
    null,
    undefined,
    { code: 'X' },
  ]) {
    const original = console.error;
    console.error = () => {};
    const wire = wireError(error, language);
    console.error = original;
    expect(wire).toEqual({ code: 'INTERNAL', message: ERROR_MESSAGES.INTERNAL[language] });
  }
  expect(JSON.stringify(wireError(new AppError('CONFLICT', { what: 'item' }), language))).not.toContain(
    'stack',
  );
  expect(message('NO_SUCH_CODE', language)).toBe(ERROR_MESSAGES.INTERNAL[language]);
  expect(fieldMessage('no_such_code', language)).toBe(FIELD_MESSAGES.invalid[language]);
});

test('what is missing before a meeting goes on is said in words', () => {
  for (const language of LANGUAGES) {
    const said = message('requirement_not_met', language, { requirements: REQUIREMENTS.join(' ') });
    expect(REQUIREMENTS.filter((code) => code.includes('_') && said.includes(code))).toEqual([]);
    expect(said.split(', ')).toHaveLength(
      REQUIREMENTS.length + (said.match(/, (josta|johon|jona)/g)?.length ?? 0),
    );
  }
});
