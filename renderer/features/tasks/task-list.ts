/** Tasks in the list: which match what was typed, and by what they are sorted. Pure. */
import { TASK_STATES } from '../../../db/model/task.ts';
import type { TaskView } from '../../../db/model/meeting-view.ts';

/** True when every word typed is somewhere in the task. */
export function matchesTask(task: TaskView, text: string): boolean {
  const words = text.toLocaleLowerCase('fi').split(/\s+/).filter(Boolean);
  const whole = [task.code, task.title, task.responsible ?? '', task.decidedReference, task.result]
    .join(' ')
    .toLocaleLowerCase('fi');
  return words.every((word) => whole.includes(word));
}

/** The value by which a column sorts. States go from open to cancelled; no due date comes last. */
export function taskValue(task: TaskView, column: string): string | number | null {
  switch (column) {
    case 'title':
      return task.title;
    case 'responsible':
      return task.responsible;
    case 'due':
      return task.dueOn;
    case 'state':
      return TASK_STATES.indexOf(task.state);
    default:
      return codeValue(task.code);
  }
}

/** `T-2026-04` by year and number, so that T-2026-100 comes after T-2026-99. */
function codeValue(code: string): string | number {
  const match = /^T-(\d{4})-(\d+)$/.exec(code);
  return match ? Number(match[1]) * 100_000 + Number(match[2]) : code;
}
