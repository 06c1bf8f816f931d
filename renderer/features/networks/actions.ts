/** What networks and contact persons offer from anywhere. */
import type { Action } from '../../ui/actions.ts';
import { navigate } from '../../ui/navigation.ts';

export const actions: readonly Action[] = [
  {
    id: 'networks',
    title: (t) => t('networks.title'),
    icon: 'link',
    keywords:
      'verkosto yhdyshenkilö hyte osallisuus toimikausi avoimet paikat nätverk kontaktperson network contact term',
    run: () => navigate({ name: 'networks' }),
  },
];
