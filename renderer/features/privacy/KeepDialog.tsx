import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** A later day for contact data that is still needed, with the reason. */
export function KeepDialog(props: {
  personId: string;
  name: string;
  until: string | null;
  reason: string;
  onClose: () => void;
}) {
  const t = useText();
  const [until, setUntil] = useState(props.until);
  const [reason, setReason] = useState(props.reason);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const keep = useMutationWithFeedback(
    () => api.privacy.keepLonger.mutate({ personId: props.personId, until, reason }),
    {
      done: t('privacy.kept'),
      undo: () =>
        api.privacy.keepLonger.mutate({ personId: props.personId, until: props.until, reason: props.reason }),
      onSuccess: props.onClose,
      onError: ({ fields }) => {
        setErrors(fields);
        return Object.keys(fields).length > 0;
      },
    },
  );
  return (
    <Dialog
      isOpen
      width="narrow"
      title={t('privacy.keepTitle', { name: props.name })}
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form="keep" variant="primary" isPending={keep.isPending}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <Form id="keep" onSubmit={() => keep.mutate(undefined)}>
        <DateField
          label={t('privacy.keepUntil')}
          description={t('privacy.keepUntilHint')}
          value={until}
          onChange={setUntil}
          error={errors['until']}
          {...{ autoFocus: true }}
        />
        <TextField
          label={t('privacy.keepReason')}
          value={reason}
          onChange={setReason}
          error={errors['reason']}
        />
      </Form>
    </Dialog>
  );
}
