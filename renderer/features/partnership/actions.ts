/** What agreements, projects and cooperation models offer from anywhere. */
import type { Action } from '../../ui/actions.ts';
import { navigate } from '../../ui/navigation.ts';

export const actions: readonly Action[] = [
  {
    id: 'agreements',
    title: (t) => t('partnership.title'),
    icon: 'document',
    keywords:
      'sopimus sopimukset hyvinvointisopimus hanke hankekortti pilotti kokeilu yhteistyömalli avtal projekt agreement project',
    run: () => navigate({ name: 'agreements' }),
  },
];
