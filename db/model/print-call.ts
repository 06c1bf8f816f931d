/** What goes out before a meeting: the call (kokouskutsu) and the agenda (esityslista). */
import type { Language } from './language.ts';
import type { MinutesDocument, MinutesItem } from './minutes-document.ts';
import type { Phrases } from './phrases.ts';
import { MinutesPrinter } from './print-base.ts';
import { printAttachments } from './print-ending.ts';
import { printItem } from './print-item.ts';
import { fact, timeAndPlace, type Fact } from './print-people.ts';
import type { PrintableBlock, PrintableDocument, PrintableItem } from './printable.ts';
import { richText } from './rich-text.ts';

/** Time, place, list of items, what to do when one cannot come, attachments. */
export function printCall(
  document: MinutesDocument,
  phrases: Phrases,
  language: Language,
): PrintableDocument {
  const printer = new MinutesPrinter(document, phrases, language);
  const obstacle = [
    printer.say('call.obstacle'),
    ...(document.rules.deputies === 'personal' ? [printer.say('call.deputy')] : []),
  ];
  return printer.printable(
    'call',
    printer.say('document.notice'),
    [
      { type: 'facts', rows: planFacts(printer) },
      { type: 'text', body: richText(printer.say('call.convened')).content },
      {
        type: 'list',
        heading: printer.say('label.itemsAhead'),
        rows: document.items.map(({ section, title }) => ({
          label: printer.range(section, section),
          text: title,
        })),
      },
      { type: 'facts', rows: [{ label: printer.say('label.obstacle'), lines: obstacle }] },
      ...attachmentsAhead(printer),
    ],
    sentStatus(printer, document.meeting.callSentOn),
  );
}

/** The items with their accounts and proposals, as they are before the meeting. */
export function printAgenda(
  document: MinutesDocument,
  phrases: Phrases,
  language: Language,
): PrintableDocument {
  const printer = new MinutesPrinter(document, phrases, language);
  const { agendaSentOn, callSentOn } = document.meeting;
  return printer.printable(
    'agenda',
    printer.say('document.agenda'),
    [
      { type: 'facts', rows: planFacts(printer) },
      { type: 'heading', level: 2, text: printer.say('label.itemsAhead') },
      ...document.items.map((item) => itemAhead(printer, item)),
      ...attachmentsAhead(printer),
    ],
    sentStatus(printer, agendaSentOn ?? callSentOn),
  );
}

function planFacts(printer: MinutesPrinter): Fact[] {
  const { chair, secretary, presenter, rules } = printer.document;
  return [
    ...timeAndPlace(printer, true),
    ...(rules.remoteParticipation
      ? [{ label: printer.say('label.attending'), lines: [printer.say('call.remote')] }]
      : []),
    ...fact(printer, 'label.chair', [chair]),
    ...fact(printer, 'label.presenter', presenter?.id === secretary?.id ? [] : [presenter]),
    ...fact(printer, 'label.secretary', [secretary]),
  ];
}

/** The item without anything of what happened at it. */
function itemAhead(printer: MinutesPrinter, item: MinutesItem): PrintableItem {
  const late = dissentAttachments(printer.document);
  return printItem(printer, {
    ...item,
    // The checks of the lawfulness item are made in the meeting.
    kind: 'decision',
    proceedings: null,
    decision: null,
    arrivals: [],
    departures: [],
    conflicts: [],
    proposals: [],
    votes: [],
    elections: [],
    dissents: [],
    tasks: [],
    followedTasks: [],
    attachments: item.attachments.filter(({ number }) => !late.has(number)),
  });
}

/** Reasons of dissents are attached after the meeting. */
function dissentAttachments(document: MinutesDocument): Set<number | null> {
  return new Set(document.items.flatMap((item) => item.dissents.map((one) => one.attachmentNumber)));
}

function attachmentsAhead(printer: MinutesPrinter): PrintableBlock[] {
  const late = dissentAttachments(printer.document);
  return printAttachments(
    printer,
    printer.document.attachments.filter(({ number }) => !late.has(number)),
  );
}

function sentStatus(printer: MinutesPrinter, sentOn: string | null): string {
  return sentOn === null
    ? printer.say('status.draft')
    : printer.say('status.sentOn', { date: printer.date(sentOn) });
}
