/**
 * The privacy notice (rekisteriseloste, informointiasiakirja; GDPR art. 12–14): headings as Finnish authorities have
 * them, content from the settings and from what is really stored.
 */
import { columnWord, tableWord, valueWord } from './data-words.ts';
import { formatDate } from './dates.ts';
import { inLanguage, type Language, type LocalisedText } from './language.ts';
import type { PrintableBlock, PrintableDocument } from './printable.ts';
import type { PrivacySettings } from './privacy.ts';
import { richText } from './rich-text.ts';

export interface PrivacyFacts {
  /** ISO day. */
  generatedOn: string;
  settings: PrivacySettings;
  boards: readonly LocalisedText[];
  /** Columns of persons that hold something, and for how many. */
  columns: readonly { column: string; persons: number }[];
  /** Tables that name persons, and how many. */
  tables: readonly { table: string; persons: number }[];
  /** Tables that hold data of persons as words, addresses or names, and how many of their rows do. */
  others: readonly { table: string; rows: number }[];
}

interface Words {
  type: string;
  missing: string;
  register: string;
  controller: string;
  businessId: string;
  officer: string;
  name: string;
  purpose: string;
  defaultPurpose: string;
  ground: string;
  persons: string;
  data: string;
  recorded: string;
  others: string;
  entries: (rows: number) => string;
  count: (persons: number) => string;
  sources: string;
  defaultSources: string;
  disclosures: string;
  defaultDisclosures: string;
  transfers: string;
  defaultTransfers: string;
  retention: string;
  contact: (count: number) => string;
  replies: (count: number) => string;
  log: (count: number) => string;
  permanent: string;
  backups: string;
  protection: string;
  defaultProtection: string;
  rights: string;
  rightsText: string;
  complaint: string;
  complaintText: string;
}

const WORDS: Record<Language, Words> = {
  fi: {
    type: 'Tietosuojaseloste',
    missing: '(täydennä asetuksissa)',
    register: 'Järjestö- ja henkilörekisteri',
    controller: 'Rekisterinpitäjä',
    businessId: 'Y-tunnus',
    officer: 'Tietosuojavastaava',
    name: 'Rekisterin nimi',
    purpose: 'Käsittelyn tarkoitus',
    defaultPurpose:
      'Neuvottelukunnan kokousten valmistelu ja pöytäkirjat, jäsenten ja järjestöjen yhteystietojen ylläpito ja päätösten toimeenpanon seuranta.',
    ground: 'Käsittelyn oikeusperuste',
    persons: 'Henkilöryhmät',
    data: 'Tietosisältö',
    recorded: 'Henkilöön liittyvät kirjaukset',
    others: 'Muut tiedot, joissa voi olla henkilötietoja',
    entries: (rows) => `${rows} kpl`,
    count: (persons) => (persons === 1 ? '1 henkilö' : `${persons} henkilöä`),
    sources: 'Tietolähteet',
    defaultSources: 'Henkilö itse, hänet nimennyt järjestö ja toimielimen asettamispäätös.',
    disclosures: 'Tietojen luovutukset',
    defaultDisclosures:
      'Tietoja luovutetaan viranomaiselle lain perusteella. Tarkastettu pöytäkirja julkaistaan siltä osin kuin se on julkinen.',
    transfers: 'Siirrot EU:n ja ETA:n ulkopuolelle',
    defaultTransfers: 'Tietoja ei siirretä EU:n tai ETA:n ulkopuolelle.',
    retention: 'Säilytysaika',
    contact: (count) =>
      `Yhteystiedot poistetaan, kun viimeisen tehtävän päättymisestä on kulunut ${count} kk.`,
    replies: (count) =>
      `Kutsuun annettujen vastausten lisätiedot poistetaan, kun kokouksesta on kulunut ${count} kk.`,
    log: (count) => `Muutosloki säilytetään ${count} vuotta.`,
    permanent: 'Jäsenyydet ja tarkastetut pöytäkirjat nimineen säilytetään pysyvästi.',
    backups:
      'Varmuuskopioista tieto poistuu, kun kopio vanhenee. Jos vanha kopio palautetaan, sen jälkeen tehdyt poistot tehdään uudelleen.',
    protection: 'Suojauksen periaatteet',
    defaultProtection:
      'Tiedot ovat sihteerin työasemalla, johon kirjaudutaan henkilökohtaisella tunnuksella. Ohjelma ei lähetä tietoja verkkoon. Muutoksista pidetään lokia, ja poistetut tiedot ylikirjoitetaan.',
    rights: 'Rekisteröidyn oikeudet',
    rightsText:
      'Rekisteröidyllä on oikeus saada pääsy tietoihinsa, oikaista ne, rajoittaa niiden käsittelyä, vastustaa käsittelyä ja pyytää yhteystietojensa poistamista. Suostumuksen voi perua milloin tahansa. Pyyntö tehdään rekisterinpitäjälle.',
    complaint: 'Valitusoikeus',
    complaintText:
      'Rekisteröity voi tehdä valituksen tietosuojavaltuutetulle, jos hän katsoo, että hänen tietojaan käsitellään lainvastaisesti (tietosuoja.fi).',
  },
  sv: {
    type: 'Dataskyddsbeskrivning',
    missing: '(komplettera i inställningarna)',
    register: 'Organisations- och personregister',
    controller: 'Personuppgiftsansvarig',
    businessId: 'FO-nummer',
    officer: 'Dataskyddsombud',
    name: 'Registrets namn',
    purpose: 'Ändamål med behandlingen',
    defaultPurpose:
      'Beredning av delegationens möten och protokoll, uppdatering av medlemmarnas och organisationernas kontaktuppgifter samt uppföljning av hur besluten verkställs.',
    ground: 'Rättslig grund för behandlingen',
    persons: 'Grupper av personer',
    data: 'Uppgifter',
    recorded: 'Anteckningar som gäller personen',
    others: 'Övriga uppgifter som kan innehålla personuppgifter',
    entries: (rows) => `${rows} st.`,
    count: (persons) => (persons === 1 ? '1 person' : `${persons} personer`),
    sources: 'Uppgiftskällor',
    defaultSources:
      'Personen själv, den organisation som har utsett personen och beslutet om att tillsätta organet.',
    disclosures: 'Utlämnande av uppgifter',
    defaultDisclosures:
      'Uppgifter lämnas ut till myndigheter med stöd av lag. Ett justerat protokoll publiceras till den del det är offentligt.',
    transfers: 'Överföring till länder utanför EU och EES',
    defaultTransfers: 'Uppgifterna överförs inte till länder utanför EU eller EES.',
    retention: 'Lagringstid',
    contact: (count) =>
      `Kontaktuppgifterna raderas när ${count} månader har gått sedan det sista uppdraget upphörde.`,
    replies: (count) =>
      `Tilläggsuppgifter i svar på kallelsen raderas när ${count} månader har gått sedan mötet.`,
    log: (count) => `Ändringsloggen bevaras i ${count} år.`,
    permanent: 'Medlemskap och justerade protokoll med namn bevaras varaktigt.',
    backups:
      'Uppgiften försvinner ur säkerhetskopiorna när kopian föråldras. Om en gammal kopia återställs görs de raderingar om som har gjorts därefter.',
    protection: 'Principer för skyddet',
    defaultProtection:
      'Uppgifterna finns på sekreterarens arbetsstation, där man loggar in med personliga koder. Programmet sänder inga uppgifter till nätet. Ändringar loggas och raderade uppgifter skrivs över.',
    rights: 'Den registrerades rättigheter',
    rightsText:
      'Den registrerade har rätt att få tillgång till sina uppgifter, rätta dem, begränsa behandlingen, invända mot den och begära att kontaktuppgifterna raderas. Ett samtycke kan återkallas när som helst. Begäran riktas till den personuppgiftsansvarige.',
    complaint: 'Rätt att anföra klagomål',
    complaintText:
      'Den registrerade kan anföra klagomål hos dataombudsmannen om han eller hon anser att uppgifterna behandlas lagstridigt (tietosuoja.fi).',
  },
  en: {
    type: 'Privacy notice',
    missing: '(fill in the settings)',
    register: 'Register of organisations and persons',
    controller: 'Controller',
    businessId: 'Business ID',
    officer: 'Data protection officer',
    name: 'Name of the register',
    purpose: 'Purpose of the processing',
    defaultPurpose:
      'Preparing the board’s meetings and minutes, keeping the contact data of members and organisations, and following up how decisions are carried out.',
    ground: 'Legal ground of the processing',
    persons: 'Groups of persons',
    data: 'Data',
    recorded: 'Records that concern a person',
    others: 'Other data in which persons may be named',
    entries: (rows) => String(rows),
    count: (persons) => (persons === 1 ? '1 person' : `${persons} persons`),
    sources: 'Sources',
    defaultSources:
      'The person, the organisation that nominated the person, and the decision that appointed the board.',
    disclosures: 'Disclosures',
    defaultDisclosures:
      'Data is disclosed to authorities where the law requires it. Examined minutes are published as far as they are public.',
    transfers: 'Transfers outside the EU and the EEA',
    defaultTransfers: 'No data is transferred outside the EU or the EEA.',
    retention: 'Storage period',
    contact: (count) => `Contact data is erased ${count} months after the last role has ended.`,
    replies: (count) => `Remarks in replies to a call are erased ${count} months after the meeting.`,
    log: (count) => `The log of changes is kept for ${count} years.`,
    permanent: 'Memberships and examined minutes are kept permanently with their names.',
    backups:
      'Data leaves the backups as they grow old. When an old backup is restored, the erasures made since are repeated.',
    protection: 'Protection',
    defaultProtection:
      'The data is on the secretary’s computer behind a personal account. The program sends nothing to the network. Changes are logged, and what is erased is overwritten.',
    rights: 'Rights of the data subject',
    rightsText:
      'The data subject has the right to access the data, to have it corrected, to restrict or object to its processing, and to ask for contact data to be erased. Consent can be withdrawn at any time. Requests go to the controller.',
    complaint: 'Right to complain',
    complaintText:
      'The data subject may complain to the Data Protection Ombudsman when they consider the processing unlawful (tietosuoja.fi).',
  },
};

export function printPrivacyNotice(facts: PrivacyFacts, language: Language): PrintableDocument {
  const words = WORDS[language];
  const { settings } = facts;
  const or = (text: string, otherwise: string): string => (text.trim() === '' ? otherwise : text);
  const section = (heading: string, text: string): PrintableBlock[] => [
    { type: 'heading', level: 2, text: heading },
    { type: 'text', body: richText(text).content },
  ];
  const registerName = or(settings.registerName, words.register);
  const columns = facts.columns.map(({ column }) => columnWord(column, language));
  return {
    kind: 'register',
    language,
    title: `${words.type} – ${registerName}`,
    identification: {
      organisation: settings.controller,
      documentType: words.type,
      number: '',
      date: formatDate(facts.generatedOn, language),
      isoDate: facts.generatedOn,
      diaryNumber: null,
      status: '',
    },
    keywords: [words.type, registerName],
    blocks: [
      ...section(
        words.controller,
        [
          or(settings.controller, words.missing),
          settings.controllerBusinessId === '' ? '' : `${words.businessId} ${settings.controllerBusinessId}`,
          settings.controllerContact,
        ]
          .filter((line) => line !== '')
          .join('\n'),
      ),
      ...section(words.officer, or(settings.officer, words.missing)),
      ...section(words.name, registerName),
      ...section(
        words.purpose,
        [
          or(settings.purpose, words.defaultPurpose),
          facts.boards.map((board) => inLanguage(board, language)).join(', '),
        ]
          .filter((line) => line !== '')
          .join('\n'),
      ),
      ...section(words.ground, valueWord('legal_ground', settings.legalGround, language)),
      { type: 'heading', level: 2, text: words.persons },
      {
        type: 'facts',
        rows: [
          { label: words.data, lines: columns },
          {
            label: words.recorded,
            lines: facts.tables.map(
              ({ table, persons }) => `${tableWord(table, language)}: ${words.count(persons)}`,
            ),
          },
          {
            label: words.others,
            lines: facts.others.map(
              ({ table, rows }) => `${tableWord(table, language)}: ${words.entries(rows)}`,
            ),
          },
        ],
      },
      ...section(words.sources, or(settings.sources, words.defaultSources)),
      ...section(words.disclosures, or(settings.disclosures, words.defaultDisclosures)),
      ...section(words.transfers, or(settings.transfers, words.defaultTransfers)),
      ...section(
        words.retention,
        [
          words.contact(settings.contactMonths),
          words.replies(settings.replyMonths),
          words.log(settings.logYears),
          words.permanent,
          words.backups,
        ].join('\n'),
      ),
      ...section(words.protection, or(settings.protection, words.defaultProtection)),
      ...section(words.rights, words.rightsText),
      ...section(words.complaint, words.complaintText),
    ],
  };
}
