import { useState } from 'react';
import {
  FORMAT_EXTENSIONS,
  formatsOf,
  PACKAGE_KINDS,
  type DocumentFormat,
  type PackageKind,
} from '../../../db/model/document-format.ts';
import { LANGUAGES, type Language } from '../../../db/model/language.ts';
import type { FileKind } from '../../api/bridge.ts';
import { api } from '../../api/client.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Form.tsx';
import { useRemembered } from '../../ui/navigation.ts';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { Select } from '../../ui/Select.tsx';

const FILE_KINDS: Record<string, FileKind> = { md: 'markdown', txt: 'text' };
const fileKind = (format: DocumentFormat): FileKind => {
  const ending = FORMAT_EXTENSIONS[format];
  return FILE_KINDS[ending] ?? (ending as FileKind);
};

/** Minutes of a package, written anew from its data in a form that the user chooses. */
export function SaveMinutesDialog({
  sessionId,
  meetingId,
  number,
  onClose,
}: {
  sessionId: string;
  meetingId: string;
  /** Such as `3/2026`. */
  number: string;
  onClose: () => void;
}) {
  const t = useText();
  const [kind, setKind] = useState<PackageKind>('minutes');
  const [remembered, setFormat] = useRemembered<DocumentFormat>('archive.format', 'docx');
  const [language, setLanguage] = useState<Language>(useLanguage());
  const formats = formatsOf(kind);
  const format = formats.includes(remembered) ? remembered : 'pdf';
  const save = (): void => {
    onClose();
    const choice = { sessionId, meetingId, kind, format, language };
    void saveFile(
      fileKind(format),
      async () => (await api.packageDocuments.fileName.query(choice)).name,
      (target) => api.packageDocuments.export.mutate({ ...choice, target }),
    );
  };
  return (
    <Dialog
      isOpen
      title={t('archive.saveAs.title', { number })}
      lead={t('archive.saveAs.lead')}
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
      <FormGrid>
        <Select
          label={t('archive.saveAs.kind')}
          value={kind}
          onChange={setKind}
          options={PACKAGE_KINDS.map((id) => ({ id, label: t(`documents.kind.${id}`) }))}
        />
        <Select
          label={t('documents.language')}
          value={language}
          onChange={setLanguage}
          options={LANGUAGES.map((id) => ({ id, label: t(`common.language.${id}`) }))}
        />
      </FormGrid>
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
    </Dialog>
  );
}
