import { Controller, useForm } from 'react-hook-form';
import type * as v from 'valibot';
import { boardCreateSchema, type BoardCreate } from '../../../db/model/board.ts';
import { DEFAULT_RULES } from '../../../db/model/rules.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { ErrorSummary, Form, FormActions, FormSection } from '../../ui/Form.tsx';
import { schemaResolver, setFieldErrors } from '../../ui/form-errors.ts';
import { resetNavigation } from '../../ui/navigation.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { Page } from '../../ui/Page.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { BOARD_LABELS, BoardFields, type BoardFieldName } from './BoardFields.tsx';
import styles from './Boards.module.css';
import { sayProblem } from './problems.ts';
import { TermFields } from './TermFields.tsx';

const cx = classes(styles);

/** A term is four years, like that of the councils. */
function proposedTerm(now = new Date()): { startsOn: string; endsOn: string; basis: string } {
  const year = now.getFullYear();
  return { startsOn: `${year}-01-01`, endsOn: `${year + 3}-12-31`, basis: '' };
}

/** The first thing that a new file needs: the board, its first term and its seats. Leads to the composition. */
export default function CreateBoardScreen({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { control, handleSubmit, formState, setError, setFocus } = useForm<
    BoardCreate,
    unknown,
    v.InferOutput<typeof boardCreateSchema>
  >({
    defaultValues: {
      board: {
        nameFi: '',
        nameSv: null,
        nameEn: null,
        shortName: '',
        regionCode: null,
        appointedBy: '',
        appointmentDecision: '',
        meetingsPerYear: '',
      },
      term: proposedTerm(),
      seats: 16,
      rules: DEFAULT_RULES,
    },
    resolver: schemaResolver(boardCreateSchema, sayProblem),
    shouldFocusError: false,
  });
  const { errors, submitCount } = formState;
  const create = useMutationWithFeedback(api.boards.create.mutate, {
    done: (_created, { board }) => t('boards.created', { name: board.nameFi }),
    onSuccess: () => {
      onClose();
      resetNavigation({ name: 'boards' });
    },
    onError: (error) => setFieldErrors(setError, error),
  });
  const problems = [
    ...(Object.keys(BOARD_LABELS) as BoardFieldName[]).map((name) => ({
      label: t(BOARD_LABELS[name]),
      message: errors.board?.[name]?.message,
      name: `board.${name}` as const,
    })),
    {
      label: t('boards.termStarts'),
      message: errors.term?.startsOn?.message,
      name: 'term.startsOn' as const,
    },
    { label: t('boards.termEnds'), message: errors.term?.endsOn?.message, name: 'term.endsOn' as const },
    { label: t('boards.seatCount'), message: errors.seats?.message, name: 'seats' as const },
  ].flatMap(({ label, message, name }) =>
    message ? [{ message: `${label}: ${message}`, focus: () => setFocus(name) }] : [],
  );
  return (
    <main className={cx('wizard')}>
      <Page title={t('boards.createTitle')} layout="narrow">
        <Form
          id="create-board"
          label={t('boards.createTitle')}
          onSubmit={handleSubmit((input) => create.mutate(input))}
        >
          {submitCount > 0 && <ErrorSummary problems={problems} />}
          <FormSection title={t('boards.settings')}>
            <BoardFields control={control} prefix="board." />
          </FormSection>
          <FormSection title={t('boards.term')}>
            <div className={cx('stack')}>
              <TermFields control={control} names={{ startsOn: 'term.startsOn', endsOn: 'term.endsOn' }} />
              <Controller
                control={control}
                name="term.basis"
                render={({ field, fieldState }) => (
                  <TextField
                    label={t('boards.termBasis')}
                    description={t('boards.termBasisHint')}
                    width="m"
                    value={field.value ?? ''}
                    onChange={field.onChange}
                    inputRef={field.ref}
                    error={fieldState.error?.message}
                  />
                )}
              />
              <Controller
                control={control}
                name="seats"
                render={({ field, fieldState }) => (
                  <NumberField
                    label={t('boards.seatCount')}
                    description={t('boards.seatCountHint')}
                    value={typeof field.value === 'number' ? field.value : null}
                    onChange={field.onChange}
                    onBlur={field.onBlur}
                    error={fieldState.error?.message}
                    isRequired
                  />
                )}
              />
            </div>
          </FormSection>
          <FormSection title={t('boards.rules')}>
            <Banner>{t('boards.createRulesHint')}</Banner>
          </FormSection>
          <FormActions>
            <Button variant="primary" type="submit" isPending={create.isPending}>
              {t('boards.create')}
            </Button>
            <Button onPress={onClose}>{t('common.cancel')}</Button>
          </FormActions>
        </Form>
      </Page>
    </main>
  );
}
