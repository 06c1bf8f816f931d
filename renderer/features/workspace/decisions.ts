/** Kinds of decision in the order of their keys, and recording one. */
import type { DecisionType } from '../../../db/model/decision.ts';
import type { ItemView } from '../../../db/model/meeting-view.ts';
import { SEEN_OF } from '../../../db/model/seen.ts';
import { api } from '../../api/client.ts';
import type { Change } from './optimistic.ts';
import { changeSeen } from './seen-writes.ts';
import type { Workspace } from './use-meeting.ts';

/** Alt+1 … Alt+8. */
export const KEYED_DECISIONS = [
  'as_proposed',
  'unanimous',
  'amended',
  'noted',
  'tabled',
  'returned',
  'voted',
  'elected',
] as const satisfies readonly DecisionType[];

export const OTHER_DECISIONS = [
  'removed',
  'opened',
  'closed',
  'other',
] as const satisfies readonly DecisionType[];

/** The kind that an item has by its nature, recorded by Ctrl+Enter when nothing else was chosen. */
export function naturalDecision(item: Pick<ItemView, 'kind'>): DecisionType | null {
  return item.kind === 'opening' ? 'opened' : item.kind === 'closing' ? 'closed' : null;
}

function decisionChange(itemId: string, type: DecisionType | null): Change {
  return (view) => ({
    ...view,
    items: view.items.map((item) => (item.id === itemId ? { ...item, decisionType: type } : item)),
  });
}

/**
 * Records the kind of decision after what has been typed; the backend writes the standard words where there is no text.
 * @returns whether it was recorded
 */
export async function decide(
  { view, item, saver, act }: Workspace,
  type: DecisionType | null,
): Promise<boolean> {
  const done = await act(
    () =>
      changeSeen(
        {
          meetingId: view.id,
          kind: 'decision',
          id: item.id,
          send: (values, seen) =>
            saver.exclusive(
              item.id,
              (version) =>
                api.live.decide.mutate({ itemId: item.id, version, ...values, seen: seen ?? values }),
              () => ({ decisionType: values.type }),
            ),
        },
        SEEN_OF.decision(item),
        { type },
      ),
    decisionChange(item.id, type),
  );
  return done !== null;
}
