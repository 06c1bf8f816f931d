import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/language.ts';
import { classes } from './classes.ts';
import styles from './MentionList.module.css';
import { navigate } from './navigation.ts';

const cx = classes(styles);

/** An item whose text mentions somebody or something. */
export interface MentionedIn {
  itemId: string;
  meetingId: string;
  boardShortName: string;
  /** "3/2026" */
  meeting: string;
  heldOn: string;
  /** Null while the meeting is planned. */
  section: number | null;
  title: string;
}

/** Where something is mentioned (maininnat), newest first; each leads to its §. */
export function MentionList({ places }: { places: readonly MentionedIn[] }) {
  const t = useText();
  const format = useFormat();
  if (places.length === 0) return <p className={cx('none')}>{t('writing.mentions.none')}</p>;
  return (
    <ul className={cx('list')}>
      {places.map(({ itemId, meetingId, boardShortName: board, meeting, heldOn, section, title }) => (
        <li key={itemId}>
          <button
            type="button"
            className={cx('place')}
            onClick={() => navigate({ name: 'meeting', id: meetingId, part: 'agenda', item: itemId })}
          >
            <span className={cx('where')}>
              {section === null
                ? t('writing.mentions.placePlanned', { board, meeting })
                : t('writing.mentions.place', { board, meeting, section })}
            </span>
            <span className={cx('title')}>{title}</span>
            <span className={cx('date')}>{format.date(heldOn)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
