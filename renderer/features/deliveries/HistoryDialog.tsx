import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './Deliveries.module.css';
import type { CoverageRow } from './use-deliveries.ts';

const cx = classes(styles);

/** Everything that happened with one recipient's copies, the newest version last. */
export function HistoryDialog({ row, onClose }: { row: CoverageRow; onClose: () => void }) {
  const t = useText();
  const format = useFormat();
  return (
    <Dialog
      isOpen
      title={row.name}
      lead={t('deliveries.historyLead')}
      onClose={onClose}
      actions={
        <Button variant="primary" onPress={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      {row.deliveries.map((delivery) => (
        <section key={delivery.id} className={cx('version')}>
          <h3 className={cx('versionTitle')}>{t('deliveries.version', { number: delivery.number })}</h3>
          <p className={cx('hash')}>SHA-256 {delivery.sha256}</p>
          <ol className={cx('events')}>
            {delivery.events.map((event, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- events are only ever added at the end
              <li key={at} className={cx('event')}>
                <span>{format.date(event.on)}</span>
                <span>
                  {t(`deliveries.event.${event.event}`)} · {t(`deliveries.channel.${event.channel}`)}
                  {event.address && ` · ${event.address}`}
                  {event.note && <span className={cx('eventNote')}>{event.note}</span>}
                </span>
                <span className={cx('by')}>{event.by}</span>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </Dialog>
  );
}
