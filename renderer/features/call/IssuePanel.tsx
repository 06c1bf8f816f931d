import { useMemo, useState } from 'react';
import type { CallKind } from '../../../db/model/call.ts';
import { KIND_RULES } from '../../../db/model/meeting-kind.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { useActions, type Action } from '../../ui/actions.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Fact, Facts } from '../../ui/Form.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './Call.module.css';
import { CancelDialog } from './CancelDialog.tsx';
import { ChangeList } from './ChangeList.tsx';
import type { CallParts } from './use-call.ts';

const cx = classes(styles);

/** How the call and the agenda stand, what changed since they went out, and the step that freezes a version. */
export function IssuePanel({ meeting, call }: CallParts) {
  const t = useText();
  const format = useFormat();
  const [note, setNote] = useState('');
  const [isCancelling, setCancelling] = useState(false);
  const { state, cancelled } = call;
  const isOut = state.call.number !== null;
  // The agenda has all that the call has, and the texts.
  const changes = state.agenda.number === null ? state.call.changes : state.agenda.changes;
  const hasItems = meeting.items.length > 0;
  const issue = useMutationWithFeedback(api.calls.issue.mutate, {
    done: (issued) =>
      t('call.done', {
        what: issued
          .map(({ kind, number }) => t('call.version', { kind: t(`call.kind.${kind}`), number }))
          .join(', '),
      }),
    onSuccess: () => setNote(''),
  });
  const { mutate } = issue;
  const give = (kinds: CallKind[]): void => mutate({ meetingId: meeting.id, kinds, note });
  const mayGive = (kind: CallKind): boolean =>
    state[kind].number === null || state[kind].changes.length > 0 || (kind === 'call' && cancelled !== null);
  const isOpen = call.mayIssue && hasItems && (mayGive('call') || mayGive('agenda'));
  const actions = useMemo<Action[]>(
    () => [
      {
        id: 'call-issue',
        title: (say) => say('call.issueBoth'),
        icon: 'mail',
        isEnabled: () => isOpen,
        run: () => mutate({ meetingId: meeting.id, kinds: ['call', 'agenda'], note }),
      },
    ],
    [isOpen, mutate, meeting.id, note],
  );
  useActions(actions);
  return (
    <Panel
      title={t('call.issueTitle')}
      actions={
        call.mayIssue &&
        isOut &&
        cancelled === null && (
          <Button size="s" variant="quiet" onPress={() => setCancelling(true)}>
            {t(KIND_RULES[meeting.kind].convenes ? 'call.cancel' : 'answers.cancel')}
          </Button>
        )
      }
    >
      <div className={cx('form')}>
        {cancelled !== null && (
          <Banner tone="danger" title={t('call.cancelledTitle', { date: format.date(cancelled.on) })}>
            {t('call.cancelledBody', { reason: cancelled.reason })}
          </Banner>
        )}
        <Facts>
          {(['call', 'agenda'] as const).map((kind) => (
            <Fact key={kind} name={t(`call.kind.${kind}`)}>
              <span className={cx('state')}>
                {state[kind].number === null
                  ? t('call.notIssued')
                  : t('call.issued', {
                      number: state[kind].number,
                      date: format.date(state[kind].issuedOn),
                    })}
                {state[kind].changes.length > 0 && <Pill tone="warning">{t('call.changed')}</Pill>}
              </span>
            </Fact>
          ))}
        </Facts>
        <Notice call={call} />
        {changes.length > 0 && (
          <Banner tone="warning" title={t('call.changesTitle', { count: changes.length })}>
            <p>{t('call.changesBody')}</p>
            <ChangeList changes={changes} />
          </Banner>
        )}
        {call.mayIssue && !hasItems && <p className={cx('muted')}>{t('call.noItems')}</p>}
        {isOpen && (
          <>
            {!isOut && <p className={cx('muted')}>{t('call.issueLead')}</p>}
            <TextField label={t('call.note')} value={note} onChange={setNote} />
            <div className={cx('row')}>
              <Button
                variant="primary"
                icon="mail"
                isPending={issue.isPending}
                onPress={() => give(['call', 'agenda'])}
              >
                {isOut ? t('call.issueAgain') : t('call.issueBoth')}
              </Button>
              <Menu
                label={t('call.issueOther')}
                entries={[
                  {
                    id: 'call',
                    label: t('call.issueCall'),
                    isDisabled: !mayGive('call'),
                    run: () => give(['call']),
                  },
                  {
                    id: 'agenda',
                    label: t('call.issueAgenda'),
                    isDisabled: !mayGive('agenda') || cancelled !== null,
                    run: () => give(['agenda']),
                  },
                ]}
              >
                <Button variant="quiet" iconAfter="chevronDown">
                  {t('call.issueOther')}
                </Button>
              </Menu>
            </div>
          </>
        )}
      </div>
      {isCancelling && <CancelDialog meetingId={meeting.id} onClose={() => setCancelling(false)} />}
    </Panel>
  );
}

/** The notice period, in the words of the rule. */
function Notice({ call }: Pick<CallParts, 'call'>) {
  const t = useText();
  const format = useFormat();
  const { days, required, ok, latest } = call.notice;
  if (call.callForOtherDaySentOn !== null && days === null)
    return (
      <Banner tone="warning">{t('call.otherDay', { date: format.date(call.callForOtherDaySentOn) })}</Banner>
    );
  if (days === null) {
    const due = t('call.notice.due', { date: format.dateWithWeekday(latest), required });
    return latest < todayIso() ? <Banner tone="warning">{due}</Banner> : <p className={cx('muted')}>{due}</p>;
  }
  return ok ? (
    <p className={cx('muted')}>{t('call.notice.ok', { days, required })}</p>
  ) : (
    <Banner tone="warning">{t('call.notice.late', { days, required })}</Banner>
  );
}
