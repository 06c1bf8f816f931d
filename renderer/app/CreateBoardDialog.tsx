import { useForm, Controller } from 'react-hook-form';
import * as v from 'valibot';
import { boardCreateSchema } from '../../db/model/board.ts';
import { DEFAULT_RULES } from '../../db/model/rules.ts';
import { api } from '../api/client.ts';
import { useMutationWithFeedback } from '../api/mutations.ts';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/Button.tsx';
import { DateField } from '../ui/DateField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorSummary, Form, FormRow } from '../ui/Form.tsx';
import { schemaResolver, setFieldErrors } from '../ui/form-errors.ts';
import { NumberField } from '../ui/NumberField.tsx';
import { TextField } from '../ui/TextField.tsx';

const schema = boardCreateSchema;
type Input = v.InferInput<typeof schema>;

/** A council term is four years, from the beginning of a year. */
function nextTerm(today = new Date()): { startsOn: string; endsOn: string } {
  const year = today.getFullYear();
  return { startsOn: `${year}-01-01`, endsOn: `${year + 3}-12-31` };
}

/** The least that a board needs; the rest is filled in on its own screens. */
export default function CreateBoardDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { control, handleSubmit, formState, setError, setFocus } = useForm<
    Input,
    unknown,
    v.InferOutput<typeof schema>
  >({
    defaultValues: {
      board: { nameFi: '', shortName: '' },
      term: nextTerm(),
      seats: 16,
      rules: DEFAULT_RULES,
    },
    resolver: schemaResolver(schema, ({ message, path }) =>
      message === 'required' || path?.at(-1)?.key === 'startsOn' || path?.at(-1)?.key === 'seats'
        ? t('common.field.required')
        : t('common.field.invalid'),
    ),
  });
  const create = useMutationWithFeedback(api.boards.create.mutate, {
    onSuccess: onClose,
    onError: (error) => setFieldErrors(setError, error),
  });
  const { errors } = formState;
  const problems = [
    { label: t('shell.create.name'), error: errors.board?.nameFi, name: 'board.nameFi' as const },
    { label: t('shell.create.shortName'), error: errors.board?.shortName, name: 'board.shortName' as const },
    { label: t('shell.create.seats'), error: errors.seats, name: 'seats' as const },
    { label: t('shell.create.termStart'), error: errors.term?.startsOn, name: 'term.startsOn' as const },
    { label: t('shell.create.termEnd'), error: errors.term?.endsOn, name: 'term.endsOn' as const },
  ].flatMap(({ label, error, name }) =>
    error ? [{ message: `${label}: ${error.message ?? ''}`, focus: () => setFocus(name) }] : [],
  );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('shell.create.title')}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form="create-board" isPending={create.isPending}>
            {t('shell.welcome.create')}
          </Button>
        </>
      }
    >
      <Form id="create-board" onSubmit={handleSubmit((input) => create.mutate(input))}>
        {formState.submitCount > 0 && <ErrorSummary problems={problems} />}
        <Controller
          control={control}
          name="board.nameFi"
          render={({ field, fieldState }) => (
            <TextField
              label={t('shell.create.name')}
              description={t('shell.create.nameHint')}
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              inputRef={field.ref}
              error={fieldState.error?.message}
              isRequired
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to be filled in
              autoFocus
            />
          )}
        />
        <FormRow>
          <Controller
            control={control}
            name="board.shortName"
            render={({ field, fieldState }) => (
              <TextField
                label={t('shell.create.shortName')}
                description={t('shell.create.shortNameHint')}
                width="m"
                value={field.value}
                onChange={field.onChange}
                onBlur={field.onBlur}
                inputRef={field.ref}
                error={fieldState.error?.message}
                isRequired
              />
            )}
          />
          <Controller
            control={control}
            name="seats"
            render={({ field, fieldState }) => (
              <NumberField
                label={t('shell.create.seats')}
                value={Number.isFinite(field.value) ? field.value : null}
                onChange={field.onChange}
                onBlur={field.onBlur}
                minValue={1}
                maxValue={200}
                error={fieldState.error?.message}
                isRequired
              />
            )}
          />
        </FormRow>
        <FormRow>
          {(['startsOn', 'endsOn'] as const).map((name) => (
            <Controller
              key={name}
              control={control}
              name={`term.${name}`}
              render={({ field, fieldState }) => (
                <DateField
                  label={t(name === 'startsOn' ? 'shell.create.termStart' : 'shell.create.termEnd')}
                  value={field.value}
                  onChange={(date) => field.onChange(date ?? '')}
                  error={fieldState.error?.message}
                  isRequired
                />
              )}
            />
          ))}
        </FormRow>
      </Form>
    </Dialog>
  );
}
