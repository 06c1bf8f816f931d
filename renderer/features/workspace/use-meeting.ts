/** The meeting of the workspace: what the backend says, with the changes on their way. */
import { createContext, use, useEffect, useMemo } from 'react';
import type { ClientError } from '../../api/client-error.ts';
import { api } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import type { ItemView, MeetingView } from '../../../db/model/meeting-view.ts';
import type { Autosave } from '../../api/item-autosave.ts';
import { withChanges, type Change } from './optimistic.ts';
import { act, prune, usePending } from './pending.ts';
import { stampFor, useLive } from './live-store.ts';

export function useMeeting(meetingId: string): { view: MeetingView | null; error: ClientError | null } {
  const topics = useMemo(() => [`meeting:${meetingId}`, 'meetings', 'tasks', 'boards'], [meetingId]);
  const query = useTopicQuery(topics, ['meetings.get', meetingId], () =>
    api.meetings.get.query({ meetingId }),
  );
  const list = usePending((state) => state.list);
  const { data, dataUpdatedAt, error } = query;
  useEffect(() => prune(meetingId, dataUpdatedAt), [meetingId, dataUpdatedAt]);
  const view = useMemo(() => {
    if (data === undefined) return null;
    const changes = list.flatMap((one) =>
      one.meetingId === meetingId && (one.writtenAt === null || one.writtenAt > dataUpdatedAt)
        ? [one.change]
        : [],
    );
    return withChanges(data, changes);
  }, [data, dataUpdatedAt, list, meetingId]);
  return { view, error };
}

/** What the parts of the live minutes share. */
export interface Workspace {
  view: MeetingView;
  /** The item in the middle. */
  item: ItemView;
  /** The item that attendance and the status line speak of: in session the one being dealt with. */
  liveItem: ItemView;
  mayRecord: boolean;
  /** The time of day an entry made now gets. */
  stamp(): string;
  saver: Autosave;
  act<Answer>(
    write: () => Promise<Answer>,
    change?: Change,
    onError?: (error: ClientError) => boolean,
  ): Promise<Answer | null>;
}

export const WorkspaceContext = createContext<Workspace | null>(null);

export function useWorkspace(): Workspace {
  const workspace = use(WorkspaceContext);
  if (workspace === null) throw new Error('Outside of the live minutes');
  return workspace;
}

export function useWorkspaceOf(view: MeetingView, saver: Autosave): Workspace | null {
  const selectedId = useLive((state) => state.selected[view.id]);
  return useMemo(() => {
    const current = view.items.find(({ id }) => id === view.currentItemId) ?? view.items[0];
    const item = view.items.find(({ id }) => id === selectedId) ?? current;
    if (item === undefined || current === undefined) return null;
    const liveItem = view.state === 'in_session' ? current : item;
    return {
      view,
      item,
      liveItem,
      stamp: () => stampFor(view, liveItem),
      mayRecord: view.mayRecordMinutes && !view.locked,
      saver,
      act: (write, change, onError) => act(view.id, write, change, onError),
    };
  }, [view, selectedId, saver]);
}
