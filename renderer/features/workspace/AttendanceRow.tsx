import type { AttendanceView, IntervalView } from '../../../db/model/meeting-view.ts';
import { useFormat, type Format } from '../../i18n/format.ts';
import { useText, type Translate } from '../../i18n/language.ts';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { IconName } from '../../ui/icons.ts';
import styles from './AttendancePanel.module.css';
import type { SeatStanding } from './people.ts';
import { useWorkspace } from './use-meeting.ts';

const cx = classes(styles);

export type PanelRow = { kind: 'seat'; standing: SeatStanding } | { kind: 'other'; row: AttendanceView };

type Tone = 'here' | 'away' | 'excused' | 'conflict';

const SIGNS: Record<Tone, IconName> = { here: 'check', away: 'minus', excused: 'mail', conflict: 'warning' };

/** One seat, or somebody without one: who, and how they stand. */
export function AttendanceRow(props: {
  row: PanelRow;
  place: number;
  isCurrent: boolean;
  isFirstOther: boolean;
  onSelect: () => void;
  onEdit: () => void;
}) {
  const { row, place, isCurrent, isFirstOther, onSelect, onEdit } = props;
  const { view } = useWorkspace();
  const t = useText();
  const format = useFormat();
  const firstItemId = view.items[0]?.id ?? null;
  const shown =
    row.kind === 'seat'
      ? describeSeat(row.standing, t, format, firstItemId)
      : describeOther(row.row, t, format, firstItemId);
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
        {shown.isRemote && <span className={cx('remote')}>{t('workspace.attendance.remote')}</span>}
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
  isRemote: boolean;
}

function since(
  interval: IntervalView | undefined,
  t: Translate,
  format: Format,
  firstItemId: string | null,
): string {
  if (interval === undefined) return t('workspace.attendance.present');
  const fromStart = interval.firstItemId === null || interval.firstItemId === firstItemId;
  return fromStart || interval.arrivedAt === null
    ? t('workspace.attendance.present')
    : t('workspace.attendance.since', { time: format.time(interval.arrivedAt) });
}

function away(row: AttendanceView | null, t: Translate, format: Format): { state: string; tone: Tone } {
  const last = row?.intervals.at(-1);
  if (last !== undefined)
    return {
      tone: 'away',
      state:
        last.leftAt === null
          ? t('workspace.attendance.leftNoTime')
          : t('workspace.attendance.left', { time: format.time(last.leftAt) }),
    };
  return row?.excused === true
    ? { tone: 'excused', state: t('workspace.attendance.excused') }
    : { tone: 'away', state: t('workspace.attendance.absent') };
}

function describeSeat(
  standing: SeatStanding,
  t: Translate,
  format: Format,
  firstItemId: string | null,
): Shown {
  const { seat, sitting, as, member, deputy, memberInConflict, reason } = standing;
  if (sitting !== null) {
    const row = as === 'deputy' ? deputy : member;
    const isDeputy = as === 'deputy';
    const memberState = memberInConflict ? t('workspace.attendance.conflict') : away(member, t, format).state;
    return {
      name: sitting.name,
      role: isDeputy ? t('workspace.attendance.deputy') : '',
      detail:
        isDeputy && seat.member !== null
          ? t('workspace.attendance.deputyFor', { member: seat.member.shortName, reason: memberState })
          : ((isDeputy ? seat.deputyOrganisation : seat.memberOrganisation) ?? ''),
      state: since(row?.intervals.at(-1), t, format, firstItemId),
      tone: 'here',
      isRemote: row?.intervals.at(-1)?.remote ?? false,
    };
  }
  const nameOfMember = seat.member?.name ?? '';
  const base = { name: nameOfMember, role: '', detail: seat.memberOrganisation ?? '', isRemote: false };
  if (reason === 'conflict') return { ...base, state: t('workspace.attendance.conflict'), tone: 'conflict' };
  if (reason === 'holds_other_vote')
    return { ...base, state: t('workspace.attendance.holdsOther'), tone: 'away' };
  if (seat.member === null) return { ...base, state: '', tone: 'away' };
  return { ...base, ...away(member, t, format) };
}

function describeOther(row: AttendanceView, t: Translate, format: Format, firstItemId: string | null): Shown {
  const standing = row.presentNow
    ? { state: since(row.intervals.at(-1), t, format, firstItemId), tone: 'here' as const }
    : away(row, t, format);
  return {
    name: row.person.name,
    role: row.title === '' ? t(`workspace.capacity.${row.capacity}`) : row.title,
    detail: '',
    isRemote: row.presentNow && (row.intervals.at(-1)?.remote ?? false),
    ...standing,
  };
}
