import { useState } from 'react';
import { formatsOf, type DocumentFormat } from '../../../db/model/document-format.ts';
import { LANGUAGES, type Language } from '../../../db/model/language.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useRemembered } from '../../ui/navigation.ts';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Select } from '../../ui/Select.tsx';
import type { DocumentChoice } from './document-choice.ts';
import { chooseDocumentLanguage, exportDocument } from './export-document.ts';

/** In what form a document leaves the program: what each form of file is for is told beside it. */
export function SaveDocumentDialog({
  meetingId,
  choice,
  language,
  onClose,
}: {
  meetingId: string;
  choice: DocumentChoice;
  language: Language;
  onClose: () => void;
}) {
  const t = useText();
  const formats = formatsOf(choice.kind);
  const [remembered, setFormat] = useRemembered<DocumentFormat>('document.format', 'docx');
  const [chosenLanguage, setLanguage] = useState(language);
  const [withAttachments, setWithAttachments] = useState(false);
  const format = formats.includes(remembered) ? remembered : 'pdf';
  const save = (): void => {
    chooseDocumentLanguage(meetingId, chosenLanguage);
    onClose();
    void exportDocument(meetingId, format, choice, { withAttachments });
  };
  return (
    <Dialog
      isOpen
      title={t('documents.saveTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" onPress={save}>
            {t('documents.saveChosen')}
          </Button>
        </>
      }
    >
      <RadioGroup
        label={t('documents.format')}
        value={format}
        onChange={setFormat}
        options={formats.map((id) => ({
          id,
          label: t(`documents.format.${id}`),
          detail: t(`documents.formatDetail.${id}`),
        }))}
      />
      <Select
        label={t('documents.language')}
        value={chosenLanguage}
        onChange={setLanguage}
        options={LANGUAGES.map((id) => ({ id, label: t(`common.language.${id}`) }))}
      />
      <Checkbox isSelected={withAttachments} onChange={setWithAttachments}>
        {t('documents.withAttachments')}
      </Checkbox>
    </Dialog>
  );
}
