import { useState } from 'react';
import { useFormWrite, useMutationWithFeedback } from '../api/mutations.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/language.ts';
import { Button, IconButton } from './Button.tsx';
import { classes } from './classes.ts';
import { DateField } from './DateField.tsx';
import { FormRow } from './Form.tsx';
import { Panel } from './Panel.tsx';
import { fieldError, PartDialog } from './PartDialog.tsx';
import parts from './Parts.module.css';
import { TextArea, TextField } from './TextField.tsx';

const cx = classes(parts);

interface PhaseValues {
  startsOn: string;
  endsOn: string | null;
  area: string;
  goal: string;
}
export interface Phase extends PhaseValues {
  id: string;
}

/** Periods with the region in which one works then (vaiheistus). */
export function PhasesPanel<Removal>({
  phases,
  onSave,
  onRemove,
  onRestore,
}: {
  phases: readonly Phase[];
  /** @param id null: a new one */
  onSave: (id: string | null, values: PhaseValues) => Promise<unknown>;
  onRemove: (phase: Phase) => Promise<Removal>;
  onRestore: (removal: Removal, phase: Phase) => Promise<unknown>;
}) {
  const t = useText();
  const format = useFormat();
  const [editing, setEditing] = useState<Phase | 'new' | null>(null);
  const remove = useMutationWithFeedback(onRemove, { done: t('volunteering.phaseRemoved'), undo: onRestore });
  return (
    <Panel
      title={t('volunteering.phases')}
      actions={
        <Button size="s" icon="plus" onPress={() => setEditing('new')}>
          {t('volunteering.phaseNew')}
        </Button>
      }
    >
      {phases.length === 0 ? (
        <p className={cx('none')}>{t('volunteering.phasesNone')}</p>
      ) : (
        <ol className={cx('list')}>
          {phases.map((phase) => (
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
          phase={editing === 'new' ? null : editing}
          onSave={onSave}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
}

function PhaseDialog({
  phase,
  onSave,
  onClose,
}: {
  phase: Phase | null;
  onSave: (id: string | null, values: PhaseValues) => Promise<unknown>;
  onClose: () => void;
}) {
  const t = useText();
  const [area, setArea] = useState(phase?.area ?? '');
  const [startsOn, setStartsOn] = useState<string | null>(phase?.startsOn ?? null);
  const [endsOn, setEndsOn] = useState<string | null>(phase?.endsOn ?? null);
  const [goal, setGoal] = useState(phase?.goal ?? '');
  const save = useFormWrite(
    () => onSave(phase?.id ?? null, { area, startsOn: startsOn ?? '', endsOn, goal }),
    { done: t('volunteering.phaseSaved'), onSuccess: onClose },
  );
  const { refusal } = save;
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
        value={area}
        onChange={setArea}
        error={fieldError(refusal, 'area')}
      />
      <FormRow>
        <DateField
          label={t('volunteering.startsOn')}
          width="s"
          isRequired
          value={startsOn}
          onChange={setStartsOn}
          error={fieldError(refusal, 'startsOn')}
        />
        <DateField
          label={t('volunteering.endsOn')}
          width="s"
          value={endsOn}
          onChange={setEndsOn}
          error={fieldError(refusal, 'endsOn')}
        />
      </FormRow>
      <TextArea label={t('volunteering.phaseGoal')} rows={2} value={goal} onChange={setGoal} />
    </PartDialog>
  );
}
