import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  CONTEXT_PLACEHOLDERS,
  isOffered,
  knownPlaceholders,
  placeholderFault,
} from '../../db/model/board-phrase.ts';
import { writingSessions, type LoggedSave } from '../../db/model/item-history.ts';
import { BODY_KINDS } from '../../db/model/board.ts';
import {
  phrase,
  PHRASE_KEYS,
  phrasesOfBody,
  phrasesSchema,
  placeholders,
  withOverrides,
} from '../../db/model/phrases.ts';
import {
  mentionsOf,
  plainText,
  richTextSchema,
  withoutMentions,
  type RichText,
} from '../../db/model/rich-text.ts';
import { wordDifference, type WordPart } from '../../db/model/word-difference.ts';
import { resource } from './resources.ts';

const phrases = v.parse(phrasesSchema, resource('phrases/phrases.json'));
const ID = '0198f0b8-1111-7aaa-8bbb-000000000001';
const OTHER = '0198f0b8-1111-7aaa-8bbb-000000000002';

/** The old or the new text of a difference. */
const sideOf = (parts: readonly WordPart[], side: 'before' | 'after'): string =>
  parts
    .filter(({ kind }) => kind !== (side === 'before' ? 'added' : 'removed'))
    .map(({ text }) => text)
    .join('');

describe('the difference of two texts', () => {
  const text = fc.stringMatching(/^[ab äö.,\n]{0,40}$/);
  it('gives both back', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const segments = wordDifference(before, after);
        expect(sideOf(segments, 'before')).toBe(before);
        expect(sideOf(segments, 'after')).toBe(after);
      }),
    );
  });
  it('is about words, not letters', () => {
    expect(wordDifference('Keskusteltiin asiasta.', 'Keskusteltiin laajasti asiasta.')).toEqual([
      { kind: 'same', text: 'Keskusteltiin ' },
      { kind: 'added', text: 'laajasti ' },
      { kind: 'same', text: 'asiasta.' },
    ]);
    expect(wordDifference('sama', 'sama')).toEqual([{ kind: 'same', text: 'sama' }]);
  });
  it('holds for texts that have nothing in common and are long', () => {
    const before = Array.from({ length: 6_000 }, (_, index) => `a${index}`).join(' ');
    const after = Array.from({ length: 6_000 }, (_, index) => `b${index}`).join(' ');
    const segments = wordDifference(before, after);
    expect(sideOf(segments, 'before')).toBe(before);
    expect(sideOf(segments, 'after')).toBe(after);
  });
});

describe('writing sessions', () => {
  const save = (id: number, minute: number, more: Partial<LoggedSave> = {}): LoggedSave => ({
    id,
    at: new Date(Date.UTC(2026, 0, 20, 11, minute)).toISOString(),
    actor: 'A',
    procedure: 'items.change',
    created: false,
    parts: ['proceedings'],
    ...more,
  });
  it('end with a pause, another writer, or a restoring', () => {
    const sessions = writingSessions([
      save(0, 0, { created: true }),
      save(1, 0),
      save(2, 1, { parts: ['decision'] }),
      save(3, 5, { parts: [] }),
      save(4, 12),
      save(5, 13, { actor: 'B' }),
      save(6, 14, { procedure: 'history.restore' }),
      save(7, 15),
    ]);
    expect(sessions.map(({ firstId, id, actor, restored }) => [firstId, id, actor, restored])).toEqual([
      [0, 0, 'A', false],
      [1, 2, 'A', false],
      [4, 4, 'A', false],
      [5, 5, 'B', false],
      [6, 6, 'A', true],
      [7, 7, 'A', false],
    ]);
    expect(sessions[1]!.parts).toEqual(['proceedings', 'decision']);
  });
  it('do not go on for ever', () => {
    const busy = Array.from({ length: 20 }, (_, index) => save(index + 1, index * 9));
    expect(writingSessions(busy).length).toBeGreaterThan(1);
  });
});

describe('mentions in a text', () => {
  const doc: RichText = {
    type: 'doc',
    content: [
      {
        type: 'bulletList',
        content: [
          {
            type: 'listItem',
            content: [
              {
                type: 'paragraph',
                content: [
                  {
                    type: 'text',
                    text: 'Aino',
                    marks: [{ type: 'bold' }, { type: 'mention', attrs: { entity: 'person', id: ID } }],
                  },
                  { type: 'text', text: ' ja ' },
                  {
                    type: 'text',
                    text: 'T-1',
                    marks: [{ type: 'mention', attrs: { entity: 'task', id: OTHER } }],
                  },
                  {
                    type: 'text',
                    text: 'Ainon',
                    marks: [{ type: 'mention', attrs: { entity: 'person', id: ID } }],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  };
  it('are found once each and pass the schema', () => {
    expect(v.is(richTextSchema, doc)).toBe(true);
    expect(mentionsOf(doc)).toEqual([
      { entity: 'person', id: ID },
      { entity: 'task', id: OTHER },
    ]);
  });
  it('go without a letter being lost', () => {
    const bare = withoutMentions(doc);
    expect(mentionsOf(bare)).toEqual([]);
    expect(plainText(bare)).toBe(plainText(doc));
    expect(JSON.stringify(bare)).toContain('bold');
    expect(mentionsOf(withoutMentions(doc, ({ entity }) => entity === 'task'))).toEqual([
      { entity: 'person', id: ID },
    ]);
  });
  it.each([
    { entity: 'seat', id: ID },
    { entity: 'person', id: 'x' },
    { entity: 'person', id: ID, href: 'javascript:alert(1)' },
  ])('of another form are refused: %j', (attrs) => {
    expect(
      v.is(richTextSchema, {
        type: 'doc',
        content: [
          { type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [{ type: 'mention', attrs }] }] },
        ],
      }),
    ).toBe(false);
  });
});

describe("a board's wordings", () => {
  it('know their placeholders', () => {
    expect(knownPlaceholders(null, phrases)).toEqual(CONTEXT_PLACEHOLDERS);
    expect(placeholderFault('Läsnä {n} {n|jäsen|jäsentä}.', ['n'])).toBeNull();
    expect(placeholderFault('Läsnä {m}.', ['n'])).toEqual({ kind: 'unknown', names: ['m'] });
    for (const text of ['{n', 'n}', '{}', '{n|yksi}', '{ n }'])
      expect(placeholderFault(text, ['n'])).toEqual({ kind: 'braces' });
  });
  it('every shipped phrase passes its own check', () => {
    for (const key of PHRASE_KEYS)
      for (const language of ['fi', 'sv', 'en'] as const)
        expect(placeholderFault(phrases[key][language], knownPlaceholders(key, phrases))).toBeNull();
  });
  it('take the place of the shipped ones, language by language, and of no other', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PHRASE_KEYS), fc.string(), (key, text) => {
        const merged = withOverrides(phrases, { [key]: { sv: text } });
        expect(merged[key]).toEqual({ ...phrases[key], sv: text });
        for (const other of PHRASE_KEYS) if (other !== key) expect(merged[other]).toBe(phrases[other]);
      }),
    );
    expect(withOverrides(phrases, undefined)).toBe(phrases);
    const own = phrasesOfBody(phrases, { 'body.board': { fi: 'järjestöneuvosto' } });
    expect(own['quorum.ruleAtLeastHalf'].fi).toMatch(/^Järjestöneuvosto on päätösvaltainen/);
    for (const kind of BODY_KINDS)
      for (const key of PHRASE_KEYS)
        for (const text of Object.values(phrasesOfBody(phrases, undefined, kind)[key]))
          expect(text).not.toMatch(/\{[bB]ody(Of)?\}/);
    expect(phrasesOfBody(phrases, undefined, 'section')['vote.won'].fi).toBe(
      'Jaoston päätökseksi tuli {proposal}.',
    );
    expect(isOffered('decision.unanimous', phrases)).toBe(true);
  });
  it('that pass the check can always be filled', () => {
    const known = ['n', 'names'];
    const piece = fc.oneof(fc.constantFrom('{n}', '{names}', '{n|a|b}', '{', '}', '|'), fc.string());
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        if (placeholderFault(text, known) !== null) return;
        const merged = withOverrides(phrases, { 'quorum.still': { fi: text } });
        expect(placeholders(phrase(merged, 'quorum.still', 'fi', { n: 1, names: 'x' }))).toEqual([]);
      }),
    );
  });
  it('are offered to a writer when they are whole sentences', () => {
    expect(isOffered('decision.noted', phrases)).toBe(true);
    expect(isOffered('label.decision', phrases)).toBe(false);
    expect(isOffered('decision.amendedText', phrases)).toBe(false);
    expect(isOffered('lawfulness.heading', phrases)).toBe(false);
  });
});
