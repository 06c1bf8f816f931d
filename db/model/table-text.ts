/** Text tables as offices write them: which encoding the bytes are in, which character parts the columns. */

export const TABLE_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type TableEncoding = (typeof TABLE_ENCODINGS)[number];
export const TABLE_DELIMITERS = [';', ',', '\t'] as const;
export type TableDelimiter = (typeof TABLE_DELIMITERS)[number];

/** How many bytes tell an encoding without a byte order mark. */
const PROBE = 4_096;

/**
 * The encoding of a text: by its byte order mark, by the zero bytes of UTF-16, else UTF-8 when every byte fits
 * it, and what is left is Windows-1252, which any bytes fit.
 */
export function guessEncoding(bytes: Uint8Array): TableEncoding {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros: [number, number] = [0, 0];
  const probe = bytes.subarray(0, PROBE);
  for (const [at, byte] of probe.entries()) if (byte === 0) zeros[at % 2 === 0 ? 0 : 1] += 1;
  // Every second byte of Latin text in UTF-16 is zero; stray NUL bytes in other text are few.
  const many = probe.length / 5;
  if (zeros[1] > many && zeros[0] === 0) return 'utf-16le';
  if (zeros[0] > many && zeros[1] === 0) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** The text behind the bytes, without byte order mark. What does not fit the encoding becomes U+FFFD. */
export function decodeTable(bytes: Uint8Array, encoding: TableEncoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

/**
 * The character between the columns: the one that parts the first lines most evenly, quoted places left out.
 * A line `sep=;`, as Excel writes it, says it outright. A table of one column has none: `;`.
 */
export function guessDelimiter(text: string): TableDelimiter {
  const told = /^sep=(.)\r?\n/i.exec(text)?.[1];
  const said = TABLE_DELIMITERS.find((one) => one === told);
  if (said !== undefined) return said;
  const lines = firstLines(text, 40);
  const scored = TABLE_DELIMITERS.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1).filter((count) => count > 0);
    if (counts.length === 0) return { delimiter, score: 0 };
    const frequency = new Map<number, number>();
    for (const count of counts) frequency.set(count, (frequency.get(count) ?? 0) + 1);
    const [columns, even] = [...frequency].reduce((best, one) =>
      one[1] > best[1] || (one[1] === best[1] && one[0] > best[0]) ? one : best,
    );
    // Lines that agree weigh most; commas also stand in sentences, so more columns only break ties.
    return { delimiter, score: (even / lines.length) * 100 + Math.min(columns, 50) / 10 };
  });
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}

/** The first lines, without what stands in quotes. */
function firstLines(text: string, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  let isQuoted = false;
  for (const character of text.slice(0, 200_000)) {
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === '\n' || character === '\r')) {
      if (line.trim() !== '') lines.push(line);
      line = '';
      if (lines.length === most) return lines;
    } else if (!isQuoted) line += character;
  }
  if (line.trim() !== '') lines.push(line);
  return lines;
}
