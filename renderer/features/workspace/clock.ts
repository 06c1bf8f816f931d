/** Times of day as a secretary types them. Stored `HH:MM`. */

const two = (part: number): string => String(part).padStart(2, '0');

/** The local time of day now, `HH:MM`. */
export function timeNow(at: Date = new Date()): string {
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

/**
 * What was typed as `HH:MM`: `13.22`, `13:22`, `1322`, `9`, `klo 9.05`. Empty text is `null` (no time); anything that is
 * not a time of day is `undefined`.
 */
export function parseTime(typed: string): string | null | undefined {
  const text = typed.trim().replace(/^(klo|kl\.?)\s*/i, '');
  if (text === '') return null;
  const match = /^(\d{1,2})(?:[.:,\s]?(\d{2}))?$/.exec(text);
  if (!match) return undefined;
  const hours = Number(match[1]);
  const minutes = Number(match[2] ?? 0);
  return hours < 24 && minutes < 60 ? `${two(hours)}:${two(minutes)}` : undefined;
}
