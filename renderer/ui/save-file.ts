/** A file that is written where the user says: asks, has it written, and tells what came of it. */
import { bridge, type FileKind } from '../api/bridge.ts';
import { toClientError } from '../api/client-error.ts';
import { translate } from '../i18n/language.ts';
import { showToast } from './toasts.ts';

/**
 * @param suggested gives the name that the dialog begins with
 * @param write has the file written to the grant, and answers what it is called
 */
export async function saveFile(
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
