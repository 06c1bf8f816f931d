/** A meeting as an iCalendar file (RFC 5545), its time in Europe/Helsinki with the rules of that zone inside. */
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  type ICalEventData,
  type ICalTemporalPlainDateTimeStub,
  type ICalTemporalZonedDateTimeStub,
} from 'ical-generator';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import type { CallPlan, ReplyKind } from '../../db/model/call.ts';
import { addDays } from '../../db/model/dates.ts';

export interface CalendarAttendee {
  name: string;
  email: string;
  isChair: boolean;
  isOptional: boolean;
  reply: ReplyKind | null;
}

export interface CalendarEntry {
  /** The same for every version of a meeting's call. */
  uid: string;
  sequence: number;
  isCancelled: boolean;
  /** ISO instant. */
  stampedAt: string;
  plan: Pick<CallPlan, 'heldOn' | 'plannedStart' | 'plannedEnd' | 'place' | 'remoteLink'>;
  summary: string;
  description: string;
  organizer: { name: string; email: string } | null;
  attendees: readonly CalendarAttendee[];
}

export const ZONE = 'Europe/Helsinki';
/** How long a meeting is taken to last when nobody has said. */
const HOURS = 2;

/**
 * The file as text with CRLF, folded. It asks for an answer (REQUEST) where there are attendees and an organizer to answer
 * to; else it is only told (PUBLISH). A meeting without a clock time fills its day.
 */
export function calendarFile(entry: CalendarEntry): string {
  const { plan, organizer } = entry;
  const asks = organizer !== null && entry.attendees.length > 0;
  // The zone belongs to the event alone: given to the calendar it would also take the Z off DTSTAMP.
  const calendar = ical({
    prodId: { company: 'Pykala', product: 'Pykala', language: 'FI' },
    method: entry.isCancelled
      ? ICalCalendarMethod.CANCEL
      : asks
        ? ICalCalendarMethod.REQUEST
        : ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    stamp: new Date(entry.stampedAt),
    ...timesOf(plan),
    summary: clean(entry.summary),
    description: clean(entry.description),
    location: clean(plan.place) || null,
    status: entry.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    busystatus: entry.isCancelled ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
    ...(plan.remoteLink === '' ? {} : { url: address(plan.remoteLink) }),
    ...(organizer === null ? {} : { organizer: { name: name(organizer), email: organizer.email } }),
    attendees: asks
      ? entry.attendees.map((one) => ({
          name: name(one),
          email: one.email,
          role: one.isChair
            ? ICalAttendeeRole.CHAIR
            : one.isOptional
              ? ICalAttendeeRole.OPT
              : ICalAttendeeRole.REQ,
          status:
            one.reply === null
              ? ICalAttendeeStatus.NEEDSACTION
              : one.reply === 'excused'
                ? ICalAttendeeStatus.DECLINED
                : ICalAttendeeStatus.ACCEPTED,
          rsvp: one.reply === null && !entry.isCancelled,
        }))
      : [],
  });
  const text = calendar.toString();
  const isTimed = plan.plannedStart !== null;
  const zone = String(tzlib_get_ical_block(ZONE)[0]);
  return `${isTimed ? text.replace('BEGIN:VEVENT', `${zone}\r\nBEGIN:VEVENT`) : text}\r\n`;
}

function timesOf({
  heldOn,
  plannedStart,
  plannedEnd,
}: CalendarEntry['plan']): Pick<ICalEventData, 'start' | 'end' | 'allDay' | 'timezone'> {
  if (plannedStart === null)
    return { start: wallTime(heldOn, '00:00'), end: wallTime(addDays(heldOn, 1), '00:00'), allDay: true };
  const [hour = 0, minute = 0] = plannedStart.split(':').map(Number);
  const later = `${String((hour + HOURS) % 24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  const end = plannedEnd ?? later;
  // What ends at an earlier hour than it begins ends on the next day.
  const endDay = end <= plannedStart ? addDays(heldOn, 1) : heldOn;
  return { start: wallTime(heldOn, plannedStart), end: wallTime(endDay, end), timezone: ZONE };
}

/**
 * A day and a clock time as the library takes them: with the methods of Temporal, so that it writes them as they are. A
 * `Date` would pass through the time zone of the machine.
 */
export function wallTime(day: string, clock: string): ICalTemporalPlainDateTimeStub {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  const parts = { year, month, day: date, hour, minute, second: 0, toJSON: () => `${day}T${clock}:00` };
  const plainDate = { year, month, day: date, toJSON: () => day, toString: () => day };
  const plain = {
    ...parts,
    toString: () => `${day}T${clock}:00`,
    toPlainDate: () => plainDate,
    toZonedDateTime: (timeZoneId: string) => zoned(timeZoneId),
  };
  const instant = {
    epochMilliseconds: Date.UTC(year, month - 1, date, hour, minute),
    toJSON: () => `${day}T${clock}:00Z`,
    toString: () => `${day}T${clock}:00Z`,
    toZonedDateTimeISO: (timeZoneId: string) => zoned(timeZoneId),
  };
  const zoned = (timeZoneId: string): ICalTemporalZonedDateTimeStub => ({
    ...parts,
    timeZoneId,
    toString: () => `${day}T${clock}:00[${timeZoneId}]`,
    toInstant: () => instant,
    toPlainDateTime: () => plain,
    withTimeZone: zoned,
  });
  return plain;
}

/** Text without control characters; line feeds stay. */
export function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, '')
    .toWellFormed();
}

/** In a parameter a backslash escapes nothing (RFC 5545, 3.2), but the library doubles it: no name loses by its going. */
function name(person: { name: string; email: string }): string {
  return (
    clean(person.name)
      .replaceAll(/[\n\\]/g, ' ')
      .trim() || person.email
  );
}

/** The library escapes commas, semicolons and backslashes, which in an address would stay: they are given as codes. */
function address(link: string): string {
  return link.replace(/[,;\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
