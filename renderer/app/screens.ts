/**
 * Which file shows which route. A screen is the default export of `renderer/features/<name>/<Name>Screen.tsx` and
 * gets `ScreenProps<'…'>`; it is fetched when first shown. This is the only place that names screens.
 */
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { RouteName, ScreenProps } from '../ui/navigation.ts';

const FILES: Record<RouteName, string> = {
  start: 'start/StartScreen',
  organisations: 'organisations/OrganisationsScreen',
  organisation: 'organisations/OrganisationScreen',
  boards: 'boards/BoardsScreen',
  meetings: 'meetings/MeetingsScreen',
  meeting: 'workspace/MeetingScreen',
  tasks: 'tasks/TasksScreen',
  settings: 'settings/SettingsScreen',
  help: 'help/HelpScreen',
};

type Screen = ComponentType<ScreenProps<RouteName>>;

const found = import.meta.glob<{ default: Screen }>('../features/*/*Screen.tsx');
/** Screens of the shell itself, where no feature has one. */
const own: Partial<Record<RouteName, () => Promise<{ default: Screen }>>> = {
  settings: () => import('./SettingsScreen.tsx'),
  help: () => import('./HelpScreen.tsx'),
  meeting: () => import('./MeetingScreen.tsx'),
};

const lazyScreens = new Map<RouteName, LazyExoticComponent<Screen>>();

/** The screen of a route, or null when no feature has it yet. */
export function screenOf(name: RouteName): LazyExoticComponent<Screen> | null {
  const known = lazyScreens.get(name);
  if (known) return known;
  const load = found[`../features/${FILES[name]}.tsx`] ?? own[name];
  if (!load) return null;
  const screen = lazy(load);
  lazyScreens.set(name, screen);
  return screen;
}

/** Fetches the screens before they are asked for, when there is nothing else to do. */
export function warmScreens(): void {
  requestIdleCallback(() => {
    for (const file of Object.values(FILES)) void found[`../features/${file}.tsx`]?.();
  });
}
