import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asciiPart,
  checkBusinessId,
  checkDiaryNumber,
  checkRegisterNumber,
  fileName,
  formatRegisterNumber,
} from '../../../db/model/identifiers.ts';

describe('business IDs (Y-tunnus)', () => {
  test.each(['0215839-7', '0955281-3', '0201296-1', '1572860-0', '1366959-8', '9900001-8', '9900012-2'])(
    '%s is valid',
    (text) => expect(checkBusinessId(text)).toEqual({ ok: true, normalised: text }),
  );
  test('a six-digit number is padded, spaces and dashes are tidied', () => {
    expect(checkBusinessId('215839-7')).toEqual({ ok: true, normalised: '0215839-7' });
    expect(checkBusinessId(' 0215839–7 ')).toEqual({ ok: true, normalised: '0215839-7' });
  });
  test.each(['', '02158397', '0215839-', '0215839-77', '21583-9', '02158397-7', 'FI02158397', '0215839-A'])(
    '%j has no such form',
    (text) => expect(checkBusinessId(text)).toEqual({ ok: false, reason: 'form' }),
  );
  test('a wrong check digit, and numbers that are never issued', () => {
    expect(checkBusinessId('0215839-8')).toEqual({ ok: false, reason: 'check_digit' });
    // 7 × 0 + 9 × 0 + 10 × 0 + 5 × 0 + 8 × 0 + 4 × 0 + 2 × 6 = 12, remainder 1.
    expect(checkBusinessId('0000006-0')).toEqual({ ok: false, reason: 'never_issued' });
    expect(checkBusinessId('0000006-1')).toEqual({ ok: false, reason: 'never_issued' });
    expect(checkBusinessId('0000000-0')).toEqual({ ok: false, reason: 'never_issued' });
  });
  test('no number has two check digits, and every other number has one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), (number) => {
        const digits = String(number).padStart(7, '0');
        const checks = Array.from({ length: 10 }, (_, digit) => checkBusinessId(`${digits}-${digit}`));
        const valid = checks.filter((check) => check.ok).length;
        expect(valid).toBe(checks.some((check) => !check.ok && check.reason === 'never_issued') ? 0 : 1);
      }),
    );
  });
  test('one changed digit is always noticed', () => {
    const digit = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), digit, (place, replacement) => {
        const changed = `${'0215839'.slice(0, place)}${replacement}${'0215839'.slice(place + 1)}-7`;
        expect(checkBusinessId(changed).ok).toBe(changed === '0215839-7');
      }),
    );
  });
});

test('register numbers', () => {
  expect(checkRegisterNumber('990.001')).toEqual({ ok: true, normalised: '990001' });
  expect(checkRegisterNumber('990001')).toEqual({ ok: true, normalised: '990001' });
  expect(checkRegisterNumber(' 012345 ')).toEqual({ ok: true, normalised: '12345' });
  expect(checkRegisterNumber('7')).toEqual({ ok: true, normalised: '7' });
  for (const text of ['', '0', '1234567', '99.0001', '990,001', 'abc'])
    expect(checkRegisterNumber(text)).toEqual({ ok: false, reason: 'form' });
  expect(formatRegisterNumber('990001')).toBe('990.001');
  expect(formatRegisterNumber('12345')).toBe('12.345');
  expect(formatRegisterNumber('123')).toBe('123');
});

test.each([
  ['VAKEDno-2024-311', null],
  ['ROIDno-2020-2129', null],
  ['MUO-2021-111', null],
  ['IUHVADno-2023-3160', null],
  ['5146/01.04.00/2023', null],
  ['198/00.01.01/2017', null],
  ['263/00.01.01.01/2025', null],
  ['KA/27492/07.01.01.03.01/2017', null],
  ['MALLIDno-2026-19', null],
  ['', null],
  ['12/2026', 'diary_number_form'],
  ['vakeDno-2024-311', 'diary_number_form'],
])('the diary number %j: %s', (text, warning) => {
  expect(checkDiaryNumber(` ${text} `)).toEqual({ normalised: text, warning });
});

describe('file names', () => {
  const minutes = {
    date: '2026-05-19',
    board: 'JANE',
    documentType: 'Pöytäkirja',
    number: '3/2026',
    extension: 'pdf',
  };
  test('minutes', () => expect(fileName(minutes)).toBe('2026-05-19_JANE_poytakirja_3-2026.pdf'));
  test.each([
    ['CON', 'asiakirja_CON.pdf'],
    ['nul', 'asiakirja_nul.pdf'],
    ['../../etc/passwd', 'etc-passwd.pdf'],
    ['Järjestöasiain  neuvottelukunta', 'Jarjestoasiain-neuvottelukunta.pdf'],
    ['Ærø Łódź ß', 'AEro-Lodz-ss.pdf'],
    ['Совет', 'asiakirja.pdf'],
    ['a:b*c?"<>|', 'a-b-c.pdf'],
    ['nimi. ', 'nimi.pdf'],
  ])('the board %j', (board, name) => {
    expect(fileName({ date: null, board, documentType: '', number: null, extension: '.PDF' })).toBe(name);
  });
  test('a date that does not exist is refused', () => {
    expect(() => fileName({ ...minutes, date: '2026-02-31' })).toThrow('invalid_date');
  });
  test('any text gives a safe name', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom('con', 'LPT1', 'aux'),
    );
    fc.assert(
      fc.property(text, text, text, text, (board, documentType, number, extension) => {
        const name = fileName({ date: null, board, documentType, number, extension });
        expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9_-]*(\.[a-z0-9-]{1,10})?$/);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
        expect(name.length).toBeLessThanOrEqual(150);
      }),
    );
  });
  test('parts lose what cannot be written', () => expect(asciiPart('§ 30 – Åäö')).toBe('30-Aao'));
});
