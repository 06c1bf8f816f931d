import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import {
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
} from 'react-aria-components/NumberField';
import { FieldLabel, FieldNotes, fieldClass, fieldFrame, splitField, type FieldProps } from './Field.tsx';

export interface NumberFieldProps
  extends
    Omit<
      AriaNumberFieldProps,
      'className' | 'style' | 'children' | 'isInvalid' | 'slot' | 'value' | 'onChange'
    >,
    FieldProps {
  /** `null` is an empty field. */
  value?: number | null;
  onChange?: (value: number | null) => void;
}

/** A number, written as in the language of the window (decimal comma). ↑ and ↓ step it. */
export function NumberField(props: NumberFieldProps) {
  const { own, rest } = splitField({ width: 's' as const, ...props });
  const { value, onChange, ...field } = rest;
  return (
    <AriaNumberField
      {...field}
      {...(value === undefined ? {} : { value: value ?? Number.NaN })}
      {...(onChange ? { onChange: (next: number) => onChange(Number.isNaN(next) ? null : next) } : {})}
      {...fieldFrame(own)}
    >
      <FieldLabel own={own} isRequired={field.isRequired} />
      <Group className={fieldClass('control')}>
        <Input className={fieldClass('input', 'number')} />
      </Group>
      <FieldNotes own={own} />
    </AriaNumberField>
  );
}
