import type { Editor } from '@tiptap/core';
import { useState, type FormEvent } from 'react';
import { useText } from '../../i18n/language.ts';
import { Button } from '../Button.tsx';
import { TextField } from '../TextField.tsx';
import { richClass } from './RichTextView.tsx';

/** Marks the chosen words to be left out of public documents, on a ground of law; or takes the mark off. */
export function RedactionForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const t = useText();
  const before = (editor.getAttributes('redacted')['ground'] as string | undefined) ?? '';
  const [ground, setGround] = useState(before);
  const [isMissing, setMissing] = useState(false);
  const chain = () => {
    const focused = editor.chain().focus();
    return before === '' ? focused : focused.extendMarkRange('redacted');
  };
  const apply = (event: FormEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    if (ground.trim() === '') return setMissing(true);
    chain().setMark('redacted', { ground: ground.trim() }).run();
    onDone();
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
        label={t('common.editor.redactGround')}
        hideLabel
        placeholder={t('common.editor.redactGround')}
        value={ground}
        onChange={setGround}
        maxLength={200}
        error={isMissing ? t('common.editor.redactMissing') : undefined}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was opened to be typed in
        autoFocus
      />
      <Button type="submit" size="s">
        {t('common.done')}
      </Button>
      {before !== '' && (
        <Button
          size="s"
          variant="quiet"
          onPress={() => {
            chain().unsetMark('redacted').run();
            onDone();
          }}
        >
          {t('common.editor.redactRemove')}
        </Button>
      )}
    </form>
  );
}
