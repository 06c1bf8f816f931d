/** Whether the form of a new action is open; it can be asked for from anywhere. */
import { create } from 'zustand';

export const useNewAction = create<{ isOpen: boolean }>()(() => ({ isOpen: false }));

export function openNewAction(isOpen: boolean): void {
  useNewAction.setState({ isOpen });
}
