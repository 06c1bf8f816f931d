import { useEffect, type ReactNode } from 'react';
import { KIND_RULES } from '../../../db/model/meeting-kind.ts';
import type { MeetingState } from '../../../db/model/meeting-state.ts';
import type { MeetingView } from '../../../db/model/meeting-view.ts';
import { useFormat, type Format } from '../../i18n/format.ts';
import { useText, type Translate } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import type { IconName } from '../../ui/icons.ts';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { Pill, type Tone } from '../../ui/Pill.tsx';
import styles from './MeetingHeader.module.css';
import type { StateDialog } from './StateDialogs.tsx';

const cx = classes(styles);

const LOOKS: Partial<Record<MeetingState, { tone: Tone; icon?: IconName }>> = {
  called: { tone: 'info' },
  in_session: { tone: 'ok', icon: 'play' },
  closed: { tone: 'warning' },
  examined: { tone: 'ok', icon: 'lock' },
};

/** What the meeting is, its parts (`children`), and what can be done with it now. */
export function MeetingHeader({
  view,
  onDialog,
  children,
}: {
  view: MeetingView;
  onDialog: (dialog: StateDialog) => void;
  children: ReactNode;
}) {
  const t = useText();
  const format = useFormat();
  const { convenes } = KIND_RULES[view.kind];
  const title = t(convenes ? 'workspace.title' : 'answers.title', { label: view.label });
  useEffect(() => {
    document.title = `${title} – Pykälä`;
  }, [title]);
  const time =
    view.startedAt === null
      ? view.plannedStart === null
        ? null
        : t('workspace.plannedAt', { time: format.time(view.plannedStart) })
      : view.endedAt === null
        ? t('workspace.heldFrom', { from: format.time(view.startedAt) })
        : t('workspace.heldFromTo', { from: format.time(view.startedAt), to: format.time(view.endedAt) });
  const times: MenuEntry = {
    id: 'times',
    label: t('live.timesTitle'),
    icon: 'clock',
    run: () => onDialog('times'),
  };
  const look = LOOKS[view.state] ?? { tone: 'neutral' };
  return (
    <header className={cx('header')}>
      <div className={cx('words')}>
        <div className={cx('first')}>
          <h1 className={cx('title')} tabIndex={-1} data-page-title>
            {title}
          </h1>
          <Pill tone={look.tone} {...(look.icon ? { icon: look.icon } : {})}>
            {t(`meetings.state.${view.state}` as 'meetings.state.closed')}
          </Pill>
        </div>
        <p className={cx('lead')}>
          {convenes
            ? [format.dateWithWeekday(view.heldOn), time, view.place].filter(Boolean).join(' · ')
            : dueWords(view, t, format)}
        </p>
      </div>
      {children}
      <div className={cx('actions')}>
        {(view.state === 'draft' || view.state === 'called') && view.items.length > 0 && (
          <Button variant="primary" icon="play" onPress={() => onDialog('open')}>
            {t(convenes ? 'workspace.open' : 'answers.open')}
          </Button>
        )}
        {view.state === 'in_session' && (
          <>
            <Button icon="flag" onPress={() => onDialog('close')}>
              {t(convenes ? 'workspace.close' : 'answers.close')}
            </Button>
            {convenes && (
              <Menu label={t('common.moreActions')} entries={[times]}>
                <IconButton icon="more" label={t('common.moreActions')} />
              </Menu>
            )}
          </>
        )}
        {view.state === 'closed' && (
          <>
            <Button variant="primary" icon="lock" onPress={() => onDialog('examine')}>
              {t('workspace.examine')}
            </Button>
            <Menu
              label={t('common.moreActions')}
              entries={[
                ...(convenes ? [times] : []),
                { id: 'reopen', label: t('workspace.reopen'), icon: 'unlock', run: () => onDialog('reopen') },
              ]}
            >
              <IconButton icon="more" label={t('common.moreActions')} />
            </Menu>
          </>
        )}
      </div>
    </header>
  );
}

/** By when answers are to be there, in a decision by e-mail. */
function dueWords({ heldOn, plannedStart }: MeetingView, t: Translate, format: Format): string {
  const date = format.dateWithWeekday(heldOn);
  return plannedStart === null
    ? t('answers.lead', { date })
    : t('answers.leadAt', { date, time: format.time(plannedStart) });
}
