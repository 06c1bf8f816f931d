import { useState } from 'react';
import type { PersonLabel } from '../../../db/model/meeting-view.ts';
import { api } from '../../api/client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { dateToday } from './clock.ts';
import { useWorkspace } from './use-meeting.ts';

/** On which day somebody answered in a decision by e-mail; on a seat with a deputy also which of the two. */
export function AnswerDialog({ people, onClose }: { people: readonly PersonLabel[]; onClose: () => void }) {
  const { view, act } = useWorkspace();
  const t = useText();
  const format = useFormat();
  const answeredOn = (id: string): string | null =>
    view.attendance.find(({ person }) => person.id === id)?.answeredOn ?? null;
  const first = people.find(({ id }) => answeredOn(id) !== null) ?? people[0]!;
  const [personId, setPersonId] = useState(first.id);
  const [day, setDay] = useState<string | null>(
    () => answeredOn(first.id) ?? (dateToday() < view.heldOn ? dateToday() : view.heldOn),
  );
  const save = async (): Promise<void> => {
    if (day === null) return;
    const event = { meetingId: view.id, personId, event: 'arrive' as const, time: null, answeredOn: day };
    const done = await act(() => api.live.attendance.mutate(event).then(() => true));
    if (done !== null) onClose();
  };
  return (
    <Dialog
      isOpen
      width="narrow"
      title={t('answers.dialogTitle', { name: people.map(({ name }) => name).join(' / ') })}
      lead={t('answers.dialogLead', { date: format.dateWithWeekday(view.heldOn) })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" isDisabled={day === null} onPress={() => void save()}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      {people.length > 1 && (
        <RadioGroup
          label={t('workspace.attendance.person')}
          value={personId}
          onChange={setPersonId}
          options={people.map(({ id, name }) => ({ id, label: name }))}
        />
      )}
      <DateField label={t('answers.day')} value={day} max={view.heldOn} onChange={setDay} isRequired />
    </Dialog>
  );
}
