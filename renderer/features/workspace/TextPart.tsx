import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { inLanguage } from '../../../db/model/language.ts';
import type { TextPart as Part } from '../../../db/model/meeting.ts';
import { EMPTY_TEXT, isEmptyText, type RichText } from '../../../db/model/rich-text.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { RichTextView } from '../../ui/rich-text/RichTextView.tsx';
import { RichTextEditor, type RichTextHandle } from '../../ui/RichTextEditor.tsx';
import { useItemValue } from '../../api/item-savers.ts';
import { useLiveAssist } from './assist-commands.ts';
import { Section } from './Section.tsx';
import styles from './TextPart.module.css';
import { registerTarget, usedText, type Target, type TargetName } from './targets.ts';
import { useWorkspace } from './use-meeting.ts';

const cx = classes(styles);

/** The board's own name of a part of an item. */
function usePartLabel(part: Part): string {
  const { view } = useWorkspace();
  return inLanguage(view.rules.labels[part], useLanguage());
}

/** A text of the item that is written now: proceedings or decision. Saved by itself while typing and when left. */
export function WrittenPart({
  part,
  target,
  shortcut,
  onPhrases,
}: {
  part: Part;
  target: TargetName;
  shortcut?: string;
  onPhrases?: () => void;
}) {
  const { item, mayRecord } = useWorkspace();
  const t = useText();
  const label = usePartLabel(part);
  return (
    <Section
      title={label}
      {...(shortcut === undefined ? {} : { shortcut })}
      isWritten={mayRecord}
      hint={
        mayRecord &&
        onPhrases && (
          <IconButton
            icon="quote"
            size="s"
            label={t('workspace.insertPhrase')}
            shortcut="Ctrl+J"
            onPress={onPhrases}
          />
        )
      }
    >
      <PartEditor key={item.id} part={part} label={label} target={target} isReadOnly={!mayRecord} />
    </Section>
  );
}

function PartEditor({
  part,
  label,
  target,
  isReadOnly,
}: {
  part: Part;
  label: string;
  target?: TargetName;
  isReadOnly: boolean;
}) {
  const { item, saver } = useWorkspace();
  const assist = useLiveAssist();
  const value = useItemValue(saver, item.id, part) ?? null;
  const editor = useRef<RichTextHandle>(null);
  const place = useRef<Target>({
    focus: () => editor.current?.focus(),
    insert: (text) => editor.current?.insertText(text),
  });
  useEffect(() => (target === undefined ? undefined : registerTarget(target, place.current)), [target]);
  const itemId = item.id;
  // Leaving the item writes at once.
  useEffect(() => () => void saver.flush(itemId), [saver, itemId]);
  if (isReadOnly) return <ReadText value={value} label={label} />;
  return (
    <div
      onFocus={() => usedText(place.current)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) void saver.flush(itemId);
      }}
    >
      <RichTextEditor
        ref={editor}
        assist={assist}
        label={label}
        hideLabel
        value={value ?? EMPTY_TEXT}
        onChange={(doc) => saver.edit(itemId, part, isEmptyText(doc) ? null : doc)}
      />
    </div>
  );
}

/** A text to be read; one that is long is cut until it is opened. */
function ReadText({ value, label }: { value: RichText | null; label: string }) {
  const t = useText();
  const body = useRef<HTMLDivElement>(null);
  const [isLong, setLong] = useState(false);
  const [isOpen, setOpen] = useState(false);
  useLayoutEffect(() => {
    const node = body.current;
    if (node !== null && !isOpen) setLong(node.scrollHeight > node.clientHeight + 4);
  }, [value, isOpen]);
  if (value === null || isEmptyText(value)) return <p className={cx('empty')}>{t('workspace.emptyText')}</p>;
  return (
    <>
      <div ref={body} className={cx('read', !isOpen && 'cut')}>
        <RichTextView value={value} isSmall />
      </div>
      {isLong && (
        <div>
          <Button
            size="s"
            variant="quiet"
            iconAfter={isOpen ? 'chevronUp' : 'chevronDown'}
            aria-label={`${isOpen ? t('workspace.showLess') : t('workspace.showAll')}: ${label}`}
            onPress={() => setOpen(!isOpen)}
          >
            {isOpen ? t('workspace.showLess') : t('workspace.showAll')}
          </Button>
        </div>
      )}
    </>
  );
}

/** A text of the agenda: read, and edited when asked for. Long ones are cut until opened. */
export function PreparedPart({ part }: { part: 'account' | 'proposal' }) {
  const { item, saver, view } = useWorkspace();
  const t = useText();
  const label = usePartLabel(part);
  const value = useItemValue(saver, item.id, part) ?? null;
  const [isEditing, setEditing] = useState(false);
  if ((value === null || isEmptyText(value)) && !isEditing) return null;
  return (
    <div className={cx('prepared', part)}>
      <div className={cx('label')}>
        <h3 className={cx('name')}>{label}</h3>
        {!view.locked && (
          <Button
            size="s"
            variant="quiet"
            aria-label={isEditing ? t('workspace.stopEditing') : t('workspace.editText', { part: label })}
            onPress={() => setEditing(!isEditing)}
          >
            {isEditing ? t('common.done') : t('common.edit')}
          </Button>
        )}
      </div>
      {isEditing ? (
        <PartEditor part={part} label={label} isReadOnly={false} />
      ) : (
        <ReadText value={value} label={label} />
      )}
    </div>
  );
}
