import { inLanguage } from '../../../db/model/language.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { classes } from '../../ui/classes.ts';
import { Pill } from '../../ui/Pill.tsx';
import styles from './Boards.module.css';
import type { Holder } from './use-boards.ts';

const cx = classes(styles);

/** Who holds a place: name, organisation, since when. */
export function HolderWords({
  holder,
  none,
  isQuiet = false,
  usual = null,
}: {
  holder: Holder | null;
  /** What stands for nobody. */
  none: string;
  /** Nobody is nothing to worry about. */
  isQuiet?: boolean;
  /** First day of the term: who holds the place since then needs no date. */
  usual?: string | null;
}) {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  if (!holder)
    return (
      <span className={cx('holder')}>
        {isQuiet ? (
          <span className={cx('none')}>{none}</span>
        ) : (
          <span>
            <Pill tone="warning">{none}</Pill>
          </span>
        )}
      </span>
    );
  const { person, organisation } = holder;
  return (
    <span className={cx('holder')}>
      <span className={cx('name')}>
        {person.name}
        {person.shortName !== null && person.shortName !== person.name && (
          <span className={cx('short')}> ({person.shortName})</span>
        )}
      </span>
      {organisation && <span className={cx('detail')}>{inLanguage(organisation.name, language)}</span>}
      {(holder.startsOn !== usual || holder.endsOn !== null) && (
        <span className={cx('detail')}>
          {[
            ...(holder.startsOn === usual
              ? []
              : [t('boards.sinceDate', { date: format.date(holder.startsOn) })]),
            ...(holder.endsOn === null ? [] : [t('boards.until', { date: format.date(holder.endsOn) })]),
          ].join(', ')}
        </span>
      )}
    </span>
  );
}
