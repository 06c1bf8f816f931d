import { useMemo } from 'react';
import { useText } from '../../i18n/language.ts';
import { useActions, type Action } from '../../ui/actions.ts';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import styles from './Call.module.css';
import { InvitationDetails } from './InvitationDetails.tsx';
import { IssuePanel } from './IssuePanel.tsx';
import { Recipients } from './Recipients.tsx';
import { SendPanel } from './SendPanel.tsx';
import { saveCalendar, saveMail, useCall, type CallParts } from './use-call.ts';
import { Versions } from './Versions.tsx';

const cx = classes(styles);

/** The call of a meeting: issuing it, who gets it and who comes, what goes out, and what went out. */
export function CallPanel({ meetingId }: { meetingId: string }) {
  const t = useText();
  const { parts, error } = useCall(meetingId);
  if (parts === null)
    return error === null ? <p>{t('common.loading')}</p> : <EmptyState title={error.message} />;
  return <Loaded {...parts} />;
}

function Loaded(parts: CallParts) {
  const { meeting, call } = parts;
  const isOut = call.state.call.number !== null;
  const actions = useMemo<Action[]>(
    () => [
      {
        id: 'call-save-mail',
        title: (t) => t('call.saveMail'),
        icon: 'mail',
        keywords: 'eml outlook thunderbird',
        isEnabled: () => isOut,
        run: () => saveMail(meeting.id, 'all'),
      },
      {
        id: 'call-save-calendar',
        title: (t) => t('call.saveCalendar'),
        icon: 'calendar',
        keywords: 'ics ical',
        isEnabled: () => isOut,
        run: () => saveCalendar({ meeting, call }),
      },
    ],
    [meeting, call, isOut],
  );
  useActions(actions);
  return (
    <div className={cx('call')}>
      <div className={cx('column')}>
        <IssuePanel {...parts} />
        <Recipients {...parts} />
      </div>
      <div className={cx('column')}>
        <SendPanel {...parts} />
        {call.mayChange && <InvitationDetails key={meeting.id} {...parts} />}
        <Versions {...parts} />
      </div>
    </div>
  );
}
