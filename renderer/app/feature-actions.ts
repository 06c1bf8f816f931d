/**
 * Actions of the features (`features/<name>/actions.ts`, export `actions`). They are there from the start, so those
 * files import stores and functions, never a component.
 */
import { registerActions, type Action } from '../ui/actions.ts';

const files = import.meta.glob<{ actions: readonly Action[] }>('../features/*/actions.ts', { eager: true });

export function registerFeatureActions(): void {
  for (const { actions } of Object.values(files)) registerActions(actions);
}
