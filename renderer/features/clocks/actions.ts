/** What clocks offer from anywhere. */
import type { Action } from '../../ui/actions.ts';
import { navigate } from '../../ui/navigation.ts';

export const actions: readonly Action[] = [
  {
    id: 'clocks',
    title: (t) => t('clocks.title'),
    icon: 'clock',
    keywords:
      'vuosikello valtuustokausikello hyte aikataulu årsklocka fullmäktigeklocka year clock council term',
    run: () => navigate({ name: 'clocks' }),
  },
];
