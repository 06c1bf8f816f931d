import { useState } from 'react';
import { inLanguage } from '../../../db/model/language.ts';
import { api } from '../../api/client.ts';
import { useFormWrite, useMutationWithFeedback } from '../../api/mutations.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { DateField } from '../../ui/DateField.tsx';
import { FormRow } from '../../ui/Form.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { fieldError, PartDialog } from '../../ui/PartDialog.tsx';
import parts from '../../ui/Parts.module.css';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import type { PracticeCard } from './PracticeScreen.tsx';

const cx = classes(parts);
type Training = PracticeCard['trainings'][number];
const EVERYWHERE = 'all';

/** Trainings that help a practice take root: counts, never persons. */
export function TrainingPanel({ practice }: { practice: PracticeCard }) {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const [editing, setEditing] = useState<Training | 'new' | null>(null);
  const remove = useMutationWithFeedback((id: string) => api.practices.removeTraining.mutate({ id }), {
    done: t('practices.trainingRemoved'),
    undo: (removal) => api.practices.restoreTraining.mutate(removal),
  });
  return (
    <Panel
      title={t('practices.trainings')}
      actions={
        <Button size="s" icon="plus" onPress={() => setEditing('new')}>
          {t('practices.trainingNew')}
        </Button>
      }
    >
      {practice.trainings.length === 0 ? (
        <p className={cx('none')}>{t('practices.trainingsNone')}</p>
      ) : (
        <ul className={cx('list')}>
          {practice.trainings.map((training) => (
            <li key={training.id} className={cx('entry')}>
              <div className={cx('words')}>
                <span className={cx('main')}>{training.title}</span>
                <span className={cx('detail')}>
                  {[
                    format.date(training.heldOn),
                    training.municipalityName === null
                      ? t('practices.everywhere')
                      : inLanguage(training.municipalityName, language),
                    ...(training.participants === null
                      ? []
                      : [t('practices.participants', { count: training.participants })]),
                    ...(training.note === '' ? [] : [training.note]),
                  ].join(' · ')}
                </span>
              </div>
              <IconButton
                icon="edit"
                size="s"
                label={`${t('practices.trainingEdit')}: ${training.title}`}
                onPress={() => setEditing(training)}
              />
              <IconButton
                icon="trash"
                size="s"
                label={t('volunteering.removeEntry', { name: training.title })}
                onPress={() => remove.mutate(training.id)}
              />
            </li>
          ))}
        </ul>
      )}
      {editing !== null && (
        <TrainingDialog
          practice={practice}
          training={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
}

function TrainingDialog({
  practice,
  training,
  onClose,
}: {
  practice: PracticeCard;
  training: Training | null;
  onClose: () => void;
}) {
  const t = useText();
  const language = useLanguage();
  const [title, setTitle] = useState(training?.title ?? '');
  const [heldOn, setHeldOn] = useState<string | null>(training?.heldOn ?? todayIso());
  const [municipality, setMunicipality] = useState(training?.municipality ?? EVERYWHERE);
  const [participants, setParticipants] = useState<number | null>(training?.participants ?? null);
  const [note, setNote] = useState(training?.note ?? '');
  const save = useFormWrite(
    () =>
      api.practices.saveTraining.mutate({
        id: training?.id ?? null,
        practiceId: practice.id,
        values: {
          title,
          heldOn: heldOn ?? '',
          municipality: municipality === EVERYWHERE ? null : municipality,
          participants,
          note,
        },
      }),
    {
      done: t('practices.trainingSaved'),
      onSuccess: onClose,
    },
  );
  const { refusal } = save;
  return (
    <PartDialog
      title={t(training ? 'practices.trainingEdit' : 'practices.trainingNew')}
      refusal={refusal}
      isPending={save.isPending}
      onSave={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <TextField
        label={t('practices.trainingTitle')}
        isRequired
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog begins at its first field
        autoFocus
        value={title}
        onChange={setTitle}
        error={fieldError(refusal, 'title')}
      />
      <FormRow>
        <DateField
          label={t('common.date')}
          width="s"
          isRequired
          value={heldOn}
          onChange={setHeldOn}
          error={fieldError(refusal, 'heldOn')}
        />
        <Select
          label={t('practices.municipality')}
          width="s"
          value={municipality}
          onChange={setMunicipality}
          options={[
            { id: EVERYWHERE, label: t('practices.everywhere') },
            ...practice.places.map(({ code, name }) => ({ id: code, label: inLanguage(name, language) })),
          ]}
        />
        <NumberField
          label={t('practices.participantCount')}
          minValue={0}
          value={participants}
          onChange={setParticipants}
          error={fieldError(refusal, 'participants')}
        />
      </FormRow>
      <TextArea label={t('practices.note')} rows={2} value={note} onChange={setNote} />
    </PartDialog>
  );
}
