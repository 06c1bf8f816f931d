import { bridge } from '../../api/bridge.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { navigate } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import { showToast } from '../../ui/toasts.ts';
import { UndoState, useUndo } from './BatchList.tsx';
import styles from './Import.module.css';
import { useImport, type TableView } from './import-store.ts';

const cx = classes(styles);

/** What was done, the rows that were left out, and undoing the whole. */
export function ReportStep({ table }: { table: TableView }) {
  const t = useText();
  const report = useImport((state) => state.report);
  const state = useUndo();
  const save = useMutationWithFeedback(
    async () => {
      const chosen = await bridge().native.chooseSaveFile('csv', t('imports.leftOutName'));
      return chosen
        ? await api.imports.saveLeftOut.mutate({ sessionId: table.id, target: chosen.grant })
        : null;
    },
    {
      onSuccess: (saved) => {
        if (saved) showToast({ kind: 'done', message: t('imports.leftOutSaved', { count: saved.count }) });
      },
    },
  );
  if (!report) return null;
  const { counts, backup, batchId } = report;
  const left = counts.review + counts.refused;
  return (
    <Panel title={t('imports.doneTitle')}>
      <div className={cx('report')} role="status">
        <p>
          {t('imports.doneCounts', {
            added: counts.new,
            updated: counts.update,
            unchanged: counts.unchanged,
          })}
        </p>
        {left > 0 && <p className={cx('warn')}>{t('imports.doneLeft', { count: left })}</p>}
        {backup !== null && <p className={cx('faint')}>{t('imports.doneBackup', { name: backup })}</p>}
      </div>
      <UndoState state={state} />
      <div className={cx('foot')}>
        {left > 0 && (
          <Button icon="download" isPending={save.isPending} onPress={() => save.mutate(undefined)}>
            {t('imports.saveLeftOut')}
          </Button>
        )}
        {batchId !== null && state.outcome === null && (
          <Button icon="undo" isDisabled={state.progress !== null} onPress={() => void state.undo(batchId)}>
            {t('imports.undoImport')}
          </Button>
        )}
        <Button variant="primary" onPress={() => navigate({ name: 'organisations' })}>
          {t('imports.toRegister')}
        </Button>
      </div>
    </Panel>
  );
}
