/** How alike the names of two organisations are, for finding the same one written differently. */

/** Words that say the legal form and not which organisation it is. */
const FORMS = new Set(['ry', 'rf', 'r', 'y', 'f', 'rp', 'sr', 'oy', 'ab', 'osk', 'rek', 'yhd']);

/**
 * A name as it is compared: lower case without marks over letters other than å, ä and ö, without punctuation and
 * without the legal form. Empty for a name that consists of nothing else.
 * @example nameKey('Joensuun  Martat R.Y.') // 'joensuun martat'
 */
function nameKey(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^åäöæø\p{P}\p{Z}\p{S}a-z0-9]/gu, (letter) => letter.normalize('NFKD').replace(/\p{M}/gu, ''))
    .replace(/\b(r)\s*\.\s*([yfp])\b\.?/gu, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .split(' ')
    .filter((word) => word !== '' && !FORMS.has(word))
    .join(' ');
}

function pairs(key: string): Map<string, number> {
  const found = new Map<string, number>();
  const padded = ` ${key} `;
  for (let at = 0; at < padded.length - 1; at += 1) {
    const pair = padded.slice(at, at + 2);
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}

function dice(a: Map<string, number>, b: Map<string, number>): number {
  let [common, total] = [0, 0];
  for (const [pair, count] of a) common += Math.min(count, b.get(pair) ?? 0);
  for (const count of a.values()) total += count;
  for (const count of b.values()) total += count;
  return total === 0 ? 0 : (2 * common) / total;
}

/** From here on two names are shown to the user as perhaps the same. */
const ALIKE = 0.84;
/** Names that share only a word in more than so many are not compared: "martat" alone tells nothing. */
const COMMON_WORD = 400;
/** Beginnings of words by which names with inflected or mistyped words still meet. */
const STEM = 5;

export interface LikeName<Item> {
  item: Item;
  score: number;
}

/** Names by their words, so that one of 70,000 is compared with a few and not with all. */
export class NameIndex<Item> {
  private readonly exact = new Map<string, Item[]>();
  private readonly words = new Map<string, { key: string; item: Item }[]>();

  add(name: string, item: Item): void {
    const key = nameKey(name);
    if (key === '') return;
    push(this.exact, key, item);
    for (const stem of stems(key)) push(this.words, stem, { key, item });
  }

  /** Items of exactly that name, however its form and punctuation are written. */
  same(name: string): readonly Item[] {
    const key = nameKey(name);
    return key === '' ? [] : (this.exact.get(key) ?? []);
  }

  /** The most alike, the best first. */
  alike(name: string, most = 3): LikeName<Item>[] {
    const key = nameKey(name);
    if (key === '') return [];
    const own = pairs(key);
    const seen = new Map<Item, number>();
    for (const stem of stems(key)) {
      const list = this.words.get(stem) ?? [];
      if (list.length > COMMON_WORD) continue;
      for (const other of list) {
        if (seen.has(other.item) || Math.abs(other.key.length - key.length) > key.length / 3 + 2) continue;
        seen.set(other.item, other.key === key ? 1 : dice(own, pairs(other.key)));
      }
    }
    for (const item of this.same(name)) seen.set(item, 1);
    return Array.from(seen, ([item, score]) => ({ item, score }))
      .filter(({ score }) => score >= ALIKE)
      .sort((a, b) => b.score - a.score)
      .slice(0, most);
  }
}

function stems(key: string): Set<string> {
  const words = key.split(' ');
  // The whole without spaces too: "4 H yhdistys" and "4H-yhdistys" meet.
  return new Set([
    ...words.filter((word) => word.length > 2).map((word) => word.slice(0, STEM)),
    key.replaceAll(' ', '').slice(0, 8),
  ]);
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
