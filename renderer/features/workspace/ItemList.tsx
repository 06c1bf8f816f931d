import { VisuallyHidden } from 'react-aria-components';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import type { ItemView } from '../../../db/model/meeting-view.ts';
import { useText } from '../../i18n/language.ts';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './ItemList.module.css';
import { selectItem } from './live-store.ts';
import { useWorkspace } from './use-meeting.ts';

const cx = classes(styles);

/** The items with their states: done, being dealt with, to come. ↑ and ↓ look at another; they do not move the meeting on. */
export function ItemList() {
  const { view, item } = useWorkspace();
  const t = useText();
  return (
    <ListBox
      aria-label={t('workspace.items')}
      className={cx('list')}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={[item.id]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys];
        if (key !== undefined) selectItem(view.id, String(key));
      }}
      items={view.items}
      dependencies={[view, t]}
    >
      {(one) => {
        const mark = markOf(one, view.state === 'in_session' ? view.currentItemId : null);
        return (
          <ListBoxItem
            id={one.id}
            className={cx('item', mark)}
            textValue={`${t('workspace.item.section', { section: one.section })} ${one.title}`}
          >
            <span className={cx('mark')}>
              {mark === 'done' ? (
                <Icon name="check" size={14} />
              ) : mark === 'current' ? (
                <Icon name="play" size={13} />
              ) : null}
            </span>
            <span className={cx('number')}>
              <VisuallyHidden elementType="span">§ </VisuallyHidden>
              {one.section}
            </span>
            <span className={cx('words')}>
              <span className={cx('title')}>{one.title}</span>
              <span className={cx('state')}>
                {mark === 'current' ? (
                  <span className={cx('now')}>{t('workspace.item.current')}</span>
                ) : (
                  <VisuallyHidden elementType="span">{t(`workspace.item.${mark}`)}</VisuallyHidden>
                )}
                {one.decisionType !== null && <span>{t(`workspace.decision.${one.decisionType}`)}</span>}
                {!one.status.quorate && one.startedAt !== null && (
                  <span className={cx('bad')}>
                    <Icon name="warning" size={13} label={t('workspace.problem.not_quorate')} />
                  </span>
                )}
              </span>
            </span>
          </ListBoxItem>
        );
      }}
    </ListBox>
  );
}

function markOf(item: ItemView, currentId: string | null): 'done' | 'current' | 'pending' {
  if (item.id === currentId) return 'current';
  return item.decided ? 'done' : 'pending';
}
