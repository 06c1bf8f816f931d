import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './EmptyState.module.css';

const cx = classes(styles);

/** Where there is nothing yet: what will be here, and the button that begins it. */
export function EmptyState({
  title,
  children,
  actions,
}: {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className={cx('empty')}>
      <p className={cx('title')}>{title}</p>
      {children && <div className={cx('body')}>{children}</div>}
      {actions && <div className={cx('actions')}>{actions}</div>}
    </div>
  );
}
