/** A work of the backend that takes long: how far it is, its report, and why it failed. */
import { useState } from 'react';
import { toClientError } from '../../api/client-error.ts';
import { follow } from '../../api/follow.ts';
import { Cancelled } from '../../api/send-file.ts';

export interface LongWork<Report> {
  /** Null while nothing is under way. */
  underWay: { value: number; cancel: () => void } | null;
  report: Report | null;
  /** How many steps were done when the user had enough; null when nobody cancelled. */
  cancelledAt: number | null;
  error: { code: string; message: string } | null;
  start(subscribe: Parameters<typeof follow<Report>>[0]): Promise<void>;
}

export function useLongWork<Report>(): LongWork<Report> {
  const [underWay, setUnderWay] = useState<LongWork<Report>['underWay']>(null);
  const [report, setReport] = useState<Report | null>(null);
  const [cancelledAt, setCancelledAt] = useState<number | null>(null);
  const [error, setError] = useState<LongWork<Report>['error']>(null);
  return {
    underWay,
    report,
    cancelledAt,
    error,
    async start(subscribe) {
      const controller = new AbortController();
      let steps = 0;
      setReport(null);
      setCancelledAt(null);
      setError(null);
      setUnderWay({ value: 0, cancel: () => controller.abort() });
      try {
        setReport(
          await follow<Report>(subscribe, {
            signal: controller.signal,
            onProgress: (done, total) => {
              steps = done;
              setUnderWay((now) => now && { ...now, value: total > 0 ? done / total : 0 });
            },
          }),
        );
      } catch (thrown) {
        if (thrown instanceof Cancelled) setCancelledAt(steps);
        else {
          const { code, message } = toClientError(thrown);
          setError({ code, message });
        }
      } finally {
        setUnderWay(null);
      }
    },
  };
}
