/** Addresses by the rules of the post, and their places on sheets. */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  envelopePages,
  LABEL_SHEETS,
  labelPages,
  labelSheetSchema,
  postalAddressSchema,
  postalLines,
  type LabelSheet,
} from '../../../db/model/letters.ts';

const address = {
  extra: '',
  street: 'Kauppakatu 4 A 2',
  postalCode: '48100',
  postOffice: 'Kotka',
  country: null,
};

describe('an address', () => {
  test('ends with the postal code and the post office in capitals', () => {
    expect(postalLines('Kotkan Kuoro ry', address)).toEqual([
      'Kotkan Kuoro ry',
      'Kauppakatu 4 A 2',
      '48100 KOTKA',
    ]);
    expect(
      postalLines('Åke Öst', {
        ...address,
        extra: ' c/o Öst ',
        street: 'PL 5',
        postOffice: 'Pietarsaari Ähtäri',
      }),
    ).toEqual(['Åke Öst', 'c/o Öst', 'PL 5', '48100 PIETARSAARI ÄHTÄRI']);
  });

  test('abroad it ends with the country', () => {
    const abroad = { ...address, postalCode: '111 22', postOffice: 'Stockholm', country: 'SE' };
    expect(postalLines('A', abroad).slice(-2)).toEqual(['111 22 STOCKHOLM', 'SWEDEN']);
    expect(
      postalLines('A', { ...abroad, postalCode: 'SW1A 1AA', postOffice: 'London', country: 'GB' }).slice(-2),
    ).toEqual(['LONDON SW1A 1AA', 'UNITED KINGDOM']);
    // Åland is sent to as inland.
    expect(
      postalLines('A', { ...address, postalCode: '22100', postOffice: 'Mariehamn', country: 'AX' }).at(-1),
    ).toBe('22100 MARIEHAMN');
  });

  test('in Finland the code has five digits, abroad whatever it has', () => {
    expect(v.is(postalAddressSchema, address)).toBe(true);
    expect(v.is(postalAddressSchema, { ...address, postalCode: '4810' })).toBe(false);
    expect(v.is(postalAddressSchema, { ...address, postalCode: '4810', country: 'NO' })).toBe(true);
    expect(v.is(postalAddressSchema, { ...address, street: ' ' })).toBe(false);
    expect(v.is(postalAddressSchema, { ...address, country: 'suomi' })).toBe(false);
  });
});

describe('labels', () => {
  test('the common sheets fit on their paper; one that does not is refused', () => {
    for (const sheet of Object.values(LABEL_SHEETS)) expect(v.is(labelSheetSchema, sheet)).toBe(true);
    expect(v.is(labelSheetSchema, { ...LABEL_SHEETS['3x8'], columns: 4 })).toBe(false);
    expect(v.is(labelSheetSchema, { ...LABEL_SHEETS['2x7'], top: 31 })).toBe(false);
  });

  test('every address stands once on a place of its own, after those that are used up', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<LabelSheet>(...Object.values(LABEL_SHEETS)),
        fc.integer({ min: 0, max: 90 }),
        fc.integer({ min: 1, max: 24 }),
        (sheet, count, start) => {
          const addresses = Array.from({ length: count }, (_, at) => [`Nimi ${at}`]);
          const pages = labelPages(addresses, sheet, start);
          expect(pages.flat().map(({ lines }) => lines)).toEqual(addresses);
          const perPage = sheet.columns * sheet.rows;
          const skipped = Math.min(start, perPage) - 1;
          expect(pages.length).toBe(count === 0 ? 0 : Math.ceil((count + skipped) / perPage));
          for (const page of pages) {
            expect(new Set(page.map(({ x, y }) => `${x} ${y}`)).size).toBe(page.length);
            for (const { x, y, width, height } of page) {
              expect(x).toBeGreaterThanOrEqual(0);
              expect(x + width).toBeLessThanOrEqual(210);
              expect(y + height).toBeLessThanOrEqual(297);
            }
          }
          if (count > 0 && start === 2) expect(pages[0]![0]!.x).toBeGreaterThan(sheet.left + sheet.width);
        },
      ),
    );
  });
});

test('an envelope has the sender in the corner and the recipient below and to the right', () => {
  const [page] = envelopePages([['Nimi', 'Katu 1', '00100 HELSINKI']], 'c5', ['Liitto', 'PL 1']);
  expect(page).toHaveLength(2);
  const [sender, recipient] = page!;
  expect(sender!.lines).toEqual(['Liitto', 'PL 1']);
  expect(recipient!.x).toBeGreaterThan(sender!.x);
  expect(recipient!.y).toBeGreaterThan(sender!.y + sender!.height);
  expect(envelopePages([['Nimi']], 'dl', [])[0]).toHaveLength(1);
});
