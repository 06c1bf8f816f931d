/**
 * The minutes document in words: a PrintableDocument in one language, in the order and with the side headings
 * of a Finnish pöytäkirja (SFS 2487). Texts of the secretary stay as written.
 */
import type { Language } from './language.ts';
import type { MinutesDocument } from './minutes-document.ts';
import type { Phrases } from './phrases.ts';
import { MinutesPrinter } from './print-base.ts';
import { printAttachments, printEnding } from './print-ending.ts';
import { printItem } from './print-item.ts';
import { printAttendance, printMeetingFacts } from './print-people.ts';
import type { PrintableDocument } from './printable.ts';

/**
 * @param document composed minutes
 * @param language of labels and derived sentences
 */
export function printMinutes(
  document: MinutesDocument,
  phrases: Phrases,
  language: Language,
): PrintableDocument {
  const printer = new MinutesPrinter(document, phrases, language);
  return printer.printable('minutes', printer.say(printer.memo ? 'document.memo' : 'document.minutes'), [
    printMeetingFacts(printer),
    ...printAttendance(printer),
    { type: 'heading', level: 2, text: printer.say('label.items') },
    ...document.items.map((item) => printItem(printer, item)),
    ...printAttachments(printer),
    ...printEnding(printer),
  ]);
}
