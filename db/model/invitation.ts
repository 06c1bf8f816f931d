/** The words of the invitation (kutsuviesti): letter and calendar entry, in the reader's language. */
import type { CallChange, CallPlan } from './call.ts';
import { weekdayName } from './dates.ts';
import { inLanguage, type Language } from './language.ts';
import type { MinutesDocument } from './minutes-document.ts';
import type { Phrases } from './phrases.ts';
import { MinutesPrinter } from './print-base.ts';
import { changeRow } from './print-call.ts';
import { timeAndPlace } from './print-people.ts';
import type { Recipient } from './recipients.ts';

/** What an invitation tells: the call as it was issued, or that the meeting is cancelled. */
export interface InvitationFacts {
  minutes: MinutesDocument;
  plan: CallPlan;
  /** Of the call. */
  version: number;
  changes: readonly CallChange[];
  /** What the secretary wrote for this letter, and for this version. */
  greeting: string;
  note: string;
  cancelled: { reason: string } | null;
}

export interface Letter {
  subject: string;
  text: string;
}

const SUBJECTS = {
  meeting: { first: 'mail.subject', changed: 'mail.subjectChanged', cancelled: 'mail.subjectCancelled' },
  email: {
    first: 'mail.emailSubject',
    changed: 'mail.emailSubjectChanged',
    cancelled: 'mail.emailSubjectCancelled',
  },
} as const;

/**
 * @param recipient somebody alone, so that a deputy is told in whose place he is called; null: a letter to several
 * @param enclosed names of the files that go with it
 */
export function invitationLetter(
  facts: InvitationFacts,
  phrases: Phrases,
  language: Language,
  recipient: (Pick<Recipient, 'role'> & { member: { name: string } | null }) | null,
  enclosed: readonly string[],
): Letter {
  const printer = printerOf(facts, phrases, language);
  const { say } = bound(printer);
  const place = placeValues(printer);
  const isChanged = facts.version > 1 && facts.changes.length > 0;
  const remote = printer.document.rules.remoteParticipation;
  const { convenes } = printer;
  const hasDeputies = printer.document.rules.deputies === 'personal';
  const appointment = appointmentLines(facts, printer);
  const list = (heading: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [[heading, ...lines].join('\n')];
  const asDeputy =
    recipient?.role !== 'deputy'
      ? []
      : [
          recipient.member === null
            ? say(convenes ? 'mail.calledToVacantSeat' : 'mail.emailToVacantSeat')
            : say(convenes ? 'mail.calledAsDeputy' : 'mail.emailAsDeputy', { member: recipient.member.name }),
        ];
  const called = [
    [
      say(convenes ? 'mail.invited' : 'mail.emailAsked', place),
      ...asDeputy,
      ...(isChanged ? [say('mail.changed', { number: facts.version })] : []),
    ].join('\n'),
    ...lines(facts.greeting),
    ...lines(facts.note),
    appointment,
    ...(isChanged
      ? list(
          say('label.changes', { number: facts.version - 1 }),
          facts.changes.map((change) => {
            const { label, text } = changeRow(printer, change);
            return `- ${label}: ${text}`;
          }),
        )
      : []),
    ...list(
      say('label.itemsAhead'),
      facts.plan.items.map(({ section, title }) => `${printer.range(section, section)} ${oneLine(title)}`),
    ),
    (convenes
      ? [
          say(remote ? 'mail.answer' : 'mail.answerNoRemote'),
          say('call.obstacle'),
          ...(hasDeputies ? [say('call.deputy')] : []),
        ]
      : [
          say('mail.emailAnswer', { until: printer.answersUntil() }),
          ...(hasDeputies ? [say('call.emailDeputy')] : []),
        ]
    ).join('\n'),
  ];
  const cancelled = [
    say(convenes ? 'cancellation.text' : 'cancellation.emailText'),
    ...(facts.cancelled === null || facts.cancelled.reason === ''
      ? []
      : [`${say('label.cancelReason')}: ${facts.cancelled.reason}`]),
    appointment,
  ];
  const keys = SUBJECTS[convenes ? 'meeting' : 'email'];
  const key = keys[facts.cancelled !== null ? 'cancelled' : isChanged ? 'changed' : 'first'];
  return {
    subject: oneLine(say(key, place)),
    text: [
      say('mail.hello'),
      ...(facts.cancelled === null ? called : cancelled),
      ...list(
        say('mail.enclosed'),
        enclosed.map((name) => `- ${name}`),
      ),
      ...lines(facts.minutes.secretary?.name ?? ''),
    ].join('\n\n'),
  };
}

/** Title and words of the calendar entry. */
export function calendarWords(
  facts: InvitationFacts,
  phrases: Phrases,
  language: Language,
): { summary: string; description: string } {
  const printer = printerOf(facts, phrases, language);
  const { say } = bound(printer);
  const isCancelled = facts.cancelled !== null;
  const { convenes } = printer;
  const summary = convenes
    ? isCancelled
      ? 'calendar.summaryCancelled'
      : 'calendar.summary'
    : isCancelled
      ? 'calendar.emailSummaryCancelled'
      : 'calendar.emailSummary';
  return {
    summary: oneLine(
      say(summary, {
        board: inLanguage(printer.document.board, language),
        number: numberOf(printer),
      }),
    ),
    description: [
      ...(facts.cancelled === null
        ? []
        : [
            [say(convenes ? 'cancellation.text' : 'cancellation.emailText'), facts.cancelled.reason]
              .filter(Boolean)
              .join('\n'),
          ]),
      appointmentLines(facts, printer),
      ...(isCancelled
        ? []
        : [
            [
              say('label.itemsAhead'),
              ...facts.plan.items.map(
                ({ section, title }) => `${printer.range(section, section)} ${oneLine(title)}`,
              ),
            ].join('\n'),
            convenes ? say('call.obstacle') : say('call.emailAnswer', { until: printer.answersUntil() }),
          ]),
    ].join('\n\n'),
  };
}

/** The words of the record, with the time and place as they were called. */
function printerOf({ minutes, plan }: InvitationFacts, phrases: Phrases, language: Language): MinutesPrinter {
  const { heldOn, plannedStart, place } = plan;
  return new MinutesPrinter(
    { ...minutes, meeting: { ...minutes.meeting, heldOn, plannedStart, place } },
    phrases,
    language,
  );
}

const bound = (printer: MinutesPrinter): { say: MinutesPrinter['say'] } => ({
  say: printer.say.bind(printer),
});

function numberOf({ document: { meeting } }: MinutesPrinter): string {
  return `${meeting.number}/${meeting.year}`;
}

function placeValues(printer: MinutesPrinter): Record<'board' | 'number' | 'weekday' | 'date', string> {
  const { board, meeting } = printer.document;
  return {
    board: inLanguage(board, printer.language),
    number: numberOf(printer),
    weekday: weekdayName(meeting.heldOn, printer.language),
    date: printer.date(meeting.heldOn),
  };
}

function appointmentLines({ plan }: InvitationFacts, printer: MinutesPrinter): string {
  const [time, ...place] = timeAndPlace(printer, true);
  const end =
    plan.plannedEnd === null ? [] : [printer.say('call.endsAt', { time: printer.time(plan.plannedEnd) })];
  const facts = [
    ...(time === undefined ? [] : [{ label: time.label, lines: [[...time.lines, ...end].join(', ')] }]),
    ...place,
    ...(plan.remoteLink === '' ? [] : [{ label: printer.say('label.remoteLink'), lines: [plan.remoteLink] }]),
  ];
  return facts.map(({ label, lines: own }) => `${label}: ${oneLine(own.join(', '))}`).join('\n');
}

function lines(text: string): string[] {
  return text.trim() === '' ? [] : [text.trim()];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
