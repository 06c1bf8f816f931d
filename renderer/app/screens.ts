/**
 * Which file shows which route. A screen is the default export of `renderer/features/<name>/<Name>Screen.tsx` and
 * gets `ScreenProps<'…'>`; it is fetched when first shown. This is the only place that names screens.
 */
import type { ComponentType } from 'react';
import type { RouteName, ScreenProps } from '../ui/navigation.ts';
import { onDemand, type OnDemand } from '../ui/on-demand.tsx';

const FILES: Record<RouteName, string> = {
  start: 'start/StartScreen',
  organisations: 'organisations/OrganisationsScreen',
  import: 'imports/ImportScreen',
  organisation: 'organisations/OrganisationScreen',
  person: 'persons/PersonScreen',
  boards: 'boards/BoardsScreen',
  phrases: 'phrases/PhrasesScreen',
  meetings: 'meetings/MeetingsScreen',
  meeting: 'workspace/MeetingScreen',
  oldMinutes: 'old-minutes/OldMinutesScreen',
  tasks: 'tasks/TasksScreen',
  deliveries: 'deliveries/DeliveriesScreen',
  search: 'search/SearchScreen',
  effects: 'effects/EffectsScreen',
  networks: 'networks/NetworksScreen',
  forum: 'networks/ForumScreen',
  municipality: 'networks/MunicipalityScreen',
  themes: 'themes/ThemesScreen',
  theme: 'themes/ThemeScreen',
  volunteerActions: 'volunteer-actions/VolunteerActionsScreen',
  volunteerAction: 'volunteer-actions/VolunteerActionScreen',
  agreements: 'partnership/AgreementsScreen',
  agreement: 'partnership/AgreementScreen',
  project: 'partnership/ProjectScreen',
  case: 'partnership/CaseScreen',
  practices: 'practices/PracticesScreen',
  practice: 'practices/PracticeScreen',
  inclusion: 'inclusion/InclusionScreen',
  inclusionEntry: 'inclusion/InclusionEntryScreen',
  indicators: 'indicators/IndicatorsScreen',
  indicator: 'indicators/IndicatorScreen',
  chain: 'indicators/ChainScreen',
  clocks: 'clocks/ClocksScreen',
  publishing: 'publishing/PublishingScreen',
  reports: 'reports/ReportsScreen',
  report: 'reports/ReportScreen',
  archive: 'archive/ArchiveScreen',
  archivePackage: 'archive/PackageScreen',
  communication: 'communication/CommunicationScreen',
  bulletin: 'communication/BulletinScreen',
  surveys: 'surveys/SurveysScreen',
  survey: 'surveys/SurveyScreen',
  privacy: 'privacy/PrivacyScreen',
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

const screens = new Map<string, OnDemand<ScreenProps<RouteName>>>();
for (const [name, file] of Object.entries(FILES)) {
  const load = found[`../features/${file}.tsx`] ?? own[name as RouteName];
  if (load) screens.set(name, onDemand(load));
}

/** The screen of a route, or null when no feature has it yet. */
export function screenOf(name: RouteName): Screen | null {
  return first[`../features/${FILES[name]}.tsx`]?.default ?? screens.get(name)?.Component ?? null;
}

/** How long the first screen has the machine to itself. */
const WARM_AFTER = 1_500;

/** Fetches the screens before they are asked for, one after the other and when there is nothing else to do. */
export function warmScreens(): void {
  const steps = [
    ...Array.from(screens.values(), ({ warm }) => warm),
    async () => (await import('../ui/RichTextEditor.tsx')).warmEditor(),
    async () => (await import('./MeetingScreen.tsx')).warmParts(),
  ];
  const next = (): void => {
    const step = steps.shift();
    if (step !== undefined) requestIdleCallback(() => void step().then(next, next));
  };
  setTimeout(next, WARM_AFTER);
}
