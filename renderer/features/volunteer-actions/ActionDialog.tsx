import { useId, useState } from 'react';
import { inLanguage } from '../../../db/model/language.ts';
import { PARTICIPATION_TYPES } from '../../../db/model/participation.ts';
import { LIFE_COURSES } from '../../../db/model/register-card.ts';
import {
  ACTION_STAGES,
  LEAST_FIELDS,
  TARGET_KINDS,
  VOLUNTEER_BANDS,
  type ActionStage,
  type TargetKind,
} from '../../../db/model/volunteer-action.ts';
import { useOpenBoard } from '../../api/board.ts';
import { organisationChoices } from '../../api/choices.ts';
import type { ClientError } from '../../api/client-error.ts';
import { api, type Inputs, type Outputs } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFieldOptions, useMunicipalities } from '../../api/register-lists.ts';
import { todayIso } from '../../api/today.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { classes } from '../../ui/classes.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormGrid, FormRow, FormSection } from '../../ui/Form.tsx';
import type { Option } from '../../ui/ListBox.tsx';
import { ManyChoice } from '../../ui/ManyChoice.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import styles from '../../ui/Parts.module.css';

const cx = classes(styles);

type Card = Outputs['volunteerActions']['get'];
type Values = Inputs['volunteerActions']['update']['values'];
const NONE = 'none';

const EMPTY: Values = { name: '' };

function valuesOf(card: Card): Values {
  return {
    name: card.name,
    description: card.description,
    themeId: card.theme?.id ?? null,
    lifeCourses: card.lifeCourses,
    participation: card.participation,
    volunteerBand: card.volunteerBand,
    volunteerCount: card.volunteerCount,
    hours: card.hours,
    startsOn: card.startsOn,
    endsOn: card.endsOn,
  };
}

/** An action: what, who, where, for whom. A new one begins with its first stage and the ground of it. */
export function ActionDialog({
  action,
  onClose,
  onSaved,
}: {
  /** Null makes a new one. */
  action: Card | null;
  onClose: () => void;
  onSaved?: (id: string) => void;
}) {
  const t = useText();
  const language = useLanguage();
  const board = useOpenBoard();
  const formId = useId();
  const fieldOptions = useFieldOptions();
  const places = useMunicipalities();
  const { data: themes } = useTopicQuery(['themes'], ['themes.list', board.id], () =>
    api.themes.list.query({ boardId: board.id }),
  );
  const [values, setValues] = useState<Values>(() => (action ? valuesOf(action) : EMPTY));
  const change = (part: Partial<Values>): void => setValues((now) => ({ ...now, ...part }));
  const named = (one: { id: string; name: { fi: string } }): Option => ({
    id: one.id,
    label: inLanguage(one.name, language),
  });
  const [lead, setLead] = useState<Option | null>(() => (action?.lead ? named(action.lead) : null));
  const [partners, setPartners] = useState<readonly Option[]>(() => (action?.partners ?? []).map(named));
  const [fields, setFields] = useState<readonly Option[]>(() => (action?.fields ?? []).map(named));
  const [municipalities, setMunicipalities] = useState<readonly Option[]>(() =>
    (action?.municipalities ?? []).map(({ code, name }) => ({ id: code, label: inLanguage(name, language) })),
  );
  const [targets, setTargets] = useState<Record<TargetKind, string>>(() => ({
    direct: linesOf(action, 'direct'),
    indirect: linesOf(action, 'indirect'),
    stakeholder: linesOf(action, 'stakeholder'),
  }));
  const [stage, setStage] = useState<ActionStage>('idea');
  const [changedOn, setChangedOn] = useState<string | null>(todayIso());
  const [ground, setGround] = useState('');
  const [fieldErrors, setFieldErrors] = useState<Readonly<Record<string, string>>>({});
  const [refusal, setRefusal] = useState<ClientError | null>(null);
  const errorOf = (name: string): string | undefined =>
    Object.entries(fieldErrors).find(([path]) => path.split('.').includes(name))?.[1];

  const save = useMutationWithFeedback(
    async (): Promise<{ id: string; code: string }> => {
      const whole: Values = {
        ...values,
        leadOrganisationId: lead?.id ?? null,
        partnerIds: partners.map(({ id }) => id),
        fieldIds: fields.map(({ id }) => id),
        municipalities: municipalities.map(({ id }) => id),
        targets: TARGET_KINDS.flatMap((kind) =>
          targets[kind]
            .split('\n')
            .map((name) => name.trim())
            .filter((name) => name !== '')
            .map((name) => ({ kind, name })),
        ),
      };
      if (action) {
        await api.volunteerActions.update.mutate({ id: action.id, version: action.version, values: whole });
        return action;
      }
      return await api.volunteerActions.create.mutate({
        boardId: board.id,
        values: whole,
        first: { stage, changedOn: changedOn ?? '', ground },
      });
    },
    {
      done: ({ code }) => (action ? t('volunteering.saved') : t('volunteering.created', { code })),
      onSuccess: ({ id }) => {
        onClose();
        onSaved?.(id);
      },
      onError: (error) => {
        setFieldErrors(error.fields);
        setRefusal(error);
        return true;
      },
    },
  );

  return (
    <Dialog
      isOpen
      width="wide"
      title={action ? t('volunteering.edit') : t('volunteering.new')}
      lead={action?.code}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={save.isPending}>
            {action ? t('common.save') : t('common.create')}
          </Button>
        </>
      }
    >
      <Form id={formId} label={t('volunteering.details')} onSubmit={() => save.mutate(undefined)}>
        {refusal && (
          <Banner tone="danger" isAlert>
            {refusal.message}
          </Banner>
        )}
        <TextField
          label={t('volunteering.name')}
          isRequired
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog begins at its first field
          autoFocus
          maxLength={300}
          value={values.name}
          onChange={(name) => change({ name })}
          error={errorOf('name')}
        />
        <TextArea
          label={t('volunteering.description')}
          rows={2}
          value={values.description ?? ''}
          onChange={(description) => change({ description })}
        />
        {!action && (
          <FormSection isDense title={t('volunteering.first')}>
            <FormRow>
              <Select
                label={t('volunteering.stage')}
                width="s"
                value={stage}
                onChange={setStage}
                options={ACTION_STAGES.map((id) => ({ id, label: t(`volunteering.stage.${id}`) }))}
              />
              <DateField
                label={t('volunteering.changedOn')}
                width="s"
                value={changedOn}
                onChange={setChangedOn}
                isRequired
                error={errorOf('changedOn')}
              />
            </FormRow>
            <TextField
              label={t('volunteering.ground')}
              description={t('volunteering.groundHint')}
              isRequired
              value={ground}
              onChange={setGround}
              error={errorOf('ground')}
            />
          </FormSection>
        )}
        <FormSection isDense title={t('volunteering.lead')}>
          <ComboBox
            label={t('volunteering.lead')}
            hideLabel
            value={lead}
            onChange={setLead}
            load={organisationChoices}
            error={errorOf('leadOrganisationId')}
          />
          <ManyChoice
            label={t('volunteering.partners')}
            addLabel={t('volunteering.addPartner')}
            removeLabel={(name) => t('volunteering.removeEntry', { name })}
            chosen={partners}
            onChange={setPartners}
            load={organisationChoices}
            error={errorOf('partnerIds')}
          />
        </FormSection>
        <FormGrid>
          <ManyChoice
            label={t('volunteering.fields')}
            addLabel={t('volunteering.addField')}
            removeLabel={(name) => t('volunteering.removeEntry', { name })}
            chosen={fields}
            onChange={setFields}
            load={(text) => matching(fieldOptions, text)}
            {...(fields.length < LEAST_FIELDS ? { description: t('volunteering.fieldsHint') } : {})}
          />
          <ManyChoice
            label={t('volunteering.municipalities')}
            addLabel={t('volunteering.addMunicipality')}
            removeLabel={(name) => t('volunteering.removeEntry', { name })}
            chosen={municipalities}
            onChange={setMunicipalities}
            load={places.find}
          />
        </FormGrid>
        <FormSection isDense title={t('volunteering.lifeCourses')}>
          <div className={cx('row')}>
            {LIFE_COURSES.map((one) => (
              <Checkbox
                key={one}
                isSelected={values.lifeCourses?.includes(one) ?? false}
                onChange={(isOn) =>
                  change({
                    lifeCourses: LIFE_COURSES.filter((other) =>
                      other === one ? isOn : (values.lifeCourses?.includes(other) ?? false),
                    ),
                  })
                }
              >
                {t(`volunteering.lifeCourse.${one}`)}
              </Checkbox>
            ))}
          </div>
        </FormSection>
        <FormSection isDense title={t('inclusion.participation')}>
          <div className={cx('row')}>
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
              >
                {t(`inclusion.participation.${type}`)}
              </Checkbox>
            ))}
          </div>
        </FormSection>
        <FormRow>
          <Select
            label={t('volunteering.volunteerBand')}
            width="s"
            value={values.volunteerBand ?? NONE}
            onChange={(band) => change({ volunteerBand: band === NONE ? null : band })}
            options={[
              { id: NONE, label: t('volunteering.bandUnknown') },
              ...VOLUNTEER_BANDS.map((id) => ({ id, label: id.replace('-', '–') })),
            ]}
          />
          <NumberField
            label={t('volunteering.volunteerCount')}
            minValue={0}
            value={values.volunteerCount ?? null}
            onChange={(volunteerCount) => change({ volunteerCount })}
            error={errorOf('volunteerCount')}
          />
          <NumberField
            label={t('volunteering.hours')}
            minValue={0}
            value={values.hours ?? null}
            onChange={(hours) => change({ hours })}
            error={errorOf('hours')}
          />
        </FormRow>
        <FormRow>
          <DateField
            label={t('volunteering.startsOn')}
            width="s"
            value={values.startsOn ?? null}
            onChange={(startsOn) => change({ startsOn })}
          />
          <DateField
            label={t('volunteering.endsOn')}
            width="s"
            value={values.endsOn ?? null}
            onChange={(endsOn) => change({ endsOn })}
            error={errorOf('endsOn')}
          />
          <Select
            label={t('volunteering.theme')}
            width="m"
            value={values.themeId ?? NONE}
            onChange={(id) => change({ themeId: id === NONE ? null : id })}
            options={[
              { id: NONE, label: t('volunteering.noTheme') },
              ...(themes ?? []).map(({ id, name }) => ({ id, label: name })),
            ]}
          />
        </FormRow>
        <FormSection
          isDense
          title={t('volunteering.targets')}
          description={<p className={cx('detail')}>{t('volunteering.targetHint')}</p>}
        >
          {TARGET_KINDS.map((kind) => (
            <TextArea
              key={kind}
              label={t(`volunteering.target.${kind}`)}
              rows={2}
              value={targets[kind]}
              onChange={(text) => setTargets((now) => ({ ...now, [kind]: text }))}
            />
          ))}
        </FormSection>
      </Form>
    </Dialog>
  );
}

function linesOf(action: Card | null, kind: TargetKind): string {
  return (action?.targets ?? [])
    .filter((one) => one.kind === kind)
    .map(({ name }) => name)
    .join('\n');
}

function matching(options: readonly Option[], text: string): readonly Option[] {
  const wanted = text.toLocaleLowerCase('fi');
  return options.filter(({ label }) => label.toLocaleLowerCase('fi').includes(wanted));
}
