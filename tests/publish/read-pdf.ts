/** Reads PDFs back with other people's tools: pdf.js, poppler and qpdf. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument, VerbosityLevel, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** True where the command can be run; Debian: poppler-utils, qpdf. */
export function installed(command: string): boolean {
  return spawnSync(command, ['--version']).error === undefined;
}

/** Standard output of `command` with the PDF as the argument `FILE`. */
export function runOn(bytes: Uint8Array, command: string, ...args: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'publish-'));
  try {
    const file = join(folder, 'document.pdf');
    writeFileSync(file, bytes);
    const list = args.map((argument) => (argument === 'FILE' ? file : argument));
    return execFileSync(command, list, {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Text as a reader would copy it, lines in the order of the page. */
export function textOf(bytes: Uint8Array): string {
  return runOn(bytes, 'pdftotext', '-layout', 'FILE', '-');
}

/** Where each word stands, in points from the upper left corner of its page. */
export function wordBoxes(bytes: Uint8Array): { text: string; left: number; right: number; top: number }[] {
  const place = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">(.*?)<\/word>/g;
  return [...runOn(bytes, 'pdftotext', '-bbox', 'FILE', '-').matchAll(place)].map(
    ([, left, top, right, text]) => ({
      text: text!,
      left: Number(left),
      right: Number(right),
      top: Number(top),
    }),
  );
}

/** Without white space and the marks that layout adds, marks parted from letters: to compare texts. */
export function letters(text: string): string {
  return text.normalize('NFD').replace(/[\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}

/** Opened with pdf.js; to be destroyed by the caller. */
export function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: bytes.slice(), verbosity: VerbosityLevel.ERRORS }).promise;
}

/** The text of all pages as pdf.js gives it to somebody who copies it. */
export async function textByPdfJs(bytes: Uint8Array): Promise<string> {
  const pdf = await open(bytes);
  const pages: string[] = [];
  for (let page = 1; page <= pdf.numPages; page++) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
  }
  await pdf.loadingTask.destroy();
  return pages.join('\n');
}

interface StructureNode {
  role?: string;
  children?: StructureNode[];
}

/** Roles of the structure tree of one page, in the order of reading. */
export async function rolesOf(pdf: PDFDocumentProxy, page: number): Promise<string[]> {
  const roles: string[] = [];
  const visit = (node: StructureNode) => {
    if (node.role !== undefined) roles.push(node.role);
    node.children?.forEach(visit);
  };
  const tree = (await (await pdf.getPage(page)).getStructTree()) as StructureNode | null;
  if (tree !== null) visit(tree);
  return roles;
}
