/** What communication offers from anywhere. */
import type { Action } from '../../ui/actions.ts';
import { navigate } from '../../ui/navigation.ts';

export const actions: readonly Action[] = [
  {
    id: 'bulletins',
    title: (t) => t('bulletins.tab'),
    icon: 'megaphone',
    keywords:
      'selkotiedote tiedote selkokieli viestintä käännös kieli lättläst meddelande översättning plain language bulletin translation',
    run: () => navigate({ name: 'communication', part: 'bulletins' }),
  },
  {
    id: 'communicationPlan',
    title: (t) => t('communication.tab'),
    icon: 'calendar',
    keywords:
      'viestintäsuunnitelma kanava kohderyhmä kommunikationsplan kanal målgrupp communication plan channel',
    run: () => navigate({ name: 'communication', part: 'plan' }),
  },
];
