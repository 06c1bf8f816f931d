/** Reports and statistics as files: asks where, has it written, and tells what came of it. */
import type { Language } from '../../../db/model/language.ts';
import { api, type Inputs } from '../../api/client.ts';
import { saveFile } from '../../ui/save-file.ts';

export type ReportFormat = Inputs['reports']['export']['format'];

export async function exportReport(id: string, format: ReportFormat): Promise<void> {
  await saveFile(
    format === 'pdf-ua' || format === 'pdf-data' ? 'pdf' : format,
    async () => (await api.reports.fileName.query({ id, format })).name,
    (target) => api.reports.export.mutate({ id, format, target }),
  );
}

export async function exportStatistics(boardId: string, year: number, language: Language): Promise<void> {
  const asked = { boardId, year, language };
  await saveFile(
    'xlsx',
    async () => (await api.reports.statisticsFileName.query(asked)).name,
    (target) => api.reports.exportStatistics.mutate({ ...asked, target }),
  );
}
