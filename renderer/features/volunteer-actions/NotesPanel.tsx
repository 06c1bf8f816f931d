import { useState } from 'react';
import { api, type Inputs } from '../../api/client.ts';
import { useFormWrite, useMutationWithFeedback } from '../../api/mutations.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { PhasesPanel } from '../../ui/PhasesPanel.tsx';
import { TextArea } from '../../ui/TextField.tsx';
import styles from '../../ui/Parts.module.css';
import { fieldError, PartDialog } from '../../ui/PartDialog.tsx';
import type { ActionCard } from './VolunteerActionScreen.tsx';

const cx = classes(styles);
type Note = ActionCard['notes'][number];
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
  const save = useFormWrite(
    () =>
      api.volunteerActions.saveNote.mutate({
        id: note?.id ?? null,
        actionId: action.id,
        values: { notedOn: notedOn ?? '', text },
      }),
    {
      done: t('volunteering.noteSaved'),
      onSuccess: onClose,
    },
  );
  const { refusal } = save;
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
export function ActionPhases({ action }: { action: ActionCard }) {
  const save = (id: string | null, values: PhaseValues) =>
    api.volunteerActions.savePhase.mutate({ id, actionId: action.id, values });
  return (
    <PhasesPanel
      phases={action.phases}
      onSave={save}
      onRemove={({ id }) => api.volunteerActions.removePart.mutate({ part: 'volunteer_action_phase', id })}
      onRestore={(_, { startsOn, endsOn, area, goal }) => save(null, { startsOn, endsOn, area, goal })}
    />
  );
}
