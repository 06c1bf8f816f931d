import { useState } from 'react';
import type { MeetingView } from '../../../db/model/meeting-view.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';

/** Which item an attachment belongs to; the numbers follow the agenda. */
export function MoveDialog({
  attachment: { id, number, title, itemId },
  meeting,
  onClose,
}: {
  attachment: MeetingView['attachments'][number];
  meeting: MeetingView;
  onClose: () => void;
}) {
  const t = useText();
  const others = meeting.items.filter((item) => item.id !== itemId);
  const [target, setTarget] = useState(others[0]?.id ?? '');
  const move = useMutationWithFeedback((to: string) => api.files.change.mutate({ id, itemId: to }), {
    done: t('attachments.moved', { title }),
    undo: () => api.files.change.mutate({ id, itemId }),
    onSuccess: onClose,
  });
  return (
    <Dialog
      isOpen
      width="narrow"
      title={t('attachments.moveTitle', { number, title })}
      lead={t('attachments.moveLead')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" isPending={move.isPending} onPress={() => move.mutate(target)}>
            {t('attachments.moveNow')}
          </Button>
        </>
      }
    >
      <Select
        label={t('attachments.moveTo')}
        value={target}
        options={others.map((item) => ({ id: item.id, label: `${item.sectionLabel} ${item.title}` }))}
        onChange={setTarget}
      />
    </Dialog>
  );
}
