/** What is open beside the list of organisations: a card, a form, or nothing. Outlives the screen. */
import { create } from 'zustand';

export type OrganisationPanel = { kind: 'card'; id: string } | { kind: 'edit'; id: string } | { kind: 'new' };

export const usePanel = create<{ panel: OrganisationPanel | null }>()(() => ({ panel: null }));

let guard: (() => Promise<boolean>) | null = null;

/** Asked before the panel shows something else; a form with changes says no when the user wants to go on. */
export function guardPanel(ask: () => Promise<boolean>): () => void {
  guard = ask;
  return () => {
    if (guard === ask) guard = null;
  };
}

/** Shows something else in the panel, when what is there lets go. */
export async function showPanel(panel: OrganisationPanel | null): Promise<void> {
  if (guard && !(await guard())) return;
  usePanel.setState({ panel });
}
