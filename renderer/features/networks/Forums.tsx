import { VisuallyHidden } from 'react-aria-components';
import { useCallback, useState } from 'react';
import type { ChartLook } from '../../../db/model/chart.ts';
import { FORUM_STAGE_WORDS, type MunicipalForum } from '../../../db/model/community-forum.ts';
import { inLanguage } from '../../../db/model/language.ts';
import { tileMap } from '../../../db/model/tile-map.ts';
import { useOpenBoard } from '../../api/board.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { ChartView } from '../../ui/ChartView.tsx';
import { classes } from '../../ui/classes.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { navigate } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import parts from '../../ui/Parts.module.css';
import { Pill } from '../../ui/Pill.tsx';
import { ForumDialog } from './ForumDialog.tsx';
import { ForumStagePill, type ForumOverview } from './forum-parts.tsx';
import styles from './Forums.module.css';

const cx = classes({ ...parts, ...styles });
/** Of the palette's series: permanent is the strongest. */
const SERIES: Record<MunicipalForum, number | null> = { permanent: 0, pilot: 1, ended: null, none: null };

/** Community forums by municipality: where one is a pilot, where it is permanent, where there is none. */
export function Forums() {
  const t = useText();
  const board = useOpenBoard();
  const [on, setOn] = useState<string | null>(todayIso());
  const [creating, setCreating] = useState<{ municipality: string | null } | null>(null);
  const { data, error } = useTopicQuery(
    ['forums', 'organisations', 'persons', 'indicators'],
    ['forums.overview', board.id, on ?? ''],
    () => api.forums.overview.query({ boardId: board.id, on }),
    { keepPrevious: true },
  );
  if (!data) return error && <Banner tone="danger">{error.message}</Banner>;
  const create = (
    <Button variant="primary" icon="plus" onPress={() => setCreating({ municipality: null })}>
      {t('forums.new')}
    </Button>
  );
  const flagged = data.forums.filter(({ flags }) => flags.length > 0).length;
  const isEmpty = data.forums.length === 0 && on === todayIso();
  return (
    <div className={cx('stack')}>
      {isEmpty ? (
        <Panel>
          <EmptyState title={t('forums.empty')} actions={create}>
            {t('forums.emptyBody')}
          </EmptyState>
        </Panel>
      ) : (
        <>
          <div className={cx('tools')}>
            <DateField label={t('forums.on')} width="s" value={on} onChange={setOn} />
            <p className={cx('sum')}>
              <strong>{t('forums.working', { count: data.working.count })}</strong>
              <span className={cx('detail')}>
                {t('forums.parts', {
                  permanent: String(data.working.permanent),
                  pilot: String(data.working.pilot),
                })}
              </span>
              {flagged > 0 && <Pill tone="warning">{t('forums.flagged', { count: flagged })}</Pill>}
            </p>
            <span className={cx('spring')} />
            {create}
          </div>
          <div className={cx('columns')}>
            <div className={cx('side')}>
              <ByMunicipality
                overview={data}
                year={(on ?? todayIso()).slice(0, 4)}
                onBegin={(municipality) => setCreating({ municipality })}
              />
            </div>
            <div className={cx('side')}>
              <OnMap overview={data} />
              <IndicatorPanel overview={data} />
            </div>
          </div>
        </>
      )}
      {creating !== null && (
        <ForumDialog
          forum={null}
          places={data.places}
          municipality={creating.municipality}
          onClose={() => setCreating(null)}
          onSaved={(id) => navigate({ name: 'forum', id })}
        />
      )}
    </div>
  );
}

function ByMunicipality({
  overview,
  year,
  onBegin,
}: {
  overview: ForumOverview;
  year: string;
  onBegin: (municipality: string) => void;
}) {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  return (
    <Panel title={t('forums.byMunicipality')}>
      <div className={cx('scroll')}>
        <table className={cx('table')} aria-label={t('forums.byMunicipality')}>
          <thead>
            <tr>
              <th scope="col">{t('forums.municipality')}</th>
              <th scope="col">{t('forums.forum')}</th>
              <th scope="col">{t('forums.stage')}</th>
              <th scope="col" className={cx('figure')}>
                {t('forums.meetingsYear', { year })}
              </th>
              <th scope="col" className={cx('figure')}>
                {t('forums.participantsYear', { year })}
              </th>
            </tr>
          </thead>
          <tbody>
            {overview.places.flatMap((place) => {
              const name = inLanguage(place.name, language);
              const own = overview.forums.filter((forum) => forum.municipality.code === place.code);
              if (own.length === 0)
                return (
                  <tr key={place.code}>
                    <th scope="row">{name}</th>
                    <td colSpan={4} className={cx('wayCell')}>
                      <Button
                        size="s"
                        variant="quiet"
                        icon="plus"
                        aria-label={t('forums.beginIn', { municipality: name })}
                        onPress={() => onBegin(place.code)}
                      >
                        {t('forums.begin')}
                      </Button>
                    </td>
                  </tr>
                );
              return own.map((forum) => (
                <tr key={forum.id}>
                  <th scope="row">{name}</th>
                  <td>
                    <span className={cx('ways', 'wrapped')}>
                      <Button
                        size="s"
                        variant="quiet"
                        onPress={() => navigate({ name: 'forum', id: forum.id })}
                      >
                        {forum.name}
                      </Button>
                      {forum.flags.length > 0 && (
                        <span
                          className={cx('flag')}
                          title={t('forums.flagged', { count: forum.flags.length })}
                        >
                          <Icon name="warning" size={15} />
                          <VisuallyHidden elementType="span">
                            {t('forums.flagged', { count: forum.flags.length })}
                          </VisuallyHidden>
                        </span>
                      )}
                    </span>
                  </td>
                  <td>
                    <span className={cx('row')}>
                      <ForumStagePill stage={forum.stage} />
                      <span className={cx('detail')}>{format.date(forum.since)}</span>
                    </span>
                  </td>
                  <td className={cx('figure')}>
                    {format.number(forum.year.meetings + forum.year.occasions)}
                  </td>
                  <td className={cx('figure')}>
                    {format.number(forum.year.participants)}
                    {forum.year.uncounted > 0 && (
                      <span className={cx('detail', 'under')}>
                        {t('forums.uncounted', { count: forum.year.uncounted })}
                      </span>
                    )}
                  </td>
                </tr>
              ));
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function OnMap({ overview }: { overview: ForumOverview }) {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const board = useOpenBoard();
  const { data: own } = useTopicQuery(['boards'], ['boards.get', board.id], () =>
    api.boards.get.query({ id: board.id }),
  );
  const compose = useCallback(
    (look: ChartLook) =>
      tileMap(
        {
          title: t('forums.mapTitle'),
          description: t('forums.mapDescription'),
          regionCode: own?.regionCode ?? null,
          tiles: overview.places.map((place) => {
            const forum = overview.forums.find(
              (one) => one.municipality.code === place.code && one.stage === place.state,
            );
            return {
              code: place.code,
              name: inLanguage(place.name, language),
              series: SERIES[place.state],
              text: FORUM_STAGE_WORDS[language][place.state],
              detail: forum ? format.date(forum.since) : '',
            };
          }),
          words: { name: t('forums.municipality'), text: t('forums.stage'), detail: t('forums.since') },
        },
        look,
      ),
    [overview, own, language, t, format],
  );
  return (
    <Panel title={t('forums.onMap')}>
      <ChartView compose={compose} />
    </Panel>
  );
}

/** The indicator that the forums feed: what they amount to today, noted as a measurement only when asked to. */
function IndicatorPanel({ overview }: { overview: ForumOverview }) {
  const t = useText();
  const format = useFormat();
  const board = useOpenBoard();
  const { indicator, working } = overview;
  // The measurement is of today, whatever day the table shows.
  const { data: now } = useTopicQuery(['forums', 'indicators'], ['forums.overview', board.id, ''], () =>
    api.forums.overview.query({ boardId: board.id }),
  );
  const set = (indicatorId: string | null) =>
    api.forums.setIndicator.mutate({ boardId: board.id, indicatorId });
  const choose = useMutationWithFeedback((id: string) => set(id), {
    done: t('forums.indicatorChosen'),
    undo: () => set(null),
  });
  const untie = useMutationWithFeedback((change: { from: string; to: null }) => set(change.to), {
    done: t('forums.indicatorRemoved'),
    undo: (_, { from }) => set(from),
  });
  const measure = useMutationWithFeedback(() => api.forums.measure.mutate({ boardId: board.id }), {
    done: ({ value }) => t('forums.measured', { value: format.number(value) }),
    undo: ({ id }) => api.forums.undoMeasure.mutate({ id }),
  });
  const today = now?.working ?? working;
  return (
    <Panel title={t('forums.indicator')}>
      {indicator === null ? (
        <div className={cx('stack')}>
          <p className={cx('none')}>{t('forums.indicatorNone')}</p>
          <ComboBox
            label={t('forums.indicatorChoose')}
            value={null}
            onChange={(option) => option && choose.mutate(option.id)}
            load={async (text) =>
              (await api.indicators.list.query({ boardId: board.id }))
                .filter(({ name }) => name.toLocaleLowerCase('fi').includes(text.toLocaleLowerCase('fi')))
                .map(({ id, name }) => ({ id, label: name }))
            }
          />
        </div>
      ) : (
        <div className={cx('entry')}>
          <div className={cx('words')}>
            <span className={cx('ways')}>
              <Button
                size="s"
                variant="quiet"
                onPress={() => navigate({ name: 'indicator', id: indicator.id })}
              >
                {indicator.name}
              </Button>
            </span>
            <span className={cx('detail')}>
              {indicator.latest === null
                ? t('forums.indicatorNever')
                : t('forums.indicatorLatest', {
                    value: `${format.number(indicator.latest.value)} ${indicator.unit}`,
                    date: format.date(indicator.latest.measuredOn),
                  })}
            </span>
            <span className={cx('detail')}>
              {t('forums.indicatorNow', {
                value: `${format.number(today.count)} ${indicator.unit}`,
                codes: today.codes.join(', ') || '–',
              })}
            </span>
            <span className={cx('row', 'measure')}>
              {now?.indicator?.isMeasured === true ? (
                <Pill tone="ok">{t('forums.isMeasured')}</Pill>
              ) : (
                <Button size="s" isPending={measure.isPending} onPress={() => measure.mutate(undefined)}>
                  {t('forums.measure')}
                </Button>
              )}
            </span>
          </div>
          <IconButton
            icon="close"
            size="s"
            label={t('forums.indicatorRemove', { name: indicator.name })}
            onPress={() => untie.mutate({ from: indicator.id, to: null })}
          />
        </div>
      )}
    </Panel>
  );
}
