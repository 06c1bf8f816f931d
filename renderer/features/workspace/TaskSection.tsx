import { useState } from 'react';
import type { TaskView } from '../../../db/model/meeting-view.ts';
import { TASK_STATES, type TaskInput, type TaskState } from '../../../db/model/task.ts';
import { api } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import type { Option } from '../../ui/ListBox.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { findResponsible, matching, responsibleOf } from './register.ts';
import { Entries, Entry, InlineForm, InlineRow, Muted, Section } from './Section.tsx';
import { useWorkspace } from './use-meeting.ts';

/** Tasks that the item gave rise to. */
export function TaskSection({ isAdding, onAdded }: { isAdding: boolean; onAdded: () => void }) {
  const { item } = useWorkspace();
  const t = useText();
  if (!isAdding && item.tasks.length === 0) return null;
  return (
    <Section title={t('workspace.tasks')}>
      {item.tasks.length > 0 && (
        <Entries>
          {item.tasks.map((task) => (
            <TaskEntry key={task.id} task={task} isOwn />
          ))}
        </Entries>
      )}
      {isAdding && <NewTask onClose={onAdded} />}
    </Section>
  );
}

/** Tasks of earlier meetings that are looked at in the item. */
export function FollowUpSection({ isAdding, onAdded }: { isAdding: boolean; onAdded: () => void }) {
  const { view, item, act } = useWorkspace();
  const t = useText();
  const { data = [] } = useTopicQuery(
    ['tasks'],
    ['tasks.list', view.boardId, 'open'],
    () => api.tasks.list.query({ boardId: view.boardId, state: 'open' }),
    { enabled: isAdding },
  );
  if (!isAdding && item.followedTasks.length === 0) return null;
  const known = new Set([...item.followedTasks, ...item.tasks].map(({ id }) => id));
  const options = data
    .filter(({ id }) => !known.has(id))
    .map((task) => ({ id: task.id, label: `${task.code} ${task.title}`, detail: task.decidedReference }));
  const follow = (id: string): void => {
    const task = data.find((one) => one.id === id);
    if (task === undefined) return;
    void act(() =>
      api.tasks.update.mutate({ id, version: task.version, values: inputOf(task), itemId: item.id }),
    );
    onAdded();
  };
  return (
    <Section title={t('workspace.followedTasks')}>
      {item.followedTasks.length > 0 && (
        <Entries>
          {item.followedTasks.map((task) => (
            <TaskEntry key={task.id} task={task} isOwn={false} />
          ))}
        </Entries>
      )}
      {isAdding && (
        <InlineForm label={t('workspace.task.follow')}>
          <InlineRow>
            <ComboBox
              label={t('workspace.task.followChoose')}
              value={null}
              onChange={(option) => {
                if (option !== null) follow(option.id);
              }}
              load={(text) => matching(options, text)}
              {...{ autoFocus: true }}
            />
          </InlineRow>
          <InlineRow>
            <Button onPress={onAdded}>{t('common.cancel')}</Button>
          </InlineRow>
        </InlineForm>
      )}
    </Section>
  );
}

function inputOf(task: TaskView): TaskInput {
  return {
    title: task.title,
    responsiblePersonId: task.responsiblePersonId,
    responsibleOrganisationId: task.responsibleOrganisationId,
    dueOn: task.dueOn,
    state: task.state,
    result: task.result,
  };
}

function TaskEntry({ task, isOwn }: { task: TaskView; isOwn: boolean }) {
  const { mayRecord, act } = useWorkspace();
  const t = useText();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const isOver = task.state === 'done' || task.state === 'cancelled';
  const changed = task.deadlineChanges.at(-1);
  if (isOpen) return <TaskUpdate task={task} onClose={() => setOpen(false)} />;
  return (
    <Entry
      actions={
        mayRecord && (
          <>
            <IconButton
              icon="edit"
              size="s"
              label={t('workspace.task.update', { code: task.code })}
              onPress={() => setOpen(true)}
            />
            {isOwn && (
              <IconButton
                icon="trash"
                size="s"
                label={t('workspace.task.remove', { code: task.code })}
                onPress={() => void act(() => api.tasks.remove.mutate({ id: task.id }))}
              />
            )}
          </>
        )
      }
    >
      <Muted>{task.code}</Muted> <strong>{task.title}</strong>{' '}
      <Pill tone={isOver ? 'ok' : task.overdue ? 'warning' : 'neutral'}>
        {task.overdue ? t('workspace.task.overdue') : t(`workspace.task.state.${task.state}`)}
      </Pill>
      <div>
        <Muted>
          {[
            task.responsible,
            task.dueOn === null
              ? t('workspace.task.noDue')
              : t('workspace.task.due', { date: format.date(task.dueOn) }),
            changed?.oldDueOn ? t('workspace.task.changed', { date: format.date(changed.oldDueOn) }) : null,
            isOwn ? null : t('workspace.task.decided', { reference: task.decidedReference }),
          ]
            .filter((part) => part !== null && part !== '')
            .join(' · ')}
        </Muted>
      </div>
      {task.result !== '' && <div>{task.result}</div>}
    </Entry>
  );
}

function TaskUpdate({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const { item, act } = useWorkspace();
  const t = useText();
  const [state, setState] = useState<TaskState>(task.state);
  const [dueOn, setDueOn] = useState(task.dueOn);
  const [result, setResult] = useState(task.result);
  const save = async (): Promise<void> => {
    const done = await act(() =>
      api.tasks.update.mutate({
        id: task.id,
        version: task.version,
        values: { ...inputOf(task), state, dueOn, result },
        itemId: item.tasks.some(({ id }) => id === task.id) ? null : item.id,
      }),
    );
    if (done !== null) onClose();
  };
  return (
    <li>
      <InlineForm label={t('workspace.task.update', { code: task.code })}>
        <p>
          <Muted>{task.code}</Muted> <strong>{task.title}</strong>
        </p>
        <InlineRow>
          <Select
            label={t('workspace.task.state')}
            width="s"
            options={TASK_STATES.map((id) => ({ id, label: t(`workspace.task.state.${id}`) }))}
            value={state}
            onChange={setState}
          />
          <DateField label={t('workspace.task.newDueOn')} value={dueOn} onChange={setDueOn} />
        </InlineRow>
        <TextField label={t('workspace.task.result')} value={result} onChange={setResult} />
        <InlineRow>
          <Button variant="primary" onPress={() => void save()}>
            {t('common.save')}
          </Button>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
        </InlineRow>
      </InlineForm>
    </li>
  );
}

function NewTask({ onClose }: { onClose: () => void }) {
  const { view, item, act } = useWorkspace();
  const t = useText();
  const [title, setTitle] = useState('');
  const [responsible, setResponsible] = useState<Option | null>(null);
  const [dueOn, setDueOn] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  const save = async (): Promise<void> => {
    setTried(true);
    if (title.trim() === '') return;
    const task: TaskInput = { title, dueOn, ...responsibleOf(responsible), decidedItemId: item.id };
    const done = await act(() => api.tasks.create.mutate({ boardId: view.boardId, task }));
    if (done !== null) onClose();
  };
  return (
    <InlineForm label={t('workspace.task.add')}>
      <TextField
        label={t('workspace.task.title')}
        value={title}
        onChange={setTitle}
        isRequired
        {...{ autoFocus: true }}
        error={isTried && title.trim() === '' ? t('workspace.task.titleRequired') : undefined}
      />
      <InlineRow>
        <ComboBox
          label={t('workspace.task.responsible')}
          width="m"
          value={responsible}
          onChange={setResponsible}
          load={findResponsible}
        />
        <DateField label={t('workspace.task.dueOn')} value={dueOn} onChange={setDueOn} />
      </InlineRow>
      <InlineRow>
        <Button variant="primary" onPress={() => void save()}>
          {t('common.save')}
        </Button>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
      </InlineRow>
    </InlineForm>
  );
}
