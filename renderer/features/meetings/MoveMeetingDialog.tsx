import { useId, useState } from 'react';
import type { MeetingSummary } from '../../../db/model/meeting-view.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormRow } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { TimeField } from '../../ui/TimeField.tsx';

/** Another day, time or place for a meeting that has not begun. */
export function MoveMeetingDialog({ meeting, onClose }: { meeting: MeetingSummary; onClose: () => void }) {
  const t = useText();
  const format = useFormat();
  const formId = useId();
  const [heldOn, setHeldOn] = useState<string | null>(meeting.heldOn);
  const [plannedStart, setPlannedStart] = useState(meeting.plannedStart);
  const [place, setPlace] = useState(meeting.place);
  const [error, setError] = useState<string | undefined>();
  const meetingId = meeting.id;
  const move = useMutationWithFeedback(
    (day: string) => api.planning.move.mutate({ meetingId, heldOn: day, plannedStart, place }),
    {
      done: (_before, day) => t('planning.moved', { date: format.dateWithWeekday(day) }),
      undo: (before) => api.planning.move.mutate({ meetingId, ...before }),
      onSuccess: onClose,
      onError: (failure) => {
        setError(Object.values(failure.fields)[0] ?? failure.message);
        return true;
      },
    },
  );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('planning.moveTitle', { label: meeting.label })}
      lead={meeting.keepsNumber ? undefined : t('planning.moveLead')}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={move.isPending}>
            {t('planning.moveConfirm')}
          </Button>
        </>
      }
    >
      <Form
        id={formId}
        label={t('planning.moveTitle', { label: meeting.label })}
        onSubmit={() => {
          if (heldOn === null) setError(t('meetings.dateMissing'));
          else if (!move.isPending) move.mutate(heldOn);
        }}
      >
        {meeting.state === 'called' && <Banner tone="warning">{t('planning.moveCalled')}</Banner>}
        <FormRow>
          <DateField
            label={t('meetings.heldOn')}
            value={heldOn}
            onChange={(day) => {
              setHeldOn(day);
              setError(undefined);
            }}
            error={error}
            isRequired
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog begins at its first field
            autoFocus
          />
          <TimeField label={t('meetings.plannedStart')} value={plannedStart} onChange={setPlannedStart} />
        </FormRow>
        <TextField label={t('meetings.place')} value={place} onChange={setPlace} maxLength={300} />
      </Form>
    </Dialog>
  );
}
