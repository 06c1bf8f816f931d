import type { PrintableBlock } from '../../../db/model/printable.ts';

/** For each block which item of the agenda it is, the first being 0; −1 for what is not an item. */
export function itemPlaces(blocks: readonly PrintableBlock[]): number[] {
  let count = 0;
  return blocks.map((block) => (block.type === 'item' ? count++ : -1));
}
