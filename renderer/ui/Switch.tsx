import type { ReactNode } from 'react';
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components/Switch';
import styles from './Choice.module.css';
import { classes } from './classes.ts';

const cx = classes(styles);

export interface SwitchProps extends Omit<AriaSwitchProps, 'className' | 'style' | 'children'> {
  children: ReactNode;
  detail?: ReactNode;
}

/** A setting that takes effect at once. */
export function Switch({ children, detail, ...rest }: SwitchProps) {
  return (
    <AriaSwitch {...rest} className={cx('choice')}>
      <span className={cx('track')}>
        <span className={cx('thumb')} />
      </span>
      <span>
        {children}
        {detail && <span className={cx('detail')}>{detail}</span>}
      </span>
    </AriaSwitch>
  );
}
