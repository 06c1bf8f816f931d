/** Sentences of the shell itself: dialogs and errors of main. */
import type { FileKind } from '../preload/bridge.ts';
import type { Language } from '../backend/protocol.ts';

export interface ShellText {
  unsavedTitle: string;
  unsavedDetail: string;
  closeAnyway: string;
  keepOpen: string;
  replaceTitle: (name: string) => string;
  replaceDetail: string;
  replace: string;
  cancel: string;
  aboutTitle: string;
  aboutDetail: (version: string, shell: string) => string;
  ok: string;
  backendRestarted: string;
  backendFailed: string;
  backendClosed: string;
  refusedSender: string;
  invalidCall: string;
  windowLost: string;
  windowLostDetail: string;
  reload: string;
  fileKind: Record<FileKind, string>;
}

const TEXT: Record<Language, ShellText> = {
  fi: {
    unsavedTitle: 'Tallentamattomia muutoksia',
    unsavedDetail: 'Jos suljet ikkunan nyt, tallentamattomat muutokset häviävät.',
    closeAnyway: 'Sulje tallentamatta',
    keepOpen: 'Jatka muokkausta',
    replaceTitle: (name) => `Tiedosto ${name} on jo olemassa`,
    replaceDetail: 'Korvataanko se?',
    replace: 'Korvaa',
    cancel: 'Peruuta',
    aboutTitle: 'Pykälä',
    aboutDetail: (version, shell) =>
      `Versio ${version} (${shell})\nJärjestöasiain neuvottelukunnan sihteerin työpöytä.\nLisenssi: EUPL-1.2`,
    ok: 'Selvä',
    backendRestarted:
      'Tietokantapalvelu käynnistyi uudelleen kesken toiminnon. Tallennetut tiedot ovat tallessa; tarkista viimeisin muutos ja yritä uudelleen.',
    backendFailed:
      'Tietokantapalvelu ei pysy käynnissä. Tallennetut tiedot ovat tallessa; sulje Pykälä ja käynnistä se uudelleen.',
    backendClosed: 'Pykälä on sulkeutumassa. Toimintoa ei suoritettu.',
    refusedSender: 'Pyyntö hylättiin, koska se ei tullut Pykälän omasta ikkunasta.',
    invalidCall: 'Pyyntö on virheellinen. Käynnistä Pykälä uudelleen, jos virhe toistuu.',
    windowLost: 'Ikkuna lakkasi toimimasta',
    windowLostDetail: 'Tallennetut tiedot ovat tallessa. Ladataanko ikkuna uudelleen?',
    reload: 'Lataa uudelleen',
    fileKind: {
      pdf: 'PDF-asiakirja',
      json: 'JSON-tiedosto',
      text: 'Tekstitiedosto',
      docx: 'Word-asiakirja',
      html: 'HTML-sivu',
      markdown: 'Markdown-tiedosto',
      board: 'Neuvottelukunnan tiedot',
      database: 'Tietokanta',
      calendar: 'Kalenterimerkintä',
      mail: 'Viestiluonnos',
      table: 'Taulukko',
      csv: 'CSV-taulukko',
      xlsx: 'Excel-taulukko',
      vcard: 'Yhteystietokortti',
      svg: 'SVG-kuva',
      zip: 'Arkistopaketti (zip)',
      age: 'Arkistopaketti kuoressa (age)',
      package: 'Arkistopaketti',
      any: 'Kaikki tiedostot',
    },
  },
  sv: {
    unsavedTitle: 'Osparade ändringar',
    unsavedDetail: 'Om du stänger fönstret nu går de osparade ändringarna förlorade.',
    closeAnyway: 'Stäng utan att spara',
    keepOpen: 'Fortsätt redigera',
    replaceTitle: (name) => `Filen ${name} finns redan`,
    replaceDetail: 'Vill du ersätta den?',
    replace: 'Ersätt',
    cancel: 'Avbryt',
    aboutTitle: 'Pykälä',
    aboutDetail: (version, shell) =>
      `Version ${version} (${shell})\nArbetsbord för sekreteraren i delegationen för organisationsärenden.\nLicens: EUPL-1.2`,
    ok: 'OK',
    backendRestarted:
      'Databastjänsten startade om mitt i åtgärden. Sparade uppgifter finns kvar; kontrollera den senaste ändringen och försök igen.',
    backendFailed:
      'Databastjänsten går inte att hålla igång. Sparade uppgifter finns kvar; stäng Pykälä och starta programmet på nytt.',
    backendClosed: 'Pykälä håller på att stängas. Åtgärden utfördes inte.',
    refusedSender: 'Begäran avvisades, eftersom den inte kom från Pykäläs eget fönster.',
    invalidCall: 'Begäran är felaktig. Starta om Pykälä om felet upprepas.',
    windowLost: 'Fönstret slutade fungera',
    windowLostDetail: 'Sparade uppgifter finns kvar. Vill du ladda om fönstret?',
    reload: 'Ladda om',
    fileKind: {
      pdf: 'PDF-dokument',
      json: 'JSON-fil',
      text: 'Textfil',
      docx: 'Word-dokument',
      html: 'HTML-sida',
      markdown: 'Markdown-fil',
      board: 'Delegationens uppgifter',
      database: 'Databas',
      calendar: 'Kalenderanteckning',
      mail: 'Meddelandeutkast',
      table: 'Tabell',
      csv: 'CSV-tabell',
      xlsx: 'Exceltabell',
      vcard: 'Kontaktkort',
      svg: 'SVG-bild',
      zip: 'Arkivpaket (zip)',
      age: 'Arkivpaket i kuvert (age)',
      package: 'Arkivpaket',
      any: 'Alla filer',
    },
  },
  en: {
    unsavedTitle: 'Unsaved changes',
    unsavedDetail: 'If you close the window now, the unsaved changes are lost.',
    closeAnyway: 'Close without saving',
    keepOpen: 'Keep editing',
    replaceTitle: (name) => `The file ${name} already exists`,
    replaceDetail: 'Replace it?',
    replace: 'Replace',
    cancel: 'Cancel',
    aboutTitle: 'Pykälä',
    aboutDetail: (version, shell) =>
      `Version ${version} (${shell})\nThe desk of the secretary of an advisory board of associations.\nLicence: EUPL-1.2`,
    ok: 'OK',
    backendRestarted:
      'The database service restarted during the operation. What was saved is safe; check the latest change and try again.',
    backendFailed:
      'The database service does not stay running. What was saved is safe; close Pykälä and start it again.',
    backendClosed: 'Pykälä is closing. The operation was not carried out.',
    refusedSender: "The request was refused because it did not come from Pykälä's own window.",
    invalidCall: 'The request is malformed. Restart Pykälä if the error recurs.',
    windowLost: 'The window stopped working',
    windowLostDetail: 'What was saved is safe. Reload the window?',
    reload: 'Reload',
    fileKind: {
      pdf: 'PDF document',
      json: 'JSON file',
      text: 'Text file',
      docx: 'Word document',
      html: 'HTML page',
      markdown: 'Markdown file',
      board: 'Board data',
      database: 'Database',
      calendar: 'Calendar entry',
      mail: 'Message draft',
      table: 'Table',
      csv: 'CSV table',
      xlsx: 'Excel table',
      vcard: 'Contact card',
      svg: 'SVG picture',
      zip: 'Archive package (zip)',
      age: 'Archive package in an envelope (age)',
      package: 'Archive package',
      any: 'All files',
    },
  },
};

export function shellText(language: Language): ShellText {
  return TEXT[language];
}
