/** Where, when and who: the facts at the head of the minutes and the lists of those present and absent. */
import { weekdayName } from './dates.ts';
import type { MinutesAttendance, MinutesPerson } from './minutes-document.ts';
import type { PhraseKey } from './phrases.ts';
import { fullName, type MinutesPrinter } from './print-base.ts';
import type { PrintableBlock } from './printable.ts';

/** Time, place and those who keep the meeting. */
export function printMeetingFacts(printer: MinutesPrinter): PrintableBlock {
  const { chair, secretary, presenter, opener, examiners } = printer.document;
  return {
    type: 'facts',
    rows: [
      ...timeAndPlace(printer),
      ...breaks(printer),
      ...fact(printer, 'label.opener', opener?.id === chair?.id ? [] : [opener]),
      ...fact(printer, 'label.chair', [chair]),
      ...fact(printer, 'label.minutesKeeper', [secretary]),
      ...fact(printer, 'label.presenter', presenter?.id === secretary?.id ? [] : [presenter]),
      ...fact(printer, 'label.examiners', printer.memo ? [] : examiners),
    ],
  };
}

export type Fact = { label: string; lines: string[] };

/** The meeting's day, clock and place; as planned while it has not been held. */
export function timeAndPlace(printer: MinutesPrinter, isPlan = false): Fact[] {
  const { heldOn, startedAt, endedAt, plannedStart, place, callSentOn } = printer.document.meeting;
  if (!printer.convenes) {
    const until = printer.answersUntil();
    return [
      {
        label: printer.say('label.answersDue'),
        lines: [callSentOn === null ? until : `${printer.date(callSentOn)}–${until}`],
      },
    ];
  }
  const start = isPlan ? (plannedStart ?? startedAt) : (startedAt ?? plannedStart);
  const clock =
    start === null
      ? ''
      : isPlan || endedAt === null
        ? printer.say('time.at', { time: printer.time(start) })
        : printer.timeRange(start, endedAt);
  return [
    {
      label: printer.say('label.meetingTime'),
      lines: [`${weekdayName(heldOn, printer.language)} ${printer.date(heldOn)} ${clock}`.trim()],
    },
    ...(place === '' ? [] : [{ label: printer.say('label.meetingPlace'), lines: [place] }]),
  ];
}

/** The breaks of the meeting; nothing when there were none. */
function breaks(printer: MinutesPrinter): Fact[] {
  const lines = (printer.document.meeting.breaks ?? []).map(({ startedAt, endedAt }) =>
    endedAt === null
      ? printer.say('time.at', { time: printer.time(startedAt) })
      : printer.timeRange(startedAt, endedAt),
  );
  return lines.length === 0 ? [] : [{ label: printer.say('label.breaks'), lines }];
}

/** People under a side heading; nothing when there are none. */
export function fact(
  printer: MinutesPrinter,
  key: PhraseKey,
  people: readonly (MinutesPerson | null)[],
): Fact[] {
  const lines = people.flatMap((person) => (person === null ? [] : [fullName(person)]));
  return lines.length === 0 ? [] : [{ label: printer.say(key), lines }];
}

/**
 * Those present with their §§, and those absent.
 * @param isHidden §§ of which nothing is told: who was present or in conflict at them
 */
export function printAttendance(
  printer: MinutesPrinter,
  isHidden: (section: number) => boolean = () => false,
): PrintableBlock[] {
  const rows = printer.document.attendance;
  const present = rows.filter((row) => presentAt(printer, row, isHidden).length > 0);
  const board = present.filter((row) => row.capacity === 'member' || row.capacity === 'deputy');
  const others = present.filter((row) => row.capacity !== 'member' && row.capacity !== 'deputy');
  const absent = rows.filter((row) => row.intervals.length === 0 && row.capacity === 'member');
  // Whoever answered took part in everything, so the column tells when.
  const isDated = rows.some((row) => row.answeredOn !== undefined);
  const whenPresent: [PhraseKey, number][] = printer.convenes
    ? [['label.present', 3.3]]
    : isDated
      ? [['label.answeredOn', 1.8]]
      : [];
  const when = (row: MinutesAttendance): string[] =>
    printer.convenes
      ? [presence(printer, row, isHidden)]
      : isDated
        ? [row.answeredOn === undefined ? '' : printer.date(row.answeredOn)]
        : [];
  const columns = (names: [PhraseKey, number][]) =>
    names.map(([key, width]) => ({ label: printer.say(key), width }));
  return [
    { type: 'heading', level: 2, text: printer.say(printer.convenes ? 'label.present' : 'label.answered') },
    ...(board.length > 0
      ? [
          {
            type: 'table' as const,
            caption: printer.say('list.and', {
              a: printer.say('label.members'),
              b: printer.sayLower('label.deputies'),
            }),
            columns: columns([
              ['label.name', 3],
              ['label.organisation', 3.6],
              ['label.role', 2.6],
              ...whenPresent,
            ]),
            rows: board.map((row) => [
              fullName(row.person),
              row.organisation ?? '',
              roleWords(printer, row),
              ...when(row),
            ]),
          },
        ]
      : []),
    ...(others.length > 0
      ? [
          {
            type: 'table' as const,
            caption: printer.say('label.others'),
            columns: columns([['label.name', 3], ['label.role', 6.2], ...whenPresent]),
            rows: others.map((row) => [fullName(row.person), roleWords(printer, row), ...when(row)]),
          },
        ]
      : []),
    ...(absent.length > 0
      ? [
          {
            type: 'facts' as const,
            rows: [
              {
                label: printer.say(printer.convenes ? 'label.absent' : 'label.notAnswered'),
                lines: absent.map((row) => absence(printer, row)),
              },
            ],
          },
        ]
      : []),
  ];
}

/** In what capacity somebody was there: "varapuheenjohtaja", "varajäsen (J05)". */
export function roleWords(printer: MinutesPrinter, row: MinutesAttendance): string {
  if (row.title !== '') return row.title;
  if (row.office === 'chair') return printer.sayLower('label.chair');
  if (row.office === 'vice_chair') return printer.sayLower('label.viceChair');
  if (row.capacity === 'deputy' && row.counterpart)
    return `${printer.sayLower('label.deputy')} (${row.counterpart.shortName})`;
  const keys: Record<MinutesAttendance['capacity'], PhraseKey> = {
    member: 'label.member',
    deputy: 'label.deputy',
    secretary: 'label.secretary',
    presenter: 'label.presenter',
    expert: 'label.expert',
    guest: 'label.guest',
  };
  return printer.sayLower(keys[row.capacity]);
}

/** Stretches of presence, parted where a § is hidden. */
function presentAt(
  printer: MinutesPrinter,
  row: MinutesAttendance,
  isHidden: (section: number) => boolean,
): { from: number; to: number }[] {
  return row.intervals.flatMap(({ fromSection, toSection }) => {
    const runs: { from: number; to: number }[] = [];
    let isOpen = false;
    for (const { section } of printer.document.items) {
      if (section < fromSection || section > toSection) continue;
      const run = runs.at(-1);
      if (isHidden(section)) isOpen = false;
      else if (isOpen && run) run.to = section;
      else {
        runs.push({ from: section, to: section });
        isOpen = true;
      }
    }
    return runs;
  });
}

/** "22–35 §", with what cut it short below. */
function presence(
  printer: MinutesPrinter,
  row: MinutesAttendance,
  isHidden: (section: number) => boolean,
): string {
  const ranges = presentAt(printer, row, isHidden)
    .map(({ from, to }) => printer.range(from, to))
    .join(', ');
  const sections = printer.document.items.map((item) => item.section);
  const notes: string[] = [];
  for (const interval of row.intervals) {
    const conflictBefore = row.conflicts.some((c) => c.section === interval.fromSection - 1);
    const conflictAfter = row.conflicts.some((c) => c.section === interval.toSection + 1);
    const late = interval.fromSection > (sections[0] ?? 0) && !conflictBefore;
    const early =
      interval.toSection < (sections.at(-1) ?? 0) && !conflictAfter && printer.document.state !== 'draft';
    if (late && early && interval.arrivedAt !== null && interval.leftAt !== null)
      notes.push(printer.timeRange(interval.arrivedAt, interval.leftAt));
    else if (late) notes.push(note(printer, 'Arrived', interval.fromSection, interval.arrivedAt));
    else if (early) notes.push(note(printer, 'Left', interval.toSection, interval.leftAt));
    if (interval.remote) notes.push(printer.say('attendance.remote'));
    if (interval.speakerOnly) notes.push(printer.say('attendance.rightToSpeakNote'));
  }
  for (const conflict of row.conflicts.filter(({ section }) => !isHidden(section)))
    notes.push(
      conflict.leftAt !== null && conflict.returnedAt !== null
        ? printer.say(printer.memo ? 'attendance.noteConflictItem' : 'attendance.noteConflict', {
            section: conflict.section,
            item: conflict.section,
            ...printer.timeParts(conflict.leftAt, conflict.returnedAt),
          })
        : printer.say('attendance.noteConflictNoTime', { section: conflict.section }),
    );
  return [ranges, ...new Set(notes)].join('\n');
}

function note(
  printer: MinutesPrinter,
  what: 'Arrived' | 'Left',
  section: number,
  time: string | null,
): string {
  if (time === null) return printer.say(`attendance.note${what}NoTime`, { section });
  return printer.memo
    ? printer.say(`attendance.note${what}Item`, { item: section, time: printer.time(time) })
    : printer.say(`attendance.note${what}`, { section, time: printer.time(time) });
}

function absence(printer: MinutesPrinter, row: MinutesAttendance): string {
  const notes = [
    row.excused || row.excusedOn !== null
      ? row.excusedOn === null
        ? printer.say('attendance.excusedNoDate')
        : printer.say('attendance.excused', { date: printer.date(row.excusedOn) })
      : null,
    row.counterpart ? `${printer.sayLower('label.deputy')} ${row.counterpart.shortName}` : null,
  ].filter((note) => note !== null);
  return notes.length === 0 ? fullName(row.person) : `${fullName(row.person)}: ${notes.join(', ')}`;
}
