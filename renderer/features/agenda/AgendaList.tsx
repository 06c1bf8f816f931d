import { useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { DropIndicator, useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import { useText } from '../../i18n/language.ts';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Agenda.module.css';
import type { Autosave } from '../../api/item-autosave.ts';
import { dropPlace, type PlacedItem } from './order.ts';
import { useItemValue } from '../../api/item-savers.ts';

const cx = classes(styles);

/** The items in their order: numbers at the left, a handle to drag at the right. */
export function AgendaList({
  items,
  saver,
  selected,
  onSelect,
  onMove,
  mayMove,
}: {
  items: readonly PlacedItem[];
  saver: Autosave;
  selected: string | null;
  onSelect: (id: string) => void;
  onMove: (id: string, place: number) => void;
  mayMove: boolean;
}) {
  const t = useText();
  const ids = items.map(({ item }) => item.id);
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    renderDropIndicator: (target) => <DropIndicator target={target} className={cx('drop')} />,
    onReorder: ({ keys, target }) => {
      const [key] = [...keys];
      if (key === undefined) return;
      onMove(String(key), dropPlace(ids, String(key), String(target.key), target.dropPosition));
    },
  });
  // Passing through the list by Tab chooses nothing: the details of the meeting stay on the screen beside it.
  const isEntering = useRef(false);
  const list = (
    <GridList
      aria-label={t('agenda.items')}
      className={cx('list')}
      items={items.map((placed) => ({ ...placed, id: placed.item.id }))}
      dependencies={[t, mayMove]}
      selectionMode="single"
      selectionBehavior="replace"
      selectedKeys={selected === null ? [] : [selected]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys];
        if (key !== undefined && !(isEntering.current && selected === null)) onSelect(String(key));
      }}
      {...(mayMove ? { dragAndDropHooks } : {})}
    >
      {({ id, item, label }) => (
        <GridListItem id={id} textValue={`${label} ${item.title}`} className={cx('row')}>
          <span className={cx('number')}>{label}</span>
          <span className={cx('name')}>
            <ItemTitle saver={saver} id={id} fallback={item.title} />
            <span className={cx('marks')}>
              {item.diaryNumber !== null && <span>{item.diaryNumber}</span>}
              {item.attachments.length > 0 && (
                <span className={cx('mark')}>
                  <Icon name="attachment" size={13} />
                  {t('documents.attachments', { count: item.attachments.length })}
                </span>
              )}
              {item.suggestedConflicts.length > 0 && (
                <span className={cx('mark', 'warned')}>
                  <Icon name="warning" size={13} />
                  {t('agenda.suggestions', { count: item.suggestedConflicts.length })}
                </span>
              )}
            </span>
          </span>
          {mayMove && (
            <AriaButton
              slot="drag"
              className={cx('handle')}
              aria-label={t('agenda.drag', { title: item.title })}
            >
              <Icon name="drag" size={16} />
            </AriaButton>
          )}
        </GridListItem>
      )}
    </GridList>
  );
  return (
    <div
      role="presentation"
      onFocusCapture={(event) => {
        isEntering.current = !event.currentTarget.contains(event.relatedTarget);
      }}
      onFocus={() => {
        isEntering.current = false;
      }}
    >
      {list}
    </div>
  );
}

/** Follows what is typed into the heading. */
function ItemTitle({ saver, id, fallback }: { saver: Autosave; id: string; fallback: string }) {
  return <span className={cx('words')}>{useItemValue(saver, id, 'title') ?? fallback}</span>;
}
