import { afterEach, describe, expect, it } from 'vitest';
import { en } from '../../../renderer/i18n/en.ts';
import { fi } from '../../../renderer/i18n/fi.ts';
import { formatFor } from '../../../renderer/i18n/format.ts';
import { setLanguage, translate } from '../../../renderer/i18n/language.ts';
import { fill, plural, type Message } from '../../../renderer/i18n/message.ts';
import { sv } from '../../../renderer/i18n/sv.ts';

afterEach(() => setLanguage('fi'));

const sentences = (message: Message): string[] =>
  typeof message === 'string' ? [message] : [message.one, message.other];
const names = (message: Message): string[] =>
  [
    ...new Set(
      sentences(message).flatMap((sentence) =>
        [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!),
      ),
    ),
  ].sort();

describe.each(['sv', 'en'] as const)('%s', (language) => {
  const messages = { sv, en }[language] as Record<string, Record<string, Message>>;
  it('has every key of the Finnish texts, with the same parameters', () => {
    const wrong: string[] = [];
    for (const [feature, texts] of Object.entries(fi as Record<string, Record<string, Message>>))
      for (const [key, message] of Object.entries(texts)) {
        const own = messages[feature]?.[key];
        if (own === undefined) wrong.push(`${feature}.${key} is missing`);
        else if (names(own).some((name) => !names(message).includes(name)))
          wrong.push(`${feature}.${key} has a stray parameter`);
        else if (typeof message === 'string' && names(own).join() !== names(message).join())
          wrong.push(`${feature}.${key} lacks a parameter`);
      }
    for (const [feature, texts] of Object.entries(messages))
      for (const key of Object.keys(texts))
        if ((fi as Record<string, Record<string, Message>>)[feature]?.[key] === undefined)
          wrong.push(`${feature}.${key} is not in Finnish`);
    expect(wrong).toEqual([]);
  });
});

it('no text is empty or has blanks around it', () => {
  const bad = [fi, sv, en].flatMap((messages) =>
    Object.entries(messages as Record<string, Record<string, Message>>).flatMap(([feature, texts]) =>
      Object.entries(texts)
        .filter(([, message]) =>
          sentences(message).some((sentence) => sentence === '' || sentence.trim() !== sentence),
        )
        .map(([key]) => `${feature}.${key}`),
    ),
  );
  expect(bad).toEqual([]);
});

describe('translate', () => {
  it('fills parameters and chooses the plural', async () => {
    expect(translate('common.savedAt', { time: '13.05' })).toBe('Tallennettu klo 13.05');
    expect(translate('common.selected', { count: 1 })).toBe('1 valittu');
    expect(translate('common.selected', { count: 0 })).toBe('0 valittua');
    expect(translate('common.selected', { count: 70_000 })).toBe('70\u00a0000 valittua');
    await setLanguage('sv');
    expect(translate('common.selected', { count: 2 })).toBe('2 valda');
  });

  it('shows the language that was chosen last, however long the others take', async () => {
    await Promise.all([setLanguage('sv'), setLanguage('en'), setLanguage('fi')]);
    expect(translate('common.save')).toBe('Tallenna');
  });

  it('leaves an unknown parameter visible and takes what is given as text', () => {
    expect(fill('{a} ja {b}', 'fi', { a: '{b}' })).toBe('{b} ja {b}');
    expect(fill(plural('{count} x', '{count} y'), 'en', { count: 1 })).toBe('1 x');
  });
});

describe('formatFor', () => {
  it('writes as in Finland', () => {
    const { date, dateWithWeekday, time, number, bytes, compare } = formatFor('fi');
    expect(date('2026-05-19')).toBe('19.5.2026');
    expect(date(null)).toBe('–');
    expect(dateWithWeekday('2026-05-19')).toBe('ti 19.5.2026');
    expect(formatFor('en').dateWithWeekday('2026-09-01')).toBe('Tue 1 Sep 2026');
    expect(time('13:05')).toBe('13.05');
    expect(number(1234.5, 1)).toBe('1234,5');
    expect(number(12_345)).toBe('12\u00a0345');
    expect(bytes(4_200_000)).toBe('4,2 Mt');
    expect(['Öljy', 'Zonta', 'Åland', 'Ääni'].sort(compare)).toEqual(['Zonta', 'Åland', 'Ääni', 'Öljy']);
  });
  it('writes for Swedish and English readers', () => {
    expect(formatFor('sv').time('13:05')).toBe('13.05');
    expect(formatFor('en').date('2026-05-19')).toBe('19 May 2026');
    expect(formatFor('en').clock(new Date(2026, 4, 19, 9, 5))).toBe('09:05');
  });
});
