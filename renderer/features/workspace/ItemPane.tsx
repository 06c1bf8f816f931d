import { use, useMemo, useState, type ReactNode } from 'react';
import { KIND_RULES } from '../../../db/model/meeting-kind.ts';
import type { ItemKind } from '../../../db/model/meeting.ts';
import { api } from '../../api/client.ts';
import { openHistory } from '../../api/history-store.ts';
import type { ItemView, MeetingView } from '../../../db/model/meeting-view.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { useActions, type Action } from '../../ui/actions.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { AttachmentsSlot } from '../../ui/meeting-slots.ts';
import { PaneCommandsContext, type PaneCommands } from './assist-commands.ts';
import { isOnBreak, toggleBreak } from './breaks.ts';
import { CommitTime } from './CommitTime.tsx';
import { ConflictSection } from './ConflictSection.tsx';
import { DecisionSection } from './DecisionSection.tsx';
import { DissentSection } from './DissentSection.tsx';
import { ElectionSection } from './ElectionSection.tsx';
import { ExaminerSection } from './ExaminerSection.tsx';
import styles from './ItemPane.module.css';
import { ProposalSection } from './ProposalSection.tsx';
import { useItemValue } from '../../api/item-savers.ts';
import { FollowUpSection, TaskSection } from './TaskSection.tsx';
import { PreparedPart, WrittenPart } from './TextPart.tsx';
import { useWorkspace } from './use-meeting.ts';
import { VoteSection } from './VoteSection.tsx';

const cx = classes(styles);

/** What can be added to an item; its form opens in the place where the entry will be. */
const ADDABLE = [
  { id: 'conflict', label: 'workspace.conflict.add' },
  { id: 'proposal', label: 'workspace.proposal.add' },
  { id: 'election', label: 'workspace.election.add' },
  { id: 'dissent', label: 'workspace.dissent.add' },
  { id: 'effect', label: 'effects.add' },
  { id: 'task', label: 'workspace.task.add' },
  { id: 'follow', label: 'workspace.task.follow' },
  { id: 'attachment', label: 'workspace.attachment.add' },
] as const;
/** Items in which tasks of earlier meetings are looked at. */
const FOLLOWING: readonly ItemKind[] = [
  'previous_minutes',
  'follow_up',
  'information',
  'announcements',
  'other_matters',
];
type Addable = (typeof ADDABLE)[number]['id'];

export interface ItemCommands {
  onPhrases: () => void;
  /** Records the result of the votes as the decision. */
  onDecideVoted: () => void;
  onRecordNext: () => void;
  /** Asks for the end of the meeting. */
  onClose: () => void;
  /** The effects of the item on the register. */
  effectsOf: (place: EffectPlace) => ReactNode;
}

/** Where another feature draws the effects of an item on the register. */
export interface EffectPlace {
  view: MeetingView;
  item: ItemView;
  isAdding: boolean;
  onAdded: () => void;
}

/** The item in the middle: what was prepared, what happens, what is decided and what follows. */
export function ItemPane({ onPhrases, onDecideVoted, onRecordNext, onClose, effectsOf }: ItemCommands) {
  const { view, item, mayRecord } = useWorkspace();
  const t = useText();
  const attachmentsOf = use(AttachmentsSlot);
  const [adding, setAdding] = useState<{ itemId: string; what: Addable } | null>(null);
  const isAdding = (what: Addable): boolean => adding?.itemId === item.id && adding.what === what;
  const done = (): void => setAdding(null);
  const { id: itemId } = item;
  const paneCommands = useMemo<PaneCommands>(
    () => ({ onPhrases, onNewTask: () => setAdding({ itemId, what: 'task' }) }),
    [onPhrases, itemId],
  );
  const offered = (what: Addable): boolean => {
    if (what === 'attachment' || what === 'effect') return true;
    if (what === 'follow') return mayRecord && FOLLOWING.includes(item.kind);
    return mayRecord;
  };
  const isLast = view.items.at(-1)?.id === item.id;
  const mayAttach = !view.locked;
  return (
    <div className={cx('pane')}>
      <PaneCommandsContext value={paneCommands}>
        <div key={item.id} className={cx('scroll')}>
          <article className={cx('item')} aria-labelledby="live-item-title">
            <ItemHead />
            {view.state === 'in_session' && !item.status.quorate && <NotQuorate onClose={onClose} />}
            <PreparedPart part="account" />
            <PreparedPart part="proposal" />
            <ConflictSection isAdding={isAdding('conflict')} onAdded={done} />
            {mayAttach && (
              <div className={cx('add')} role="group" aria-label={t('workspace.add')}>
                <span className={cx('addLabel')}>{t('workspace.addShort')}</span>
                {ADDABLE.filter(({ id }) => offered(id)).map(({ id, label }) => (
                  <button
                    key={id}
                    type="button"
                    className={cx('addable')}
                    aria-pressed={isAdding(id)}
                    onClick={() => setAdding(isAdding(id) ? null : { itemId: item.id, what: id })}
                  >
                    {t(label)}
                  </button>
                ))}
              </div>
            )}
            {(mayRecord || item.proceedings !== null) && (
              <WrittenPart part="proceedings" target="proceedings" shortcut="F3" onPhrases={onPhrases} />
            )}
            <ProposalSection isAdding={isAdding('proposal')} onAdded={done} />
            <VoteSection onDecideVoted={onDecideVoted} />
            <ElectionSection isAdding={isAdding('election')} onAdded={done} />
            <ExaminerSection />
            {(mayRecord || item.decided) && (
              <div className={cx('decision')} data-part="decision">
                <DecisionSection onPhrases={onPhrases} />
              </div>
            )}
            {effectsOf({ view, item, isAdding: isAdding('effect'), onAdded: done })}
            <DissentSection isAdding={isAdding('dissent')} onAdded={done} />
            <FollowUpSection isAdding={isAdding('follow')} onAdded={done} />
            <TaskSection isAdding={isAdding('task')} onAdded={done} />
            {(isAdding('attachment') || item.attachments.length > 0) &&
              attachmentsOf({ meetingId: view.id, itemId: item.id, isAdding: isAdding('attachment') })}
          </article>
        </div>
      </PaneCommandsContext>
      {mayRecord && (
        <div className={cx('foot')}>
          <span className={cx('spring')} />
          <Button variant="primary" iconAfter="arrowRight" onPress={onRecordNext}>
            {isLast && view.state === 'in_session' ? t('workspace.takeClose') : t('workspace.takeNext')}
            <Keys shortcut="Ctrl+Enter" />
          </Button>
        </div>
      )}
    </div>
  );
}

/** What is left to a board that may not decide: a break, leaving its matters to the next meeting, the end. */
function NotQuorate({ onClose }: { onClose: () => void }) {
  const workspace = useWorkspace();
  const { view, item, saver, act } = workspace;
  const t = useText();
  const isBreak = isOnBreak(view);
  const { convenes } = KIND_RULES[view.kind];
  const putOff = async (): Promise<void> => {
    if (!(await saver.flush())) return;
    await act(() => api.live.putOff.mutate({ itemId: item.id }));
  };
  return (
    <Banner
      tone="danger"
      title={t(convenes ? 'workspace.itemNotQuorate' : 'answers.notQuorate', {
        present: item.status.voterCount,
        required: item.status.required,
      })}
    >
      <p>{t(convenes ? 'live.cannotDecide' : 'answers.cannotDecide')}</p>
      <div className={cx('ways')}>
        {convenes && (
          <Button size="s" icon={isBreak ? 'play' : 'pause'} onPress={() => toggleBreak(workspace)}>
            {t(isBreak ? 'live.breakEnd' : 'live.breakStart')}
          </Button>
        )}
        {item.kind !== 'opening' && item.kind !== 'closing' && (
          <Button size="s" icon="arrowRight" onPress={() => void putOff()}>
            {t('live.putOff')}
          </Button>
        )}
        <Button size="s" icon="flag" onPress={onClose}>
          {t(convenes ? 'live.closeHere' : 'answers.close')}
        </Button>
      </div>
    </Banner>
  );
}

function ItemHead() {
  const { view, item } = useWorkspace();
  const t = useText();
  const meta = [
    item.diaryNumber,
    item.applicantOrganisation === null
      ? null
      : t('workspace.applicant', { name: item.applicantOrganisation.name }),
    item.presenter === null || item.presenter.id === view.presenter?.id
      ? null
      : t('workspace.presenter', { name: item.presenter.name }),
  ].filter((part) => part !== null);
  const { id: itemId } = item;
  const { id: meetingId } = view;
  useActions(
    useMemo(
      () => [
        {
          id: 'item-history',
          title: (say) => say('writing.history.open'),
          icon: 'history',
          shortcut: 'Ctrl+Shift+H',
          run: () => openHistory({ meetingId, itemId }),
        } satisfies Action,
      ],
      [meetingId, itemId],
    ),
  );
  return (
    <header className={cx('head')}>
      <h2 id="live-item-title" className={cx('title')}>
        <span className={cx('section')}>{item.sectionLabel}</span> {item.title}
      </h2>
      <div className={cx('meta')}>
        {KIND_RULES[view.kind].convenes && <ItemTimes />}
        {meta.map((part) => (
          <span key={part}>{part}</span>
        ))}
        {!item.diaryNumberKnownForm && (
          <span className={cx('doubt')}>
            <Icon name="warning" size={14} label={t('workspace.diaryUnknown')} />
          </span>
        )}
        <span className={cx('spring')} />
        <IconButton
          icon="history"
          size="s"
          label={t('writing.history.open')}
          shortcut="Ctrl+Shift+H"
          onPress={() => openHistory({ meetingId, itemId })}
        />
      </div>
    </header>
  );
}

/** When the item was dealt with; pressing it corrects the times. */
function ItemTimes() {
  const { item, saver, mayRecord } = useWorkspace();
  const t = useText();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const startedAt = useItemValue(saver, item.id, 'startedAt') ?? item.startedAt;
  const endedAt = useItemValue(saver, item.id, 'endedAt') ?? item.endedAt;
  const words =
    startedAt === null
      ? t('workspace.noTimes')
      : endedAt === null
        ? t('workspace.heldFrom', { from: format.time(startedAt) })
        : t('workspace.heldFromTo', { from: format.time(startedAt), to: format.time(endedAt) });
  if (!mayRecord) return startedAt === null ? null : <span>{words}</span>;
  return (
    <>
      <Button
        size="s"
        variant="quiet"
        icon="clock"
        aria-label={`${t('workspace.editTimes')}: ${words}`}
        onPress={() => setOpen(true)}
      >
        {words}
      </Button>
      <Dialog
        isOpen={isOpen}
        width="narrow"
        title={t('workspace.itemTimes')}
        onClose={() => setOpen(false)}
        actions={
          <Button variant="primary" onPress={() => setOpen(false)}>
            {t('common.done')}
          </Button>
        }
      >
        <div className={cx('times')}>
          <CommitTime
            label={t('workspace.startedAt')}
            value={startedAt}
            onCommit={(time) => saver.edit(item.id, 'startedAt', time)}
          />
          <CommitTime
            label={t('workspace.endedAt')}
            value={endedAt}
            onCommit={(time) => saver.edit(item.id, 'endedAt', time)}
          />
        </div>
      </Dialog>
    </>
  );
}
