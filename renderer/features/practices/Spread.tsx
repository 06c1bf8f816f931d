import { useCallback } from 'react';
import type { ChartLook } from '../../../db/model/chart.ts';
import { stackedChart } from '../../../db/model/chart-stacked.ts';
import { inLanguage } from '../../../db/model/language.ts';
import { PRACTICE_STAGE_WORDS } from '../../../db/model/practice-words.ts';
import type { MunicipalStage } from '../../../db/model/practice.ts';
import { tileMap } from '../../../db/model/tile-map.ts';
import { useOpenBoard } from '../../api/board.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { ChartView } from '../../ui/ChartView.tsx';
import { classes } from '../../ui/classes.ts';
import { useRemembered } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './Practices.module.css';

const cx = classes(styles);
const ALL = 'all';
/** In the order of the palette's series: what has taken root is the strongest. */
const SERIES: readonly MunicipalStage[] = ['embedded', 'in_use', 'decided', 'offered', 'declined'];
const IN_USE: readonly string[] = ['in_use', 'embedded'];

/** How practices have spread: municipalities by stage at the end of each year, and where, as a map of tiles. */
export function Spread({
  practices,
  places,
}: {
  practices: Outputs['practices']['matrix']['practices'];
  places: Outputs['practices']['matrix']['places'];
}) {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const board = useOpenBoard();
  const [chosen, setChosen] = useRemembered('practices.spreadOf', ALL);
  const practice = practices.find(({ id }) => id === chosen) ?? null;
  const { data, error } = useTopicQuery(
    ['practices'],
    ['practices.spread', board.id, practice?.id ?? ''],
    () => api.practices.spread.query({ boardId: board.id, practiceId: practice?.id ?? null }),
    { keepPrevious: true },
  );
  const { data: own } = useTopicQuery(['boards'], ['boards.get', board.id], () =>
    api.boards.get.query({ id: board.id }),
  );
  const title = practice?.name ?? t('practices.all');
  const overTime = useCallback(
    (look: ChartLook) =>
      stackedChart(
        {
          title: t('practices.spreadTitle', { practice: title }),
          description: t('practices.spreadDescription'),
          unit: '',
          decimals: 0,
          parts: SERIES.map((stage) => PRACTICE_STAGE_WORDS[language][stage]),
          rows: (data ?? []).map(({ day, counts }) => ({
            name: day.endsWith('-12-31') ? day.slice(0, 4) : format.date(day),
            values: SERIES.map((stage) => counts[stage]),
          })),
          words: { name: t('practices.yearEnd'), total: t('practices.total') },
        },
        look,
      ),
    [data, language, t, format, title],
  );
  const onMap = useCallback(
    (look: ChartLook) => {
      const words = PRACTICE_STAGE_WORDS[language];
      return tileMap(
        {
          title: t('practices.mapTitle', { practice: title }),
          description: t(practice ? 'practices.mapDescription' : 'practices.mapAllDescription'),
          regionCode: own?.regionCode ?? null,
          tiles: places.map(({ code, name }) => {
            const base = { code, name: inLanguage(name, language) };
            if (practice) {
              const state = practice.municipalities.find((one) => one.code === code);
              return state === undefined
                ? { ...base, series: null, text: t('practices.notOffered'), detail: '' }
                : {
                    ...base,
                    series: SERIES.findIndex((stage) => stage === state.stage),
                    text: words[state.stage],
                    detail: format.date(state.since),
                  };
            }
            const used = practices.filter((one) =>
              one.municipalities.some((state) => state.code === code && IN_USE.includes(state.stage)),
            );
            return {
              ...base,
              // Half of all practices or more is the strongest, one at least the next.
              series: used.length === 0 ? null : used.length * 2 >= practices.length ? 0 : 1,
              text: t('practices.inUseCount', { count: used.length }),
              detail: used.map((one) => one.name).join(', '),
            };
          }),
          words: {
            name: t('practices.municipality'),
            text: practice ? t('practices.stage') : t('practices.inUse'),
            detail: practice ? t('practices.since') : t('practices.title'),
          },
        },
        look,
      );
    },
    [practices, practice, places, own, language, t, format, title],
  );
  return (
    <div className={cx('fill')}>
      <div className={cx('tools')}>
        <Select
          label={t('practices.practice')}
          width="m"
          value={practice?.id ?? ALL}
          onChange={setChosen}
          options={[
            { id: ALL, label: t('practices.all') },
            ...practices.map(({ id, code, name }) => ({ id, label: `${code} ${name}` })),
          ]}
        />
      </div>
      {error && <Banner tone="danger">{error.message}</Banner>}
      <div className={cx('pair')}>
        <Panel title={t('practices.overTime')}>
          {data?.length === 0 ? <p>{t('practices.spreadNone')}</p> : <ChartView compose={overTime} />}
        </Panel>
        <Panel title={t('practices.onMap')}>
          <ChartView compose={onMap} />
        </Panel>
      </div>
    </div>
  );
}
