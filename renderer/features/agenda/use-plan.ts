/** The form of a meeting's details: its values, whether they are saved, and saving them when it is left. */
import { useEffect, useRef, useState } from 'react';
import type { MeetingView } from '../../../db/model/meeting-view.ts';
import { bridge } from '../../api/bridge.ts';
import { toClientError, type ClientError } from '../../api/client-error.ts';
import { api } from '../../api/client.ts';
import { useText } from '../../i18n/language.ts';
import { guardLeaving } from '../../ui/navigation.ts';
import { showToast } from '../../ui/toasts.ts';
import { inputOf, isSamePlan, planOf, type Plan } from './plan.ts';

export interface PlanForm {
  plan: Plan;
  change: (part: Partial<Plan>) => void;
  isDirty: boolean;
  isSaving: boolean;
  error: ClientError | null;
  dateError: string | undefined;
  /** True when everything is stored. */
  save: () => Promise<boolean>;
  /** Takes what another window wrote; what was changed here is gone. */
  reload: () => void;
}

export function usePlan(meeting: MeetingView): PlanForm {
  const t = useText();
  const [base, setBase] = useState({ version: meeting.version, plan: planOf(meeting) });
  const [plan, setPlan] = useState(base.plan);
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<ClientError | null>(null);
  const [dateError, setDateError] = useState<string | undefined>();
  const isDirty = !isSamePlan(plan, base.plan);
  // What somebody else changed is taken over as long as nothing was changed here.
  if (meeting.version !== base.version && !isDirty && !isSaving) {
    const fresh = { version: meeting.version, plan: planOf(meeting) };
    setBase(fresh);
    setPlan(fresh.plan);
  }

  const save = async (): Promise<boolean> => {
    if (!isDirty) return true;
    const values = inputOf(plan);
    if (values === null) {
      setDateError(t('agenda.dateMissing'));
      return false;
    }
    setSaving(true);
    try {
      const { version } = await api.meetings.update.mutate({
        meetingId: meeting.id,
        version: base.version,
        values,
      });
      setBase({ version, plan });
      setError(null);
      setDateError(undefined);
      showToast({ kind: 'done', message: t('agenda.saved') });
      return true;
    } catch (thrown) {
      const failure = toClientError(thrown);
      const [, message] = Object.entries(failure.fields).find(([path]) => path.endsWith('heldOn')) ?? [];
      setDateError(message);
      setError(message === undefined ? failure : null);
      return false;
    } finally {
      setSaving(false);
    }
  };

  // Leaving saves; when that does not go, the form stays and says why.
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    if (!isDirty) return;
    void bridge().native.setUnsaved(true);
    const lift = guardLeaving(() => latest.current());
    return () => {
      lift();
      void bridge().native.setUnsaved(false);
    };
  }, [isDirty]);

  return {
    plan,
    change: (part) => {
      setPlan((now) => ({ ...now, ...part }));
      if ('heldOn' in part) setDateError(undefined);
    },
    isDirty,
    isSaving,
    error,
    dateError,
    save,
    reload: () => {
      const fresh = { version: meeting.version, plan: planOf(meeting) };
      setBase(fresh);
      setPlan(fresh.plan);
      setError(null);
      setDateError(undefined);
    },
  };
}
