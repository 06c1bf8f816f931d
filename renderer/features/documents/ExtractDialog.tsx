import { useState } from 'react';
import type { ItemView } from '../../../db/model/meeting-view.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { chooseDocument, type DocumentChoice } from './document-choice.ts';

/** The §§ of an extract (pöytäkirjanote). */
export function ExtractDialog({
  meetingId,
  items,
  choice,
  onClose,
}: {
  meetingId: string;
  items: readonly ItemView[];
  choice: DocumentChoice;
  onClose: () => void;
}) {
  const t = useText();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(choice.itemIds));
  const [voters, setVoters] = useState(choice.voters);
  const toggle = (id: string, isOn: boolean): void =>
    setChosen((now) => new Set(isOn ? [...now, id] : [...now].filter((one) => one !== id)));
  const done = (): void => {
    const itemIds = items.map(({ id }) => id).filter((id) => chosen.has(id));
    chooseDocument(meetingId, { kind: 'extract', itemIds, voters });
    onClose();
  };
  return (
    <Dialog
      isOpen
      title={t('documents.extractTitle')}
      lead={t('documents.extractLead')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" isDisabled={chosen.size === 0} onPress={done}>
            {t('documents.extractDone')}
          </Button>
        </>
      }
    >
      {items.map(({ id, sectionLabel, title }) => (
        <Checkbox key={id} isSelected={chosen.has(id)} onChange={(isOn) => toggle(id, isOn)}>
          {sectionLabel} {title}
        </Checkbox>
      ))}
      <Checkbox isSelected={voters} onChange={setVoters}>
        {t('documents.extractVoters')}
      </Checkbox>
    </Dialog>
  );
}
