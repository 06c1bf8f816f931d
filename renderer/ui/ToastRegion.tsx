import { useEffect, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { Button, IconButton } from './Button.tsx';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import { dismissToast, toastTime, useToasts, type Toast } from './toasts.ts';
import styles from './ToastRegion.module.css';

const cx = classes(styles);

function ToastItem({ toast }: { toast: Toast }) {
  const t = useText();
  const [isHeld, setHeld] = useState(false);
  const time = toastTime(toast);
  // While the pointer or the focus is on it, it stays.
  useEffect(() => {
    if (time === null || isHeld) return;
    const timer = setTimeout(() => dismissToast(toast.id), time);
    return () => clearTimeout(timer);
  }, [toast.id, time, isHeld]);
  const { action } = toast;
  return (
    <div
      className={cx('toast', toast.kind === 'failed' && 'failed')}
      role={toast.kind === 'failed' ? 'alert' : 'status'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={cx('icon')}>
        <Icon name={toast.kind === 'failed' ? 'error' : toast.kind === 'info' ? 'info' : 'done'} />
      </span>
      <div className={cx('words')}>{toast.message}</div>
      {action && (
        <Button
          size="s"
          onPress={() => {
            dismissToast(toast.id);
            void action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon="close" size="s" label={t('common.dismiss')} onPress={() => dismissToast(toast.id)} />
    </div>
  );
}

/** Where messages appear, told to screen readers as they come. The shell has one of it. F8 moves the focus there. */
export function ToastRegion() {
  const t = useText();
  const toasts = useToasts((state) => state.toasts);
  return (
    <section className={cx('region')} aria-label={t('common.notifications')} id="notifications" tabIndex={-1}>
      {toasts.map((toast) => (
        <ToastItem key={toast.id} toast={toast} />
      ))}
    </section>
  );
}
