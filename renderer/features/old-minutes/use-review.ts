/** The answers of a review on the screen: shown at once, written one after the other, and what became of the writing. */
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Review } from '../../../db/model/old-minutes.ts';
import { reviewFields, type ReviewField } from '../../../db/model/old-minutes-review.ts';
import { toClientError } from '../../api/client-error.ts';
import { api, type Outputs } from '../../api/client.ts';
import { showToast } from '../../ui/toasts.ts';

export type OldMinutes = Outputs['oldMinutes']['get'];

export interface ReviewHandle {
  fields: readonly ReviewField[];
  review: Review;
  change: (review: Review) => void;
  /** Waits for what is being written; the version that the record then has. */
  settled: () => Promise<number>;
  isSaving: boolean;
}

export function useReview(minutes: OldMinutes): ReviewHandle {
  const [review, setReview] = useState<Review>(minutes.review);
  const [underWay, setUnderWay] = useState(0);
  const version = useRef(minutes.version);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const { id } = minutes;
  const change = useCallback(
    (next: Review) => {
      setReview(next);
      setUnderWay((count) => count + 1);
      queue.current = queue.current
        .then(async () => {
          const saved = await api.oldMinutes.saveReview.mutate({
            id,
            version: version.current,
            review: next,
          });
          version.current = saved.version;
        })
        .catch((thrown: unknown) => showToast({ kind: 'failed', message: toClientError(thrown).message }))
        .finally(() => setUnderWay((count) => count - 1));
    },
    [id],
  );
  const settled = useCallback(async () => {
    await queue.current;
    return version.current;
  }, []);
  const fields = useMemo(() => reviewFields(minutes.proposal, review), [minutes.proposal, review]);
  return { fields, review, change, settled, isSaving: underWay > 0 };
}
