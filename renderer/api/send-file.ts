/** Files that the window has without a path: sent to the backend in parts. */
import { FILE_PART, LARGEST_FILE } from '../../db/model/attachment.ts';
import { translate } from '../i18n/language.ts';
import { api } from './client.ts';

export interface Watch {
  signal: AbortSignal;
  onProgress(done: number): void;
}

/** The user gave up. */
export class Cancelled extends Error {}

/**
 * Sends what has no path of its own (dropped, pasted) in parts.
 * @returns a grant to read it
 * @throws Cancelled, ClientError, Error with a sentence
 */
export async function sendFile(blob: Blob, name: string, { signal, onProgress }: Watch): Promise<string> {
  // Said here already, so that nothing is read in vain; the backend says the same.
  if (blob.size > LARGEST_FILE)
    throw new Error(
      translate('attachments.tooLarge', { name, limit: Math.round(LARGEST_FILE / 1024 / 1024) }),
    );
  const { grant } = await api.files.beginUpload.mutate({ name, size: blob.size });
  try {
    for (let at = 0; at < blob.size; at += FILE_PART) {
      if (signal.aborted) throw new Cancelled();
      const part = await blob
        .slice(at, at + FILE_PART)
        .arrayBuffer()
        .catch(() => {
          throw new Error(translate('attachments.unreadable', { name }));
        });
      await api.files.upload.mutate({ grant, bytes: new Uint8Array(part) });
      onProgress(Math.min(1, (at + FILE_PART) / blob.size));
    }
    return grant;
  } catch (thrown) {
    await api.files.dropUpload.mutate({ grant }).catch(() => undefined);
    throw thrown;
  }
}
