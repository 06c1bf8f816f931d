import { Label } from 'react-aria-components/Label';
import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar';
import { useText } from '../i18n/language.ts';
import { Button } from './Button.tsx';
import { classes } from './classes.ts';
import styles from './ProgressBar.module.css';

const cx = classes(styles);

/** How far a long job is. `value` from 0 to 1; without it the end is not known. `onCancel` stops the job. */
export function ProgressBar({
  label,
  value,
  detail,
  onCancel,
}: {
  label: string;
  value?: number | undefined;
  /** In the place of the per cent, e.g. `1 200 / 7 000`. */
  detail?: string | undefined;
  onCancel?: (() => void) | undefined;
}) {
  const t = useText();
  const isUnknown = value === undefined;
  return (
    <div className={cx('row')}>
      <AriaProgressBar
        className={cx('progress')}
        style={{ flex: 1 }}
        {...(isUnknown ? { isIndeterminate: true } : { value: value * 100 })}
      >
        {({ percentage, valueText }) => (
          <>
            <div className={cx('line')}>
              <Label>{label}</Label>
              <span className={cx('value')}>{detail ?? (isUnknown ? '' : valueText)}</span>
            </div>
            <div className={cx('track')}>
              <div
                className={cx('fill', isUnknown && 'unknown')}
                {...(isUnknown ? {} : { style: { width: `${percentage ?? 0}%` } })}
              />
            </div>
          </>
        )}
      </AriaProgressBar>
      {onCancel && (
        <Button size="s" onPress={onCancel}>
          {t('common.cancel')}
        </Button>
      )}
    </div>
  );
}
