/** What immigrant inclusion offers from anywhere. */
import { INCLUSION_KINDS } from '../../../db/model/inclusion.ts';
import type { Action } from '../../ui/actions.ts';
import { navigate } from '../../ui/navigation.ts';
import { openNewEntry } from './dialog-store.ts';

export const actions: readonly Action[] = [
  {
    id: 'inclusion',
    title: (t) => t('inclusion.title'),
    icon: 'inclusion',
    keywords:
      'osallisuus kattavuus maahanmuuttaja delaktighet täckning invandrare inclusion coverage immigrant',
    run: () => navigate({ name: 'inclusion' }),
  },
  ...INCLUSION_KINDS.map((kind): Action => ({
    id: `new-inclusion-${kind}`,
    title: (t) => t(`inclusion.new.${kind}`),
    icon: 'plus',
    keywords: 'osallisuus uusi delaktighet ny inclusion new',
    run: () => {
      navigate({ name: 'inclusion' });
      openNewEntry({ kind, municipality: null });
    },
  })),
];
