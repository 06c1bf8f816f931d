import { describe, expect, it } from 'vitest';
import { sayResult } from '../../../renderer/features/documents/export-document.ts';
import { itemPlaces } from '../../../renderer/features/documents/item-places.ts';

describe('what came of an export', () => {
  it('names the file and its size', () => {
    expect(sayResult({ name: 'poytakirja.pdf', bytes: 123_400, replaced: [] })).toBe(
      'Tallennettiin poytakirja.pdf (123 kt).',
    );
  });

  it('names characters that no font has, the invisible ones by their code', () => {
    const said = sayResult({
      name: 'poytakirja.pdf',
      bytes: 1_000,
      replaced: [
        { character: '☃', count: 2 },
        { character: '\u2063', count: 1 },
      ],
    });
    expect(said).toContain('3 merkkiä');
    expect(said).toContain('☃ U+2603 (2 ×), U+2063 (1 ×)');
  });
});

describe('items among the blocks', () => {
  it('are counted in order', () => {
    expect(
      itemPlaces([
        { type: 'heading', level: 1, text: 'Asiat' },
        { type: 'item', number: '1 §', title: 'Avaus', diaryNumber: null, parts: [] },
        { type: 'text', body: [] },
        { type: 'item', number: '2 §', title: 'Muut', diaryNumber: null, parts: [] },
      ]),
    ).toEqual([-1, 0, -1, 1]);
  });
});
