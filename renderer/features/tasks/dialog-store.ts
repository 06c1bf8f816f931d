/** Which task is open in the dialog: a new one, or one by its id. It can be asked for from anywhere. */
import { create } from 'zustand';

export type OpenTask = { kind: 'new' } | { kind: 'task'; id: string };

export const useTaskDialog = create<{ open: OpenTask | null }>()(() => ({ open: null }));

export function openTask(open: OpenTask): void {
  useTaskDialog.setState({ open });
}

export function closeTask(): void {
  useTaskDialog.setState({ open: null });
}
