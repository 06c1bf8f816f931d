import type { ReactNode } from 'react';
import { useText } from '../../i18n/language.ts';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Approvals } from './Approvals.tsx';
import { Corrections } from './Corrections.tsx';
import styles from './Examination.module.css';
import { History } from './History.tsx';
import { ItemsAtOnce } from './ItemsAtOnce.tsx';
import { NextStep } from './NextStep.tsx';
import { Remarks } from './Remarks.tsx';
import { useExamination } from './use-examination.ts';

const cx = classes(styles);

/** The examination of a meeting's minutes: the next step, approvals, remarks, corrections, and how it came to this. */
export function ExaminationPanel({
  meetingId,
  effects,
}: {
  meetingId: string;
  /** What the minutes change in the register; another feature draws it. */
  effects: ReactNode;
}) {
  const t = useText();
  const { parts, error } = useExamination(meetingId);
  if (parts === null)
    return error === null ? <p>{t('common.loading')}</p> : <EmptyState title={error.message} />;
  return (
    <div className={cx('examination')}>
      <div className={cx('column')}>
        <NextStep key={parts.meeting.state} {...parts} />
        <Approvals key={parts.examination.rounds.length} {...parts} />
        <Remarks {...parts} />
        <Corrections {...parts} />
      </div>
      <div className={cx('column')}>
        {effects}
        <ItemsAtOnce {...parts} />
        <History {...parts} />
      </div>
    </div>
  );
}
