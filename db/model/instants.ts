/** Between days of Finland and instants of the world clock, which the log of changes has. */

const HOUR = 3_600_000;
const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Helsinki',
  dateStyle: 'short',
  timeStyle: 'short',
});

/**
 * The instant at which a day begins in Finland, as ISO text in UTC.
 * @example helsinkiMidnight('2026-05-19') // '2026-05-18T21:00:00.000Z'
 */
export function helsinkiMidnight(day: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // Summer time is three hours ahead of UTC, normal time two.
  const summer = new Date(midnight - 3 * HOUR);
  const isSummer = clock.format(summer).startsWith(day);
  return (isSummer ? summer : new Date(midnight - 2 * HOUR)).toISOString();
}

/**
 * A time of the day in Finland as RFC 3339 with its offset. Of the hour that autumn repeats it is the first one.
 * @example helsinkiTime('2026-05-19', '13:00') // '2026-05-19T13:00:00+03:00'
 */
export function helsinkiTime(day: string, time: string): string {
  const summer = new Date(`${day}T${time}:00+03:00`);
  return `${day}T${time}:00${clock.format(summer) === `${day} ${time}` ? '+03:00' : '+02:00'}`;
}
