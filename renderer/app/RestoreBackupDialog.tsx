import { useState } from 'react';
import { api } from '../api/client.ts';
import { useMutationWithFeedback } from '../api/mutations.ts';
import { EVERYTHING, invalidateTopics, useTopicQuery } from '../api/query-client.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/language.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';

/** Puts a backup in the place of a database that cannot be opened. The present file stays beside it. */
export function RestoreBackupDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const format = useFormat();
  const [chosen, setChosen] = useState<string | null>(null);
  const backups = useTopicQuery(['workspace'], ['workspace.backups'], () => api.workspace.backups.query());
  const restore = useMutationWithFeedback((name: string) => api.workspace.restore.mutate({ name }), {
    done: t('shell.restore.done'),
    onSuccess: () => {
      onClose();
      void invalidateTopics([EVERYTHING]);
    },
  });
  const when = (modified: string): string => {
    const moment = new Date(modified);
    const day = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
    return `${format.dateWithWeekday(day)} ${format.clock(moment)}`;
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('shell.restore.title')}
      lead={t('shell.restore.lead')}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={chosen === null}
            isPending={restore.isPending}
            onPress={() => {
              if (chosen !== null) restore.mutate(chosen);
            }}
          >
            {t('common.restore')}
          </Button>
        </>
      }
    >
      {backups.error && <Banner tone="danger" isAlert title={backups.error.message} />}
      {backups.data?.length === 0 && <Banner>{t('shell.restore.none')}</Banner>}
      {backups.data && backups.data.length > 0 && (
        <RadioGroup
          label={t('shell.restore.choose')}
          value={chosen}
          onChange={setChosen}
          options={backups.data.map(({ name, size, modified }) => ({
            id: name,
            label: when(modified),
            detail: `${name}, ${format.bytes(size)}`,
          }))}
        />
      )}
    </Dialog>
  );
}
