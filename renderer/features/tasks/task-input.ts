/** A task as the form holds it, and as the backend takes it. Pure. */
import type { TaskInput, TaskState } from '../../../db/model/task.ts';
import type { TaskView } from '../../../db/model/meeting-view.ts';

/** The task as it is stored. The reference to the decision is not changed by it. */
export function inputOf(task: TaskView): TaskInput {
  return {
    title: task.title,
    responsiblePersonId: task.responsiblePersonId,
    responsibleOrganisationId: task.responsibleOrganisationId,
    dueOn: task.dueOn,
    state: task.state,
    result: task.result,
  };
}

export const EMPTY_TASK: TaskInput = {
  title: '',
  responsiblePersonId: null,
  responsibleOrganisationId: null,
  dueOn: null,
  state: 'open' satisfies TaskState,
  result: '',
};
