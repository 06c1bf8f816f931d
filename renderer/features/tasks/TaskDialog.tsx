import { useId, useState } from 'react';
import { inLanguage } from '../../../db/model/language.ts';
import { TASK_STATES, type TaskInput } from '../../../db/model/task.ts';
import type { TaskView } from '../../../db/model/meeting-view.ts';
import { organisationChoices, personChoices, type Choice } from '../../api/choices.ts';
import type { ClientError } from '../../api/client-error.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormGrid, FormRow } from '../../ui/Form.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import { DecisionPicker } from './DecisionPicker.tsx';
import { EMPTY_TASK, inputOf } from './task-input.ts';
import styles from './Tasks.module.css';

const cx = classes(styles);

/** A task: what, who, by when, how far, and what came of it. A new due date keeps the old one with its reason. */
export function TaskDialog({
  boardId,
  task,
  onClose,
}: {
  boardId: string;
  /** Null makes a new one. */
  task: TaskView | null;
  onClose: () => void;
}) {
  const t = useText();
  const formId = useId();
  const [base, setBase] = useState(task);
  const [values, setValues] = useState<TaskInput>(task ? inputOf(task) : EMPTY_TASK);
  const [names, setNames] = useState(() => responsibleNames(task));
  const [itemId, setItemId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [titleError, setTitleError] = useState<string | undefined>();
  const [refusal, setRefusal] = useState<ClientError | null>(null);
  const change = (part: Partial<TaskInput>): void => setValues((now) => ({ ...now, ...part }));
  const organisation = useOrganisationName(names.organisation?.label === '' ? names.organisation.id : null);
  const isMoved = base !== null && values.dueOn !== base.dueOn;

  const save = useMutationWithFeedback(
    async () => {
      if (!base) {
        const { code } = await api.tasks.create.mutate({
          boardId,
          task: { ...values, decidedItemId: itemId },
        });
        return code;
      }
      await api.tasks.update.mutate({
        id: base.id,
        version: base.version,
        values,
        itemId: isMoved ? itemId : null,
        reason: isMoved ? reason.trim() : '',
      });
      return base.code;
    },
    {
      done: (code) => t(base ? 'tasks.updated' : 'tasks.created', { code }),
      onSuccess: onClose,
      onError: (error) => {
        const [, message] = Object.entries(error.fields).find(([path]) => path.endsWith('title')) ?? [];
        setTitleError(message);
        setRefusal(message === undefined ? error : null);
        return true;
      },
    },
  );

  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="wide"
      title={base ? t('tasks.edit', { code: base.code }) : t('tasks.new')}
      lead={base?.decidedReference ? `${t('tasks.decided')} ${base.decidedReference}` : undefined}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={save.isPending}>
            {base ? t('common.save') : t('common.create')}
          </Button>
        </>
      }
    >
      <Form
        id={formId}
        label={t('tasks.task')}
        onSubmit={() => {
          if (values.title.trim() === '') setTitleError(t('tasks.titleMissing'));
          else if (!save.isPending) save.mutate();
        }}
      >
        {refusal && (
          <Banner
            tone="danger"
            isAlert
            actions={
              refusal.code === 'CONFLICT' &&
              task && (
                <Button
                  size="s"
                  onPress={() => {
                    // `task` follows the backend: by now it is what the other window wrote.
                    setBase(task);
                    setValues(inputOf(task));
                    setNames(responsibleNames(task));
                    setRefusal(null);
                  }}
                >
                  {t('tasks.reload')}
                </Button>
              )
            }
          >
            {refusal.message}
          </Banner>
        )}
        <TextArea
          label={t('tasks.task')}
          rows={2}
          isRequired
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog begins at its first field
          autoFocus
          maxLength={500}
          value={values.title}
          onChange={(title) => {
            change({ title });
            setTitleError(undefined);
          }}
          error={titleError}
        />
        <FormGrid>
          <ComboBox
            label={t('tasks.responsiblePerson')}
            value={names.person}
            onChange={(person) => {
              setNames((now) => ({ ...now, person }));
              change({ responsiblePersonId: person?.id ?? null });
            }}
            load={personChoices}
            description={t('tasks.responsibleHint')}
          />
          <ComboBox
            label={t('tasks.responsibleOrganisation')}
            value={
              names.organisation && { ...names.organisation, label: names.organisation.label || organisation }
            }
            onChange={(organisation) => {
              setNames((now) => ({ ...now, organisation }));
              change({ responsibleOrganisationId: organisation?.id ?? null });
            }}
            load={organisationChoices}
          />
        </FormGrid>
        <FormRow>
          <DateField
            label={t('tasks.due')}
            value={values.dueOn ?? null}
            onChange={(dueOn) => change({ dueOn })}
          />
          <Select
            label={t('common.state')}
            width="s"
            value={values.state ?? 'open'}
            onChange={(state) => change({ state })}
            options={TASK_STATES.map((id) => ({ id, label: t(`tasks.state.${id}`) }))}
          />
        </FormRow>
        {isMoved && (
          <TextField label={t('tasks.reason')} value={reason} onChange={setReason} maxLength={500} />
        )}
        {(base === null || isMoved) && (
          <DecisionPicker
            label={t(base === null ? 'tasks.decidedIn' : 'tasks.changedIn')}
            boardId={boardId}
            itemId={itemId}
            onChange={setItemId}
          />
        )}
        {base && (
          <TextArea
            label={t('tasks.result')}
            rows={2}
            maxLength={5_000}
            value={values.result ?? ''}
            onChange={(result) => change({ result })}
            description={t('tasks.resultHint')}
          />
        )}
        {base && base.deadlineChanges.length > 0 && <History task={base} />}
      </Form>
    </Dialog>
  );
}

/** The name of an organisation that the task does not tell; empty until it is known. */
function useOrganisationName(id: string | null): string {
  const language = useLanguage();
  const { data } = useTopicQuery(
    ['organisations'],
    ['organisations.get', id],
    () => api.organisations.get.query({ id: id ?? '' }),
    { enabled: id !== null },
  );
  return data ? inLanguage({ fi: data.nameFi, sv: data.nameSv, en: data.nameEn }, language) : '';
}

/** The backend gives one name: the person's, or the organisation's when there is no person. */
function responsibleNames(task: TaskView | null): { person: Choice | null; organisation: Choice | null } {
  const { responsiblePersonId: personId = null, responsibleOrganisationId: organisationId = null } =
    task ?? {};
  const label = task?.responsible ?? '';
  return {
    person: personId === null ? null : { id: personId, label },
    organisation:
      organisationId === null ? null : { id: organisationId, label: personId === null ? label : '' },
  };
}

function History({ task }: { task: TaskView }) {
  const t = useText();
  const format = useFormat();
  const day = (date: string | null): string => (date === null ? t('tasks.noDue') : format.date(date));
  return (
    <section aria-labelledby={`history-${task.id}`}>
      <h3 id={`history-${task.id}`} className={cx('historyTitle')}>
        {t('tasks.history')}
      </h3>
      <ol className={cx('history')}>
        {task.deadlineChanges.map((change) => (
          <li key={`${change.changedOn} ${change.oldDueOn} ${change.newDueOn}`} className={cx('change')}>
            <span className={cx('days')}>
              {t('tasks.history.change', { old: day(change.oldDueOn), new: day(change.newDueOn) })}
            </span>
            <span className={cx('why')}>
              {[
                change.reference,
                change.reason,
                t('tasks.history.on', { date: format.date(change.changedOn) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
