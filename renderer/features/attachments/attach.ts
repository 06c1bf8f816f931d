/** Attaches files: stores them and gives each a title made of its name. */
import { titleOfFile } from '../../../db/model/attachment.ts';
import { bridge } from '../../api/bridge.ts';
import { api } from '../../api/client.ts';
import { translate } from '../../i18n/language.ts';
import { showToast } from '../../ui/toasts.ts';
import { chosenSource, takeFiles, type FileSource } from '../../ui/uploads.ts';

/** Attaches files to an item, each under a title made of its name. */
export async function attachFiles(
  place: { meetingId: string; itemId: string },
  sources: readonly FileSource[],
): Promise<void> {
  const count = await takeFiles(place.itemId, sources, (file) =>
    api.files.attach.mutate({
      ...place,
      title: titleOfFile(file.name),
      file: { sha256: file.sha256, name: file.name },
    }),
  );
  if (count > 0) showToast({ kind: 'done', message: translate('attachments.attached', { count }) });
}

/** Asks for files in the native dialog; resolves when the user has answered, before they are stored. */
export async function chooseAndAttach(place: { meetingId: string; itemId: string }): Promise<void> {
  const files = await bridge().native.chooseOpenFiles('any');
  void attachFiles(place, files.map(chosenSource));
}
