import { useState } from 'react';
import type { ExaminationWay } from '../../../db/model/examination.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { todayIso } from '../../api/today.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { DateField } from '../../ui/DateField.tsx';
import { navigate } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './Examination.module.css';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import type { ExaminationParts } from './use-examination.ts';

const cx = classes(styles);

/** What the state of the minutes means, and what can be done next. */
export function NextStep(parts: ExaminationParts) {
  const t = useText();
  const { state } = parts.meeting;
  const isLocked = state === 'under_examination' || state === 'examined' || state === 'published';
  const key =
    state === 'draft' || state === 'called' || state === 'in_session'
      ? 'examination.state.before'
      : (`examination.state.${state}` as const);
  return (
    <Panel title={t(`meetings.state.${state}`)}>
      <div className={cx('form')}>
        {isLocked ? <Banner tone="info">{t(key)}</Banner> : <p>{t(key)}</p>}
        {state === 'closed' && <Start {...parts} />}
        {state === 'under_examination' && <Finish {...parts} />}
        {(state === 'examined' || state === 'published') && <Deliver meetingId={parts.meeting.id} />}
        {state === 'examined' && <Publish {...parts} />}
      </div>
    </Panel>
  );
}

/** Who has not got the examined minutes, and the way to send them. */
function Deliver({ meetingId }: { meetingId: string }) {
  const t = useText();
  const { data } = useTopicQuery(
    ['deliveries', 'boards', 'persons', 'organisations', `meeting:${meetingId}`],
    ['deliveries.lacking', meetingId],
    () => api.deliveries.lacking.query({ meetingId }),
  );
  if (!data) return null;
  const { lacking, total } = data;
  if (lacking === 0) return <Banner tone="ok">{t('examination.delivered')}</Banner>;
  return (
    <Banner
      tone="warning"
      actions={
        <Button size="s" icon="mail" onPress={() => navigate({ name: 'deliveries', lackingOf: meetingId })}>
          {t('examination.deliver')}
        </Button>
      }
    >
      {t('examination.lacking', { count: lacking, total })}
    </Banner>
  );
}

function Start({ meeting, examination }: ExaminationParts) {
  const t = useText();
  const [way, setWay] = useState<ExaminationWay | null>(null);
  const [openedOn, setOpenedOn] = useState<string | null>(todayIso);
  const start = useMutationWithFeedback(api.examination.start.mutate, { done: t('examination.started') });
  return (
    <div className={cx('row')}>
      <Select
        width="m"
        label={t('examination.way')}
        value={way ?? examination.ways[0] ?? null}
        options={examination.ways.map((id) => ({ id, label: t(`examination.way.${id}`) }))}
        onChange={setWay}
      />
      <DateField
        width="s"
        label={t('examination.openedOn')}
        value={openedOn}
        min={meeting.heldOn}
        onChange={setOpenedOn}
      />
      <Button
        variant="primary"
        isPending={start.isPending}
        isDisabled={openedOn === null}
        onPress={() => openedOn !== null && start.mutate({ meetingId: meeting.id, way, openedOn })}
      >
        {t('examination.start')}
      </Button>
    </div>
  );
}

function Finish({ meeting, examination }: ExaminationParts) {
  const t = useText();
  const [examinedOn, setExaminedOn] = useState<string | null>(todayIso);
  const [decided, setDecided] = useState<string | null>(null);
  const [isReturning, setReturning] = useState(false);
  const finish = useMutationWithFeedback(api.examination.finish.mutate, { done: t('examination.finished') });
  const giveBack = useMutationWithFeedback(api.examination.returnForCorrection.mutate, {
    done: t('examination.returned'),
  });
  const meets = examination.rounds.at(-1)?.way === 'next_meeting';
  const decidedItemId = meets ? (decided ?? examination.approvingItems[0]?.itemId ?? null) : null;
  const isReady =
    examinedOn !== null &&
    examination.unresolvedRemarks === 0 &&
    (meets ? decidedItemId !== null : examination.missingApprovals.length === 0);
  return (
    <>
      {meets && examination.approvingItems.length === 0 && (
        <Banner tone="warning">{t('examination.finish.noMeeting')}</Banner>
      )}
      {examination.unresolvedRemarks > 0 && <Banner tone="warning">{t('examination.finish.remarks')}</Banner>}
      <div className={cx('row')}>
        {meets && examination.approvingItems.length > 0 && (
          <Select
            width="m"
            label={t('examination.finish.decided')}
            value={decidedItemId}
            options={examination.approvingItems.map((item) => ({
              id: item.itemId,
              label: item.reference,
              detail: item.title,
            }))}
            onChange={setDecided}
          />
        )}
        <DateField
          width="s"
          label={t('examination.finish.on')}
          value={examinedOn}
          min={examination.earliestExaminedOn}
          onChange={setExaminedOn}
        />
        <Button
          variant="primary"
          icon="lock"
          isPending={finish.isPending}
          isDisabled={!isReady}
          onPress={() =>
            examinedOn !== null && finish.mutate({ meetingId: meeting.id, examinedOn, decidedItemId })
          }
        >
          {t('examination.finish')}
        </Button>
        <Button onPress={() => setReturning(true)}>{t('examination.return')}</Button>
      </div>
      {isReturning && (
        <ReasonDialog
          title={t('examination.return')}
          lead={t('examination.return.body')}
          onConfirm={(reason) => giveBack.mutate({ meetingId: meeting.id, reason, on: todayIso() })}
          onClose={() => setReturning(false)}
        />
      )}
    </>
  );
}

function Publish({ meeting }: ExaminationParts) {
  const t = useText();
  const [from, setFrom] = useState<string | null>(() => meeting.displayedFrom ?? todayIso());
  const [isReopening, setReopening] = useState(false);
  const publish = useMutationWithFeedback(api.examination.publish.mutate, {
    done: t('examination.published'),
  });
  const reopen = useMutationWithFeedback(api.examination.reopen.mutate, { done: t('examination.reopened') });
  return (
    <div className={cx('row')}>
      <DateField
        width="s"
        label={t('examination.publish.from')}
        value={from}
        {...(meeting.examinedOn === null ? {} : { min: meeting.examinedOn })}
        onChange={setFrom}
      />
      <Button
        variant="primary"
        isPending={publish.isPending}
        isDisabled={from === null}
        onPress={() => from !== null && publish.mutate({ meetingId: meeting.id, displayedFrom: from })}
      >
        {t('examination.publish')}
      </Button>
      <Button icon="unlock" onPress={() => setReopening(true)}>
        {t('examination.reopen')}
      </Button>
      {isReopening && (
        <ReasonDialog
          title={t('examination.reopen')}
          lead={t('examination.reopen.body')}
          onConfirm={(reason) => reopen.mutate({ meetingId: meeting.id, reason, on: todayIso() })}
          onClose={() => setReopening(false)}
        />
      )}
    </div>
  );
}
