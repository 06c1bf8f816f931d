/** The communication plan of a year as a document. */
import {
  byMonth,
  PLAN_CHANNELS,
  PLAN_STATES,
  type PlanChannel,
  type PlanState,
  type Reach,
} from './communication-plan.ts';
import { formatDate } from './dates.ts';
import type { Language } from './language.ts';
import type { PrintableBlock, PrintableDocument } from './printable.ts';

export interface PrintedPlanRow {
  title: string;
  audience: string;
  reach: Reach;
  channel: PlanChannel;
  plannedOn: string;
  responsible: string;
  state: PlanState;
  doneDay: string | null;
}

interface Words {
  type: string;
  columns: [string, string, string, string, string, string];
  channels: Record<PlanChannel, string>;
  states: Record<PlanState, string>;
  reaches: Record<Reach, string>;
  counts: string;
  none: string;
}

export const PLAN_WORDS: Readonly<Record<Language, Words>> = {
  fi: {
    type: 'Viestintäsuunnitelma',
    columns: ['Päivä', 'Mitä kerrotaan', 'Kenelle', 'Kanava', 'Kuka', 'Tilanne'],
    channels: {
      email: 'Sähköposti',
      newsletter: 'Uutiskirje',
      website: 'Verkkosivut',
      social_media: 'Sosiaalinen media',
      local_media: 'Paikallismedia',
      event: 'Tapahtuma',
      meeting: 'Kokous',
      letter: 'Kirje',
      poster: 'Juliste tai esite',
      other: 'Muu',
    },
    states: { planned: 'Suunniteltu', due: 'Ajankohtainen', late: 'Myöhässä', done: 'Tehty' },
    reaches: { internal: 'sisäinen', external: 'ulkoinen' },
    counts: 'Tilanne',
    none: 'Vuodelle ei ole suunniteltu viestintää.',
  },
  sv: {
    type: 'Kommunikationsplan',
    columns: ['Dag', 'Vad berättas', 'För vem', 'Kanal', 'Vem', 'Läge'],
    channels: {
      email: 'E-post',
      newsletter: 'Nyhetsbrev',
      website: 'Webbplats',
      social_media: 'Sociala medier',
      local_media: 'Lokala medier',
      event: 'Evenemang',
      meeting: 'Möte',
      letter: 'Brev',
      poster: 'Affisch eller broschyr',
      other: 'Annan',
    },
    states: { planned: 'Planerad', due: 'Aktuell', late: 'Försenad', done: 'Gjord' },
    reaches: { internal: 'intern', external: 'extern' },
    counts: 'Läge',
    none: 'Ingen kommunikation har planerats för året.',
  },
  en: {
    type: 'Communication plan',
    columns: ['Day', 'What is told', 'To whom', 'Channel', 'By whom', 'State'],
    channels: {
      email: 'E-mail',
      newsletter: 'Newsletter',
      website: 'Website',
      social_media: 'Social media',
      local_media: 'Local media',
      event: 'Event',
      meeting: 'Meeting',
      letter: 'Letter',
      poster: 'Poster or leaflet',
      other: 'Other',
    },
    states: { planned: 'Planned', due: 'Due', late: 'Late', done: 'Done' },
    reaches: { internal: 'internal', external: 'external' },
    counts: 'State',
    none: 'No communication is planned for the year.',
  },
};

export const planChannelWords = (language: Language): { id: PlanChannel; label: string }[] =>
  PLAN_CHANNELS.map((id) => ({ id, label: PLAN_WORDS[language].channels[id] }));

/** @param today ISO date of the document */
export function printPlan(
  rows: readonly PrintedPlanRow[],
  year: number,
  boardName: string,
  today: string,
  language: Language,
): PrintableDocument {
  const words = PLAN_WORDS[language];
  const own = byMonth(rows, year).flatMap((month) => month.rows);
  const month = (index: number): string =>
    new Intl.DateTimeFormat(`${language}-FI`, { month: 'long' }).format(new Date(Date.UTC(2026, index, 15)));
  const tables = byMonth(rows, year).flatMap(({ month: number, rows: some }): PrintableBlock[] =>
    some.length === 0
      ? []
      : [
          {
            type: 'table',
            caption: `${month(number - 1)} ${year}`,
            columns: words.columns.map((label, index) => ({ label, width: [2, 6, 4, 3, 3, 3][index] ?? 3 })),
            rows: some.map((row) => [
              formatDate(row.plannedOn, language),
              row.title,
              `${row.audience} (${words.reaches[row.reach]})`,
              words.channels[row.channel],
              row.responsible,
              row.doneDay === null
                ? words.states[row.state]
                : `${words.states.done} ${formatDate(row.doneDay, language)}`,
            ]),
          },
        ],
  );
  return {
    kind: 'register',
    language,
    title: `${words.type} ${year} – ${boardName}`,
    identification: {
      organisation: boardName,
      documentType: words.type,
      number: String(year),
      date: formatDate(today, language),
      isoDate: today,
      diaryNumber: null,
      status: '',
    },
    keywords: [words.type, String(year)],
    landscape: true,
    blocks: [
      {
        type: 'facts',
        rows: [
          {
            label: words.counts,
            lines:
              own.length === 0
                ? [words.none]
                : PLAN_STATES.flatMap((state) => {
                    const count = own.filter((row) => row.state === state).length;
                    return count === 0 ? [] : [`${words.states[state]}: ${count}`];
                  }),
          },
        ],
      },
      ...tables,
    ],
  };
}
