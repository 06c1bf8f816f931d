import { useState } from 'react';
import { personChoices } from '../../api/choices.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { Option } from '../../ui/ListBox.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextField } from '../../ui/TextField.tsx';

const CAPACITIES = ['expert', 'guest'] as const;

/** An expert or a guest gets the call, too. */
export function AddRecipientDialog({
  meetingId,
  known,
  onClose,
}: {
  meetingId: string;
  known: ReadonlySet<string>;
  onClose: () => void;
}) {
  const t = useText();
  const [person, setPerson] = useState<Option | null>(null);
  const [capacity, setCapacity] = useState<(typeof CAPACITIES)[number]>('expert');
  const [title, setTitle] = useState('');
  const add = useMutationWithFeedback(api.calls.addRecipient.mutate, {
    done: t('call.added', { name: person?.label ?? '' }),
    onSuccess: onClose,
  });
  return (
    <Dialog
      isOpen
      width="narrow"
      title={t('call.addRecipient')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            isPending={add.isPending}
            isDisabled={person === null}
            onPress={() => person !== null && add.mutate({ meetingId, personId: person.id, capacity, title })}
          >
            {t('call.add')}
          </Button>
        </>
      }
    >
      <ComboBox
        label={t('call.person')}
        value={person}
        onChange={setPerson}
        load={async (text) => (await personChoices(text)).filter(({ id }) => !known.has(id))}
        {...{ autoFocus: true }}
      />
      <RadioGroup
        label={t('call.capacity')}
        isInline
        value={capacity}
        onChange={setCapacity}
        options={CAPACITIES.map((id) => ({ id, label: t(`call.role.${id}`) }))}
      />
      <TextField label={t('call.titleOf')} value={title} onChange={setTitle} />
    </Dialog>
  );
}
