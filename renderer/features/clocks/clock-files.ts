/** Clocks as files: asks where, has it written, and tells what came of it. */
import type { Language } from '../../../db/model/language.ts';
import { bridge, type FileKind } from '../../api/bridge.ts';
import { toClientError } from '../../api/client-error.ts';
import { api } from '../../api/client.ts';
import { translate } from '../../i18n/language.ts';
import { showToast } from '../../ui/toasts.ts';

export type ClockFormat = 'pdf' | 'svg' | 'ics';
const KINDS: Record<ClockFormat, FileKind> = { pdf: 'pdf', svg: 'svg', ics: 'calendar' };

async function save(
  kind: FileKind,
  suggested: () => Promise<string>,
  write: (target: string) => Promise<{ name: string }>,
): Promise<void> {
  try {
    const file = await bridge().native.chooseSaveFile(kind, await suggested());
    if (file === null) return;
    const { name } = await write(file.grant);
    showToast({
      kind: 'done',
      message: translate('clocks.exported', { name }),
      action: {
        label: translate('documents.showInFolder'),
        run: () => bridge().native.showInFolder(file.grant),
      },
    });
  } catch (thrown) {
    showToast({ kind: 'failed', message: toClientError(thrown).message });
  }
}

export async function exportClock(id: string, format: ClockFormat, language: Language): Promise<void> {
  await save(
    KINDS[format],
    async () => (await api.clocks.fileName.query({ id, format, language })).name,
    (target) => api.clocks.export.mutate({ id, format, language, target }),
  );
}

export async function exportComparison(ids: readonly string[], language: Language): Promise<void> {
  await save(
    'pdf',
    () => Promise.resolve(translate('clocks.comparisonFile')),
    (target) => api.clocks.exportComparison.mutate({ ids: [...ids], language, target }),
  );
}
