/** What reports offer from anywhere. */
import type { Action } from '../../ui/actions.ts';
import { navigate } from '../../ui/navigation.ts';

export const actions: readonly Action[] = [
  {
    id: 'reports',
    title: (t) => t('reports.title'),
    icon: 'document',
    keywords:
      'toimintakertomus toimintasuunnitelma vuosikertomus tilasto raportti xlsx verksamhetsberättelse verksamhetsplan statistik annual report plan statistics',
    run: () => navigate({ name: 'reports' }),
  },
];
