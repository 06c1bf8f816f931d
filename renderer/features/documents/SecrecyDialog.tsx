import { useId, useState } from 'react';
import type { ItemView } from '../../../db/model/meeting-view.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** Makes an item secret on a ground, or public again (salassapito). Possible after the examination too. */
export function SecrecyDialog({
  meetingId,
  items,
  firstId,
  onClose,
}: {
  meetingId: string;
  items: readonly ItemView[];
  firstId: string;
  onClose: () => void;
}) {
  const t = useText();
  const formId = useId();
  const secret = useTopicQuery([`meeting:${meetingId}`], ['minutes.secretItems', meetingId], () =>
    api.minutes.secretItems.query({ meetingId }),
  ).data;
  const [itemId, setItemId] = useState(firstId);
  /** Null until something is typed: then it is the ground as it is. */
  const [typed, setTyped] = useState<string | null>(null);
  const current = secret?.find((one) => one.itemId === itemId)?.ground ?? null;
  const ground = typed ?? current ?? '';
  const save = useMutationWithFeedback(
    (next: string | null) => api.minutes.setPublicity.mutate({ itemId, ground: next }),
    {
      done: (_, next) => t(next === null ? 'documents.madePublic' : 'documents.madeSecret'),
      onSuccess: onClose,
    },
  );
  const isReady = secret !== undefined && ground.trim() !== '' && !save.isPending;
  return (
    <Dialog
      isOpen
      title={t('documents.secrecyTitle')}
      lead={t('documents.secrecyLead')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          {current !== null && (
            <Button isPending={save.isPending} onPress={() => save.mutate(null)}>
              {t('documents.makePublic')}
            </Button>
          )}
          <Button type="submit" form={formId} variant="primary" isDisabled={!isReady}>
            {t('documents.makeSecret')}
          </Button>
        </>
      }
    >
      <Form
        id={formId}
        onSubmit={() => {
          if (isReady) save.mutate(ground.trim());
        }}
      >
        <Select
          label={t('documents.secrecyItem')}
          value={itemId}
          options={items.map(({ id, sectionLabel, title }) => ({ id, label: `${sectionLabel} ${title}` }))}
          onChange={(id) => {
            setItemId(id);
            setTyped(null);
          }}
        />
        <TextField
          label={t('documents.secrecyGround')}
          description={t('documents.secrecyGroundExample')}
          value={ground}
          onChange={setTyped}
          maxLength={200}
          isRequired
        />
      </Form>
    </Dialog>
  );
}
