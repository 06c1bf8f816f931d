import { useState, type ReactNode } from 'react';
import { Controller, useForm, type Control, type FieldPathByValue } from 'react-hook-form';
import {
  LEGAL_FORMS,
  ORGANISATION_STATES,
  organisationInputSchema,
  type OrganisationInput,
  type OrganisationValues,
} from '../../../db/model/organisation.ts';
import { api } from '../../api/client.ts';
import type { ClientError } from '../../api/client-error.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useFieldOptions, useMunicipalities } from '../../api/register-lists.ts';
import type { TextKey } from '../../i18n/fi.ts';
import { useText, type Translate } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { ErrorSummary, Form, FormActions, FormGrid, FormSection, FormWide } from '../../ui/Form.tsx';
import { schemaResolver, setFieldErrors } from '../../ui/form-errors.ts';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import { LanguageField } from './LanguageField.tsx';
import { usePrhOptions } from './lists.ts';
import { sayProblem } from './problems.ts';
import { EMPTY_ORGANISATION, inputOf, type Organisation } from './use-organisation.ts';
import { useUnsaved } from './use-unsaved.ts';

const NONE = 'none';
type TextName = FieldPathByValue<OrganisationInput, string | null | undefined>;

/** The words of a field, also in the summary of errors. */
const LABELS = {
  nameFi: 'organisations.name',
  nameSv: 'organisations.nameSv',
  nameEn: 'organisations.nameEn',
  legalForm: 'organisations.legalForm',
  businessId: 'organisations.businessId',
  registerNumber: 'organisations.registerNumber',
  prhClass: 'organisations.prhClass',
  fieldId: 'organisations.field',
  municipalityCode: 'organisations.municipality',
  email: 'common.email',
  phone: 'common.phone',
  web: 'organisations.web',
  streetAddress: 'organisations.streetAddress',
  postalCode: 'organisations.postalCode',
  postOffice: 'organisations.postOffice',
  contactRole: 'organisations.contactRole',
  notes: 'common.notes',
  checkedOn: 'organisations.checkedOn',
  state: 'organisations.state',
} as const satisfies Partial<Record<keyof OrganisationInput, TextKey>>;
type Name = keyof typeof LABELS;

export interface OrganisationFormProps {
  /** The one that is edited; without it a new one is made. */
  organisation?: Organisation;
  onSaved: (id: string) => void;
  onCancel: () => void;
  /** Another organisation has the identifier: shows it. */
  onOpen: (id: string) => void;
}

/** New organisation, or the details of one. Sends with Ctrl+Enter. */
export function OrganisationForm({ organisation, onSaved, onCancel, onOpen }: OrganisationFormProps) {
  const t = useText();
  const fields = useFieldOptions();
  const classes = usePrhOptions();
  const municipalities = useMunicipalities();
  const [refusal, setRefusal] = useState<ClientError | null>(null);
  const [version, setVersion] = useState(organisation?.version ?? 1);
  const form = useForm<OrganisationInput, unknown, OrganisationValues>({
    defaultValues: organisation ? inputOf(organisation) : EMPTY_ORGANISATION,
    resolver: schemaResolver(organisationInputSchema, sayProblem),
    shouldFocusError: false,
  });
  const { control, handleSubmit, formState, setError, setFocus, reset } = form;
  const { errors, isDirty, isSubmitSuccessful } = formState;

  const save = useMutationWithFeedback(
    async (values: OrganisationValues) => {
      if (!organisation) return (await api.organisations.create.mutate(values)).id;
      await api.organisations.update.mutate({ id: organisation.id, version, values });
      return organisation.id;
    },
    {
      done: (_id, { nameFi }) =>
        t(organisation ? 'organisations.updated' : 'organisations.created', { name: nameFi }),
      onSuccess: onSaved,
      onError: (error) => {
        setRefusal(error);
        const atFields = setFieldErrors(setError, error);
        return atFields || error.code === 'CONFLICT';
      },
    },
  );
  useUnsaved(isDirty && !(isSubmitSuccessful && save.isSuccess));

  const problems = (Object.keys(LABELS) as Name[]).flatMap((name) => {
    const message = errors[name]?.message;
    return message ? [{ message: `${t(LABELS[name])}: ${message}`, focus: () => setFocus(name) }] : [];
  });
  const text = (name: TextName & Name, more: Partial<Parameters<typeof BoundText>[0]> = {}): ReactNode => (
    <BoundText control={control} name={name} label={t(LABELS[name])} {...more} />
  );

  return (
    <Form
      id="organisation"
      label={t(organisation ? 'organisations.edit' : 'organisations.new')}
      onSubmit={handleSubmit((values) => {
        setRefusal(null);
        save.mutate(values);
      })}
    >
      {formState.submitCount > 0 && <ErrorSummary problems={problems} />}
      <Refusal
        error={refusal}
        t={t}
        onOpen={onOpen}
        onReload={
          organisation &&
          (async () => {
            const latest = await api.organisations.get.query({ id: organisation.id });
            setVersion(latest.version);
            reset(inputOf(latest));
            setRefusal(null);
          })
        }
      />
      <FormSection title={t('organisations.section.names')} isDense>
        <FormGrid>
          <FormWide>{text('nameFi', { isRequired: true, autoFocus: true })}</FormWide>
          {text('businessId', { description: t('organisations.businessIdHint') })}
          {text('registerNumber', { description: t('organisations.registerNumberHint') })}
          <Controller
            control={control}
            name="legalForm"
            render={({ field }) => (
              <Select
                label={t(LABELS.legalForm)}
                value={field.value ?? 'association'}
                onChange={field.onChange}
                options={LEGAL_FORMS.map((id) => ({ id, label: t(`organisations.legalForm.${id}`) }))}
              />
            )}
          />
          <Controller
            control={control}
            name="state"
            render={({ field }) => (
              <Select
                label={t(LABELS.state)}
                value={field.value ?? 'active'}
                onChange={field.onChange}
                options={ORGANISATION_STATES.map((id) => ({ id, label: t(`organisations.state.${id}`) }))}
              />
            )}
          />
          {text('nameSv')}
          {text('nameEn')}
        </FormGrid>
      </FormSection>
      <FormSection title={t('organisations.section.place')} isDense>
        <FormGrid>
          <Controller
            control={control}
            name="fieldId"
            render={({ field, fieldState }) => (
              <Select
                label={t(LABELS.fieldId)}
                value={field.value ?? NONE}
                onChange={(id) => field.onChange(id === NONE ? null : id)}
                options={[{ id: NONE, label: '–' }, ...fields]}
                error={fieldState.error?.message}
              />
            )}
          />
          <Controller
            control={control}
            name="municipalityCode"
            render={({ field, fieldState }) => (
              <ComboBox
                label={t(LABELS.municipalityCode)}
                value={municipalities.byCode(field.value)}
                onChange={(option) => field.onChange(option?.id ?? null)}
                load={municipalities.find}
                error={fieldState.error?.message}
              />
            )}
          />
          <FormWide>
            <Controller
              control={control}
              name="prhClass"
              render={({ field }) => (
                <Select
                  label={t(LABELS.prhClass)}
                  value={field.value === null || field.value === undefined ? NONE : String(field.value)}
                  onChange={(id) => field.onChange(id === NONE ? null : Number(id))}
                  options={[{ id: NONE, label: '–' }, ...classes]}
                />
              )}
            />
          </FormWide>
          <FormWide>
            <Controller
              control={control}
              name="languages"
              render={({ field }) => <LanguageField value={field.value ?? []} onChange={field.onChange} />}
            />
          </FormWide>
        </FormGrid>
      </FormSection>
      <FormSection title={t('organisations.section.contact')} isDense>
        <FormGrid>
          {text('email', { type: 'email' })}
          {text('phone', { type: 'tel' })}
          {text('web')}
          {text('contactRole')}
          <FormWide>{text('streetAddress')}</FormWide>
          {text('postalCode')}
          {text('postOffice')}
        </FormGrid>
      </FormSection>
      <FormSection title={t('organisations.section.notes')} isDense>
        <FormGrid columns={1}>
          <Controller
            control={control}
            name="checkedOn"
            render={({ field, fieldState }) => (
              <DateField
                label={t(LABELS.checkedOn)}
                description={t('organisations.checkedOnHint')}
                value={field.value ?? null}
                onChange={field.onChange}
                error={fieldState.error?.message}
              />
            )}
          />
          <Controller
            control={control}
            name="notes"
            render={({ field, fieldState }) => (
              <TextArea
                label={t(LABELS.notes)}
                value={field.value ?? ''}
                onChange={field.onChange}
                onBlur={field.onBlur}
                inputRef={field.ref}
                error={fieldState.error?.message}
              />
            )}
          />
        </FormGrid>
      </FormSection>
      <FormActions>
        <Button variant="primary" type="submit" isPending={save.isPending}>
          {t('common.save')}
        </Button>
        <Button onPress={onCancel}>{t('common.cancel')}</Button>
      </FormActions>
    </Form>
  );
}

function BoundText({
  control,
  name,
  ...rest
}: { control: Control<OrganisationInput, unknown, OrganisationValues>; name: TextName; label: string } & {
  isRequired?: boolean;
  autoFocus?: boolean;
  description?: string;
  type?: 'email' | 'tel';
}) {
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <TextField
          {...rest}
          value={field.value ?? ''}
          onChange={(text) => field.onChange(text === '' && name !== 'nameFi' ? null : text)}
          onBlur={field.onBlur}
          inputRef={field.ref}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}

/** Why the backend did not save, and the way on. */
function Refusal({
  error,
  t,
  onOpen,
  onReload,
}: {
  error: ClientError | null;
  t: Translate;
  onOpen: (id: string) => void;
  onReload: (() => Promise<void>) | undefined;
}) {
  if (error?.code === 'CONFLICT' && onReload)
    return (
      <Banner
        tone="warning"
        isAlert
        title={t('organisations.conflictTitle')}
        actions={
          <Button size="s" icon="refresh" onPress={() => void onReload()}>
            {t('organisations.conflictReload')}
          </Button>
        }
      >
        {t('organisations.conflictBody')}
      </Banner>
    );
  if (error?.code !== 'DUPLICATE') return null;
  const { organisationId, name, value } = error.details;
  return (
    <Banner
      tone="warning"
      title={t('organisations.duplicateTitle')}
      actions={
        <Button size="s" onPress={() => onOpen(String(organisationId))}>
          {t('common.open')}
        </Button>
      }
    >
      {t('organisations.duplicateBody', { value: String(value), name: String(name) })}
    </Banner>
  );
}
