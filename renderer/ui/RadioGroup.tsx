import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components/RadioGroup';
import styles from './Choice.module.css';
import { classes } from './classes.ts';
import { FieldLabel, FieldNotes, fieldFrame, type FieldProps } from './Field.tsx';
import type { Option } from './ListBox.tsx';

const cx = classes(styles);

export interface RadioGroupProps<Id extends string> extends FieldProps {
  options: readonly Option<Id>[];
  value: Id | null;
  onChange: (value: Id) => void;
  /** Beside each other; for two or three short choices. */
  isInline?: boolean;
  isRequired?: boolean;
  isDisabled?: boolean;
}

/** One of a few choices that are all visible. */
export function RadioGroup<Id extends string>(props: RadioGroupProps<Id>) {
  const { options, value, onChange, isInline = false, isRequired = false, isDisabled = false } = props;
  return (
    <AriaRadioGroup
      value={value}
      onChange={(next) => onChange(next as Id)}
      orientation={isInline ? 'horizontal' : 'vertical'}
      isRequired={isRequired}
      isDisabled={isDisabled}
      {...fieldFrame(props)}
    >
      <FieldLabel own={props} isRequired={isRequired} />
      <div className={cx('group', isInline && 'inline')}>
        {options.map((option) => (
          <Radio
            key={option.id}
            value={option.id}
            isDisabled={option.isDisabled ?? false}
            className={cx('choice')}
          >
            <span className={cx('box', 'round')}>
              <span className={cx('dot')} />
            </span>
            <span>
              {option.label}
              {option.detail && <span className={cx('detail')}>{option.detail}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldNotes own={props} />
    </AriaRadioGroup>
  );
}
