/**
 * Marks the words that a search found in the item that is shown, and brings the first of them into view. The marks are
 * drawn over the text (CSS Custom Highlight API), so that an editor's content stays what it is.
 */
import { useEffect } from 'react';

const NAME = 'found-words';
/** The item held, or read while it is prepared. */
const PLACE = '#meeting-panel [aria-labelledby="live-item-title"], #meeting-panel section';
/** How long the item may take to be there. */
const PATIENCE = 5_000;

function rangesIn(root: Element, wanted: ReadonlySet<string>): Range[] {
  const ranges: Range[] = [];
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode())
    for (const match of (node.textContent ?? '').matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)) {
      if (!wanted.has(match[0].toLocaleLowerCase('fi'))) continue;
      const range = new Range();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      ranges.push(range);
    }
  return ranges;
}

/** @param words as they stand in the item; nothing to mark without */
export function useFoundWords(words: readonly string[] | undefined): void {
  useEffect(() => {
    if (words === undefined || words.length === 0) return undefined;
    const wanted = new Set(
      words.flatMap((word) => word.split(/[^\p{L}\p{N}\p{M}]+/u)).map((word) => word.toLocaleLowerCase('fi')),
    );
    wanted.delete('');
    let isShown = false;
    const mark = (): void => {
      const root = document.querySelector(PLACE);
      if (root === null) return;
      const ranges = rangesIn(root, wanted);
      CSS.highlights.set(NAME, new Highlight(...ranges));
      if (isShown || ranges.length === 0) return;
      isShown = true;
      const last = ranges.find((range) => range.startContainer.parentElement?.closest('h1, h2, h3') === null);
      (last ?? ranges[0])?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    };
    const panel = document.body;
    const observer = new MutationObserver(mark);
    observer.observe(panel, { childList: true, subtree: true, characterData: true });
    mark();
    const patience = setTimeout(() => observer.disconnect(), PATIENCE);
    return () => {
      clearTimeout(patience);
      observer.disconnect();
      CSS.highlights.delete(NAME);
    };
  }, [words]);
}
