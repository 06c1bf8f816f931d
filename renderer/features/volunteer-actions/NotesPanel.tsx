import { useState } from 'react';
import type { ClientError } from '../../api/client-error.ts';
import { api, type Inputs } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { DateField } from '../../ui/DateField.tsx';
import { FormRow } from '../../ui/Form.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import styles from '../../ui/Parts.module.css';
import { fieldError, PartDialog } from '../../ui/PartDialog.tsx';
import type { ActionCard } from './VolunteerActionScreen.tsx';

const cx = classes(styles);
type Note = ActionCard['notes'][number];
type Phase = ActionCard['phases'][number];
type PhaseValues = Inputs['volunteerActions']['savePhase']['values'];

/** What was seen of how it goes, by day (arviointi). */
export function NotesPanel({ action }: { action: ActionCard }) {
  const t = useText();
  const format = useFormat();
  const [editing, setEditing] = useState<Note | 'new' | null>(null);
  const remove = useMutationWithFeedback(
    ({ id }: Note) => api.volunteerActions.removePart.mutate({ part: 'volunteer_action_note', id }),
    {
      done: t('volunteering.noteRemoved'),
      undo: (_, { notedOn, text }) =>
        api.volunteerActions.saveNote.mutate({ id: null, actionId: action.id, values: { notedOn, text } }),
    },
  );
  return (
    <Panel
      title={t('volunteering.notes')}
      actions={
        <Button size="s" icon="plus" onPress={() => setEditing('new')}>
          {t('volunteering.noteNew')}
        </Button>
      }
    >
      {action.notes.length === 0 ? (
        <p className={cx('none')}>{t('volunteering.notesNone')}</p>
      ) : (
        <ul className={cx('list')}>
          {action.notes.map((note) => (
            <li key={note.id} className={cx('entry')}>
              <div className={cx('words')}>
                <span className={cx('detail')}>{format.date(note.notedOn)}</span>
                <span className={cx('prose')}>{note.text}</span>
              </div>
              <IconButton
                icon="edit"
                size="s"
                label={`${t('volunteering.noteEdit')}: ${format.date(note.notedOn)}`}
                onPress={() => setEditing(note)}
              />
              <IconButton
                icon="trash"
                size="s"
                label={t('volunteering.removeEntry', { name: format.date(note.notedOn) })}
                onPress={() => remove.mutate(note)}
              />
            </li>
          ))}
        </ul>
      )}
      {editing !== null && (
        <NoteDialog
          action={action}
          note={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
}

function NoteDialog({
  action,
  note,
  onClose,
}: {
  action: ActionCard;
  note: Note | null;
  onClose: () => void;
}) {
  const t = useText();
  const [notedOn, setNotedOn] = useState<string | null>(note?.notedOn ?? todayIso());
  const [text, setText] = useState(note?.text ?? '');
  const [refusal, setRefusal] = useState<ClientError | null>(null);
  const save = useMutationWithFeedback(
    () =>
      api.volunteerActions.saveNote.mutate({
        id: note?.id ?? null,
        actionId: action.id,
        values: { notedOn: notedOn ?? '', text },
      }),
    {
      done: t('volunteering.noteSaved'),
      onSuccess: onClose,
      onError: (error) => {
        setRefusal(error);
        return true;
      },
    },
  );
  return (
    <PartDialog
      title={t(note ? 'volunteering.noteEdit' : 'volunteering.noteNew')}
      refusal={refusal}
      isPending={save.isPending}
      onSave={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <DateField
        label={t('common.date')}
        width="s"
        isRequired
        value={notedOn}
        onChange={setNotedOn}
        error={fieldError(refusal, 'notedOn')}
      />
      <TextArea
        label={t('volunteering.noteText')}
        rows={4}
        isRequired
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- what is to be written
        autoFocus
        value={text}
        onChange={setText}
        error={fieldError(refusal, 'text')}
      />
    </PartDialog>
  );
}

/** Periods with the region in which one works then (vaiheistus). */
export function PhasesPanel({ action }: { action: ActionCard }) {
  const t = useText();
  const format = useFormat();
  const [editing, setEditing] = useState<Phase | 'new' | null>(null);
  const remove = useMutationWithFeedback(
    ({ id }: Phase) => api.volunteerActions.removePart.mutate({ part: 'volunteer_action_phase', id }),
    {
      done: t('volunteering.phaseRemoved'),
      undo: (_, { startsOn, endsOn, area, goal }) =>
        api.volunteerActions.savePhase.mutate({
          id: null,
          actionId: action.id,
          values: { startsOn, endsOn, area, goal },
        }),
    },
  );
  return (
    <Panel
      title={t('volunteering.phases')}
      actions={
        <Button size="s" icon="plus" onPress={() => setEditing('new')}>
          {t('volunteering.phaseNew')}
        </Button>
      }
    >
      {action.phases.length === 0 ? (
        <p className={cx('none')}>{t('volunteering.phasesNone')}</p>
      ) : (
        <ol className={cx('list')}>
          {action.phases.map((phase) => (
            <li key={phase.id} className={cx('entry')}>
              <div className={cx('words')}>
                <span className={cx('main')}>{phase.area}</span>
                <span className={cx('detail')}>
                  {format.date(phase.startsOn)}–{phase.endsOn === null ? '' : format.date(phase.endsOn)}
                  {phase.goal !== '' && ` · ${phase.goal}`}
                </span>
              </div>
              <IconButton
                icon="edit"
                size="s"
                label={`${t('volunteering.phaseEdit')}: ${phase.area}`}
                onPress={() => setEditing(phase)}
              />
              <IconButton
                icon="trash"
                size="s"
                label={t('volunteering.removeEntry', { name: phase.area })}
                onPress={() => remove.mutate(phase)}
              />
            </li>
          ))}
        </ol>
      )}
      {editing !== null && (
        <PhaseDialog
          action={action}
          phase={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
}

function PhaseDialog({
  action,
  phase,
  onClose,
}: {
  action: ActionCard;
  phase: Phase | null;
  onClose: () => void;
}) {
  const t = useText();
  const [values, setValues] = useState<PhaseValues>(
    phase
      ? { startsOn: phase.startsOn, endsOn: phase.endsOn, area: phase.area, goal: phase.goal }
      : { startsOn: '', endsOn: null, area: '' },
  );
  const [refusal, setRefusal] = useState<ClientError | null>(null);
  const change = (part: Partial<PhaseValues>): void => setValues((now) => ({ ...now, ...part }));
  const save = useMutationWithFeedback(
    () => api.volunteerActions.savePhase.mutate({ id: phase?.id ?? null, actionId: action.id, values }),
    {
      done: t('volunteering.phaseSaved'),
      onSuccess: onClose,
      onError: (error) => {
        setRefusal(error);
        return true;
      },
    },
  );
  return (
    <PartDialog
      title={t(phase ? 'volunteering.phaseEdit' : 'volunteering.phaseNew')}
      refusal={refusal}
      isPending={save.isPending}
      onSave={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <TextField
        label={t('volunteering.phaseArea')}
        isRequired
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog begins at its first field
        autoFocus
        value={values.area}
        onChange={(area) => change({ area })}
        error={fieldError(refusal, 'area')}
      />
      <FormRow>
        <DateField
          label={t('volunteering.startsOn')}
          width="s"
          isRequired
          value={values.startsOn === '' ? null : values.startsOn}
          onChange={(startsOn) => change({ startsOn: startsOn ?? '' })}
          error={fieldError(refusal, 'startsOn')}
        />
        <DateField
          label={t('volunteering.endsOn')}
          width="s"
          value={values.endsOn ?? null}
          onChange={(endsOn) => change({ endsOn })}
          error={fieldError(refusal, 'endsOn')}
        />
      </FormRow>
      <TextArea
        label={t('volunteering.phaseGoal')}
        rows={2}
        value={values.goal ?? ''}
        onChange={(goal) => change({ goal })}
      />
    </PartDialog>
  );
}
