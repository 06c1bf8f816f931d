import { useForm } from 'react-hook-form';
import type * as v from 'valibot';
import { boardInputSchema, type BoardInput } from '../../../db/model/board.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorSummary, Form } from '../../ui/Form.tsx';
import { schemaResolver, setFieldErrors } from '../../ui/form-errors.ts';
import { BOARD_LABELS, BoardFields, type BoardFieldName } from './BoardFields.tsx';
import { mayDiscard, sayProblem } from './problems.ts';

/** Name, region and appointment of the board. */
export function BoardSettingsDialog({ boardId, onClose }: { boardId: string; onClose: () => void }) {
  const { data } = useTopicQuery(['boards'], ['boards.get', boardId], () =>
    api.boards.get.query({ id: boardId }),
  );
  return data ? <Settings board={data} onClose={onClose} /> : null;
}

function Settings({ board, onClose }: { board: Outputs['boards']['get']; onClose: () => void }) {
  const t = useText();
  const { control, handleSubmit, formState, setError, setFocus } = useForm<
    BoardInput,
    unknown,
    v.InferOutput<typeof boardInputSchema>
  >({
    defaultValues: {
      nameFi: board.nameFi,
      nameSv: board.nameSv,
      nameEn: board.nameEn,
      shortName: board.shortName,
      regionCode: board.regionCode,
      appointedBy: board.appointedBy,
      appointmentDecision: board.appointmentDecision,
      meetingsPerYear: board.meetingsPerYear,
    },
    resolver: schemaResolver(boardInputSchema, sayProblem),
    shouldFocusError: false,
  });
  const { errors, isDirty, submitCount } = formState;
  const save = useMutationWithFeedback(
    (values: v.InferOutput<typeof boardInputSchema>) =>
      api.boards.update.mutate({ id: board.id, version: board.version, values }),
    {
      done: t('boards.settingsSaved'),
      onSuccess: onClose,
      onError: (error) => setFieldErrors(setError, error),
    },
  );
  const close = async (): Promise<void> => {
    if (await mayDiscard(isDirty)) onClose();
  };
  const problems = (Object.keys(BOARD_LABELS) as BoardFieldName[]).flatMap((name) => {
    const message = errors[name]?.message;
    return message ? [{ message: `${t(BOARD_LABELS[name])}: ${message}`, focus: () => setFocus(name) }] : [];
  });
  return (
    <Dialog
      isOpen
      onClose={() => void close()}
      width="wide"
      title={t('boards.settingsTitle')}
      actions={
        <>
          <Button onPress={() => void close()}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form="board" isPending={save.isPending}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <Form id="board" onSubmit={handleSubmit((values) => save.mutate(values))}>
        {submitCount > 0 && <ErrorSummary problems={problems} />}
        <BoardFields control={control} />
      </Form>
    </Dialog>
  );
}
