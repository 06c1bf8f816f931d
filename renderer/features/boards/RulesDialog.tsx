import { useForm, useWatch } from 'react-hook-form';
import * as v from 'valibot';
import { isoDateSchema } from '../../../db/model/dates.ts';
import { ruleProfileSchema, type RuleProfile } from '../../../db/model/rules.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorSummary, Form } from '../../ui/Form.tsx';
import { schemaResolver, setFieldErrors } from '../../ui/form-errors.ts';
import { mayDiscard, sayProblem } from './problems.ts';
import { RuleFields } from './RuleFields.tsx';
import type { Composition } from './use-boards.ts';

const schema = v.object({ validFrom: isoDateSchema, rules: ruleProfileSchema });
export type RulesInput = v.InferInput<typeof schema>;

/** The rules of the board (sääntöprofiili), in force from a day on. */
export function RulesDialog({ composition, onClose }: { composition: Composition; onClose: () => void }) {
  const t = useText();
  const { control, handleSubmit, formState, setError } = useForm<
    RulesInput,
    unknown,
    { validFrom: string; rules: RuleProfile }
  >({
    defaultValues: { validFrom: composition.date, rules: composition.rules },
    resolver: schemaResolver(schema, sayProblem),
  });
  const quorumKind = useWatch({ control, name: 'rules.quorum.kind' });
  const { errors, isDirty, submitCount } = formState;
  const save = useMutationWithFeedback(
    (values: { validFrom: string; rules: RuleProfile }) =>
      api.boards.saveRules.mutate({ boardId: composition.board.id, ...values }),
    {
      done: t('boards.rulesSaved'),
      onSuccess: onClose,
      onError: (error) => setFieldErrors(setError, error),
    },
  );
  const close = async (): Promise<void> => {
    if (await mayDiscard(isDirty)) onClose();
  };
  const problems = messagesOf(errors).map((message) => ({ message }));
  return (
    <Dialog
      isOpen
      onClose={() => void close()}
      width="wide"
      title={t('boards.rulesTitle')}
      lead={t('boards.rulesLead')}
      actions={
        <>
          <Button onPress={() => void close()}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form="rules" isPending={save.isPending}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <Form id="rules" onSubmit={handleSubmit((values) => save.mutate(values))}>
        {submitCount > 0 && <ErrorSummary problems={problems} />}
        <RuleFields control={control} quorumKind={quorumKind} />
      </Form>
    </Dialog>
  );
}

/** Every message in a tree of errors, once. */
function messagesOf(errors: object): string[] {
  const found = new Set<string>();
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null || node instanceof Element) return;
    const { message } = node as { message?: unknown };
    if (typeof message === 'string') found.add(message);
    else for (const child of Object.values(node)) walk(child);
  };
  walk(errors);
  return [...found];
}
