import type { ClockClash } from '../../../db/model/clock-clash.ts';
import { spanText, type ClockComparison, type ClockSummary } from '../../../db/model/clock-view.ts';
import { clashLines, comparedRows } from '../../../db/model/print-clock.ts';
import { inLanguage } from '../../../db/model/language.ts';
import { api } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { classes } from '../../ui/classes.ts';
import { navigate, useRemembered } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Pill, type Tone } from '../../ui/Pill.tsx';
import { exportComparison } from './clock-files.ts';
import styles from './Clocks.module.css';

const cx = classes(styles);

const TONES: Record<ClockClash['kind'], Tone> = {
  order: 'danger',
  apart: 'warning',
  missing: 'warning',
  overload: 'info',
  unclear: 'neutral',
};

/** Region and municipalities of the same council term, as far as there are. */
function atFirst(clocks: readonly ClockSummary[]): string[] {
  const region =
    clocks.find((one) => one.owner.kind === 'region' && one.kind === 'term') ??
    clocks.find((one) => one.owner.kind === 'region');
  if (region === undefined) return clocks.slice(0, 2).map((one) => one.id);
  return clocks
    .filter(
      (one) =>
        one.id === region.id ||
        (one.owner.kind === 'municipality' &&
          one.kind === region.kind &&
          one.firstMonth === region.firstMonth),
    )
    .map((one) => one.id);
}

/** Clocks beside each other, and where they do not fit together. */
export function Compare({ clocks }: { clocks: readonly ClockSummary[] }) {
  const t = useText();
  const language = useLanguage();
  const [chosen, setChosen] = useRemembered<readonly string[] | null>('clocks.compared', null);
  const ids = (chosen ?? atFirst(clocks)).filter((id) => clocks.some((clock) => clock.id === id));
  const { data } = useTopicQuery(
    ['clocks', 'tasks'],
    ['clocks.compare', ids.join()],
    () => api.clocks.compare.query({ ids: [...ids] }),
    { enabled: ids.length > 1, keepPrevious: true },
  );
  return (
    <div className={cx('compare')}>
      <Panel title={t('clocks.compareWhich')}>
        <div className={cx('choices')}>
          {clocks.map((clock) => (
            <Checkbox
              key={clock.id}
              isSelected={ids.includes(clock.id)}
              onChange={(isOn) => setChosen(isOn ? [...ids, clock.id] : ids.filter((id) => id !== clock.id))}
              detail={`${clock.title} ${spanText(clock)}`}
            >
              {inLanguage(clock.owner.name, language)}
            </Checkbox>
          ))}
        </div>
      </Panel>
      <div className={cx('stack')}>
        {ids.length < 2 && <p className={cx('detail')}>{t('clocks.compareLead')}</p>}
        {data && ids.length > 1 && (
          <>
            <Clashes comparison={data} />
            <Panel
              title={t('clocks.tab.compare')}
              isFlush
              actions={
                <Button size="s" icon="download" onPress={() => void exportComparison(ids, language)}>
                  {t('clocks.exportPdf')}
                </Button>
              }
            >
              <Table comparison={data} />
            </Panel>
          </>
        )}
      </div>
    </div>
  );
}

function Clashes({ comparison }: { comparison: ClockComparison }) {
  const t = useText();
  const language = useLanguage();
  const told = comparison.clashes.filter((clash) => clash.kind !== 'unclear');
  const unclear = comparison.clashes.length - told.length;
  return (
    <Panel title={t('clocks.clashes')} isFlush={told.length > 0}>
      {told.length === 0 && <p>{t('clocks.noClashes')}</p>}
      <ul>
        {told.map((clash) => (
          <li
            key={`${clash.kind} ${clash.month} ${clash.lackingClockId} ${clash.sides.map((one) => one.taskId + one.termYear).join()}`}
            className={cx('clash')}
          >
            <Pill tone={TONES[clash.kind]}>{t(`clocks.clash.${clash.kind}`)}</Pill>
            <div className={cx('words')}>
              {clashLines(clash, comparison, language).map((line) => (
                <p key={line}>{line}</p>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {unclear > 0 && <p className={cx('none')}>{t('clocks.unclear', { count: unclear })}</p>}
    </Panel>
  );
}

function Table({ comparison }: { comparison: ClockComparison }) {
  const t = useText();
  const language = useLanguage();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table that may scroll sideways, by keyboard too
    <div className={cx('scroll')} role="group" aria-label={t('clocks.tab.compare')} tabIndex={0}>
      <table className={cx('table')}>
        <thead>
          <tr>
            <th scope="col">{t('clocks.time')}</th>
            {comparison.clocks.map((clock) => (
              <th key={clock.id} scope="col">
                <button
                  type="button"
                  className={cx('link')}
                  onClick={() => navigate({ name: 'clocks', id: clock.id })}
                >
                  {inLanguage(clock.owner.name, language)}
                </button>
                <span className={cx('detail')}>{clock.title}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {comparedRows(comparison, language).map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              {row.cells.map((cell, index) => (
                <td key={comparison.clocks[index]?.id}>
                  {cell.map((one) => (
                    <p key={one.key} className={cx('entry')}>
                      {one.isClash && <Pill tone="danger">{t('clocks.clashMark')}</Pill>} {one.title}
                    </p>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
