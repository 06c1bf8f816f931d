import type { ReactNode } from 'react';
import styles from './Banner.module.css';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';

const cx = classes(styles);

export interface BannerProps {
  tone?: 'info' | 'ok' | 'warning' | 'danger';
  title?: string;
  children?: ReactNode;
  /** Small buttons at the right. */
  actions?: ReactNode;
  /** Across the whole width, without a frame: under the top bar. */
  isEdge?: boolean;
  /** Told at once when it appears; for something that went wrong. */
  isAlert?: boolean;
}

/** Something to know about what is below it. */
export function Banner({
  tone = 'info',
  title,
  children,
  actions,
  isEdge = false,
  isAlert = false,
}: BannerProps) {
  const icon = tone === 'ok' ? 'done' : tone === 'danger' ? 'error' : tone;
  return (
    <div className={cx('banner', tone, isEdge && 'edge')} {...(isAlert ? { role: 'alert' } : {})}>
      <span className={cx('icon')}>
        <Icon name={icon} />
      </span>
      <div className={cx('words')}>
        {title && <div className={cx('title')}>{title}</div>}
        {children}
      </div>
      {actions && <div className={cx('actions')}>{actions}</div>}
    </div>
  );
}
