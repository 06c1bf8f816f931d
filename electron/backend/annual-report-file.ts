/** An annual report or plan as a job of the document process: PDF, DOCX, or its data as JSON. */
import type { WholeReport } from '../../db/features/annual-report-views.ts';
import { actionTotals, attendance, byDecision, byStage, moneyTotals } from '../../db/model/annual-facts.ts';
import { annualFileName, printAnnualReport } from '../../db/model/print-annual-report.ts';
import { ANNUAL_WORDS } from '../../db/model/annual-words.ts';
import { redactBlocks } from '../../db/model/secrecy.ts';
import { plainText } from '../../db/model/rich-text.ts';
import type { PublishJob } from './protocol.ts';

export const REPORT_FORMATS = ['pdf', 'pdf-ua', 'pdf-data', 'docx', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Version of the JSON's form; a reader refuses a newer one. */
const JSON_VERSION = 1;

/** What the JSON says: the document section by section, the year's figures, and the facts behind them. */
function reportJson(report: WholeReport) {
  const { facts } = report;
  return {
    format: 'pykala-annual-report',
    version: JSON_VERSION,
    kind: report.kind,
    year: report.year,
    language: report.language,
    title: report.title,
    board: report.board,
    sections: report.sections.map(({ title, source, body, drafted, isEdited }) => ({
      title,
      source,
      isEdited,
      text: plainText({
        ...body,
        content: redactBlocks(body.content, ANNUAL_WORDS[report.language].redacted),
      }),
      figures: drafted?.figures ?? [],
    })),
    figures: {
      meetings: facts.meetings.length,
      attendance: attendance(facts.meetings),
      decisions: byDecision(facts.items).map(({ type, items }) => ({
        type,
        count: items.length,
        references: items.map(({ reference }) => reference),
      })),
      stages: byStage(facts.actions),
      actions: actionTotals(facts.actions),
      money: moneyTotals(facts.budgets),
    },
    facts: {
      ...facts,
      // What is secret is not told in a document that everybody may read.
      items: facts.items.map(({ title, ...item }) => ({ ...item, title: item.isSecret ? null : title })),
      tasks: facts.tasks.map(({ title, ...task }) => ({ ...task, title: task.isSecret ? null : title })),
    },
  };
}

/** @param today ISO date of the document */
export function reportJob(report: WholeReport, format: ReportFormat, today: string): PublishJob {
  return {
    format,
    document: format === 'json' ? reportJson(report) : printAnnualReport(report, today),
    // Of one day, so that the same report gives the same bytes.
    createdAt: Math.floor(Date.parse(`${today}T00:00:00Z`) / 1000),
    ...(format === 'pdf-data'
      ? {
          attached: {
            name: annualFileName(report, 'json'),
            document: reportJson(report),
            description: report.title,
          },
        }
      : {}),
  };
}
