/** Interrupting the meeting and letting it go on. */
import { api } from '../../api/client.ts';
import type { MeetingView } from '../../../db/model/meeting-view.ts';
import type { Workspace } from './use-meeting.ts';

export function isOnBreak(view: MeetingView): boolean {
  return view.breaks.some(({ endedAt }) => endedAt === null);
}

export function toggleBreak({ view, stamp, act }: Workspace): void {
  const input = { meetingId: view.id, time: stamp() };
  const write = isOnBreak(view) ? api.live.endBreak : api.live.startBreak;
  void act(() => write.mutate(input).then(() => true));
}
