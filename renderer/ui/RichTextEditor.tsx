import { Suspense, useId, type ReactNode, type Ref } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import type { RichText } from '../../db/model/rich-text.ts';
import { useText } from '../i18n/language.ts';
import { fieldClass } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { onDemand } from './on-demand.tsx';
import type { RichTextHandle } from './rich-text/Editor.tsx';
import type { EditorAssist } from './rich-text/assist.ts';
import { richClass, RichTextView } from './rich-text/RichTextView.tsx';

export type { AssistOption, EditorAssist } from './rich-text/assist.ts';
export type { RichTextHandle } from './rich-text/Editor.tsx';

const editor = onDemand(() => import('./rich-text/Editor.tsx'));

/** Fetches the editor before it is needed. */
export const warmEditor = editor.warm;

export interface RichTextEditorProps {
  label: string;
  hideLabel?: boolean;
  description?: ReactNode;
  error?: string | undefined;
  value: RichText;
  /** Called at every stroke with a value that passes `richTextSchema`. Wait with saving outside. */
  onChange: (value: RichText) => void;
  onBlur?: () => void;
  placeholder?: string;
  /** Shows the text only. */
  isReadOnly?: boolean;
  autoFocus?: boolean;
  /** Height at least, in pixels; it grows with the text. */
  minHeight?: number;
  ref?: Ref<RichTextHandle>;
  /** What "/" and "@" at the start of a word offer. Stable: a new one begins the lists anew. */
  assist?: EditorAssist | undefined;
}

/** Text of an item: paragraphs, bold, italic, lists, links. What is pasted is cleaned to that. */
export function RichTextEditor(props: RichTextEditorProps) {
  const { label, hideLabel = false, description, error, value, isReadOnly = false, minHeight, ref } = props;
  const t = useText();
  const id = useId();
  const notes = [description ? `${id}-description` : '', error ? `${id}-error` : '', `${id}-help`]
    .filter(Boolean)
    .join(' ');
  return (
    <div
      className={fieldClass('field', 'full')}
      role="group"
      aria-labelledby={`${id}-label`}
      {...(minHeight === undefined
        ? {}
        : { style: { '--editor-height': `${minHeight}px` } as Record<string, string> })}
    >
      <div className={richClass('head')}>
        <span id={`${id}-label`} className={fieldClass('label', hideLabel && 'hidden')}>
          {label}
        </span>
      </div>
      {isReadOnly ? (
        <div className={richClass('plain')}>
          <RichTextView value={value} />
        </div>
      ) : (
        <Suspense
          fallback={
            <div className={richClass('box', 'waiting')}>
              <RichTextView value={value} />
            </div>
          }
        >
          <editor.Component
            labelId={`${id}-label`}
            describedBy={notes}
            isInvalid={error !== undefined}
            value={value}
            onChange={props.onChange}
            onBlur={props.onBlur}
            placeholder={props.placeholder ?? ''}
            ref={ref}
            assist={props.assist}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- asked for by the screen
            autoFocus={props.autoFocus ?? false}
          />
        </Suspense>
      )}
      {!isReadOnly && (
        <VisuallyHidden elementType="span" id={`${id}-help`}>
          {t('common.editor.help')}
        </VisuallyHidden>
      )}
      {description && (
        <div id={`${id}-description`} className={fieldClass('description')}>
          {description}
        </div>
      )}
      {error && (
        <div id={`${id}-error`} className={fieldClass('error')}>
          <Icon name="error" size={15} />
          <span>{error}</span>
        </div>
      )}
    </div>
  );
}
