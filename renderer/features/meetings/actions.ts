/** What meetings offer from anywhere. */
import type { Action } from '../../ui/actions.ts';
import { navigate } from '../../ui/navigation.ts';
import { openDialog, showTab } from './dialog-store.ts';

export const actions: readonly Action[] = [
  {
    id: 'new-meeting',
    title: (t) => t('meetings.new'),
    icon: 'plus',
    shortcut: 'Ctrl+N',
    keywords: 'kokous luo lisää kutsu sähköpostikokous järjestäytymiskokous möte meeting agenda',
    run: () => {
      navigate({ name: 'meetings' });
      openDialog('meeting');
    },
  },
  {
    id: 'meetings-plan',
    title: (t) => t('planning.plan.title'),
    icon: 'calendar',
    keywords: 'suunnittelu vuosi kokoukset siirrä peru årsplan year plan',
    run: () => {
      navigate({ name: 'meetings' });
      showTab('plan');
    },
  },
  {
    id: 'meetings-series',
    title: (t) => t('planning.series'),
    icon: 'calendar',
    keywords: 'vuosisuunnitelma toimikausi kokouspäivät mötesserie series dates',
    run: () => {
      navigate({ name: 'meetings' });
      openDialog('series');
    },
  },
  {
    id: 'meetings-ideas',
    title: (t) => t('planning.tab.ideas'),
    icon: 'meetings',
    keywords: 'idea aloite toive ehdotus ärendelista ideas',
    run: () => {
      navigate({ name: 'meetings' });
      showTab('ideas');
    },
  },
  {
    id: 'new-idea',
    title: (t) => t('planning.idea.new'),
    icon: 'plus',
    keywords: 'asialista aloite toive ehdotus ärendelista idea',
    run: () => {
      navigate({ name: 'meetings' });
      openDialog('idea');
    },
  },
];
