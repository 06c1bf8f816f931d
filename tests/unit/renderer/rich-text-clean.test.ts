import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { EMPTY_TEXT, richText, richTextSchema } from '../../../db/model/rich-text.ts';
import {
  isAllowedLink,
  sameText,
  toEditor,
  toRichText,
  type EditorNode,
} from '../../../renderer/ui/rich-text/clean.ts';
import { matching, stepIn, triggerBefore, type AssistOption } from '../../../renderer/ui/rich-text/assist.ts';
import { isCounting, tidyLetters, wordListPlace } from '../../../renderer/ui/rich-text/word.ts';

const text = (words: string, marks: EditorNode['marks'] = []): EditorNode => ({
  type: 'text',
  text: words,
  marks,
});
const paragraph = (...content: EditorNode[]): EditorNode => ({ type: 'paragraph', content });
const doc = (...content: EditorNode[]): EditorNode => ({ type: 'doc', content });

describe('toRichText', () => {
  it('leaves out foreign attributes and marks', () => {
    expect(
      toRichText(
        doc({
          ...paragraph(
            text('a', [{ type: 'bold' }, { type: 'underline' }]),
            text('b', [{ type: 'link', attrs: { href: 'https://a.invalid', target: '_blank', rel: null } }]),
            text('c', [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }]),
          ),
          attrs: { textAlign: 'left' },
        }),
      ),
    ).toEqual({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'a', marks: [{ type: 'bold' }] },
            { type: 'text', text: 'b', marks: [{ type: 'link', attrs: { href: 'https://a.invalid' } }] },
            { type: 'text', text: 'c' },
          ],
        },
      ],
    });
  });

  it('knows a text without letters as the empty one', () => {
    expect(toRichText(doc(paragraph()))).toEqual(EMPTY_TEXT);
    expect(toRichText(doc(paragraph(), paragraph()))).toEqual(EMPTY_TEXT);
    expect(toEditor(EMPTY_TEXT)).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] });
  });

  it('makes paragraphs of lists that are too deep, without losing a word', () => {
    let nested: EditorNode = paragraph(text('pohja'));
    for (let depth = 0; depth < 6; depth++)
      nested = {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [paragraph(text(`taso ${depth}`)), nested] }],
      };
    const clean = toRichText(doc(nested));
    expect(v.is(richTextSchema, clean)).toBe(true);
    for (const words of ['pohja', 'taso 0', 'taso 5']) expect(JSON.stringify(clean)).toContain(words);
  });

  it('always passes the schema of db/model', () => {
    const marks = fc.array(
      fc.oneof(
        fc.constantFrom({ type: 'bold' }, { type: 'italic' }, { type: 'strike' }),
        fc.record({
          type: fc.constant('link'),
          attrs: fc.record({
            href: fc.oneof(fc.webUrl(), fc.string(), fc.constant(null)),
            class: fc.string(),
          }),
        }),
      ),
      { maxLength: 3 },
    );
    const { node } = fc.letrec<{ node: EditorNode }>((tie) => ({
      node: fc.record({
        type: fc.constantFrom(
          'paragraph',
          'text',
          'hardBreak',
          'bulletList',
          'orderedList',
          'listItem',
          'heading',
          'table',
        ),
        text: fc.string(),
        marks,
        attrs: fc.constant({ start: 3 }),
        content: fc.oneof({ maxDepth: 6 }, fc.constant([]), fc.array(tie('node'), { maxLength: 3 })),
      }),
    }));
    fc.assert(
      fc.property(fc.array(node, { maxLength: 4 }), (content) => {
        const clean = toRichText({ type: 'doc', content });
        expect(v.safeParse(richTextSchema, clean).issues ?? []).toEqual([]);
        expect(toRichText(clean as EditorNode)).toEqual(clean);
      }),
    );
  });
});

it('sameText looks at the words and marks, not at the order of keys', () => {
  expect(sameText(richText('a\nb'), toRichText(richText('a\nb') as EditorNode))).toBe(true);
  expect(sameText(richText('a'), richText('b'))).toBe(false);
  expect(sameText(EMPTY_TEXT, { type: 'doc', content: [{ type: 'paragraph' }] })).toBe(true);
});

it.each([
  ['https://malli.invalid', true],
  ['mailto:jane@malli.invalid', true],
  ['javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['file:///etc/passwd', false],
  ['/suhteellinen', false],
  ['', false],
])('isAllowedLink(%s) is %s', (href, allowed) => {
  expect(isAllowedLink(href)).toBe(allowed);
});

it('reads the signs of Word', () => {
  expect(wordListPlace('mso-list:l0 level2 lfo1')).toEqual({ list: 'l0', level: 2 });
  expect(wordListPlace('margin:0;mso-list:Ignore')).toBeNull();
  expect(wordListPlace('color:red')).toBeNull();
  expect(['1.', '12)', 'a)', '(b)', 'iv.'].map(isCounting)).toEqual([true, true, true, true, true]);
  expect(['·', '–', 'o', '-'].map(isCounting)).toEqual([false, false, false, false]);
});

it('keeps hard spaces that hold a number together, and no unseen letters', () => {
  expect(tidyLetters('pöytä\u00ADkirja\u200B ja\u00A0liite')).toBe('pöytäkirja ja liite');
  expect(tidyLetters('29\u00A0§ ja 12\u00A0345 ja §\u00A030')).toBe('29\u00A0§ ja 12\u00A0345 ja §\u00A030');
});

it('keeps a mention of a known form and no other', () => {
  const id = '0198f0b8-1111-7aaa-8bbb-000000000001';
  const marked = (attrs: Record<string, unknown>) =>
    toRichText(doc(paragraph(text('Aino', [{ type: 'mention', attrs }]))));
  const clean = marked({ entity: 'person', id, class: 'x' });
  expect(v.is(richTextSchema, clean)).toBe(true);
  expect(JSON.stringify(clean)).toContain(id);
  for (const attrs of [{ entity: 'seat', id }, { entity: 'person', id: 'x' }, {}])
    expect(marked(attrs)).toEqual(richText('Aino'));
});

it.each([
  ['/', { sign: '/', query: '', length: 1 }],
  ['Kokous /pää eh', { sign: '/', query: 'pää eh', length: 7 }],
  ['(@Aino', { sign: '@', query: 'Aino', length: 5 }],
  ['1/2026', null],
  ['ja/tai', null],
  ['aino@malli.invalid', null],
  ['29 / 30', null],
  ['@Aino  totesi', null],
  ['/tietoja. Sitten', null],
  ['https://malli.invalid', null],
  [`/${'x'.repeat(60)}`, null],
])('the sign before the caret in %j', (before, trigger) => {
  expect(triggerBefore(before)).toEqual(trigger);
});

it('finds options by the words of their names', () => {
  const option = (label: string, keywords = ''): AssistOption => ({
    id: label,
    label,
    keywords,
    group: 'command',
    effect: { kind: 'text', text: label },
  });
  const options = [
    option('Päätös ehdotuksen mukaan'),
    option('Uusi toimenpide', 'task'),
    option('Ehdotus raukesi'),
  ];
  const labels = (query: string) => matching(options, query).map(({ label }) => label);
  expect(labels('ehd')).toEqual(['Ehdotus raukesi', 'Päätös ehdotuksen mukaan']);
  expect(labels('päätös ehd')).toEqual(['Päätös ehdotuksen mukaan']);
  expect(labels('task')).toEqual(['Uusi toimenpide']);
  expect(labels('mukaan x')).toEqual([]);
  expect(labels('')).toHaveLength(3);
  expect([stepIn(2, 1, 3), stepIn(0, -1, 3), stepIn(0, 1, 0)]).toEqual([0, 2, 0]);
});
