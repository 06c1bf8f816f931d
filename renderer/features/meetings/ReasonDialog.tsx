import { useId, useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import { TextArea } from '../../ui/TextField.tsx';

/** Asks for the reason of something that others will ask about. */
export function ReasonDialog({
  title,
  lead,
  label,
  missing,
  confirmLabel,
  cancelLabel,
  isOptional = false,
  isPending,
  onConfirm,
  onClose,
}: {
  title: string;
  lead?: string;
  label: string;
  /** What is said when it is left empty. */
  missing: string;
  confirmLabel: string;
  cancelLabel?: string;
  isOptional?: boolean;
  isPending: boolean;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}) {
  const t = useText();
  const formId = useId();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | undefined>();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      lead={lead}
      actions={
        <>
          <Button onPress={onClose}>{cancelLabel ?? t('common.cancel')}</Button>
          <Button variant="dangerSolid" type="submit" form={formId} isPending={isPending}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <Form
        id={formId}
        label={title}
        onSubmit={() => {
          if (reason.trim() === '' && !isOptional) setError(missing);
          else if (!isPending) onConfirm(reason.trim());
        }}
      >
        <TextArea
          label={label}
          rows={3}
          maxLength={500}
          isRequired={!isOptional}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog begins at its first field
          autoFocus
          value={reason}
          onChange={(text) => {
            setReason(text);
            setError(undefined);
          }}
          error={error}
        />
      </Form>
    </Dialog>
  );
}
