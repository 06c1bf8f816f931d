import { useState } from 'react';
import { REPLY_CHANNELS, REPLY_KINDS, type ReplyChannel, type ReplyKind } from '../../../db/model/call.ts';
import { KIND_RULES } from '../../../db/model/meeting-kind.ts';
import type { MeetingView } from '../../../db/model/meeting-view.ts';
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
import { dayOfReply, EMAIL_REPLIES, replyKey } from './reply-words.ts';

/** When, by which channel and in what words somebody answered. */
export function ReplyDialog({
  meeting,
  recipient: { person, reply },
  onClose,
}: {
  meeting: MeetingView;
  recipient: RecipientView;
  onClose: () => void;
}) {
  const t = useText();
  const { convenes } = KIND_RULES[meeting.kind];
  const kinds = convenes ? REPLY_KINDS : EMAIL_REPLIES;
  const [kind, setKind] = useState<ReplyKind | null>(reply?.reply ?? null);
  const [repliedOn, setRepliedOn] = useState<string | null>(
    () => reply?.repliedOn ?? dayOfReply(meeting, todayIso()),
  );
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
              save.mutate({
                meetingId: meeting.id,
                personId: person.id,
                reply: kind,
                repliedOn,
                channel,
                note,
              })
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
        options={kinds.map((id) => ({ id, label: t(replyKey(id, kinds)) }))}
      />
      <DateField
        label={t('call.repliedOn')}
        value={repliedOn}
        onChange={setRepliedOn}
        {...(convenes ? {} : { max: meeting.heldOn })}
      />
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
