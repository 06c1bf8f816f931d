/**
 * What of a sentence can be told from its endings: passives, clauses, reduced clauses. Finnish is looked at closely,
 * Swedish and English roughly, the others not at all. There is no dictionary behind it: what another word could look like
 * as well is told as uncertain.
 */

export interface PassiveMark {
  word: string;
  isCertain: boolean;
}

/**
 * Nouns of which a form looks like a passive: "kuntaan", "sotaan", "työtään", "pakettiin", "Kanadaan". The commonest are
 * listed; what stands before them in a compound does not matter.
 */
const LOOKS_PRESENT =
  /(?:kun|ran|hin|pin|val|il|sil|vir|ker|par|so|ra|pa|ko|nuot|mit|puol)taan$|(?:maa|työ|pää|pöy|hä|ken|yö|elämä|syy|luke|tie)tään$|maataan$/i;
/** A long vowel before -ttiin is that of a noun: "formaattiin", "instituuttiin". */
const LOOKS_PAST =
  /(?:(?:pak|til|tik|nik|mark|kvart|kab|kasv|bal|budj|kabin|n)etti|aatti|iitti|uutti|yytti|motti|tutti)in$/i;
const FOREIGN_DA = /(?:kanad|agend|propagand|verand|ugand|ruand|pand)aan$/i;

/**
 * Passive forms (passiivi) of Finnish by the endings of VISK § 107: -taan/-tään, -daan/-dään, -laan … of the present,
 * -ttiin/-tiin of the past, -taisiin of the conditional, "ei tehdä", "on tehty".
 */
function finnishPassives(words: readonly string[]): PassiveMark[] {
  const found: PassiveMark[] = [];
  for (const [at, word] of words.entries()) {
    const bare = word.toLowerCase().replace(/(?:kin|kaan|kään|han|hän|ko|kö|pa|pä)$/, (clitic) =>
      // "-kaan" is a clitic only after a whole form.
      /(?:aan|ään|iin)$/.test(word.toLowerCase().slice(0, -clitic.length)) ? '' : clitic,
    );
    const isName = /^\p{Lu}/u.test(word) && at > 0;
    const one = finnishPassive(bare);
    if (one !== null) found.push({ word, isCertain: one && !isName });
    const next = words[at + 1]?.toLowerCase();
    if (next === undefined) continue;
    // "Ei järjestetä", "ei voida": the stem of the passive follows the negation. Partitives look the same.
    if (
      bare === 'ei' &&
      /(?:[aeiouyäö]t[aä]|[td]äisi|taisi|daisi|[hiueyo]d[aä]|ell[aä]|nn[aä]|rr[aä]|tt[uy]|[lnrsh]t[uy])$/.test(
        next,
      )
    )
      if (!/^(?:muuta|mitä|tätä|sitä|siitä|ketä|rahaa|sellaista|tietoa|niitä|näitä|tule|jotta)$/.test(next))
        found.push({
          word: `${word} ${words[at + 1] ?? ''}`,
          isCertain: /(?:etä|ota|uta|yta|ida|äisi|aisi)$/.test(next),
        });
    // "On järjestetty", "oli sanottu", "ei ole tehty".
    if (
      /^(?:on|oli|ole|ollut|olisi|lienee|ollaan|oltiin)$/.test(bare) &&
      /(?:[aeiouyäö]tt[uy]|[hsnlr]t[uy]|[sn]tt[uy])$/.test(next)
    )
      if (!/^(?:tuttu|työttä|mittu|lyhty|taittu)$/.test(next) && next.length > 3)
        found.push({
          word: `${word} ${words[at + 1] ?? ''}`,
          isCertain: /(?:ett[uy]|ott[uy]|utt[uy]|itt[uy]|yött[uy]|tehty|nähty|tullut)$/.test(next),
        });
  }
  return found;
}

/** True: a passive; false: perhaps one; null: none. */
function finnishPassive(word: string): boolean | null {
  if (word.length < 5) return null;
  if (/(?:aisiin|äisiin)$/.test(word)) return /[td](?:aisiin|äisiin)$/.test(word) ? true : null;
  if (/[aeiouyäö]tt?(?:aan|ään)$/.test(word)) {
    if (LOOKS_PRESENT.test(word)) return null;
    // "Pidetään", "sanotaan", "annetaan": the vowel before is that of a verb's stem. Others may be nouns.
    return /(?:[eouy]|i)tt?(?:aan|ään)$/.test(word) || word.length >= 9;
  }
  if (/[aeiouyäöh]d(?:aan|ään)$/.test(word)) return FOREIGN_DA.test(word) ? null : true;
  if (/(?:e|i)ll(?:aan|ään)$/.test(word)) return word.length >= 8;
  if (
    /^(?:ollaan|tullaan|mennään|pannaan|surraan|purraan|niellään|luullaan|kuullaan|noustaan|juostaan|päästään|pestään|lasketaan)$/.test(
      word,
    )
  )
    return true;
  if (/(?:nn|rr|ll|st)(?:aan|ään)$/.test(word) && word.length >= 7)
    return LOOKS_PRESENT.test(word) ? null : false;
  if (/[aeiouyäö]ttiin$/.test(word)) return LOOKS_PAST.test(word) ? null : true;
  if (
    /^(?:oltiin|tultiin|mentiin|pantiin|surtiin|vietiin|saatiin|tuotiin|juotiin|syötiin|käytiin|tehtiin|nähtiin|noustiin|juostiin|päästiin|pestiin|kuultiin|luultiin|voitiin|jäätiin|myytiin|lyötiin)$/.test(
      word,
    )
  )
    return true;
  if (/(?:ell|ill)tiin$|(?:eltiin|iltiin)$/.test(word)) return word.length >= 8;
  return null;
}

const ENGLISH_PASSIVE =
  /\b(?:is|are|was|were|be|been|being|get|gets|got)\s+(?:not\s+|also\s+|always\s+|now\s+|\p{L}+ly\s+)?(\p{L}{2,}ed|made|given|held|sent|done|taken|written|chosen|known|shown|told|paid|kept|found|built|read|put|set|seen|brought|bought|left|met|said|sold)\b/giu;
/** "Blir/blev vald", "ordnades", "ska ordnas". */
const SWEDISH_PASSIVE: readonly [pattern: RegExp, isCertain: boolean][] = [
  [/\b(?:blir|blev|blivit|bli)\s+(?:\p{L}+t\s+)?(\p{L}{3,}(?:d|t|n|da|na|ta))(?![\p{L}])/giu, false],
  [/(?<![\p{L}])(\p{L}{3,}(?:ades|ats|erades|erats|ddes|ttes|ktes))(?![\p{L}])/giu, true],
  [/\b(?:ska|kan|får|måste|bör|skulle|kunde)\s+(?:inte\s+|också\s+)?(\p{L}{3,}as)(?![\p{L}])/giu, true],
];

/** Passives of a sentence. Nothing for languages that are not looked at. */
export function passiveMarks(sentence: string, tag: string): PassiveMark[] {
  if (tag === 'fi') return finnishPassives(sentence.match(/\p{L}[\p{L}-]*/gu) ?? []);
  const found = new Map<string, boolean>();
  if (tag === 'en') for (const [whole] of sentence.matchAll(ENGLISH_PASSIVE)) found.set(whole, false);
  if (tag === 'sv')
    for (const [pattern, isCertain] of SWEDISH_PASSIVE)
      for (const [whole] of sentence.matchAll(pattern)) found.set(whole, isCertain);
  return [...found].map(([word, isCertain]) => ({ word, isCertain }));
}

/** Words that begin a clause that hangs on another. */
const SUBORDINATORS: Readonly<Record<string, RegExp>> = {
  fi: /(?<!\p{L})(?:että|jotta|koska|kun|jos|jollei|ellei|vaikka|kunnes|jotka|joka|jonka|jota|jossa|josta|johon|jolla|jolta|jolle|joiden|joita|joissa|joista|joihin|joilla|joilta|joille|joina|jona|mikäli|milloin|siten kuin|sillä)(?!\p{L})/giu,
  sv: /(?<!\p{L})(?:att(?=\s+(?:vi|ni|de|han|hon|den|det|man|du|jag|alla|\p{L}+(?:en|na|et)))|eftersom|om|när|som|därför att|medan|innan|fastän|trots att|så att|vars)(?!\p{L})/giu,
  en: /(?<!\p{L})(?:that|because|when|if|which|who|whose|although|though|while|before|after|until|unless|so that|where)(?!\p{L})/giu,
  ru: /(?<!\p{L})(?:что|чтобы|потому что|когда|если|который|которая|которое|которые|которых|хотя|пока|где)(?!\p{L})/giu,
  uk: /(?<!\p{L})(?:що|щоб|тому що|коли|якщо|який|яка|яке|які|яких|хоча|поки|де)(?!\p{L})/giu,
};
/** A comma and a joining word: another main clause, or only the end of a list. */
const JOINED: Readonly<Record<string, RegExp>> = {
  fi: /,\s+(?:ja|mutta|vaan|tai|sekä|eikä|joten)(?!\p{L})/giu,
  sv: /,\s+(?:och|men|utan|eller|så|för)(?!\p{L})/giu,
  en: /,\s+(?:and|but|or|so|yet)(?!\p{L})/giu,
  ru: /,\s+(?:и|но|а|или|поэтому)(?!\p{L})/giu,
  uk: /,\s+(?:і|й|та|але|а|або|тому)(?!\p{L})/giu,
};

/** What begins further clauses of a sentence, in their order. */
export function subordinateClauses(sentence: string, tag: string): string[] {
  const found = [SUBORDINATORS[tag], JOINED[tag]].flatMap((pattern) =>
    pattern === undefined ? [] : Array.from(sentence.matchAll(pattern)),
  );
  return found.sort((a, b) => a.index - b.index).map(([word]) => word.replace(/^,\s+/, ''));
}

/**
 * Words that stand for a clause (lauseenvastike): "saavuttuaan", "tehdessään", "auttaakseen", "lukiessa". Finnish only.
 */
const REDUCED =
  /(?<!\p{L})\p{L}{2,}(?:[aeiouyäö]ttu(?:a|aan|ani|amme)|tty(?:ä|ään|äni|ämme)|(?:ua|yä)(?:an|än)|akse(?:en|ni|mme)|äkse(?:en|ni|mme)|[ei]ss(?:aan|ään)|iessa|iessä|dessa|dessä)(?!\p{L})/giu;
/** Inessives with a possessive: "hyvinvoinnissaan" is no clause. */
const INESSIVE =
  /(?:nnissa|nnissä|unnissa|llisessa|llisessä|uudessa|yydessä|udessa|ydessä|vuodessa|kädessä|todessa|[aeiouyäö]issaan|[aeiouyäö]issään)/i;

export function reducedClauses(sentence: string, tag: string): string[] {
  if (tag !== 'fi') return [];
  return (sentence.match(REDUCED) ?? []).filter((word) => !INESSIVE.test(word));
}
