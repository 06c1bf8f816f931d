import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import type { MeetingView } from '../../../db/model/meeting-view.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useText } from '../../i18n/language.ts';
import { useActions, type Action } from '../../ui/actions.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useRemembered, useRoute } from '../../ui/navigation.ts';
import { SplitPane } from '../../ui/SplitPane.tsx';
import styles from './Agenda.module.css';
import { AgendaList } from './AgendaList.tsx';
import { EmptyAgenda } from './EmptyAgenda.tsx';
import { ItemPane, type EffectsOf } from './ItemPane.tsx';
import { MeetingPlan, ReadPlan, type PlanHandle } from './MeetingPlan.tsx';
import { useOrder, type PlacedItem } from './order.ts';
import { SuggestionList } from './Suggestions.tsx';
import { TemplateDialog } from './TemplateDialog.tsx';
import { useSaver } from '../../api/item-savers.ts';

const cx = classes(styles);

/** The agenda of a meeting: its details and items at the left, what is chosen of them at the right. */
export function AgendaEditor({ meetingId, effectsOf }: { meetingId: string; effectsOf: EffectsOf }) {
  const { data: meeting } = useTopicQuery([`meeting:${meetingId}`], ['meetings.get', meetingId], () =>
    api.meetings.get.query({ meetingId }),
  );
  return meeting ? <Loaded key={meeting.id} meeting={meeting} effectsOf={effectsOf} /> : null;
}

/** The details of the meeting instead of an item. */
const PLAN = 'plan';
/** Kinds after which a new matter makes no sense. */
const ENDING = new Set(['announcements', 'other_matters', 'next_meetings', 'closing']);

function Loaded({ meeting, effectsOf }: { meeting: MeetingView; effectsOf: EffectsOf }) {
  const t = useText();
  const saver = useSaver(meeting);
  // Leaving the agenda writes at once.
  useEffect(() => () => void saver.flush(), [saver]);
  const { items, move } = useOrder(meeting);
  const { selected, select, plan } = useSelection(meeting, items);
  const [newId, setNewId] = useState<string | null>(null);
  const [announced, setAnnounced] = useState('');
  const chosen = items.find(({ item }) => item.id === selected);
  const mayEdit = meeting.mayEditAgenda && !meeting.locked;

  const add = useMutationWithFeedback(
    (position: number | null) =>
      api.items.add.mutate({
        meetingId: meeting.id,
        item: {
          kind: 'decision',
          title: t('agenda.newTitle'),
          diaryNumber: null,
          account: null,
          proposal: null,
        },
        position,
      }),
    {
      onSuccess: ({ id }) => {
        setNewId(id);
        select(id);
      },
    },
  );
  const addMutate = add.mutate;
  const addItem = useCallback((): void => {
    const follows = chosen !== undefined && !ENDING.has(chosen.item.kind);
    addMutate(follows ? chosen.index + 1 : null);
  }, [addMutate, chosen]);

  const remove = useMutationWithFeedback(
    async ({ item }: PlacedItem) => {
      await saver.flush(item.id);
      return await api.items.remove.mutate({ itemId: item.id });
    },
    {
      done: (_removal, { item, label }) => t('agenda.removed', { label, title: item.title }),
      undo: async (removal) => {
        const { id } = await api.items.restore.mutate(removal);
        select(id);
      },
      onSuccess: (_removal, { item, index }) => {
        saver.forget(item.id);
        select((items[index + 1] ?? items[index - 1])?.item.id ?? PLAN);
      },
    },
  );

  const moveItem = useCallback(
    (id: string, place: number): void => {
      const target = items[Math.max(0, Math.min(place, items.length - 1))];
      const title = items.find(({ item }) => item.id === id)?.item.title ?? '';
      if (move(id, place) && target) setAnnounced(t('agenda.moved', { title, label: target.label }));
    },
    [items, move, t],
  );
  const step = useCallback(
    (by: -1 | 1): void => {
      if (chosen) moveItem(chosen.item.id, chosen.index + by);
    },
    [chosen, moveItem],
  );

  const removeMutate = remove.mutate;
  const removeItem = useCallback((): void => {
    if (chosen) removeMutate(chosen);
  }, [chosen, removeMutate]);
  const [isTemplateOpen, setTemplateOpen] = useState(false);
  const fillPrevious = useMutationWithFeedback(
    async () => {
      await saver.flush();
      return await api.planning.fillPrevious.mutate({ meetingId: meeting.id });
    },
    {
      done: ({ openTasks }) => t('planning.previous.done', { count: openTasks }),
      undo: async (filled) => {
        await api.planning.undoPrevious.mutate(filled);
        if (filled.isNew) await api.items.remove.mutate({ itemId: filled.itemId });
      },
      onSuccess: ({ itemId }) => select(itemId),
    },
  );
  const fillMutate = fillPrevious.mutate;
  const fill = useCallback((): void => fillMutate(), [fillMutate]);
  const openTemplate = useCallback((): void => setTemplateOpen(true), []);
  useAgendaActions(mayEdit, chosen !== undefined, { addItem, step, removeItem, fill, openTemplate });

  return (
    <>
      <SplitPane
        name="agenda"
        initial={340}
        min={240}
        max={560}
        start={
          <div className={cx('side')}>
            <div className={cx('scroll')}>
              <button
                type="button"
                className={cx('plan')}
                onClick={() => select(PLAN)}
                {...(selected === PLAN ? { 'aria-current': 'true' as const } : {})}
              >
                <Icon name="calendar" />
                <span className={cx('name')}>
                  <span className={cx('words')}>{t('agenda.plan')}</span>
                  <span className={cx('marks')}>{t('agenda.planHint')}</span>
                </span>
              </button>
              {items.length > 0 && (
                <AgendaList
                  items={items}
                  saver={saver}
                  selected={chosen?.item.id ?? null}
                  onSelect={select}
                  onMove={moveItem}
                  mayMove={mayEdit}
                />
              )}
              {mayEdit && items.length === 0 && <EmptyAgenda meeting={meeting} />}
              {mayEdit && items.length > 0 && <SuggestionList meeting={meeting} onTaken={select} />}
              <VisuallyHidden elementType="span" role="status">
                {announced}
              </VisuallyHidden>
            </div>
            {mayEdit && (
              <div className={cx('foot')}>
                <Button icon="plus" onPress={addItem} isPending={add.isPending}>
                  {t('agenda.add')}
                </Button>
                <Keys shortcut="Ctrl+Shift+N" />
                <Menu
                  label={t('agenda.more')}
                  placement="top start"
                  entries={[
                    {
                      id: 'previous',
                      label: t('planning.previous'),
                      run: () => fillPrevious.mutate(),
                    },
                    {
                      id: 'template',
                      label: t('planning.template'),
                      isDisabled: items.length === 0,
                      run: () => setTemplateOpen(true),
                    },
                  ]}
                >
                  <IconButton icon="more" label={t('agenda.more')} />
                </Menu>
              </div>
            )}
          </div>
        }
        end={
          <div className={cx('desk')}>
            <StateNote meeting={meeting} />
            {chosen ? (
              <ItemPane
                effectsOf={effectsOf}
                key={chosen.item.id}
                meeting={meeting}
                placed={chosen}
                count={items.length}
                saver={saver}
                onMove={step}
                onRemove={removeItem}
                isNew={newId === chosen.item.id}
              />
            ) : selected === PLAN && meeting.locked ? (
              <ReadPlan meeting={meeting} />
            ) : selected === PLAN ? (
              <MeetingPlan meeting={meeting} ref={plan} />
            ) : (
              <EmptyState title={t('agenda.none')} />
            )}
          </div>
        }
      />
      {isTemplateOpen && (
        <TemplateDialog meeting={meeting} items={items} onClose={() => setTemplateOpen(false)} />
      )}
    </>
  );
}

/** What is chosen at the left. A link to an item chooses it; leaving the details saves them first. */
function useSelection(meeting: MeetingView, items: readonly PlacedItem[]) {
  const route = useRoute();
  const isHere = route.name === 'meeting' && route.id === meeting.id;
  const linked = isHere ? (route.field === undefined ? route.item : PLAN) : undefined;
  const [remembered, setRemembered] = useRemembered(`agenda.${meeting.id}`, linked ?? PLAN);
  const [seenLink, setSeenLink] = useState(linked);
  const plan = useRef<PlanHandle>(null);
  // Until the view with a new item comes, the old choice stays on the screen.
  const [shown, setShown] = useState(linked ?? remembered);
  const isThere = (id: string): boolean => id === PLAN || items.some(({ item }) => item.id === id);
  const next = linked !== seenLink && linked !== undefined ? linked : remembered;
  if (linked !== seenLink) setSeenLink(linked);
  if (next !== shown && isThere(next)) setShown(next);

  const select = useCallback(
    (id: string): void => {
      if (plan.current === null) return setRemembered(id);
      void plan.current.leave().then((isSaved) => {
        if (isSaved) setRemembered(id);
      });
    },
    [setRemembered],
  );
  return { selected: isThere(shown) ? shown : PLAN, select, plan };
}

/** Delete is a key of the list; in a text it is the text's. */
function isInList(): boolean {
  return document.activeElement?.closest('[role="grid"]') != null;
}

function useAgendaActions(
  mayEdit: boolean,
  hasItem: boolean,
  doing: {
    addItem: () => void;
    step: (by: -1 | 1) => void;
    removeItem: () => void;
    fill: () => void;
    openTemplate: () => void;
  },
): void {
  const latest = useRef(doing);
  useEffect(() => {
    latest.current = doing;
  });
  const actions = useMemo<Action[]>(
    () => [
      {
        id: 'agenda-add-item',
        title: (t) => t('agenda.add'),
        icon: 'plus',
        shortcut: 'Ctrl+Shift+N',
        isEnabled: () => mayEdit,
        run: () => latest.current.addItem(),
      },
      {
        id: 'agenda-previous-minutes',
        title: (t) => t('planning.previous'),
        icon: 'tasks',
        keywords: 'edellinen pöytäkirja toimenpiteet seuranta previous minutes föregående protokoll',
        isEnabled: () => mayEdit,
        run: () => latest.current.fill(),
      },
      {
        id: 'agenda-template',
        title: (t) => t('planning.template'),
        icon: 'document',
        keywords: 'pohja malli tallenna template mall',
        isEnabled: () => mayEdit,
        run: () => latest.current.openTemplate(),
      },
      {
        id: 'agenda-move-up',
        title: (t) => t('agenda.moveUp'),
        icon: 'arrowUp',
        shortcut: 'Alt+Shift+ArrowUp',
        isEnabled: () => mayEdit && hasItem,
        run: () => latest.current.step(-1),
      },
      {
        id: 'agenda-move-down',
        title: (t) => t('agenda.moveDown'),
        icon: 'arrowDown',
        shortcut: 'Alt+Shift+ArrowDown',
        isEnabled: () => mayEdit && hasItem,
        run: () => latest.current.step(1),
      },
      {
        id: 'agenda-remove-item',
        title: (t) => t('agenda.remove'),
        icon: 'trash',
        shortcut: 'Delete',
        isEnabled: () => mayEdit && hasItem && isInList(),
        run: () => latest.current.removeItem(),
      },
    ],
    [mayEdit, hasItem],
  );
  useActions(actions);
}

/** What the state of the meeting means for the agenda. */
function StateNote({ meeting: { state } }: { meeting: MeetingView }) {
  const t = useText();
  const note =
    state === 'closed'
      ? t('agenda.lock.closed')
      : state === 'called' || state === 'in_session'
        ? t(`agenda.note.${state}`)
        : state === 'cancelled'
          ? t('agenda.lock.cancelled')
          : null;
  return (
    note !== null && (
      <div className={cx('stateNote')}>
        <Banner tone={state === 'closed' || state === 'cancelled' ? 'warning' : 'info'}>{note}</Banner>
      </div>
    )
  );
}
