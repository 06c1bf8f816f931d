/** Short messages about what was just done. Errors stay until closed; the rest goes by itself, later when it can be undone. */
import { create } from 'zustand';

export interface Toast {
  id: number;
  kind: 'done' | 'info' | 'failed';
  message: string;
  /** A button in the message, e.g. undo. The message closes when it was pressed. */
  action?: { label: string; run: () => void | Promise<unknown> } | undefined;
}

export const useToasts = create<{ toasts: readonly Toast[] }>()(() => ({ toasts: [] }));

/** How long a message stays, in milliseconds; null stays. */
export function toastTime({ kind, action }: Pick<Toast, 'kind' | 'action'>): number | null {
  if (kind === 'failed') return null;
  return action ? 12_000 : 5_000;
}

const MOST = 3;
let count = 0;

/** Shows a message and returns its id. A message that is already there is not shown twice. */
export function showToast(toast: Omit<Toast, 'id'>): number {
  const same = useToasts
    .getState()
    .toasts.find(({ kind, message }) => kind === toast.kind && message === toast.message && !toast.action);
  if (same) return same.id;
  const id = ++count;
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.slice(-(MOST - 1)), { ...toast, id }] }));
  return id;
}

export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}
