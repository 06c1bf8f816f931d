/** Bulletins: states follow from texts; sentences cover the text; the marks say what they are about. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BULLETIN_FIELDS,
  BULLETIN_LANGUAGES,
  bulletinBlocks,
  isWritten,
  NO_CONTENT,
  textState,
  type BulletinContent,
} from '../../../db/model/bulletin.ts';
import { lix, plainLanguageReport, sentencesOf, wordsOf } from '../../../db/model/plain-language.ts';
import { bulletinHtml, bulletinText, overflowOf } from '../../../db/model/print-bulletin.ts';

const content: fc.Arbitrary<BulletinContent> = fc.record(
  Object.fromEntries(
    BULLETIN_FIELDS.map((field) => [field, fc.constantFrom('', ' ', 'a', 'a ', 'b')]),
  ) as Record<keyof BulletinContent, fc.Arbitrary<string>>,
);
const maybe = fc.option(content);
const prose = fc
  .array(fc.constantFrom('Sana', 'on', 'pitkä', '12.', 'klo', '.', '! ', '\n', ' ', 'ja,', 'اليوم', '؟ '), {
    maxLength: 40,
  })
  .map((parts) => parts.join(' '));

describe('states', () => {
  test('missing if and only if a title or a text is lacking; old comes before checked', () => {
    fc.assert(
      fc.property(content, maybe, maybe, maybe, (own, source, basis, checked) => {
        const state = textState({ content: own, source, basis, checked });
        expect(state === 'missing').toBe(!isWritten(own));
        if (source === null) expect(state).not.toBe('outdated');
        else if (isWritten(own) && basis === null) expect(state).toBe('outdated');
      }),
      { numRuns: 100 },
    );
  });

  test('a translation of the source as it is, checked as it is, is checked; any change of either ends that', () => {
    fc.assert(
      fc.property(
        content.filter(isWritten),
        content,
        fc.constantFrom(...BULLETIN_FIELDS),
        (own, source, field) => {
          const facts = { content: own, source, basis: source, checked: own };
          expect(textState(facts)).toBe('checked');
          expect(textState({ ...facts, source: { ...source, [field]: `${source[field]} muutos` } })).toBe(
            'outdated',
          );
          expect(textState({ ...facts, content: { ...own, [field]: `${own[field]} muutos` } })).toBe(
            'translated',
          );
          expect(textState({ ...facts, source: null })).toBe('checked');
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the writing aid', () => {
  test('sentences stand where they say, in order, and hold every word', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const sentences = sentencesOf(text);
        let last = 0;
        for (const { text: words, start, end } of sentences) {
          expect(text.slice(start, end)).toBe(words);
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
        }
        expect(sentences.flatMap((one) => wordsOf(one.text))).toEqual(wordsOf(text));
        const report = plainLanguageReport(text, 'fi');
        expect(report.lix === null).toBe(report.words === 0);
      }),
      { numRuns: 100 },
    );
  });

  test('LIX as it is defined', () => {
    // 8 words, 2 sentences, 2 long words of more than six letters: 4 + 25.
    expect(lix('Yhdistys tekee kyselyn nyt. Kunta saa vastaukset heti.')).toBeCloseTo(4 + (100 * 3) / 8);
    expect(lix('')).toBeNull();
  });

  test.each([
    ['Kohtaamispäivä järjestetään lauantaina 12. syyskuuta klo 12.00.', 1],
    ['Tapahtuma on 12.9.2026. Tule mukaan!', 2],
    ['Kysy lisää, esim. kirjastosta.', 1],
    ['Yksi ajatus rivillä\nToinen ajatus rivillä', 2],
  ])('%s', (text, count) => {
    expect(sentencesOf(text)).toHaveLength(count);
  });

  const marked = (text: string, kind: string, language: 'fi-selko' | 'sv' | 'en' = 'fi-selko'): string[] =>
    plainLanguageReport(text, language).sentences.flatMap(({ marks }) =>
      marks
        .filter((mark) => mark.kind === kind)
        .flatMap(({ words, isCertain }) => words.map((word) => `${word}${isCertain ? '' : '?'}`)),
    );

  test.each([
    ['Kysely järjestetään huhtikuussa.', ['järjestetään']],
    ['Tulokset toimitettiin kuntiin.', ['toimitettiin']],
    ['Asia voidaan käsitellä.', ['voidaan']],
    ['Päätös on tehty.', ['on tehty']],
    ['Asiaa ei käsitelty.', ['ei käsitelty?']],
    ['Kysely tehtäisiin.', ['tehtäisiin']],
    // Cases of nouns that end alike.
    ['Hän tuli kuntaan ja vei paketin pakettiin.', []],
    ['Matka Kanadaan maksaa paljon.', []],
    ['Sihteeri tekee kyselyn. Menemme metsään.', []],
  ])('Finnish passives: %s', (text, words) => {
    expect(marked(text, 'passive')).toEqual(words);
  });

  test('Swedish and English passives', () => {
    expect(marked('Enkäten ordnades i april.', 'passive', 'sv')).toEqual(['ordnades']);
    expect(marked('Vi frågar föreningarna.', 'passive', 'sv')).toEqual([]);
    expect(marked('The survey was made in April.', 'passive', 'en')).toEqual(['was made?']);
  });

  test('clauses, reduced clauses, two denials, abbreviations, large numbers', () => {
    expect(marked('Tule, jos voit, koska paikalla on tulkki, joka osaa arabiaa.', 'clauses')).toEqual([
      'jos?',
      'koska?',
      'joka?',
    ]);
    expect(marked('Saavuttuaan hän soitti.', 'reduced_clause')).toEqual(['Saavuttuaan?']);
    expect(marked('Et voi tulla ilman lippua.', 'double_negation')).toEqual(['Et?', 'ilman?']);
    expect(marked('EAKR maksoi 12 500 euroa.', 'abbreviation')).toEqual(['EAKR?']);
    expect(marked('EAKR maksoi 12 500 euroa.', 'large_number')).toEqual(['12 500']);
    expect(marked('Retki on 12.9.2026 klo 12. Soita 040 123 4567.', 'large_number')).toEqual([]);
  });
});

describe('what goes out', () => {
  test('nothing of the text becomes markup, and every line of it is there in every language', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...BULLETIN_LANGUAGES),
        fc.array(fc.constantFrom('<script>alert(1)</script>', '- a & b', '# "x"', "it's", '', 'rivi'), {
          minLength: 1,
        }),
        (language, lines) => {
          const sheet = {
            language,
            content: { ...NO_CONTENT, title: '<b>', body: lines.join('\n') },
            board: { fi: 'JANE & co', sv: 'JANE', en: 'JANE' },
            boardShortName: 'JANE',
            createdOn: '2026-05-19',
            decision: null,
          };
          const html = bulletinHtml(sheet);
          expect(html).not.toContain('<script');
          expect(html).not.toContain('<b>');
          expect(html).toMatch(
            language === 'ar' || language === 'fa'
              ? /^<!doctype html>\n<html lang="\w+" dir="rtl">/
              : /dir="ltr">/,
          );
          const words = bulletinBlocks(sheet.content.body).flatMap((block) =>
            block.type === 'heading' ? [block.text] : block.type === 'list' ? block.items : block.lines,
          );
          for (const word of words) expect(bulletinText(sheet)).toContain(word);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('what does not fit is told in millimetres and lines', () => {
    expect(overflowOf({ needed: 100, room: 261, size: 14 })).toEqual({ millimetres: 0, lines: 0 });
    expect(overflowOf({ needed: 281, room: 261, size: 12 })).toEqual({ millimetres: 20, lines: 4 });
  });
});
