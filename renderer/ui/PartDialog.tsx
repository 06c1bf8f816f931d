import { useId, type ReactNode } from 'react';
import type { ClientError } from '../api/client-error.ts';
import { useText } from '../i18n/language.ts';
import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { Form } from './Form.tsx';

/** The frame of a small form of one part of something: what was refused stands on top, and nothing is lost. */
export function PartDialog({
  title,
  refusal,
  isPending,
  onSave,
  onClose,
  children,
  width = 'normal',
}: {
  title: string;
  refusal: ClientError | null;
  isPending: boolean;
  onSave: () => void;
  onClose: () => void;
  children: ReactNode;
  width?: 'normal' | 'wide';
}) {
  const t = useText();
  const formId = useId();
  return (
    <Dialog
      isOpen
      title={title}
      width={width}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={isPending}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <Form id={formId} label={title} onSubmit={onSave}>
        {refusal && (
          <Banner tone="danger" isAlert>
            {refusal.message}
          </Banner>
        )}
        {children}
      </Form>
    </Dialog>
  );
}

/** The sentence at a field, whatever path the backend gave it. */
export function fieldError(refusal: ClientError | null, field: string): string | undefined {
  return Object.entries(refusal?.fields ?? {}).find(
    ([path]) => path === field || path.endsWith(`.${field}`),
  )?.[1];
}
