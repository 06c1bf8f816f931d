import { createContext, use, type ReactNode, type RefAttributes } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import styles from './Button.module.css';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import { Keys } from './Keys.tsx';
import { Tooltip, TooltipTrigger } from './Tooltip.tsx';

const cx = classes(styles);

/** The size of buttons that do not say their own: `s` in the head of a panel. */
export const ButtonSize = createContext<'m' | 's'>('m');

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger' | 'dangerSolid';

export interface ButtonProps
  extends Omit<AriaButtonProps, 'className' | 'style' | 'children'>, RefAttributes<HTMLButtonElement> {
  children: ReactNode;
  /** One `primary` per view: what the user most probably wants. `secondary` unless given. */
  variant?: ButtonVariant;
  /** `m`, and `s` in the head of a panel, unless given. */
  size?: 'm' | 's';
  icon?: IconName;
  /** After the words, e.g. `chevronDown` on a menu button. */
  iconAfter?: IconName;
}

/** A button with words. `onPress` acts; `isPending` shows that it is under way and keeps it from acting again. */
export function Button({
  children,
  variant = 'secondary',
  size: own,
  icon,
  iconAfter,
  ...rest
}: ButtonProps) {
  const around = use(ButtonSize);
  const size = own ?? around;
  return (
    <AriaButton {...rest} className={cx('button', variant, size === 's' && 'small')}>
      {rest.isPending ? (
        <span className={cx('spinner')} />
      ) : (
        icon && <Icon name={icon} size={size === 's' ? 16 : 18} />
      )}
      {children}
      {iconAfter && <Icon name={iconAfter} size={16} />}
    </AriaButton>
  );
}

export interface IconButtonProps
  extends
    Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'>,
    RefAttributes<HTMLButtonElement> {
  icon: IconName;
  /** The accessible name; also the tooltip. */
  label: string;
  /** Shown in the tooltip, e.g. `Ctrl+B`. It does not bind the keys. */
  shortcut?: string;
  variant?: ButtonVariant;
  size?: 'm' | 's';
  /** For a button that is on or off: sets `aria-pressed`. */
  isOn?: boolean;
}

/** A button with a drawing only; its name appears as a tooltip. */
export function IconButton({
  icon,
  label,
  shortcut,
  variant = 'quiet',
  size = 'm',
  isOn,
  ...rest
}: IconButtonProps) {
  return (
    <TooltipTrigger>
      <AriaButton
        {...rest}
        aria-label={label}
        {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
        className={cx('button', variant, 'icon', size === 's' && 'small', isOn && 'on')}
      >
        {rest.isPending ? (
          <span className={cx('spinner')} />
        ) : (
          <Icon name={icon} size={size === 's' ? 16 : 18} />
        )}
      </AriaButton>
      <Tooltip>
        {label}
        {shortcut && <Keys shortcut={shortcut} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
