/** One clock with everything that is done to it. */
import {
  occurrenceKey,
  segmentName,
  type ClockTaskView,
  type ClockView,
} from '../../../db/model/clock-view.ts';
import { segmentCount, segmentOf, type ClockTaskInput, type Occurrence } from '../../../db/model/clock.ts';
import { useOpenBoard } from '../../api/board.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';

/** The task and year behind a mark of the picture. */
export function foundByKey(
  clock: ClockView,
  key: string,
): { task: ClockTaskView; one: ClockTaskView['occurrences'][number] } | null {
  for (const task of clock.tasks)
    for (const one of task.occurrences) if (occurrenceKey(one) === key) return { task, one };
  return null;
}

/** A task as a form takes it. */
export function valuesOf(task: ClockTaskView): ClockTaskInput {
  const { termYear, fromMonth, toMonth, day, title, text, responsible, source, step } = task;
  return {
    termYear,
    fromMonth,
    toMonth,
    day,
    title,
    text,
    responsible,
    source,
    step,
    isUncertain: task.isUncertain,
    repeats: task.repeats,
    responsiblePersonId: task.responsiblePerson?.id ?? null,
  };
}

export function useClockWork(clock: ClockView) {
  const t = useText();
  const format = useFormat();
  const language = useLanguage();
  const board = useOpenBoard();
  const moving = useMutationWithFeedback(
    ({ task, segment }: { task: ClockTaskView; segment: number }) =>
      api.clocks.moveTask.mutate({ id: task.id, segment }),
    {
      done: (_, { segment }) => t('clocks.taskMoved', { segment: segmentName(clock, segment, language) }),
      // Its whole place comes back, also a day that the other month does not have.
      undo: (_, { task }) =>
        api.clocks.updateTask.mutate({ id: task.id, version: task.version + 1, values: valuesOf(task) }),
    },
  );
  const removing = useMutationWithFeedback((id: string) => api.clocks.removeTask.mutate({ id }), {
    done: t('clocks.taskRemoved'),
    undo: (removal) => api.clocks.restoreTask.mutate(removal),
  });
  const doing = useMutationWithFeedback(
    ({ taskId, termYear, doneOn }: { taskId: string; termYear: number; doneOn: string | null }) =>
      api.clocks.setDone.mutate({ taskId, termYear, doneOn }),
    {},
  );
  const listing = useMutationWithFeedback(
    ({ taskId, termYear }: Pick<Occurrence, 'taskId' | 'termYear'>) =>
      api.clocks.toIdea.mutate({ taskId, termYear, boardId: board.id }),
    {
      done: ({ meeting }) =>
        meeting === null
          ? t('clocks.toIdeaDate')
          : t('clocks.toIdeaMeeting', { date: format.date(meeting.heldOn) }),
    },
  );
  const assigning = useMutationWithFeedback(
    ({ taskId, termYear }: Pick<Occurrence, 'taskId' | 'termYear'>) =>
      api.clocks.toTask.mutate({ taskId, termYear, boardId: board.id }),
    { done: ({ code }) => t('clocks.toTaskDone', { code }) },
  );
  return {
    /** Into a segment that is there; nothing happens at the ends of the round. */
    move(task: ClockTaskView, segment: number): void {
      if (segment === segmentOf(clock, task) || segment < 0 || segment >= segmentCount(clock)) return;
      moving.mutate({ task, segment });
    },
    moveBy(task: ClockTaskView, step: number): void {
      this.move(task, segmentOf(clock, task) + step);
    },
    remove: (task: ClockTaskView): void => removing.mutate(task.id),
    setDone: ({ taskId, termYear, doneOn }: ClockTaskView['occurrences'][number]): void =>
      doing.mutate({ taskId, termYear, doneOn: doneOn === null ? todayIso() : null }),
    toIdea: (one: Occurrence): void => listing.mutate(one),
    toTask: (one: Occurrence): void => assigning.mutate(one),
  };
}
export type ClockWork = ReturnType<typeof useClockWork>;
