import type { ReactNode } from 'react';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { useRemembered } from '../../ui/navigation.ts';
import { MOST_SHOWN } from './desk-list.ts';
import styles from './Start.module.css';

const cx = classes(styles);

/**
 * A list of `li`; a long one is folded, so that what follows is in sight.
 * @param name under which it is remembered whether the whole is shown
 */
export function FoldedList<Thing>({
  name,
  things,
  children,
}: {
  name: string;
  things: readonly Thing[];
  children: (thing: Thing) => ReactNode;
}) {
  const t = useText();
  const [isWhole, setWhole] = useRemembered(`start.whole.${name}`, false);
  const shown = isWhole ? things : things.slice(0, MOST_SHOWN);
  return (
    <>
      <ul className={cx('entries')}>{shown.map((thing) => children(thing))}</ul>
      {things.length > MOST_SHOWN && (
        <div className={cx('fold')}>
          <Button
            size="s"
            variant="quiet"
            icon={isWhole ? 'chevronUp' : 'chevronDown'}
            aria-expanded={isWhole}
            onPress={() => setWhole(!isWhole)}
          >
            {isWhole ? t('start.fewer') : t('start.rest', { count: things.length - MOST_SHOWN })}
          </Button>
        </div>
      )}
    </>
  );
}
