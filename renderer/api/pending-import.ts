/** A table that waits to be imported: chosen or dropped anywhere, taken up by the import screen. */
import { create } from 'zustand';

export type TableSource = { name: string } & ({ grant: string } | { blob: Blob });

export const usePendingImport = create<{ source: TableSource | null }>()(() => ({ source: null }));

export function waitForImport(source: TableSource): void {
  usePendingImport.setState({ source });
}

/** Takes it, so that it is imported once. */
export function takePendingImport(): TableSource | null {
  const { source } = usePendingImport.getState();
  if (source !== null) usePendingImport.setState({ source: null });
  return source;
}
