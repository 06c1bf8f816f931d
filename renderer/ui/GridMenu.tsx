import { useEffect, useMemo, useRef } from 'react';
import { Menu as AriaMenu, MenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import { listClass } from './ListBox.tsx';
import type { MenuEntry } from './Menu.tsx';
import styles from './Menu.module.css';

const cx = classes(styles);

export interface OpenMenu {
  id: string;
  entries: readonly MenuEntry[];
  /** The button or cell that it hangs on, and that gets the focus back. */
  anchor: Element;
  /** Where the right button was pressed. */
  point?: { x: number; y: number };
}

/** The one menu of a grid, hung on the row that asks for it. */
export function GridMenu({ open, label, onClose }: { open: OpenMenu; label: string; onClose: () => void }) {
  const anchor = useRef<Element | null>(open.anchor);
  useEffect(() => {
    anchor.current = open.anchor;
  }, [open.anchor]);
  const offsets = useMemo(() => {
    if (!open.point) return { offset: 4, crossOffset: 0 };
    const box = open.anchor.getBoundingClientRect();
    return { offset: open.point.y - box.bottom, crossOffset: open.point.x - box.left };
  }, [open]);
  return (
    <Popover
      className={listClass('popover', 'loose')}
      aria-label={label}
      triggerRef={anchor}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      placement={open.point ? 'bottom start' : 'bottom end'}
      offset={offsets.offset}
      crossOffset={offsets.crossOffset}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a menu has the focus */}
      <AriaMenu className={cx('menu')} aria-label={label} autoFocus="first" onClose={onClose}>
        {open.entries.map((entry) => (
          <MenuItem
            key={entry.id}
            id={entry.id}
            textValue={entry.label}
            className={cx('item', entry.isDangerous && 'dangerous')}
            isDisabled={entry.isDisabled ?? false}
            onAction={entry.run}
          >
            {entry.icon && <Icon name={entry.icon} size={16} />}
            <span className={cx('words')}>{entry.label}</span>
          </MenuItem>
        ))}
      </AriaMenu>
    </Popover>
  );
}
