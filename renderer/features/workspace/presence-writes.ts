/** Corrections of stretches of presence, with what this window has seen of them. */
import type { IntervalView } from '../../../db/model/meeting-view.ts';
import { SEEN_OF } from '../../../db/model/seen.ts';
import { api } from '../../api/client.ts';
import { changeSeen, writeSeen } from './seen-writes.ts';

/** Null when the other window's version was kept. */
export async function changeInterval(
  meetingId: string,
  interval: IntervalView,
  change: Partial<Omit<IntervalView, 'id'>>,
): Promise<true | null> {
  const shown = SEEN_OF.interval(interval);
  return await changeSeen(
    {
      meetingId,
      kind: 'interval',
      id: interval.id,
      send: async (values, seen) => {
        await api.live.changeInterval.mutate({ id: interval.id, ...values, seen: seen ?? shown });
        return true as const;
      },
    },
    shown,
    change,
  );
}

/** Null when another window has changed the stretch, and it was kept. */
export async function removeInterval(meetingId: string, interval: IntervalView): Promise<true | null> {
  return await writeSeen({
    meetingId,
    kind: 'interval',
    id: interval.id,
    seen: SEEN_OF.interval(interval),
    mine: null,
    send: async (_none, seen) => {
      await api.live.removeInterval.mutate({ id: interval.id, seen: seen! });
      return true as const;
    },
  });
}
