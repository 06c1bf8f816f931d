/** What volunteer actions offer from anywhere. */
import type { Action } from '../../ui/actions.ts';
import { navigate } from '../../ui/navigation.ts';
import { openNewAction } from './dialog-store.ts';

export const actions: readonly Action[] = [
  {
    id: 'volunteer-actions',
    title: (t) => t('volunteering.title'),
    icon: 'volunteers',
    keywords: 'vapaaehtoistoiminta toiminto järjestörajat frivillig insats volunteer action',
    run: () => navigate({ name: 'volunteerActions' }),
  },
  {
    id: 'new-volunteer-action',
    title: (t) => t('volunteering.new'),
    icon: 'plus',
    keywords: 'vapaaehtoistoiminta toiminto uusi frivillig insats ny volunteer action new',
    run: () => {
      navigate({ name: 'volunteerActions' });
      openNewAction(true);
    },
  },
];
