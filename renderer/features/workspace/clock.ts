/** Times of day as a secretary types them. Stored `HH:MM`. */

const two = (part: number): string => String(part).padStart(2, '0');

/** The local time of day now, `HH:MM`. */
export function timeNow(at: Date = new Date()): string {
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The local date now, `2026-05-19`. */
export function dateToday(at: Date = new Date()): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
