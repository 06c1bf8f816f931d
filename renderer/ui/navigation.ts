/**
 * Where the window is. No addresses, no hashes: a route is a value, the history a list of them. Screens and
 * features call `navigate`; the shell shows the route and binds Alt+← and Alt+→.
 */
import { create } from 'zustand';
import type { Mention } from '../../db/model/rich-text.ts';

export type MeetingPart = 'agenda' | 'call' | 'live' | 'examination' | 'preview';

export type Route =
  | { name: 'start' }
  | { name: 'organisations' }
  | { name: 'import' }
  | { name: 'organisation'; id: string }
  | { name: 'person'; id: string }
  | { name: 'boards' }
  | { name: 'phrases' }
  | { name: 'meetings' }
  | {
      name: 'meeting';
      id: string;
      part: MeetingPart;
      /** The item to show first. */
      item?: string;
      /** The field of the meeting's details to go to. */
      field?: 'callSentOn';
      /** Words to mark in it: what a search found. */
      words?: readonly string[];
    }
  | { name: 'tasks'; /** The task to show first. */ id?: string }
  | {
      name: 'deliveries';
      /** The meeting to show first, and only those who have not got its minutes. */
      lackingOf?: string;
    }
  | {
      name: 'oldMinutes';
      /** One of them. */
      id?: string;
      /** The number of its item to show first. */
      item?: number;
      /** Words to mark in it: what a search found. */
      words?: readonly string[];
    }
  | { name: 'search' }
  | { name: 'effects' }
  | { name: 'networks'; /** The part to show. */ part?: 'forums' }
  | { name: 'forum'; id: string }
  | { name: 'municipality'; /** Its code. */ id: string }
  | { name: 'themes' }
  | { name: 'theme'; id: string }
  | { name: 'volunteerActions' }
  | { name: 'volunteerAction'; id: string }
  | { name: 'agreements' }
  | { name: 'agreement'; id: string }
  | { name: 'project'; id: string }
  | { name: 'case'; id: string }
  | { name: 'practices' }
  | { name: 'practice'; id: string }
  | { name: 'inclusion' }
  | { name: 'inclusionEntry'; id: string }
  | { name: 'indicators' }
  | { name: 'indicator'; id: string }
  | { name: 'chain'; /** The link from which it is walked. */ from?: string }
  | { name: 'clocks'; /** The clock to show. */ id?: string }
  | { name: 'publishing' }
  | { name: 'reports'; /** The part to show. */ part?: 'economy' }
  | { name: 'report'; id: string }
  | { name: 'archive' }
  | {
      name: 'archivePackage';
      /** The open package. */
      id: string;
      /** Another open package beside which it is laid. */
      with?: string;
    }
  | { name: 'communication'; /** The part to show. */ part?: 'bulletins' | 'plan' }
  | { name: 'bulletin'; id: string }
  | { name: 'surveys' }
  | { name: 'survey'; id: string }
  | { name: 'privacy'; /** Whose data to show. */ person?: string }
  | { name: 'settings' }
  | { name: 'help' };

export type RouteName = Route['name'];
/** The route of one name: `RouteOf<'meeting'>` has `id` and `part`. */
export type RouteOf<Name extends RouteName> = Extract<Route, { name: Name }>;
/** What every screen gets. */
export interface ScreenProps<Name extends RouteName> {
  route: RouteOf<Name>;
}

/** The screen of what a text mentions. */
export function mentionRoute({ entity, id }: Mention): Route {
  return entity === 'task' ? { name: 'tasks', id } : { name: entity, id };
}

interface Navigation {
  entries: readonly Route[];
  index: number;
}

/** Older entries fall off. */
const LONGEST = 100;

export const useNavigation = create<Navigation>()(() => ({ entries: [{ name: 'start' }], index: 0 }));

export function currentRoute(): Route {
  const { entries, index } = useNavigation.getState();
  return entries[index]!;
}

export function useRoute(): Route {
  return useNavigation(({ entries, index }) => entries[index]!);
}

function sameRoute(a: Route, b: Route): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

type Guard = () => boolean | Promise<boolean>;
const guards = new Set<Guard>();

/**
 * Asks before the window leaves the screen; false keeps it where it is. Returns the function that lifts the guard.
 * Screens save by themselves and rarely need it.
 */
export function guardLeaving(guard: Guard): () => void {
  guards.add(guard);
  return () => void guards.delete(guard);
}

function leave(go: () => void): void {
  if (guards.size === 0) return go();
  void (async () => {
    for (const guard of guards) if (!(await guard())) return;
    go();
  })();
}

/** Shows a route. `replace` puts it in the place of the present one in the history. */
export function navigate(route: Route, { replace = false }: { replace?: boolean } = {}): void {
  if (sameRoute(route, currentRoute())) return;
  leave(() => {
    const { entries, index } = useNavigation.getState();
    const kept = entries.slice(0, replace ? index : index + 1).slice(-(LONGEST - 1));
    useNavigation.setState({ entries: [...kept, route], index: kept.length });
  });
}

function step(by: -1 | 1): void {
  const { entries, index } = useNavigation.getState();
  if (entries[index + by]) leave(() => useNavigation.setState({ index: index + by }));
}

export const goBack = (): void => step(-1);
export const goForward = (): void => step(1);

/** Forgets the history, e.g. when another board was opened. */
export function resetNavigation(route: Route = { name: 'start' }): void {
  useNavigation.setState({ entries: [route], index: 0 });
}

const useMemoryStore = create<{ values: Readonly<Record<string, unknown>> }>()(() => ({ values: {} }));

/**
 * `useState` that outlives the screen: search texts, filters, the sorted column. Forgotten when the window closes.
 *
 * @example const [search, setSearch] = useRemembered('organisations.search', '');
 */
export function useRemembered<Value>(key: string, initial: Value): [Value, (value: Value) => void] {
  const value = useMemoryStore(({ values }) => (key in values ? (values[key] as Value) : initial));
  const set = (next: Value): void =>
    useMemoryStore.setState(({ values }) => ({ values: { ...values, [key]: next } }));
  return [value, set];
}
