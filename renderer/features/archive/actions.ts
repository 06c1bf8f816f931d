/** What the archive offers from anywhere. */
import type { Action } from '../../ui/actions.ts';
import { navigate } from '../../ui/navigation.ts';
import { choosePackage } from './archive-store.ts';

const KEYWORDS =
  'arkisto arkistointi arkistopaketti paketti säilytysaika hävittäminen hävitysesitys arkiv paket gallring archive package retention';

export const actions: readonly Action[] = [
  {
    id: 'archive',
    title: (t) => t('archive.title'),
    icon: 'archive',
    keywords: KEYWORDS,
    run: () => navigate({ name: 'archive' }),
  },
  {
    id: 'archive-open',
    title: (t) => t('archive.openPackage'),
    icon: 'archive',
    keywords: KEYWORDS,
    run: () => {
      navigate({ name: 'archive' });
      void choosePackage('open');
    },
  },
  {
    id: 'archive-verify',
    title: (t) => t('archive.verifyPackage'),
    icon: 'shield',
    keywords: KEYWORDS,
    run: () => {
      navigate({ name: 'archive' });
      void choosePackage('verify');
    },
  },
];
