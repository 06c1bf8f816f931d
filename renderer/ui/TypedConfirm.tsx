import { useState } from 'react';
import { useText } from '../i18n/language.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { TextField } from './TextField.tsx';

/** A large change is confirmed by typing how many rows it changes. */
export function TypedConfirm(props: {
  title: string;
  lead: string;
  label: string;
  expected: string;
  action: string;
  onClose: () => void;
  onConfirm: (typed: string) => void;
}) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const isRight = typed.replace(/\s/g, '') === props.expected;
  return (
    <Dialog
      isOpen
      role="alertdialog"
      width="narrow"
      title={props.title}
      lead={props.lead}
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{t('common.cancel')}</Button>
          <Button variant="dangerSolid" isDisabled={!isRight} onPress={() => props.onConfirm(typed)}>
            {props.action}
          </Button>
        </>
      }
    >
      <TextField label={props.label} value={typed} onChange={setTyped} />
    </Dialog>
  );
}
