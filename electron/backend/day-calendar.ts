/** Things with a day as an iCalendar file (RFC 5545): one entry each, on the day by which it is due. */
import ical, { ICalCalendarMethod, ICalEventBusyStatus } from 'ical-generator';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import { addDays } from '../../db/model/dates.ts';
import { clean, wallTime, ZONE } from './calendar-file.ts';

/** Days before its day on which the calendar reminds of an entry. */
const REMIND_DAYS = 14;

export interface DayEntry {
  /** The same whenever it is exported again, so that a calendar moves the entry and does not double it. */
  id: string;
  version: number;
  /** ISO day. */
  date: string;
  title: string;
  /** Empty ones are left out. */
  lines: readonly string[];
}

/**
 * The file as text with CRLF, folded. Entries fill their day and leave it free; each reminds two weeks before. The rules of
 * the zone stand in the file, so that every calendar takes the same day.
 * @param stampedAt ISO instant
 */
export function dayCalendar(name: string, entries: readonly DayEntry[], stampedAt: string): string {
  const calendar = ical({
    prodId: { company: 'Pykala', product: 'Pykala', language: 'FI' },
    method: ICalCalendarMethod.PUBLISH,
    name: clean(name),
  });
  for (const { id, version, date, title, lines } of entries) {
    const event = calendar.createEvent({
      id: `${id}@pykala`,
      stamp: new Date(stampedAt),
      sequence: version - 1,
      start: wallTime(date, '00:00'),
      end: wallTime(addDays(date, 1), '00:00'),
      allDay: true,
      summary: clean(title),
      description: clean(lines.filter((part) => part !== '').join('\n')),
      busystatus: ICalEventBusyStatus.FREE,
    });
    event.createAlarm({ trigger: REMIND_DAYS * 24 * 60 * 60, description: clean(title) });
  }
  const text = calendar.toString();
  const zone = String(tzlib_get_ical_block(ZONE)[0]);
  const at = text.indexOf('BEGIN:VEVENT');
  const head = at === -1 ? text.indexOf('END:VCALENDAR') : at;
  return `${text.slice(0, head)}${zone}\r\n${text.slice(head)}\r\n`;
}
