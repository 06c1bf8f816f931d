import { useText } from '../../i18n/language.ts';
import { classes } from '../../ui/classes.ts';
import { Panel } from '../../ui/Panel.tsx';
import { EffectEntry } from './EffectEntry.tsx';
import styles from './Effects.module.css';
import { useEffects } from './use-effects.ts';

const cx = classes(styles);

/** What the examination of a meeting's minutes will change in the register, or has changed. */
export function EffectsPanel({ meetingId }: { meetingId: string }) {
  const t = useText();
  const effects = useEffects(meetingId);
  if (effects.length === 0) return null;
  return (
    <Panel title={t('effects.title')} isFlush>
      <ul className={cx('entries', 'flush')}>
        {effects.map((view) => (
          <EffectEntry key={view.id} view={view} onEdit={null} where={view.reference} />
        ))}
      </ul>
    </Panel>
  );
}
