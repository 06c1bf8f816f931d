/** What follows the items: list of attachments, signatures, examination, display and appeal. */
import { inLanguage } from './language.ts';
import type { MinutesDocument, MinutesPerson } from './minutes-document.ts';
import type { PhraseKey } from './phrases.ts';
import { fullName, type MinutesPrinter } from './print-base.ts';
import type { Fact } from './print-people.ts';
import type { PrintableBlock } from './printable.ts';

/** The list of attachments (liitteet); nothing when there are none. */
export function printAttachments(
  printer: MinutesPrinter,
  attachments: MinutesDocument['attachments'] = printer.document.attachments,
): PrintableBlock[] {
  if (attachments.length === 0) return [];
  return [
    {
      type: 'list',
      heading: printer.say('label.attachments'),
      rows: attachments.map((a) => ({
        label: printer.say('attachment.number', { n: a.number }),
        text: a.section === null ? a.title : `${a.title} (${printer.range(a.section, a.section)})`,
      })),
    },
  ];
}

/** Signatures, examination, display and the note on appeals. */
export function printEnding(printer: MinutesPrinter): PrintableBlock[] {
  const { chair, secretary, examiners, examination } = printer.document;
  const sign = (person: MinutesPerson, role: PhraseKey) => ({
    name: fullName(person),
    role: printer.say(role),
    note: '',
  });
  const blocks: PrintableBlock[] = [
    {
      type: 'signatures',
      heading: printer.say('label.signatures'),
      text: [],
      rows: [
        ...(chair ? [sign(chair, 'signature.chair')] : []),
        ...(secretary ? [sign(secretary, 'signature.secretary')] : []),
      ],
    },
  ];
  if (printer.memo) return blocks;
  blocks.push({
    type: 'signatures',
    heading: printer.say('label.examination'),
    text: examinationLines(printer),
    rows: examiners.map((person) => sign(person, 'examination.examiner')),
  });
  const facts: Fact[] = [];
  if (examination.displayedFrom !== null)
    facts.push({
      label: printer.say('label.display'),
      lines: [
        printer.say(printer.document.state === 'examined' ? 'display.since' : 'display.from', {
          date: printer.date(examination.displayedFrom),
        }),
      ],
    });
  facts.push(...appealNote(printer));
  if (facts.length > 0) blocks.push({ type: 'facts', rows: facts });
  return blocks;
}

/** Whether and when the minutes were examined, or how they will be. */
export function examinationLines(printer: MinutesPrinter): string[] {
  const { examiners, examination } = printer.document;
  if (examination.examinedOn !== null)
    return [
      printer.say('examination.text'),
      printer.say('status.examinedOn', { date: printer.date(examination.examinedOn) }),
    ];
  if (examiners.length === 0) return [printer.say('examination.nextMeeting')];
  return examination.dueOn === null
    ? []
    : [printer.say('examination.dueOn', { date: printer.date(examination.dueOn) })];
}

/** The board's note on appeals (muutoksenhaku). */
export function appealNote(printer: MinutesPrinter): Fact[] {
  const appeal = inLanguage(printer.document.rules.legal.appeal, printer.language);
  return appeal.trim() === '' ? [] : [{ label: printer.say('label.noAppeal'), lines: [appeal] }];
}
