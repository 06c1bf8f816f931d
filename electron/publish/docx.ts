/**
 * A composed document as DOCX, for those who go on working with it in Word or LibreOffice: heading styles, real lists,
 * header rows that return on every page, the language of the document and of words in other writings. The words are
 * those of the PDF in its order. The same document and time give the same bytes.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx';
import { outlineOf, type PrintableOutline } from '../../db/model/printable-outline.ts';
import type {
  PrintableBlock,
  PrintableDocument,
  PrintableItem,
  PrintablePart,
  PrintablePicture,
} from '../../db/model/printable.ts';
import type { RichBlock, RichInline } from '../../db/model/rich-text.ts';
import { fixedDocx } from './docx-package.ts';
import { bound } from '../../db/model/no-break.ts';
import { markedRuns, runsFromTheRight, withLanguageMarks, withoutLanguageMarks } from './language-marks.ts';
import { longestWord, shareOut } from './text-lines.ts';

/** Twentieths of a point in a millimetre. */
const TWIPS = 1440 / 25.4;
const mm = (millimetres: number): number => Math.round(millimetres * TWIPS);

/** SFS 2487: the text begins at the second tab stop, side headings at the margin. */
const INDENT = mm(45.72);
const MARGIN = mm(20);
const A4 = { width: mm(210), height: mm(297) };
/** How far each level of a list is moved in. */
const LIST_STEP = mm(6);
/** Levels of lists that the rich text allows, and one to spare. */
const LIST_LEVELS = 4;

export const LANGUAGE_TAGS = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const;

/** Word knows languages with their countries. */
const FOREIGN_TAGS = {
  ...LANGUAGE_TAGS,
  ar: 'ar-SA',
  fa: 'fa-IR',
  ru: 'ru-RU',
  uk: 'uk-UA',
  el: 'el-GR',
} as const;

const FONT = { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: 'Calibri', cs: 'Arial' };
const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, color: '999999' };
const SIGNATURE_LINE = { style: BorderStyle.SINGLE, size: 6, color: '000000' };
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** Width of a broad letter in a table, in twips, and the letters that the margins of a cell take. */
const LETTER = 120;
const CELL_PADDING = 2;

interface Marks {
  bold?: boolean;
  italics?: boolean;
}

/** @param createdAt seconds since 1970, for the properties of the file */
export async function toDocx(document: PrintableDocument, createdAt: number): Promise<Uint8Array> {
  const writer = new DocxWriter(document);
  const { title, keywords, identification } = document;
  const file = new Document({
    title,
    subject: `${identification.documentType} ${identification.number}`.trim(),
    creator: identification.organisation,
    lastModifiedBy: identification.organisation,
    keywords: keywords.join(', '),
    description: '',
    styles: styles(document),
    numbering: { config: [numbering('bullets'), numbering('numbers')] },
    sections: [writer.section()],
  });
  return await fixedDocx(await Packer.toBuffer(file), new Date(createdAt * 1000));
}

function styles({ language }: PrintableDocument) {
  const heading = (size: number, before: number, after: number) => ({
    run: { font: FONT, size, bold: true, boldComplexScript: true, color: '000000' },
    paragraph: { keepNext: true, spacing: { before: mm(before), after: mm(after) } },
  });
  return {
    default: {
      document: {
        run: {
          font: FONT,
          size: 22,
          language: { value: LANGUAGE_TAGS[language], bidirectional: 'ar-SA' },
        },
        paragraph: { spacing: { after: mm(2.4), line: 264 } },
      },
      title: {
        run: { font: FONT, size: 30, bold: true, boldComplexScript: true, color: '000000' },
        paragraph: { spacing: { after: mm(1.5) } },
      },
      heading1: heading(28, 9, 4),
      heading2: heading(24, 8, 3),
      heading3: heading(22, 4, 1),
      heading4: heading(22, 4, 1),
      listParagraph: { paragraph: { contextualSpacing: false } },
      hyperlink: { run: { color: '0B4F8A', underline: {} } },
      caption: {
        run: { font: FONT, size: 20, bold: true, boldComplexScript: true, italics: false, color: '000000' },
        paragraph: { keepNext: true, spacing: { before: mm(5), after: mm(1.6) } },
      },
    },
    paragraphStyles: [
      {
        id: 'ItemText',
        name: 'Item Text',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: { indent: { left: INDENT } },
      },
      {
        id: 'Facts',
        name: 'Facts',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: {
          indent: { left: INDENT, hanging: INDENT },
          tabStops: [{ type: TabStopType.LEFT, position: INDENT }],
        },
      },
      {
        id: 'TableText',
        name: 'Table Text',
        basedOn: 'Normal',
        quickFormat: true,
        run: { size: 20 },
        paragraph: { spacing: { before: mm(0.6), after: mm(0.6), line: 240 } },
      },
      {
        id: 'Signature',
        name: 'Signature Line',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: {
          keepLines: true,
          spacing: { before: mm(16), after: 0 },
        },
      },
    ],
  };
}

function numbering(reference: 'bullets' | 'numbers') {
  return {
    reference,
    levels: Array.from({ length: LIST_LEVELS }, (_, level) => ({
      level,
      format: reference === 'bullets' ? LevelFormat.BULLET : LevelFormat.DECIMAL,
      text: reference === 'bullets' ? (level % 2 === 0 ? '•' : '–') : `%${level + 1}.`,
      style: {
        paragraph: { indent: { left: INDENT + LIST_STEP * (level + 1), hanging: LIST_STEP } },
      },
    })),
  };
}

class DocxWriter {
  readonly #document: PrintableDocument;
  readonly #outline: PrintableOutline;
  /** Width of the text in twips. */
  readonly #room: number;
  /** Each numbered list begins at 1. */
  #lists = 0;

  constructor(document: PrintableDocument) {
    this.#document = withLanguageMarks(document);
    this.#outline = outlineOf(document);
    this.#room = (document.landscape === true ? A4.height : A4.width) - 2 * MARGIN;
  }

  section() {
    const { draftMark, landscape } = this.#document;
    const mark = draftMark === undefined ? [] : [this.#mark(draftMark)];
    return {
      properties: {
        titlePage: true,
        page: {
          size: {
            ...A4,
            orientation: landscape === true ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
          },
          margin: {
            top: mm(25),
            bottom: mm(20),
            left: MARGIN,
            right: MARGIN,
            header: mm(12),
            footer: mm(10),
          },
        },
      },
      headers: {
        first: new Header({ children: [this.#pageNumber(''), ...mark] }),
        default: new Header({ children: [...this.#continued(), ...mark] }),
      },
      footers: { first: new Footer({ children: mark }), default: new Footer({ children: mark }) },
      children: [
        ...this.#identification(),
        ...this.#document.blocks.flatMap((block) => this.#block(block)),
        ...(this.#document.sheet?.pages.flat() ?? []).map(
          ({ lines }) => new Paragraph({ children: runs(lines.join('\n')) }),
        ),
      ],
    };
  }

  #mark(text: string): Paragraph {
    return new Paragraph({ alignment: 'center', children: runs(text, { bold: true }) });
  }

  #pageNumber(words: string): Paragraph {
    return new Paragraph({
      tabStops: [{ type: TabStopType.RIGHT, position: this.#room }],
      spacing: { after: 0 },
      children: [
        ...runs(words),
        new TextRun({ children: ['\t', PageNumber.CURRENT, ' (', PageNumber.TOTAL_PAGES, ')'] }),
      ],
    });
  }

  /** From the second page on: which document this is. */
  #continued(): Paragraph[] {
    const { organisation, documentType, number, date } = this.#document.identification;
    const words = [`${documentType} ${number}`.trim(), date].filter((one) => one !== '');
    return [
      this.#pageNumber(words.join(' · ')),
      ...(organisation === '' ? [] : [new Paragraph({ style: 'TableText', children: runs(organisation) })]),
    ];
  }

  #identification(): Paragraph[] {
    const { organisation, documentType, number, date, diaryNumber, status } = this.#document.identification;
    return [
      new Paragraph({ children: runs(organisation, { bold: true }) }),
      new Paragraph({ style: 'Title', children: runs(oneLine(`${documentType} ${number}`.trim())) }),
      ...[date, diaryNumber ?? '']
        .filter((line) => line !== '')
        .map((line) => new Paragraph({ spacing: { after: 0 }, children: runs(line) })),
      ...(status === '' ? [] : [new Paragraph({ children: runs(status, { bold: true }) })]),
    ];
  }

  #heading(level: number, text: string, options: Partial<IParagraphOptions> = {}): Paragraph {
    return new Paragraph({ ...options, style: `Heading${level}`, children: runs(text) });
  }

  #block(block: PrintableBlock): (Paragraph | Table)[] {
    switch (block.type) {
      case 'heading':
        return [this.#heading(this.#outline.section(block.level), oneLine(block.text))];
      case 'facts':
        return this.#facts(block.rows);
      case 'table':
        return this.#captioned(
          block.caption,
          block.columns.map(({ label }) => label),
          block.columns.map(({ width }) => width),
          block.rows,
          0,
          block.columns.map(({ isNumber = false }) => isNumber),
        );
      case 'text':
        return this.#rich(block.body, {});
      case 'item':
        return this.#item(block);
      case 'signatures':
        return [
          this.#heading(1, oneLine(block.heading)),
          ...block.text.map((line) => new Paragraph({ style: 'ItemText', children: runs(line) })),
          ...block.rows.map(
            ({ name, role, note }, index) =>
              new Paragraph({
                style: 'Signature',
                border: { top: { ...SIGNATURE_LINE, space: 4 } },
                // Paragraphs of one width would share the line.
                indent: { left: INDENT, right: mm(50 + (index % 2)) },
                children: runs([name, role, note].filter((line) => line !== '').join('\n')),
              }),
          ),
        ];
      case 'list':
        return [
          this.#heading(1, oneLine(block.heading)),
          ...this.#facts(block.rows.map(({ label, text }) => ({ label, lines: [text] }))),
        ];
      case 'picture':
        return this.#picture(block);
    }
  }

  #facts(rows: readonly { label: string; lines: readonly string[] }[]): Paragraph[] {
    return rows.map(
      ({ label, lines }) =>
        new Paragraph({
          style: 'Facts',
          children: [
            ...runs(oneLine(label), { bold: true }),
            new TextRun({ children: ['\t'] }),
            ...runs(lines.join('\n')),
          ],
        }),
    );
  }

  #item({ number, title, diaryNumber, parts }: PrintableItem): (Paragraph | Table)[] {
    return [
      new Paragraph({
        style: `Heading${this.#outline.item}`,
        indent: { left: INDENT, hanging: INDENT },
        tabStops: [{ type: TabStopType.LEFT, position: INDENT }],
        children: [...runs(oneLine(number)), new TextRun({ children: ['\t'] }), ...runs(oneLine(title))],
      }),
      ...(diaryNumber === null
        ? []
        : [new Paragraph({ style: 'ItemText', keepNext: true, children: runs(diaryNumber) })]),
      ...parts.flatMap((part) => [
        this.#heading(this.#outline.part, oneLine(part.label)),
        ...this.#part(part),
      ]),
    ];
  }

  #part(part: PrintablePart): (Paragraph | Table)[] {
    if (part.type === 'text') return this.#rich(part.body, part.strong ? { bold: true } : {});
    const lines = (texts: readonly string[]): Paragraph[] =>
      texts.map((text) => new Paragraph({ style: 'ItemText', children: runs(text) }));
    return [
      ...lines(part.lines),
      ...(part.rows.length === 0
        ? []
        : this.#captioned(
            part.caption,
            part.columns,
            part.columns.map(() => 1),
            part.rows,
            INDENT,
          )),
      ...lines(part.result),
    ];
  }

  #captioned(
    caption: string,
    head: readonly string[],
    shares: readonly number[],
    rows: readonly (readonly string[])[],
    indent: number,
    numbers: readonly boolean[] = [],
  ): (Paragraph | Table)[] {
    const needs = head.map(
      (label, column) =>
        Math.max(
          ...[label, ...rows.map((row) => row[column] ?? '')].map((text) =>
            longestWord(withoutLanguageMarks(text)),
          ),
        ) + CELL_PADDING,
    );
    const letters = Math.floor((this.#room - indent) / LETTER);
    const widths = shareOut(shares, needs, letters, 0).map((width) => width * LETTER);
    const cell = (text: string, column: number, marks: Marks) =>
      new TableCell({
        width: { size: widths[column]!, type: WidthType.DXA },
        borders: { top: NO_LINE, left: NO_LINE, right: NO_LINE, bottom: HAIRLINE },
        children: [
          new Paragraph({
            style: 'TableText',
            ...(numbers[column] === true ? { alignment: AlignmentType.END } : {}),
            children: runs(text, marks),
          }),
        ],
      });
    return [
      ...(caption === ''
        ? []
        : [
            new Paragraph({
              style: 'Caption',
              ...(indent > 0 ? { indent: { left: indent } } : {}),
              children: runs(caption),
            }),
          ]),
      new Table({
        layout: TableLayoutType.FIXED,
        width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
        columnWidths: widths,
        ...(indent > 0 ? { indent: { size: indent, type: WidthType.DXA } } : {}),
        tableLook: { firstRow: true, firstColumn: false, noHBand: true, noVBand: true },
        rows: [
          new TableRow({
            tableHeader: true,
            cantSplit: true,
            children: head.map((label, column) => cell(label, column, { bold: true })),
          }),
          ...rows.map(
            (row) =>
              new TableRow({
                cantSplit: row.every((text) => text.length <= 600),
                children: head.map((_, column) => cell(row[column] ?? '', column, {})),
              }),
          ),
        ],
      }),
      // Word runs a table into one that follows, and clings to what comes after it.
      new Paragraph({ spacing: { after: mm(2), line: 120 }, children: [] }),
    ];
  }

  #picture({ svg, alt, caption }: PrintablePicture): Paragraph[] {
    const [, width = 600, height = 400] =
      /viewBox="[-\d.]+[ ,]+[-\d.]+[ ,]+([\d.]+)[ ,]+([\d.]+)"/.exec(svg)?.map(Number) ?? [];
    const wide = (this.#room / 1440) * 96;
    const high = ((this.#document.landscape === true ? A4.width : A4.height) / 1440) * 96 * 0.6;
    const scale = Math.min(wide / width, high / height);
    return [
      new Paragraph({
        keepNext: caption !== '',
        children: [
          new ImageRun({
            type: 'svg',
            data: Buffer.from(svg),
            // Programs that know no SVG show nothing; the words beside it tell what it shows.
            fallback: { type: 'png', data: Buffer.from(EMPTY_PNG, 'base64') },
            transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
            altText: { name: 'SVG', title: '', description: alt },
          }),
        ],
      }),
      ...(caption === '' ? [] : [new Paragraph({ style: 'TableText', children: runs(caption) })]),
    ];
  }

  #rich(blocks: readonly RichBlock[], marks: Marks, list: ListPlace | null = null): Paragraph[] {
    return blocks.flatMap((node, index) => {
      if (node.type === 'paragraph') {
        const children = (node.content ?? []).flatMap((inline) => inlineRuns(inline, marks));
        const words = (node.content ?? []).map(({ text }) => text ?? '').join('');
        const direction = runsFromTheRight(words) ? { bidirectional: true } : {};
        // The mark stands at the first paragraph of an entry; those after it stand under that one's text.
        return [
          new Paragraph(
            list === null
              ? { style: 'ItemText', ...direction, children }
              : index === 0
                ? { style: 'ListParagraph', ...direction, numbering: { ...list }, children }
                : {
                    ...direction,
                    style: 'ListParagraph',
                    indent: { left: INDENT + LIST_STEP * (list.level + 1) },
                    children,
                  },
          ),
        ];
      }
      const place: ListPlace = {
        reference: node.type === 'bulletList' ? 'bullets' : 'numbers',
        level: list === null ? 0 : Math.min(list.level + 1, LIST_LEVELS - 1),
        instance: ++this.#lists,
      };
      return node.content.flatMap((entry) => this.#rich(entry.content, marks, place));
    });
  }
}

interface ListPlace {
  reference: 'bullets' | 'numbers';
  level: number;
  instance: number;
}

/** One transparent point. */
const EMPTY_PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

const oneLine = (text: string): string => text.replaceAll('\n', ' ');

function inlineRuns({ type, text, marks = [] }: RichInline, outer: Marks): ParagraphChild[] {
  if (type === 'hardBreak') return [new TextRun({ break: 1 })];
  const own: Marks = { ...outer };
  let href: string | null = null;
  for (const mark of marks) {
    if (mark.type === 'bold') own.bold = true;
    if (mark.type === 'italic') own.italics = true;
    if (mark.type === 'link') href = mark.attrs.href;
  }
  if (href === null) return runs(text ?? '', own);
  return [new ExternalHyperlink({ link: href, children: runs(text ?? '', own, 'Hyperlink') })];
}

/** A text with its line feeds, each stretch of another writing in its own language and direction. */
function runs(text: string, marks: Marks = {}, style?: string): TextRun[] {
  return bound(text)
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [new TextRun({ break: 1 })] : []),
      ...markedRuns(line)
        .flatMap(({ language, runs: parts }) =>
          parts.map((part) => ({ ...part, language: part.language ?? language })),
        )
        .map(
          (run) =>
            new TextRun({
              text: run.text,
              ...(style === undefined ? {} : { style }),
              ...(marks.bold === true ? { bold: true, boldComplexScript: true } : {}),
              ...(marks.italics === true ? { italics: true, italicsComplexScript: true } : {}),
              ...(run.isRightToLeft ? { rightToLeft: true } : {}),
              ...(run.language === null
                ? {}
                : {
                    language: {
                      [run.isRightToLeft ? 'bidirectional' : 'value']: FOREIGN_TAGS[run.language],
                    },
                  }),
            }),
        ),
    ]);
}
