/**
 * What of this window is not stored yet. Every source (a form, the autosave of a meeting) registers itself; the shell
 * hears only whether there is any, and asks before it closes the window then.
 */
import { useEffect, useRef } from 'react';
import { bridge } from './bridge.ts';

export interface UnsavedSource {
  isUnsaved(): boolean;
  /** Writes what waits; left out by forms that the user saves himself. */
  flush?(): Promise<unknown>;
}

const sources = new Set<UnsavedSource>();
let told = false;

/** True while anything of this window is unsaved. */
function isUnsaved(): boolean {
  return [...sources].some((source) => source.isUnsaved());
}

/** To be called when a source may have become saved or unsaved. */
export function tellUnsaved(): void {
  const unsaved = isUnsaved();
  if (unsaved === told) return;
  told = unsaved;
  void bridge().native.setUnsaved(unsaved);
}

/** Adds a source; the function that it returns takes it away again. */
export function registerUnsaved(source: UnsavedSource): () => void {
  sources.add(source);
  tellUnsaved();
  return () => {
    sources.delete(source);
    tellUnsaved();
  };
}

/** A form that is unsaved while `dirty` is true. `flush` writes it, when it can be written without asking. */
export function useUnsavedSource(dirty: boolean, flush?: () => Promise<unknown>): void {
  const latest = useRef(flush);
  useEffect(() => {
    latest.current = flush;
  });
  const canFlush = flush !== undefined;
  useEffect(
    () =>
      dirty
        ? registerUnsaved({
            isUnsaved: () => true,
            ...(canFlush ? { flush: async () => await latest.current?.() } : {}),
          })
        : undefined,
    [dirty, canFlush],
  );
}

/** Writes everything that can be written without asking. */
async function flushUnsaved(): Promise<void> {
  await Promise.allSettled([...sources].map(async (source) => await source.flush?.()));
}

/** Before the shell closes the window: writes what waits, and says again what could not be written. */
export function saveBeforeClosing(): () => void {
  return bridge().onEvent((event) => {
    if (event.kind !== 'closing') return;
    void flushUnsaved().then(() => {
      tellUnsaved();
      if (told) void bridge().native.setUnsaved(true);
    });
  });
}
