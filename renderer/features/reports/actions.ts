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
  {
    id: 'economy',
    title: (t) => t('economy.tab'),
    icon: 'table',
    keywords:
      'talous talousarvio budjetti menot kulut tosite kokouspalkkiot matkakulut ekonomi budget running costs',
    run: () => navigate({ name: 'reports', part: 'economy' }),
  },
];
