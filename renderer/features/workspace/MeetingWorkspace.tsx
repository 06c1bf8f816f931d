import { Suspense, useCallback, useMemo, useState, type ReactNode } from 'react';
import type { MeetingView } from '../../../db/model/meeting-view.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { useActions, type Action } from '../../ui/actions.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { IconName } from '../../ui/icons.ts';
import { navigate, type MeetingPart, type RouteOf } from '../../ui/navigation.ts';
import { selectItem } from './live-store.ts';
import type { EffectPlace } from './ItemPane.tsx';
import { LiveMinutes } from './LiveMinutes.tsx';
import { MeetingHeader } from './MeetingHeader.tsx';
import { PARTS, PartTabs } from './PartTabs.tsx';
import styles from './MeetingWorkspace.module.css';
import { useSaver } from '../../api/item-savers.ts';
import { SeenConflictDialog } from './SeenConflictDialog.tsx';
import { StateDialogs, type StateDialog } from './StateDialogs.tsx';
import { useMeeting } from './use-meeting.ts';

const cx = classes(styles);

const PART_ICONS: Record<MeetingPart, IconName> = {
  agenda: 'meetings',
  call: 'mail',
  live: 'edit',
  examination: 'check',
  preview: 'document',
};

/** The parts of the workspace that other features draw. */
export interface WorkspaceParts {
  agenda: (meetingId: string) => ReactNode;
  call: (meetingId: string) => ReactNode;
  examination: (meetingId: string) => ReactNode;
  /** The document; `beside`: in the pane beside the live minutes, with the item looked at there. */
  document: (meetingId: string, beside: { itemId: string } | null) => ReactNode;
  effects: (place: EffectPlace) => ReactNode;
}

/** One meeting: header, and the parts agenda, call, meeting, examination, document. */
export function MeetingWorkspace({ route, parts }: { route: RouteOf<'meeting'>; parts: WorkspaceParts }) {
  const t = useText();
  const { view, error } = useMeeting(route.id);
  if (view === null) {
    if (error === null) return <p className={cx('waiting')}>{t('common.loading')}</p>;
    return (
      <EmptyState
        title={error.code === 'NOT_FOUND' ? t('workspace.notFound') : error.message}
        actions={
          <Button onPress={() => navigate({ name: 'meetings' })}>{t('workspace.backToMeetings')}</Button>
        }
      />
    );
  }
  return <Loaded key={view.id} route={route} parts={parts} view={view} />;
}

function Loaded({
  route,
  parts,
  view,
}: {
  route: RouteOf<'meeting'>;
  parts: WorkspaceParts;
  view: MeetingView;
}) {
  const t = useText();
  const format = useFormat();
  const saver = useSaver(view);
  const [dialog, setDialog] = useState<StateDialog | null>(null);
  // A link to an item shows it.
  const [linked, setLinked] = useState<string | undefined>();
  if (route.item !== linked) {
    setLinked(route.item);
    if (route.item !== undefined && view.items.some(({ id }) => id === route.item))
      queueMicrotask(() => selectItem(view.id, route.item!));
  }
  const show = useCallback(
    (part: MeetingPart) => navigate({ name: 'meeting', id: view.id, part }, { replace: true }),
    [view.id],
  );
  const documentOf = useCallback((itemId: string) => parts.document(view.id, { itemId }), [parts, view.id]);
  const actions = useMemo<Action[]>(
    () => [
      ...PARTS.map((part): Action => ({
        id: `meeting-part-${part}`,
        title: (say) => `${say('workspace.title', { label: view.label })}: ${say(`workspace.part.${part}`)}`,
        icon: PART_ICONS[part],
        run: () => show(part),
      })),
      {
        id: 'meeting-open',
        title: (say) => say('workspace.open'),
        icon: 'play',
        isEnabled: () => view.state === 'draft' || view.state === 'called',
        run: () => setDialog('open'),
      },
      {
        id: 'meeting-close',
        title: (say) => say('workspace.close'),
        icon: 'flag',
        isEnabled: () => view.state === 'in_session',
        run: () => setDialog('close'),
      },
      {
        id: 'meeting-examine',
        title: (say) => say('workspace.examine'),
        icon: 'lock',
        isEnabled: () => view.state === 'closed',
        run: () => setDialog('examine'),
      },
    ],
    [show, view.label, view.state],
  );
  useActions(actions);

  return (
    <div className={cx('workspace')}>
      <MeetingHeader view={view} onDialog={setDialog}>
        <PartTabs
          kind={view.kind}
          selected={route.part}
          onSelect={(part) => {
            void saver.flush();
            show(part);
          }}
        />
      </MeetingHeader>
      {view.locked && view.state !== 'under_examination' && (
        <Banner isEdge title={t('workspace.lockedTitle', { date: format.date(view.examinedOn) })}>
          {t('workspace.lockedBody')}
        </Banner>
      )}
      {view.state === 'under_examination' && (
        <Banner isEdge title={t('workspace.examinedNowTitle')}>
          {t('workspace.examinedNowBody')}
        </Banner>
      )}
      <div
        role="tabpanel"
        id="meeting-panel"
        aria-labelledby={`meeting-tab-${route.part}`}
        className={cx('panel')}
      >
        <Suspense fallback={<p className={cx('waiting')}>{t('common.loading')}</p>}>
          {route.part === 'agenda' && parts.agenda(view.id)}
          {route.part === 'call' && parts.call(view.id)}
          {route.part === 'examination' && parts.examination(view.id)}
          {route.part === 'preview' && parts.document(view.id, null)}
          {route.part === 'live' &&
            (view.items.length === 0 ? (
              <EmptyState
                title={t('workspace.noItemsTitle')}
                actions={
                  <Button variant="primary" onPress={() => show('agenda')}>
                    {t('workspace.toAgenda')}
                  </Button>
                }
              >
                {t('workspace.noItemsBody')}
              </EmptyState>
            ) : (
              <LiveMinutes
                view={view}
                saver={saver}
                documentOf={documentOf}
                effectsOf={parts.effects}
                onClose={() => setDialog('close')}
              />
            ))}
        </Suspense>
      </div>
      <SeenConflictDialog view={view} />
      <StateDialogs dialog={dialog} view={view} saver={saver} onDone={() => setDialog(null)} />
    </div>
  );
}
