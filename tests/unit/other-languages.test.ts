/** Words of another language in a document: listed only where they stand, found again, and the text stays whole. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languageFinder, otherLanguages, standing } from '../../db/model/other-languages.ts';
import { markedRuns, runsFromTheRight, withLanguageMarks } from '../../electron/publish/language-marks.ts';
import { fixtureDocument } from '../publish/fixture-document.ts';

const record = {
  id: 'abc',
  kind: 'party',
  name: { fi: 'Malli-neuvottelukunta', sv: null, en: 'Model board' },
  items: [
    { title: 'Lausunto maakuntahallitukselle', text: 'Merkittiin tiedoksi. Soita 050 123 4567.' },
    { title: 'Tie', code: 'T-2026-01', applicant: 'J01' },
  ],
};

describe('what is listed', () => {
  test('texts of the record that stand in the document, whole or by sentence', () => {
    const printed = [
      '29 § Lausunto maakuntahallitukselle',
      'Merkittiin tiedoksi. Soita [poistettu].',
      'party',
    ];
    expect(otherLanguages(record, 'fi', 'sv', printed)).toEqual({
      otherLanguages: [{ language: 'fi', texts: ['Lausunto maakuntahallitukselle', 'Merkittiin tiedoksi.'] }],
    });
  });

  test('nothing of what is not printed, and nothing in the language of the record', () => {
    expect(otherLanguages(record, 'fi', 'sv', ['Hemligt ärende'])).toEqual({});
    expect(otherLanguages(record, 'fi', 'fi', ['Lausunto maakuntahallitukselle'])).toEqual({});
  });

  test('a name without a translation is Finnish, also in minutes written in Swedish', () => {
    const printed = ['Malli-neuvottelukunta'];
    expect(otherLanguages(record, 'sv', 'sv', printed).otherLanguages).toEqual([
      { language: 'fi', texts: printed },
    ]);
    expect(otherLanguages(record, 'en', 'en', printed)).toEqual({});
  });
});

describe('where they stand', () => {
  test.each([
    ['3/2026 Lausunto ja muuta', [null, 'fi', null]],
    ['Lausunto', ['fi']],
    // A part of a longer word is not it.
    ['Lausuntoja', [null]],
  ])('%s', (text, languages) => {
    const runs = languageFinder([{ language: 'fi', texts: ['Lausunto'] }])(text);
    expect(runs.map(({ language }) => language)).toEqual(languages);
  });

  test('the runs joined are the text itself, whatever is in it', () => {
    const words = fc.array(fc.constantFrom('Lausunto', 'a', '.', ' ', '\n', '(', '*', 'День', '§ 3'));
    fc.assert(
      fc.property(words, fc.array(fc.string({ minLength: 1 })), (parts, texts) => {
        const text = parts.join('');
        const find = languageFinder([{ language: 'fi', texts: ['Lausunto', ...texts] }]);
        const found = find(text);
        expect(found.map((run) => run.text).join('')).toBe(text);
        const listed = standing([{ language: 'fi', texts }], text).otherLanguages ?? [];
        for (const one of listed.flatMap((other) => other.texts)) expect(text).toContain(one);
      }),
      { numRuns: 100 },
    );
  });

  test('marks carry the language to the files and are no part of the words', () => {
    const document = fixtureDocument();
    document.identification.organisation = 'Lausunto\ndelegation';
    document.otherLanguages = [{ language: 'sv', texts: ['Lausunto\ndelegation'] }];
    const marked = withLanguageMarks(document).identification.organisation;
    expect(marked).not.toBe(document.identification.organisation);
    expect(markedRuns(marked).map(({ text, language }) => [text, language])).toEqual([
      ['Lausunto', 'sv'],
      ['\n', null],
      ['delegation', 'sv'],
    ]);
    expect(withLanguageMarks(fixtureDocument()).blocks).toEqual(fixtureDocument().blocks);
  });
});

test.each([
  ['يوم اللقاء في كيتي', true],
  ['«يوم اللقاء» 12.9.2026', true],
  ['«يوم اللقاء» on kohtaamispäivä Kiteellä', false],
  ['Kohtaamispäivä, يوم اللقاء في كيتي', false],
  ['12.9.2026', false],
])('whether "%s" runs from the right: %s', (text, isSo) => {
  expect(runsFromTheRight(text)).toBe(isSo);
});
