import { describe, expect, it } from 'vitest';
import type { TaskView } from '../../../db/model/meeting-view.ts';
import { matchesTask, taskValue } from '../../../renderer/features/tasks/task-list.ts';

const TASK: TaskView = {
  id: 't',
  code: 'T-2026-07',
  title: 'Järjestöfoorumin tilavaraus ja ohjelmarunko',
  responsible: 'S01',
  responsiblePersonId: 'p',
  responsibleOrganisationId: null,
  dueOn: '2026-08-15',
  state: 'open',
  result: '',
  decidedReference: '3/2026 § 30',
  overdue: false,
  deadlineChanges: [],
  version: 1,
};

describe('tasks in the list', () => {
  it.each(['', 'foorumi', 'TILAVARAUS s01', '§ 30', 't-2026-07'])('%j finds it', (text) =>
    expect(matchesTask(TASK, text)).toBe(true),
  );
  it.each(['lausunto', 'tilavaraus J02'])('%j does not', (text) =>
    expect(matchesTask(TASK, text)).toBe(false),
  );
  it('orders codes by number', () => {
    const value = (code: string) => Number(taskValue({ ...TASK, code }, 'code'));
    expect(value('T-2026-100')).toBeGreaterThan(value('T-2026-99'));
    expect(value('T-2027-01')).toBeGreaterThan(value('T-2026-100'));
  });
  it('leaves a task without a due date without a value', () => {
    expect(taskValue({ ...TASK, dueOn: null }, 'due')).toBeNull();
  });
});
