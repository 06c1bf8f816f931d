import {
  memo,
  Suspense,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react';
import type { DecisionType } from '../../../db/model/decision.ts';
import { KIND_RULES } from '../../../db/model/meeting-kind.ts';
import { isEmptyText } from '../../../db/model/rich-text.ts';
import type { MeetingView } from '../../../db/model/meeting-view.ts';
import { api } from '../../api/client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { showToast } from '../../ui/toasts.ts';
import { AttendancePanel } from './AttendancePanel.tsx';
import type { Autosave } from '../../api/item-autosave.ts';
import { decide, naturalDecision } from './decisions.ts';
import { ItemList } from './ItemList.tsx';
import { ItemPane, type ItemCommands } from './ItemPane.tsx';
import styles from './LiveMinutes.module.css';
import { selectItem, setPreview, useLive } from './live-store.ts';
import { currentItemChange } from './optimistic.ts';
import { PhraseDialog } from './PhraseDialog.tsx';
import { SaveConflictDialog } from './SaveConflictDialog.tsx';
import { useSaveFacts, useSaveState } from '../../api/item-savers.ts';
import { ShortcutHelp } from './ShortcutHelp.tsx';
import { StatusLine } from './StatusLine.tsx';
import { focusTarget, registerTarget, textTarget, type Target, type TargetName } from './targets.ts';
import { undoLast } from './undo.ts';
import { useLiveKeys } from './use-live-keys.ts';
import { useWorkspaceOf, WorkspaceContext, type Workspace } from './use-meeting.ts';
import { itemIndex } from './view-facts.ts';

const cx = classes(styles);

const CalmList = memo(ItemList);
const CalmPane = memo(ItemPane);

export interface LiveMinutesProps {
  view: MeetingView;
  saver: Autosave;
  /** The document, shown beside when asked for. */
  documentOf: (itemId: string) => ReactNode;
  effectsOf: ItemCommands['effectsOf'];
  /** Asks for the end of the meeting. */
  onClose: () => void;
}

/** The meeting as it is held: items, the item being dealt with, attendance, and the document beside them. */
export function LiveMinutes(props: LiveMinutesProps) {
  const workspace = useWorkspaceOf(props.view, props.saver);
  if (workspace === null) return null;
  return (
    <WorkspaceContext value={workspace}>
      <Panes {...props} workspace={workspace} />
    </WorkspaceContext>
  );
}

function Panes({ documentOf, effectsOf, onClose, workspace }: LiveMinutesProps & { workspace: Workspace }) {
  const { view, item, liveItem, mayRecord, stamp, saver, act } = workspace;
  const t = useText();
  const format = useFormat();
  const { convenes } = KIND_RULES[view.kind];
  const isPreview = useLive((state) => state.preview);
  const saveState = useSaveState(saver);
  const { error: saveError } = useSaveFacts(saver);
  const [phrasesFor, setPhrasesFor] = useState<{ target: Target | null } | null>(null);
  const [isHelp, setHelp] = useState(false);
  const items = usePane('items', '[role="option"][aria-selected="true"], [role="listbox"]');
  const documentPane = usePane('document', '[tabindex="0"], button, a', isPreview);

  const take = (itemId: string): void => {
    selectItem(view.id, itemId);
    if (view.state !== 'in_session') return;
    const time = stamp();
    void act(
      () => api.meetings.setCurrentItem.mutate({ meetingId: view.id, itemId, time }),
      currentItemChange(itemId, time),
    );
  };
  /** Moves the meeting on when the item looked at is the one being dealt with; else only looks further. */
  const go = (step: 1 | -1): boolean => {
    const next = view.items[itemIndex(view, item.id) + step];
    if (next === undefined) return false;
    void saver.flush(item.id);
    if (item.id === liveItem.id) take(next.id);
    else selectItem(view.id, next.id);
    return true;
  };
  const recordNext = async (): Promise<void> => {
    if (!mayRecord) return void go(1);
    const text = saver.value(item.id, 'decision') ?? null;
    if (item.decisionType === null && isEmptyText(text)) {
      const natural = naturalDecision(item);
      if (natural === null) {
        showToast({ kind: 'info', message: t('workspace.chooseDecision') });
        return void focusTarget('decision');
      }
      if (!(await decide(workspace, natural))) return;
    }
    if (!(await saver.flush(item.id))) return;
    if (!go(1)) {
      if (view.state === 'in_session') onClose();
      return;
    }
    setTimeout(() => focusTarget('proceedings'), 50);
  };
  const decideKind = (type: DecisionType): void => {
    if (mayRecord) void decide(workspace, item.decisionType === type ? null : type);
  };
  const openPhrases = (): void => {
    if (mayRecord) setPhrasesFor({ target: textTarget() });
  };
  const latest = useRef({ recordNext, decideKind, openPhrases, onClose });
  useEffect(() => {
    latest.current = { recordNext, decideKind, openPhrases, onClose };
  });
  const commands = useMemo<ItemCommands>(
    () => ({
      onPhrases: () => latest.current.openPhrases(),
      onDecideVoted: () => latest.current.decideKind('voted'),
      onRecordNext: () => void latest.current.recordNext(),
      onClose: () => latest.current.onClose(),
      effectsOf,
    }),
    [effectsOf],
  );
  // Who comes and goes shows at once in the status line and the panel; the rest follows when there is time. Another
  // item is shown whole.
  const later = useDeferredValue(workspace);
  const calm = later.item.id === item.id && later.mayRecord === mayRecord ? later : workspace;
  const beside = useMemo(() => documentOf(item.id), [documentOf, item.id]);
  useLiveKeys({
    go,
    recordNext: () => void recordNext(),
    phrases: openPhrases,
    help: () => setHelp(true),
    preview: () => setPreview(!useLive.getState().preview),
    decide: decideKind,
    undo: () => {
      if (!view.locked) void saver.flush().then(() => undoLast(view.id));
    },
    flush: () => void saver.flush(),
  });

  return (
    <div className={cx('live')}>
      <StatusLine onHelp={() => setHelp(true)} />
      {saveState === 'failed' && (
        <Banner tone="danger" isEdge isAlert>
          {t('workspace.saveFailed', { reason: saveError ?? '' })}
        </Banner>
      )}
      {(view.state === 'draft' || view.state === 'called') && (
        <Banner isEdge title={t(convenes ? 'workspace.notOpenTitle' : 'answers.notOpenTitle')}>
          {t(convenes ? 'workspace.notOpenBody' : 'answers.notOpenBody')}
        </Banner>
      )}
      {!convenes && !view.locked && (
        <Banner isEdge tone="info">
          {t('answers.note', { date: format.dateWithWeekday(view.heldOn) })}
        </Banner>
      )}
      {item.id !== liveItem.id && (
        <Banner
          isEdge
          tone="warning"
          actions={
            <>
              <Button size="s" onPress={() => selectItem(view.id, liveItem.id)}>
                {t('workspace.elsewhereBack')}
              </Button>
              <Button size="s" onPress={() => take(item.id)}>
                {t('workspace.elsewhereTake')}
              </Button>
            </>
          }
        >
          {t('workspace.elsewhere', { current: liveItem.sectionLabel })}
        </Banner>
      )}
      <div className={cx('panes', isPreview && 'withDocument')}>
        <div className={cx('left')} data-pane="items" ref={items}>
          <WorkspaceContext value={calm}>
            <CalmList />
          </WorkspaceContext>
        </div>
        <div className={cx('middle')} data-pane="item">
          <WorkspaceContext value={calm}>
            <CalmPane {...commands} />
          </WorkspaceContext>
        </div>
        {isPreview && (
          <div className={cx('document')} data-pane="document" ref={documentPane}>
            <Suspense fallback={null}>{beside}</Suspense>
          </div>
        )}
        <div className={cx('right')} data-pane="attendance">
          <AttendancePanel />
        </div>
      </div>
      {phrasesFor !== null && <PhraseDialog target={phrasesFor.target} onClose={() => setPhrasesFor(null)} />}
      {isHelp && <ShortcutHelp onClose={() => setHelp(false)} />}
      <SaveConflictDialog />
    </div>
  );
}

/** A pane that F6 leads to: the first of `selector` in it gets the focus. */
function usePane(name: TargetName, selector: string, isShown = true): RefObject<HTMLDivElement | null> {
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isShown) return undefined;
    return registerTarget(name, { focus: () => pane.current?.querySelector<HTMLElement>(selector)?.focus() });
  }, [name, selector, isShown]);
  return pane;
}
