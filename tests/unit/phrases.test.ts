import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  agendaTemplate,
  agendaTemplatesSchema,
  draftAgenda,
  draftRecord,
  PLANNING_VALUES,
  SESSION_VALUES,
} from '../../db/model/agenda-template.ts';
import { LANGUAGES } from '../../db/model/language.ts';
import {
  fillPlaceholders,
  joinNames,
  phrase,
  PHRASE_KEYS,
  phrasesSchema,
  placeholders,
} from '../../db/model/phrases.ts';
import { DEFAULT_RULES } from '../../db/model/rules.ts';
import { resource } from './resources.ts';

const json = resource('phrases/phrases.json') as Record<string, Record<string, string>>;
const phrases = v.parse(phrasesSchema, json);
const templates = v.parse(agendaTemplatesSchema, resource('agenda/templates.json'));

describe('phrases', () => {
  test('the resource has the typed keys, each once and in order', () => {
    expect(Object.keys(json)).toEqual([...PHRASE_KEYS]);
  });

  test('a missing key, an unknown key or a missing language is refused', () => {
    const { 'decision.noted': noted, ...without } = json;
    expect(v.is(phrasesSchema, without)).toBe(false);
    expect(v.is(phrasesSchema, { ...json, 'decision.dreamt': noted })).toBe(false);
    expect(v.is(phrasesSchema, { ...json, 'decision.noted': { fi: 'Merkittiin tiedoksi.' } })).toBe(false);
  });

  test.each(PHRASE_KEYS)('%s asks for the same values in each language', (key) => {
    // Swedish needs no number of persons where Finnish bends the verb.
    const asked = LANGUAGES.map((language) =>
      placeholders(phrases[key][language])
        .filter((name) => name !== 'count')
        .sort(),
    );
    expect(asked[1]).toEqual(asked[0]);
    expect(asked[2]).toEqual(asked[0]);
    for (const language of LANGUAGES) {
      const left = phrases[key][language].replaceAll(/\{[A-Za-z]\w*(\|[^{}|]*\|[^{}|]*)?\}/g, 'x');
      expect(left).not.toMatch(/[{}|]| {2}|^\s|\s$/);
    }
  });

  test('fills values as data', () => {
    expect(phrase(phrases, 'opening.decision', 'fi', { time: '13.00' })).toBe(
      'Puheenjohtaja avasi kokouksen klo 13.00.',
    );
    expect(phrase(phrases, 'proposal.counter', 'sv', { a: 'J04', text: '{b} $& {a}' })).toBe(
      'J04 lade fram följande förslag: {b} $& {a}',
    );
  });

  test('a value that is not given throws, also one that every object has', () => {
    expect(() => phrase(phrases, 'opening.decision', 'fi')).toThrow(
      expect.objectContaining({
        code: 'PHRASE_VALUE_MISSING',
        details: { phrase: 'opening.decision', name: 'time' },
      }),
    );
    expect(() => fillPlaceholders('{constructor}', {})).toThrow('PHRASE_VALUE_MISSING');
  });

  test('words follow the number', () => {
    expect(phrase(phrases, 'vote.result', 'fi', { aye: 7, no: 7, blank: 1 })).toBe(
      'Äänestyksessä annettiin 7 JAA-ääntä, 7 EI-ääntä ja 1 tyhjä.',
    );
    expect(phrase(phrases, 'vote.result', 'sv', { aye: 1, no: 0, blank: 2 })).toBe(
      'I omröstningen avgavs 1 JA-röst, 0 NEJ-röster och 2 blanka.',
    );
    expect(phrase(phrases, 'proposal.seconded', 'fi', { count: 2, names: 'J11 ja J12' })).toBe(
      'Ehdotusta kannattivat J11 ja J12.',
    );
  });

  test('names are joined in the way of the language', () => {
    expect(joinNames(phrases, 'fi', [])).toBe('');
    expect(joinNames(phrases, 'fi', ['J03'])).toBe('J03');
    expect(joinNames(phrases, 'sv', ['J03', 'J10', 'J11'])).toBe('J03, J10 och J11');
  });

  test('the appeal note is that of the default rules', () => {
    expect(phrases['appeal.none']).toEqual(DEFAULT_RULES.legal.appeal);
  });

  test.each([
    ['lawfulness.heading', 'Kokouksen laillisuus ja päätösvaltaisuus', 'Mötets laglighet och beslutförhet'],
    ['examiners.heading', 'Pöytäkirjantarkastajien valinta', 'Val av protokolljusterare'],
    ['label.dissent', 'Eriävä mielipide', 'Avvikande mening'],
    ['decision.returned', 'Asia palautettiin valmisteltavaksi.', 'Ärendet återremitterades för beredning.'],
    ['label.noAppeal', 'Muutoksenhakukielto', 'Besvärsförbud'],
    [
      'vote.tieChair',
      'Äänten mennessä tasan puheenjohtajan ääni ratkaisi.',
      'Vid lika röstetal avgjorde ordförandens röst.',
    ],
  ] as const)('%s is the word of the trade', (key, fi, sv) => {
    expect(phrases[key]).toMatchObject({ fi, sv });
  });
});

describe('agenda templates', () => {
  const values = {
    noticeDays: 7,
    agendaDays: 4,
    quorumRule: 'Q.',
    examiners: 2,
    previousMeeting: '2/2026',
    term: 'T',
    appointmentDecision: '',
  };

  test('the ordinary meeting has the standing order', () => {
    const { before, after } = draftAgenda(agendaTemplate(templates, 'ordinary'), 'fi', values);
    expect(before.map((item) => item.kind)).toEqual([
      'opening',
      'lawfulness',
      'examiners',
      'agenda',
      'previous_minutes',
    ]);
    expect(after.map((item) => item.kind)).toEqual(['announcements', 'other_matters', 'closing']);
    expect(before[1]?.account).toBe(
      'Toimintasäännön mukaan kokouskutsu lähetetään jäsenille vähintään 7 päivää ja esityslista vähintään 4 päivää ennen kokousta. Q.',
    );
    expect(before[2]?.proposal).toBe(
      'Valitaan 2 pöytäkirjantarkastajaa, jotka toimivat tarvittaessa myös ääntenlaskijoina.',
    );
  });

  test('each template can be drawn up in each language with the values of planning alone', () => {
    for (const template of templates.templates)
      for (const language of LANGUAGES)
        for (const part of Object.values(draftAgenda(template, language, values)).flat())
          for (const text of [part.title, part.account, part.proposal])
            expect(text ?? '').not.toMatch(/[{}]/);
  });

  test('texts use no other values than those that are declared', () => {
    for (const template of templates.templates)
      for (const item of template.items) {
        if ('slot' in item) continue;
        for (const language of LANGUAGES) {
          for (const text of [item.account, item.proposal])
            for (const name of placeholders(text?.[language] ?? '')) expect(PLANNING_VALUES).toContain(name);
          for (const text of [item.proceedings, item.decision])
            for (const name of placeholders(text?.[language] ?? ''))
              expect([...PLANNING_VALUES, ...SESSION_VALUES]).toContain(name);
        }
      }
  });

  test('memo: no § words, no examiners', () => {
    const memo = agendaTemplate(templates, 'memo');
    expect(memo.profile).toBe('memo');
    expect(memo.items.some((item) => 'kind' in item && item.kind === 'examiners')).toBe(false);
    expect(draftRecord(memo, 'examiners', 'fi', {})).toBeNull();
  });

  test('the words of the record are filled in the session', () => {
    const template = agendaTemplate(templates, 'ordinary');
    expect(draftRecord(template, 'closing', 'en', { endedAt: '15:25' })).toEqual({
      proceedings: null,
      decision: 'The chair closed the meeting at 15:25.',
      decisionType: 'closed',
    });
    expect(() => draftRecord(template, 'closing', 'fi', {})).toThrow('PHRASE_VALUE_MISSING');
  });

  test('an unknown template is told', () => {
    expect(() => agendaTemplate(templates, 'dance')).toThrow('AGENDA_TEMPLATE_NOT_FOUND');
  });
});
