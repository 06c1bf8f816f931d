/** Changes on their way to the backend, shown already. One list per meeting. */
import { create } from 'zustand';
import { toClientError, type ClientError } from '../../api/client-error.ts';
import { invalidateTopics } from '../../api/query-client.ts';
import { showToast } from '../../ui/toasts.ts';
import type { Change } from './optimistic.ts';

interface Pending {
  id: number;
  meetingId: string;
  change: Change;
  /** When the backend had written it (milliseconds); a view read after that has it. */
  writtenAt: number | null;
}

export const usePending = create<{ list: readonly Pending[] }>()(() => ({ list: [] }));

let count = 0;

/** How long the announcement of a write is waited for before the view is fetched without it. */
const PATIENCE = 400;

/**
 * Writes, showing `change` from now on. Null when it failed; then the change is taken back and the reason told, unless
 * `onError` returns true.
 */
export async function act<Answer>(
  meetingId: string,
  write: () => Promise<Answer>,
  change?: Change,
  onError?: (error: ClientError) => boolean,
): Promise<Answer | null> {
  const id = ++count;
  if (change !== undefined)
    usePending.setState(({ list }) => ({ list: [...list, { id, meetingId, change, writtenAt: null }] }));
  try {
    const answer = await write();
    if (change !== undefined) {
      usePending.setState(({ list }) => ({
        list: list.map((one) => (one.id === id ? { ...one, writtenAt: Date.now() } : one)),
      }));
      setTimeout(() => {
        if (usePending.getState().list.some((one) => one.id === id))
          void invalidateTopics([`meeting:${meetingId}`]);
      }, PATIENCE);
    }
    return answer;
  } catch (thrown) {
    usePending.setState(({ list }) => ({ list: list.filter((one) => one.id !== id) }));
    const error = toClientError(thrown);
    if (onError?.(error) !== true)
      showToast({ kind: 'failed', message: Object.values(error.fields)[0] ?? error.message });
    return null;
  }
}

/** Forgets what a view read at that moment has in it. */
export function prune(meetingId: string, readAt: number): void {
  const isOver = (one: Pending): boolean =>
    one.meetingId === meetingId && one.writtenAt !== null && one.writtenAt <= readAt;
  if (usePending.getState().list.some(isOver))
    usePending.setState(({ list }) => ({ list: list.filter((one) => !isOver(one)) }));
}
