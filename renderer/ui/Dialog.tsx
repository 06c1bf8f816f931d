import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useText } from '../i18n/language.ts';
import { IconButton } from './Button.tsx';
import { classes } from './classes.ts';
import styles from './Dialog.module.css';

const cx = classes(styles);

export interface DialogProps {
  title: string;
  /** A sentence under the title. */
  lead?: ReactNode;
  isOpen: boolean;
  /** Escape, the cross, a press beside the dialog. */
  onClose: () => void;
  children?: ReactNode;
  /** Buttons, the primary one last. Inside a form dialog give them `form="<id>"`. */
  actions?: ReactNode;
  /** At the left end of the foot, e.g. a save state. */
  aside?: ReactNode;
  /** `full` has the height of the window, for what is read or looked at. */
  width?: 'narrow' | 'normal' | 'wide' | 'full';
  /** An alert asks and is not closed by a press beside it. */
  role?: 'dialog' | 'alertdialog';
}

/** A modal dialog. Keeps focus inside and gives it back. */
export function Dialog(props: DialogProps) {
  const { title, lead, isOpen, onClose, children, actions, aside, width = 'normal', role = 'dialog' } = props;
  const t = useText();
  return (
    <ModalOverlay
      className={cx('scrim')}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={role === 'dialog'}
    >
      <Modal className={cx('modal', width !== 'normal' && width)}>
        <AriaDialog className={cx('dialog')} role={role}>
          <div className={cx('head')}>
            <Heading slot="title" className={cx('title')}>
              {title}
            </Heading>
            {role === 'dialog' && (
              <IconButton icon="close" label={t('common.close')} size="s" onPress={onClose} />
            )}
          </div>
          {(lead !== undefined || children !== undefined) && (
            <div className={cx('body')}>
              {lead !== undefined && <div className={cx('lead')}>{lead}</div>}
              {children}
            </div>
          )}
          {actions !== undefined && (
            <div className={cx('foot')}>
              {aside !== undefined && <div className={cx('spring')}>{aside}</div>}
              {actions}
            </div>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
