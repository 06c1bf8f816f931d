/** Which standard the PDF of a document of the register has, by what its file is for. */
import { expect, test } from 'vitest';
import { jobForUse } from '../../electron/backend/document-jobs.ts';

const job = (format: 'pdf' | 'pdf-ua' | 'text', document: object) => ({ format, document, createdAt: 0 });

test.each([
  ['a report to be sent', job('pdf', { kind: 'register' }), 'distribution', 'pdf-ua'],
  ['a report to be archived', job('pdf', { kind: 'register' }), 'archive', 'pdf'],
  ['where nothing is said', job('pdf', { kind: 'register' }), undefined, 'pdf'],
  ['labels', job('pdf', { kind: 'register', sheet: { pages: [] } }), 'distribution', 'pdf'],
  ['minutes, which are chosen one by one', job('pdf', { kind: 'minutes' }), 'distribution', 'pdf'],
  ['what was chosen accessible', job('pdf-ua', { kind: 'register' }), 'archive', 'pdf-ua'],
  ['text', job('text', { kind: 'register' }), 'distribution', 'text'],
] as const)('%s', (_, given, use, format) => {
  expect(jobForUse(given, use)).toEqual({ ...given, format });
});
