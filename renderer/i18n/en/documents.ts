/** Documents as paper and as files (asiakirjat). */
import { plural, type Translation } from '../message.ts';
import type { documents as source } from '../fi/documents.ts';

export const documents: Translation<typeof source> = {
  attachments: plural('{count} attachment', '{count} attachments'),
  preview: 'Preview of the document',
  jump: 'Go to item',
  language: 'Language of the document',
  savePdf: 'Save PDF…',
  saveText: 'Save as text…',
  saveJson: 'Save as JSON…',
  otherFormats: 'Other formats',
  exportMinutes: 'Save the minutes as PDF',
  exporting: 'Making the file {name}…',
  exported: '{name} was saved ({size}).',
  showInFolder: 'Show in folder',
  replaced: plural(
    '{name} was saved ({size}). One character is not in the fonts and was replaced: {characters}. Check the place.',
    '{name} was saved ({size}). {count} characters are not in the fonts and were replaced: {characters}. Check the places.',
  ),
  character: '{character} ({count} ×)',
  failedRemedy: '{message} Try again with Ctrl+E.',
  loadFailed: 'The document could not be shown',
  translated: 'Standard words are in the chosen language, written texts in their own.',
};
