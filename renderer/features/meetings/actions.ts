/** What meetings offer from anywhere. */
import type { Action } from '../../ui/actions.ts';
import { navigate } from '../../ui/navigation.ts';
import { openCreateDialog } from './dialog-store.ts';

export const actions: readonly Action[] = [
  {
    id: 'new-meeting',
    title: (t) => t('meetings.new'),
    icon: 'plus',
    shortcut: 'Ctrl+N',
    keywords: 'kokous luo lisää kutsu möte meeting agenda',
    run: () => {
      navigate({ name: 'meetings' });
      openCreateDialog();
    },
  },
];
