/** What importing offers from anywhere. */
import type { Action } from '../../ui/actions.ts';
import { navigate } from '../../ui/navigation.ts';

export const actions: readonly Action[] = [
  {
    id: 'import-organisations',
    title: (t) => t('imports.title'),
    icon: 'upload',
    keywords: 'csv xlsx excel taulukko tabell table import tuonti',
    run: () => navigate({ name: 'import' }),
  },
];
