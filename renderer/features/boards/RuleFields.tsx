import { Controller, type Control, type FieldPath, type FieldPathByValue } from 'react-hook-form';
import type { RuleProfile } from '../../../db/model/rules.ts';
import { LANGUAGES, type LocalisedText } from '../../../db/model/language.ts';
import type { TextKey } from '../../i18n/fi.ts';
import { useText } from '../../i18n/language.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { FormGrid, FormSection, FormWide } from '../../ui/Form.tsx';
import type { Option } from '../../ui/ListBox.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import type { RulesInput } from './RulesDialog.tsx';

type RulesControl = Control<RulesInput, unknown, { validFrom: string; rules: RuleProfile }>;
type Quorum = RuleProfile['quorum'];

/** Every rule of a board, in the order in which a toimintasääntö speaks of them. */
export function RuleFields({ control, quorumKind }: { control: RulesControl; quorumKind: Quorum['kind'] }) {
  const t = useText();
  return (
    <>
      <Controller
        control={control}
        name="validFrom"
        render={({ field, fieldState }) => (
          <DateField
            label={t('boards.rulesValidFrom')}
            width="m"
            description={t('boards.rulesValidFromHint')}
            value={field.value || null}
            onChange={(date) => field.onChange(date ?? '')}
            error={fieldState.error?.message}
            isRequired
          />
        )}
      />
      <FormSection title={t('boards.rules.section.quorum')}>
        <FormGrid>
          <Controller
            control={control}
            name="rules.quorum"
            render={({ field }) => (
              <Select<Quorum['kind']>
                label={t('boards.rules.quorum')}
                value={field.value.kind}
                onChange={(kind) => field.onChange(kind === 'at_least' ? { kind, minimum: 1 } : { kind })}
                options={[
                  { id: 'more_than_half', label: t('boards.rules.quorum.more_than_half') },
                  { id: 'at_least_half', label: t('boards.rules.quorum.at_least_half') },
                  { id: 'at_least', label: t('boards.rules.quorum.at_least') },
                ]}
              />
            )}
          />
          {quorumKind === 'at_least' && (
            <Count control={control} name={'rules.quorum.minimum'} label="boards.rules.minimum" />
          )}
          <Choice
            control={control}
            name="rules.vacantSeats"
            label="boards.rules.vacantSeats"
            options={[
              { id: 'count', label: t('boards.rules.vacantSeats.count') },
              { id: 'exclude', label: t('boards.rules.vacantSeats.exclude') },
            ]}
          />
          <FormWide>
            <Yes control={control} name="rules.quorumNeedsChair" label="boards.rules.quorumNeedsChair" />
          </FormWide>
          <FormWide>
            <Yes
              control={control}
              name="rules.remoteParticipation"
              label="boards.rules.remoteParticipation"
            />
          </FormWide>
        </FormGrid>
      </FormSection>
      <FormSection title={t('boards.rules.section.notice')}>
        <FormGrid>
          <Count control={control} name="rules.noticeDays" label="boards.rules.noticeDays" />
          <Count control={control} name="rules.agendaDays" label="boards.rules.agendaDays" />
          <Choice
            control={control}
            name="rules.deputies"
            label="boards.rules.deputies"
            options={[
              { id: 'personal', label: t('boards.rules.deputies.personal') },
              { id: 'none', label: t('boards.rules.deputies.none') },
            ]}
          />
        </FormGrid>
      </FormSection>
      <FormSection title={t('boards.rules.section.decisions')}>
        <FormGrid>
          <Choice
            control={control}
            name="rules.baseProposal"
            label="boards.rules.baseProposal"
            options={[
              { id: 'presenter', label: t('boards.rules.baseProposal.presenter') },
              { id: 'chair', label: t('boards.rules.baseProposal.chair') },
            ]}
          />
          <Choice
            control={control}
            name="rules.tie"
            label="boards.rules.tie"
            options={[
              { id: 'chair_decides', label: t('boards.rules.tie.chair_decides') },
              { id: 'lot', label: t('boards.rules.tie.lot') },
              { id: 'proposal_falls', label: t('boards.rules.tie.proposal_falls') },
            ]}
          />
          <Choice
            control={control}
            name="rules.electionTie"
            label="boards.rules.electionTie"
            options={[
              { id: 'lot', label: t('boards.rules.tie.lot') },
              { id: 'chair_decides', label: t('boards.rules.tie.chair_decides') },
            ]}
          />
          <Choice
            control={control}
            name="rules.emailDecisions"
            label="boards.rules.emailDecisions"
            options={(['majority', 'no_objection', 'not_allowed'] as const).map((id) => ({
              id,
              label: t(`boards.rules.emailDecisions.${id}`),
            }))}
          />
          <Choice
            control={control}
            name="rules.organisingOpener"
            label="boards.rules.organisingOpener"
            options={(['convener', 'oldest_member', 'previous_chair'] as const).map((id) => ({
              id,
              label: t(`boards.rules.organisingOpener.${id}`),
            }))}
          />
          <FormWide>
            <Yes control={control} name="rules.secondingRequired" label="boards.rules.secondingRequired" />
          </FormWide>
        </FormGrid>
      </FormSection>
      <FormSection title={t('boards.rules.section.minutes')}>
        <FormGrid>
          <FormWide>
            <Controller
              control={control}
              name="rules.profile"
              render={({ field }) => (
                <RadioGroup
                  label={t('boards.rules.profile')}
                  value={field.value}
                  onChange={field.onChange}
                  options={[
                    {
                      id: 'minutes',
                      label: t('boards.rules.profile.minutes'),
                      detail: t('boards.rules.profile.minutesDetail'),
                    },
                    {
                      id: 'memo',
                      label: t('boards.rules.profile.memo'),
                      detail: t('boards.rules.profile.memoDetail'),
                    },
                  ]}
                />
              )}
            />
          </FormWide>
          <Choice
            control={control}
            name="rules.numbering"
            label="boards.rules.numbering"
            options={[
              { id: 'calendar_year', label: t('boards.rules.numbering.calendar_year') },
              { id: 'term', label: t('boards.rules.numbering.term') },
            ]}
          />
          <Count
            control={control}
            name="rules.examiners"
            label="boards.rules.examiners"
            hint="boards.rules.examinersHint"
            maximum={6}
          />
          <Count control={control} name="rules.examinationDays" label="boards.rules.examinationDays" />
        </FormGrid>
      </FormSection>
      <FormSection title={t('boards.rules.section.labels')}>
        <FormGrid columns={3}>
          {(['account', 'proposal', 'proceedings', 'decision'] as const).map((part) => (
            <Words
              key={part}
              control={control}
              name={`rules.labels.${part}`}
              label={`boards.rules.label.${part}`}
            />
          ))}
        </FormGrid>
      </FormSection>
      <FormSection title={t('boards.rules.section.legal')}>
        <FormGrid>
          {(['quorum', 'conflict'] as const).map((part) => (
            <Controller
              key={part}
              control={control}
              name={`rules.legal.${part}`}
              render={({ field }) => (
                <TextField
                  label={t(`boards.rules.legal.${part}`)}
                  value={field.value}
                  onChange={field.onChange}
                  inputRef={field.ref}
                />
              )}
            />
          ))}
          <FormWide>
            <FormGrid columns={1}>
              <Words control={control} name="rules.legal.appeal" label="boards.rules.legal.appeal" isLong />
            </FormGrid>
          </FormWide>
        </FormGrid>
      </FormSection>
    </>
  );
}

function Count({
  control,
  name,
  label,
  hint,
  maximum = 365,
}: {
  control: RulesControl;
  name:
    | 'rules.quorum.minimum'
    | 'rules.noticeDays'
    | 'rules.agendaDays'
    | 'rules.examiners'
    | 'rules.examinationDays';
  label: Extract<TextKey, `boards.rules.${string}`>;
  hint?: 'boards.rules.examinersHint';
  maximum?: number;
}) {
  const t = useText();
  return (
    <Controller
      control={control}
      name={name as FieldPath<RulesInput>}
      render={({ field, fieldState }) => (
        <NumberField
          label={t(label)}
          {...(hint ? { description: t(hint) } : {})}
          value={typeof field.value === 'number' ? field.value : null}
          onChange={field.onChange}
          onBlur={field.onBlur}
          minValue={0}
          maxValue={maximum}
          error={fieldState.error?.message}
          isRequired
        />
      )}
    />
  );
}

function Choice({
  control,
  name,
  label,
  options,
}: {
  control: RulesControl;
  name:
    | 'rules.vacantSeats'
    | 'rules.deputies'
    | 'rules.baseProposal'
    | 'rules.tie'
    | 'rules.electionTie'
    | 'rules.emailDecisions'
    | 'rules.organisingOpener'
    | 'rules.numbering';
  label: Extract<TextKey, `boards.rules.${string}`>;
  options: readonly Option[];
}) {
  const t = useText();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field }) => (
        <Select label={t(label)} value={field.value ?? ''} onChange={field.onChange} options={options} />
      )}
    />
  );
}

function Yes({
  control,
  name,
  label,
}: {
  control: RulesControl;
  name: FieldPathByValue<RulesInput, boolean>;
  label: Extract<TextKey, `boards.rules.${string}`>;
}) {
  const t = useText();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field }) => (
        <Checkbox isSelected={field.value} onChange={field.onChange}>
          {t(label)}
        </Checkbox>
      )}
    />
  );
}

/** The same words in the three languages. */
function Words({
  control,
  name,
  label,
  isLong = false,
}: {
  control: RulesControl;
  name: FieldPathByValue<RulesInput, LocalisedText>;
  label: Extract<TextKey, `boards.rules.${string}`>;
  isLong?: boolean;
}) {
  const t = useText();
  return LANGUAGES.map((language) => (
    <Controller
      key={language}
      control={control}
      name={`${name}.${language}` as FieldPath<RulesInput>}
      render={({ field, fieldState }) => {
        const props = {
          label: t('boards.labelIn', { label: t(label), language: t(`common.language.${language}`) }),
          value: typeof field.value === 'string' ? field.value : '',
          onChange: (text: string) => field.onChange(text === '' && language !== 'fi' ? null : text),
          error: fieldState.error?.message,
        };
        return isLong ? (
          <TextArea {...props} rows={2} inputRef={field.ref} />
        ) : (
          <TextField {...props} inputRef={field.ref} />
        );
      }}
    />
  ));
}
