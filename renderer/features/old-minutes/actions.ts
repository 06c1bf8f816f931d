/** What old minutes offer from anywhere. */
import type { Action } from '../../ui/actions.ts';
import { navigate } from '../../ui/navigation.ts';

export const actions: readonly Action[] = [
  {
    id: 'old-minutes',
    title: (t) => t('oldMinutes.title'),
    icon: 'archive',
    keywords: 'vanha pöytäkirja tuo tuonti pdf word docx gamla protokoll importera old minutes import',
    run: () => navigate({ name: 'oldMinutes' }),
  },
];
