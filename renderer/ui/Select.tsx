import { Button } from 'react-aria-components/Button';
import { ListBox } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { FieldLabel, FieldNotes, fieldClass, fieldFrame, type FieldProps } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { listClass, OptionItem, type Option } from './ListBox.tsx';

export interface SelectProps<Id extends string> extends FieldProps {
  options: readonly Option<Id>[];
  /** `null` when nothing is chosen. */
  value: Id | null;
  onChange: (value: Id) => void;
  /** Shown when nothing is chosen. */
  placeholder?: string;
  isRequired?: boolean;
  isDisabled?: boolean;
  name?: string;
}

/** One of a few fixed choices (up to about twenty). For many, or for those of the backend, take `ComboBox`. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const { options, value, onChange, placeholder = '–', isRequired = false, isDisabled = false, name } = props;
  return (
    <AriaSelect
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(String(key) as Id);
      }}
      placeholder={placeholder}
      isRequired={isRequired}
      isDisabled={isDisabled}
      {...(name === undefined ? {} : { name })}
      {...fieldFrame(props)}
    >
      <FieldLabel own={props} isRequired={isRequired} />
      <Button className={fieldClass('control')}>
        <SelectValue className={fieldClass('chosen')}>
          {({ isPlaceholder, defaultChildren }) =>
            isPlaceholder ? defaultChildren : options.find(({ id }) => id === value)?.label
          }
        </SelectValue>
        <span className={fieldClass('inner')}>
          <Icon name="chevronDown" size={16} />
        </span>
      </Button>
      <FieldNotes own={props} />
      <Popover className={listClass('popover')} offset={4}>
        <ListBox className={listClass('list')}>
          {options.map((option) => (
            <OptionItem key={option.id} option={option} />
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
