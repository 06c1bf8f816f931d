/**
 * The fonts of printed documents. They come from npm packages with their licence (OFL-1.1) and are read as
 * blobs, because in the packaged app they lie inside an asar archive that only Node can read. No system font is
 * ever used: a document looks the same on every machine.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readCharacterMap } from './character-map.ts';

/** Families in the order of fallback: the reading face, the face of headings and tables, Arabic. */
const FACES = [
  { family: 'Gentium Book Plus', file: 'gentium-book-plus/400Regular/GentiumBookPlus_400Regular.ttf' },
  {
    family: 'Gentium Book Plus',
    file: 'gentium-book-plus/400Regular_Italic/GentiumBookPlus_400Regular_Italic.ttf',
  },
  { family: 'Gentium Book Plus', file: 'gentium-book-plus/700Bold/GentiumBookPlus_700Bold.ttf' },
  {
    family: 'Gentium Book Plus',
    file: 'gentium-book-plus/700Bold_Italic/GentiumBookPlus_700Bold_Italic.ttf',
  },
  { family: 'Source Sans 3', file: 'source-sans-3/400Regular/SourceSans3_400Regular.ttf' },
  { family: 'Source Sans 3', file: 'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf' },
  { family: 'Amiri', file: 'amiri/400Regular/Amiri_400Regular.ttf' },
] as const;

/** What the fonts can show. */
export interface Coverage {
  /** True when every code point of the cluster stands in one and the same family, in all its faces. */
  covers(cluster: string): boolean;
}

export interface Fonts {
  blobs: Buffer[];
  coverage: Coverage;
}

let loaded: Fonts | null = null;

/** Reads the font files, once per process. */
export function loadFonts(): Fonts {
  loaded ??= read();
  return loaded;
}

function read(): Fonts {
  const { resolve } = createRequire(import.meta.url);
  const blobs = FACES.map(({ file }) => readFileSync(resolve(`@expo-google-fonts/${file}`)));
  let coverage: Coverage | null = null;
  return {
    blobs,
    // Most documents have plain letters only and never ask; reading the maps takes as long as reading the files.
    coverage: { covers: (cluster) => (coverage ??= coverageOf(familiesOf(blobs))).covers(cluster) },
  };
}

/** The code points of each family: those that all its faces have. */
function familiesOf(blobs: readonly Buffer[]): Set<number>[] {
  const families = new Map<string, Set<number>>();
  for (const [index, { family }] of FACES.entries()) {
    const characters = readCharacterMap(blobs[index]!);
    const known = families.get(family);
    families.set(family, known ? new Set([...known].filter((point) => characters.has(point))) : characters);
  }
  return [...families.values()];
}

/** Coverage of several families, each a set of code points. */
export function coverageOf(families: readonly ReadonlySet<number>[]): Coverage {
  return {
    covers(cluster) {
      const points = Array.from(cluster, (character) => character.codePointAt(0)!);
      return families.some((family) => points.every((point) => family.has(point)));
    },
  };
}
