import { useMemo } from 'react';
import { clockAlt, clockDrawing } from '../../../db/model/clock-view.ts';
import { inLanguage } from '../../../db/model/language.ts';
import type { ReadinessCheck } from '../../../db/model/morning.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat, type Format } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { ClockFace } from '../../ui/ClockFace.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { navigate, type Route } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import type { Morning } from './desk-list.ts';
import { FoldedList } from './FoldedList.tsx';
import styles from './Start.module.css';

const cx = classes(styles);
type Still = Morning['still'][number];

/** Beside the list of the desk: the next meeting, the clock of now, and what is missing. Nothing where there is nothing. */
export function MorningSide({ morning }: { morning: Morning }) {
  return (
    <>
      {morning.readiness && <Readiness readiness={morning.readiness} />}
      {morning.clock && <ClockNow clock={morning.clock} />}
      {morning.gaps.length > 0 && <Gaps gaps={morning.gaps} />}
    </>
  );
}

const ICONS = { ok: 'check', wait: 'clock', bad: 'warning' } as const;

function sayCheck(
  { key, state, count, of, date }: ReadinessCheck,
  t: ReturnType<typeof useText>,
  format: Format,
): string {
  switch (key) {
    case 'call':
    case 'agenda':
      return t(`start.ready.${key}.${state}`, { date: format.date(date) });
    case 'place':
      return t(`start.ready.place.${state}`);
    case 'items':
      return t('start.ready.items');
    case 'quorum':
      return t(`start.ready.quorum.${state}`, { count, of });
    case 'proposals':
    case 'attachments':
      return state === 'ok' ? t(`start.ready.${key}.ok`) : t(`start.ready.${key}.${state}`, { count, of });
  }
}

function Readiness({ readiness }: { readiness: NonNullable<Morning['readiness']> }) {
  const t = useText();
  const format = useFormat();
  const { label, heldOn, meetingId, checks } = readiness;
  return (
    <Panel title={t('start.ready.title', { label })}>
      <p className={cx('detail')}>{format.dateWithWeekday(heldOn)}</p>
      <ul className={cx('checks')}>
        {checks.map((check) => (
          <li key={check.key} className={cx('check', check.state)}>
            <Icon name={ICONS[check.state]} size={16} />
            <span>{sayCheck(check, t, format)}</span>
          </li>
        ))}
      </ul>
      <Button size="s" onPress={() => navigate({ name: 'meeting', id: meetingId, part: 'agenda' })}>
        {t('start.meeting.action')}
      </Button>
    </Panel>
  );
}

function ClockNow({ clock }: { clock: NonNullable<Morning['clock']> }) {
  const t = useText();
  const language = useLanguage();
  const today = todayIso();
  const drawing = useMemo(() => clockDrawing(clock, language, today), [clock, language, today]);
  return (
    <Panel title={t('start.clock.title')}>
      <ClockFace drawing={drawing} label={clockAlt(clock, language)} isSmall />
      <Button size="s" onPress={() => navigate({ name: 'clocks', id: clock.id })}>
        {t('start.clock.action')}
      </Button>
    </Panel>
  );
}

function Gaps({ gaps }: { gaps: Morning['gaps'] }) {
  const t = useText();
  const language = useLanguage();
  return (
    <Panel title={t('start.gaps')}>
      {gaps.map((gap) => (
        <div key={gap.kind} className={cx('gap')}>
          <p>{t(`start.gaps.${gap.kind}`, { count: gap.count })}</p>
          <p className={cx('detail')}>
            {gap.places.map((place) => inLanguage(place, language)).join(', ')}
            {gap.placeCount > gap.places.length &&
              ` ${t('start.gaps.more', { count: gap.placeCount - gap.places.length })}`}
          </p>
          {gap.kind === 'supportPoint' ? (
            <Button size="s" onPress={() => navigate({ name: 'inclusion' })}>
              {t('start.gaps.supportPointAction')}
            </Button>
          ) : (
            <Button size="s" onPress={() => navigate({ name: 'networks' })}>
              {t('start.gaps.action')}
            </Button>
          )}
        </div>
      ))}
    </Panel>
  );
}

const ROUTES: Record<Still['kind'], (id: string) => Route> = {
  task: (id) => ({ name: 'tasks', id }),
  idea: () => ({ name: 'meetings' }),
  volunteerAction: (id) => ({ name: 'volunteerAction', id }),
};

/** What has not moved for two months, the longest first. */
export function StandingStill({ things }: { things: readonly Still[] }) {
  const t = useText();
  const format = useFormat();
  if (things.length === 0) return null;
  return (
    <section className={cx('group')} aria-labelledby="desk-still">
      <h2 id="desk-still" className={cx('groupTitle')}>
        {t('start.still')}
      </h2>
      <FoldedList name="still" things={things}>
        {({ kind, id, title, days, lastMovedOn }) => (
          <li key={id} className={cx('still')}>
            <div className={cx('words')}>
              <p className={cx('title')}>{title}</p>
              <p className={cx('detail')}>
                {t(`start.still.${kind}`, { count: days, date: format.date(lastMovedOn) })}
              </p>
            </div>
            <Button
              size="s"
              aria-label={`${t('common.open')}: ${title}`}
              onPress={() => navigate(ROUTES[kind](id))}
            >
              {t('common.open')}
            </Button>
          </li>
        )}
      </FoldedList>
    </section>
  );
}
