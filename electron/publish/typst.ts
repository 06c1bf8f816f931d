/**
 * A composed document becomes a tagged PDF with Typst, in this process: for the archive (PDF/A-2a), for distribution
 * (PDF/UA-1), or with the machine-readable record inside (PDF/A-3a). The binding declares one standard per call; the
 * same tagged source satisfies them all. The document reaches the template as data alone; nothing of it is ever read
 * as Typst's own language.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import type { PageFit } from '../../db/model/print-bulletin.ts';
import type { PrintableDocument } from '../../db/model/printable.ts';
import { cleanDocument, replacedOf, type Replacements } from './clean.ts';
import { loadFonts } from './fonts.ts';
import { bound } from '../../db/model/no-break.ts';
import { withLanguageMarks, withoutLanguageMarks } from './language-marks.ts';
import { breakable } from './line-breaks.ts';

export interface TypstOptions {
  /** Folder of the product's resources; the templates are in its `typst`. */
  resourcesFolder: string;
}

export const PDF_STANDARDS = ['a-2a', 'ua-1', 'a-3a'] as const;
export type PdfStandard = (typeof PDF_STANDARDS)[number];

/** A file inside the document; PDF/A-3 alone allows it. */
export interface AttachedFile {
  name: string;
  /** JSON */
  content: string;
  description: string;
}

export interface TypstRenderer {
  /**
   * Lays the document out. The same document and `createdAt` (seconds since 1970) give the same bytes.
   * Throws an Error with Typst's reasons when it cannot.
   */
  render(
    document: PrintableDocument,
    createdAt: number,
    standard?: PdfStandard,
    attached?: AttachedFile | null,
  ): {
    bytes: Uint8Array;
    replaced: { character: string; count: number }[];
    /** Of a bulletin. */ fit?: PageFit;
  };
  /** Lays out an empty document, so that the next one finds everything loaded. */
  warm(): void;
}

/** Documents for which Typst keeps a cached result. Templates and fonts are used by each and so stay. */
const CACHE_AGE = 2;

const FOREIGN = /[\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Greek}]/u;
/** Where a template says how its page was filled. */
const FIT = '<fit>';

const EMPTY: PrintableDocument = {
  kind: 'minutes',
  language: 'fi',
  title: '-',
  identification: {
    organisation: '-',
    documentType: '-',
    number: '-',
    date: '-',
    isoDate: '2000-01-01',
    diaryNumber: null,
    status: '',
  },
  keywords: [],
  blocks: [],
};

/** How many of the longest words of a column are measured: letters are not all of one width. */
const MEASURED = 3;
/** What stays on one line: no break in it but one that hyphens make. */
const WORD_BREAK = /[ \n\u200b]+|(?<=-)/u;

const longest = (texts: Iterable<string>): string[] => {
  const words = new Set<string>();
  for (const text of texts) for (const word of withoutLanguageMarks(text).split(WORD_BREAK)) words.add(word);
  return [...words].sort((a, b) => b.length - a.length).slice(0, MEASURED);
};

/** Tells the template the longest words of each column, so that none is narrower than its words. */
const withLongestWords = (document: PrintableDocument): PrintableDocument => ({
  ...document,
  blocks: document.blocks.map((block) =>
    block.type !== 'table'
      ? block
      : {
          ...block,
          columns: block.columns.map((column, index) => ({
            ...column,
            headWords: longest([column.label]),
            cellWords: longest(block.rows.map((row) => row[index] ?? '')),
          })),
        },
  ),
});

/** Creates a renderer: reads the fonts and the templates, once. */
export function createTypstRenderer({ resourcesFolder }: TypstOptions): TypstRenderer {
  const { blobs, coverage } = loadFonts();
  // The templates are handed over as text, since Typst cannot look into an asar archive. Their folder is the
  // root that a template cannot leave.
  const root = join(resourcesFolder, 'typst');
  const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs: blobs }] });
  for (const name of readdirSync(root)) {
    if (name.endsWith('.typ')) compiler.addSource(join(root, name), readFileSync(join(root, name), 'utf8'));
  }
  const main = join(root, 'document.typ');
  const sheet = join(root, 'sheet.typ');
  const bulletin = join(root, 'bulletin.typ');
  const templateOf = (document: PrintableDocument): string =>
    document.bulletin !== undefined ? bulletin : document.sheet !== undefined ? sheet : main;

  function reasons(error: NodeError | null): string {
    if (error === null) return 'Typst gave no reason.';
    const list = compiler.fetchDiagnostics(error) as { message: string; path?: string; range?: unknown }[];
    return list.map(({ message, path }) => (path ? `${message} (${path})` : message)).join('; ');
  }

  function layOut(
    document: PrintableDocument,
    createdAt: number,
    standard: PdfStandard,
    attached: AttachedFile | null,
  ): { bytes: Uint8Array; fit?: PageFit } {
    const { title, keywords } = document;
    const data = {
      ...withLongestWords(withLanguageMarks(document, (text) => breakable(bound(text)))),
      title,
      keywords,
      // Looking for other writings costs time, so only documents that have some are searched.
      hasForeign: FOREIGN.test(JSON.stringify(document.blocks)),
    };
    try {
      const compiled = compiler.compile({
        mainFilePath: templateOf(document),
        inputs: {
          data: JSON.stringify(data),
          ...(attached === null ? {} : { attached: JSON.stringify(attached) }),
        },
      });
      if (compiled.result === null || compiled.hasError()) {
        throw new Error(reasons(compiled.takeError() ?? compiled.takeDiagnostics()));
      }
      const pdf = compiler.pdf(compiled.result, { pdfStandard: standard, creationTimestamp: createdAt });
      const bytes = new Uint8Array(pdf);
      if (document.bulletin === undefined) return { bytes };
      const [fit] = compiler.query(compiled.result, { selector: FIT, field: 'value' }) as PageFit[];
      return { bytes, ...(fit === undefined ? {} : { fit }) };
    } finally {
      compiler.evictCache(CACHE_AGE);
    }
  }

  return {
    render(document, createdAt, standard = 'a-2a', attached = null) {
      const replacements: Replacements = new Map();
      const cleaned = cleanDocument(document, coverage, replacements);
      return { ...layOut(cleaned, createdAt, standard, attached), replaced: replacedOf(replacements) };
    },
    warm() {
      layOut(EMPTY, 0, 'a-2a', null);
    },
  };
}
