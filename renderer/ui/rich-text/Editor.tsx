import type { Editor as TipTap, JSONContent } from '@tiptap/core';
import { Fragment, Slice } from '@tiptap/pm/model';
import { EditorContent, useEditor, useEditorState } from '@tiptap/react';
import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { Toolbar } from 'react-aria-components/Toolbar';
import type { RichText } from '../../../db/model/rich-text.ts';
import { useText } from '../../i18n/language.ts';
import { IconButton } from '../Button.tsx';
import { sameText, toEditor, toRichText, type EditorNode } from './clean.ts';
import { AssistList } from './AssistList.tsx';
import type { EditorAssist } from './assist.ts';
import { assistExtension, AssistKeys } from './assist-plugin.ts';
import { editorExtensions } from './extensions.ts';
import { LinkForm } from './LinkForm.tsx';
import { RedactionForm } from './RedactionForm.tsx';
import { richClass } from './RichTextView.tsx';
import { cleanPasted } from './word.ts';

/** What a screen may do to the text from outside. */
export interface RichTextHandle {
  /** Puts plain text where the cursor is (at the end when it never was in it), e.g. a phrase. */
  insertText: (text: string) => void;
  insertRichText: (text: RichText) => void;
  focus: () => void;
}

export interface EditorProps {
  labelId: string;
  describedBy: string;
  isInvalid: boolean;
  value: RichText;
  onChange: (value: RichText) => void;
  onBlur?: (() => void) | undefined;
  placeholder: string;
  ref?: Ref<RichTextHandle> | undefined;
  autoFocus: boolean;
  /** What "/" and "@" offer; without it they are text. */
  assist?: EditorAssist | undefined;
}

/** What asks for something more under the tools. */
type EditorForm = 'link' | 'redaction';

function Tools({
  editor,
  form,
  openForm,
}: {
  editor: TipTap;
  form: EditorForm | null;
  openForm: (form: EditorForm | null) => void;
}) {
  const t = useText();
  const is = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      bulletList: now.isActive('bulletList'),
      orderedList: now.isActive('orderedList'),
      link: now.isActive('link'),
      redacted: now.isActive('redacted'),
      isEmpty: now.state.selection.empty,
    }),
  });
  return (
    <Toolbar className={richClass('tools')} aria-label={t('common.editor.toolbar')}>
      <IconButton
        icon="bold"
        size="s"
        label={t('common.editor.bold')}
        shortcut="Ctrl+B"
        isOn={is.bold}
        onPress={() => editor.chain().focus().toggleBold().run()}
      />
      <IconButton
        icon="italic"
        size="s"
        label={t('common.editor.italic')}
        shortcut="Ctrl+I"
        isOn={is.italic}
        onPress={() => editor.chain().focus().toggleItalic().run()}
      />
      <IconButton
        icon="bulletList"
        size="s"
        label={t('common.editor.bulletList')}
        shortcut="Ctrl+Shift+8"
        isOn={is.bulletList}
        onPress={() => editor.chain().focus().toggleBulletList().run()}
      />
      <IconButton
        icon="orderedList"
        size="s"
        label={t('common.editor.orderedList')}
        shortcut="Ctrl+Shift+7"
        isOn={is.orderedList}
        onPress={() => editor.chain().focus().toggleOrderedList().run()}
      />
      <IconButton
        icon="link"
        size="s"
        label={t('common.editor.link')}
        isOn={is.link || form === 'link'}
        onPress={() => openForm(form === 'link' ? null : 'link')}
      />
      <IconButton
        icon="lock"
        size="s"
        label={t('common.editor.redact')}
        isOn={is.redacted || form === 'redaction'}
        isDisabled={is.isEmpty && !is.redacted}
        onPress={() => openForm(form === 'redaction' ? null : 'redaction')}
      />
    </Toolbar>
  );
}

const content = (value: RichText): JSONContent => toEditor(value) as JSONContent;

/** TipTap with the closed schema. Loaded when a text is first edited. */
export default function Editor(props: EditorProps) {
  const { labelId, describedBy, isInvalid, value, onChange, placeholder, ref } = props;
  const [form, openForm] = useState<EditorForm | null>(null);
  const latest = useRef({ value, onChange });
  useEffect(() => {
    latest.current.onChange = onChange;
  });

  const [keys] = useState(() => new AssistKeys());
  const hasAssist = props.assist !== undefined;
  const editor = useEditor({
    injectCSS: false,
    extensions: [...editorExtensions(placeholder), ...(hasAssist ? [assistExtension(keys)] : [])],
    content: content(value),
    autofocus: props.autoFocus ? 'end' : false,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': labelId,
        ...(describedBy ? { 'aria-describedby': describedBy } : {}),
        class: richClass('text', 'editable'),
      },
      transformPastedHTML: cleanPasted,
    },
    onUpdate: ({ editor: now }) => {
      const next = toRichText(now.getJSON() as EditorNode);
      latest.current.value = next;
      latest.current.onChange(next);
    },
  });

  // A value from outside (another item, an undo, another window) that is not what was just typed.
  useEffect(() => {
    if (!editor || sameText(value, latest.current.value)) return;
    latest.current.value = value;
    editor.commands.setContent(content(value), { emitUpdate: false });
  }, [editor, value]);

  // There is no element to mark before the editor has been put into the page.
  useEffect(() => {
    if (!editor) return;
    const mark = (): void => {
      if (editor.isInitialized) editor.view.dom.setAttribute('aria-invalid', String(isInvalid));
    };
    mark();
    editor.on('create', mark);
    return () => void editor.off('create', mark);
  }, [editor, isInvalid]);

  useImperativeHandle(ref, () => ({
    insertText: (text) => {
      editor
        ?.chain()
        .focus()
        .command(({ tr, state: { schema } }) => {
          const { $from } = tr.selection;
          const before = $from.parent.textBetween(0, $from.parentOffset, undefined, ' ');
          const gap = before === '' || /\s$/.test(before) ? '' : ' ';
          const nodes = text
            .split('\n')
            .flatMap((line, index) => [
              ...(index > 0 ? [schema.nodes['hardBreak']!.create()] : []),
              ...(line ? [schema.text(index === 0 ? gap + line : line)] : []),
            ]);
          // A phrase is plain, also inside bold words.
          tr.replaceSelection(new Slice(Fragment.from(nodes), 0, 0)).scrollIntoView();
          return true;
        })
        .run();
    },
    insertRichText: (text) =>
      void editor
        ?.chain()
        .focus()
        .insertContent(content(text).content ?? [])
        .run(),
    focus: () => void editor?.commands.focus('end'),
  }));

  return (
    <div
      className={richClass('box', isInvalid && 'invalid', form !== null && 'linking')}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) props.onBlur?.();
      }}
    >
      {editor && <Tools editor={editor} form={form} openForm={openForm} />}
      {editor && form === 'link' && <LinkForm editor={editor} onDone={() => openForm(null)} />}
      {editor && form === 'redaction' && <RedactionForm editor={editor} onDone={() => openForm(null)} />}
      <EditorContent editor={editor} />
      {editor && props.assist && <AssistList editor={editor} assist={props.assist} keys={keys} />}
    </div>
  );
}
