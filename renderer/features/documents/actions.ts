/** What documents offer from anywhere in a meeting. */
import type { DocumentFormat } from '../../../db/model/document-format.ts';
import type { Action } from '../../ui/actions.ts';
import { currentRoute } from '../../ui/navigation.ts';
import { MINUTES, type DocumentChoice } from './document-choice.ts';
import { exportDocument } from './export-document.ts';

/** Without what is secret and without contact details. */
const PUBLIC: DocumentChoice = { ...MINUTES, kind: 'public' };

const isInMeeting = (): boolean => currentRoute().name === 'meeting';

async function run(format: DocumentFormat, choice = MINUTES): Promise<void> {
  const route = currentRoute();
  if (route.name === 'meeting') await exportDocument(route.id, format, choice);
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
  {
    id: 'publish-meeting-pdf',
    title: (t) => t('documents.publishPdf'),
    icon: 'external',
    keywords: 'julkaisu julkinen pdf/ua saavutettava publicera offentlig publish public accessible',
    isEnabled: isInMeeting,
    run: () => run('pdf-ua', PUBLIC),
  },
  {
    id: 'publish-meeting-html',
    title: (t) => t('documents.publishHtml'),
    icon: 'external',
    keywords: 'julkaisu julkinen html verkkosivu webbsida publicera publish public web page',
    isEnabled: isInMeeting,
    run: () => run('html', PUBLIC),
  },
];
