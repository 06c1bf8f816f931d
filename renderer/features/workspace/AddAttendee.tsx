import { useState } from 'react';
import type { Capacity } from '../../../db/model/facts.ts';
import { api } from '../../api/client.ts';
import { useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { Option } from '../../ui/ListBox.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { findPeople } from './register.ts';
import { useWorkspace } from './use-meeting.ts';

const OTHERS = ['expert', 'guest', 'presenter', 'secretary'] as const satisfies readonly Capacity[];
type Other = (typeof OTHERS)[number];

/** Notes somebody without a seat as arrived: an expert, a guest. */
export function AddAttendee() {
  const { view, liveItem, stamp, act } = useWorkspace();
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const [person, setPerson] = useState<Option | null>(null);
  const [capacity, setCapacity] = useState<Other>('expert');
  const [title, setTitle] = useState('');
  const close = (): void => {
    setOpen(false);
    setPerson(null);
    setTitle('');
  };
  const add = async (): Promise<void> => {
    if (person === null) return;
    const done = await act(() =>
      api.live.attendance
        .mutate({
          meetingId: view.id,
          personId: person.id,
          event: 'arrive',
          itemId: liveItem.id,
          time: stamp(),
          capacity,
          title,
        })
        .then(() => true),
    );
    if (done === true) close();
  };
  return (
    <>
      <IconButton
        icon="plus"
        size="s"
        label={t('workspace.attendance.addOther')}
        onPress={() => setOpen(true)}
      />
      <Dialog
        isOpen={isOpen}
        width="narrow"
        title={t('workspace.attendance.addOther')}
        onClose={close}
        actions={
          <>
            <Button onPress={close}>{t('common.cancel')}</Button>
            <Button variant="primary" isDisabled={person === null} onPress={() => void add()}>
              {t('workspace.attendance.arrive')}
            </Button>
          </>
        }
      >
        <ComboBox
          label={t('workspace.attendance.person')}
          value={person}
          onChange={setPerson}
          load={(text) => findPeople(text, new Set(view.attendance.map((row) => row.person.id)))}
          {...{ autoFocus: true }}
        />
        <RadioGroup
          label={t('workspace.attendance.capacity')}
          value={capacity}
          onChange={setCapacity}
          isInline
          options={OTHERS.map((id) => ({ id, label: t(`workspace.capacity.${id}`) }))}
        />
        <TextField
          label={t('live.title')}
          description={t('live.titleHint')}
          value={title}
          onChange={setTitle}
        />
      </Dialog>
    </>
  );
}
