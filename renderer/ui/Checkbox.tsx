import type { ReactNode } from 'react';
import {
  Checkbox as AriaCheckbox,
  type CheckboxProps as AriaCheckboxProps,
} from 'react-aria-components/Checkbox';
import styles from './Choice.module.css';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';

const cx = classes(styles);

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'className' | 'style' | 'children'> {
  children: ReactNode;
  /** A line under the words. */
  detail?: ReactNode;
}

/** Yes or no about one thing. `isSelected` and `onChange(isSelected)`. */
export function Checkbox({ children, detail, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className={cx('choice')}>
      {({ isIndeterminate }) => (
        <>
          <span className={cx('box')}>
            <Icon name={isIndeterminate ? 'minus' : 'check'} size={14} />
          </span>
          <span>
            {children}
            {detail && <span className={cx('detail')}>{detail}</span>}
          </span>
        </>
      )}
    </AriaCheckbox>
  );
}
