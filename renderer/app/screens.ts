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

/** Part of the first file: it is what a start waits for. */
const first = import.meta.glob<{ default: Screen }>('../features/start/StartScreen.tsx', { eager: true });
const found = import.meta.glob<{ default: Screen }>([
  '../features/*/*Screen.tsx',
  '!../features/start/StartScreen.tsx',
]);
/** Screens of the shell itself, where no feature has one. */
const own: Partial<Record<RouteName, () => Promise<{ default: Screen }>>> = {
  settings: () => import('./SettingsScreen.tsx'),
  help: () => import('./HelpScreen.tsx'),
  meeting: () => import('./MeetingScreen.tsx'),
};

const lazyScreens = new Map<RouteName, LazyExoticComponent<Screen>>();

/** The screen of a route, or null when no feature has it yet. */
export function screenOf(name: RouteName): Screen | null {
  const ready = first[`../features/${FILES[name]}.tsx`];
  if (ready) return ready.default;
  const known = lazyScreens.get(name);
  if (known) return known;
  const load = found[`../features/${FILES[name]}.tsx`] ?? own[name];
  if (!load) return null;
  const screen = lazy(load);
  lazyScreens.set(name, screen);
  return screen;
}

/** How long the first screen has the machine to itself. */
const WARM_AFTER = 1_500;

/** Fetches the screens before they are asked for, one after the other and when there is nothing else to do. */
export function warmScreens(): void {
  const files = [
    ...Object.values(FILES).flatMap((file) => found[`../features/${file}.tsx`] ?? []),
    ...Object.values(own),
  ];
  const next = (): void => {
    const load = files.shift();
    if (load !== undefined) requestIdleCallback(() => void load().then(next, next));
  };
  setTimeout(next, WARM_AFTER);
}
