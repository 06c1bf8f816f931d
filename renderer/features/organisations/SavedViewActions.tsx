import { useMemo } from 'react';
import { useActions, type Action } from '../../ui/actions.ts';
import { navigate } from '../../ui/navigation.ts';
import { openView } from './list-store.ts';
import { useViews } from './views.ts';

/** The saved views among what can be done from anywhere (Ctrl+K). Draws nothing. */
export function SavedViewActions() {
  const views = useViews();
  useActions(
    useMemo(
      () =>
        (views ?? []).map((saved): Action => ({
          id: `organisation-view:${saved.id}`,
          title: (t) => t('registerTable.openView', { name: saved.name }),
          name: saved.name,
          icon: 'filter',
          run: () => {
            openView(saved);
            navigate({ name: 'organisations' });
          },
        })),
      [views],
    ),
  );
  return null;
}
