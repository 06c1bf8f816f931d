import { Controller, useForm } from 'react-hook-form';
import { addDays } from '../../../db/model/dates.ts';
import { termInputSchema, type TermInput } from '../../../db/model/board.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import { schemaResolver, setFieldErrors } from '../../ui/form-errors.ts';
import { TextField } from '../../ui/TextField.tsx';
import { sayProblem } from './problems.ts';
import { TermFields } from './TermFields.tsx';
import type { Composition } from './use-boards.ts';

/** A new term (toimikausi) after the last one, or the days and the basis of one that is there. */
export function TermDialog({
  composition,
  term,
  onClose,
}: {
  composition: Composition;
  /** The term that is edited; null: a new one. */
  term: Composition['term'];
  onClose: () => void;
}) {
  const t = useText();
  const last = composition.terms.at(-1);
  const startsOn = last ? addDays(last.endsOn, 1) : composition.date;
  const { control, handleSubmit, setError } = useForm<TermInput>({
    defaultValues: term ?? {
      startsOn,
      endsOn: addDays(`${Number(startsOn.slice(0, 4)) + 4}${startsOn.slice(4)}`, -1),
      basis: '',
    },
    resolver: schemaResolver(termInputSchema, sayProblem),
  });
  const save = useMutationWithFeedback(
    async (values: TermInput) => {
      if (term === null) await api.boards.addTerm.mutate({ boardId: composition.board.id, values });
      else await api.boards.updateTerm.mutate({ id: term.id, values });
    },
    {
      done: t('boards.termSaved'),
      onSuccess: onClose,
      onError: (error) => setFieldErrors(setError, error),
    },
  );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(term === null ? 'boards.termNew' : 'boards.termEdit')}
      lead={t(term === null ? 'boards.termNewHint' : 'boards.termEditHint')}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form="term" isPending={save.isPending}>
            {t(term === null ? 'common.create' : 'common.save')}
          </Button>
        </>
      }
    >
      <Form id="term" onSubmit={handleSubmit((values) => save.mutate(values))}>
        <TermFields control={control} names={{ startsOn: 'startsOn', endsOn: 'endsOn' }} />
        <Controller
          control={control}
          name="basis"
          render={({ field, fieldState }) => (
            <TextField
              label={t('boards.termBasis')}
              description={t('boards.termBasisHint')}
              value={field.value ?? ''}
              onChange={field.onChange}
              inputRef={field.ref}
              error={fieldState.error?.message}
            />
          )}
        />
      </Form>
    </Dialog>
  );
}
