import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { MarkForm } from './MarkForm.tsx';

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
  const apply = (): void => {
    if (ground.trim() === '') return setMissing(true);
    chain().setMark('redacted', { ground: ground.trim() }).run();
    onDone();
  };
  return (
    <MarkForm
      editor={editor}
      label={t('common.editor.redactGround')}
      placeholder={t('common.editor.redactGround')}
      value={ground}
      onChange={setGround}
      maxLength={200}
      error={isMissing ? t('common.editor.redactMissing') : undefined}
      onApply={apply}
      onDone={onDone}
      remove={
        before === ''
          ? null
          : { label: t('common.editor.redactRemove'), run: () => chain().unsetMark('redacted').run() }
      }
    />
  );
}
