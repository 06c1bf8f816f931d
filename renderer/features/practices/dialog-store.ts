/** Whether the form of a new practice is open; it can be asked for from anywhere. */
import { create } from 'zustand';

export const useNewPractice = create<{ isOpen: boolean }>()(() => ({ isOpen: false }));

export function openNewPractice(isOpen: boolean): void {
  useNewPractice.setState({ isOpen });
}
