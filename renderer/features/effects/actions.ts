/** What effects of decisions offer from anywhere. */
import type { Action } from '../../ui/actions.ts';
import { navigate } from '../../ui/navigation.ts';

export const actions: readonly Action[] = [
  {
    id: 'show-effects',
    title: (t) => t('effects.screenTitle'),
    icon: 'history',
    keywords: 'vaikutus rekisteri kokoonpano muutos ero valinta verkan effect register',
    run: () => navigate({ name: 'effects' }),
  },
];
