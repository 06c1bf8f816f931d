import type { PresenceInterval } from '../../../db/model/facts.ts';
import { KIND_RULES } from '../../../db/model/meeting-kind.ts';
import type { AttendanceView } from '../../../db/model/meeting-view.ts';
import { useFormat, type Format } from '../../i18n/format.ts';
import { useText, type Translate } from '../../i18n/language.ts';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { IconName } from '../../ui/icons.ts';
import styles from './AttendancePanel.module.css';
import type { SeatStanding } from './people.ts';
import { useWorkspace } from './use-meeting.ts';
import { coversItem, itemIndex } from './view-facts.ts';

const cx = classes(styles);

export type PanelRow = { kind: 'seat'; standing: SeatStanding } | { kind: 'other'; row: AttendanceView };

type Tone = 'here' | 'away' | 'excused' | 'conflict';

const SIGNS: Record<Tone, IconName> = { here: 'check', away: 'minus', excused: 'mail', conflict: 'warning' };

/** One seat, or somebody without one: who, and how they stand. */
export function AttendanceRow(props: {
  row: PanelRow;
  place: number;
  presences: ReadonlyMap<string, readonly PresenceInterval[]>;
  isCurrent: boolean;
  isFirstOther: boolean;
  onSelect: () => void;
  onEdit: () => void;
}) {
  const { row, place, presences, isCurrent, isFirstOther, onSelect, onEdit } = props;
  const { view, liveItem } = useWorkspace();
  const t = useText();
  const format = useFormat();
  const words: Words = {
    t,
    format,
    presences,
    index: Math.max(0, itemIndex(view, liveItem.id)),
    isByEmail: !KIND_RULES[view.kind].convenes,
  };
  const shown =
    row.kind === 'seat'
      ? describeSeat(row.standing, words)
      : describeOther(
          row.row,
          liveItem.conflicts.some(({ person }) => person.id === row.row.person.id),
          words,
        );
  const name = shown.name || t('workspace.attendance.vacant');
  const label =
    row.kind === 'seat'
      ? t('workspace.attendance.row', { number: row.standing.seat.number, name, state: shown.state })
      : t('workspace.attendance.otherRow', { name, role: shown.role, state: shown.state });
  return (
    <div
      role="row"
      aria-label={label}
      aria-selected={isCurrent}
      tabIndex={isCurrent ? 0 : -1}
      data-place={place}
      className={cx('row', shown.tone, isFirstOther && 'firstOther')}
      onClick={onSelect}
      onDoubleClick={onEdit}
      onFocus={onSelect}
      onKeyDown={() => undefined}
    >
      <span role="gridcell" className={cx('number')}>
        {row.kind === 'seat' ? row.standing.seat.number : ''}
      </span>
      <span role="gridcell" className={cx('sign')}>
        <Icon name={SIGNS[shown.tone]} size={14} />
      </span>
      <span role="gridcell" className={cx('name')}>
        <span className={cx('person')}>{name}</span>
        {shown.role !== '' && <span className={cx('role')}>{shown.role}</span>}
        {shown.detail !== '' && <span className={cx('detail')}>{shown.detail}</span>}
      </span>
      <span role="gridcell" className={cx('state')}>
        {shown.note !== '' && <span className={cx('remote')}>{shown.note}</span>}
        {shown.state}
      </span>
    </div>
  );
}

interface Shown {
  name: string;
  role: string;
  detail: string;
  state: string;
  tone: Tone;
  /** How somebody takes part: remotely, with the right to speak alone. */
  note: string;
}

interface Words {
  t: Translate;
  format: Format;
  presences: ReadonlyMap<string, readonly PresenceInterval[]>;
  /** Place of the item that the panel speaks of. */
  index: number;
  isByEmail: boolean;
}

/** How somebody stands at the item: here, gone, still to come, or away altogether. */
function standingOf(row: AttendanceView | null, words: Words): Pick<Shown, 'state' | 'tone' | 'note'> {
  const { t, format, presences, index } = words;
  if (words.isByEmail) return answerOf(row, words);
  const stretches = row === null ? [] : (presences.get(row.person.id) ?? []);
  const here = stretches.find((one) => coversItem(one, index));
  if (here !== undefined)
    return {
      tone: 'here',
      note: [
        here.remote ? t('workspace.attendance.remote') : '',
        here.speakerOnly === true ? t('live.speaksShort') : '',
      ]
        .filter((word) => word !== '')
        .join(', '),
      state:
        here.firstItem === 0 || here.arrivedAt === null
          ? t('workspace.attendance.present')
          : t('workspace.attendance.since', { time: format.time(here.arrivedAt) }),
    };
  const away = { tone: 'away' as const, note: '' };
  const gone = stretches.findLast(
    (one) => one.lastItem !== null && one.lastItem < index && one.firstItem <= index,
  );
  if (gone !== undefined)
    return {
      ...away,
      state:
        gone.leftAt === null
          ? t('workspace.attendance.leftNoTime')
          : t('workspace.attendance.left', { time: format.time(gone.leftAt) }),
    };
  const later = stretches.find((one) => one.firstItem > index && one.arrivedAt !== null);
  if (later !== undefined)
    return { ...away, state: t('workspace.attendance.comes', { time: format.time(later.arrivedAt) }) };
  return row?.excused === true
    ? { tone: 'excused', note: '', state: t('workspace.attendance.excused') }
    : { ...away, state: t('workspace.attendance.absent') };
}

/** The same in a decision by e-mail: answered on a day, excused, or no answer. */
function answerOf(row: AttendanceView | null, { t, format }: Words): Pick<Shown, 'state' | 'tone' | 'note'> {
  if (row !== null && row.intervals.length > 0)
    return {
      tone: 'here',
      note: '',
      state:
        row.answeredOn === null
          ? t('answers.answeredNoDate')
          : t('answers.answered', { date: format.date(row.answeredOn) }),
    };
  return row?.excused === true
    ? { tone: 'excused', note: '', state: t('workspace.attendance.excused') }
    : { tone: 'away', note: '', state: t('answers.notAnswered') };
}

function describeSeat(standing: SeatStanding, words: Words): Shown {
  const { t } = words;
  const { seat, sitting, as, member, deputy, memberInConflict, reason } = standing;
  const memberState = memberInConflict ? t('workspace.attendance.conflict') : standingOf(member, words).state;
  if (sitting !== null && as === 'deputy')
    return {
      ...standingOf(deputy, words),
      name: sitting.name,
      role: t('workspace.attendance.deputy'),
      detail:
        seat.member === null
          ? (seat.deputyOrganisation ?? '')
          : t('workspace.attendance.deputyFor', { member: seat.member.name, reason: memberState }),
    };
  const base = {
    name: seat.member?.name ?? '',
    role:
      sitting !== null && standingOf(deputy, words).tone === 'here'
        ? t('workspace.attendance.deputyHere')
        : '',
    detail: seat.memberOrganisation ?? '',
  };
  if (sitting !== null) return { ...base, ...standingOf(member, words) };
  const away = { ...base, note: '' };
  if (reason === 'conflict') return { ...away, state: t('workspace.attendance.conflict'), tone: 'conflict' };
  if (reason === 'holds_other_vote')
    return { ...away, state: t('workspace.attendance.holdsOther'), tone: 'away' };
  if (seat.member === null) return { ...away, state: '', tone: 'away' };
  return { ...base, ...standingOf(member, words) };
}

function describeOther(row: AttendanceView, isInConflict: boolean, words: Words): Shown {
  const { t } = words;
  return {
    name: row.person.name,
    role: row.title === '' ? t(`workspace.capacity.${row.capacity}`) : row.title,
    detail: '',
    ...(isInConflict
      ? { state: t('workspace.attendance.conflict'), tone: 'conflict' as const, note: '' }
      : standingOf(row, words)),
  };
}
