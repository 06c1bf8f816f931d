/** What the drafts of the sections of an annual report or plan share. */
import type { AnnualFacts } from './annual-facts.ts';
import type { Draft, ReportFigure } from './annual-report.ts';
import type { AnnualWords } from './annual-words.ts';
import type { Language } from './language.ts';
import { EMPTY_TEXT, type RichBlock, type RichText } from './rich-text.ts';

/** What the plan takes up from the report of the year before: the sections in which it looks ahead. */
export interface LastReport {
  year: number;
  ahead: RichText;
}

export interface Making {
  facts: AnnualFacts;
  language: Language;
  words: AnnualWords;
  last: LastReport | null;
}

export const textBlock = (text: string): RichBlock => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
});

/** A paragraph of the sentences that there are. */
export const said = (...sentences: (string | null)[]): RichText => {
  const told = sentences.filter((one) => one !== null && one !== '');
  return told.length === 0 ? EMPTY_TEXT : { type: 'doc', content: [textBlock(told.join(' '))] };
};

export const nothing = (sentence: string): Draft => ({ body: said(sentence), figures: [] });

export const tableOf = (
  caption: string,
  columns: [label: string, width: number, isNumber?: boolean][],
  rows: string[][],
): ReportFigure => ({
  type: 'table',
  caption,
  columns: columns.map(([label, width, isNumber = false]) => ({
    label,
    width,
    ...(isNumber ? { isNumber } : {}),
  })),
  rows,
});
