/** What all fields share: label, box, description and error, and the props for them. */
import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { classes } from './classes.ts';
import styles from './Field.module.css';
import { Icon } from './Icon.tsx';

export const fieldClass = classes(styles);

/** The language of what is typed, where it is not that of the window: screen readers and the caret follow it. */
export interface TextLanguage {
  lang: string;
  dir: 'ltr' | 'rtl';
}

export interface FieldProps {
  label: string;
  /** Keeps the label for assistive technology only; for search fields and cells of a table. */
  hideLabel?: boolean | undefined;
  /** What is expected, before it goes wrong. */
  description?: ReactNode;
  /** What is wrong and how to put it right. Marks the field as invalid. */
  error?: string | undefined;
  /** `xs` a time, `s` a date or number, `m` a name, `full` the width there is (the default). */
  width?: 'xs' | 's' | 'm' | 'full' | undefined;
}

/** Splits the shared props off; the rest belongs to the React Aria component. */
export function splitField<Props extends FieldProps>(props: Props) {
  const { label, hideLabel, description, error, width, ...rest } = props;
  return { own: { label, hideLabel, description, error, width } satisfies FieldProps, rest };
}

/** Props of the outermost element of a field. */
export function fieldFrame({ error, width = 'full' }: FieldProps) {
  return {
    className: fieldClass('field', width),
    validationBehavior: 'aria' as const,
    ...(error ? { isInvalid: true } : {}),
  };
}

export function FieldLabel({ own, isRequired }: { own: FieldProps; isRequired?: boolean | undefined }) {
  return (
    <Label className={fieldClass('label', own.hideLabel && 'hidden')}>
      {own.label}
      {isRequired && (
        <span aria-hidden="true" className={fieldClass('required')}>
          *
        </span>
      )}
    </Label>
  );
}

/** Description and error; both are tied to the input by React Aria. */
export function FieldNotes({ own }: { own: FieldProps }) {
  return (
    <>
      {own.description && (
        <Text slot="description" className={fieldClass('description')}>
          {own.description}
        </Text>
      )}
      <FieldError className={fieldClass('error')}>
        {own.error && (
          <>
            <Icon name="error" size={15} />
            <span>{own.error}</span>
          </>
        )}
      </FieldError>
    </>
  );
}
