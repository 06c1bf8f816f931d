import { useEffect, useState } from 'react';
import { KIND_RULES } from '../../../db/model/meeting-kind.ts';
import type { ItemView, MeetingView } from '../../../db/model/meeting-view.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { SaveState } from '../../ui/SaveState.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import { isOnBreak, toggleBreak } from './breaks.ts';
import { dateToday, timeNow } from './clock.ts';
import { setHandTime, setPreview, stampFor, useLive } from './live-store.ts';
import { peopleOf } from './people.ts';
import { useSaveFacts, useSaveState } from '../../api/item-savers.ts';
import styles from './StatusLine.module.css';
import { useWorkspace } from './use-meeting.ts';

const cx = classes(styles);

/** Where the meeting is and whether it may decide: calm while it may, loud when it may not. */
export function StatusLine({ onHelp }: { onHelp: () => void }) {
  const { view, liveItem, saver } = useWorkspace();
  const t = useText();
  const preview = useLive((state) => state.preview);
  const state = useSaveState(saver);
  const { savedAt } = useSaveFacts(saver);
  const { convenes } = KIND_RULES[view.kind];
  const isHeld = view.startedAt !== null && !view.locked;
  const isLoud = isHeld && !liveItem.status.quorate;
  return (
    <div className={cx('bar', isLoud && 'loud')}>
      <Standing key={String(isLoud)} view={view} item={liveItem} isLoud={isLoud} />
      <div className={cx('tools')}>
        <SaveState
          saving={
            state === 'saved'
              ? { kind: 'saved', at: savedAt }
              : state === 'saving'
                ? { kind: 'saving' }
                : state === 'unsaved'
                  ? { kind: 'unsaved' }
                  : { kind: 'failed' }
          }
        />
        {convenes && view.state === 'in_session' && <BreakButton />}
        {convenes && view.mayRecordMinutes && <Clock />}
        <IconButton icon="help" label={t('workspace.help')} shortcut="F1" onPress={onHelp} />
        <IconButton
          icon="document"
          label={preview ? t('workspace.previewOff') : t('workspace.preview')}
          shortcut="F8"
          isOn={preview}
          onPress={() => setPreview(!preview)}
        />
      </div>
    </div>
  );
}

function Standing({ view, item, isLoud }: { view: MeetingView; item: ItemView; isLoud: boolean }) {
  const t = useText();
  const format = useFormat();
  const pause = view.breaks.find(({ endedAt }) => endedAt === null);
  const { status } = item;
  const short = status.required - status.voterCount;
  const noChair = status.presidingId === null && status.voterCount > 0 && short <= 0;
  const section = view.rules.profile === 'memo' ? 'workspace.status.item' : 'workspace.status.section';
  const presiding =
    status.presidingId !== null && status.presidingId !== view.chair?.id
      ? peopleOf(view).get(status.presidingId)
      : undefined;
  return (
    <p
      className={cx('standing')}
      role={isLoud ? 'alert' : 'status'}
      aria-label={t('workspace.status')}
      data-testid="status-line"
    >
      <span className={cx('sign', !status.quorate && 'short')}>
        <Icon name={status.quorate ? 'done' : 'warning'} size={isLoud ? 24 : 20} />
      </span>
      <strong className={cx('section')}>{t(section, { section: item.section })}</strong>
      <Dot />
      <span>
        {t(KIND_RULES[view.kind].convenes ? 'workspace.status.present' : 'answers.statusAnswered', {
          present: status.voterCount,
          seats: status.seatCount,
        })}
      </span>
      <Dot />
      <span>{t('workspace.status.required', { required: status.required })}</span>
      <Dot />
      <strong>{t(status.quorate ? 'workspace.status.quorate' : 'workspace.status.notQuorate')}</strong>
      {!status.quorate && short > 0 && (
        <>
          <Dot />
          <span>{t('workspace.status.missing', { count: short })}</span>
        </>
      )}
      {noChair && (
        <>
          <Dot />
          <span>{t('workspace.status.noChair')}</span>
        </>
      )}
      {pause && (
        <>
          <Dot />
          <strong>{t('live.breakSince', { time: format.time(pause.startedAt) })}</strong>
        </>
      )}
      {presiding && (
        <>
          <Dot />
          <span className={cx('minor')}>{t('workspace.status.presiding', { name: presiding.name })}</span>
        </>
      )}
    </p>
  );
}

/** Interrupts the meeting, or lets it go on. */
function BreakButton() {
  const workspace = useWorkspace();
  const t = useText();
  const isOn = isOnBreak(workspace.view);
  return (
    <Button
      size="s"
      variant={isOn ? 'primary' : 'quiet'}
      icon={isOn ? 'play' : 'pause'}
      onPress={() => toggleBreak(workspace)}
    >
      {t(isOn ? 'live.breakEnd' : 'live.breakStart')}
    </Button>
  );
}

function Dot() {
  return <span className={cx('dot')}> · </span>;
}

/** The time entries are stamped with: the moment, or one set by hand. */
function Clock() {
  const { view, liveItem, stamp } = useWorkspace();
  const t = useText();
  const format = useFormat();
  const handTime = useLive((state) => state.handTime);
  const [now, setNow] = useState(timeNow);
  const [isOpen, setOpen] = useState(false);
  const [draft, setDraft] = useState<string | null>(null);
  useEffect(() => {
    const timer = setInterval(() => setNow(timeNow()), 5_000);
    return () => clearInterval(timer);
  }, []);
  const isNow = handTime === null && view.heldOn === dateToday();
  const time = format.time(isNow ? now : stampFor(view, liveItem, handTime));
  const words = handTime === null ? t('workspace.clock.now', { time }) : t('workspace.clock.set', { time });
  const use = (chosen: string | null): void => {
    setHandTime(chosen);
    setOpen(false);
  };
  return (
    <>
      <Button
        variant={handTime === null ? 'quiet' : 'secondary'}
        size="s"
        icon="clock"
        aria-label={`${t('workspace.clock')}: ${words}`}
        onPress={() => {
          setDraft(stamp());
          setOpen(true);
        }}
      >
        <span className={cx('clock', handTime !== null && 'set')}>{words}</span>
      </Button>
      <Dialog
        title={t('workspace.clock')}
        lead={t('workspace.clock.lead')}
        width="narrow"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onPress={() => use(null)}>{t('workspace.clock.useNow')}</Button>
            <Button variant="primary" isDisabled={draft === null} onPress={() => use(draft)}>
              {t('workspace.clock.use')}
            </Button>
          </>
        }
      >
        <TimeField
          label={t('workspace.clock.field')}
          value={draft}
          onChange={setDraft}
          {...{ autoFocus: true }}
        />
      </Dialog>
    </>
  );
}
