/** How deep the headings of a document lie: one rule for everything that lays documents out. */
import type { PrintableDocument } from './printable.ts';

export interface PrintableOutline {
  /** Level of a section, 1 for the uppermost. */
  section(level: 1 | 2 | 3): number;
  /** Level of an item (pykälä): below the sections, or the first where there are none. */
  item: number;
  /** Level of the side headings inside an item. */
  part: number;
}

/** The uppermost sections are headings of the first level, whatever they call themselves. */
export function outlineOf({ blocks }: Pick<PrintableDocument, 'blocks'>): PrintableOutline {
  const levels = blocks.filter((block) => block.type === 'heading').map(({ level }) => level);
  const top = Math.min(3, ...levels);
  const item = levels.length > 0 ? 2 : 1;
  return { section: (level) => level - top + 1, item, part: item + 1 };
}
