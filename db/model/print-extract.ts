/** Extract of chosen §§ (pöytäkirjanote): in full and to the letter, with no more names than it needs. */
import { AppError } from './errors.ts';
import type { Language } from './language.ts';
import type { MinutesDocument, MinutesItem } from './minutes-document.ts';
import type { Phrases } from './phrases.ts';
import { fullName, MinutesPrinter } from './print-base.ts';
import {
  appealNote,
  approvalNote,
  examinationLines,
  printAttachments,
  printCorrections,
} from './print-ending.ts';
import { printItem } from './print-item.ts';
import { fact, timeAndPlace, type Fact } from './print-people.ts';
import type { PrintableBlock, PrintableDocument } from './printable.ts';
import { Cover, type SecretItem } from './secrecy.ts';

export interface ExtractChoice {
  /** § numbers, in any order. */
  sections: readonly number[];
  /** Whether those with a right to vote are named for each §. */
  voters: boolean;
}

/**
 * The extract is given to somebody who has a right to it, so nothing is covered; a secret item is marked as such.
 * @throws AppError SECTIONS_MISSING when none is chosen, SECTION_UNKNOWN for one that the meeting has not
 */
export function printExtract(
  document: MinutesDocument,
  choice: ExtractChoice,
  secrets: readonly SecretItem[],
  phrases: Phrases,
  language: Language,
): PrintableDocument {
  const printer = new MinutesPrinter(document, phrases, language);
  const known = new Set(document.items.map(({ section }) => section));
  if (choice.sections.length === 0) throw new AppError('SECTIONS_MISSING');
  for (const section of choice.sections)
    if (!known.has(section))
      throw new AppError('SECTION_UNKNOWN', { section, known: [...known].join(', ') || '–' });
  const items = document.items.filter(({ section }) => choice.sections.includes(section));
  const cover = new Cover((key, values) => printer.say(key, values), secrets);
  const secrecy = items.flatMap(({ section }) => {
    const mention = cover.mention(section);
    return mention === null ? [] : [`${printer.range(section, section)}: ${mention}`];
  });
  return printer.printable('extract', printer.say('document.extract'), [
    {
      type: 'facts',
      rows: [
        ...timeAndPlace(printer),
        ...fact(printer, 'label.chair', [document.chair]),
        ...fact(printer, 'label.minutesKeeper', [document.secretary]),
        ...(choice.voters
          ? [
              {
                label: printer.say('label.eligibleVoters'),
                lines: items.map((item) => voters(printer, item)),
              },
            ]
          : []),
        ...(secrecy.length > 0 ? [{ label: printer.say('label.publicity'), lines: secrecy }] : []),
      ],
    },
    { type: 'heading', level: 2, text: printer.say('label.items') },
    ...items.map((item) => printItem(printer, item)),
    ...printAttachments(
      printer,
      document.attachments.filter((one) => items.some(({ section }) => section === one.section)),
    ),
    { type: 'facts', rows: [...signed(printer), ...appealNote(printer)] },
    ...printCorrections(
      printer,
      document.corrections.filter(
        (note) => note.section === null || items.some(({ section }) => section === note.section),
      ),
    ),
    certification(printer),
  ]);
}

/** "30 §: Jäsen 01 (J01), Jäsen 02 (J02)": members and deputies present at the item and not in conflict. */
function voters(printer: MinutesPrinter, item: MinutesItem): string {
  const names = printer.document.attendance
    .filter(
      (row) =>
        (row.capacity === 'member' || row.capacity === 'deputy') &&
        row.intervals.some(
          ({ fromSection, toSection }) => fromSection <= item.section && item.section <= toSection,
        ) &&
        !item.conflicts.some(({ person }) => person.id === row.person.id),
    )
    .map((row) => fullName(row.person));
  return `${printer.range(item.section, item.section)}: ${names.join(', ')}`;
}

/** Who signed and examined the minutes from which the extract is taken. */
function signed(printer: MinutesPrinter): Fact[] {
  const { chair, secretary, examiners } = printer.document;
  const examination = printer.memo
    ? []
    : [
        ...examinationLines(printer),
        ...examiners.map((person) => {
          const approval = approvalNote(printer, person);
          const line = `${fullName(person)}, ${printer.say('examination.examiner')}`;
          return approval === '' ? line : `${line}. ${approval}`;
        }),
      ];
  return [
    {
      label: printer.say('label.signatures'),
      lines: [
        ...(chair ? [`${fullName(chair)}, ${printer.say('signature.chair')}`] : []),
        ...(secretary ? [`${fullName(secretary)}, ${printer.say('signature.secretary')}`] : []),
      ],
    },
    ...(examination.length > 0 ? [{ label: printer.say('label.examination'), lines: examination }] : []),
  ];
}

function certification(printer: MinutesPrinter): PrintableBlock {
  const { secretary } = printer.document;
  return {
    type: 'signatures',
    heading: printer.say('label.certification'),
    text: [printer.say('extract.certified')],
    rows: [
      {
        name: secretary === null ? '' : fullName(secretary),
        role: secretary === null ? '' : printer.sayLower('label.secretary'),
        note: printer.say('signature.dateAndName'),
      },
    ],
  };
}
