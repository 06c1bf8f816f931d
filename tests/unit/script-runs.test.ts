import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scriptRuns } from '../../db/model/script-runs.ts';

describe('runs of other writings', () => {
  test.each([
    ['Tavataan Kiteellä.', []],
    ['Kulma α on 30°.', []],
    [
      '«День встречи», «День зустрічі»',
      [
        ['День встречи', 'ru'],
        ['День зустрічі', 'uk'],
      ],
    ],
    ['Tervetuloa: يوم اللقاء!', [['يوم اللقاء', 'ar']]],
    ['خوش آمدید', [['خوش آمدید', 'fa']]],
    ['Αθήνα 2026', [['Αθήνα', 'el']]],
  ])('%s', (text, foreign) => {
    const found = scriptRuns(text).filter(({ language }) => language !== null);
    expect(found.map((run) => [run.text, run.language])).toEqual(foreign);
    for (const { language, isRightToLeft } of found)
      expect(isRightToLeft).toBe(language === 'ar' || language === 'fa');
  });

  test('joined again they are the text', () => {
    const piece = fc.constantFrom('a', ' ', 'Ж', 'день', 'م', 'يوم', '.', '«', '1', 'α', 'ё', '\n');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const runs = scriptRuns(text);
        expect(runs.map((run) => run.text).join('')).toBe(text);
        expect(runs.every((run) => run.text !== '')).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
