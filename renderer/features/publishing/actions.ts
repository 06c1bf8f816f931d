/** Ways to publishing from anywhere. */
import type { Action } from '../../ui/actions.ts';
import { navigate } from '../../ui/navigation.ts';

export const actions: readonly Action[] = [
  {
    id: 'publish-folder',
    title: (t) => t('publishing.toFolder'),
    icon: 'external',
    keywords: 'julkaisu julkaisukansio verkko sivusto publicera publish web site folder',
    run: () => navigate({ name: 'publishing' }),
  },
  {
    id: 'export-batch',
    title: (t) => t('publishing.toBatch'),
    icon: 'download',
    keywords: 'joukkovienti vie kaikki vuosi massexport batch export year term',
    run: () => navigate({ name: 'publishing' }),
  },
];
