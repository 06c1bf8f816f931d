/** Which actions answer to what was typed, best first, and which letters of a text to mark. Pure. */
import type { Translate } from '../i18n/language.ts';
import type { Action } from '../ui/actions.ts';
import type { Ranges } from '../ui/marked.ts';

export interface ActionMatch {
  action: Action;
  title: string;
  ranges: Ranges;
}

function fold(text: string): string {
  // One letter stays one letter, so that places in the folded text are places in the text.
  // oxlint-disable-next-line typescript/no-misused-spread -- code points are meant
  return [...text.toLowerCase()]
    .map((letter) => letter.normalize('NFD')[0]! + '\u0000'.repeat(letter.length - 1))
    .join('');
}

/**
 * Where the words of the query begin words of the text, or null when one of them does not.
 * `fold` keeps lengths, so the ranges are of the text as it is.
 */
export function wordRanges(text: string, query: string): Ranges | null {
  const folded = fold(text);
  const ranges: [number, number][] = [];
  for (const word of fold(query.trim()).split(/\s+/)) {
    if (word === '') continue;
    let at = folded.indexOf(word);
    while (at > 0 && /[\p{L}\p{N}]/u.test(folded[at - 1]!)) at = folded.indexOf(word, at + 1);
    if (at < 0) return null;
    ranges.push([at, at + word.length]);
  }
  return ranges.sort((a, b) => a[0] - b[0]);
}

/** The actions whose title or keywords have every word of the text: one of that very name, then those of the title. */
export function matchActions(actions: readonly Action[], text: string, t: Translate): ActionMatch[] {
  const byName: ActionMatch[] = [];
  const byTitle: ActionMatch[] = [];
  const typed = fold(text.trim());
  const byKeyword: ActionMatch[] = [];
  for (const action of actions) {
    if (action.id === 'palette' || action.isEnabled?.() === false) continue;
    const title = action.title(t);
    const ranges = wordRanges(title, text);
    if (ranges)
      (action.name !== undefined && fold(action.name) === typed ? byName : byTitle).push({
        action,
        title,
        ranges,
      });
    else if (wordRanges(`${title} ${action.keywords ?? ''}`, text))
      byKeyword.push({ action, title, ranges: [] });
  }
  return [...byName, ...byTitle, ...byKeyword];
}
