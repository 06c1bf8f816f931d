import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/language.ts';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import styles from './SaveState.module.css';

const cx = classes(styles);

export type Saving =
  | { kind: 'saved'; /** Milliseconds since 1970; without it nothing was changed yet. */ at: number | null }
  | { kind: 'saving' }
  | { kind: 'unsaved' }
  | { kind: 'failed' };

/** Whether what was typed is safe: `Tallennettu klo 13.05`. Told politely to screen readers only when it fails. */
export function SaveState({ saving }: { saving: Saving }) {
  const t = useText();
  const format = useFormat();
  switch (saving.kind) {
    case 'saved':
      return (
        <span className={cx('state')}>
          <Icon name="check" size={14} />
          {saving.at === null ? t('common.saved') : t('common.savedAt', { time: format.clock(saving.at) })}
        </span>
      );
    case 'saving':
      return <span className={cx('state')}>{t('common.saving')}</span>;
    case 'unsaved':
      return <span className={cx('state', 'unsaved')}>{t('common.unsaved')}</span>;
    case 'failed':
      return (
        <span className={cx('state', 'failed')} role="alert">
          <Icon name="error" size={14} />
          {t('common.saveFailed')}
        </span>
      );
  }
}
