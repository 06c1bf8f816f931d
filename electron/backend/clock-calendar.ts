/** The tasks of a clock as an iCalendar file (RFC 5545): one entry for each task and year, on the day by which it is due. */
import ical, { ICalCalendarMethod, ICalEventBusyStatus } from 'ical-generator';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import { occurrencesInOrder, whenText, type ClockView } from '../../db/model/clock-view.ts';
import { clockTitle } from '../../db/model/print-clock.ts';
import { addDays } from '../../db/model/dates.ts';
import type { Language } from '../../db/model/language.ts';
import { clean, wallTime, ZONE } from './calendar-file.ts';

/** Days before its last day on which the calendar reminds of a task. */
const REMIND_DAYS = 14;

/**
 * The file as text with CRLF, folded. What is done is left out. Entries fill their day and leave it free; each reminds two
 * weeks before. The rules of the zone stand in the file, so that every calendar takes the same day.
 * @param stampedAt ISO instant
 */
export function clockCalendar(clock: ClockView, language: Language, stampedAt: string): string {
  const calendar = ical({
    prodId: { company: 'Pykala', product: 'Pykala', language: 'FI' },
    method: ICalCalendarMethod.PUBLISH,
    name: clean(clockTitle(clock, language)),
  });
  for (const { task, one } of occurrencesInOrder(clock)) {
    if (one.state === 'done') continue;
    const event = calendar.createEvent({
      // The same whenever the clock is exported again, so that a calendar moves the entry and does not double it.
      id: `${one.taskId}-${one.termYear}@pykala`,
      stamp: new Date(stampedAt),
      sequence: task.version - 1,
      start: wallTime(one.dueOn, '00:00'),
      end: wallTime(addDays(one.dueOn, 1), '00:00'),
      allDay: true,
      summary: clean(task.title),
      description: clean(
        [
          whenText(clock, task, one, language),
          [task.responsible, task.responsiblePerson?.name ?? ''].filter(Boolean).join(', '),
          task.text,
          task.source,
        ]
          .filter((part) => part !== '')
          .join('\n'),
      ),
      busystatus: ICalEventBusyStatus.FREE,
    });
    event.createAlarm({ trigger: REMIND_DAYS * 24 * 60 * 60, description: clean(task.title) });
  }
  const text = calendar.toString();
  const zone = String(tzlib_get_ical_block(ZONE)[0]);
  const at = text.indexOf('BEGIN:VEVENT');
  const head = at === -1 ? text.indexOf('END:VCALENDAR') : at;
  return `${text.slice(0, head)}${zone}\r\n${text.slice(head)}\r\n`;
}
