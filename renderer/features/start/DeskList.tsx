import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { inLanguage } from '../../../db/model/language.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { IconName } from '../../ui/icons.ts';
import { navigate, type Route } from '../../ui/navigation.ts';
import { Pill } from '../../ui/Pill.tsx';
import { DESK_GROUPS, distance, type DeskEntry, type DeskGroup, type NextMeeting } from './desk-list.ts';
import { FoldedList } from './FoldedList.tsx';
import styles from './Start.module.css';

const cx = classes(styles);

const ICONS: Record<DeskEntry['kind'], IconName> = {
  session: 'play',
  call: 'mail',
  agenda: 'document',
  changed: 'refresh',
  answers: 'person',
  meeting: 'meetings',
  passed: 'meetings',
  examine: 'edit',
  deliver: 'mail',
  task: 'tasks',
  clock: 'clock',
  communication: 'megaphone',
  agreement: 'document',
  effect: 'warning',
};

/** The list of the desk: groups from what is late to what comes later, the dates at the margin. */
export function DeskList({ entries, today }: { entries: readonly DeskEntry[]; today: string }) {
  return (
    <div className={cx('desk')}>
      {DESK_GROUPS.map((group) => {
        const own = entries.filter((entry) => entry.group === group);
        if (own.length === 0) return null;
        return <Group key={group} group={group} entries={own} today={today} />;
      })}
    </div>
  );
}

function Group({
  group,
  entries,
  today,
}: {
  group: DeskGroup;
  entries: readonly DeskEntry[];
  today: string;
}) {
  const t = useText();
  return (
    <section className={cx('group', group)} aria-labelledby={`desk-${group}`}>
      <h2 id={`desk-${group}`} className={cx('groupTitle')}>
        {t(`start.group.${group}`)}
      </h2>
      <FoldedList name={group} things={entries}>
        {(entry) => <Row key={entry.id} entry={entry} today={today} />}
      </FoldedList>
    </section>
  );
}

function Row({ entry, today }: { entry: DeskEntry; today: string }) {
  const format = useFormat();
  const { title, details, action, route } = useWords(entry);
  const isLate = entry.group === 'late';
  return (
    <li className={cx('entry', entry.kind === 'session' && 'isNow', isLate && 'isLate')}>
      <div className={cx('date')}>
        {entry.date !== null && (
          <>
            <span className={cx('day')}>{format.dateWithWeekday(entry.date)}</span>
            {entry.kind !== 'session' && <When date={entry.date} today={today} />}
          </>
        )}
      </div>
      <span className={cx('icon')}>
        <Icon name={ICONS[entry.kind]} size={18} />
      </span>
      <div className={cx('words')}>
        <h3 className={cx('title')}>{title}</h3>
        <p className={cx('detail')}>{details}</p>
      </div>
      <Button
        size="s"
        variant={entry.kind === 'session' ? 'primary' : 'secondary'}
        aria-label={`${action}: ${title}`}
        onPress={() => navigate(route)}
      >
        {action}
      </Button>
    </li>
  );
}

function When({ date, today }: { date: string; today: string }) {
  const t = useText();
  const far = distance(date, today);
  const words =
    far.kind === 'late'
      ? t('start.late.days', { count: far.days })
      : far.kind === 'in'
        ? t('start.in.days', { count: far.days })
        : t(`start.when.${far.kind}`);
  return <span className={cx('when')}>{words}</span>;
}

interface Words {
  title: string;
  details: ReactNode;
  action: string;
  route: Route;
}

function useWords(entry: DeskEntry): Words {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  switch (entry.kind) {
    case 'session': {
      const { id, label, heldOn } = entry.meeting;
      return {
        title: t('start.session.title', { label }),
        details: t('start.session.detail', { date: format.dateWithWeekday(heldOn) }),
        action: t('start.session.action'),
        route: { name: 'meeting', id, part: 'live' },
      };
    }
    case 'call':
    case 'agenda': {
      const { id, label } = entry.meeting;
      const { latest, required } = entry.check;
      return {
        title: t(`start.${entry.kind}.title`, { label }),
        details: t(`start.${entry.kind}.detail`, { date: format.dateWithWeekday(latest), count: required }),
        action: t('start.call.action'),
        route: { name: 'meeting', id, part: 'call' },
      };
    }
    case 'changed': {
      const { id, label, call } = entry.meeting;
      return {
        title: t('start.changed.title', { label }),
        details: t('start.changed.detail', { count: call.changes }),
        action: t('start.call.action'),
        route: { name: 'meeting', id, part: 'call' },
      };
    }
    case 'answers': {
      const { id, label, call } = entry.meeting;
      return {
        title: t('start.answers.title', { label }),
        details: [
          call.unanswered === 0 ? '' : t('start.answers.detail', { count: call.unanswered }),
          call.deputiesToCall === 0 ? '' : t('start.answers.deputies', { count: call.deputiesToCall }),
        ]
          .filter(Boolean)
          .join(' '),
        action: t('start.call.action'),
        route: { name: 'meeting', id, part: 'call' },
      };
    }
    case 'meeting':
      return {
        title: t('start.meeting.title', { label: entry.meeting.label }),
        details: <MeetingFacts meeting={entry.meeting} />,
        action: t('start.meeting.action'),
        route: { name: 'meeting', id: entry.meeting.id, part: 'agenda' },
      };
    case 'passed': {
      const { id, label, heldOn } = entry.meeting;
      return {
        title: t('start.passed.title', { label }),
        details: t('start.passed.detail', { date: format.date(heldOn) }),
        action: t('start.meeting.action'),
        route: { name: 'meeting', id, part: 'agenda' },
      };
    }
    case 'examine': {
      const { id, label, heldOn, dueOn, missingApprovals } = entry.meeting;
      return {
        title: t('start.examine.title', { label }),
        details: [
          t('start.examine.detail', { date: format.date(heldOn) }),
          dueOn === null ? '' : t('start.examine.dueOn', { date: format.date(dueOn) }),
          missingApprovals.length === 0
            ? ''
            : t('start.examine.missing', { names: missingApprovals.map(({ name }) => name).join(', ') }),
        ].join(' '),
        action: t('start.examine.action'),
        route: {
          name: 'meeting',
          id,
          part: entry.meeting.state === 'under_examination' ? 'examination' : 'live',
        },
      };
    }
    case 'effect': {
      const { reference, title, stage, meetingId, itemId } = entry.effect;
      return {
        title: t('start.effect.title', { reference }),
        details: `${title}. ${t(`start.effect.${stage}`)}`,
        action: t('start.effect.action'),
        route:
          stage === 'unresolved'
            ? { name: 'effects' }
            : { name: 'meeting', id: meetingId, part: 'live', item: itemId },
      };
    }
    case 'deliver': {
      const { id, label, lacking, total } = entry.meeting;
      return {
        title: t('start.deliver.title', { label }),
        details: t('start.deliver.detail', { count: lacking, total }),
        action: t('start.deliver.action'),
        route: { name: 'deliveries', lackingOf: id },
      };
    }
    case 'clock': {
      const { clockId, owner, title, responsible, one } = entry.clock;
      return {
        title,
        details: [
          t('start.clock.detail', { owner: inLanguage(owner, language) }),
          one.state === 'now' || one.state === 'coming'
            ? t('start.clock.begins', { date: format.date(one.startsOn) })
            : '',
          responsible,
        ]
          .filter(Boolean)
          .join(' · '),
        action: t('start.clock.action'),
        route: { name: 'clocks', id: clockId },
      };
    }
    case 'communication': {
      const { title, audience, responsible, responsiblePerson } = entry.row;
      return {
        title,
        details: [
          t('start.communication.detail', { audience }),
          [responsible, responsiblePerson?.name ?? ''].filter(Boolean).join(', '),
        ]
          .filter(Boolean)
          .join(' · '),
        action: t('start.communication.action'),
        route: { name: 'communication', part: 'plan' },
      };
    }
    case 'agreement': {
      const { id, name, endsOn, dueOn } = entry.agreement;
      return {
        title: name,
        details: t(dueOn < endsOn ? 'start.agreement.notice' : 'start.agreement.ends', {
          ends: format.date(endsOn),
          notice: format.date(dueOn),
        }),
        action: t('start.agreement.action'),
        route: { name: 'agreement', id },
      };
    }
    case 'task': {
      const { id, code, title, responsible } = entry.task;
      return {
        title,
        details: t('start.task.detail', { code, responsible: responsible ?? t('start.task.noResponsible') }),
        action: t('start.task.action'),
        route: { name: 'tasks', id },
      };
    }
  }
}

function MeetingFacts({ meeting }: { meeting: NextMeeting }) {
  const t = useText();
  const format = useFormat();
  const { plannedStart, place, notice, agendaNotice, callSentOn } = meeting;
  return (
    <>
      {[
        plannedStart === null ? '' : t('start.meeting.at', { time: format.time(plannedStart) }),
        place === '' ? t('start.meeting.noPlace') : place,
      ]
        .filter(Boolean)
        .join(', ')}
      <span className={cx('signs')}>
        {notice.days === null ? (
          <Pill tone="warning">{t('start.meeting.callNotSent')}</Pill>
        ) : (
          <Pill tone={notice.ok ? 'ok' : 'warning'} icon="check">
            {t('start.meeting.callSent', { date: format.date(callSentOn) })}
          </Pill>
        )}
        {agendaNotice.days === null ? (
          <Pill tone="warning">{t('start.meeting.agendaNotSent')}</Pill>
        ) : (
          <Pill tone={agendaNotice.ok ? 'ok' : 'warning'} icon="check">
            {t('start.meeting.agendaSent')}
          </Pill>
        )}
      </span>
    </>
  );
}
