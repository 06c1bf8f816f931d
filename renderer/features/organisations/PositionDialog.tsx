import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import * as v from 'valibot';
import { POSITION_ROLES, type PositionRole } from '../../../db/model/organisation.ts';
import { positionInputSchema, type PositionInput } from '../../../db/model/person.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormRow } from '../../ui/Form.tsx';
import { schemaResolver, setFieldErrors } from '../../ui/form-errors.ts';
import type { Option } from '../../ui/ListBox.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { findPersons } from './lists.ts';
import { sayProblem } from './problems.ts';
import type { Organisation } from './use-organisation.ts';

type Position = Organisation['positions'][number];

/** Who has a position in the organisation (sidonnaisuus). The person may be made on the spot. */
export function PositionDialog({
  organisationId,
  position,
  onClose,
}: {
  organisationId: string;
  position?: Position;
  onClose: () => void;
}) {
  const t = useText();
  const [person, setPerson] = useState<Option | null>(
    position ? { id: position.personId, label: position.personName } : null,
  );
  const { control, handleSubmit, setError, setValue } = useForm<
    PositionInput,
    unknown,
    v.InferOutput<typeof positionInputSchema>
  >({
    defaultValues: {
      personId: position?.personId ?? '',
      organisationId,
      role: position?.role ?? 'board_member',
      title: position?.title ?? null,
      startsOn: position?.startsOn ?? null,
      endsOn: position?.endsOn ?? null,
    },
    resolver: schemaResolver(positionInputSchema, sayProblem),
  });
  const save = useMutationWithFeedback(
    async (values: v.InferOutput<typeof positionInputSchema>) => {
      if (position) await api.persons.updatePosition.mutate({ id: position.id, values });
      else await api.persons.addPosition.mutate(values);
    },
    {
      done: t('organisations.positionSaved'),
      onSuccess: onClose,
      onError: (error) => setFieldErrors(setError, error),
    },
  );
  const createPerson = useMutationWithFeedback(
    (name: string) => api.persons.create.mutate({ name, shortName: null, email: null, phone: null }),
    {
      onSuccess: ({ id }, name) => {
        setPerson({ id, label: name });
        setValue('personId', id, { shouldDirty: true, shouldValidate: true });
      },
    },
  );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(position ? 'organisations.positionEdit' : 'organisations.positionAdd')}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form="position" isPending={save.isPending}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <Form id="position" onSubmit={handleSubmit((values) => save.mutate(values))}>
        <Controller
          control={control}
          name="personId"
          render={({ field, fieldState }) => (
            <ComboBox
              label={t('organisations.person')}
              value={person}
              onChange={(option) => {
                setPerson(option);
                field.onChange(option?.id ?? '');
              }}
              load={findPersons}
              onCreate={(name) => createPerson.mutate(name)}
              createLabel={(name) => t('organisations.personCreate', { name })}
              placeholder={t('organisations.personPlaceholder')}
              error={fieldState.error?.message}
              isRequired
              {...(position ? {} : { autoFocus: true })}
            />
          )}
        />
        <FormRow>
          <Controller
            control={control}
            name="role"
            render={({ field }) => (
              <Select<PositionRole>
                label={t('organisations.positionRole')}
                width="m"
                value={field.value}
                onChange={field.onChange}
                options={POSITION_ROLES.map((id) => ({ id, label: t(`organisations.role.${id}`) }))}
              />
            )}
          />
          <Controller
            control={control}
            name="title"
            render={({ field, fieldState }) => (
              <TextField
                label={t('organisations.positionTitle')}
                width="m"
                value={field.value ?? ''}
                onChange={(text) => field.onChange(text === '' ? null : text)}
                inputRef={field.ref}
                error={fieldState.error?.message}
              />
            )}
          />
        </FormRow>
        <FormRow>
          {(['startsOn', 'endsOn'] as const).map((name) => (
            <Controller
              key={name}
              control={control}
              name={name}
              render={({ field, fieldState }) => (
                <DateField
                  label={t(
                    name === 'startsOn' ? 'organisations.positionStarts' : 'organisations.positionEnds',
                  )}
                  value={field.value ?? null}
                  onChange={field.onChange}
                  error={fieldState.error?.message}
                />
              )}
            />
          ))}
        </FormRow>
      </Form>
    </Dialog>
  );
}
