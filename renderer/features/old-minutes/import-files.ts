/** Brings files in as old minutes: stored, read apart, and opened for review when there is but one. */
import { bridge } from '../../api/bridge.ts';
import { api } from '../../api/client.ts';
import { translate } from '../../i18n/language.ts';
import { navigate } from '../../ui/navigation.ts';
import { showToast } from '../../ui/toasts.ts';
import { chosenSource, takeFiles, type FileSource } from '../../ui/uploads.ts';

/** Where their progress is shown. */
export const IMPORT_PLACE = 'old-minutes';

export async function importFiles(boardId: string, sources: readonly FileSource[]): Promise<void> {
  let last: string | null = null;
  let known = 0;
  const count = await takeFiles(IMPORT_PLACE, sources, async ({ sha256, name }) => {
    const { id, isNew } = await api.oldMinutes.import.mutate({ boardId, sha256, name });
    last = id;
    if (!isNew) known += 1;
  });
  if (count === 0) return;
  showToast({
    kind: known === count ? 'info' : 'done',
    message:
      known === count
        ? translate('oldMinutes.known')
        : translate('oldMinutes.imported', { count: count - known }),
  });
  if (count === 1 && last !== null) navigate({ name: 'oldMinutes', id: last });
}

export async function chooseAndImport(boardId: string): Promise<void> {
  const files = await bridge().native.chooseOpenFiles('any');
  await importFiles(boardId, files.map(chosenSource));
}
