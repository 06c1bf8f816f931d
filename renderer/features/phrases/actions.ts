/** What phrases offer from anywhere. */
import type { Action } from '../../ui/actions.ts';
import { navigate } from '../../ui/navigation.ts';

export const actions: readonly Action[] = [
  {
    id: 'go-phrases',
    title: (t) => t('shell.goTo', { place: t('writing.phrases.title') }),
    icon: 'quote',
    keywords: 'fraasit vakiolauseet sanamuoto fraser phrases wording',
    run: () => navigate({ name: 'phrases' }),
  },
];
