import { useId, useState } from 'react';
import { api } from '../../api/client.ts';
import { useFormWrite } from '../../api/mutations.ts';
import { todayIso } from '../../api/today.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import { TextArea } from '../../ui/TextField.tsx';

/** A row of the plan was done by hand: when, and what was done. */
export function PlanDoneDialog({
  id,
  outcome: known,
  onClose,
}: {
  id: string;
  outcome: string;
  onClose: () => void;
}) {
  const t = useText();
  const formId = useId();
  const [doneOn, setOn] = useState<string | null>(todayIso());
  const [outcome, setOutcome] = useState(known);
  const note = useFormWrite(() => api.communication.noteDone.mutate({ id, doneOn: doneOn ?? '', outcome }), {
    done: t('communication.noted'),
    onSuccess: onClose,
  });
  const { refusal } = note;
  return (
    <Dialog
      isOpen
      width="narrow"
      title={t('communication.markDoneTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={note.isPending}>
            {t('communication.markDone')}
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={() => note.mutate(undefined)}>
        {refusal && (
          <Banner tone="danger" isAlert>
            {refusal.message}
          </Banner>
        )}
        <DateField
          label={t('communication.doneDate')}
          isRequired
          width="s"
          value={doneOn}
          onChange={setOn}
          error={refusal?.fields?.['doneOn']}
        />
        <TextArea label={t('communication.outcome')} value={outcome} onChange={setOutcome} />
      </Form>
    </Dialog>
  );
}
