/** Which new entry is being noted; it can be asked for from anywhere. */
import { create } from 'zustand';
import type { InclusionKind } from '../../../db/model/inclusion.ts';

export interface NewEntry {
  kind: InclusionKind;
  /** Code of the municipality in which one is missing; null: not known. */
  municipality: string | null;
}

export const useNewEntry = create<{ wanted: NewEntry | null }>()(() => ({ wanted: null }));

export function openNewEntry(wanted: NewEntry | null): void {
  useNewEntry.setState({ wanted });
}
