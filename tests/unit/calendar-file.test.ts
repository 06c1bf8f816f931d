/** The calendar file, read back by a parser that is not ours. */
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { calendarFile, type CalendarEntry } from '../../electron/backend/calendar-file.ts';

const entry = (more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: '0190a1b2-0000-7000-8000-000000000001',
  sequence: 0,
  isCancelled: false,
  stampedAt: '2026-05-08T09:00:00.000Z',
  plan: {
    heldOn: '2026-05-19',
    plannedStart: '13:00',
    plannedEnd: null,
    place: 'Maakuntatalo',
    remoteLink: '',
  },
  summary: 'Malli-JANE: kokous 3/2026',
  description: 'Kokousaika: tiistai 19.5.2026 klo 13.00',
  organizer: { name: 'Saara Sihteeri', email: 'saara@esimerkki.fi' },
  attendees: [
    { name: 'Jäsen 01', email: 'j01@esimerkki.fi', isChair: true, isOptional: false, reply: 'coming' },
    { name: 'Jäsen 02', email: 'j02@esimerkki.fi', isChair: false, isOptional: false, reply: null },
    { name: 'Asiantuntija', email: 'a@esimerkki.fi', isChair: false, isOptional: true, reply: 'excused' },
  ],
  ...more,
});
const at = (heldOn: string, plannedStart: string | null, plannedEnd: string | null = null) =>
  entry({ plan: { heldOn, plannedStart, plannedEnd, place: '', remoteLink: '' } });

function read(file: string) {
  expect(file.endsWith('\r\n')).toBe(true);
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of file.split('\r\n')) {
    expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
    expect(line.isWellFormed()).toBe(true);
  }
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const zone = calendar.getFirstSubcomponent('vtimezone');
  if (zone) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const component = calendar.getFirstSubcomponent('vevent')!;
  return { calendar, component, event: new ICAL.Event(component) };
}
const value = (component: ICAL.Component, name: string): string =>
  String(component.getFirstPropertyValue(name));

describe('the entry', () => {
  test('asks everybody with an address, and knows who answered what', () => {
    const { calendar, component, event } = read(calendarFile(entry({ sequence: 3 })));
    expect(value(calendar, 'method')).toBe('REQUEST');
    expect(event.uid).toBe('0190a1b2-0000-7000-8000-000000000001');
    expect(event.sequence).toBe(3);
    expect(event.summary).toBe('Malli-JANE: kokous 3/2026');
    expect(event.location).toBe('Maakuntatalo');
    expect(value(component, 'dtstamp')).toBe('2026-05-08T09:00:00Z');
    expect(event.organizer).toBe('mailto:saara@esimerkki.fi');
    expect(
      event.attendees.map((one) => [
        one.getParameter('cn'),
        one.getParameter('role'),
        one.getParameter('partstat'),
        one.getParameter('rsvp'),
      ]),
    ).toEqual([
      ['Jäsen 01', 'CHAIR', 'ACCEPTED', 'FALSE'],
      ['Jäsen 02', 'REQ-PARTICIPANT', 'NEEDS-ACTION', 'TRUE'],
      ['Asiantuntija', 'OPT-PARTICIPANT', 'DECLINED', 'FALSE'],
    ]);
  });

  test('nobody to answer to, or nobody named: it only tells', () => {
    for (const more of [{ organizer: null }, { attendees: [] }]) {
      const { calendar, event } = read(calendarFile(entry(more)));
      expect(value(calendar, 'method')).toBe('PUBLISH');
      expect(event.attendees).toEqual([]);
    }
  });

  test('cancelled', () => {
    const { calendar, component, event } = read(calendarFile(entry({ isCancelled: true, sequence: 4 })));
    expect(value(calendar, 'method')).toBe('CANCEL');
    expect(value(component, 'status')).toBe('CANCELLED');
    expect(event.sequence).toBe(4);
    expect(event.attendees.map((one) => one.getParameter('rsvp'))).toEqual(['FALSE', 'FALSE', 'FALSE']);
  });

  test('a link is told as it is, also with signs that a text would need escaped', () => {
    const remoteLink = 'https://kokous.esimerkki.fi/j/1?pwd=a,b;c&x=ä';
    const { component } = read(calendarFile(entry({ plan: { ...entry().plan, remoteLink } })));
    expect(decodeURIComponent(value(component, 'url'))).toBe(remoteLink);
  });
});

describe('time', () => {
  const utc = (date: ICAL.Time): string => date.toJSDate().toISOString();
  test.each([
    ['winter', '2026-01-20', '13:00', '2026-01-20T11:00:00.000Z'],
    ['summer', '2026-05-19', '13:00', '2026-05-19T10:00:00.000Z'],
    ['before the clock goes forward', '2026-03-29', '02:30', '2026-03-29T00:30:00.000Z'],
    ['after it went forward', '2026-03-29', '04:00', '2026-03-29T01:00:00.000Z'],
    ['noon of that day', '2026-03-29', '12:00', '2026-03-29T09:00:00.000Z'],
    ['before the clock goes back', '2026-10-25', '02:30', '2026-10-24T23:30:00.000Z'],
    ['after it went back', '2026-10-25', '04:30', '2026-10-25T02:30:00.000Z'],
    ['the day before the change', '2026-10-24', '13:00', '2026-10-24T10:00:00.000Z'],
  ])('%s', (_, day, clock, expected) => {
    const { event } = read(calendarFile(at(day, clock, '23:00')));
    expect(event.startDate.toString()).toBe(`${day}T${clock}:00`);
    expect(event.startDate.zone?.tzid).toBe('Europe/Helsinki');
    expect(utc(event.startDate)).toBe(expected);
  });

  test.each([
    ['two hours when nobody said', '13:00', null, '2026-05-19T15:00:00'],
    ['as planned', '13:00', '16:15', '2026-05-19T16:15:00'],
    ['over midnight', '23:00', null, '2026-05-20T01:00:00'],
    ['ends after midnight', '22:00', '00:30', '2026-05-20T00:30:00'],
  ])('the end: %s', (_, start, end, expected) => {
    expect(read(calendarFile(at('2026-05-19', start, end))).event.endDate.toString()).toBe(expected);
  });

  test('without a clock time it fills the day and needs no zone', () => {
    const file = calendarFile(at('2026-12-31', null));
    const { event } = read(file);
    expect([event.startDate.isDate, event.startDate.toString(), event.endDate.toString()]).toEqual([
      true,
      '2026-12-31',
      '2027-01-01',
    ]);
    expect(file).not.toContain('VTIMEZONE');
  });
});

describe('any text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom('Ä', 'ö', ';', ',', '\\', '\n', '"', ':', '😀', '👩‍👩‍👧', 'BEGIN:VEVENT', '^', ' ', 'n'),
        {
          maxLength: 120,
        },
      )
      .map((parts) => parts.join('')),
  );
  const readable = (written: string): string =>
    written.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\n]/gu, '');

  test('comes back as it was, and is never more than a text', () => {
    fc.assert(
      fc.property(text, text, text, (summary, description, place) => {
        const { calendar, component, event } = read(
          calendarFile(entry({ summary, description, plan: { ...entry().plan, place } })),
        );
        expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1);
        expect(component.getAllProperties('summary')).toHaveLength(1);
        expect(event.summary ?? '').toBe(readable(summary));
        expect(event.description ?? '').toBe(readable(description));
        expect(event.location ?? '').toBe(readable(place));
        expect(event.attendees).toHaveLength(3);
      }),
      { numRuns: 200 },
    );
  });

  test('a name stays within its parameter', () => {
    const examples: [string][] = [['\\n:'], ['\\":'], ['";MAILTO:a@b:']];
    fc.assert(
      fc.property(text, (name) => {
        const [one, ...more] = read(
          calendarFile(
            entry({
              attendees: [{ name, email: 'x@esimerkki.fi', isChair: false, isOptional: false, reply: null }],
            }),
          ),
        ).event.attendees;
        expect(more).toEqual([]);
        expect(one!.getFirstValue()).toBe('MAILTO:x@esimerkki.fi');
        expect(one!.getParameter('rsvp')).toBe('TRUE');
      }),
      { examples },
    );
  });
});
