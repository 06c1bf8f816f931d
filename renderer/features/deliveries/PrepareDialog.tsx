import { useState } from 'react';
import type { DeliveredKind } from '../../../db/model/delivery.ts';
import type { ListRules } from '../../../db/model/mailing-list.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextArea } from '../../ui/TextField.tsx';
import { recipientId, saveDrafts, type CoverageRow, type Meeting } from './use-deliveries.ts';

/** Drafts of messages with the document, to be sent with the user's own program. */
export function PrepareDialog({
  meeting,
  kind,
  rules,
  rows,
  onClose,
}: {
  meeting: Meeting;
  kind: DeliveredKind;
  rules: ListRules;
  rows: readonly CoverageRow[];
  onClose: () => void;
}) {
  const t = useText();
  const [mode, setMode] = useState<'language' | 'person'>('language');
  const [greeting, setGreeting] = useState('');
  const [isSaving, setSaving] = useState(false);
  const reachable = rows.filter(({ email }) => (email ?? '').trim() !== '');
  const save = async (): Promise<void> => {
    setSaving(true);
    const isDone = await saveDrafts(
      { meetingId: meeting.id, kind, rules, recipientIds: rows.map(recipientId), mode, greeting },
      `${meeting.heldOn}_${t(`deliveries.file.${kind}`)}_${meeting.number}-${meeting.year}.eml`,
    );
    setSaving(false);
    if (isDone) onClose();
  };
  return (
    <Dialog
      isOpen
      title={t('deliveries.prepare', { count: rows.length })}
      lead={t('deliveries.prepareLead')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            icon="mail"
            isPending={isSaving}
            isDisabled={reachable.length === 0}
            onPress={() => void save()}
          >
            {t('deliveries.saveDrafts')}
          </Button>
        </>
      }
    >
      {reachable.length < rows.length && (
        <Banner tone="warning">
          {t('deliveries.withoutAddress', { count: rows.length - reachable.length })}
        </Banner>
      )}
      <RadioGroup
        label={t('deliveries.mode')}
        value={mode}
        onChange={setMode}
        options={[
          { id: 'language', label: t('deliveries.mode.language') },
          { id: 'person', label: t('deliveries.mode.person') },
        ]}
      />
      <TextArea
        label={t('deliveries.greeting')}
        description={t('deliveries.greetingHint')}
        rows={4}
        value={greeting}
        onChange={setGreeting}
      />
    </Dialog>
  );
}
