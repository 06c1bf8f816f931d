/** The words of the workbook of statistics. */
import type { Language } from './language.ts';

interface Words {
  definitions: string;
  subject: string;
  definition: string;
  meetings: string;
  attendance: string;
  actions: string;
  bands: string;
  municipalities: string;
  indicators: string;
  money: string;
  deliveries: string;
  members: string;
  deputies: string;
  share: string;
  state: string;
  kind: string;
  examined: string;
  band: string;
  counted: string;
  wholeHours: string;
  uncounted: string;
  fieldCount: string;
  municipalityCount: string;
  code: string;
  actionCode: string;
  municipality: string;
  placeUnknown: string;
  unit: string;
  baseline: string;
  measuredOn: string;
  progress: string;
  source: string;
  line: string;
  lineAmount: string;
  noted: string;
  reached: string;
  notChosen: string;
  states: Record<'planned' | 'held', string>;
  ordinary: string;
  total: string;
  texts: Record<
    | 'year'
    | 'meetings'
    | 'attendance'
    | 'actions'
    | 'bands'
    | 'hours'
    | 'municipalities'
    | 'indicators'
    | 'money'
    | 'deliveries'
    | 'persons',
    string
  >;
}

export const STATISTICS_WORDS: Record<Language, Words> = {
  fi: {
    definitions: 'Määritelmät',
    subject: 'Aihe',
    definition: 'Mitä luku tarkoittaa',
    meetings: 'Kokoukset',
    attendance: 'Läsnäolo',
    actions: 'Toiminnot',
    bands: 'Vapaaehtoiset',
    municipalities: 'Kunnat',
    indicators: 'Mittarit',
    money: 'Talous',
    deliveries: 'Jakelu',
    members: 'Jäseniä läsnä',
    deputies: 'Varajäseniä läsnä',
    share: 'Osuus paikoista',
    state: 'Tilanne',
    kind: 'Laji',
    examined: 'Pöytäkirja tarkastettu',
    band: 'Vapaaehtoisten suuruusluokka',
    counted: 'Vapaaehtoisia laskettuna',
    wholeHours: 'Tunteja koko toiminnossa',
    uncounted: 'Tapahtumia ilman lukumäärää',
    fieldCount: 'Aloja',
    municipalityCount: 'Kuntia',
    code: 'Kuntanumero',
    actionCode: 'Tunnus',
    municipality: 'Kunta',
    placeUnknown: 'Paikkaa ei kirjattu',
    unit: 'Yksikkö',
    baseline: 'Lähtötaso',
    measuredOn: 'Mitattu',
    progress: 'Edistyminen tavoitteeseen',
    source: 'Lähde',
    line: 'Rivi',
    lineAmount: 'Rivi yhteensä (€)',
    noted: 'Kirjattu',
    reached: 'Toimitettu',
    notChosen: 'Ei luokiteltu',
    states: { planned: 'Suunniteltu tai kesken', held: 'Pidetty' },
    ordinary: 'Kokous',
    total: 'Yhteensä',
    texts: {
      year: 'Luvut ovat kalenterivuodelta. Päivä ratkaisee: kokouksen pitopäivä, tapahtuman päivä, mittauksen päivä.',
      meetings:
        'Kaikki vuoden kokoukset sähköpostikokoukset mukaan lukien; perutut kokoukset eivät ole mukana. Asioita: esityslistan kohdat.',
      attendance:
        'Paikka on täytettynä, kun jäsen tai varajäsen on ollut äänivaltaisena läsnä vähintään yhdessä asiassa. Osuus = täytetyt paikat / paikat. Mukana ovat päätetyt kokoukset.',
      actions:
        'Toiminnot, jotka olivat alkaneet vuoden loppuun mennessä eivätkä olleet päättyneet ennen vuotta. Vaihe on vuoden lopun vaihe. Tapahtumat, osallistumiset, vapaaehtoiset ja tunnit ovat vuoden tapahtumista; sama ihminen lasketaan jokaisella kerralla.',
      bands:
        'Toiminnot vapaaehtoisten suuruusluokan mukaan. Luokka on toiminnon kortilla, ja se kertoo koko toiminnon vapaaehtoiset.',
      hours: 'Tunnit lasketaan vain tapahtumista, joille ne on kirjattu.',
      municipalities:
        'Tapahtumat sen kunnan mukaan, jossa ne pidettiin. Toimintoja: montako toimintoa kunnassa toimii; sama toiminto voi olla monessa kunnassa.',
      indicators:
        'Viimeisin mittaus vuoden loppuun mennessä. Edistyminen = (viimeisin − lähtötaso) / (tavoite − lähtötaso).',
      money: 'Talousarviorivit rahoittajittain. Avoin osuus on rahoitus, jota ei ole vielä sovittu.',
      deliveries:
        'Kokousasiakirjojen jakelukirjanpito: kirjatut toimitukset ja niistä vastaanottajalle lähteneet.',
      persons: 'Tilastossa ei ole henkilötietoja: osallistujat ja vapaaehtoiset ovat lukumääriä.',
    },
  },
  sv: {
    definitions: 'Definitioner',
    subject: 'Ämne',
    definition: 'Vad talet betyder',
    meetings: 'Möten',
    attendance: 'Närvaro',
    actions: 'Insatser',
    bands: 'Frivilliga',
    municipalities: 'Kommuner',
    indicators: 'Indikatorer',
    money: 'Ekonomi',
    deliveries: 'Utskick',
    members: 'Medlemmar närvarande',
    deputies: 'Ersättare närvarande',
    share: 'Andel av platserna',
    state: 'Läge',
    kind: 'Slag',
    examined: 'Protokollet justerat',
    band: 'Storleksklass för frivilliga',
    counted: 'Räknade frivilliga',
    wholeHours: 'Timmar i hela insatsen',
    uncounted: 'Evenemang utan antal',
    fieldCount: 'Områden',
    municipalityCount: 'Kommuner',
    code: 'Kommunnummer',
    actionCode: 'Beteckning',
    municipality: 'Kommun',
    placeUnknown: 'Platsen ej antecknad',
    unit: 'Enhet',
    baseline: 'Utgångsnivå',
    measuredOn: 'Mätt',
    progress: 'Framsteg mot målet',
    source: 'Källa',
    line: 'Rad',
    lineAmount: 'Raden sammanlagt (€)',
    noted: 'Antecknade',
    reached: 'Levererade',
    notChosen: 'Ej klassificerat',
    states: { planned: 'Planerat eller pågår', held: 'Hållet' },
    ordinary: 'Möte',
    total: 'Sammanlagt',
    texts: {
      year: 'Talen gäller kalenderåret. Dagen avgör: mötets dag, evenemangets dag, mätningens dag.',
      meetings:
        'Alla möten under året, också e-postmöten; inställda möten är inte med. Ärenden: punkterna på föredragningslistan.',
      attendance:
        'En plats är besatt när medlemmen eller ersättaren har varit närvarande med rösträtt i minst ett ärende. Andel = besatta platser / platser. Avslutade möten är med.',
      actions:
        'Insatser som hade börjat före årets slut och inte hade avslutats före året. Skedet är det vid årets slut. Evenemang, deltaganden, frivilliga och timmar är från årets evenemang; samma människa räknas varje gång.',
      bands:
        'Insatser enligt storleksklassen för frivilliga. Klassen står på insatsens kort och gäller hela insatsen.',
      hours: 'Timmar räknas bara från de evenemang där de har antecknats.',
      municipalities:
        'Evenemang enligt den kommun där de hölls. Insatser: hur många insatser som verkar i kommunen; en insats kan verka i flera.',
      indicators:
        'Senaste mätning före årets slut. Framsteg = (senaste − utgångsnivå) / (mål − utgångsnivå).',
      money: 'Budgetrader per finansiär. Den öppna andelen är finansiering som inte har avtalats.',
      deliveries:
        'Bokföringen över utskick av möteshandlingar: antecknade och av dem sådana som har gått till mottagaren.',
      persons: 'Statistiken innehåller inga personuppgifter: deltagare och frivilliga är antal.',
    },
  },
  en: {
    definitions: 'Definitions',
    subject: 'Subject',
    definition: 'What the figure means',
    meetings: 'Meetings',
    attendance: 'Attendance',
    actions: 'Actions',
    bands: 'Volunteers',
    municipalities: 'Municipalities',
    indicators: 'Indicators',
    money: 'Money',
    deliveries: 'Deliveries',
    members: 'Members present',
    deputies: 'Deputies present',
    share: 'Share of the seats',
    state: 'State',
    kind: 'Kind',
    examined: 'Minutes examined',
    band: 'Band of volunteers',
    counted: 'Volunteers counted',
    wholeHours: 'Hours of the whole action',
    uncounted: 'Events not counted',
    fieldCount: 'Fields',
    municipalityCount: 'Municipalities',
    code: 'Municipality code',
    actionCode: 'Code',
    municipality: 'Municipality',
    placeUnknown: 'Place not noted',
    unit: 'Unit',
    baseline: 'Baseline',
    measuredOn: 'Measured',
    progress: 'Progress to the target',
    source: 'Source',
    line: 'Line',
    lineAmount: 'Line in all (€)',
    noted: 'Noted',
    reached: 'Delivered',
    notChosen: 'Not classified',
    states: { planned: 'Planned or under way', held: 'Held' },
    ordinary: 'Meeting',
    total: 'Total',
    texts: {
      year: 'The figures are those of the calendar year. The day decides: of the meeting, of the event, of the measurement.',
      meetings:
        'All meetings of the year, decisions by e-mail included; cancelled ones are left out. Items: those of the agenda.',
      attendance:
        'A seat is filled when its member or deputy was present with a vote in at least one item. Share = seats filled / seats. Meetings that have been closed are included.',
      actions:
        'Actions that had begun by the end of the year and had not ended before it. The stage is that at the end of the year. Events, participations, volunteers and hours are of the events of the year; the same human being counts every time.',
      bands:
        'Actions by the band of volunteers. The band stands on the card of the action and tells of all of it.',
      hours: 'Hours are summed only over events for which they were noted.',
      municipalities:
        'Events by the municipality in which they were held. Actions: how many work there; one action may work in several.',
      indicators:
        'The latest measurement by the end of the year. Progress = (latest − baseline) / (target − baseline).',
      money: 'Budget lines by funder. The open share is funding that has not been agreed yet.',
      deliveries:
        'The ledger of deliveries of meeting papers: entries, and those that went to the recipient.',
      persons: 'The statistics hold no personal data: participants and volunteers are counts.',
    },
  },
};
