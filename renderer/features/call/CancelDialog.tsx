import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** Cancels the meeting (peruuttaminen), with the reason that the notice of it tells. */
export function CancelDialog({ meetingId, onClose }: { meetingId: string; onClose: () => void }) {
  const t = useText();
  const [reason, setReason] = useState('');
  const cancel = useMutationWithFeedback(api.calls.cancel.mutate, {
    done: t('call.cancelled'),
    onSuccess: onClose,
  });
  return (
    <Dialog
      isOpen
      width="narrow"
      title={t('call.cancelTitle')}
      lead={t('call.cancelLead')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.close')}</Button>
          <Button
            variant="dangerSolid"
            isPending={cancel.isPending}
            isDisabled={reason.trim() === ''}
            onPress={() => cancel.mutate({ meetingId, reason })}
          >
            {t('call.cancelTitle')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('call.cancelReason')}
        value={reason}
        onChange={setReason}
        isRequired
        {...{ autoFocus: true }}
      />
    </Dialog>
  );
}
