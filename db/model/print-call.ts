/** What goes out before a meeting: the call (kokouskutsu), the agenda (esityslista) and the notice of cancellation. */
import type { CallChange, PlannedTime } from './call.ts';
import { weekdayName } from './dates.ts';
import { inLanguage, type Language } from './language.ts';
import type { MinutesDocument, MinutesItem } from './minutes-document.ts';
import type { PhraseKey, Phrases } from './phrases.ts';
import { MinutesPrinter } from './print-base.ts';
import { printAttachments } from './print-ending.ts';
import { printItem } from './print-item.ts';
import { fact, timeAndPlace, type Fact } from './print-people.ts';
import type { PrintableBlock, PrintableDocument, PrintableItem } from './printable.ts';
import { richText } from './rich-text.ts';

/** What a version of a call or an agenda says beside the meeting itself. */
export interface CallIssue {
  plannedEnd: string | null;
  remoteLink: string;
  /** The number of this version. */
  version: number;
  /** ISO date; null: a draft, which is marked as one on every page. */
  issuedOn: string | null;
  note: string;
  /** Since the version before. */
  changes: readonly CallChange[];
}

/**
 * Time, place, list of items, what to do when one cannot come, attachments.
 * @param issue null: how it went out is known by the meeting's details alone
 */
export function printCall(
  document: MinutesDocument,
  phrases: Phrases,
  language: Language,
  issue: CallIssue | null = null,
): PrintableDocument {
  const printer = new MinutesPrinter(document, phrases, language);
  const deputies = document.rules.deputies === 'personal';
  const obstacle = printer.convenes
    ? [printer.say('call.obstacle'), ...(deputies ? [printer.say('call.deputy')] : [])]
    : [
        printer.say('call.emailAnswer', { until: printer.answersUntil() }),
        ...(deputies ? [printer.say('call.emailDeputy')] : []),
      ];
  return marked(
    issue,
    printer,
    printer.printable(
      'call',
      printer.say(printer.convenes ? 'document.notice' : 'document.emailCall'),
      [
        { type: 'facts', rows: planFacts(printer, issue) },
        ...changesBlock(printer, issue),
        {
          type: 'text',
          body: richText(printer.say(printer.convenes ? 'call.convened' : 'call.emailConvened')).content,
        },
        {
          type: 'list',
          heading: printer.say('label.itemsAhead'),
          rows: document.items.map(({ section, title }) => ({
            label: printer.range(section, section),
            text: title,
          })),
        },
        {
          type: 'facts',
          rows: [
            { label: printer.say(printer.convenes ? 'label.obstacle' : 'label.answersDue'), lines: obstacle },
          ],
        },
        ...attachmentsAhead(printer),
      ],
      sentStatus(printer, document.meeting.callSentOn, issue),
      issue,
    ),
  );
}

/** The items with their accounts and proposals, as they are before the meeting. */
export function printAgenda(
  document: MinutesDocument,
  phrases: Phrases,
  language: Language,
  issue: CallIssue | null = null,
): PrintableDocument {
  const printer = new MinutesPrinter(document, phrases, language);
  const { agendaSentOn, callSentOn } = document.meeting;
  return marked(
    issue,
    printer,
    printer.printable(
      'agenda',
      printer.say('document.agenda'),
      [
        { type: 'facts', rows: planFacts(printer, issue) },
        ...changesBlock(printer, issue),
        { type: 'heading', level: 2, text: printer.say('label.itemsAhead') },
        ...document.items.map((item) => itemAhead(printer, item)),
        ...attachmentsAhead(printer),
      ],
      sentStatus(printer, agendaSentOn ?? callSentOn, issue),
      issue,
    ),
  );
}

/** The meeting is not held: when it would have been, and why. */
export function printCancellation(
  document: MinutesDocument,
  phrases: Phrases,
  language: Language,
  issue: CallIssue & { issuedOn: string },
): PrintableDocument {
  const printer = new MinutesPrinter(document, phrases, language);
  return printer.printable(
    'call',
    printer.say(printer.convenes ? 'document.cancellation' : 'document.emailCancellation'),
    [
      {
        type: 'text',
        body: richText(printer.say(printer.convenes ? 'cancellation.text' : 'cancellation.emailText'))
          .content,
      },
      {
        type: 'facts',
        rows: [
          ...timeAndPlace(printer, true),
          ...(issue.note === '' ? [] : [{ label: printer.say('label.cancelReason'), lines: [issue.note] }]),
          ...fact(printer, 'label.secretary', [document.secretary]),
        ],
      },
    ],
    printer.say('status.cancelledOn', { date: printer.date(issue.issuedOn) }),
    issue,
  );
}

function marked(
  issue: CallIssue | null,
  printer: MinutesPrinter,
  document: PrintableDocument,
): PrintableDocument {
  return issue === null || issue.issuedOn !== null
    ? document
    : { ...document, draftMark: printer.say('status.draftMark') };
}

function planFacts(printer: MinutesPrinter, issue: CallIssue | null): Fact[] {
  const { chair, secretary, presenter, rules } = printer.document;
  const [time, ...place] = timeAndPlace(printer, true);
  const end =
    issue?.plannedEnd == null ? [] : [printer.say('call.endsAt', { time: printer.time(issue.plannedEnd) })];
  return [
    ...(time === undefined ? [] : [{ ...time, lines: [[...time.lines, ...end].join(', ')] }]),
    ...place,
    ...(issue === null || issue.remoteLink === ''
      ? []
      : [{ label: printer.say('label.remoteLink'), lines: [issue.remoteLink] }]),
    ...(rules.remoteParticipation && printer.convenes
      ? [{ label: printer.say('label.attending'), lines: [printer.say('call.remote')] }]
      : []),
    ...fact(printer, 'label.chair', [chair]),
    ...fact(printer, 'label.presenter', presenter?.id === secretary?.id ? [] : [presenter]),
    ...fact(printer, 'label.secretary', [secretary]),
    ...(issue === null || issue.note === ''
      ? []
      : [{ label: printer.say('label.callNote'), lines: issue.note.split('\n') }]),
  ];
}

/** On the cover of a new version: what changed since the one before. */
function changesBlock(printer: MinutesPrinter, issue: CallIssue | null): PrintableBlock[] {
  if (issue === null || issue.version < 2 || issue.changes.length === 0) return [];
  return [
    {
      type: 'list',
      heading: printer.say('label.changes', { number: issue.version - 1 }),
      rows: issue.changes.map((change) => changeRow(printer, change)),
    },
  ];
}

const CHANGE_LABELS: Record<CallChange['kind'], PhraseKey> = {
  time: 'change.time',
  place: 'change.place',
  remoteLink: 'label.remoteLink',
  added: 'change.added',
  removed: 'change.removed',
  moved: 'change.moved',
  renamed: 'change.renamed',
  diaryNumber: 'change.diaryNumber',
  account: 'change.text',
  proposal: 'change.text',
  attachmentAdded: 'change.attachmentAdded',
  attachmentRemoved: 'change.attachmentRemoved',
  attachmentChanged: 'change.attachmentChanged',
};

/** One change in words: what it is about, and what of it. */
export function changeRow(printer: MinutesPrinter, change: CallChange): { label: string; text: string } {
  const label = printer.say(CHANGE_LABELS[change.kind]);
  const fromTo = (before: string, after: string): string =>
    printer.say('change.fromTo', {
      before: before || printer.say('change.none'),
      after: after || printer.say('change.none'),
    });
  const item = (section: number, title: string): string => `${printer.range(section, section)} ${title}`;
  switch (change.kind) {
    case 'time':
      return { label, text: fromTo(plannedTime(printer, change.before), plannedTime(printer, change.after)) };
    case 'place':
    case 'remoteLink':
      return { label, text: fromTo(change.before, change.after) };
    case 'added':
      return { label, text: item(change.section, change.title) };
    case 'removed':
      return { label, text: change.title };
    case 'moved':
      return {
        label,
        text: `${change.title} (${fromTo(printer.range(change.from, change.from), printer.range(change.to, change.to))})`,
      };
    case 'renamed':
      return { label, text: item(change.section, fromTo(change.before, change.after)) };
    case 'diaryNumber':
      return {
        label,
        text: `${item(change.section, change.title)} (${fromTo(change.before ?? '', change.after ?? '')})`,
      };
    case 'account':
    case 'proposal':
      return {
        label,
        text: `${item(change.section, change.title)} (${partLabel(printer, change.kind)})`,
      };
    case 'attachmentAdded':
    case 'attachmentRemoved':
    case 'attachmentChanged':
      return { label, text: `${printer.say('attachment.number', { n: change.number })}: ${change.title}` };
  }
}

/** What the board calls the part of an item, in the middle of a line. */
function partLabel(printer: MinutesPrinter, part: 'account' | 'proposal'): string {
  return inLanguage(printer.document.rules.labels[part], printer.language).toLocaleLowerCase(
    printer.language,
  );
}

function plannedTime(printer: MinutesPrinter, { heldOn, plannedStart, plannedEnd }: PlannedTime): string {
  const clock =
    plannedStart === null
      ? ''
      : plannedEnd === null
        ? printer.say('time.at', { time: printer.time(plannedStart) })
        : printer.timeRange(plannedStart, plannedEnd);
  return `${weekdayName(heldOn, printer.language)} ${printer.date(heldOn)} ${clock}`.trim();
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
    decisionType: null,
    arrivals: [],
    departures: [],
    conflicts: [],
    proposals: [],
    votes: [],
    elections: [],
    dissents: [],
    tasks: [],
    // What is asked about at the meeting, without what the meeting changes.
    followedTasks: item.followedTasks.map((task) => ({ ...task, newDueOn: null })),
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

function sentStatus(printer: MinutesPrinter, sentOn: string | null, issue: CallIssue | null): string {
  if (issue !== null) {
    if (issue.issuedOn === null) return printer.say('status.draft');
    const date = printer.date(issue.issuedOn);
    return issue.version === 1
      ? printer.say('status.sentOn', { date })
      : printer.say('status.version', { number: issue.version, date });
  }
  if (printer.document.meeting.cancelledOn !== null) return printer.status();
  return sentOn === null
    ? printer.say('status.draft')
    : printer.say('status.sentOn', { date: printer.date(sentOn) });
}
