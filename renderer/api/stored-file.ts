/** The content of a stored file, part by part. */
import { api } from './client.ts';

/**
 * @param byteSize as the record says it
 * @param onProgress hears how much is here, from 0 to 1
 * @throws what the backend says; an `AbortError` when the signal is aborted
 */
export async function readStoredFile(
  sha256: string,
  byteSize: number,
  { signal, onProgress }: { signal: AbortSignal; onProgress?: (done: number) => void },
): Promise<Uint8Array<ArrayBuffer>> {
  const content = new Uint8Array(byteSize);
  let at = 0;
  for (let part = 0; at < byteSize; part += 1) {
    signal.throwIfAborted();
    const { bytes } = await api.files.read.query({ sha256, part });
    if (bytes === null) break;
    content.set(bytes, at);
    at += bytes.length;
    onProgress?.(at / byteSize);
  }
  return content.subarray(0, at);
}
