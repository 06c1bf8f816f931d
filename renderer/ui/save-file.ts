/** A file that is written where the user says: asks, has it written, and tells what came of it. */
import { bridge, type ChosenFile, type FileKind } from '../api/bridge.ts';
import { toClientError } from '../api/client-error.ts';
import { translate } from '../i18n/language.ts';
import { showToast } from './toasts.ts';

let isAsking = false;

/**
 * One dialog at a time; nothing happens when the user cancels.
 * @param suggested the name that the dialog begins with, or what gives it; the shell makes it one that every system takes
 * @param write has the file written to the grant, and answers what it is called, or the sentence to say of it
 * @returns whether it was written
 */
export async function saveFile(
  kind: FileKind,
  suggested: string | (() => Promise<string>),
  write: (target: string) => Promise<{ name: string } | string>,
): Promise<boolean> {
  if (isAsking) return false;
  try {
    const file = await chooseFile(kind, suggested);
    if (file === null) return false;
    const written = await write(file.grant);
    showToast({
      kind: 'done',
      message: typeof written === 'string' ? written : translate('common.fileSaved', { name: written.name }),
      action: {
        label: translate('common.showInFolder'),
        run: () => bridge().native.showInFolder(file.grant),
      },
    });
    return true;
  } catch (thrown) {
    showToast({ kind: 'failed', message: toClientError(thrown).message });
    return false;
  }
}

async function chooseFile(
  kind: FileKind,
  suggested: string | (() => Promise<string>),
): Promise<ChosenFile | null> {
  isAsking = true;
  try {
    const name = typeof suggested === 'string' ? suggested : await suggested();
    return await bridge().native.chooseSaveFile(kind, name);
  } finally {
    isAsking = false;
  }
}
