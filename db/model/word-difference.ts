/** What changed between two texts, word by word, for reading. */
import { diffWordsWithSpace } from 'diff';

export interface WordPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Beyond so many changed words a text is another text, and comparing word by word would only take long. */
const MOST_CHANGES = 600;

/**
 * The parts in the order of reading, none empty. The same and the removed parts make up `before`, the same and the added ones `after`.
 */
export function wordDifference(before: string, after: string): WordPart[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_CHANGES });
  const parts: WordPart[] =
    changes === undefined
      ? [
          { kind: 'removed', text: before },
          { kind: 'added', text: after },
        ]
      : changes.map(({ added, removed, value }) => ({
          kind: added ? 'added' : removed ? 'removed' : 'same',
          text: value,
        }));
  return parts.filter(({ text }) => text !== '');
}
