import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { navigate } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import styles from '../../ui/Parts.module.css';
import { Pill } from '../../ui/Pill.tsx';
import type { Card } from './InclusionEntryScreen.tsx';

const cx = classes(styles);

/** Indicators that the counts of this entry feed: what they amount to by year, to be noted as a measurement. */
export function IndicatorsPanel({ entry }: { entry: Card }) {
  const t = useText();
  const format = useFormat();
  const [round, setRound] = useState(0);
  const set = (indicatorId: string, isLinked: boolean) =>
    api.inclusion.setIndicator.mutate({ entryId: entry.id, indicatorId, isLinked });
  const link = useMutationWithFeedback((id: string) => set(id, true), {
    done: t('inclusion.linked'),
    undo: (_, id) => set(id, false),
    onSuccess: () => setRound((now) => now + 1),
  });
  const unlink = useMutationWithFeedback((id: string) => set(id, false), {
    done: t('inclusion.unlinked'),
    undo: (_, id) => set(id, true),
  });
  const measure = useMutationWithFeedback(
    (input: { indicatorId: string; year: string }) =>
      api.inclusion.measure.mutate({ entryId: entry.id, ...input }),
    { done: ({ value }) => t('inclusion.measured', { value: format.number(value) }) },
  );
  return (
    <Panel title={t('inclusion.indicators')}>
      {entry.indicators.length === 0 ? (
        <p className={cx('none')}>{t('inclusion.indicatorsNone')}</p>
      ) : (
        <ul className={cx('list')}>
          {entry.indicators.map((one) => (
            <li key={one.id} className={cx('entry')}>
              <div className={cx('words')}>
                <span className={cx('main')}>{one.name}</span>
                <span className={cx('detail')}>
                  {one.latest === null
                    ? t('inclusion.indicatorNone')
                    : t('inclusion.indicatorLatest', {
                        value: `${format.number(one.latest.value, one.decimals)} ${one.unit}`,
                        date: format.date(one.latest.measuredOn),
                      })}
                </span>
                {one.years.map(({ year, value, parts, isMeasured }) => (
                  <span key={year} className={cx('row')}>
                    <span className={cx('detail')}>
                      {t('inclusion.indicatorYear', {
                        year,
                        value: format.number(value),
                        parts: parts.map(({ code, count }) => `${code} ${format.number(count)}`).join(', '),
                      })}
                    </span>
                    {isMeasured ? (
                      <Pill tone="ok">{t('inclusion.isMeasured')}</Pill>
                    ) : (
                      <Button
                        size="s"
                        variant="quiet"
                        aria-label={t('inclusion.measureNamed', { name: one.name, year })}
                        onPress={() => measure.mutate({ indicatorId: one.id, year })}
                      >
                        {t('inclusion.measure')}
                      </Button>
                    )}
                  </span>
                ))}
              </div>
              <Button
                size="s"
                variant="quiet"
                aria-label={`${t('common.open')}: ${one.name}`}
                onPress={() => navigate({ name: 'indicator', id: one.id })}
              >
                {t('common.open')}
              </Button>
              <IconButton
                icon="close"
                size="s"
                label={t('inclusion.unlink', { name: one.name })}
                onPress={() => unlink.mutate(one.id)}
              />
            </li>
          ))}
        </ul>
      )}
      <ComboBox
        key={round}
        label={t('inclusion.addIndicator')}
        hideLabel
        placeholder={`${t('inclusion.addIndicator')}…`}
        value={null}
        onChange={(option) => option && link.mutate(option.id)}
        load={async (text) =>
          (await api.indicators.list.query({ boardId: entry.boardId }))
            .filter(
              ({ id, name }) =>
                name.toLowerCase().includes(text.toLowerCase()) &&
                !entry.indicators.some((one) => one.id === id),
            )
            .map(({ id, name }) => ({ id, label: name }))
        }
      />
    </Panel>
  );
}
