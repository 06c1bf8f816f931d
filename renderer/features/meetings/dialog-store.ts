/** What is open on the screen of meetings; it can be asked for from anywhere. */
import { create } from 'zustand';

/** kokoukset, suunnittelu, asialista */
export type MeetingsTab = 'list' | 'plan' | 'ideas';
type Dialog = 'meeting' | 'series' | 'idea';

export const useMeetingsDesk = create<{ tab: MeetingsTab; dialog: Dialog | null }>()(() => ({
  tab: 'list',
  dialog: null,
}));

export function showTab(tab: MeetingsTab): void {
  useMeetingsDesk.setState({ tab });
}

/** Opens a dialog of the screen, over the tab to which it belongs. */
export function openDialog(dialog: Dialog): void {
  const { tab } = useMeetingsDesk.getState();
  useMeetingsDesk.setState({ dialog, tab: dialog === 'series' ? 'plan' : dialog === 'idea' ? 'ideas' : tab });
}

export function closeDialog(): void {
  useMeetingsDesk.setState({ dialog: null });
}
