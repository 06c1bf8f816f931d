import { useText } from '../i18n/language.ts';
import { classes } from '../ui/classes.ts';
import styles from './Opening.module.css';

const cx = classes(styles);

/** While the database is being opened; appears only when that takes a moment. */
export function Opening() {
  const t = useText();
  return (
    <main className={cx('opening')}>
      <p role="status">{t('shell.connecting')}</p>
    </main>
  );
}
