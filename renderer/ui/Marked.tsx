import { highlight, type Ranges } from './marked.ts';

/** A text with some of its letters marked: where a search matched. */
export function Marked({ text, ranges }: { text: string; ranges: Ranges }) {
  return highlight(text, ranges).map(({ text: part, isHit }, index) =>
    // oxlint-disable-next-line react/no-array-index-key -- the parts of one text have no other name
    isHit ? <mark key={index}>{part}</mark> : <span key={index}>{part}</span>,
  );
}
