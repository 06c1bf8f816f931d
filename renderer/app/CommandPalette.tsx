import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useText } from '../i18n/language.ts';
import { useActionStore } from '../ui/actions.ts';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/Icon.tsx';
import type { IconName } from '../ui/icons.ts';
import { Keys } from '../ui/Keys.tsx';
import styles from './CommandPalette.module.css';
import { closePalette, usePalette } from './palette-store.ts';
import { Marked } from '../ui/Marked.tsx';
import { matchActions } from './palette-match.ts';
import { useSearchHits, type HitGroup } from './search-hits.ts';

const cx = classes(styles);

interface Entry {
  key: string;
  icon: IconName;
  title: ReactNode;
  detail?: ReactNode;
  shortcut?: string | undefined;
  run: () => void | Promise<void>;
}

interface Group {
  key: string;
  label: string;
  entries: readonly Entry[];
}

const GROUP_ICONS: Record<HitGroup['kind'], IconName> = {
  organisation: 'organisations',
  person: 'person',
  municipality: 'boards',
  board: 'boards',
  meeting: 'meetings',
  item: 'quote',
  task: 'tasks',
  idea: 'bulletList',
  document: 'document',
  theme: 'themes',
  volunteer_action: 'volunteers',
  practice: 'table',
  community_forum: 'link',
  agreement: 'document',
  project: 'folder',
  cooperation_case: 'document',
  inclusion_entry: 'inclusion',
  indicator: 'chart',
  report: 'document',
  bulletin: 'megaphone',
  other: 'search',
};

/** Actions shown at most while there are other hits; without text all of them are there. */
const FEW = 5;

/** Ctrl+K: everything that can be done, and everything that can be found. The focus stays in the field. */
export default function CommandPalette() {
  const t = useText();
  const id = useId();
  const [text, setText] = useState(() => usePalette.getState().text);
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const actions = useActionStore((state) => state.actions);
  const { groups: hits, isSearching } = useSearchHits(text);

  const groups = useMemo((): Group[] => {
    const found = matchActions(actions, text, t);
    const shown = hits.length > 0 ? found.slice(0, FEW) : found;
    const actionGroup: Group = {
      key: 'actions',
      label: t('shell.palette.actions'),
      entries: shown.map(({ action, title, ranges }) => ({
        key: action.id,
        icon: action.icon ?? 'chevronRight',
        title: <Marked text={title} ranges={ranges} />,
        shortcut: action.shortcut,
        run: action.run,
      })),
    };
    const hitGroups = hits.map(({ kind, hits: inGroup }): Group => ({
      key: kind,
      label: t(`shell.palette.kind.${kind}`),
      entries: inGroup.map((hit) => ({
        key: hit.id,
        icon: GROUP_ICONS[kind],
        title: <Marked text={hit.title} ranges={hit.titleRanges} />,
        detail: hit.excerpt && <Marked text={hit.excerpt} ranges={hit.excerptRanges} />,
        run: hit.open,
      })),
    }));
    return [actionGroup, ...hitGroups].filter(({ entries }) => entries.length > 0);
  }, [actions, hits, text, t]);

  const entries = groups.flatMap((group) => group.entries);
  const at = Math.min(active, Math.max(0, entries.length - 1));
  const hitCount = hits.reduce((sum, group) => sum + group.hits.length, 0);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, groups]);

  const run = (entry: Entry | undefined): void => {
    if (!entry) return;
    closePalette();
    void entry.run();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const last = entries.length - 1;
    if (event.key === 'ArrowDown') setActive(at >= last ? 0 : at + 1);
    else if (event.key === 'ArrowUp') setActive(at <= 0 ? last : at - 1);
    else if (event.key === 'PageDown') setActive(Math.min(last, at + 8));
    else if (event.key === 'PageUp') setActive(Math.max(0, at - 8));
    else if (event.key === 'Enter') run(entries[at]);
    else return;
    event.preventDefault();
  };

  let index = -1;
  return (
    <ModalOverlay
      className={cx('scrim')}
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) closePalette();
      }}
    >
      <Modal className={cx('modal')}>
        <AriaDialog className={cx('dialog')} aria-label={t('shell.searchLabel')}>
          <div className={cx('field')}>
            <Icon name="search" size={20} />
            <input
              className={cx('input')}
              role="combobox"
              aria-expanded="true"
              aria-controls={`${id}-list`}
              aria-autocomplete="list"
              aria-label={t('shell.searchLabel')}
              {...(entries.length > 0 ? { 'aria-activedescendant': `${id}-${at}` } : {})}
              placeholder={t('shell.palette.placeholder')}
              value={text}
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog exists to be typed in
              autoFocus
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => {
                setText(event.target.value);
                setActive(0);
              }}
              onKeyDown={onKeyDown}
            />
          </div>
          <div
            ref={list}
            id={`${id}-list`}
            role="listbox"
            aria-label={t('shell.searchLabel')}
            className={cx('list')}
          >
            {groups.map((group) => (
              <div key={group.key} role="group" aria-label={group.label}>
                <div className={cx('group')} aria-hidden="true">
                  {group.label}
                </div>
                {group.entries.map((entry) => {
                  index += 1;
                  const own = index;
                  return (
                    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the field has the focus and the keys
                    <div
                      key={entry.key}
                      id={`${id}-${own}`}
                      role="option"
                      aria-selected={own === at}
                      className={cx('entry')}
                      onClick={() => run(entry)}
                      onPointerMove={() => setActive(own)}
                    >
                      <Icon name={entry.icon} />
                      <div className={cx('words')}>
                        <div className={cx('title')}>{entry.title}</div>
                        {entry.detail && <div className={cx('detail')}>{entry.detail}</div>}
                      </div>
                      {entry.shortcut && <Keys shortcut={entry.shortcut} />}
                    </div>
                  );
                })}
              </div>
            ))}
          </div>
          {entries.length === 0 && !isSearching && (
            <p className={cx('nothing')}>{t('shell.palette.nothing', { text })}</p>
          )}
          <div className={cx('foot')}>
            <span role="status">
              {isSearching
                ? t('shell.palette.searching')
                : hitCount > 0
                  ? t('shell.palette.results', { count: hitCount })
                  : ''}
            </span>
            <span className={cx('hints')} aria-hidden="true">
              <Keys shortcut="ArrowUp" />
              <Keys shortcut="ArrowDown" /> {t('shell.palette.hint.move')}
              <Keys shortcut="Enter" /> {t('shell.palette.hint.open')}
              <Keys shortcut="Escape" /> {t('shell.palette.hint.close')}
            </span>
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
