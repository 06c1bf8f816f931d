/** Spaces at which a line must not break. */

export const NO_BREAK_SPACE = '\u00a0';

/** Binds with no-break spaces what must not be parted: "30 §", "klo 13.00", "Martat ry", "Lapset puheeksi -menetelmä". */
export function bound(text: string): string {
  return text
    .replace(/(?<=\d) (?=§)|(?<=§) (?=\d)|(?<=\b(?:klo|kl\.|nro|n:o|mom\.|s\.)) (?=\d)/gu, NO_BREAK_SPACE)
    .replace(/(?<=\p{L}) (?=-\p{L}|(?:ry|rf)(?!\p{L}))/gu, NO_BREAK_SPACE);
}
