/** Actions of the features (`features/<name>/actions.ts`, export `actions`), fetched after the first paint. */
import { registerActions, type Action } from '../ui/actions.ts';

const files = import.meta.glob<{ actions: readonly Action[] }>('../features/*/actions.ts');

export async function registerFeatureActions(): Promise<void> {
  const modules = await Promise.all(Object.values(files).map((load) => load()));
  for (const { actions } of modules) registerActions(actions);
}
