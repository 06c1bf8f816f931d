import { parseDate } from '@internationalized/date';
import { Button } from 'react-aria-components/Button';
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
} from 'react-aria-components/Calendar';
import { DateInput, DatePicker, DateSegment } from 'react-aria-components/DatePicker';
import { Dialog } from 'react-aria-components/Dialog';
import { Group } from 'react-aria-components/Group';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Popover } from 'react-aria-components/Popover';
import type { Language } from '../../db/model/language.ts';
import { useLanguage, useText } from '../i18n/language.ts';
import { classes } from './classes.ts';
import styles from './DateField.module.css';
import { FieldLabel, FieldNotes, fieldClass, fieldFrame, type FieldProps } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { listClass } from './ListBox.tsx';

const cx = classes(styles);

/** Day, month, year with full stops and the week from Monday, also in English (as in Switzerland). */
export const DATE_LOCALES: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-CH' };

export interface DateFieldProps extends FieldProps {
  /** `2026-05-19`, or `null` when empty or not yet a whole date. */
  value: string | null;
  onChange: (value: string | null) => void;
  min?: string;
  max?: string;
  isRequired?: boolean;
  isDisabled?: boolean;
  isReadOnly?: boolean;
  autoFocus?: boolean;
}

function parse(value: string | null | undefined) {
  if (!value) return null;
  try {
    return parseDate(value);
  } catch {
    return null;
  }
}

/** A date as `19.5.2026`: typed in parts, stepped by ↑ ↓, or taken from the calendar (Alt+↓). */
export function DateField(props: DateFieldProps) {
  const t = useText();
  const locale = DATE_LOCALES[useLanguage()];
  const min = parse(props.min);
  const max = parse(props.max);
  return (
    <I18nProvider locale={locale}>
      <DatePicker
        value={parse(props.value)}
        onChange={(date) => props.onChange(date?.toString() ?? null)}
        granularity="day"
        isRequired={props.isRequired ?? false}
        isDisabled={props.isDisabled ?? false}
        isReadOnly={props.isReadOnly ?? false}
        {...(props.autoFocus ? { autoFocus: true } : {})}
        {...(min ? { minValue: min } : {})}
        {...(max ? { maxValue: max } : {})}
        {...fieldFrame({ ...props, width: props.width ?? 's' })}
      >
        <FieldLabel own={props} isRequired={props.isRequired} />
        <Group className={fieldClass('control')}>
          <DateInput className={cx('input')}>
            {(segment) => <DateSegment segment={segment} className={cx('segment')} />}
          </DateInput>
          <Button className={fieldClass('inner')} aria-label={t('common.openCalendar')}>
            <Icon name="calendar" size={16} />
          </Button>
        </Group>
        <FieldNotes own={props} />
        <Popover className={listClass('popover')} offset={4}>
          <Dialog className={cx('dialog')} aria-label={props.label}>
            <Calendar className={cx('calendar')}>
              <header className={cx('header')}>
                <Button slot="previous" className={fieldClass('inner')}>
                  <Icon name="chevronLeft" size={16} />
                </Button>
                <CalendarHeading className={cx('month')} />
                <Button slot="next" className={fieldClass('inner')}>
                  <Icon name="chevronRight" size={16} />
                </Button>
              </header>
              <CalendarGrid weekdayStyle="short" className={cx('grid')}>
                <CalendarGridHeader>
                  {(day) => <CalendarHeaderCell className={cx('weekday')}>{day}</CalendarHeaderCell>}
                </CalendarGridHeader>
                <CalendarGridBody>
                  {(date) => <CalendarCell date={date} className={cx('day')} />}
                </CalendarGridBody>
              </CalendarGrid>
            </Calendar>
          </Dialog>
        </Popover>
      </DatePicker>
    </I18nProvider>
  );
}
