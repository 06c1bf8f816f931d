import { shortcutParts } from './actions.ts';
import { classes } from './classes.ts';
import styles from './Keys.module.css';

const cx = classes(styles);

const SIGNS: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
};

/** A shortcut as keys: `<Keys shortcut="Ctrl+K" />`. */
export function Keys({ shortcut }: { shortcut: string }) {
  return (
    <span className={cx('keys')}>
      {shortcutParts(shortcut).map((part) => (
        <kbd key={part} className={cx('key')}>
          {SIGNS[part] ?? part}
        </kbd>
      ))}
    </span>
  );
}
