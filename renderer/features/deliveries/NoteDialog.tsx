import { useState } from 'react';
import {
  DELIVERY_CHANNELS,
  type DeliveredKind,
  type DeliveryChannel,
  type DeliveryRecipient,
} from '../../../db/model/delivery.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { todayIso } from '../../api/today.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** Notes that the newest version of a document went to somebody. */
export function NoteDialog({
  meetingId,
  kind,
  recipients,
  onClose,
}: {
  meetingId: string;
  kind: DeliveredKind;
  recipients: DeliveryRecipient[];
  onClose: () => void;
}) {
  const t = useText();
  const [channel, setChannel] = useState<DeliveryChannel>('email');
  const [on, setOn] = useState<string | null>(todayIso);
  const [note, setNote] = useState('');
  const save = useMutationWithFeedback(api.deliveries.note.mutate, {
    done: t('deliveries.notedSent', { count: recipients.length }),
    onSuccess: onClose,
  });
  return (
    <Dialog
      isOpen
      width="narrow"
      title={t('deliveries.noteSent', { count: recipients.length })}
      lead={t('deliveries.noteLead')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            isPending={save.isPending}
            isDisabled={on === null}
            onPress={() => on !== null && save.mutate({ meetingId, kind, recipients, channel, on, note })}
          >
            {t('common.save')}
          </Button>
        </>
      }
    >
      <Select
        label={t('deliveries.channel')}
        value={channel}
        onChange={setChannel}
        options={DELIVERY_CHANNELS.map((id) => ({ id, label: t(`deliveries.channel.${id}`) }))}
      />
      <DateField label={t('deliveries.on')} value={on} onChange={setOn} />
      <TextField label={t('deliveries.note')} value={note} onChange={setNote} />
    </Dialog>
  );
}
