/** Copies of stored files: saved where the user says, or opened in the system's own program. */
import { toClientError } from '../../api/client-error.ts';
import { api } from '../../api/client.ts';
import { translate } from '../../i18n/language.ts';
import { saveFile } from '../../ui/save-file.ts';
import { showToast } from '../../ui/toasts.ts';

/** Asks where, and writes a copy there. */
export async function saveCopy(file: { sha256: string; name: string }): Promise<void> {
  await saveFile('any', file.name, (target) => api.files.saveCopy.mutate({ sha256: file.sha256, target }));
}

/** Opens a copy; what is changed in it does not come back, which the message says. */
export async function openInSystem(attachmentId: string): Promise<void> {
  try {
    await api.files.open.mutate({ id: attachmentId });
    showToast({ kind: 'info', message: translate('attachments.opened') });
  } catch (thrown) {
    showToast({ kind: 'failed', message: toClientError(thrown).message });
  }
}
