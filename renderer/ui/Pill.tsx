import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import styles from './Pill.module.css';

const cx = classes(styles);

export type Tone = 'neutral' | 'ok' | 'warning' | 'danger' | 'info';

/** A state in a word or two: `<Pill tone="ok">Tarkastettu</Pill>`. The words carry the meaning, the colour helps. */
export function Pill({
  tone = 'neutral',
  icon,
  children,
}: {
  tone?: Tone;
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <span className={cx('pill', tone)}>
      {icon && <Icon name={icon} size={14} />}
      {children}
    </span>
  );
}

/** A count beside a word. */
export function Badge({ children, isAccent = false }: { children: ReactNode; isAccent?: boolean }) {
  return <span className={cx('badge', isAccent && 'accent')}>{children}</span>;
}
