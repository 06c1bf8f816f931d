/** What follows the items: list of attachments, signatures, examination, display and appeal. */
import { inLanguage } from './language.ts';
import type { MinutesCorrection, MinutesDocument, MinutesPerson } from './minutes-document.ts';
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

/**
 * Signatures, examination, display, the note on appeals, and corrections.
 * @param notes corrections that the document shows; all of them by default
 */
export function printEnding(
  printer: MinutesPrinter,
  notes: readonly MinutesCorrection[] = printer.document.corrections,
): PrintableBlock[] {
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
  if (printer.memo) return [...blocks, ...printCorrections(printer, notes)];
  blocks.push({
    type: 'signatures',
    heading: printer.say('label.examination'),
    text: examinationLines(printer),
    rows: examiners.map((person) => ({
      ...sign(person, 'examination.examiner'),
      note: approvalNote(printer, person),
    })),
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
  return [...blocks, ...printCorrections(printer, notes)];
}

/** "Hyväksynyt 26.5.2026" */
export function approvalNote(printer: MinutesPrinter, person: MinutesPerson): string {
  const approval = printer.document.examination.approvals.find((one) => one.person.id === person.id);
  return approval ? printer.say('examination.approvedOn', { date: printer.date(approval.approvedOn) }) : '';
}

/** Notes made after the examination (oikaisut, hallintolaki 51 §): beside the text, which stays as it was. */
export function printCorrections(
  printer: MinutesPrinter,
  notes: readonly MinutesCorrection[],
): PrintableBlock[] {
  if (notes.length === 0) return [];
  return [
    {
      type: 'list',
      heading: printer.say('label.corrections'),
      rows: notes.map(({ notedOn, text, section }) => ({
        label:
          section === null
            ? printer.say('correction.note', { date: printer.date(notedOn) })
            : printer.say('correction.noteSection', {
                date: printer.date(notedOn),
                section: printer.range(section, section),
              }),
        text,
      })),
    },
  ];
}

/** Whether and when the minutes were examined, or how they will be. */
export function examinationLines(printer: MinutesPrinter): string[] {
  const { examiners, examination } = printer.document;
  if (examination.examinedOn !== null)
    return [
      printer.say('examination.text'),
      ...(examination.decidedReference === null
        ? []
        : [printer.say('examination.byNextMeeting', { reference: examination.decidedReference })]),
      ...(examination.way === 'on_the_spot' ? [printer.say('examination.allAtOnce')] : []),
      printer.say('status.examinedOn', { date: printer.date(examination.examinedOn) }),
    ];
  if (examination.way === 'next_meeting' || examiners.length === 0)
    return [printer.say('examination.nextMeeting')];
  return examination.dueOn === null
    ? []
    : [printer.say('examination.dueOn', { date: printer.date(examination.dueOn) })];
}

/** The board's note on appeals (muutoksenhaku). */
export function appealNote(printer: MinutesPrinter): Fact[] {
  const appeal = inLanguage(printer.document.rules.legal.appeal, printer.language);
  return appeal.trim() === '' ? [] : [{ label: printer.say('label.noAppeal'), lines: [appeal] }];
}
