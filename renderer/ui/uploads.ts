/** Files on their way into the record: chosen in a dialog, dropped or pasted. One after another, each with its progress. */
import { create } from 'zustand';
import type { ChosenFile } from '../api/bridge.ts';
import { toClientError } from '../api/client-error.ts';
import { api, type Outputs } from '../api/client.ts';
import { Cancelled, sendFile as upload, type Watch } from '../api/send-file.ts';
import { showToast } from './toasts.ts';

type Storing = Outputs['files']['store'] extends AsyncIterable<infer One> ? One : never;
export type StoredFile = NonNullable<Storing['file']>;

/** A file before it is stored. */
export type FileSource = { name: string } & ({ grant: string } | { blob: Blob });

export const chosenSource = ({ grant, name }: ChosenFile): FileSource => ({ grant, name });
export const blobSource = (blob: Blob, name: string): FileSource => ({ blob, name });

export interface Underway {
  id: number;
  /** Where it is going, e.g. the id of an item; its progress is shown there. */
  place: string;
  name: string;
  /** From 0 to 1. */
  done: number;
  cancel(): void;
}

export const useUploads = create<{ list: readonly Underway[] }>()(() => ({ list: [] }));

let lastId = 0;

const change = (id: number, part: Partial<Underway>): void =>
  useUploads.setState(({ list }) => ({
    list: list.map((one) => (one.id === id ? { ...one, ...part } : one)),
  }));

function store(grant: string, { signal, onProgress }: Watch): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const subscription = api.files.store.subscribe(
      { grant },
      {
        onData(data) {
          if (data.file) resolve(data.file);
          else onProgress(data.done / data.total);
        },
        onError: reject,
      },
    );
    signal.addEventListener('abort', () => {
      subscription.unsubscribe();
      reject(new Cancelled());
    });
  });
}

/** Stores one file. @throws Cancelled, ClientError, Error with a sentence */
async function take(source: FileSource, watch: Watch): Promise<StoredFile> {
  if ('grant' in source) return await store(source.grant, watch);
  const half = (from: number): Watch => ({
    signal: watch.signal,
    onProgress: (done) => watch.onProgress(from + done / 2),
  });
  const grant = await upload(source.blob, source.name, half(0));
  return await store(grant, half(0.5));
}

/**
 * Stores the files and hands each to `receive` (which attaches it). One that fails is told of, and the others go on.
 * @returns how many went well
 */
export async function takeFiles(
  place: string,
  sources: readonly FileSource[],
  receive: (file: StoredFile) => Promise<unknown>,
): Promise<number> {
  const waiting = sources.map((source) => {
    const giveUp = new AbortController();
    const id = ++lastId;
    const entry: Underway = { place, id, name: source.name, done: 0, cancel: () => giveUp.abort() };
    return { source, entry, signal: giveUp.signal };
  });
  useUploads.setState(({ list }) => ({ list: [...list, ...waiting.map(({ entry }) => entry)] }));
  let count = 0;
  for (const { source, entry, signal } of waiting) {
    try {
      if (signal.aborted) continue;
      await receive(await take(source, { signal, onProgress: (done) => change(entry.id, { done }) }));
      count += 1;
    } catch (thrown) {
      if (!(thrown instanceof Cancelled))
        showToast({ kind: 'failed', message: toClientError(thrown).message });
    } finally {
      useUploads.setState(({ list }) => ({ list: list.filter((one) => one.id !== entry.id) }));
    }
  }
  return count;
}
