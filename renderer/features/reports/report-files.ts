/** Reports and statistics as files: asks where, has it written, and tells what came of it. */
import type { Language } from '../../../db/model/language.ts';
import { bridge, type FileKind } from '../../api/bridge.ts';
import { toClientError } from '../../api/client-error.ts';
import { api, type Inputs } from '../../api/client.ts';
import { translate } from '../../i18n/language.ts';
import { showToast } from '../../ui/toasts.ts';

export type ReportFormat = Inputs['reports']['export']['format'];

async function save(
  kind: FileKind,
  suggested: () => Promise<{ name: string }>,
  write: (target: string) => Promise<{ name: string }>,
): Promise<void> {
  try {
    const file = await bridge().native.chooseSaveFile(kind, (await suggested()).name);
    if (file === null) return;
    const { name } = await write(file.grant);
    showToast({
      kind: 'done',
      message: translate('reports.exported', { name }),
      action: {
        label: translate('documents.showInFolder'),
        run: () => bridge().native.showInFolder(file.grant),
      },
    });
  } catch (thrown) {
    showToast({ kind: 'failed', message: toClientError(thrown).message });
  }
}

export async function exportReport(id: string, format: ReportFormat): Promise<void> {
  await save(
    format,
    () => api.reports.fileName.query({ id, format }),
    (target) => api.reports.export.mutate({ id, format, target }),
  );
}

export async function exportStatistics(boardId: string, year: number, language: Language): Promise<void> {
  const asked = { boardId, year, language };
  await save(
    'xlsx',
    () => api.reports.statisticsFileName.query(asked),
    (target) => api.reports.exportStatistics.mutate({ ...asked, target }),
  );
}
