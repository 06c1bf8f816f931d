import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Pill } from '../../ui/Pill.tsx';
import styles from './Examination.module.css';
import type { ExaminationParts } from './use-examination.ts';

const cx = classes(styles);

/** Who approves the open round, and who has, with the day. */
export function Approvals({ meeting, examination }: ExaminationParts) {
  const t = useText();
  const format = useFormat();
  const [on, setOn] = useState<string | null>(todayIso);
  const approve = useMutationWithFeedback(api.examination.approve.mutate);
  const withdraw = useMutationWithFeedback(api.examination.withdrawApproval.mutate);
  const round = examination.rounds.at(-1);
  if (meeting.state !== 'under_examination' || !round) return null;
  return (
    <Panel title={t('examination.approvals')}>
      {examination.approvers.length === 0 ? (
        <p className={cx('muted')}>{t('examination.approvals.none')}</p>
      ) : (
        <div className={cx('form')}>
          <DateField
            width="s"
            label={t('examination.approvals.on')}
            value={on}
            min={round.openedOn}
            onChange={setOn}
          />
          <ul className={cx('list')}>
            {examination.approvers.map((person) => {
              const approval = round.approvals.find((one) => one.person.id === person.id);
              return (
                <li key={person.id} className={cx('entry')}>
                  <span className={cx('name')}>{person.name}</span>
                  {approval ? (
                    <>
                      <Pill tone="ok" icon="check">
                        {t('examination.approvedOn', { date: format.date(approval.approvedOn) })}
                      </Pill>
                      <Button
                        size="s"
                        variant="quiet"
                        aria-label={t('examination.withdrawName', { name: person.name })}
                        onPress={() => withdraw.mutate({ meetingId: meeting.id, personId: person.id })}
                      >
                        {t('examination.withdraw')}
                      </Button>
                    </>
                  ) : (
                    <>
                      <Pill tone="warning">{t('examination.notApproved')}</Pill>
                      <Button
                        size="s"
                        isDisabled={on === null}
                        aria-label={t('examination.approveName', { name: person.name })}
                        onPress={() =>
                          on !== null &&
                          approve.mutate({ meetingId: meeting.id, personId: person.id, approvedOn: on })
                        }
                      >
                        {t('examination.approve')}
                      </Button>
                    </>
                  )}
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </Panel>
  );
}
