/** Something of the archive into a file: asks where, has it written, and tells what came of it. */
import { bridge, type FileKind } from '../../api/bridge.ts';
import { toClientError } from '../../api/client-error.ts';
import { translate } from '../../i18n/language.ts';
import { showToast } from '../../ui/toasts.ts';

export async function saveInto(
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
      message: translate('archive.view.saved', { name: written.name }),
      action: {
        label: translate('archive.verdict.reveal'),
        run: () => bridge().native.showInFolder(file.grant),
      },
    });
  } catch (thrown) {
    showToast({ kind: 'failed', message: toClientError(thrown).message });
  }
}
