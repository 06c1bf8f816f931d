import { useRef, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { Button, IconButton } from './Button.tsx';
import { Checkbox } from './Checkbox.tsx';
import { classes } from './classes.ts';
import styles from './ColumnMenu.module.css';
import { Dialog } from './Dialog.tsx';
import type { ColumnChoice } from './grid-columns.ts';

const cx = classes(styles);

/** A button that opens the choice of a grid's columns. Alt+Up and Alt+Down move the column that has the focus. */
export function ColumnMenu<Row>({ choice }: { choice: ColumnChoice<Row> }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const list = useRef<HTMLUListElement>(null);

  const move = (id: string, by: -1 | 1, control: string): void => {
    choice.move(id, by);
    // The entry is drawn elsewhere now: the focus goes with it.
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-column="${CSS.escape(id)}"] ${control}`)?.focus(),
    );
  };

  return (
    <>
      <Button variant="quiet" icon="table" onPress={() => setOpen(true)}>
        {t('common.columns')}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t('common.columns')}
        lead={t('common.columnsChoice')}
        width="narrow"
        aside={
          <Button variant="quiet" onPress={choice.reset}>
            {t('common.columnsReset')}
          </Button>
        }
        actions={
          <Button variant="primary" onPress={() => setOpen(false)}>
            {t('common.done')}
          </Button>
        }
      >
        <ul ref={list} className={cx('list')}>
          {choice.entries.map(({ id, header, isShown, isFixed }, at) => (
            <li key={id} data-column={id} className={cx('entry')}>
              <Checkbox
                isSelected={isShown}
                isReadOnly={isFixed}
                onChange={(is) => choice.show(id, is)}
                onKeyDown={(event) => {
                  if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown'))
                    return event.continuePropagation();
                  event.preventDefault();
                  move(id, event.key === 'ArrowUp' ? -1 : 1, 'input');
                }}
              >
                {header}
              </Checkbox>
              <IconButton
                icon="arrowUp"
                size="s"
                variant="quiet"
                label={t('common.moveColumnUp', { column: header })}
                isDisabled={at === 0}
                onPress={() => move(id, -1, 'button')}
              />
              <IconButton
                icon="arrowDown"
                size="s"
                variant="quiet"
                label={t('common.moveColumnDown', { column: header })}
                isDisabled={at === choice.entries.length - 1}
                onPress={() => move(id, 1, 'button:last-of-type')}
              />
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}
