/** What the list of organisations shows. Outlives the screen; a saved view sets it from anywhere. */
import { create } from 'zustand';
import { EVERYTHING, type OrganisationFilter } from '../../../db/model/organisation-filter.ts';
import type { OrganisationSort } from '../../../db/model/organisation-view.ts';
import type { Outputs } from '../../api/client.ts';
import { applyColumns } from '../../ui/grid-columns.ts';

export type SavedView = Outputs['organisationViews']['list'][number];

/** Name of the grid whose columns a view keeps. */
export const GRID = 'organisations';

interface ListState {
  text: string;
  /** As it is being made: a condition may still lack its value. */
  filter: OrganisationFilter;
  sort: { by: OrganisationSort; descending: boolean };
  /** The saved view that was opened last; null: everything. */
  viewId: string | null;
  /** The board for which the default view was opened. */
  begunFor: string | null;
}

const FRESH = {
  text: '',
  filter: EVERYTHING,
  sort: { by: 'name', descending: false },
  viewId: null,
} as const satisfies Partial<ListState>;

export const useList = create<ListState>()(() => ({ ...FRESH, begunFor: null }));

/** Shows what a view keeps; null: everything, with the columns as they are. */
export function openView(saved: SavedView | null): void {
  if (saved === null) return useList.setState(FRESH);
  const { text, filter, sort, columns } = saved.view;
  useList.setState({ text, filter, sort, viewId: saved.id });
  applyColumns(GRID, columns);
}

/** Begins with the default view, once for each board. */
export function begin(boardId: string, views: readonly SavedView[]): void {
  const { begunFor } = useList.getState();
  if (begunFor === boardId) return;
  const first = views.find(({ isDefault }) => isDefault) ?? null;
  // Another board may be another file: what was asked of the former one means nothing here.
  if (begunFor !== null || first !== null) openView(first);
  useList.setState({ begunFor: boardId });
}
