/** The places of the rail. */
import type { TextKey } from '../i18n/fi.ts';
import type { IconName } from '../ui/icons.ts';
import type { Route, RouteName } from '../ui/navigation.ts';

export interface Place {
  route: Route;
  label: Extract<TextKey, `shell.nav.${string}`>;
  icon: IconName;
  /** Routes that belong to it besides its own. */
  also?: readonly RouteName[];
}

export const PLACES: readonly Place[] = [
  { route: { name: 'start' }, label: 'shell.nav.start', icon: 'start' },
  {
    route: { name: 'organisations' },
    label: 'shell.nav.organisations',
    icon: 'organisations',
    also: ['organisation', 'person'],
  },
  {
    route: { name: 'boards' },
    label: 'shell.nav.boards',
    icon: 'boards',
    also: ['effects', 'phrases'],
  },
  { route: { name: 'networks' }, label: 'shell.nav.networks', icon: 'link', also: ['forum', 'municipality'] },
  {
    route: { name: 'meetings' },
    label: 'shell.nav.meetings',
    icon: 'meetings',
    also: ['meeting', 'oldMinutes'],
  },
  { route: { name: 'tasks' }, label: 'shell.nav.tasks', icon: 'tasks' },
  { route: { name: 'search' }, label: 'shell.nav.search', icon: 'search' },
  { route: { name: 'deliveries' }, label: 'shell.nav.deliveries', icon: 'mail' },
  { route: { name: 'publishing' }, label: 'shell.nav.publishing', icon: 'external' },
];

/** Työ kokousten välillä. */
export const WORK_PLACES: readonly Place[] = [
  { route: { name: 'themes' }, label: 'shell.nav.themes', icon: 'themes', also: ['theme'] },
  {
    route: { name: 'volunteerActions' },
    label: 'shell.nav.volunteerActions',
    icon: 'volunteers',
    also: ['volunteerAction'],
  },
  { route: { name: 'practices' }, label: 'shell.nav.practices', icon: 'table', also: ['practice'] },
  { route: { name: 'inclusion' }, label: 'shell.nav.inclusion', icon: 'inclusion', also: ['inclusionEntry'] },
  {
    route: { name: 'agreements' },
    label: 'shell.nav.agreements',
    icon: 'document',
    also: ['agreement', 'project', 'case'],
  },
  {
    route: { name: 'indicators' },
    label: 'shell.nav.indicators',
    icon: 'chart',
    also: ['indicator', 'chain', 'surveys', 'survey'],
  },
  { route: { name: 'clocks' }, label: 'shell.nav.clocks', icon: 'clock' },
  { route: { name: 'reports' }, label: 'shell.nav.reports', icon: 'document', also: ['report'] },
  {
    route: { name: 'communication' },
    label: 'shell.nav.communication',
    icon: 'megaphone',
    also: ['bulletin'],
  },
];

export const FOOT_PLACES: readonly Place[] = [
  { route: { name: 'archive' }, label: 'shell.nav.archive', icon: 'archive', also: ['archivePackage'] },
  { route: { name: 'privacy' }, label: 'shell.nav.privacy', icon: 'lock' },
  { route: { name: 'settings' }, label: 'shell.nav.settings', icon: 'settings' },
  { route: { name: 'help' }, label: 'shell.nav.help', icon: 'help' },
];
