import type { PrintableDocument } from '../../db/model/printable.ts';
/** Plain text. */
export function toText(document: PrintableDocument): {
  bytes: Uint8Array;
  replaced: { character: string; count: number }[];
} {
  return { bytes: new TextEncoder().encode(document.title), replaced: [] };
}
