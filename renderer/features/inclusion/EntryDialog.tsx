import { useState } from 'react';
import {
  isHeld,
  PLAIN_STATES,
  TRAINING_FORMS,
  type InclusionKind,
  type PlainState,
  type TrainingForm,
} from '../../../db/model/inclusion.ts';
import { inLanguage } from '../../../db/model/language.ts';
import { PARTICIPATION_TYPES } from '../../../db/model/participation.ts';
import {
  SPOKEN_LANGUAGES,
  spokenLanguageName,
  type SpokenLanguage,
} from '../../../db/model/spoken-language.ts';
import { VOLUNTEER_BANDS } from '../../../db/model/volunteer-action.ts';
import { useOpenBoard } from '../../api/board.ts';
import { actionChoices, organisationChoices } from '../../api/choices.ts';
import type { ClientError } from '../../api/client-error.ts';
import { api, type Inputs, type Outputs } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useMunicipalities } from '../../api/register-lists.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { classes } from '../../ui/classes.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { FormGrid, FormRow, FormSection } from '../../ui/Form.tsx';
import type { Option } from '../../ui/ListBox.tsx';
import { ManyChoice } from '../../ui/ManyChoice.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { fieldError, PartDialog } from '../../ui/PartDialog.tsx';
import parts from '../../ui/Parts.module.css';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import styles from './Inclusion.module.css';
import { OpeningFields } from './OpeningFields.tsx';

const cx = classes(styles);
const px = classes(parts);

type Card = Outputs['inclusion']['get'];
export type Values = Inputs['inclusion']['save']['values'];
const NONE = 'none';

/** An entry of inclusion: what, who, where, in which languages; with the fields that its kind has. */
export function EntryDialog({
  kind,
  municipality = null,
  entry,
  onClose,
  onSaved,
}: {
  kind: InclusionKind;
  /** Code of the municipality with which a new one begins. */
  municipality?: string | null;
  /** Null makes a new one. */
  entry: Card | null;
  onClose: () => void;
  onSaved?: (id: string) => void;
}) {
  const t = useText();
  const language = useLanguage();
  const board = useOpenBoard();
  const places = useMunicipalities();
  const { data: themes } = useTopicQuery(['themes'], ['themes.list', board.id], () =>
    api.themes.list.query({ boardId: board.id }),
  );
  const [values, setValues] = useState<Values>(() => (entry ? plainValues(entry) : { kind, name: '' }));
  const change = (part: Partial<Values>): void => setValues((now) => ({ ...now, ...part }));
  const named = (one: { id: string; name: { fi: string } }): Option => ({
    id: one.id,
    label: inLanguage(one.name, language),
  });
  const [host, setHost] = useState<Option | null>(() => (entry?.host ? named(entry.host) : null));
  const [organisations, setOrganisations] = useState<readonly Option[]>(() =>
    (entry?.organisations ?? []).map(named),
  );
  // The names of municipalities may come after the form: a new one is known by its code until then.
  const [codes, setCodes] = useState<readonly string[]>(
    () => entry?.municipalities ?? (municipality === null ? [] : [municipality]),
  );
  const [actions, setActions] = useState<readonly Option[]>(() =>
    (entry?.actions ?? []).map(({ id, code, name }) => ({ id, label: `${code} ${name}` })),
  );
  const languages = values.languages ?? [];
  const [refusal, setRefusal] = useState<ClientError | null>(null);
  const error = (field: string): string | undefined => fieldError(refusal, field);
  const save = useMutationWithFeedback(
    () =>
      api.inclusion.save.mutate({
        id: entry?.id ?? null,
        boardId: board.id,
        version: entry?.version ?? 0,
        values: {
          ...values,
          hostOrganisationId: host?.id ?? null,
          organisationIds: organisations.map(({ id }) => id),
          municipalities: [...codes],
          actionIds: actions.map(({ id }) => id),
        },
      }),
    {
      done: ({ code }) => (entry ? t('inclusion.saved') : t('inclusion.created', { code })),
      onSuccess: ({ id }) => {
        onClose();
        onSaved?.(id);
      },
      onError: (refused) => {
        setRefusal(refused);
        return true;
      },
    },
  );
  return (
    <PartDialog
      width="wide"
      title={t(`inclusion.${entry ? 'edit' : 'new'}.${kind}`)}
      refusal={refusal}
      isPending={save.isPending}
      onSave={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <TextField
        label={t('inclusion.name')}
        isRequired
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog begins at its first field
        autoFocus
        maxLength={300}
        value={values.name}
        onChange={(name) => change({ name })}
        error={error('name')}
      />
      <TextArea
        label={t('inclusion.description')}
        rows={2}
        value={values.description ?? ''}
        onChange={(description) => change({ description })}
      />
      <FormRow>
        <DateField
          label={t(isHeld(kind) ? 'inclusion.heldOn' : 'inclusion.startsOn')}
          width="s"
          isRequired={isHeld(kind)}
          value={values.startsOn ?? null}
          onChange={(startsOn) => change({ startsOn })}
          error={error('startsOn')}
        />
        <DateField
          label={t(isHeld(kind) ? 'inclusion.until' : 'inclusion.endsOn')}
          width="s"
          value={values.endsOn ?? null}
          onChange={(endsOn) => change({ endsOn })}
          error={error('endsOn')}
        />
        {(isHeld(kind) || kind === 'support_point') && (
          <TextField
            label={t('inclusion.place')}
            width="m"
            value={values.place ?? ''}
            onChange={(place) => change({ place })}
          />
        )}
      </FormRow>
      <KindFields kind={kind} values={values} change={change} error={error} />
      <FormGrid>
        <ManyChoice
          label={t('inclusion.municipalities')}
          addLabel={t('inclusion.addMunicipality')}
          removeLabel={(name) => t('inclusion.removeEntry', { name })}
          chosen={codes.map((code) => places.byCode(code) ?? { id: code, label: code })}
          onChange={(chosen) => setCodes(chosen.map(({ id }) => id))}
          load={places.find}
        />
        <ManyChoice
          label={t('inclusion.languages')}
          addLabel={t('inclusion.addLanguage')}
          removeLabel={(name) => t('inclusion.removeEntry', { name })}
          chosen={languages.map((code) => ({ id: code, label: spokenLanguageName(code, language) }))}
          onChange={(chosen) => change({ languages: chosen.map(({ id }) => id as SpokenLanguage) })}
          load={(text) =>
            SPOKEN_LANGUAGES.map((id) => ({ id, label: spokenLanguageName(id, language) })).filter(
              ({ id, label }) => label.includes(text.toLowerCase()) && !languages.includes(id),
            )
          }
        />
      </FormGrid>
      <Checkbox
        isSelected={values.isRegional ?? false}
        onChange={(isRegional) => change({ isRegional })}
        detail={t('inclusion.regionalDetail')}
      >
        {t('inclusion.regional')}
      </Checkbox>
      <FormGrid>
        <ComboBox
          label={t('inclusion.host')}
          value={host}
          onChange={setHost}
          load={organisationChoices}
          error={error('hostOrganisationId')}
        />
        <Select
          label={t('inclusion.theme')}
          value={values.themeId ?? NONE}
          onChange={(id) => change({ themeId: id === NONE ? null : id })}
          options={[
            { id: NONE, label: t('inclusion.noTheme') },
            ...(themes ?? []).map(({ id, name }) => ({ id, label: name })),
          ]}
        />
        <ManyChoice
          label={t('inclusion.organisations')}
          addLabel={t('inclusion.addOrganisation')}
          removeLabel={(name) => t('inclusion.removeEntry', { name })}
          chosen={organisations}
          onChange={setOrganisations}
          load={organisationChoices}
          error={error('organisationIds')}
        />
        <ManyChoice
          label={t('inclusion.actions')}
          addLabel={t('inclusion.addAction')}
          removeLabel={(name) => t('inclusion.removeEntry', { name })}
          chosen={actions}
          onChange={setActions}
          load={actionChoices(board.id)}
        />
      </FormGrid>
      <FormSection isDense title={t('inclusion.participation')}>
        <div className={cx('types')}>
          {PARTICIPATION_TYPES.map((type) => (
            <Checkbox
              key={type}
              isSelected={values.participation?.includes(type) ?? false}
              onChange={(isOn) =>
                change({
                  participation: PARTICIPATION_TYPES.filter((other) =>
                    other === type ? isOn : (values.participation?.includes(other) ?? false),
                  ),
                })
              }
              detail={t(`inclusion.participationDetail.${type}`)}
            >
              {t(`inclusion.participation.${type}`)}
            </Checkbox>
          ))}
        </div>
      </FormSection>
      {isHeld(kind) && <p className={px('detail')}>{t('inclusion.countsHint')}</p>}
    </PartDialog>
  );
}

/** What the form changes; the rest it keeps in lists of its own. */
function plainValues(entry: Card): Values {
  return {
    kind: entry.kind,
    name: entry.name,
    description: entry.description,
    themeId: entry.themeId,
    isRegional: entry.isRegional,
    languages: entry.languages,
    participation: entry.participation,
    place: entry.place,
    startsOn: entry.startsOn,
    endsOn: entry.endsOn,
    participantBand: entry.participantBand,
    participantCount: entry.participantCount,
    participantGoal: entry.participantGoal,
    hours: entry.hours,
    topic: entry.topic,
    audience: entry.audience,
    trainingForm: entry.trainingForm,
    plainState: entry.plainState,
    link: entry.link,
    contactRoleId: entry.contactRoleId,
    weeklyHours: entry.weeklyHours,
    exceptions: entry.exceptions,
  };
}

interface KindFieldsProps {
  kind: InclusionKind;
  values: Values;
  change: (part: Partial<Values>) => void;
  error: (field: string) => string | undefined;
}

/** The fields that one kind alone has. */
function KindFields(props: KindFieldsProps) {
  const t = useText();
  const { kind, values, change, error } = props;
  switch (kind) {
    case 'path':
      return null;
    case 'event':
      return <CountFields {...props} />;
    case 'training':
      return (
        <>
          <FormGrid>
            <TextField
              label={t('inclusion.topic')}
              value={values.topic ?? ''}
              onChange={(topic) => change({ topic })}
            />
            <TextField
              label={t('inclusion.audience')}
              value={values.audience ?? ''}
              onChange={(audience) => change({ audience })}
            />
          </FormGrid>
          <FormRow>
            <Select
              label={t('inclusion.form')}
              width="m"
              value={values.trainingForm ?? NONE}
              onChange={(form) => change({ trainingForm: form === NONE ? null : (form as TrainingForm) })}
              options={[
                { id: NONE, label: t('inclusion.noForm') },
                ...TRAINING_FORMS.map((id) => ({ id, label: t(`inclusion.form.${id}`) })),
              ]}
            />
            <NumberField
              label={t('inclusion.hours')}
              minValue={0}
              value={values.hours ?? null}
              onChange={(hours) => change({ hours })}
              error={error('hours')}
            />
          </FormRow>
          <CountFields {...props} />
        </>
      );
    case 'material':
      return (
        <FormGrid>
          <Select
            label={t('inclusion.plain')}
            value={values.plainState ?? NONE}
            onChange={(state) => change({ plainState: state === NONE ? null : (state as PlainState) })}
            options={[
              { id: NONE, label: t('inclusion.plain.none') },
              ...PLAIN_STATES.map((id) => ({ id, label: t(`inclusion.plain.${id}`) })),
            ]}
          />
          <TextField
            label={t('inclusion.link')}
            value={values.link ?? ''}
            onChange={(link) => change({ link })}
            error={error('link')}
          />
        </FormGrid>
      );
    case 'support_point':
      return <OpeningFields values={values} change={change} error={error} />;
  }
}

function CountFields({ values, change, error }: KindFieldsProps) {
  const t = useText();
  return (
    <FormRow>
      <Select
        label={t('inclusion.participantBand')}
        width="s"
        value={values.participantBand ?? NONE}
        onChange={(band) => change({ participantBand: band === NONE ? null : band })}
        options={[
          { id: NONE, label: t('inclusion.bandUnknown') },
          ...VOLUNTEER_BANDS.map((id) => ({ id, label: id.replace('-', '–') })),
        ]}
      />
      <NumberField
        label={t('inclusion.participantCount')}
        minValue={0}
        value={values.participantCount ?? null}
        onChange={(participantCount) => change({ participantCount })}
        error={error('participantCount')}
      />
      <NumberField
        label={t('inclusion.participantGoal')}
        minValue={0}
        value={values.participantGoal ?? null}
        onChange={(participantGoal) => change({ participantGoal })}
        error={error('participantGoal')}
      />
    </FormRow>
  );
}
