/** What the frame itself can do: go to a place, back and forward, the palette, theme and language. */
import { LANGUAGES } from '../../db/model/language.ts';
import type { Action } from '../ui/actions.ts';
import { goBack, goForward, navigate, useNavigation, type RouteName } from '../ui/navigation.ts';
import { closePalette, openPalette, usePalette } from './palette-store.ts';
import { FOOT_PLACES, PLACES, type Place } from './places.ts';
import { changePreferences } from './preferences.ts';

/** Places of the foot that have a key; the menu bar names the same. */
const FOOT_KEYS: Partial<Record<RouteName, string>> = { settings: 'Ctrl+,', help: 'F1' };

const goTo = ({ route, label, icon }: Place, shortcut?: string): Action => ({
  id: `go-${route.name}`,
  title: (t) => t('shell.goTo', { place: t(label) }),
  icon,
  ...(shortcut === undefined ? {} : { shortcut }),
  run: () => navigate(route),
});

export const shellActions: readonly Action[] = [
  {
    id: 'palette',
    title: (t) => t('shell.shortcuts.palette'),
    icon: 'search',
    shortcut: 'Ctrl+K',
    run: () => (usePalette.getState().isOpen ? closePalette() : openPalette()),
  },
  ...PLACES.map((place, index) => goTo(place, `Alt+${index + 1}`)),
  ...FOOT_PLACES.map((place) => goTo(place, FOOT_KEYS[place.route.name])),
  {
    id: 'back',
    title: (t) => t('shell.shortcuts.back'),
    icon: 'arrowLeft',
    shortcut: 'Alt+ArrowLeft',
    isEnabled: () => useNavigation.getState().index > 0,
    run: goBack,
  },
  {
    id: 'forward',
    title: (t) => t('shell.shortcuts.forward'),
    icon: 'arrowRight',
    shortcut: 'Alt+ArrowRight',
    isEnabled: () => useNavigation.getState().index < useNavigation.getState().entries.length - 1,
    run: goForward,
  },
  ...(['system', 'light', 'dark'] as const).map((theme): Action => ({
    id: `theme-${theme}`,
    title: (t) => `${t('settings.theme')}: ${t(`settings.theme.${theme}`)}`,
    icon: 'settings',
    run: () => changePreferences({ theme }),
  })),
  ...LANGUAGES.map((language): Action => ({
    id: `language-${language}`,
    title: (t) => `${t('settings.language')}: ${t(`common.language.${language}`)}`,
    icon: 'settings',
    keywords: 'suomi svenska english kieli språk language',
    run: () => changePreferences({ language }),
  })),
];
