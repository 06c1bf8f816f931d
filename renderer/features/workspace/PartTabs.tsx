import { useRef, type KeyboardEvent } from 'react';
import { KIND_RULES, type MeetingKind } from '../../../db/model/meeting-kind.ts';
import { useText } from '../../i18n/language.ts';
import { classes } from '../../ui/classes.ts';
import type { MeetingPart } from '../../ui/navigation.ts';
import styles from './MeetingWorkspace.module.css';

const cx = classes(styles);

export const PARTS: readonly MeetingPart[] = ['agenda', 'call', 'live', 'examination', 'preview'];

/**
 * The tabs of the workspace in its header. Not the tabs of `ui`: those draw what is around them a second time to count
 * their tabs, and the header's dialogs would be there twice.
 */
export function PartTabs({
  kind,
  selected,
  onSelect,
}: {
  kind: MeetingKind;
  selected: MeetingPart;
  onSelect: (part: MeetingPart) => void;
}) {
  const t = useText();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = PARTS.indexOf(selected);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: PARTS.length - 1 }[event.key];
    if (to === undefined || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    const part = PARTS[(to + PARTS.length) % PARTS.length] ?? 'live';
    onSelect(part);
    list.current?.querySelector<HTMLElement>(`#meeting-tab-${part}`)?.focus();
  };
  return (
    <div
      ref={list}
      role="tablist"
      tabIndex={-1}
      aria-label={t('workspace.parts')}
      className={cx('tabs')}
      onKeyDown={onKeyDown}
    >
      {PARTS.map((part) => (
        <button
          key={part}
          type="button"
          role="tab"
          id={`meeting-tab-${part}`}
          aria-selected={part === selected}
          aria-controls="meeting-panel"
          tabIndex={part === selected ? 0 : -1}
          className={cx('tab')}
          onClick={() => onSelect(part)}
        >
          {t(part === 'live' && !KIND_RULES[kind].convenes ? 'answers.part' : `workspace.part.${part}`)}
        </button>
      ))}
    </div>
  );
}
