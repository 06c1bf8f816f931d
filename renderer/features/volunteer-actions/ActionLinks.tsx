import { useState, type ReactNode } from 'react';
import { decisionChoices, taskChoices, type Choice } from '../../api/choices.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { navigate, type Route } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import styles from '../../ui/Parts.module.css';
import type { ActionCard } from './VolunteerActionScreen.tsx';

const cx = classes(styles);

interface Linked {
  id: string;
  label: string;
  title: string;
  detail: string;
  route: Route;
}

/** What something is tied to: each with its way there, and a field that ties one more. */
function Links({
  title,
  none,
  addLabel,
  linked,
  load,
  onSet,
}: {
  title: string;
  none: string;
  addLabel: string;
  linked: readonly Linked[];
  load: (text: string) => Promise<readonly Choice[]>;
  onSet: (id: string, isLinked: boolean) => Promise<unknown>;
}): ReactNode {
  const t = useText();
  const [round, setRound] = useState(0);
  const link = useMutationWithFeedback((id: string) => onSet(id, true), {
    done: t('volunteering.linked'),
    undo: (_, id) => onSet(id, false),
    onSuccess: () => setRound((now) => now + 1),
  });
  const unlink = useMutationWithFeedback((id: string) => onSet(id, false), {
    done: t('volunteering.unlinked'),
    undo: (_, id) => onSet(id, true),
  });
  return (
    <Panel title={title}>
      {linked.length === 0 ? (
        <p className={cx('none')}>{none}</p>
      ) : (
        <ul className={cx('list')}>
          {linked.map((one) => (
            <li key={one.id} className={cx('entry')}>
              <div className={cx('words')}>
                <span className={cx('main')}>{one.title}</span>
                <span className={cx('detail')}>{one.detail}</span>
              </div>
              <Button
                size="s"
                variant="quiet"
                aria-label={`${t('common.open')}: ${one.label}`}
                onPress={() => navigate(one.route)}
              >
                {t('common.open')}
              </Button>
              <IconButton
                icon="close"
                size="s"
                label={t('volunteering.unlink', { name: one.label })}
                onPress={() => unlink.mutate(one.id)}
              />
            </li>
          ))}
        </ul>
      )}
      <ComboBox
        key={round}
        label={addLabel}
        hideLabel
        placeholder={`${addLabel}…`}
        value={null}
        onChange={(option) => option && link.mutate(option.id)}
        load={async (text) => (await load(text)).filter(({ id }) => !linked.some((one) => one.id === id))}
      />
    </Panel>
  );
}

/** The §§ on which the action is based. */
export function ActionDecisions({ action }: { action: ActionCard }) {
  const t = useText();
  const format = useFormat();
  return (
    <Links
      title={t('volunteering.decisions')}
      none={t('volunteering.decisionsNone')}
      addLabel={t('volunteering.linkDecision')}
      load={decisionChoices(action.boardId)}
      onSet={(itemId, isLinked) =>
        api.volunteerActions.setDecision.mutate({ actionId: action.id, itemId, isLinked })
      }
      linked={action.decisions.map((one) => ({
        id: one.itemId,
        label: one.reference,
        title: one.title,
        detail: `${one.reference}, ${format.date(one.heldOn)}`,
        route: { name: 'meeting', id: one.meetingId, part: 'preview', item: one.itemId },
      }))}
    />
  );
}

/** Follow-up tasks of the action. */
export function ActionTasks({ action }: { action: ActionCard }) {
  const t = useText();
  const format = useFormat();
  return (
    <Links
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
          .join(', '),
        route: { name: 'tasks', id: one.id },
      }))}
    />
  );
}
