/** Bulletins as files: asks where, has it written, and tells what came of it and whether a page is too full. */
import type { BulletinLanguage } from '../../../db/model/bulletin.ts';
import { overflowOf, type BulletinFormat } from '../../../db/model/print-bulletin.ts';
import { api } from '../../api/client.ts';
import { translate } from '../../i18n/language.ts';
import { saveFile } from '../../ui/save-file.ts';

export async function exportBulletin(
  id: string,
  language: BulletinLanguage,
  format: BulletinFormat,
): Promise<void> {
  await saveFile(
    format,
    async () => (await api.bulletins.fileName.query({ id, language, format })).name,
    async (target) => {
      const { name, fit } = await api.bulletins.export.mutate({ id, language, format, target });
      const over = fit === null ? 0 : overflowOf(fit).millimetres;
      return over > 0 ? translate('bulletins.exportedOver', { name, millimetres: over }) : { name };
    },
  );
}

export async function exportAllLanguages(id: string): Promise<void> {
  await saveFile(
    'zip',
    async () => (await api.bulletins.archiveName.query({ id })).name,
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
