import type { RefAttributes } from 'react';
import { Button } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
} from 'react-aria-components/SearchField';
import { useText } from '../i18n/language.ts';
import { FieldLabel, fieldClass, fieldFrame, splitField, type FieldProps } from './Field.tsx';
import { Icon } from './Icon.tsx';
import styles from './SearchField.module.css';

export interface SearchFieldProps
  extends Omit<AriaSearchFieldProps, 'className' | 'style' | 'children' | 'isInvalid' | 'slot'>, FieldProps {
  placeholder?: string;
  inputRef?: RefAttributes<HTMLInputElement>['ref'];
}

/** A search text over a list. The label is hidden unless `hideLabel={false}`; Escape empties it. */
export function SearchField(props: SearchFieldProps) {
  const t = useText();
  const { own, rest } = splitField({ hideLabel: true, ...props });
  const { placeholder, inputRef, ...field } = rest;
  return (
    <AriaSearchField
      {...field}
      {...fieldFrame(own)}
      className={`${fieldClass('field', own.width ?? 'full')} ${styles['search']}`}
    >
      <FieldLabel own={own} />
      <Group className={fieldClass('control')}>
        <span className={fieldClass('lead')}>
          <Icon name="search" size={16} />
        </span>
        <Input
          className={fieldClass('input')}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(inputRef === undefined ? {} : { ref: inputRef })}
        />
        <Button className={fieldClass('inner')} aria-label={t('common.clear')}>
          <Icon name="close" size={14} />
        </Button>
      </Group>
    </AriaSearchField>
  );
}
