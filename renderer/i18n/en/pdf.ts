/** Pages of a PDF in the window. */
import type { Translation } from '../message.ts';
import type { pdf as source } from '../fi/pdf.ts';

export const pdf: Translation<typeof source> = {
  tools: 'Pages',
  page: 'Page {page} / {count}',
  previous: 'Previous page',
  next: 'Next page',
  smaller: 'Smaller',
  larger: 'Larger',
  locked:
    'The PDF is protected by a password and cannot be shown. Remove the protection and attach it again.',
  broken: 'The PDF cannot be shown: it is damaged. Save a copy and try another program.',
  pageBroken: 'This page cannot be drawn. Save a copy and try another program.',
};
