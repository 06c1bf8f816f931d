/** An annual report (toimintakertomus) or plan (toimintasuunnitelma) as a printed document. */
import { barChart } from './chart-bar.ts';
import type { Chart, ChartLook } from './chart.ts';
import { ANNUAL_WORDS } from './annual-words.ts';
import type { ReportFigure, ReportSection } from './annual-report.ts';
import type { AnnualKind } from './annual-report.ts';
import { formatDate } from './dates.ts';
import { fileName } from './identifiers.ts';
import { indicatorCharts } from './indicator-chart.ts';
import { inLanguage, type Language, type LocalisedText } from './language.ts';
import { themePicture } from './print-theme.ts';
import type { PrintableBlock, PrintableDocument } from './printable.ts';
import { isEmptyText, withoutMentions } from './rich-text.ts';
import { redactBlocks } from './secrecy.ts';
import { PRINT, svgText, type Picture } from './svg.ts';

export interface PrintedReport {
  kind: AnnualKind;
  year: number;
  language: Language;
  title: string;
  board: { name: LocalisedText; shortName: string };
  sections: readonly ReportSection[];
}

/** The width of text on A4 upright in units of which a letter of 13 is about 9.5 points. */
const PAPER_WIDTH = 640;
/** A logic model is read from the left to the right in four columns. */
const LOGIC_WIDTH = 900;

/** A figure that is a chart. */
type ChartFigure = Exclude<ReportFigure, { type: 'table' | 'logic' }>;

/** The chart of a figure, with its table. */
export function figureChart(figure: ChartFigure, look: ChartLook): Chart {
  if (figure.type === 'indicators') return indicatorCharts(figure.indicators, look);
  const [name, value] = figure.words;
  return barChart(
    {
      title: figure.title,
      description: figure.description,
      unit: figure.unit,
      decimals: 0,
      bars: figure.bars,
      words: { name, value, missing: '–' },
    },
    look,
  );
}

const pictureBlock = (picture: Picture): PrintableBlock => ({
  type: 'picture',
  svg: svgText(picture),
  alt: `${picture.title}. ${picture.description}`,
  caption: picture.title,
});

/** A figure on paper: a picture always with its figures as a table or in words. */
function printedFigure(figure: ReportFigure, language: Language, heading: string): PrintableBlock[] {
  if (figure.type === 'table')
    return [
      {
        type: 'table',
        // What the heading has just said is not said again.
        caption: figure.caption === heading ? '' : figure.caption,
        columns: figure.columns,
        rows: figure.rows,
      },
    ];
  if (figure.type === 'logic') return [pictureBlock(themePicture(figure, language, PRINT, LOGIC_WIDTH))];
  const chart = figureChart(figure, { width: PAPER_WIDTH, palette: PRINT, language });
  return [pictureBlock(chart.picture)];
}

/** Sections without text and without figures are left out: a heading alone tells nothing. @param today ISO date */
export function printAnnualReport(report: PrintedReport, today: string): PrintableDocument {
  const { kind, year, language, sections } = report;
  const words = ANNUAL_WORDS[language];
  const name = inLanguage(report.board.name, language);
  return {
    kind: 'register',
    language,
    title: report.title,
    identification: {
      organisation: name,
      documentType: words.kinds[kind],
      number: String(year),
      date: formatDate(today, language),
      isoDate: today,
      diaryNumber: null,
      status: '',
    },
    keywords: [words.kinds[kind], String(year), report.board.shortName],
    blocks: sections
      .filter(({ body, drafted }) => !isEmptyText(body) || (drafted?.figures.length ?? 0) > 0)
      .flatMap(({ title, body, drafted }): PrintableBlock[] => [
        { type: 'heading', level: 1, text: title },
        ...(isEmptyText(body)
          ? []
          : [{ type: 'text' as const, body: redactBlocks(withoutMentions(body).content, words.redacted) }]),
        ...(drafted?.figures ?? []).flatMap((figure) => printedFigure(figure, language, title)),
      ]),
  };
}

const FILE_TYPES: Record<AnnualKind, string> = { report: 'toimintakertomus', plan: 'toimintasuunnitelma' };

/** "2026-12-31_JANE_toimintakertomus_2026.pdf" */
export function annualFileName(
  { kind, year, board }: Pick<PrintedReport, 'kind' | 'year' | 'board'>,
  extension: string,
): string {
  return fileName({
    date: kind === 'report' ? `${year}-12-31` : `${year}-01-01`,
    board: board.shortName,
    documentType: FILE_TYPES[kind],
    number: String(year),
    extension,
  });
}
