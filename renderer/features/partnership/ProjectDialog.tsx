import { useState } from 'react';
import { inLanguage } from '../../../db/model/language.ts';
import { PROJECT_WORDS } from '../../../db/model/project-words.ts';
import {
  PROJECT_STATES,
  SDG_GOALS,
  type ProjectState,
  type ProjectValues,
} from '../../../db/model/project.ts';
import { useOpenBoard } from '../../api/board.ts';
import { organisationChoices, personChoices } from '../../api/choices.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useFormWrite } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { classes } from '../../ui/classes.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { FormRow, FormSection } from '../../ui/Form.tsx';
import type { Option } from '../../ui/ListBox.tsx';
import { ManyChoice } from '../../ui/ManyChoice.tsx';
import { fieldError, PartDialog } from '../../ui/PartDialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import styles from './Partnership.module.css';

const cx = classes(styles);
type Card = Outputs['projects']['get'];
const NONE = 'none';
const LINES = ['area', 'funding', 'role', 'unit', 'focus'] as const;

/** The fields of a project card. */
export function ProjectDialog({
  project,
  onClose,
  onSaved,
}: {
  /** Null makes a new one. */
  project: Card | null;
  onClose: () => void;
  onSaved?: (id: string) => void;
}) {
  const t = useText();
  const language = useLanguage();
  const words = PROJECT_WORDS[language];
  const board = useOpenBoard();
  const { data: themes } = useTopicQuery(['themes'], ['themes.list', board.id], () =>
    api.themes.list.query({ boardId: board.id }),
  );
  const person = (one: { id: string; name: string } | null | undefined): Option | null =>
    one ? { id: one.id, label: one.name } : null;
  const named = (one: { id: string; name: { fi: string } }): Option => ({
    id: one.id,
    label: inLanguage(one.name, language),
  });
  const [values, setValues] = useState(() => ({
    name: project?.name ?? '',
    summary: project?.summary ?? '',
    state: project?.state ?? ('planned' satisfies ProjectState as ProjectState),
    startsOn: project?.startsOn ?? null,
    endsOn: project?.endsOn ?? null,
    area: project?.area ?? '',
    funding: project?.funding ?? '',
    role: project?.role ?? '',
    unit: project?.unit ?? '',
    focus: project?.focus ?? '',
  }));
  const change = (part: Partial<typeof values>): void => setValues((now) => ({ ...now, ...part }));
  const [goals, setGoals] = useState((project?.goals ?? []).join('\n'));
  const [sdg, setSdg] = useState<ProjectValues['sdg']>(project?.sdg ?? []);
  const [lead, setLead] = useState<Option | null>(() => (project?.lead ? named(project.lead) : null));
  const [manager, setManager] = useState<Option | null>(() => person(project?.manager));
  const [expert, setExpert] = useState<Option | null>(() => person(project?.expert));
  const [themeId, setThemeId] = useState(project?.theme?.id ?? NONE);
  const [partners, setPartners] = useState<readonly Option[]>(() =>
    (project?.organisations ?? []).map(named),
  );
  const save = useFormWrite(
    () =>
      api.projects.save.mutate({
        id: project?.id ?? null,
        boardId: board.id,
        version: project?.version ?? 0,
        values: {
          ...values,
          goals: goals
            .split('\n')
            .map((goal) => goal.trim())
            .filter((goal) => goal !== ''),
          sdg,
          leadOrganisationId: lead?.id ?? null,
          managerPersonId: manager?.id ?? null,
          expertPersonId: expert?.id ?? null,
          themeId: themeId === NONE ? null : themeId,
          organisationIds: partners.map(({ id }) => id),
        },
      }),
    {
      done: t('partnership.projectSaved'),
      onSuccess: ({ id }) => {
        onClose();
        onSaved?.(id);
      },
    },
  );
  const { refusal } = save;
  return (
    <PartDialog
      title={t(project ? 'partnership.editProject' : 'partnership.newProject')}
      width="wide"
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
        maxLength={300}
        value={values.name}
        onChange={(name) => change({ name })}
        error={fieldError(refusal, 'name')}
      />
      <TextArea
        label={t('partnership.summary')}
        rows={2}
        value={values.summary}
        onChange={(summary) => change({ summary })}
      />
      <FormRow>
        <Select
          label={words.state}
          width="s"
          value={values.state}
          onChange={(state) => change({ state })}
          options={PROJECT_STATES.map((id) => ({ id, label: words.states[id] }))}
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
      {LINES.map((field) => (
        <TextField
          key={field}
          label={words[field]}
          value={values[field]}
          onChange={(text) => change({ [field]: text })}
          error={fieldError(refusal, field)}
        />
      ))}
      <TextArea
        label={words.goals}
        description={t('partnership.goalsHint')}
        rows={3}
        value={goals}
        onChange={setGoals}
        error={fieldError(refusal, 'goals')}
      />
      <FormSection isDense title={words.sdg}>
        <div className={cx('checks')}>
          {SDG_GOALS.map((goal) => (
            <Checkbox
              key={goal}
              isSelected={sdg.includes(goal)}
              onChange={(isOn) =>
                setSdg(SDG_GOALS.filter((one) => (one === goal ? isOn : sdg.includes(one))))
              }
            >
              {`${goal} ${words.sdgNames[goal - 1] ?? ''}`}
            </Checkbox>
          ))}
        </div>
      </FormSection>
      <FormRow>
        <ComboBox
          label={words.lead}
          value={lead}
          onChange={setLead}
          load={organisationChoices}
          error={fieldError(refusal, 'leadOrganisationId')}
        />
        <Select
          label={t('practices.theme')}
          width="m"
          value={themeId}
          onChange={setThemeId}
          options={[
            { id: NONE, label: t('volunteering.noTheme') },
            ...(themes ?? []).map((theme) => ({ id: theme.id, label: theme.name })),
          ]}
        />
      </FormRow>
      <FormRow>
        <ComboBox label={words.manager} value={manager} onChange={setManager} load={personChoices} />
        <ComboBox label={words.expert} value={expert} onChange={setExpert} load={personChoices} />
      </FormRow>
      <ManyChoice
        label={words.partners}
        addLabel={t('partnership.addOrganisation')}
        removeLabel={(label) => t('volunteering.removeEntry', { name: label })}
        chosen={partners}
        onChange={setPartners}
        load={organisationChoices}
        error={fieldError(refusal, 'organisationIds')}
      />
    </PartDialog>
  );
}
