import { useState } from 'react';
import {
  EXPORT_EXTENSIONS,
  EXPORT_FORMATS,
  type ExportFormat,
} from '../../../db/model/organisation-export.ts';
import { bridge } from '../../api/bridge.ts';
import { api, type Inputs } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useRemembered } from '../../ui/navigation.ts';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Select } from '../../ui/Select.tsx';
import { showToast } from '../../ui/toasts.ts';

/** What the list shows, as the backend is asked for it. */
export type Listed = Pick<Inputs['organisations']['list'], 'text' | 'filter' | 'sort'>;

const DELIMITERS = [
  { id: ';', name: 'semicolon' },
  { id: ',', name: 'comma' },
  { id: '\t', name: 'tab' },
] as const;
const KINDS = { csv: 'csv', xlsx: 'xlsx', vcf: 'vcard', json: 'json' } as const;

/** Organisations into a file: those selected, or all that the list shows. */
export function ExportDialog(props: {
  listed: Listed;
  listedCount: number;
  selected: ReadonlySet<string>;
  onClose: () => void;
}) {
  const { listed, listedCount, selected, onClose } = props;
  const t = useText();
  const language = useLanguage();
  const [format, setFormat] = useRemembered<ExportFormat>('export.format', 'xlsx');
  const [delimiter, setDelimiter] = useRemembered<';' | ',' | '\t'>('export.delimiter', ';');
  const [bom, setBom] = useState(true);
  const [safe, setSafe] = useState(true);
  const [which, setWhich] = useState<'selected' | 'listed'>(selected.size > 0 ? 'selected' : 'listed');
  const isCsv = EXPORT_EXTENSIONS[format] === 'csv';
  const write = useMutationWithFeedback(
    async () => {
      const { name } = await api.organisationTables.fileName.query({ format, language });
      const chosen = await bridge().native.chooseSaveFile(KINDS[EXPORT_EXTENSIONS[format]], name);
      if (!chosen) return null;
      return await api.organisationTables.export.mutate({
        ...listed,
        ids: which === 'selected' ? [...selected] : null,
        format,
        csv: { delimiter, bom, safe },
        language,
        target: chosen.grant,
      });
    },
    {
      onSuccess: (done) => {
        if (done === null) return;
        showToast({ kind: 'done', message: t('tables.exported', { count: done.count, name: done.name }) });
        onClose();
      },
    },
  );
  return (
    <Dialog
      isOpen
      title={t('tables.exportTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" isPending={write.isPending} onPress={() => write.mutate(undefined)}>
            {t('common.export')}
          </Button>
        </>
      }
    >
      {selected.size > 0 && (
        <RadioGroup
          label={t('tables.which')}
          value={which}
          onChange={setWhich}
          options={[
            { id: 'selected', label: t('tables.exportSelected', { count: selected.size }) },
            { id: 'listed', label: t('tables.exportListed', { count: listedCount }) },
          ]}
        />
      )}
      {selected.size === 0 && <p>{t('tables.exportListed', { count: listedCount })}</p>}
      <Select
        label={t('tables.format')}
        value={format}
        onChange={setFormat}
        options={EXPORT_FORMATS.map((id) => ({ id, label: t(`tables.format.${id}`) }))}
        {...(format.startsWith('open-') ? { description: t('tables.openHint') } : {})}
      />
      {isCsv && (
        <>
          <Select
            label={t('tables.delimiter')}
            value={delimiter}
            onChange={setDelimiter}
            options={DELIMITERS.map(({ id, name }) => ({ id, label: t(`imports.delimiter.${name}`) }))}
          />
          <Checkbox isSelected={bom} onChange={setBom}>
            {t('tables.bom')}
          </Checkbox>
          <Checkbox isSelected={safe} onChange={setSafe} detail={t('tables.safeHint')}>
            {t('tables.safe')}
          </Checkbox>
        </>
      )}
    </Dialog>
  );
}
