/** What documents offer from anywhere in a meeting. */
import type { DocumentFormat } from '../../../db/model/document-format.ts';
import type { Action } from '../../ui/actions.ts';
import { currentRoute } from '../../ui/navigation.ts';
import { exportDocument } from './export-document.ts';

const isInMeeting = (): boolean => currentRoute().name === 'meeting';

async function run(format: DocumentFormat): Promise<void> {
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
    id: 'export-minutes-docx',
    title: (t) => t('documents.saveDocx'),
    icon: 'download',
    keywords: 'word docx libreoffice',
    isEnabled: isInMeeting,
    run: () => run('docx'),
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
