import type { Editor } from '@tiptap/core';
import type { FormEvent, ReactNode } from 'react';
import { useText } from '../../i18n/language.ts';
import { Button } from '../Button.tsx';
import { TextField } from '../TextField.tsx';
import { richClass } from './RichTextView.tsx';

/** One field under the tools of the editor, for what a mark on the chosen words says; Escape goes back to the text. */
export function MarkForm({
  editor,
  label,
  placeholder,
  value,
  onChange,
  maxLength,
  error,
  onApply,
  onDone,
  remove,
}: {
  editor: Editor;
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
  maxLength?: number;
  error: string | undefined;
  onApply: () => void;
  onDone: () => void;
  /** Takes off the mark that the words have; `null` when they have none. */
  remove: { label: string; run: () => void } | null;
}): ReactNode {
  const t = useText();
  const apply = (event: FormEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    onApply();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape of the field in it
    <form
      className={richClass('link')}
      onSubmit={apply}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
        editor.commands.focus();
      }}
    >
      <TextField
        label={label}
        hideLabel
        placeholder={placeholder}
        value={value}
        onChange={onChange}
        {...(maxLength === undefined ? {} : { maxLength })}
        error={error}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was opened to be typed in
        autoFocus
      />
      <Button type="submit" size="s">
        {t('common.done')}
      </Button>
      {remove !== null && (
        <Button
          size="s"
          variant="quiet"
          onPress={() => {
            remove.run();
            onDone();
          }}
        >
          {remove.label}
        </Button>
      )}
    </form>
  );
}
