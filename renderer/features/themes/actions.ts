/** What theme areas offer from anywhere. */
import type { Action } from '../../ui/actions.ts';
import { navigate } from '../../ui/navigation.ts';

export const actions: readonly Action[] = [
  {
    id: 'themes',
    title: (t) => t('themes.title'),
    icon: 'themes',
    keywords: 'teema-alue logiikkamalli tavoitteet vaikutukset temaområde logikmodell theme logic model',
    run: () => navigate({ name: 'themes' }),
  },
];
