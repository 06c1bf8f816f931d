/** The saved views of the database. */
import { api } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import type { SavedView } from './list-store.ts';

export function useViews(): readonly SavedView[] | undefined {
  return useTopicQuery(['views', 'workspace'], ['organisationViews.list'], () =>
    api.organisationViews.list.query(),
  ).data;
}
