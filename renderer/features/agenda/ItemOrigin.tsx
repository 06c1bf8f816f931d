import type { ItemView } from '../../../db/model/meeting-view.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { navigate } from '../../ui/navigation.ts';
import styles from './Suggestions.module.css';

const cx = classes(styles);

/** Where an item comes from: the meetings that dealt with the matter before, or the idea. */
export function ItemOrigin({ item: { history, idea } }: { item: ItemView }) {
  const t = useText();
  if (history.length === 0 && idea === null) return null;
  return (
    <div className={cx('history')}>
      {history.length > 0 && <span>{t('planning.history')}:</span>}
      {history.map(({ itemId, meetingId, reference, reason }) => (
        <Button
          key={itemId}
          size="s"
          variant="quiet"
          aria-label={t('planning.history.open', { reference })}
          onPress={() => navigate({ name: 'meeting', id: meetingId, part: 'agenda', item: itemId })}
        >
          {reason === null
            ? reference
            : t('planning.history.with', { reference, reason: t(`planning.reason.${reason}`) })}
        </Button>
      ))}
      {idea !== null && <span>{t('planning.history.idea', { title: idea.title })}</span>}
    </div>
  );
}
