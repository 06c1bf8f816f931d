import { useState } from 'react';
import { useText } from '../i18n/language.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { TextField } from './TextField.tsx';

/** Asks for the reason without which something is not taken back. */
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
        label={t('common.reason')}
        value={reason}
        onChange={setReason}
        isRequired
        {...{ autoFocus: true }}
      />
    </Dialog>
  );
}
