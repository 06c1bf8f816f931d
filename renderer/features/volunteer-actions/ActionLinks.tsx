import { decisionChoices, taskChoices } from '../../api/choices.ts';
import { api } from '../../api/client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { linkedDecision, LinkPanel } from '../../ui/LinkPanel.tsx';
import type { ActionCard } from './VolunteerActionScreen.tsx';

/** The §§ on which the action is based. */
export function ActionDecisions({ action }: { action: ActionCard }) {
  const t = useText();
  const format = useFormat();
  return (
    <LinkPanel
      title={t('volunteering.decisions')}
      none={t('volunteering.decisionsNone')}
      addLabel={t('volunteering.linkDecision')}
      load={decisionChoices(action.boardId)}
      onSet={(itemId, isLinked) =>
        api.volunteerActions.setDecision.mutate({ actionId: action.id, itemId, isLinked })
      }
      linked={action.decisions.map(linkedDecision(format))}
    />
  );
}

/** Follow-up tasks of the action. */
export function ActionTasks({ action }: { action: ActionCard }) {
  const t = useText();
  const format = useFormat();
  return (
    <LinkPanel
      title={t('volunteering.tasks')}
      none={t('volunteering.tasksNone')}
      addLabel={t('volunteering.linkTask')}
      load={taskChoices(action.boardId)}
      onSet={(taskId, isLinked) =>
        api.volunteerActions.setTask.mutate({ actionId: action.id, taskId, isLinked })
      }
      linked={action.tasks.map((one) => ({
        id: one.id,
        label: one.code,
        title: one.title,
        detail: [one.code, t(`tasks.state.${one.state}`), one.dueOn === null ? '' : format.date(one.dueOn)]
          .filter((part) => part !== '')
          .join(' · '),
        route: { name: 'tasks', id: one.id },
      }))}
    />
  );
}
