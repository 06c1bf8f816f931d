/** Whether the command palette is open. */
import { create } from 'zustand';

export const usePalette = create<{ isOpen: boolean; text: string }>()(() => ({ isOpen: false, text: '' }));

export function openPalette(text = ''): void {
  usePalette.setState({ isOpen: true, text });
}

export function closePalette(): void {
  usePalette.setState({ isOpen: false });
}
