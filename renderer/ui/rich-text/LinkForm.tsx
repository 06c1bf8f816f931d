import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { isAllowedLink } from './clean.ts';
import { MarkForm } from './MarkForm.tsx';

/** Links the chosen words, or inserts the address as a link where none are chosen; or takes the link off. */
export function LinkForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const t = useText();
  const before = (editor.getAttributes('link')['href'] as string | undefined) ?? '';
  const [href, setHref] = useState(before);
  const [isWrong, setWrong] = useState(false);
  const apply = (): void => {
    const address = /^[^\s:/]+@[^\s]+$/.test(href)
      ? `mailto:${href}`
      : /^www\./i.test(href)
        ? `https://${href}`
        : href.trim();
    if (!isAllowedLink(address)) return setWrong(true);
    const chain = editor.chain().focus().extendMarkRange('link');
    if (editor.state.selection.empty && before === '')
      chain
        .insertContent({
          type: 'text',
          text: href.trim(),
          marks: [{ type: 'link', attrs: { href: address } }],
        })
        .run();
    else chain.setLink({ href: address }).run();
    onDone();
  };
  return (
    <MarkForm
      editor={editor}
      label={t('common.editor.linkAddress')}
      placeholder="https://"
      value={href}
      onChange={setHref}
      error={isWrong ? t('common.editor.linkInvalid') : undefined}
      onApply={apply}
      onDone={onDone}
      remove={
        before === ''
          ? null
          : {
              label: t('common.editor.linkRemove'),
              run: () => editor.chain().focus().extendMarkRange('link').unsetLink().run(),
            }
      }
    />
  );
}
