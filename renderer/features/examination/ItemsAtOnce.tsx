import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './Examination.module.css';
import type { ExaminationParts } from './use-examination.ts';

const cx = classes(styles);

/** Sections examined at once in the meeting. */
export function ItemsAtOnce({ meeting, examination }: ExaminationParts) {
  const t = useText();
  const format = useFormat();
  const [chosen, setChosen] = useState<string | null>(null);
  const examine = useMutationWithFeedback(api.examination.examineItem.mutate, {
    onSuccess: () => setChosen(null),
  });
  const withdraw = useMutationWithFeedback(api.examination.withdrawItemExamination.mutate);
  const { itemsOnTheSpot } = examination;
  const mayChange = meeting.mayRecordMinutes;
  if (!mayChange && itemsOnTheSpot.length === 0) return null;
  const left = meeting.items.filter(
    (item) => item.decided && !itemsOnTheSpot.some(({ itemId }) => itemId === item.id),
  );
  return (
    <Panel title={t('examination.items')}>
      <div className={cx('form')}>
        {itemsOnTheSpot.length === 0 ? (
          <p className={cx('muted')}>{t('examination.items.none')}</p>
        ) : (
          <ul className={cx('list')}>
            {itemsOnTheSpot.map(({ itemId, examinedAt }) => {
              const item = meeting.items.find(({ id }) => id === itemId);
              return (
                <li key={itemId} className={cx('entry')}>
                  <span className={cx('name')}>
                    {item?.sectionLabel} {item?.title}
                  </span>
                  {examinedAt !== null && <span className={cx('muted')}>{format.time(examinedAt)}</span>}
                  {mayChange && (
                    <Button
                      size="s"
                      variant="quiet"
                      aria-label={t('examination.items.withdraw', { section: item?.sectionLabel ?? '' })}
                      onPress={() => withdraw.mutate({ itemId })}
                    >
                      {t('examination.withdraw')}
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
        )}
        {mayChange && left.length > 0 && (
          <div className={cx('row')}>
            <Select
              width="m"
              label={t('examination.items.choose')}
              value={chosen}
              options={left.map((item) => ({ id: item.id, label: item.sectionLabel, detail: item.title }))}
              onChange={setChosen}
            />
            <Button
              isPending={examine.isPending}
              isDisabled={chosen === null}
              onPress={() => chosen !== null && examine.mutate({ itemId: chosen })}
            >
              {t('examination.items.examine')}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
}
