/** Which item's earlier versions are looked at; null: none. The meeting's screen shows them. */
import { create } from 'zustand';

export interface HistoryRequest {
  meetingId: string;
  itemId: string;
}

export const useHistoryRequest = create<{ request: HistoryRequest | null }>()(() => ({ request: null }));

export function openHistory(request: HistoryRequest): void {
  useHistoryRequest.setState({ request });
}

export function closeHistory(): void {
  useHistoryRequest.setState({ request: null });
}
