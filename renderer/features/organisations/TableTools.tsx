/** The register as a table: in and out of files, several organisations at once. */
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { toClientError } from '../../api/client-error.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { Menu } from '../../ui/Menu.tsx';
import { navigate } from '../../ui/navigation.ts';
import { Toolbar, ToolbarSpacer } from '../../ui/Page.tsx';
import { showToast } from '../../ui/toasts.ts';
import { BulkDialog } from './BulkDialog.tsx';
import { ExportDialog, type Listed } from './ExportDialog.tsx';
import { MergeDialog } from './MergeDialog.tsx';

export interface TableToolsProps {
  listed: Listed;
  listedCount: number;
  /** Null: nothing is being selected. */
  selected: ReadonlySet<string> | null;
  onSelect: (selected: ReadonlySet<string> | null) => void;
}

const NONE: ReadonlySet<string> = new Set();

/** The button in the head of the screen. */
export function TableMenu({ listed, listedCount, selected, onSelect }: TableToolsProps) {
  const t = useText();
  const [isExporting, setExporting] = useState(false);
  return (
    <>
      <Menu
        entries={[
          {
            id: 'import',
            label: t('imports.start'),
            icon: 'upload',
            run: () => navigate({ name: 'import' }),
          },
          { id: 'export', label: t('tables.export'), icon: 'download', run: () => setExporting(true) },
          {
            id: 'select',
            label: t(selected === null ? 'tables.select' : 'tables.selectDone'),
            icon: 'check',
            separator: true,
            run: () => onSelect(selected === null ? NONE : null),
          },
        ]}
      >
        <Button icon="table" iconAfter="chevronDown">
          {t('tables.more')}
        </Button>
      </Menu>
      {isExporting && (
        <ExportDialog
          listed={listed}
          listedCount={listedCount}
          selected={selected ?? NONE}
          onClose={() => setExporting(false)}
        />
      )}
    </>
  );
}

/** What can be done with the selected organisations. */
export function SelectionBar({ listed, listedCount, selected, onSelect }: TableToolsProps) {
  const t = useText();
  const language = useLanguage();
  const [dialog, setDialog] = useState<'bulk' | 'merge' | 'export' | null>(null);
  if (selected === null) return null;
  const [first, second] = selected;
  const told = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (thrown) {
      showToast({ kind: 'failed', message: toClientError(thrown).message });
    }
  };
  const copy = (): Promise<void> =>
    told(async () => {
      const { text, count } = await api.organisationTables.copy.query({ ids: [...selected], language });
      if (copyText(text)) showToast({ kind: 'done', message: t('tables.copied', { count }) });
    });
  return (
    <Toolbar label={t('tables.select')}>
      <span role="status">{t('common.selected', { count: selected.size })}</span>
      <Button
        size="s"
        onPress={() =>
          void told(async () => onSelect(new Set((await api.organisationTables.ids.query(listed)).ids)))
        }
      >
        {t('tables.selectAll')}
      </Button>
      <Button size="s" icon="edit" isDisabled={selected.size === 0} onPress={() => setDialog('bulk')}>
        {t('tables.bulk')}
      </Button>
      <Button size="s" isDisabled={selected.size !== 2} onPress={() => setDialog('merge')}>
        {t('tables.merge')}
      </Button>
      <Button size="s" icon="copy" isDisabled={selected.size === 0} onPress={() => void copy()}>
        {t('tables.copy')}
      </Button>
      <Button size="s" icon="download" isDisabled={selected.size === 0} onPress={() => setDialog('export')}>
        {t('tables.export')}
      </Button>
      <ToolbarSpacer />
      <Button size="s" variant="quiet" icon="close" onPress={() => onSelect(null)}>
        {t('tables.selectDone')}
      </Button>
      {dialog === 'bulk' && <BulkDialog ids={selected} onClose={() => setDialog(null)} />}
      {dialog === 'merge' && first !== undefined && second !== undefined && (
        <MergeDialog ids={[first, second]} onClose={() => setDialog(null)} onMerged={() => onSelect(NONE)} />
      )}
      {dialog === 'export' && (
        <ExportDialog
          listed={listed}
          listedCount={listedCount}
          selected={selected}
          onClose={() => setDialog(null)}
        />
      )}
    </Toolbar>
  );
}
