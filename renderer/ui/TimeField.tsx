import { parseTime } from '@internationalized/date';
import { DateInput, DateSegment } from 'react-aria-components/DateField';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { TimeField as AriaTimeField } from 'react-aria-components/TimeField';
import { useLanguage } from '../i18n/language.ts';
import { DATE_LOCALES } from './DateField.tsx';
import styles from './DateField.module.css';
import { classes } from './classes.ts';
import { FieldLabel, FieldNotes, fieldClass, fieldFrame, type FieldProps } from './Field.tsx';

const cx = classes(styles);

export interface TimeFieldProps extends FieldProps {
  /** `13:05`, or `null` when empty or not yet a whole time. */
  value: string | null;
  onChange: (value: string | null) => void;
  isRequired?: boolean;
  isDisabled?: boolean;
  isReadOnly?: boolean;
  autoFocus?: boolean;
}

function parse(value: string | null) {
  if (!value) return null;
  try {
    return parseTime(value);
  } catch {
    return null;
  }
}

/** A time of day, 24 hours: `13.05` in Finnish and Swedish, `13:05` in English. */
export function TimeField(props: TimeFieldProps) {
  const locale = DATE_LOCALES[useLanguage()];
  return (
    <I18nProvider locale={locale}>
      <AriaTimeField
        value={parse(props.value)}
        onChange={(time) => props.onChange(time ? time.toString().slice(0, 5) : null)}
        hourCycle={24}
        granularity="minute"
        shouldForceLeadingZeros
        isRequired={props.isRequired ?? false}
        isDisabled={props.isDisabled ?? false}
        isReadOnly={props.isReadOnly ?? false}
        {...(props.autoFocus ? { autoFocus: true } : {})}
        {...fieldFrame({ ...props, width: props.width ?? 'xs' })}
      >
        <FieldLabel own={props} isRequired={props.isRequired} />
        <DateInput className={`${fieldClass('control')} ${cx('input')}`}>
          {(segment) => <DateSegment segment={segment} className={cx('segment')} />}
        </DateInput>
        <FieldNotes own={props} />
      </AriaTimeField>
    </I18nProvider>
  );
}
