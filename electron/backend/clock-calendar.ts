/** The tasks of a clock as an iCalendar file: one entry for each task and year, on the day by which it is due. */
import { occurrencesInOrder, whenText, type ClockView } from '../../db/model/clock-view.ts';
import { clockTitle } from '../../db/model/print-clock.ts';
import type { Language } from '../../db/model/language.ts';
import { dayCalendar } from './day-calendar.ts';

/** What is done is left out. @param stampedAt ISO instant */
export function clockCalendar(clock: ClockView, language: Language, stampedAt: string): string {
  return dayCalendar(
    clockTitle(clock, language),
    occurrencesInOrder(clock)
      .filter(({ one }) => one.state !== 'done')
      .map(({ task, one }) => ({
        id: `${one.taskId}-${one.termYear}`,
        version: task.version,
        date: one.dueOn,
        title: task.title,
        lines: [
          whenText(clock, task, one, language),
          [task.responsible, task.responsiblePerson?.name ?? ''].filter(Boolean).join(', '),
          task.text,
          task.source,
        ],
      })),
    stampedAt,
  );
}
