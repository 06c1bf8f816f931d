/** What data protection offers from anywhere. */
import type { Action } from '../../ui/actions.ts';
import { navigate } from '../../ui/navigation.ts';

export const actions: readonly Action[] = [
  {
    id: 'privacy',
    title: (t) => t('privacy.title'),
    icon: 'lock',
    keywords:
      'tietosuoja henkilötiedot gdpr rekisteriseloste muutosloki suostumus poisto dataskydd privacy erase log',
    run: () => navigate({ name: 'privacy' }),
  },
];
