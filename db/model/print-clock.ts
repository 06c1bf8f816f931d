/** A clock, or several beside each other, as a printed document: the picture, and the same as a table. */
import type { ClashKind, ClockClash } from './clock-clash.ts';
import { clockSvg } from './clock-svg.ts';
import {
  clockAlt,
  clockDrawing,
  CLOCK_WORDS,
  occurrenceKey,
  occurrencesInOrder,
  spanText,
  whenText,
  type ClockComparison,
  type ClockView,
} from './clock-view.ts';
import { formatDate, yearOf } from './dates.ts';
import { inLanguage, type Language } from './language.ts';
import type { PrintableBlock, PrintableDocument } from './printable.ts';

interface Words {
  task: string;
  when: string;
  responsible: string;
  state: string;
  tasks: string;
  none: string;
  sideBySide: string;
  clashes: string;
  noClashes: string;
  time: string;
  kinds: Record<ClashKind, string>;
  unclearCount: (count: number) => string;
}

export const CLOCK_PRINT_WORDS: Record<Language, Words> = {
  fi: {
    task: 'Tehtävä',
    when: 'Milloin',
    responsible: 'Vastuutaho',
    state: 'Tilanne',
    tasks: 'Tehtävät',
    none: 'Kellossa ei ole vielä tehtäviä.',
    sideBySide: 'Kellot rinnakkain',
    clashes: 'Yhteensovitettavaa',
    noClashes: 'Ristiriitoja ei ole.',
    time: 'Aika',
    kinds: {
      order: 'Väärässä järjestyksessä',
      apart: 'Yhteinen asia eri aikaan',
      missing: 'Puuttuu toisesta kellosta',
      overload: 'Ruuhkainen kuukausi',
      unclear: 'Järjestys ei näy: anna kuukaudet',
    },
    unclearCount: (count) => `${count} tehtäväparin järjestystä ei voi päätellä, koska kuukaudet puuttuvat.`,
  },
  sv: {
    task: 'Uppgift',
    when: 'När',
    responsible: 'Ansvarig',
    state: 'Läge',
    tasks: 'Uppgifter',
    none: 'Klockan har inga uppgifter ännu.',
    sideBySide: 'Klockorna sida vid sida',
    clashes: 'Att samordna',
    noClashes: 'Inga konflikter.',
    time: 'Tid',
    kinds: {
      order: 'I fel ordning',
      apart: 'Gemensam sak vid olika tid',
      missing: 'Saknas i den andra klockan',
      overload: 'Överfull månad',
      unclear: 'Ordningen syns inte: ange månaderna',
    },
    unclearCount: (count) =>
      `Ordningen mellan ${count} par av uppgifter kan inte avgöras, eftersom månaderna saknas.`,
  },
  en: {
    task: 'Task',
    when: 'When',
    responsible: 'Responsible',
    state: 'State',
    tasks: 'Tasks',
    none: 'The clock has no tasks yet.',
    sideBySide: 'Clocks side by side',
    clashes: 'To be fitted together',
    noClashes: 'No clashes.',
    time: 'Time',
    kinds: {
      order: 'In the wrong order',
      apart: 'A joint matter at different times',
      missing: 'Missing from the other clock',
      overload: 'A crowded month',
      unclear: 'The order cannot be seen: give the months',
    },
    unclearCount: (count) =>
      `The order of ${count} pairs of tasks cannot be told, because months are missing.`,
  },
};

/** "Vuosikello 2026 – Malli-JANE": name of the document and of its file. */
export function clockTitle(clock: ClockView, language: Language): string {
  return `${clock.title} ${spanText(clock)} – ${inLanguage(clock.owner.name, language)}`;
}

/** The picture alone, as SVG. @param today ISO date */
export function clockFileSvg(clock: ClockView, language: Language, today: string): string {
  return clockSvg(clockDrawing(clock, language, today), {
    title: clockTitle(clock, language),
    description: clockAlt(clock, language),
  });
}

function frame(
  owner: string,
  documentType: string,
  number: string,
  title: string,
  blocks: PrintableBlock[],
  language: Language,
  today: string,
): PrintableDocument {
  return {
    kind: 'register',
    language,
    title,
    identification: {
      organisation: owner,
      documentType,
      number,
      date: formatDate(today, language),
      isoDate: today,
      diaryNumber: null,
      status: '',
    },
    keywords: [],
    landscape: true,
    blocks,
  };
}

/** The clock on a page that lies on its side, and a table of its tasks with the numbers of the picture. */
export function printClock(clock: ClockView, language: Language, today: string): PrintableDocument {
  const words = CLOCK_PRINT_WORDS[language];
  const drawing = clockDrawing(clock, language, today);
  const numbers = new Map(drawing.marks.map((mark) => [mark.key, mark.number]));
  const rows = occurrencesInOrder(clock)
    .map(({ task, one }) => ({ task, one, number: numbers.get(occurrenceKey(one)) ?? 0 }))
    .sort((a, b) => a.number - b.number)
    .map(({ task, one, number }) => [
      String(number),
      `${task.title}${task.isUncertain && !task.title.includes('?') ? ' (?)' : ''}`,
      whenText(clock, task, one, language),
      [task.responsible, task.responsiblePerson?.name ?? ''].filter((part) => part !== '').join(', '),
      CLOCK_WORDS[language].states[one.state],
    ]);
  return frame(
    inLanguage(clock.owner.name, language),
    clock.title,
    spanText(clock),
    clockTitle(clock, language),
    [
      {
        type: 'picture',
        svg: clockSvg(drawing, {
          title: clockTitle(clock, language),
          description: clockAlt(clock, language),
        }),
        alt: clockAlt(clock, language),
        caption: '',
      },
      { type: 'heading', level: 1, text: words.tasks },
      rows.length === 0
        ? { type: 'text', body: [{ type: 'paragraph', content: [{ type: 'text', text: words.none }] }] }
        : {
            type: 'table',
            caption: '',
            columns: [
              { label: '', width: 1 },
              { label: words.task, width: 12 },
              { label: words.when, width: 5 },
              { label: words.responsible, width: 5 },
              { label: words.state, width: 3 },
            ],
            rows,
          },
    ],
    language,
    today,
  );
}

/** The tasks of a clash in words, each with its clock and its days. */
export function clashLines(clash: ClockClash, { clocks }: ClockComparison, language: Language): string[] {
  const clockOf = (id: string): ClockView | undefined => clocks.find((clock) => clock.id === id);
  const ownerOf = (id: string | null): string => {
    const clock = id === null ? undefined : clockOf(id);
    return clock ? inLanguage(clock.owner.name, language) : '';
  };
  const lines = clash.sides.map((side) => {
    const clock = clockOf(side.clockId);
    const task = clock?.tasks.find((one) => one.id === side.taskId);
    return `${ownerOf(side.clockId)}: ${side.title} (${clock && task ? whenText(clock, task, side, language) : ''})`;
  });
  if (clash.lackingClockId !== null) lines.push(`${ownerOf(clash.lackingClockId)}: –`);
  return lines;
}

/** One row of the table of clocks side by side: a month or a year, and the tasks of each clock in it. */
export interface ComparedRow {
  key: string;
  label: string;
  cells: { key: string; title: string; isClash: boolean; isUncertain: boolean }[][];
}

/** Rows by month where the tasks have months, and one for each year for those that have none. */
export function comparedRows({ clocks, clashes }: ClockComparison, language: Language): ComparedRow[] {
  const clashing = new Set(
    clashes
      .filter((clash) => clash.kind !== 'unclear' && clash.kind !== 'overload')
      .flatMap((clash) => clash.sides.map(occurrenceKey)),
  );
  const rows = new Map<string, ComparedRow>();
  clocks.forEach((clock, column) => {
    for (const { task, one } of occurrencesInOrder(clock)) {
      const month = Number(one.dueOn.slice(5, 7));
      // What has no month stands after the months of its year.
      const key = one.isExact ? one.dueOn.slice(0, 7) : `${one.dueOn.slice(0, 7)}~${one.startsOn}`;
      const row: ComparedRow = rows.get(key) ?? {
        key,
        label: one.isExact
          ? `${CLOCK_WORDS[language].long[month - 1] ?? ''} ${yearOf(one.dueOn)}`
          : whenText(clock, task, one, language),
        cells: clocks.map(() => []),
      };
      rows.set(key, row);
      row.cells[column]?.push({
        key: occurrenceKey(one),
        title: task.title,
        isClash: clashing.has(occurrenceKey(one)),
        isUncertain: task.isUncertain,
      });
    }
  });
  return [...rows.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Clocks side by side: what clashes, the table, and the picture of each. */
export function printComparison(
  comparison: ClockComparison,
  language: Language,
  today: string,
): PrintableDocument {
  const words = CLOCK_PRINT_WORDS[language];
  const { clocks, clashes } = comparison;
  const names = clocks.map((clock) => inLanguage(clock.owner.name, language));
  const told = clashes.filter((clash) => clash.kind !== 'unclear');
  const unclear = clashes.length - told.length;
  const paragraph = (text: string): PrintableBlock => ({
    type: 'text',
    body: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  });
  return frame(
    names.join(', '),
    words.sideBySide,
    '',
    `${words.sideBySide} – ${names.join(', ')}`,
    [
      { type: 'heading', level: 1, text: words.clashes },
      ...(told.length === 0
        ? [paragraph(words.noClashes)]
        : [
            {
              type: 'facts' as const,
              rows: told.map((clash) => ({
                label: words.kinds[clash.kind],
                lines: clashLines(clash, comparison, language),
              })),
            },
          ]),
      ...(unclear > 0 ? [paragraph(words.unclearCount(unclear))] : []),
      { type: 'heading', level: 1, text: words.sideBySide },
      {
        type: 'table',
        caption: '',
        columns: [
          { label: words.time, width: 3 },
          ...clocks.map((clock, index) => ({ label: `${names[index]}: ${clock.title}`, width: 6 })),
        ],
        rows: comparedRows(comparison, language).map((row) => [
          row.label,
          ...row.cells.map((cell) =>
            cell.map((one) => `${one.isClash ? '! ' : '– '}${one.title}`).join('\n'),
          ),
        ]),
      },
      ...clocks.flatMap((clock): PrintableBlock[] => [
        { type: 'heading', level: 1, text: clockTitle(clock, language) },
        {
          type: 'picture',
          svg: clockFileSvg(clock, language, today),
          alt: clockAlt(clock, language),
          caption: '',
        },
      ]),
    ],
    language,
    today,
  );
}
