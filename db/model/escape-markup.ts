/** Text that stands in HTML or XML: between tags, or in an attribute within double quotes. */

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The text with the letters that markup would take for its own written as entities. */
export function escapeMarkup(text: string): string {
  return text.replaceAll(/[&<>"]/g, (letter) => ESCAPES[letter]!);
}

/** The same for XML, without what XML 1.0 can't hold (2.2: control characters, halves of pairs, U+FFFE and U+FFFF). */
export function xmlText(text: string): string {
  return escapeMarkup(text.toWellFormed().replaceAll(/[^\P{Cc}\n\t]|[\ufffe\uffff]/gu, ''));
}
