/** The text of a PDF, Word or text file, laid out as on its pages. Runs in `extract-process.ts` only. */
import mammoth from 'mammoth';
import { LONGEST_TEXT, PAGE_BREAK } from '../../db/model/old-minutes.ts';
import type { ExtractJob, ExtractResult } from './extract-messages.ts';
import { layOut, type PlacedText } from './page-layout.ts';
import { unpackedSize } from './zip-size.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const MOST_PAGES = 500;
/** What a Word file may unpack into, in bytes. */
const MOST_UNPACKED = 200 * 1024 * 1024;

/** Never rejects. */
export async function extract({ bytes, mediaType }: ExtractJob): Promise<ExtractResult> {
  try {
    switch (mediaType) {
      case 'application/pdf':
        return await fromPdf(bytes);
      case DOCX:
        return await fromWord(bytes);
      case 'text/plain':
        return textResult(decodeText(bytes), 1);
      default:
        return { ok: false, code: 'EXTRACT_UNKNOWN' };
    }
  } catch (error) {
    const { name } = error as Error;
    return { ok: false, code: name === 'PasswordException' ? 'EXTRACT_LOCKED' : 'EXTRACT_BROKEN' };
  }
}

function textResult(text: string, pages: number): ExtractResult {
  if (text.length > LONGEST_TEXT) return { ok: false, code: 'EXTRACT_TOO_LARGE' };
  // A few stray characters are no text: the pages are pictures of paper.
  if (text.replace(/[^\p{L}\p{N}]/gu, '').length < 20) return { ok: false, code: 'EXTRACT_NO_TEXT' };
  return { ok: true, text, pages };
}

async function fromPdf(bytes: Uint8Array): Promise<ExtractResult> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    data: new Uint8Array(bytes),
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    verbosity: 0,
  });
  const document = await task.promise;
  if (document.numPages > MOST_PAGES) return { ok: false, code: 'EXTRACT_TOO_LARGE' };
  const pages: string[] = [];
  let length = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const placed = items.flatMap((item): PlacedText[] => {
      if (!('str' in item) || item.str === '') return [];
      const [, , , , x, y] = item.transform as number[];
      return [{ text: item.str, x: x ?? 0, y: y ?? 0, width: item.width, height: item.height }];
    });
    const text = layOut(placed);
    length += text.length;
    if (length > LONGEST_TEXT) return { ok: false, code: 'EXTRACT_TOO_LARGE' };
    pages.push(text);
    page.cleanup();
  }
  await task.destroy();
  return textResult(pages.join(PAGE_BREAK), pages.length);
}

async function fromWord(bytes: Uint8Array): Promise<ExtractResult> {
  const unpacked = unpackedSize(bytes);
  if (unpacked === null) return { ok: false, code: 'EXTRACT_BROKEN' };
  if (unpacked > MOST_UNPACKED) return { ok: false, code: 'EXTRACT_TOO_LARGE' };
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      externalFileAccess: false,
      ignoreEmptyParagraphs: false,
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    },
  );
  return textResult(textOfHtml(value), 1);
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/** Mammoth's own plain HTML as lines: a paragraph is a line, the cells of a table's row stand apart in one. */
function textOfHtml(html: string): string {
  return html
    .replace(
      /<td[^>]*>([\s\S]*?)<\/td>|<th[^>]*>([\s\S]*?)<\/th>/g,
      (_whole, td?: string, th?: string) =>
        `${(td ?? th ?? '').replace(/<\/p>\s*<p[^>]*>/g, ' ').replace(/<\/?p[^>]*>/g, '')}\t`,
    )
    .replace(/\t<\/tr>|<\/tr>/g, '\n')
    .replace(/<li[^>]*>/g, '– ')
    .replace(/<br\s*\/?>/g, '\n')
    .replace(/<\/(?:p|h[1-6]|li)>/g, '\n')
    .replace(/<(?:h[1-6])[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_whole, name: string) => ENTITIES[name] ?? '')
    .replace(/\t/g, '    ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** UTF-8, UTF-16 with its mark, or the encoding of old Windows programs. */
function decodeText(bytes: Uint8Array): string {
  const clean = (text: string): string =>
    text
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{Cc}\n\t\f]/gu, '');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return clean(new TextDecoder('utf-16le').decode(bytes));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return clean(new TextDecoder('utf-16be').decode(bytes));
  try {
    return clean(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return clean(new TextDecoder('windows-1252').decode(bytes));
  }
}
