import { useEffect } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import * as v from 'valibot';
import { isoDateSchema } from '../../../db/model/dates.ts';
import { ruleProfileSchema } from '../../../db/model/rules.ts';
import { api } from '../../api/client.ts';
import type { ClientError } from '../../api/client-error.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorSummary, Form } from '../../ui/Form.tsx';
import { schemaResolver, setFieldErrors } from '../../ui/form-errors.ts';
import { showToast } from '../../ui/toasts.ts';
import { mayDiscard, sayProblem } from './problems.ts';
import { RuleFields } from './RuleFields.tsx';
import type { Composition } from './use-boards.ts';

const schema = v.object({ validFrom: isoDateSchema, rules: ruleProfileSchema });
export type RulesInput = v.InferInput<typeof schema>;
type RulesValues = v.InferOutput<typeof schema>;

/** The rules of the board (sääntöprofiili), in force from a day on. */
export function RulesDialog({ composition, onClose }: { composition: Composition; onClose: () => void }) {
  const t = useText();
  const save = useMutationWithFeedback(
    (values: RulesValues) => api.boards.saveRules.mutate({ boardId: composition.board.id, ...values }),
    { done: t('boards.rulesSaved'), onSuccess: onClose, onError: () => true },
  );
  return (
    <RulesEditor
      initial={{ validFrom: composition.date, rules: composition.rules }}
      lead={t('boards.rulesLead')}
      isPending={save.isPending}
      error={save.error}
      onSave={save.mutate}
      onClose={onClose}
    />
  );
}

/** The form of the rules; what becomes of them is its caller's. */
export function RulesEditor({
  initial,
  lead,
  isPending = false,
  error = null,
  onSave,
  onClose,
}: {
  initial: RulesInput;
  lead: string;
  isPending?: boolean;
  /** Why saving was refused. */
  error?: ClientError | null;
  onSave: (values: RulesValues) => void;
  onClose: () => void;
}) {
  const t = useText();
  const { control, handleSubmit, formState, setError } = useForm<RulesInput, unknown, RulesValues>({
    defaultValues: initial,
    resolver: schemaResolver(schema, sayProblem),
  });
  useEffect(() => {
    if (error !== null && !setFieldErrors(setError, error))
      showToast({ kind: 'failed', message: error.message });
  }, [error, setError]);
  const quorumKind = useWatch({ control, name: 'rules.quorum.kind' });
  const { errors, isDirty, submitCount } = formState;
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
      lead={lead}
      actions={
        <>
          <Button onPress={() => void close()}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form="rules" isPending={isPending}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <Form id="rules" onSubmit={handleSubmit((values) => onSave(values))}>
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
