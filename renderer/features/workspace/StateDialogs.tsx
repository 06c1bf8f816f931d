import { useState } from 'react';
import { KIND_RULES } from '../../../db/model/meeting-kind.ts';
import type { MeetingView } from '../../../db/model/meeting-view.ts';
import { api } from '../../api/client.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { navigate } from '../../ui/navigation.ts';
import { TextField } from '../../ui/TextField.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import { showToast } from '../../ui/toasts.ts';
import type { Autosave } from '../../api/item-autosave.ts';
import { closingFindings, type ShownFinding } from './findings.ts';
import { selectItem, stampFor } from './live-store.ts';
import { dateToday } from './clock.ts';
import { act } from './pending.ts';
import styles from './StateDialogs.module.css';
import { TimesDialog } from './TimesDialog.tsx';

const cx = classes(styles);

export type StateDialog = 'open' | 'close' | 'examine' | 'reopen' | 'times';

interface Props {
  view: MeetingView;
  saver: Autosave;
  onDone: () => void;
}

/** Opening, closing, examining and reopening: each asks once, with what is to be known. */
export function StateDialogs({ dialog, ...props }: Props & { dialog: StateDialog | null }) {
  switch (dialog) {
    case 'open':
      return <OpenDialog {...props} />;
    case 'close':
      return <CloseDialog {...props} />;
    case 'examine':
      return <ExamineDialog {...props} />;
    case 'reopen':
      return <ReopenDialog {...props} />;
    case 'times':
      return <TimesDialog view={props.view} onDone={props.onDone} />;
    case null:
      return null;
  }
}

function OpenDialog({ view, onDone }: Props) {
  const t = useText();
  const [time, setTime] = useState<string | null>(() => view.startedAt ?? stampFor(view, undefined));
  const status = view.items[0]?.status;
  const { convenes } = KIND_RULES[view.kind];
  const goTo = (route: { field?: 'callSentOn' }) => (): void => {
    onDone();
    navigate({ name: 'meeting', id: view.id, part: 'agenda', ...route });
  };
  const missing = [
    ...(view.callSentOn === null
      ? [
          {
            text: t('workspace.openNotice'),
            action: t('workspace.openToCall'),
            go: goTo({ field: 'callSentOn' }),
          },
        ]
      : []),
    ...(view.items.length === 0
      ? [{ text: t('workspace.openNoItems'), action: t('workspace.toAgenda'), go: goTo({}) }]
      : []),
  ];
  const open = async (): Promise<void> => {
    if (time === null) return;
    const done = await act(view.id, () =>
      api.meetings.open.mutate({ meetingId: view.id, time }).then(() => true),
    );
    if (done === null) return;
    onDone();
    navigate({ name: 'meeting', id: view.id, part: 'live' }, { replace: true });
  };
  return (
    <Dialog
      isOpen
      width="narrow"
      title={t(convenes ? 'workspace.openTitle' : 'answers.openTitle')}
      lead={t(convenes ? 'workspace.openBody' : 'answers.openBody')}
      onClose={onDone}
      actions={
        <>
          <Button onPress={onDone}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={time === null || missing.length > 0}
            onPress={() => void open()}
          >
            {t(convenes ? 'workspace.open' : 'answers.open')}
          </Button>
        </>
      }
    >
      {convenes ? (
        <TimeField
          width="s"
          label={t('workspace.openTime')}
          value={time}
          onChange={setTime}
          {...{ autoFocus: true }}
        />
      ) : (
        dateToday() < view.heldOn && <Banner tone="info">{t('answers.openEarly')}</Banner>
      )}
      {missing.length > 0 && (
        <Banner tone="warning" title={t('workspace.openMissing')}>
          <ul className={cx('findings')}>
            {missing.map(({ text, action, go }) => (
              <li key={text} className={cx('missing')}>
                <span>{text}</span>
                <button type="button" className={cx('where', 'link')} onClick={go}>
                  {action}
                </button>
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {status !== undefined && (
        <p>
          {t(convenes ? 'workspace.openPresent' : 'answers.openAnswered', {
            present: status.voterCount,
            required: status.required,
          })}
        </p>
      )}
    </Dialog>
  );
}

function FindingList({
  view,
  findings,
  onShow,
}: {
  view: MeetingView;
  findings: readonly ShownFinding[];
  onShow: () => void;
}) {
  return (
    <ul className={cx('findings')}>
      {findings.map(({ itemId, label, texts }) => (
        <li key={itemId ?? 'meeting'} className={cx('finding')}>
          {itemId === null ? (
            <span className={cx('where')}>{label}</span>
          ) : (
            <button
              type="button"
              className={cx('where', 'link')}
              onClick={() => {
                selectItem(view.id, itemId);
                navigate({ name: 'meeting', id: view.id, part: 'live' }, { replace: true });
                onShow();
              }}
            >
              {label}
            </button>
          )}
          <span>{texts.join(' ')}</span>
        </li>
      ))}
    </ul>
  );
}

function CloseDialog({ view, saver, onDone }: Props) {
  const t = useText();
  const [time, setTime] = useState<string | null>(
    () =>
      view.endedAt ??
      stampFor(
        view,
        view.items.findLast((item) => item.startedAt !== null),
      ),
  );
  const findings = closingFindings(view, t);
  const { convenes } = KIND_RULES[view.kind];
  const close = async (): Promise<void> => {
    if (time === null || !(await saver.flush())) return;
    const done = await act(view.id, () =>
      api.meetings.close.mutate({ meetingId: view.id, time, force: findings.length > 0 }).then(() => true),
    );
    if (done === null) return;
    showToast({ kind: 'done', message: t(convenes ? 'workspace.closed' : 'answers.closed') });
    onDone();
  };
  return (
    <Dialog
      isOpen
      title={t(convenes ? 'workspace.closeTitle' : 'answers.closeTitle')}
      lead={t(convenes ? 'workspace.closeBody' : 'answers.closeBody')}
      onClose={onDone}
      actions={
        <>
          <Button onPress={onDone}>{t('common.cancel')}</Button>
          <Button
            variant={findings.length > 0 ? 'danger' : 'primary'}
            isDisabled={time === null}
            onPress={() => void close()}
          >
            {findings.length > 0
              ? t('workspace.closeAnyway')
              : t(convenes ? 'workspace.close' : 'answers.close')}
          </Button>
        </>
      }
    >
      {convenes ? (
        <TimeField
          width="s"
          label={t('workspace.closeTime')}
          value={time}
          onChange={setTime}
          {...{ autoFocus: true }}
        />
      ) : (
        dateToday() < view.heldOn && <Banner tone="warning">{t('answers.openEarly')}</Banner>
      )}
      {findings.length === 0 ? (
        <Banner tone="ok">{t('workspace.closeReady')}</Banner>
      ) : (
        <Banner tone="warning" title={t('workspace.closeFindings', { count: findings.length })}>
          <FindingList view={view} findings={findings} onShow={onDone} />
        </Banner>
      )}
    </Dialog>
  );
}

function ExamineDialog({ view, saver, onDone }: Props) {
  const t = useText();
  const [examinedOn, setExaminedOn] = useState<string | null>(dateToday);
  const [displayedFrom, setDisplayedFrom] = useState<string | null>(view.displayedFrom);
  const findings = closingFindings(view, t);
  const examine = async (): Promise<void> => {
    if (examinedOn === null || !(await saver.flush())) return;
    const done = await act(view.id, () =>
      api.meetings.examine.mutate({ meetingId: view.id, examinedOn, displayedFrom }),
    );
    if (done === null) return;
    showToast({ kind: 'done', message: t('workspace.examined') });
    onDone();
  };
  return (
    <Dialog
      isOpen
      title={t('workspace.examineTitle')}
      lead={t('workspace.examineBody')}
      onClose={onDone}
      actions={
        <>
          <Button onPress={onDone}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            icon="lock"
            isDisabled={examinedOn === null || findings.length > 0}
            onPress={() => void examine()}
          >
            {t('workspace.examine')}
          </Button>
        </>
      }
    >
      {findings.length > 0 && (
        <Banner tone="danger" title={t('workspace.examineBlocked')}>
          <FindingList view={view} findings={findings} onShow={onDone} />
        </Banner>
      )}
      <p>
        {t('workspace.examiners')}: {view.examiners.map(({ name }) => name).join(', ') || '–'}
      </p>
      <div className={cx('dates')}>
        <DateField
          label={t('workspace.examinedOn')}
          value={examinedOn}
          min={view.heldOn}
          onChange={setExaminedOn}
          isRequired
        />
        <DateField label={t('workspace.displayedFrom')} value={displayedFrom} onChange={setDisplayedFrom} />
      </div>
    </Dialog>
  );
}

function ReopenDialog({ view, onDone }: Props) {
  const t = useText();
  const [reason, setReason] = useState('');
  const reopen = async (): Promise<void> => {
    const done = await act(view.id, () =>
      api.meetings.reopen.mutate({ meetingId: view.id, reason }).then(() => true),
    );
    if (done !== null) onDone();
  };
  return (
    <Dialog
      isOpen
      width="narrow"
      title={t('workspace.reopenTitle')}
      lead={t('workspace.reopenBody')}
      onClose={onDone}
      actions={
        <>
          <Button onPress={onDone}>{t('common.cancel')}</Button>
          <Button variant="primary" isDisabled={reason.trim() === ''} onPress={() => void reopen()}>
            {t('workspace.reopen')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('workspace.reopenReason')}
        value={reason}
        onChange={setReason}
        isRequired
        {...{ autoFocus: true }}
      />
    </Dialog>
  );
}
