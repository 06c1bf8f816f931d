/** What surveys offer from anywhere. */
import type { Action } from '../../ui/actions.ts';
import { navigate } from '../../ui/navigation.ts';

export const actions: readonly Action[] = [
  {
    id: 'surveys',
    title: (t) => t('surveys.title'),
    icon: 'chart',
    keywords: 'kysely barometri vastaus enkät barometer svar survey answers results',
    run: () => navigate({ name: 'surveys' }),
  },
];
