/** The register as tables: export, bulk changes, merging (taulukot). */
import type { tables as source } from '../fi/tables.ts';
import { plural, type Translation } from '../message.ts';

export const tables: Translation<typeof source> = {
  more: 'Tables',
  export: 'Export to a file',
  exportTitle: 'Export organisations to a file',
  exportSelected: plural('{count} selected organisation', '{count} selected organisations'),
  exportListed: plural('The {count} organisation listed', 'The {count} organisations listed'),
  which: 'Which organisations',
  format: 'Format',
  'format.csv': 'CSV',
  'format.xlsx': 'Excel (XLSX)',
  'format.vcard': 'Contact cards (vCard 4)',
  'format.json': 'JSON',
  'format.open-csv': 'Open data (CSV)',
  'format.open-json': 'Open data (JSON)',
  openHint:
    'Without contact details and notes. Municipalities and regions by the codes of Statistics Finland; CC BY 4.0.',
  delimiter: 'Delimiter',
  bom: 'Mark the encoding (BOM), so that Excel reads å, ä and ö',
  safe: 'Keep spreadsheets from running formulas',
  safeHint: 'An apostrophe is put before cells that begin with =, +, - or @. Pykälä removes it on import.',
  exported: plural(
    '{count} organisation was exported to {name}.',
    '{count} organisations were exported to {name}.',
  ),
  copy: 'Copy as a table',
  copied: plural(
    '{count} organisation was copied to the clipboard.',
    '{count} organisations were copied to the clipboard.',
  ),
  notCopied: 'The clipboard did not take the organisations. Copy again.',
  select: 'Select several',
  selectDone: 'End the selection',
  selectAll: 'Select all',
  bulk: 'Change the selected',
  bulkTitle: 'Change the selected organisations',
  bulkWhat: 'Which field',
  bulkValue: 'New value',
  bulkApply: 'Change',
  bulkLanguagesHint: 'Language codes separated by commas, for example fi, sv, fi-selko.',
  bulkLead: plural('The change concerns {count} organisation.', 'The change concerns {count} organisations.'),
  bulkDone: plural('{count} organisation was changed.', '{count} organisations were changed.'),
  bulkNothing: 'They were so already.',
  bulkLarge:
    'The change concerns more than a tenth of the register. A backup is made first. Confirm by typing the number: {count}',
  bulkRunning: 'Changing organisations',
  merge: 'Merge the selected',
  mergeTitle: 'Merge two organisations',
  mergeLead:
    'Choose the organisation that stays, and each value. Persons, seats, tasks and other references move to it. A merge can be undone.',
  mergeKeep: 'The organisation that stays',
  mergeValue: 'Value that stays: {field}',
  mergeSame: 'The two have the same values.',
  mergeOther: 'What becomes of the other: {name}',
  mergeTwice: 'The same organisation is in the register twice',
  mergeTwiceHint: 'The other entry goes, and all references move to the one that stays.',
  mergeInto: 'The organisation has merged into the one that stays',
  mergeIntoHint:
    'It stays in the register under its own name as merged. What it was, its meetings and decisions stay with it; memberships and open tasks continue in the one that stays.',
  mergedOn: 'Day of the merger',
  mergedInto: '{other} is marked as merged into {name}.',
  mergeDo: 'Merge',
  merged: '{name}: the organisations were merged.',
  mergedKept:
    '{name}: the organisations were merged. Examined minutes refer to the other, so it stays in the register as dissolved.',
  undone: 'Undone.',
  undoneSome: plural(
    'Undone, except for {count} organisation changed since.',
    'Undone, except for {count} organisations changed since.',
  ),
};
