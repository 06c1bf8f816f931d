import { useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** Asks for the reason without which minutes do not go back. */
export function ReasonDialog({
  title,
  lead,
  onConfirm,
  onClose,
}: {
  title: string;
  lead: string;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}) {
  const t = useText();
  const [reason, setReason] = useState('');
  return (
    <Dialog
      isOpen
      width="narrow"
      title={title}
      lead={lead}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={reason.trim() === ''}
            onPress={() => {
              onConfirm(reason.trim());
              onClose();
            }}
          >
            {title}
          </Button>
        </>
      }
    >
      <TextField
        label={t('examination.reason')}
        value={reason}
        onChange={setReason}
        isRequired
        {...{ autoFocus: true }}
      />
    </Dialog>
  );
}
