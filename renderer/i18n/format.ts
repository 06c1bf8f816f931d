/** Dates, times and numbers on the screen, in the language of the window. */
import { useMemo } from 'react';
import { formatDate, formatTime, weekdayName } from '../../db/model/dates.ts';
import type { Language } from '../../db/model/language.ts';
import { useLanguage } from './language.ts';

export interface Format {
  /** `19.5.2026`; a dash for null. */
  date(iso: string | null): string;
  /** `ti 19.5.2026`, in English `Tue 1 Sep 2026`: it stands in lists. */
  dateWithWeekday(iso: string | null): string;
  /** `13.00`, from `13:00`. */
  time(local: string | null): string;
  /** A moment (`Date` or milliseconds) as the local time of day: `13.05`. */
  clock(moment: Date | number): string;
  /** `12 345`, and decimals by the language's comma or point. */
  number(value: number, decimals?: number): string;
  /** `1,2 Mt`, `35 kt`. */
  bytes(value: number): string;
  /** Compares texts as the alphabet of the language does (å, ä, ö last). */
  compare(a: string, b: string): number;
}

export function formatFor(language: Language): Format {
  const locale = `${language}-FI`;
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const number = (value: number, decimals = 0): string =>
    new Intl.NumberFormat(locale, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      useGrouping: 'min2',
    }).format(value);
  return {
    date: (iso) => (iso === null ? '–' : formatDate(iso, language)),
    dateWithWeekday: (iso) =>
      iso === null
        ? '–'
        : language === 'en'
          ? `${weekdayName(iso, language).slice(0, 3)} ${formatDate(iso, language).replace(/(\p{L}{3})\p{L}+/u, '$1')}`
          : `${weekdayName(iso, language).slice(0, 2)} ${formatDate(iso, language)}`,
    time: (local) => (local === null ? '–' : formatTime(local, language)),
    clock: (moment) => {
      const at = new Date(moment);
      const two = (part: number): string => String(part).padStart(2, '0');
      return formatTime(`${two(at.getHours())}:${two(at.getMinutes())}`, language);
    },
    number,
    bytes: (value) => {
      const unit = language === 'fi' ? 't' : 'B';
      return value < 1_000_000
        ? `${number(Math.max(1, Math.round(value / 1_000)))} k${unit}`
        : `${number(value / 1_000_000, 1)} M${unit}`;
    },
    compare: collator.compare,
  };
}

/** `const format = useFormat(); format.date(meeting.date)`. */
export function useFormat(): Format {
  const language = useLanguage();
  return useMemo(() => formatFor(language), [language]);
}
