/** Clocks as files: asks where, has it written, and tells what came of it. */
import type { Language } from '../../../db/model/language.ts';
import type { FileKind } from '../../api/bridge.ts';
import { api } from '../../api/client.ts';
import { translate } from '../../i18n/language.ts';
import { saveFile } from '../../ui/save-file.ts';

export type ClockFormat = 'pdf' | 'svg' | 'ics';
const KINDS: Record<ClockFormat, FileKind> = { pdf: 'pdf', svg: 'svg', ics: 'calendar' };

export async function exportClock(id: string, format: ClockFormat, language: Language): Promise<void> {
  await saveFile(
    KINDS[format],
    async () => (await api.clocks.fileName.query({ id, format, language })).name,
    (target) => api.clocks.export.mutate({ id, format, language, target }),
  );
}

export async function exportComparison(ids: readonly string[], language: Language): Promise<void> {
  await saveFile('pdf', translate('clocks.comparisonFile'), (target) =>
    api.clocks.exportComparison.mutate({ ids: [...ids], language, target }),
  );
}
