/** Words, times and names by which Finnish (and Swedish) minutes tell what is what. */
import { FINNISH_MONTHS, isIsoDate } from './dates.ts';
import type { OldCapacity } from './old-minutes.ts';

/** The first date of a text: "19.5.2026", "19. toukokuuta 2026", "2026-05-19". */
export function findDate(text: string): { value: string; index: number; length: number } | null {
  const pattern = new RegExp(
    String.raw`\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b|\b(\d{1,2})\.?\s+(${FINNISH_MONTHS.join('|')})(?:ta|n)?\s+(\d{4})|\b(\d{4}-\d{2}-\d{2})\b`,
    'giu',
  );
  for (const match of text.matchAll(pattern)) {
    const [whole, day, month, year, wordDay, word, wordYear, iso] = match;
    const value =
      iso ??
      (word === undefined
        ? dateOf(day!, month!, year!)
        : dateOf(
            wordDay!,
            String((FINNISH_MONTHS as readonly string[]).indexOf(word.toLowerCase()) + 1),
            wordYear!,
          ));
    if (isIsoDate(value)) return { value, index: match.index, length: whole.length };
  }
  return null;
}

const dateOf = (day: string, month: string, year: string): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

const CLOCK = String.raw`([01]?\d|2[0-3])(?:[.:]([0-5]\d))?`;
const clock = (hour: string, minute: string | undefined): string =>
  `${hour.padStart(2, '0')}:${minute ?? '00'}`;

/** "klo 13.00–15.25", "kello 10 - 12.15", "kl. 9": from when, and until when if it is said. */
export function findTimes(
  text: string,
): { from: string; to: string | null; index: number; length: number } | null {
  const match = new RegExp(
    String.raw`\b(?:klo|kello|kl\.?)\s*${CLOCK}(?:\s*[–—-]\s*(?:(?:klo|kello|kl\.?)\s*)?${CLOCK})?(?![\d.:]*\d)`,
    'iu',
  ).exec(text);
  if (match === null) return null;
  const [whole, hour, minute, toHour, toMinute] = match;
  return {
    from: clock(hour!, minute),
    to: toHour === undefined ? null : clock(toHour, toMinute),
    index: match.index,
    length: whole.length,
  };
}

/** The time after a verb: "poistui klo 14.35", "poistui 14:35", "saapui kokoukseen … klo 10.33". */
export function timeAfter(verb: RegExp, text: string): string | null {
  const match = new RegExp(
    String.raw`(?:${verb.source})[^.;\d]{0,80}?(?:(?:§\s*\d+(?::\p{L}+)?|\d+\s*§(?::\p{L}+)?)[^.;\d]{0,60}?)?(?:klo\s*|kello\s*|kl\.?\s*)?([01]?\d|2[0-3])[.:]([0-5]\d)(?!\.?\d)`,
    'iu',
  ).exec(text);
  return match === null ? null : clock(match[1]!, match[2]);
}

/** "14:00 - 16:10" beside a date, where the word for "at" is left out. */
export function findBareTimes(
  text: string,
): { from: string; to: string; index: number; length: number } | null {
  const match =
    /(?<![\d.])([01]?\d|2[0-3])[.:]([0-5]\d)\s*[–—-]\s*([01]?\d|2[0-3])[.:]([0-5]\d)(?!\.?\d)/u.exec(text);
  return match === null
    ? null
    : {
        from: clock(match[1]!, match[2]),
        to: clock(match[3]!, match[4]),
        index: match.index,
        length: match[0].length,
      };
}

export const ARRIVED = /saapui|saapunut|liittyi|anlände/;
export const LEFT = /poistui|poistunut|lähti|avlägsnade/;

/** "§ 26–28", "26–28 §", "§:t 26–28", "§ 30". */
export function findSections(text: string): { from: number; to: number } | null {
  const range =
    /(?:§+(?::?t)?\s*(\d{1,4})(?:\s*[–—-]\s*(\d{1,4}))?|\b(\d{1,4})(?:\s*[–—-]\s*(\d{1,4}))?\s*§)/u.exec(
      text,
    );
  if (range === null) return null;
  const from = Number(range[1] ?? range[3]);
  const to = Number(range[2] ?? range[4] ?? from);
  return to >= from ? { from, to } : null;
}

/** Words at the head of a group of people, or after a name. The most exact first. */
const CAPACITY_WORDS: readonly [RegExp, OldCapacity][] = [
  [/vara\s?puheenjohtaja|\bvpj\b|vice ?ordförande/iu, 'vice_chair'],
  [/puheenjohtaja|\bpj\b|ordförande/iu, 'chair'],
  [/varajäse|ersättare|suppleant/iu, 'deputy'],
  [/sihteeri|\bsiht\b|pöytäkirjanpitäjä|sekreterare/iu, 'secretary'],
  [/esittelijä|föredragande/iu, 'presenter'],
  [/asiantuntija|sakkunnig/iu, 'expert'],
  [/\bjäsen|\bmedlem|ledam[oö]t/iu, 'member'],
];

/** The capacity that a text names. */
export function findCapacity(text: string): OldCapacity | null {
  return CAPACITY_WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

const NAME_WORD = String.raw`\p{Lu}[\p{L}'’´-]*\.?`;
const NAME = new RegExp(
  String.raw`^${NAME_WORD}(?:\s(?:${NAME_WORD}|af|von|van|de|der|\d{1,3}(?![\d.:]))){1,3}`,
  'u',
);
/** "Alén, Björn": the last name first. */
const LAST_FIRST = new RegExp(
  String.raw`^(${NAME_WORD}), (${NAME_WORD}(?: ${NAME_WORD})?)(?=\s{2,}|\t|,|\s*\(|$)`,
  'u',
);
/** Capitalised words that begin no name. */
const NO_NAME =
  /^(Läsnä|Poissa|Jäsen(?:et)?(?!\s\d)|Varajäsen(?:et)?(?!\s\d)|Muut|Kokous|Puheenjohtaja|Sihteeri(?!\s\d)|Esittelijä|Pöytäkirja|Asialista|Esityslista|Liite|Nimi|Järjestö|Paikka|Aika|Ehdotus|Päätös|Esitys|Yhteensä|Kutsuttu|Osallistuja|Maakunta|Kaupunki|Kunta|Hyväksyttiin|Merkittiin|Todettiin|Käsitellyt)/u;

/** A name at the beginning of a text, with a short name in brackets when there is one. */
export function findName(text: string): { name: string; shortName: string | null; length: number } | null {
  const turned = LAST_FIRST.exec(text);
  if (turned !== null && !NO_NAME.test(text) && findCapacity(turned[2]!) === null)
    return { name: `${turned[2]} ${turned[1]}`, shortName: null, length: turned[0].length };
  const match = NAME.exec(text);
  if (match === null || NO_NAME.test(text)) return null;
  const name = match[0].replace(/\s+/g, ' ');
  // A word of many capitals is a heading.
  if (/^[\p{Lu}\s\d.-]{9,}$/u.test(name)) return null;
  const short = /^\s*\((\p{Lu}{1,3}\d{1,3})\)/u.exec(text.slice(match[0].length));
  return { name, shortName: short?.[1] ?? null, length: match[0].length + (short?.[0].length ?? 0) };
}
