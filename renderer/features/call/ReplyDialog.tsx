import { useState } from 'react';
import { REPLY_CHANNELS, REPLY_KINDS, type ReplyChannel, type ReplyKind } from '../../../db/model/call.ts';
import type { RecipientView } from '../../../db/model/call-view.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { todayIso } from '../../api/today.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** When, by which channel and in what words somebody answered. */
export function ReplyDialog({
  meetingId,
  recipient: { person, reply },
  onClose,
}: {
  meetingId: string;
  recipient: RecipientView;
  onClose: () => void;
}) {
  const t = useText();
  const [kind, setKind] = useState<ReplyKind | null>(reply?.reply ?? null);
  const [repliedOn, setRepliedOn] = useState<string | null>(() => reply?.repliedOn ?? todayIso());
  const [channel, setChannel] = useState<ReplyChannel>(reply?.channel ?? 'email');
  const [note, setNote] = useState(reply?.note ?? '');
  const save = useMutationWithFeedback(api.calls.reply.mutate, { onSuccess: onClose });
  return (
    <Dialog
      isOpen
      width="narrow"
      title={t('call.replyOf', { name: person.name })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            isPending={save.isPending}
            isDisabled={kind === null || repliedOn === null}
            onPress={() =>
              repliedOn !== null &&
              save.mutate({ meetingId, personId: person.id, reply: kind, repliedOn, channel, note })
            }
          >
            {t('common.save')}
          </Button>
        </>
      }
    >
      <RadioGroup
        label={t('call.replyOf', { name: person.name })}
        hideLabel
        isInline
        value={kind}
        onChange={setKind}
        options={REPLY_KINDS.map((id) => ({ id, label: t(`call.reply.${id}`) }))}
      />
      <DateField label={t('call.repliedOn')} value={repliedOn} onChange={setRepliedOn} />
      <Select
        label={t('call.channel')}
        value={channel}
        options={REPLY_CHANNELS.map((id) => ({ id, label: t(`call.channel.${id}`) }))}
        onChange={setChannel}
      />
      <TextField label={t('call.replyNoteLabel')} value={note} onChange={setNote} />
    </Dialog>
  );
}
