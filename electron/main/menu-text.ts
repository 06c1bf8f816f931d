/** Labels of the menu. */
import type { Language } from '../backend/protocol.ts';

export interface MenuText {
  file: string;
  newMeeting: string;
  exportMinutes: string;
  dataFolder: string;
  settings: string;
  quit: string;
  edit: string;
  undo: string;
  redo: string;
  cut: string;
  copy: string;
  paste: string;
  selectAll: string;
  view: string;
  palette: string;
  start: string;
  organisations: string;
  boards: string;
  meetings: string;
  tasks: string;
  actualSize: string;
  zoomIn: string;
  zoomOut: string;
  fullScreen: string;
  reload: string;
  developerTools: string;
  meeting: string;
  help: string;
  manual: string;
  about: string;
  hide: string;
  hideOthers: string;
  showAll: string;
}

const TEXT: Record<Language, MenuText> = {
  fi: {
    file: 'Tiedosto',
    newMeeting: 'Uusi kokous…',
    exportMinutes: 'Vie pöytäkirja…',
    dataFolder: 'Näytä tietokansio',
    settings: 'Asetukset…',
    quit: 'Lopeta',
    edit: 'Muokkaa',
    undo: 'Kumoa',
    redo: 'Tee uudelleen',
    cut: 'Leikkaa',
    copy: 'Kopioi',
    paste: 'Liitä',
    selectAll: 'Valitse kaikki',
    view: 'Näytä',
    palette: 'Haku ja komennot…',
    start: 'Aloitus',
    organisations: 'Järjestöt',
    boards: 'Neuvottelukunta',
    meetings: 'Kokoukset',
    tasks: 'Tehtävät',
    actualSize: 'Todellinen koko',
    zoomIn: 'Suurenna',
    zoomOut: 'Pienennä',
    fullScreen: 'Koko näyttö',
    reload: 'Lataa uudelleen',
    developerTools: 'Kehittäjän työkalut',
    meeting: 'Kokous',
    help: 'Ohje',
    manual: 'Pykälän ohje',
    about: 'Tietoja Pykälästä',
    hide: 'Kätke Pykälä',
    hideOthers: 'Kätke muut',
    showAll: 'Näytä kaikki',
  },
  sv: {
    file: 'Arkiv',
    newMeeting: 'Nytt möte…',
    exportMinutes: 'Exportera protokoll…',
    dataFolder: 'Visa datamappen',
    settings: 'Inställningar…',
    quit: 'Avsluta',
    edit: 'Redigera',
    undo: 'Ångra',
    redo: 'Gör om',
    cut: 'Klipp ut',
    copy: 'Kopiera',
    paste: 'Klistra in',
    selectAll: 'Markera allt',
    view: 'Visa',
    palette: 'Sökning och kommandon…',
    start: 'Start',
    organisations: 'Organisationer',
    boards: 'Delegationen',
    meetings: 'Möten',
    tasks: 'Uppgifter',
    actualSize: 'Verklig storlek',
    zoomIn: 'Zooma in',
    zoomOut: 'Zooma ut',
    fullScreen: 'Helskärm',
    reload: 'Ladda om',
    developerTools: 'Utvecklarverktyg',
    meeting: 'Möte',
    help: 'Hjälp',
    manual: 'Pykäläs hjälp',
    about: 'Om Pykälä',
    hide: 'Göm Pykälä',
    hideOthers: 'Göm andra',
    showAll: 'Visa alla',
  },
  en: {
    file: 'File',
    newMeeting: 'New meeting…',
    exportMinutes: 'Export minutes…',
    dataFolder: 'Show data folder',
    settings: 'Settings…',
    quit: 'Quit',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: 'View',
    palette: 'Search and commands…',
    start: 'Start',
    organisations: 'Organisations',
    boards: 'Board',
    meetings: 'Meetings',
    tasks: 'Tasks',
    actualSize: 'Actual size',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fullScreen: 'Full screen',
    reload: 'Reload',
    developerTools: 'Developer tools',
    meeting: 'Meeting',
    help: 'Help',
    manual: 'Pykälä help',
    about: 'About Pykälä',
    hide: 'Hide Pykälä',
    hideOthers: 'Hide others',
    showAll: 'Show all',
  },
};

export function menuText(language: Language): MenuText {
  return TEXT[language];
}
