/** What follows the items: list of attachments, signatures, examination, display and appeal. */
import { inLanguage } from './language.ts';
import type { MinutesPerson } from './minutes-document.ts';
import type { PhraseKey } from './phrases.ts';
import { fullName, type MinutesPrinter } from './print-base.ts';
import type { PrintableBlock } from './printable.ts';

export function printAttachments(printer: MinutesPrinter): PrintableBlock[] {
  const { attachments } = printer.document;
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
  const { chair, secretary, examiners, examination, rules } = printer.document;
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
  const text =
    examination.examinedOn !== null
      ? [
          printer.say('examination.text'),
          printer.say('status.examinedOn', { date: printer.date(examination.examinedOn) }),
        ]
      : examiners.length === 0
        ? [printer.say('examination.nextMeeting')]
        : examination.dueOn === null
          ? []
          : [printer.say('examination.dueOn', { date: printer.date(examination.dueOn) })];
  blocks.push({
    type: 'signatures',
    heading: printer.say('label.examination'),
    text,
    rows: examiners.map((person) => sign(person, 'examination.examiner')),
  });
  const facts: { label: string; lines: string[] }[] = [];
  if (examination.displayedFrom !== null)
    facts.push({
      label: printer.say('label.display'),
      lines: [
        printer.say(printer.document.state === 'examined' ? 'display.since' : 'display.from', {
          date: printer.date(examination.displayedFrom),
        }),
      ],
    });
  const appeal = inLanguage(rules.legal.appeal, printer.language);
  if (appeal.trim() !== '') facts.push({ label: printer.say('label.noAppeal'), lines: [appeal] });
  if (facts.length > 0) blocks.push({ type: 'facts', rows: facts });
  return blocks;
}
