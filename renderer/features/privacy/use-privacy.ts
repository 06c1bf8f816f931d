/** What the parts of the screen share: the topics, and documents into files. */
import { bridge } from '../../api/bridge.ts';
import { toClientError } from '../../api/client-error.ts';
import type { FileKind } from '../../api/bridge.ts';
import { translate } from '../../i18n/language.ts';
import { showToast } from '../../ui/toasts.ts';

/** Whose announcements change what is shown of a person's data. */
export const TOPICS = ['privacy', 'persons', 'boards', 'organisations', 'tasks'] as const;
export const EVERY_TOPIC = [...TOPICS, 'meetings', 'workspace'] as const;

/** Asks for a place, has the file written, and tells what came of it. */
export async function saveAs(
  kind: FileKind,
  name: string,
  write: (target: string) => Promise<{ name: string }>,
): Promise<void> {
  try {
    const file = await bridge().native.chooseSaveFile(kind, name);
    if (file === null) return;
    const written = await write(file.grant);
    showToast({
      kind: 'done',
      message: translate('privacy.saved', { name: written.name }),
      action: {
        label: translate('documents.showInFolder'),
        run: () => bridge().native.showInFolder(file.grant),
      },
    });
  } catch (thrown) {
    showToast({ kind: 'failed', message: toClientError(thrown).message });
  }
}
