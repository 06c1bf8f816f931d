/** What documents offer from anywhere in a meeting. */
import type { Action } from '../../ui/actions.ts';
import { currentRoute } from '../../ui/navigation.ts';
import { exportDocument, type ExportFormat } from './export-document.ts';

const isInMeeting = (): boolean => currentRoute().name === 'meeting';

async function run(format: ExportFormat): Promise<void> {
  const route = currentRoute();
  if (route.name === 'meeting') await exportDocument(route.id, format);
}

export const actions: readonly Action[] = [
  {
    id: 'export-minutes',
    title: (t) => t('documents.exportMinutes'),
    icon: 'download',
    shortcut: 'Ctrl+E',
    keywords: 'pöytäkirja pdf tulosta vie protokoll minutes export print',
    isEnabled: isInMeeting,
    run: () => run('pdf'),
  },
  {
    id: 'export-minutes-text',
    title: (t) => t('documents.saveText'),
    icon: 'download',
    keywords: 'txt teksti',
    isEnabled: isInMeeting,
    run: () => run('text'),
  },
  {
    id: 'export-minutes-json',
    title: (t) => t('documents.saveJson'),
    icon: 'download',
    keywords: 'json data',
    isEnabled: isInMeeting,
    run: () => run('json'),
  },
];
