/** Bulletins as files: asks where, has it written, and tells what came of it and whether a page is too full. */
import type { BulletinLanguage } from '../../../db/model/bulletin.ts';
import { overflowOf, type BulletinFormat } from '../../../db/model/print-bulletin.ts';
import { bridge, type FileKind } from '../../api/bridge.ts';
import { toClientError } from '../../api/client-error.ts';
import { api } from '../../api/client.ts';
import { translate } from '../../i18n/language.ts';
import { showToast } from '../../ui/toasts.ts';

/** @param write answers what is to be told about the file */
export async function saveAs(
  kind: FileKind,
  suggested: () => Promise<{ name: string }>,
  write: (target: string) => Promise<string>,
): Promise<void> {
  try {
    const { name } = await suggested();
    const file = await bridge().native.chooseSaveFile(kind, name);
    if (file === null) return;
    showToast({
      kind: 'done',
      message: await write(file.grant),
      action: {
        label: translate('documents.showInFolder'),
        run: () => bridge().native.showInFolder(file.grant),
      },
    });
  } catch (thrown) {
    showToast({ kind: 'failed', message: toClientError(thrown).message });
  }
}

export async function exportBulletin(
  id: string,
  language: BulletinLanguage,
  format: BulletinFormat,
): Promise<void> {
  await saveAs(
    format,
    () => api.bulletins.fileName.query({ id, language, format }),
    async (target) => {
      const { name, fit } = await api.bulletins.export.mutate({ id, language, format, target });
      const over = fit === null ? 0 : overflowOf(fit).millimetres;
      return over > 0
        ? translate('bulletins.exportedOver', { name, millimetres: over })
        : translate('bulletins.exported', { name });
    },
  );
}

export async function exportAllLanguages(id: string): Promise<void> {
  await saveAs(
    'zip',
    () => api.bulletins.archiveName.query({ id }),
    async (target) => {
      const { name, count, overfull } = await api.bulletins.exportAll.mutate({
        id,
        formats: ['pdf', 'html', 'text'],
        target,
      });
      return overfull.length > 0
        ? translate('bulletins.exportedAllOver', {
            name,
            languages: overfull.map(({ language }) => translate(`bulletins.language.${language}`)).join(', '),
          })
        : translate('bulletins.exportedAll', { name, count });
    },
  );
}
