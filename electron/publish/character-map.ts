/** Reads which characters a TrueType or OpenType font has: the `cmap` table in the formats 4 and 12. */

/** The code points that the font maps to a glyph. Throws when the file is no such font. */
export function readCharacterMap(font: Buffer): Set<number> {
  const cmap = tableOffset(font, 'cmap');
  const characters = new Set<number>();
  const subtables = font.readUInt16BE(cmap + 2);
  for (let index = 0; index < subtables; index++) {
    const record = cmap + 4 + index * 8;
    const platform = font.readUInt16BE(record);
    const encoding = font.readUInt16BE(record + 2);
    // Unicode, or Windows with Unicode (BMP or full); the others are legacy encodings.
    if (platform !== 0 && !(platform === 3 && (encoding === 1 || encoding === 10))) continue;
    const subtable = cmap + font.readUInt32BE(record + 4);
    const format = font.readUInt16BE(subtable);
    if (format === 4) readSegments(font, subtable, characters);
    if (format === 12) readGroups(font, subtable, characters);
  }
  return characters;
}

function tableOffset(font: Buffer, tag: string): number {
  const tables = font.readUInt16BE(4);
  for (let index = 0; index < tables; index++) {
    const record = 12 + index * 16;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`The font has no ${tag} table.`);
}

/** Format 4: segments of the basic plane, with a delta or an index into a glyph array. */
function readSegments(font: Buffer, subtable: number, into: Set<number>): void {
  const length = font.readUInt16BE(subtable + 6);
  const ends = subtable + 14;
  const starts = ends + length + 2;
  const deltas = starts + length;
  const offsets = deltas + length;
  for (let at = 0; at < length; at += 2) {
    const end = font.readUInt16BE(ends + at);
    const start = font.readUInt16BE(starts + at);
    const delta = font.readUInt16BE(deltas + at);
    const offset = font.readUInt16BE(offsets + at);
    for (let character = start; character <= end && character < 0xffff; character++) {
      const glyph =
        offset === 0 ? character : font.readUInt16BE(offsets + at + offset + (character - start) * 2);
      const missing = offset === 0 ? ((character + delta) & 0xffff) === 0 : glyph === 0;
      if (!missing) into.add(character);
    }
  }
}

/** Format 12: groups of consecutive code points, all planes. */
function readGroups(font: Buffer, subtable: number, into: Set<number>): void {
  const groups = font.readUInt32BE(subtable + 12);
  for (let index = 0; index < groups; index++) {
    const group = subtable + 16 + index * 12;
    const end = font.readUInt32BE(group + 4);
    for (let character = font.readUInt32BE(group); character <= end; character++) into.add(character);
  }
}
