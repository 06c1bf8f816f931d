/** What deliveries offer from anywhere. */
import type { Action } from '../../ui/actions.ts';
import { navigate } from '../../ui/navigation.ts';

export const actions: readonly Action[] = [
  {
    id: 'open-deliveries',
    title: (t) => t('deliveries.open'),
    icon: 'mail',
    keywords: 'jakelu jakelulista lähetys vastaanottajat distribution sändlista delivery mailing list',
    run: () => navigate({ name: 'deliveries' }),
  },
];
