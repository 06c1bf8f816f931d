/** A text as it is compared with another: whatever its case and composition. */
export function foldText(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
