import { useState } from 'react';
import type { Outputs } from '../../api/client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { navigate } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Pill, type Tone } from '../../ui/Pill.tsx';
import styles from './Person.module.css';

const cx = classes(styles);

type History = Outputs['persons']['history'];
type Presence = History['meetings'][number]['presence'];

const TONES: Record<Presence, Tone> = { present: 'ok', excused: 'neutral', absent: 'warning' };
/** Meetings shown before one asks for all. */
const FEW = 8;

/** What the meetings tell: attendance, conflicts of interest, tasks. */
export function PersonHistory({ history }: { history: History }) {
  return (
    <>
      <Attendance history={history} />
      <Conflicts history={history} />
      <Tasks history={history} />
    </>
  );
}

function Attendance({ history }: { history: History }) {
  const t = useText();
  const format = useFormat();
  const [isAll, setAll] = useState(false);
  const { meetings, figures } = history;
  const shown = isAll ? meetings : meetings.slice(0, FEW);
  return (
    <Panel title={t('persons.meetings')}>
      {meetings.length === 0 ? (
        <p className={cx('none')}>{t('persons.meetingsNone')}</p>
      ) : (
        <>
          <dl className={cx('figures')}>
            {(['present', 'excused', 'absent'] as const).map((presence) => (
              <div key={presence}>
                <dt>{t(`persons.figure.${presence}`)}</dt>
                <dd>{format.number(figures[presence])}</dd>
              </div>
            ))}
          </dl>
          <ul className={cx('list')}>
            {shown.map((meeting) => (
              <li key={meeting.meetingId} className={cx('line')}>
                <Button
                  variant="quiet"
                  size="s"
                  onPress={() => navigate({ name: 'meeting', id: meeting.meetingId, part: 'live' })}
                >
                  {t('persons.meeting', { board: meeting.board, label: meeting.label })}
                </Button>
                <span className={cx('detail')}>
                  {format.date(meeting.heldOn)} · {t(`persons.capacity.${meeting.capacity}`)}
                </span>
                <Pill tone={TONES[meeting.presence]}>{t(`persons.presence.${meeting.presence}`)}</Pill>
              </li>
            ))}
          </ul>
          {meetings.length > shown.length && (
            <Button variant="quiet" size="s" onPress={() => setAll(true)}>
              {t('persons.meetingsAll', { count: meetings.length })}
            </Button>
          )}
        </>
      )}
    </Panel>
  );
}

function Conflicts({ history }: { history: History }) {
  const t = useText();
  if (history.conflicts.length === 0) return null;
  return (
    <Panel title={t('persons.conflicts')}>
      <ul className={cx('list')}>
        {history.conflicts.map((conflict) => (
          <li key={conflict.itemId}>
            <Button
              variant="quiet"
              size="s"
              onPress={() =>
                navigate({ name: 'meeting', id: conflict.meetingId, part: 'live', item: conflict.itemId })
              }
            >
              {conflict.section === null
                ? conflict.label
                : t('persons.place', { label: conflict.label, section: conflict.section })}
            </Button>
            <span className={cx('main')}>{conflict.title}</span>
            <span className={cx('detail')}>
              {t(`workspace.ground.${conflict.ground}`)}
              {conflict.explanation !== '' && ` · ${conflict.explanation}`}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Tasks({ history }: { history: History }) {
  const t = useText();
  const format = useFormat();
  if (history.tasks.length === 0) return null;
  return (
    <Panel title={t('persons.tasks')}>
      <ul className={cx('list')}>
        {history.tasks.map((task) => (
          <li key={task.id}>
            <Button variant="quiet" size="s" onPress={() => navigate({ name: 'tasks', id: task.id })}>
              {`${task.code} ${task.title}`}
            </Button>
            <span className={cx('detail')}>
              {task.isOpen
                ? task.dueOn === null
                  ? t('persons.taskOpen')
                  : t('persons.taskDue', { date: format.date(task.dueOn) })
                : t('persons.taskDone')}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
