/** The days of agreements as an iCalendar file (RFC 5545): the last day for notice, and the end. */
import type { AgreementRow } from '../../db/features/agreement-views.ts';
import { formatDate } from '../../db/model/dates.ts';
import type { Language } from '../../db/model/language.ts';
import { dayCalendar } from './day-calendar.ts';

const WORDS: Record<Language, { name: string; notice: string; ends: string; until: string }> = {
  fi: {
    name: 'Sopimukset',
    notice: 'Irtisanominen tai jatko viimeistään',
    ends: 'Sopimus päättyy',
    until: 'Voimassa',
  },
  sv: {
    name: 'Avtal',
    notice: 'Uppsägning eller förlängning senast',
    ends: 'Avtalet upphör',
    until: 'I kraft till',
  },
  en: {
    name: 'Agreements',
    notice: 'Notice or renewal at the latest',
    ends: 'The agreement ends',
    until: 'In force until',
  },
};

/** @param stampedAt ISO instant */
export function agreementCalendar(
  agreements: readonly AgreementRow[],
  language: Language,
  stampedAt: string,
): string {
  const words = WORDS[language];
  const entries = agreements.flatMap(({ id, code, name, days }) => {
    if (days === null) return [];
    const entry = (key: string, date: string, title: string) => ({
      id: `${id}-${key}`,
      version: 1,
      date,
      title: `${title}: ${code} ${name}`,
      lines: [`${words.until} ${formatDate(days.endsOn, language)}`],
    });
    return [
      ...(days.noticeBy < days.endsOn ? [entry('notice', days.noticeBy, words.notice)] : []),
      entry('end', days.endsOn, words.ends),
    ];
  });
  return dayCalendar(words.name, entries, stampedAt);
}
