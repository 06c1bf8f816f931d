/** Documents as paper and as files (asiakirjat). */
import { plural, type Translation } from '../message.ts';
import type { documents as source } from '../fi/documents.ts';

export const documents: Translation<typeof source> = {
  attachments: plural('{count} bilaga', '{count} bilagor'),
  preview: 'Förhandsgranskning av dokumentet',
  jump: 'Gå till ärende',
  language: 'Dokumentets språk',
  savePdf: 'Spara PDF…',
  saveText: 'Spara som text…',
  saveJson: 'Spara som JSON…',
  otherFormats: 'Andra format',
  exportMinutes: 'Spara protokollet som PDF',
  exporting: 'Skapar filen {name}…',
  exported: '{name} sparades ({size}).',
  showInFolder: 'Visa i mappen',
  replaced: plural(
    '{name} sparades ({size}). Ett tecken finns inte i teckensnitten och ersattes: {characters}. Kontrollera stället.',
    '{name} sparades ({size}). {count} tecken finns inte i teckensnitten och ersattes: {characters}. Kontrollera ställena.',
  ),
  character: '{character} ({count} ×)',
  failedRemedy: '{message} Du kan försöka igen med Ctrl+E.',
  loadFailed: 'Dokumentet kunde inte visas',
  translated: 'Standardorden visas på det valda språket, skrivna texter på originalspråket.',
};
