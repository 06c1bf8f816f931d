/** What the search offers from anywhere. */
import type { Action } from '../../ui/actions.ts';
import { navigate } from '../../ui/navigation.ts';

export const actions: readonly Action[] = [
  {
    id: 'search-minutes',
    title: (t) => t('search.minutesTitle'),
    icon: 'search',
    shortcut: 'Ctrl+Shift+F',
    keywords: 'haku pöytäkirja pykälä etsi sök protokoll search minutes',
    run: () => navigate({ name: 'search' }),
  },
];
