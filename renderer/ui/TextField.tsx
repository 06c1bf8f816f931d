import type { RefAttributes } from 'react';
import { Input } from 'react-aria-components/Input';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components/TextField';
import {
  FieldLabel,
  FieldNotes,
  fieldClass,
  fieldFrame,
  splitField,
  type FieldProps,
  type TextLanguage,
} from './Field.tsx';

type Passed = Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'isInvalid' | 'slot'>;

export interface TextFieldProps extends Passed, FieldProps {
  placeholder?: string;
  /** Reaches the `<input>`, so that `register` of a form can focus it. */
  inputRef?: RefAttributes<HTMLInputElement>['ref'];
  textLanguage?: TextLanguage;
}

/** One line of text. `value` and `onChange(text)`. */
export function TextField(props: TextFieldProps) {
  const { own, rest } = splitField(props);
  const { placeholder, inputRef, textLanguage, ...field } = rest;
  return (
    <AriaTextField {...field} {...fieldFrame(own)}>
      <FieldLabel own={own} isRequired={field.isRequired} />
      <Input
        className={fieldClass('control')}
        {...textLanguage}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(inputRef === undefined ? {} : { ref: inputRef })}
      />
      <FieldNotes own={own} />
    </AriaTextField>
  );
}

export interface TextAreaProps extends Passed, FieldProps {
  placeholder?: string;
  /** Height at first; it grows with the text. */
  rows?: number;
  inputRef?: RefAttributes<HTMLTextAreaElement>['ref'];
  textLanguage?: TextLanguage;
}

/** Plain text of several lines. Text of an item is a `RichTextEditor`. */
export function TextArea(props: TextAreaProps) {
  const { own, rest } = splitField(props);
  const { placeholder, rows = 3, inputRef, textLanguage, ...field } = rest;
  return (
    <AriaTextField {...field} {...fieldFrame(own)}>
      <FieldLabel own={own} isRequired={field.isRequired} />
      <AriaTextArea
        className={fieldClass('control', 'area')}
        {...textLanguage}
        style={{ '--rows': rows } as Record<string, number>}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(inputRef === undefined ? {} : { ref: inputRef })}
      />
      <FieldNotes own={own} />
    </AriaTextField>
  );
}
