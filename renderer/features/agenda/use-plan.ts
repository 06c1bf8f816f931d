/** The form of a meeting's details: its values, whether they are saved, and saving them when it is left. */
import { useEffect, useRef, useState } from 'react';
import type { MeetingView } from '../../../db/model/meeting-view.ts';
import { toClientError, type ClientError } from '../../api/client-error.ts';
import { api } from '../../api/client.ts';
import { useUnsavedSource } from '../../api/unsaved.ts';
import { useText } from '../../i18n/language.ts';
import { guardLeaving } from '../../ui/navigation.ts';
import { showToast } from '../../ui/toasts.ts';
import { inputOf, isSamePlan, mergePlans, planOf, type Plan, type PlanField } from './plan.ts';

export interface PlanForm {
  plan: Plan;
  change: (part: Partial<Plan>) => void;
  isDirty: boolean;
  isSaving: boolean;
  error: ClientError | null;
  /** The fields that another window has changed, too. `theirs` has its values; saving writes those of this one. */
  clashes: readonly PlanField[];
  theirs: Plan;
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
  const [clashes, setClashes] = useState<readonly PlanField[]>([]);
  const [dateError, setDateError] = useState<string | undefined>();
  const isDirty = !isSamePlan(plan, base.plan);
  // What somebody else changed is taken over as long as nothing was changed here.
  if (meeting.version !== base.version && !isDirty && !isSaving) {
    const fresh = { version: meeting.version, plan: planOf(meeting) };
    setBase(fresh);
    setPlan(fresh.plan);
  }

  const write = async (version: number, wanted: Plan): Promise<void> => {
    const values = inputOf(wanted);
    if (values === null) return;
    const written = await api.meetings.update.mutate({ meetingId: meeting.id, version, values });
    setBase({ version: written.version, plan: wanted });
    setPlan(wanted);
    setError(null);
    setClashes([]);
    setDateError(undefined);
    showToast({ kind: 'done', message: t('agenda.saved') });
  };

  /** Another window was first: what it changed elsewhere is taken over, the same field is put before the user. */
  const settle = async (): Promise<boolean> => {
    const now = await api.meetings.get.query({ meetingId: meeting.id });
    const theirs = planOf(now);
    const merged = mergePlans(base.plan, plan, theirs);
    if (merged.clashes.length === 0) {
      await write(now.version, merged.plan);
      return true;
    }
    setBase({ version: now.version, plan: theirs });
    setPlan(merged.plan);
    setClashes(merged.clashes);
    return false;
  };

  const save = async (): Promise<boolean> => {
    if (!isDirty) return true;
    if (plan.heldOn === null) {
      setDateError(t('agenda.dateMissing'));
      return false;
    }
    setSaving(true);
    try {
      await write(base.version, plan);
      return true;
    } catch (thrown) {
      const failure = toClientError(thrown);
      if (failure.code === 'CONFLICT') {
        try {
          return await settle();
        } catch (again) {
          setError(toClientError(again));
          return false;
        }
      }
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
    return guardLeaving(() => latest.current());
  }, [isDirty]);
  useUnsavedSource(isDirty, save);

  return {
    plan,
    change: (part) => {
      setPlan((now) => ({ ...now, ...part }));
      if ('heldOn' in part) setDateError(undefined);
    },
    isDirty,
    isSaving,
    error,
    clashes,
    theirs: base.plan,
    dateError,
    save,
    reload: () => {
      const fresh = { version: meeting.version, plan: planOf(meeting) };
      setBase(fresh);
      setPlan(fresh.plan);
      setClashes([]);
      setError(null);
      setDateError(undefined);
    },
  };
}
