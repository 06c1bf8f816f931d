/** Sections of annual reports and plans on meetings: what was held, decided, done about it and sent out. */
import { type Making, nothing, said, tableOf } from './annual-drafting.ts';
import { attendance, attendanceBars, byDecision, matters } from './annual-facts.ts';
import type { Draft } from './annual-report.ts';
import type { AnnualWords } from './annual-words.ts';
import { numberText } from './chart.ts';
import { formatDate } from './dates.ts';
import { hasReached } from './delivery.ts';

export function meetings({ facts, language, words }: Making): Draft {
  if (facts.meetings.length === 0) return nothing(words.noMeetings);
  const figure = (value: number): string => numberText(value, language);
  const come = attendance(facts.meetings);
  const open = facts.meetings.length - come.held;
  const seats = Math.max(...facts.meetings.map((one) => one.seats));
  return {
    body: said(
      words.meetingsHeld({
        count: figure(facts.meetings.length),
        byEmail: facts.meetings.filter(({ kind }) => kind === 'email').length,
        items: figure(facts.meetings.reduce((sum, one) => sum + one.items, 0)),
      }),
      come.percent === null
        ? null
        : words.attendance({
            percent: numberText(come.percent, language, 1),
            filled: figure(come.filled),
            seats: figure(come.seats),
          }),
      open === 0 ? null : words.notHeldYet(figure(open)),
      facts.cancelled === 0 ? null : words.cancelled(figure(facts.cancelled)),
    ),
    figures: [
      tableOf(
        words.sections.meetings,
        [
          [words.meeting, 2],
          [words.day, 3],
          [words.place, 5],
          [words.items, 2, true],
          [words.present, 2, true],
          [words.ofSeats, 2, true],
        ],
        facts.meetings.map((one) => [
          one.label,
          formatDate(one.heldOn, language),
          one.kind === 'email' ? words.email : one.place || '–',
          figure(one.items),
          one.filled === null ? '–' : figure(one.filled),
          figure(one.seats),
        ]),
      ),
      ...(come.held < 2
        ? []
        : [
            {
              type: 'bars' as const,
              title: words.filledTitle,
              description: words.filledTold({ meetings: figure(come.held), seats: figure(seats) }),
              unit: '',
              words: [words.meeting, words.present] as [string, string],
              bars: attendanceBars(facts.meetings),
            },
          ]),
    ],
  };
}

const titleOf = ({ title, isSecret }: { title: string; isSecret: boolean }, words: AnnualWords): string =>
  isSecret ? words.secret : title;

/** "§ 27" of one meeting beside "§ 28": "3/2026 § 27, § 28". */
function sectionsText(references: readonly string[]): string {
  const groups = Map.groupBy(references, (one) => one.split(/\s/)[0] ?? '');
  return [...groups]
    .map(([meeting, own]) => `${meeting} ${own.map((one) => one.slice(meeting.length).trim()).join(', ')}`)
    .join('; ');
}

export function decisions({ facts, language, words }: Making): Draft {
  const groups = byDecision(facts.items);
  if (groups.length === 0) return nothing(words.noDecisions);
  const proper = matters(facts.items);
  const figure = (value: number): string => numberText(value, language);
  const voted = groups.find(({ type }) => type === 'voted')?.items.length ?? 0;
  return {
    body: said(
      words.decided({
        decided: figure(groups.reduce((sum, one) => sum + one.items.length, 0)),
        matters: figure(proper.length),
      }),
      voted === 0 ? null : words.voted(figure(voted)),
    ),
    figures: [
      tableOf(
        words.decisionKind,
        [
          [words.decisionKind, 4],
          [words.count, 2, true],
          [words.sections_, 9],
        ],
        groups.map((one) => [
          words.decisions[one.type],
          figure(one.items.length),
          sectionsText(one.items.map(({ reference }) => reference)),
        ]),
      ),
      ...(proper.length === 0
        ? []
        : [
            tableOf(
              words.matter,
              [
                [words.reference, 3],
                [words.matter, 8],
                [words.decision, 4],
              ],
              proper.map((one) => [
                one.reference,
                titleOf(one, words),
                one.type === null ? '–' : words.decisions[one.type],
              ]),
            ),
          ]),
    ],
  };
}

export function tasks({ facts, language, words }: Making): Draft {
  if (facts.tasks.length === 0) return nothing(words.noTasks);
  const figure = (value: number): string => numberText(value, language);
  const done = facts.tasks.filter(({ state }) => state === 'done').length;
  const open = facts.tasks.filter(({ state }) => state === 'open' || state === 'in_progress').length;
  return {
    body: said(words.tasksTold({ all: figure(facts.tasks.length), done: figure(done), open: figure(open) })),
    figures: [
      tableOf(
        words.sections.tasks,
        [
          [words.task, 8],
          [words.reference, 4],
          [words.due, 3],
          [words.state, 3],
        ],
        facts.tasks.map((one) => [
          `${one.code} ${titleOf(one, words)}`,
          one.reference || '–',
          one.dueOn === null ? '–' : formatDate(one.dueOn, language),
          words.taskStates[one.state],
        ]),
      ),
    ],
  };
}

export function deliveries({ facts, language, words }: Making): Draft {
  const reached = facts.deliveries.filter(({ state }) => hasReached(state));
  if (reached.length === 0) return nothing(words.noDeliveries);
  const groups = Map.groupBy(
    reached,
    ({ kind, channel }) =>
      `${words.documents[kind]}\n${channel === null ? words.unknown : words.channels[channel]}`,
  );
  return {
    body: said(
      words.deliveriesTold({
        sent: numberText(reached.length, language),
        meetings: numberText(new Set(reached.map(({ meeting }) => meeting)).size, language),
      }),
    ),
    figures: [
      tableOf(
        words.sections.deliveries,
        [
          [words.document, 6],
          [words.channel, 6],
          [words.delivered, 3, true],
        ],
        [...groups]
          .map(([key, own]) => [...key.split('\n'), numberText(own.length, language)])
          .sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1)),
      ),
    ],
  };
}

export function plannedMeetings({ facts, language, words }: Making): Draft {
  if (facts.meetings.length === 0) return nothing(words.noPlannedMeetings);
  return {
    body: said(words.plannedMeetingsTold(numberText(facts.meetings.length, language))),
    figures: [
      tableOf(
        words.sections.planned_meetings,
        [
          [words.meeting, 3],
          [words.day, 4],
          [words.place, 8],
        ],
        facts.meetings.map((one) => [
          one.label,
          formatDate(one.heldOn, language),
          one.kind === 'email' ? words.email : one.place || '–',
        ]),
      ),
    ],
  };
}
