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
import { TextField } from '../../ui/TextField.tsx';

/** Who has checked a text, and when. */
export function CheckDialog({ textId, onClose }: { textId: string; onClose: () => void }) {
  const t = useText();
  const formId = useId();
  const [checkedBy, setBy] = useState('');
  const [checkedOn, setOn] = useState<string | null>(todayIso());
  const check = useFormWrite(
    () => api.bulletins.check.mutate({ textId, checkedBy, checkedOn: checkedOn ?? '' }),
    {
      done: t('bulletins.checked'),
      onSuccess: onClose,
    },
  );
  const { refusal } = check;
  return (
    <Dialog
      isOpen
      width="narrow"
      title={t('bulletins.checkTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={check.isPending}>
            {t('bulletins.check')}
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={() => check.mutate(undefined)}>
        {refusal && (
          <Banner tone="danger" isAlert>
            {refusal.message}
          </Banner>
        )}
        <TextField
          label={t('bulletins.checkWho')}
          description={t('bulletins.checkWhoNote')}
          isRequired
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog begins at its first field
          autoFocus
          maxLength={200}
          value={checkedBy}
          onChange={setBy}
          error={refusal?.fields?.['checkedBy']}
        />
        <DateField
          label={t('bulletins.checkWhen')}
          isRequired
          width="s"
          value={checkedOn}
          onChange={setOn}
          error={refusal?.fields?.['checkedOn']}
        />
      </Form>
    </Dialog>
  );
}
