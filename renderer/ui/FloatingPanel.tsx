import type { ReactElement, ReactNode } from 'react';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { classes } from './classes.ts';
import styles from './FloatingPanel.module.css';

const cx = classes(styles);

/**
 * Controls that open beside a button: the focus goes in, Escape and a press beside close and give it back. Something
 * inside takes the focus by itself.
 */
export function FloatingPanel({
  label,
  trigger,
  isOpen,
  onOpenChange,
  children,
}: {
  /** Accessible name of what opens. */
  label: string;
  /** The button. */
  trigger: ReactElement;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  children: ReactNode;
}) {
  return (
    <DialogTrigger
      {...(isOpen === undefined ? {} : { isOpen })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      {trigger}
      <Popover className={cx('panel')} placement="bottom start" offset={4} aria-label={label}>
        <div className={cx('body')}>{children}</div>
      </Popover>
    </DialogTrigger>
  );
}
