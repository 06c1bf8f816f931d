/** The register as a table: in and out of files, several organisations at once. */
import { useState } from 'react';
import type { ListColumn } from '../../../db/model/organisation-columns.ts';
import { useOpenBoard } from '../../api/board.ts';
import { bridge } from '../../api/bridge.ts';
import { api } from '../../api/client.ts';
import { toClientError } from '../../api/client-error.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
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
  listed: Required<Listed>;
  /** Columns that are shown, in their order. */
  columns: ListColumn[];
  /** Name of the saved view that is open; empty: none. */
  viewName: string;
  listedCount: number;
  /** Null: nothing is being selected. */
  selected: ReadonlySet<string> | null;
  onSelect: (selected: ReadonlySet<string> | null) => void;
}

const NONE: ReadonlySet<string> = new Set();

async function told(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    showToast({ kind: 'failed', message: toClientError(thrown).message });
  }
}

/** Copies the selected organisations with the columns that are shown, as a spreadsheet takes them. */
export function useCopy({ columns, selected }: TableToolsProps): () => Promise<void> {
  const t = useText();
  const language = useLanguage();
  return () =>
    told(async () => {
      const { text, html, count } = await api.organisationTables.copy.query({
        ids: [...(selected ?? [])],
        columns,
        language,
      });
      if (copyText(text, html)) showToast({ kind: 'done', message: t('tables.copied', { count }) });
      else showToast({ kind: 'failed', message: t('tables.notCopied') });
    });
}

/** Writes the list, or what is selected of it, as a PDF where the user says. */
function usePrint({ listed, columns, selected, viewName }: TableToolsProps) {
  const t = useText();
  const language = useLanguage();
  const board = useOpenBoard();
  return useMutationWithFeedback(
    async () => {
      const { name } = await api.organisationTables.fileName.query({ format: 'pdf', language });
      const chosen = await bridge().native.chooseSaveFile('pdf', name);
      if (!chosen) return null;
      const done = await api.organisationTables.print.mutate({
        ...listed,
        ids: selected?.size ? [...selected] : null,
        boardId: board.id,
        view: viewName,
        columns,
        language,
        target: chosen.grant,
      });
      return { ...done, grant: chosen.grant };
    },
    {
      onSuccess: (done) => {
        if (done === null) return;
        showToast({
          kind: 'done',
          message: t('registerTable.printed', { count: done.count, name: done.name }),
          action: {
            label: t('common.showInFolder'),
            run: () => bridge().native.showInFolder(done.grant),
          },
        });
      },
    },
  );
}

/** The button in the head of the screen. */
export function TableMenu(tools: TableToolsProps) {
  const { listed, listedCount, selected, onSelect } = tools;
  const t = useText();
  const print = usePrint(tools);
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
            id: 'print',
            label: t('registerTable.print'),
            icon: 'print',
            isDisabled: print.isPending || listedCount === 0,
            run: () => print.mutate(undefined),
          },
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
export function SelectionBar(tools: TableToolsProps) {
  const { listed, listedCount, selected, onSelect } = tools;
  const t = useText();
  const copy = useCopy(tools);
  const print = usePrint(tools);
  const [dialog, setDialog] = useState<'bulk' | 'merge' | 'export' | null>(null);
  if (selected === null) return null;
  const [first, second] = selected;
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
      <Button
        size="s"
        icon="print"
        isDisabled={selected.size === 0}
        isPending={print.isPending}
        onPress={() => print.mutate(undefined)}
      >
        {t('registerTable.print')}
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
