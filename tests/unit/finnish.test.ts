import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { expandFinnishWord, normaliseForSearch } from '../../db/model/finnish.ts';
import { DISTRACTORS, HELD_OUT, TRAINING, type InflectedWord } from '../fixtures/finnish-forms.ts';

function matches(query: string): (form: string) => boolean {
  const { prefixes, exact } = expandFinnishWord(query);
  const whole = new Set(exact);
  return (form) => whole.has(form) || prefixes.some((prefix) => form.startsWith(prefix));
}

interface Measure {
  recall: number;
  precision: number;
  missed: string[];
  wrong: string[];
}

/**
 * Recall and precision over word forms: every form of the list and every distractor is a document; a query
 * should find the forms of its own word only. Compounds count as wrong where one word of the list begins
 * another (järjestö, järjestöneuvottelukunta), though a secretary would welcome them.
 */
function measure(
  list: readonly InflectedWord[],
  queriesOf: (word: InflectedWord) => readonly string[],
): Measure {
  const corpus = new Set([...DISTRACTORS, ...list.flatMap((word) => [word.lemma, ...word.forms])]);
  let [wanted, found, hits] = [0, 0, 0];
  const missed: string[] = [];
  const wrong: string[] = [];
  for (const word of list) {
    const own = new Set([word.lemma, ...word.forms]);
    for (const query of queriesOf(word)) {
      const finds = matches(query);
      wanted += own.size;
      for (const form of corpus) {
        if (finds(form)) {
          found += 1;
          if (own.has(form)) hits += 1;
          else wrong.push(`${query}→${form}`);
        } else if (own.has(form)) missed.push(`${query}→${form}`);
      }
    }
  }
  return { recall: hits / wanted, precision: hits / found, missed, wrong };
}

function report(name: string, result: Measure): void {
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  console.info(`${name}: recall ${percent(result.recall)}, precision ${percent(result.precision)}`);
}

describe('the lists', () => {
  it('are large enough and clean', () => {
    expect(TRAINING.length + HELD_OUT.length).toBeGreaterThanOrEqual(100);
    expect(HELD_OUT.length).toBeGreaterThanOrEqual(60);
    expect(new Set(DISTRACTORS).size).toBeGreaterThanOrEqual(150);
    const lemmas = [...TRAINING, ...HELD_OUT].map((word) => word.lemma);
    expect(new Set(lemmas).size).toBe(lemmas.length);
    const forms = new Set([...TRAINING, ...HELD_OUT].flatMap((word) => [word.lemma, ...word.forms]));
    expect(DISTRACTORS.filter((word) => forms.has(word))).toEqual([]);
    for (const word of [...TRAINING, ...HELD_OUT]) {
      expect(new Set(word.forms).size, word.lemma).toBeGreaterThanOrEqual(8);
      expect(new Set(word.forms).size, word.lemma).toBe(word.forms.length);
    }
  });
});

describe.each([
  ['training', TRAINING],
  ['held out', HELD_OUT],
])('%s words', (name, list) => {
  it('are found by their dictionary form', () => {
    const result = measure(list, (word) => [word.lemma]);
    report(`${name}, dictionary form typed`, result);
    expect(result.recall, result.missed.join(' ')).toBeGreaterThanOrEqual(0.95);
    expect(result.precision, result.wrong.join(' ')).toBeGreaterThanOrEqual(0.9);
  });

  it('are found by an inflected form', () => {
    const result = measure(list, (word) => word.forms);
    report(`${name}, inflected form typed`, result);
    expect(result.recall, result.missed.join(' ')).toBeGreaterThanOrEqual(0.95);
    expect(result.precision, result.wrong.join(' ')).toBeGreaterThanOrEqual(0.9);
  });

  it('beat plain prefixes', () => {
    const [wanted, found] = list.reduce(
      ([all, begin], { lemma, forms }) => [
        all + forms.length,
        begin + forms.filter((form) => form.startsWith(lemma)).length,
      ],
      [0, 0],
    );
    console.info(`${name}, the word as a plain prefix: recall ${((found / wanted) * 100).toFixed(1)} %`);
    expect(found / wanted).toBeLessThan(0.8);
  });
});

describe('single rules', () => {
  it.each([
    ['kaupunki', 'kaupungeissa'], // nk:ng
    ['ranta', 'rannalla'], // nt:nn
    ['kampa', 'kammalla'], // mp:mm
    ['ilta', 'illalla'], // lt:ll
    ['kerta', 'kerran'], // rt:rr
    ['jalka', 'jalan'], // lk:l
    ['särki', 'särjen'], // rk:rj
    ['nahka', 'nahan'], // hk:h
    ['tahto', 'tahdon'], // ht:hd
    ['leipä', 'leivän'], // p:v
    ['pöytä', 'pöydällä'], // t:d
    ['puku', 'puvun'], // uku:uvu
    ['poika', 'pojan'], // ika:ja
    ['kukka', 'kukan'], // kk:k
    ['auto', 'auton'], // loans keep a single stop
    ['hammas', 'hampaita'], // inverse gradation
    ['soitin', 'soittimen'],
    ['ruoka', 'ruuan'],
    ['veri', 'verta'],
    ['lumi', 'lunta'],
    ['kunta', 'kuntamme'], // possessive
    ['kunta', 'kunnassakin'], // clitic
    ['puhemies', 'puhemiestä'], // neutral last part after back vowels
    ['kevät', 'kevään'],
    ['ville', 'villelle'], // a first name in -e does not inflect like hanke
    ['päättää', 'päätetään'],
    ['päättää', 'päätti'],
    ['käsitellä', 'käsittelee'],
    ['organisoida', 'organisoi'],
    ['kunnan', 'kuntien'], // inflected forms lead to the word
    ['järjestöille', 'järjestö'],
    ['vettä', 'vesi'],
    ['lasten', 'lapsi'],
    ['teiden', 'tie'],
    ['hankkeiden', 'hanke'],
    ['päätökset', 'päätöstä'],
    ['osallisuuden', 'osallisuus'],
    ['nurmeksessa', 'nurmes'],
    ['lausuntomme', 'lausunnoista'],
  ])('%s finds %s', (query, form) => {
    expect(matches(query)(form)).toBe(true);
  });

  it.each([
    ['tila', 'tilasto'],
    ['kunta', 'kunto'],
    ['laki', 'laina'],
    ['työ', 'työntää'],
    ['vuosi', 'vuotaa'],
    ['toimi', 'toimittaja'],
  ])('%s does not find %s', (query, form) => {
    expect(matches(query)(form)).toBe(false);
  });
});

describe('what is not Finnish', () => {
  it('passes foreign words and numbers as they are', () => {
    expect(expandFinnishWord('Zoom')).toEqual({ prefixes: ['zoom'], exact: [] });
    expect(expandFinnishWord('2026')).toEqual({ prefixes: ['2026'], exact: [] });
    expect(expandFinnishWord('EU')).toEqual({ prefixes: [], exact: ['eu'] });
    expect(expandFinnishWord('')).toEqual({ prefixes: [], exact: [] });
  });

  it.each([
    ['meeting', 'meetings'],
    ['sammanträde', 'sammanträdet'],
    ['protokoll', 'protokollet'],
    ['kommun', 'kommunerna'],
    ['association', 'associations'],
  ])('%s finds %s', (query, form) => {
    expect(matches(query)(form)).toBe(true);
  });

  it('composes and lowers', () => {
    expect(normaliseForSearch('A\u0308A\u0308NEKOSKI')).toBe('äänekoski');
  });

  it('takes any string, finds the word itself and stays small', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom(...Array.from('aeiouyäökptsnlrmhvdjg')), maxLength: 14 }),
        ),
        (word) => {
          const { prefixes, exact } = expandFinnishWord(word);
          expect(prefixes.length + exact.length).toBeLessThan(600);
          expect([...prefixes, ...exact].every((term) => term !== '')).toBe(true);
          if (word !== '') expect(matches(word)(normaliseForSearch(word))).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
