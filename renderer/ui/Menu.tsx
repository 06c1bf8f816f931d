import { Fragment, type ReactElement } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import { Keys } from './Keys.tsx';
import { listClass } from './ListBox.tsx';
import styles from './Menu.module.css';

const cx = classes(styles);

export interface MenuEntry {
  id: string;
  label: string;
  icon?: IconName;
  shortcut?: string;
  isDangerous?: boolean;
  isDisabled?: boolean;
  /** A line above it. */
  separator?: boolean;
  run: () => void;
}

/** A button (`children`) that opens a menu. */
export function Menu({
  children,
  entries,
  label,
  placement = 'bottom end',
}: {
  children: ReactElement;
  entries: readonly MenuEntry[];
  /** Name of the menu when the button's words do not say it. */
  label?: string;
  placement?: 'bottom start' | 'bottom end' | 'top start';
}) {
  return (
    <MenuTrigger>
      {children}
      <Popover className={listClass('popover', 'loose')} placement={placement} offset={4}>
        <AriaMenu className={cx('menu')} {...(label ? { 'aria-label': label } : {})}>
          {entries.map((entry) => (
            <Fragment key={entry.id}>
              {entry.separator && <Separator className={cx('separator')} />}
              <MenuItem
                id={entry.id}
                textValue={entry.label}
                className={cx('item', entry.isDangerous && 'dangerous')}
                isDisabled={entry.isDisabled ?? false}
                onAction={entry.run}
              >
                {entry.icon && <Icon name={entry.icon} size={16} />}
                <span className={cx('words')}>{entry.label}</span>
                {entry.shortcut && (
                  <span className={cx('keys')}>
                    <Keys shortcut={entry.shortcut} />
                  </span>
                )}
              </MenuItem>
            </Fragment>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
