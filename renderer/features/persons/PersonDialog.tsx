import { Controller, useForm } from 'react-hook-form';
import { LANGUAGES } from '../../../db/model/language.ts';
import { personInputSchema, type PersonInput } from '../../../db/model/person.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { confirm } from '../../ui/confirm.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormGrid, FormWide } from '../../ui/Form.tsx';
import { schemaResolver, setFieldErrors } from '../../ui/form-errors.ts';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';

/** A person's own data: only what the work needs; never origin, health or faith. */
export function PersonDialog({
  person,
  onClose,
}: {
  person: Outputs['persons']['get'];
  onClose: () => void;
}) {
  const t = useText();
  const { name, shortName, email, phone, language, notes } = person;
  const { control, handleSubmit, setError, formState } = useForm<PersonInput>({
    defaultValues: { name, shortName, email, phone, language, notes },
    resolver: schemaResolver(personInputSchema, (issue) =>
      t(
        issue.message === 'email_form'
          ? 'boards.problem.email_form'
          : issue.message === 'too_long'
            ? 'boards.problem.too_long'
            : 'common.field.required',
      ),
    ),
  });
  const save = useMutationWithFeedback(
    (values: PersonInput) => api.persons.update.mutate({ id: person.id, version: person.version, values }),
    { done: t('persons.saved'), onSuccess: onClose, onError: (error) => setFieldErrors(setError, error) },
  );
  const { isDirty } = formState;
  const close = async (): Promise<void> => {
    const mayClose =
      !isDirty ||
      (await confirm({
        title: t('boards.discardTitle'),
        body: t('boards.discardBody'),
        confirmLabel: t('boards.discard'),
        cancelLabel: t('boards.keepEditing'),
        isDangerous: true,
      }));
    if (mayClose) onClose();
  };
  const text = (field: 'name' | 'shortName' | 'email' | 'phone', label: string) => (
    <Controller
      control={control}
      name={field}
      render={({ field: bound, fieldState }) => (
        <TextField
          label={label}
          type={field === 'email' ? 'email' : field === 'phone' ? 'tel' : 'text'}
          value={bound.value ?? ''}
          onChange={bound.onChange}
          onBlur={bound.onBlur}
          inputRef={bound.ref}
          error={fieldState.error?.message}
          isRequired={field === 'name'}
        />
      )}
    />
  );
  return (
    <Dialog
      isOpen
      onClose={() => void close()}
      title={t('persons.edit')}
      lead={t('persons.editHint')}
      actions={
        <>
          <Button onPress={() => void close()}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form="person" isPending={save.isPending}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <Form id="person" onSubmit={handleSubmit((values) => save.mutate(values))}>
        <FormGrid>
          {text('name', t('common.name'))}
          {text('shortName', t('writing.person.shortName'))}
          {text('email', t('common.email'))}
          {text('phone', t('common.phone'))}
          <Controller
            control={control}
            name="language"
            render={({ field }) => (
              <Select
                label={t('writing.person.language')}
                value={field.value ?? 'fi'}
                onChange={field.onChange}
                options={LANGUAGES.map((id) => ({ id, label: t(`common.language.${id}`) }))}
              />
            )}
          />
          <FormWide>
            <Controller
              control={control}
              name="notes"
              render={({ field, fieldState }) => (
                <TextArea
                  label={t('common.notes')}
                  value={field.value ?? ''}
                  onChange={field.onChange}
                  onBlur={field.onBlur}
                  inputRef={field.ref}
                  error={fieldState.error?.message}
                />
              )}
            />
          </FormWide>
        </FormGrid>
      </Form>
    </Dialog>
  );
}
