import { useState } from 'react';
import { PROJECT_WORDS } from '../../../db/model/project-words.ts';
import { PILOT_STATES } from '../../../db/model/project.ts';
import { api } from '../../api/client.ts';
import { useFormWrite, useMutationWithFeedback } from '../../api/mutations.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { DateField } from '../../ui/DateField.tsx';
import { FormRow } from '../../ui/Form.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { fieldError, PartDialog } from '../../ui/PartDialog.tsx';
import parts from '../../ui/Parts.module.css';
import { PhasesPanel } from '../../ui/PhasesPanel.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import type { ProjectCard } from './ProjectScreen.tsx';

const cx = classes(parts);
type Pilot = ProjectCard['pilots'][number];

function useRemovePart(part: 'project_phase' | 'project_pilot') {
  const t = useText();
  return useMutationWithFeedback((id: string) => api.projects.removePart.mutate({ part, id }), {
    done: t('partnership.partRemoved'),
    undo: (removal) => api.projects.restorePart.mutate(removal),
  });
}

/** Periods with the region in which one works then. */
export function ProjectPhases({ project }: { project: ProjectCard }) {
  return (
    <PhasesPanel
      phases={project.phases}
      onSave={(id, values) => api.projects.savePhase.mutate({ id, projectId: project.id, values })}
      onRemove={({ id }) => api.projects.removePart.mutate({ part: 'project_phase', id })}
      onRestore={(removal) => api.projects.restorePart.mutate(removal)}
    />
  );
}

/** Pilots from the needs of an area, each on a theme. */
export function PilotsPanel({ project }: { project: ProjectCard }) {
  const t = useText();
  const words = PROJECT_WORDS[useLanguage()];
  const [editing, setEditing] = useState<Pilot | 'new' | null>(null);
  const remove = useRemovePart('project_pilot');
  return (
    <Panel
      title={words.pilots}
      actions={
        <Button size="s" icon="plus" onPress={() => setEditing('new')}>
          {t('partnership.newPilot')}
        </Button>
      }
    >
      {project.pilots.length === 0 ? (
        <p className={cx('none')}>{t('partnership.noPilots')}</p>
      ) : (
        <ul className={cx('list')}>
          {project.pilots.map((pilot) => (
            <li key={pilot.id} className={cx('entry')}>
              <div className={cx('words')}>
                <span className={cx('main')}>{pilot.name}</span>
                <span className={cx('detail')}>
                  {[pilot.area, pilot.theme, words.pilotStates[pilot.state]].join(' · ')}
                </span>
              </div>
              <IconButton
                icon="edit"
                size="s"
                label={`${t('common.edit')}: ${pilot.name}`}
                onPress={() => setEditing(pilot)}
              />
              <IconButton
                icon="trash"
                size="s"
                label={t('volunteering.removeEntry', { name: pilot.name })}
                onPress={() => remove.mutate(pilot.id)}
              />
            </li>
          ))}
        </ul>
      )}
      {editing !== null && (
        <PilotDialog
          projectId={project.id}
          pilot={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
}

function PilotDialog({
  projectId,
  pilot,
  onClose,
}: {
  projectId: string;
  pilot: Pilot | null;
  onClose: () => void;
}) {
  const t = useText();
  const words = PROJECT_WORDS[useLanguage()];
  const [values, setValues] = useState<Omit<Pilot, 'id'>>(
    () =>
      pilot ?? { name: '', area: '', theme: '', state: 'planned', startsOn: null, endsOn: null, note: '' },
  );
  const change = (part: Partial<typeof values>): void => setValues((now) => ({ ...now, ...part }));
  const save = useFormWrite(
    () => {
      const { name, area, theme, state, startsOn, endsOn, note } = values;
      return api.projects.savePilot.mutate({
        id: pilot?.id ?? null,
        projectId,
        values: { name, area, theme, state, startsOn, endsOn, note },
      });
    },
    {
      done: t('partnership.pilotSaved'),
      onSuccess: onClose,
    },
  );
  const { refusal } = save;
  return (
    <PartDialog
      title={pilot ? words.pilot : t('partnership.newPilot')}
      refusal={refusal}
      isPending={save.isPending}
      onSave={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <TextField
        label={t('partnership.name')}
        isRequired
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog begins at its first field
        autoFocus
        value={values.name}
        onChange={(name) => change({ name })}
        error={fieldError(refusal, 'name')}
      />
      <FormRow>
        <TextField
          label={words.area}
          isRequired
          value={values.area}
          onChange={(area) => change({ area })}
          error={fieldError(refusal, 'area')}
        />
        <TextField
          label={words.theme}
          isRequired
          value={values.theme}
          onChange={(theme) => change({ theme })}
          error={fieldError(refusal, 'theme')}
        />
      </FormRow>
      <FormRow>
        <Select
          label={words.state}
          width="s"
          value={values.state}
          onChange={(state) => change({ state })}
          options={PILOT_STATES.map((id) => ({ id, label: words.pilotStates[id] }))}
        />
        <DateField
          label={t('volunteering.startsOn')}
          width="s"
          value={values.startsOn}
          onChange={(startsOn) => change({ startsOn })}
        />
        <DateField
          label={t('volunteering.endsOn')}
          width="s"
          value={values.endsOn}
          onChange={(endsOn) => change({ endsOn })}
          error={fieldError(refusal, 'endsOn')}
        />
      </FormRow>
      <TextArea
        label={t('practices.note')}
        rows={2}
        value={values.note}
        onChange={(note) => change({ note })}
      />
    </PartDialog>
  );
}
