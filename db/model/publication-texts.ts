/** The words of the publication folder itself, and its accessibility statement (saavutettavuusseloste, laki 306/2019). */
import type { Language } from './language.ts';
import type { PrintableBlock, PrintableDocument } from './printable.ts';
import { richText } from './rich-text.ts';

export interface SiteWords {
  title: (board: string) => string;
  lead: string;
  search: string;
  searchHint: string;
  found: string;
  nothing: string;
  years: string;
  pdf: string;
  feed: string;
  statement: string;
  back: string;
  otherLanguages: string;
  languageName: string;
  nameRemoved: string;
  namesRemovedNote: (date: string) => string;
}

export const SITE_WORDS: Record<Language, SiteWords> = {
  fi: {
    title: (board) => `${board}: pöytäkirjat`,
    lead: 'Tarkastettujen pöytäkirjojen julkiset versiot. Salassa pidettävät kohdat ja yhteystiedot on jätetty pois.',
    search: 'Etsi pöytäkirjoista',
    searchHint: 'Etsitään kaikkia annettuja sanoja. Sanan alku riittää.',
    found: 'Osumia:',
    nothing: 'Ei osumia. Kokeile lyhyempää sanaa tai sanan alkua.',
    years: 'Vuodet',
    pdf: 'PDF',
    feed: 'Atom-syöte uusista pöytäkirjoista',
    statement: 'Saavutettavuusseloste',
    back: 'Kaikki pöytäkirjat',
    otherLanguages: 'Muut kielet',
    languageName: 'Suomeksi',
    nameRemoved: '[nimi poistettu]',
    namesRemovedNote: (date) =>
      `Henkilötiedot on poistettu verkosta ${date}. Täydellinen pöytäkirja on nähtävissä neuvottelukunnan sihteerillä.`,
  },
  sv: {
    title: (board) => `${board}: protokoll`,
    lead: 'Offentliga versioner av de justerade protokollen. Sekretessbelagda avsnitt och kontaktuppgifter har utelämnats.',
    search: 'Sök i protokollen',
    searchHint: 'Alla angivna ord söks. Början av ett ord räcker.',
    found: 'Träffar:',
    nothing: 'Inga träffar. Försök med ett kortare ord eller början av ordet.',
    years: 'År',
    pdf: 'PDF',
    feed: 'Atom-flöde över nya protokoll',
    statement: 'Tillgänglighetsutlåtande',
    back: 'Alla protokoll',
    otherLanguages: 'Andra språk',
    languageName: 'På svenska',
    nameRemoved: '[namnet borttaget]',
    namesRemovedNote: (date) =>
      `Personuppgifterna togs bort från nätet ${date}. Det fullständiga protokollet finns hos delegationens sekreterare.`,
  },
  en: {
    title: (board) => `${board}: minutes`,
    lead: 'Public versions of the examined minutes. Secret passages and contact details have been left out.',
    search: 'Search the minutes',
    searchHint: 'All the words given are looked for. The beginning of a word is enough.',
    found: 'Found:',
    nothing: 'Nothing found. Try a shorter word or its beginning.',
    years: 'Years',
    pdf: 'PDF',
    feed: 'Atom feed of new minutes',
    statement: 'Accessibility statement',
    back: 'All minutes',
    otherLanguages: 'Other languages',
    languageName: 'In English',
    nameRemoved: '[name removed]',
    namesRemovedNote: (date) =>
      `Personal data were removed from the web on ${date}. The full minutes can be seen at the secretary of the board.`,
  },
};

interface StatementWords {
  type: string;
  scope: [string, (organisation: string) => string];
  state: [string, string];
  shortcomings: [string, string];
  assessed: [string, (date: string) => string];
  feedback: [string, (contact: string) => string, string];
  supervision: [string, string];
}

const STATEMENT: Record<Language, StatementWords> = {
  fi: {
    type: 'Saavutettavuusseloste',
    scope: [
      'Mitä seloste koskee',
      (organisation) =>
        `Tämä seloste koskee verkkosivuja, joilla ${organisation} julkaisee pöytäkirjansa. Palvelua koskee laki digitaalisten palvelujen tarjoamisesta (306/2019).`,
    ],
    state: [
      'Saavutettavuuden tila',
      'Sivut ja PDF-tiedostot on tehty WCAG 2.1 -ohjeiston A- ja AA-tasojen mukaan: otsikot, luettelot, taulukoiden otsikot ja kielet on merkitty, sivut toimivat näppäimistöllä ja ilman skriptejä, ja PDF-tiedostot ovat PDF/UA-1-muotoa.',
    ],
    shortcomings: [
      'Tunnetut puutteet',
      'Pöytäkirjojen tekstejä ei ole käännetty: vakiosanat ovat sivun kielellä, kirjoitetut tekstit alkukielellä.',
    ],
    assessed: [
      'Miten arvioitu',
      (date) =>
        `Seloste on laadittu ${date}. Se perustuu julkaisijan omaan arvioon ja ohjelmalliseen tarkistukseen.`,
    ],
    feedback: [
      'Palaute',
      (contact) => `Huomasitko puutteen? Kerro siitä: ${contact}. Vastaamme 14 päivän kuluessa.`,
      'Huomasitko puutteen? Kerro siitä neuvottelukunnan sihteerille. Vastaamme 14 päivän kuluessa.',
    ],
    supervision: [
      'Valvonta',
      'Jos et ole tyytyväinen vastaukseen tai et saa vastausta 14 päivässä, voit tehdä ilmoituksen Liikenne- ja viestintävirasto Traficomille: www.saavutettavuusvaatimukset.fi.',
    ],
  },
  sv: {
    type: 'Tillgänglighetsutlåtande',
    scope: [
      'Vad utlåtandet gäller',
      (organisation) =>
        `Utlåtandet gäller de webbsidor där ${organisation} publicerar sina protokoll. Tjänsten omfattas av lagen om tillhandahållande av digitala tjänster (306/2019).`,
    ],
    state: [
      'Tillgänglighetens läge',
      'Sidorna och PDF-filerna är gjorda enligt nivåerna A och AA i WCAG 2.1: rubriker, listor, tabellrubriker och språk är märkta, sidorna fungerar med tangentbord och utan skript, och PDF-filerna följer PDF/UA-1.',
    ],
    shortcomings: [
      'Kända brister',
      'Protokollens texter är inte översatta: standardorden är på sidans språk, skrivna texter på originalspråket.',
    ],
    assessed: [
      'Hur det bedömts',
      (date) =>
        `Utlåtandet gjordes ${date}. Det bygger på utgivarens egen bedömning och på en maskinell kontroll.`,
    ],
    feedback: [
      'Respons',
      (contact) => `Upptäckte du en brist? Berätta om den: ${contact}. Vi svarar inom 14 dagar.`,
      'Upptäckte du en brist? Berätta om den för delegationens sekreterare. Vi svarar inom 14 dagar.',
    ],
    supervision: [
      'Tillsyn',
      'Om du inte är nöjd med svaret eller inte får svar inom 14 dagar kan du göra en anmälan till Transport- och kommunikationsverket Traficom: www.webbtillganglighet.fi.',
    ],
  },
  en: {
    type: 'Accessibility statement',
    scope: [
      'What this statement covers',
      (organisation) =>
        `This statement covers the web pages on which ${organisation} publishes its minutes. The service falls under the Finnish Act on the Provision of Digital Services (306/2019).`,
    ],
    state: [
      'State of accessibility',
      'The pages and PDF files are made according to levels A and AA of WCAG 2.1: headings, lists, headers of tables and languages are marked, the pages work by keyboard and without scripts, and the PDF files are PDF/UA-1.',
    ],
    shortcomings: [
      'Known shortcomings',
      'The texts of the minutes are not translated: standard words are in the language of the page, written texts in the original language.',
    ],
    assessed: [
      'How it was assessed',
      (date) =>
        `The statement was made on ${date}. It rests on the publisher’s own assessment and on an automatic check.`,
    ],
    feedback: [
      'Feedback',
      (contact) => `Did you find a shortcoming? Tell us: ${contact}. We answer within 14 days.`,
      'Did you find a shortcoming? Tell the secretary of the board. We answer within 14 days.',
    ],
    supervision: [
      'Supervision',
      'If you are not content with the answer or get none within 14 days, you may report it to the Finnish Transport and Communications Agency Traficom: www.webaccessibility.fi.',
    ],
  },
};

/** @param date in the form of the language */
export function accessibilityStatement(about: {
  organisation: string;
  language: Language;
  date: string;
  isoDate: string;
  contact: string;
  shortcomings: string;
}): PrintableDocument {
  const { organisation, language, date, isoDate, contact, shortcomings } = about;
  const words = STATEMENT[language];
  const [feedback, withContact, without] = words.feedback;
  const sections: [string, string][] = [
    [words.scope[0], words.scope[1](organisation)],
    words.state,
    [words.shortcomings[0], [words.shortcomings[1], shortcomings].filter(Boolean).join('\n\n')],
    [words.assessed[0], words.assessed[1](date)],
    [feedback, contact === '' ? without : withContact(contact)],
    words.supervision,
  ];
  return {
    kind: 'register',
    language,
    title: `${words.type} – ${organisation}`,
    identification: {
      organisation,
      documentType: words.type,
      number: '',
      date: '',
      isoDate,
      diaryNumber: null,
      status: '',
    },
    keywords: [words.type],
    blocks: sections.flatMap(([heading, text]): PrintableBlock[] => [
      { type: 'heading', level: 1, text: heading },
      { type: 'text', body: richText(text).content },
    ]),
  };
}
