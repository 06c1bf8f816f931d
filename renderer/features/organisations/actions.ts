/** What the register offers from anywhere. */
import type { Action } from '../../ui/actions.ts';
import { navigate } from '../../ui/navigation.ts';
import { showPanel } from './panel-store.ts';

export const actions: readonly Action[] = [
  {
    id: 'new-organisation',
    title: (t) => t('organisations.new'),
    icon: 'plus',
    shortcut: 'Ctrl+Shift+O',
    keywords: 'yhdistys förening association lisää järjestö',
    run: async () => {
      navigate({ name: 'organisations' });
      await showPanel({ kind: 'new' });
    },
  },
];
