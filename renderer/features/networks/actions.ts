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
  {
    id: 'forums',
    title: (t) => t('forums.title'),
    icon: 'link',
    keywords: 'yhteisöfoorumi foorumi hyte-ryhmä kokeilu gemenskapsforum community forum pilot',
    run: () => navigate({ name: 'networks', part: 'forums' }),
  },
];
