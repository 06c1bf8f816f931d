/** Whether the dialog of a new meeting is open; it can be asked for from anywhere. */
import { create } from 'zustand';

export const useCreateDialog = create<{ isOpen: boolean }>()(() => ({ isOpen: false }));

export function openCreateDialog(): void {
  useCreateDialog.setState({ isOpen: true });
}

export function closeCreateDialog(): void {
  useCreateDialog.setState({ isOpen: false });
}
