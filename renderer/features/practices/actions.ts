/** What good practices offer from anywhere. */
import type { Action } from '../../ui/actions.ts';
import { navigate } from '../../ui/navigation.ts';
import { openNewPractice } from './dialog-store.ts';

export const actions: readonly Action[] = [
  {
    id: 'practices',
    title: (t) => t('practices.title'),
    icon: 'table',
    keywords: 'hyvät käytännöt käytäntö leviäminen juurruttaminen god praxis good practice',
    run: () => navigate({ name: 'practices' }),
  },
  {
    id: 'new-practice',
    title: (t) => t('practices.new'),
    icon: 'plus',
    keywords: 'hyvä käytäntö uusi ny god praxis new good practice',
    run: () => {
      navigate({ name: 'practices' });
      openNewPractice(true);
    },
  },
];
