/** What indicators offer from anywhere. */
import type { Action } from '../../ui/actions.ts';
import { navigate } from '../../ui/navigation.ts';

export const actions: readonly Action[] = [
  {
    id: 'indicators',
    title: (t) => t('indicators.title'),
    icon: 'chart',
    keywords: 'mittari tavoite mittaus kuvaaja indikator mål mätning indicator target chart',
    run: () => navigate({ name: 'indicators' }),
  },
  {
    id: 'chain',
    title: (t) => t('indicators.chain'),
    icon: 'link',
    keywords:
      'ketju päätös toiminto mittari tulos vaikutus kedja beslut resultat chain decision result impact',
    run: () => navigate({ name: 'chain' }),
  },
];
