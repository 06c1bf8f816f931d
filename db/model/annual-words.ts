/** The words of annual reports and plans, in the three languages. */
import type { AnnualKind, AnnualSource } from './annual-report.ts';
import type { OccurrenceState } from './clock.ts';
import type { DecisionType } from './decision.ts';
import type { DeliveredKind, DeliveryChannel } from './delivery.ts';
import type { Language } from './language.ts';
import type { ActionStage } from './volunteer-action.ts';

export interface AnnualWords {
  kinds: Record<AnnualKind, string>;
  sections: Record<AnnualSource, string>;
  /** Sections of free text: before the drafted ones, and after them. */
  free: Record<AnnualKind, { first: string[]; last: string[] }>;
  decisions: Record<DecisionType, string>;
  stages: Record<ActionStage, string>;
  channels: Record<DeliveryChannel, string>;
  documents: Record<DeliveredKind, string>;
  clockStates: Record<OccurrenceState, string>;
  taskStates: Record<'open' | 'in_progress' | 'done' | 'cancelled', string>;
  email: string;
  secret: string;
  /** In the place of words that are kept secret. */
  redacted: (ground: string) => string;
  meeting: string;
  day: string;
  place: string;
  items: string;
  present: string;
  ofSeats: string;
  seats: string;
  decisionKind: string;
  count: string;
  sections_: string;
  matter: string;
  decision: string;
  reference: string;
  task: string;
  due: string;
  state: string;
  action: string;
  stage: string;
  fields: string;
  municipalities: string;
  events: string;
  participants: string;
  volunteers: string;
  hours: string;
  indicator: string;
  before: string;
  latest: string;
  target: string;
  by: string;
  budget: string;
  funder: string;
  amount: string;
  share: string;
  total: string;
  unfunded: string;
  document: string;
  channel: string;
  delivered: string;
  unknown: string;
  when: string;
  responsible: string;
  theme: string;
  owner: string;
  goals: string;
  filledTitle: string;
  filledTold: (facts: { meetings: string; seats: string }) => string;
  actionsByStage: string;
  noMeetings: string;
  meetingsHeld: (facts: { count: string; byEmail: number; items: string }) => string;
  attendance: (facts: { percent: string; filled: string; seats: string }) => string;
  cancelled: (count: string) => string;
  notHeldYet: (count: string) => string;
  noDecisions: string;
  decided: (facts: { decided: string; matters: string }) => string;
  voted: (count: string) => string;
  noTasks: string;
  tasksTold: (facts: { all: string; done: string; open: string }) => string;
  noThemes: string;
  themesTold: (count: string) => string;
  noActions: string;
  actionsTold: (facts: {
    all: string;
    events: string;
    participants: string;
    volunteers: string;
    hours: string;
  }) => string;
  uncounted: (count: string) => string;
  noIndicators: string;
  indicatorsTold: (facts: { all: string; reached: string }) => string;
  noMoney: string;
  moneyTold: (facts: { all: string; covered: string; open: string }) => string;
  noDeliveries: string;
  deliveriesTold: (facts: { sent: string; meetings: string }) => string;
  noClock: string;
  clockTold: (facts: { all: string; done: string; late: string }) => string;
  goalsTold: string;
  noGoals: string;
  plannedActionsTold: (count: string) => string;
  noPlannedActions: string;
  targetsTold: (count: string) => string;
  noTargets: string;
  plannedMeetingsTold: (count: string) => string;
  noPlannedMeetings: string;
  plannedClockTold: (count: string) => string;
  noPlannedClock: string;
  plannedMoneyTold: (facts: { all: string; open: string }) => string;
  noPlannedMoney: string;
  lastReport: (year: number) => string;
  noLastReport: (year: number) => string;
}

const fi: AnnualWords = {
  kinds: { report: 'Toimintakertomus', plan: 'Toimintasuunnitelma' },
  sections: {
    meetings: 'Kokoukset ja läsnäolo',
    decisions: 'Päätökset',
    tasks: 'Toimenpiteiden eteneminen',
    themes: 'Teema-alueet',
    actions: 'Vapaaehtoistoiminta',
    inclusion: 'Maahanmuuttajien osallisuus',
    practices: 'Hyvien käytäntöjen leviäminen',
    agreements: 'Sopimukset ja hankkeet',
    indicators: 'Mittarit ja tulokset',
    money: 'Talous',
    deliveries: 'Viestintä ja asiakirjojen jakelu',
    communication: 'Viestintäsuunnitelma ja selkotiedotteet',
    clock: 'Vuosikellon toteutuminen',
    goals: 'Tavoitteet teema-alueittain',
    planned_actions: 'Suunniteltu vapaaehtoistoiminta',
    targets: 'Mittarit ja niiden tavoitteet',
    planned_meetings: 'Kokoukset',
    planned_clock: 'Vuosikellon tehtävät',
    planned_money: 'Talousarviot',
    last_report: 'Edellisen vuoden pohjalta',
  },
  free: {
    report: { first: ['Johdanto'], last: ['Arvio vuodesta', 'Katse seuraavaan vuoteen'] },
    plan: { first: ['Johdanto'], last: ['Yhteistyö ja viestintä', 'Seuranta ja arviointi'] },
  },
  decisions: {
    as_proposed: 'Ehdotuksen mukaan',
    unanimous: 'Yksimielisesti',
    amended: 'Muutettuna',
    noted: 'Merkittiin tiedoksi',
    tabled: 'Jätettiin pöydälle',
    returned: 'Palautettiin valmisteltavaksi',
    removed: 'Poistettiin esityslistalta',
    voted: 'Äänestyksen jälkeen',
    elected: 'Vaali',
    opened: 'Kokouksen avaus',
    closed: 'Kokouksen päättäminen',
    other: 'Muu päätös',
  },
  stages: {
    idea: 'Idea',
    planning: 'Suunnittelu',
    pilot: 'Kokeilu',
    running: 'Käynnissä',
    embedded: 'Juurrutettu',
    ended: 'Päättynyt',
  },
  channels: {
    email: 'Sähköposti',
    post: 'Posti',
    hand: 'Luovutettu henkilökohtaisesti',
    web: 'Verkossa',
    other: 'Muu tapa',
  },
  documents: {
    minutes: 'Pöytäkirja',
    public: 'Julkinen pöytäkirja',
    summary: 'Tiivistelmä',
    call: 'Kokouskutsu',
    agenda: 'Esityslista',
  },
  clockStates: { done: 'Tehty', late: 'Myöhässä', due: 'Määräaika', now: 'Käynnissä', coming: 'Tulossa' },
  taskStates: { open: 'Avoin', in_progress: 'Kesken', done: 'Valmis', cancelled: 'Peruttu' },
  email: 'Sähköpostikokous',
  secret: 'Salassa pidettävä asia',
  redacted: (ground) => `[salattu, ${ground}]`,
  meeting: 'Kokous',
  day: 'Päivä',
  place: 'Paikka',
  items: 'Asioita',
  present: 'Läsnä',
  ofSeats: 'Paikkoja',
  seats: 'paikkaa',
  decisionKind: 'Päätöksen laji',
  count: 'Lukumäärä',
  sections_: 'Pykälät',
  matter: 'Asia',
  decision: 'Päätös',
  reference: 'Pykälä',
  task: 'Toimenpide',
  due: 'Määräaika',
  state: 'Tilanne',
  action: 'Toiminto',
  stage: 'Vaihe',
  fields: 'Alat',
  municipalities: 'Kunnat',
  events: 'Tapahtumia',
  participants: 'Osallistujia',
  volunteers: 'Vapaaehtoisia',
  hours: 'Tunteja',
  indicator: 'Mittari',
  before: 'Ennen vuotta',
  latest: 'Viimeisin',
  target: 'Tavoite',
  by: 'Tavoitepäivä',
  budget: 'Talousarvio',
  funder: 'Rahoittaja',
  amount: 'Määrä (€)',
  share: 'Osuus (%)',
  total: 'Yhteensä',
  unfunded: 'Rahoitus avoinna',
  document: 'Asiakirja',
  channel: 'Kanava',
  delivered: 'Toimitettu',
  unknown: 'Ei kirjattu',
  when: 'Milloin',
  responsible: 'Vastuutaho',
  theme: 'Teema-alue',
  owner: 'Vastuutaho',
  goals: 'Tavoitteet',
  filledTitle: 'Läsnä olleet paikat kokouksittain',
  filledTold: ({ meetings, seats }) =>
    `Pylväs jokaiselle pidetylle kokoukselle (${meetings}): kuinka monella paikalla oli jäsen tai varajäsen. Paikkoja on ${seats}.`,
  actionsByStage: 'Toiminnot vaiheittain',
  noMeetings: 'Vuodelle ei ole kirjattu kokouksia.',
  meetingsHeld: ({ count, byEmail, items }) =>
    `Neuvottelukunnalla oli vuoden aikana ${count} kokousta${byEmail === 0 ? '' : `, joista ${byEmail} sähköpostikokouksena`}. Niissä käsiteltiin ${items} asiaa.`,
  attendance: ({ percent, filled, seats }) =>
    `Läsnäoloprosentti oli ${percent} %: ${seats} paikasta ${filled} oli täytettynä, kun pidetyt kokoukset lasketaan yhteen. Paikka on täytettynä, kun jäsen tai hänen varajäsenensä on ollut läsnä.`,
  cancelled: (count) => `Peruttuja kokouksia oli ${count}.`,
  notHeldYet: (count) =>
    `Kokouksista ${count} on vielä pitämättä tai päättämättä, eikä niiden läsnäolo ole mukana luvuissa.`,
  noDecisions: 'Vuodelle ei ole kirjattu päätöksiä.',
  decided: ({ decided, matters }) =>
    `Päätöksiä kirjattiin ${decided}. Niistä ${matters} koski varsinaisia asioita; muut liittyivät kokouksen kulkuun.`,
  voted: (count) => `Äänestys toimitettiin ${count} asiassa.`,
  noTasks: 'Vuoden kokouksissa ei päätetty toimenpiteistä.',
  tasksTold: ({ all, done, open }) =>
    `Vuoden kokouksissa päätettiin ${all} toimenpiteestä. Niistä ${done} on valmiina ja ${open} kesken.`,
  noThemes: 'Teema-alueita ei ole.',
  themesTold: (count) =>
    `Työtä ohjasi ${count} teema-aluetta. Kaavio näyttää kunkin teema-alueen logiikkamallin.`,
  noActions: 'Vuodelle ei ole kirjattu vapaaehtoistoimintaa.',
  actionsTold: ({ all, events, participants, volunteers, hours }) =>
    `Vuoden aikana oli ${all} järjestörajat ylittävää toimintoa. Niissä kirjattiin ${events} tapahtumaa, ${participants} osallistumista, ${volunteers} vapaaehtoisen osallistumista ja ${hours} vapaaehtoistyön tuntia.`,
  uncounted: (count) =>
    `Osallistujia ei ole laskettu ${count} tapahtumassa, joten todelliset luvut ovat suurempia.`,
  noIndicators: 'Mittareita ei ole.',
  indicatorsTold: ({ all, reached }) => `Seurannassa oli ${all} mittaria. Tavoitteensa saavutti ${reached}.`,
  noMoney: 'Vuodelle ei ole talousarvioita.',
  moneyTold: ({ all, covered, open }) =>
    `Talousarviot olivat yhteensä ${all} €. Rahoitusta on sovittu ${covered} €, ja avoinna on ${open} €.`,
  noDeliveries: 'Asiakirjojen jakelua ei ole kirjattu.',
  deliveriesTold: ({ sent, meetings }) =>
    `Kokousasiakirjoja toimitettiin ${sent} kertaa, ${meetings} kokouksen asiakirjoista.`,
  noClock: 'Vuosikelloa ei ole täytetty.',
  clockTold: ({ all, done, late }) =>
    `Vuosikellossa oli ${all} tehtävää. Niistä ${done} on tehty ja ${late} on myöhässä.`,
  goalsTold: 'Vuoden tavoitteet tulevat teema-alueilta.',
  noGoals: 'Teema-alueille ei ole kirjattu tavoitteita.',
  plannedActionsTold: (count) => `Vuonna jatketaan tai aloitetaan ${count} toimintoa.`,
  noPlannedActions: 'Käynnissä tai suunnitteilla olevia toimintoja ei ole.',
  targetsTold: (count) => `Vuoden työtä seurataan ${count} mittarilla.`,
  noTargets: 'Mittareita ei ole.',
  plannedMeetingsTold: (count) => `Vuodelle on suunniteltu ${count} kokousta.`,
  noPlannedMeetings: 'Vuoden kokouksia ei ole vielä suunniteltu.',
  plannedClockTold: (count) => `Vuosikellossa on ${count} tehtävää.`,
  noPlannedClock: 'Vuodelle ei ole vuosikelloa.',
  plannedMoneyTold: ({ all, open }) =>
    `Talousarviot ovat yhteensä ${all} €, josta rahoitus on avoinna ${open} €:lle.`,
  noPlannedMoney: 'Vuodelle ei ole talousarvioita.',
  lastReport: (year) => `Vuoden ${year} toimintakertomuksessa todettiin:`,
  noLastReport: (year) => `Vuoden ${year} toimintakertomuksessa ei ole vielä katsetta eteenpäin.`,
};

const sv: AnnualWords = {
  kinds: { report: 'Verksamhetsberättelse', plan: 'Verksamhetsplan' },
  sections: {
    meetings: 'Möten och närvaro',
    decisions: 'Beslut',
    tasks: 'Hur åtgärderna framskridit',
    themes: 'Temaområden',
    actions: 'Frivilligverksamhet',
    inclusion: 'Invandrares delaktighet',
    practices: 'Hur god praxis har spridits',
    agreements: 'Avtal och projekt',
    indicators: 'Indikatorer och resultat',
    money: 'Ekonomi',
    deliveries: 'Kommunikation och utskick av handlingar',
    communication: 'Kommunikationsplanen och meddelanden på lätt språk',
    clock: 'Hur årsklockan följts',
    goals: 'Mål per temaområde',
    planned_actions: 'Planerad frivilligverksamhet',
    targets: 'Indikatorer och deras mål',
    planned_meetings: 'Möten',
    planned_clock: 'Årsklockans uppgifter',
    planned_money: 'Budgetar',
    last_report: 'Utgående från föregående år',
  },
  free: {
    report: { first: ['Inledning'], last: ['Bedömning av året', 'Blick mot nästa år'] },
    plan: { first: ['Inledning'], last: ['Samarbete och kommunikation', 'Uppföljning och utvärdering'] },
  },
  decisions: {
    as_proposed: 'Enligt förslaget',
    unanimous: 'Enhälligt',
    amended: 'Med ändringar',
    noted: 'Antecknades för kännedom',
    tabled: 'Bordlades',
    returned: 'Återremitterades för beredning',
    removed: 'Ströks från föredragningslistan',
    voted: 'Efter omröstning',
    elected: 'Val',
    opened: 'Mötets öppnande',
    closed: 'Mötets avslutande',
    other: 'Annat beslut',
  },
  stages: {
    idea: 'Idé',
    planning: 'Planering',
    pilot: 'Försök',
    running: 'Pågår',
    embedded: 'Förankrad',
    ended: 'Avslutad',
  },
  channels: {
    email: 'E-post',
    post: 'Post',
    hand: 'Personligen',
    web: 'På webben',
    other: 'Annat sätt',
  },
  documents: {
    minutes: 'Protokoll',
    public: 'Offentligt protokoll',
    summary: 'Sammandrag',
    call: 'Möteskallelse',
    agenda: 'Föredragningslista',
  },
  clockStates: { done: 'Gjord', late: 'Försenad', due: 'Snart', now: 'Pågår', coming: 'Kommande' },
  taskStates: { open: 'Öppen', in_progress: 'Pågår', done: 'Klar', cancelled: 'Inställd' },
  email: 'E-postmöte',
  secret: 'Sekretessbelagt ärende',
  redacted: (ground) => `[sekretessbelagt, ${ground}]`,
  meeting: 'Möte',
  day: 'Dag',
  place: 'Plats',
  items: 'Ärenden',
  present: 'Närvarande',
  ofSeats: 'Platser',
  seats: 'platser',
  decisionKind: 'Typ av beslut',
  count: 'Antal',
  sections_: 'Paragrafer',
  matter: 'Ärende',
  decision: 'Beslut',
  reference: 'Paragraf',
  task: 'Åtgärd',
  due: 'Tidsfrist',
  state: 'Läge',
  action: 'Insats',
  stage: 'Skede',
  fields: 'Områden',
  municipalities: 'Kommuner',
  events: 'Evenemang',
  participants: 'Deltagare',
  volunteers: 'Frivilliga',
  hours: 'Timmar',
  indicator: 'Indikator',
  before: 'Före året',
  latest: 'Senaste',
  target: 'Mål',
  by: 'Måldag',
  budget: 'Budget',
  funder: 'Finansiär',
  amount: 'Belopp (€)',
  share: 'Andel (%)',
  total: 'Sammanlagt',
  unfunded: 'Finansiering saknas',
  document: 'Handling',
  channel: 'Kanal',
  delivered: 'Levererade',
  unknown: 'Ej antecknat',
  when: 'När',
  responsible: 'Ansvarig',
  theme: 'Temaområde',
  owner: 'Ansvarig',
  goals: 'Mål',
  filledTitle: 'Besatta platser per möte',
  filledTold: ({ meetings, seats }) =>
    `En stapel för varje möte som hållits (${meetings}): på hur många platser det satt en medlem eller ersättare. Platserna är ${seats}.`,
  actionsByStage: 'Insatser per skede',
  noMeetings: 'Inga möten har antecknats för året.',
  meetingsHeld: ({ count, byEmail, items }) =>
    `Delegationen hade ${count} möten under året${byEmail === 0 ? '' : `, varav ${byEmail} per e-post`}. Sammanlagt ${items} ärenden behandlades.`,
  attendance: ({ percent, filled, seats }) =>
    `Närvaron var ${percent} %: av ${seats} platser var ${filled} besatta, då mötena räknas ihop. En plats är besatt när medlemmen eller ersättaren har varit närvarande.`,
  cancelled: (count) => `Inställda möten: ${count}.`,
  notHeldYet: (count) =>
    `Av mötena har ${count} ännu inte hållits eller avslutats, och närvaron vid dem är inte med.`,
  noDecisions: 'Inga beslut har antecknats för året.',
  decided: ({ decided, matters }) =>
    `Sammanlagt ${decided} beslut antecknades. Av dem gällde ${matters} egentliga ärenden; de övriga hörde till mötets gång.`,
  voted: (count) => `Omröstning förrättades i ${count} ärenden.`,
  noTasks: 'Inga åtgärder beslutades vid årets möten.',
  tasksTold: ({ all, done, open }) =>
    `Vid årets möten beslutades om ${all} åtgärder. Av dem är ${done} klara och ${open} pågår.`,
  noThemes: 'Det finns inga temaområden.',
  themesTold: (count) =>
    `Arbetet styrdes av ${count} temaområden. Diagrammet visar logikmodellen för varje temaområde.`,
  noActions: 'Ingen frivilligverksamhet har antecknats för året.',
  actionsTold: ({ all, events, participants, volunteers, hours }) =>
    `Under året pågick ${all} insatser över organisationsgränserna. I dem antecknades ${events} evenemang, ${participants} deltaganden, ${volunteers} frivilligas deltaganden och ${hours} timmar frivilligarbete.`,
  uncounted: (count) => `Vid ${count} evenemang har deltagarna inte räknats, så de verkliga talen är större.`,
  noIndicators: 'Det finns inga indikatorer.',
  indicatorsTold: ({ all, reached }) =>
    `Uppföljningen omfattade ${all} indikatorer. Målet nåddes av ${reached}.`,
  noMoney: 'Det finns inga budgetar för året.',
  moneyTold: ({ all, covered, open }) =>
    `Budgetarna uppgick till sammanlagt ${all} €. Finansiering har avtalats för ${covered} €, och ${open} € är öppet.`,
  noDeliveries: 'Inga utskick av handlingar har antecknats.',
  deliveriesTold: ({ sent, meetings }) =>
    `Möteshandlingar levererades ${sent} gånger, från ${meetings} möten.`,
  noClock: 'Årsklockan har inte fyllts i.',
  clockTold: ({ all, done, late }) =>
    `Årsklockan hade ${all} uppgifter. Av dem är ${done} gjorda och ${late} försenade.`,
  goalsTold: 'Årets mål kommer från temaområdena.',
  noGoals: 'Inga mål har antecknats för temaområdena.',
  plannedActionsTold: (count) => `Under året fortsätter eller börjar ${count} insatser.`,
  noPlannedActions: 'Inga insatser pågår eller planeras.',
  targetsTold: (count) => `Årets arbete följs upp med ${count} indikatorer.`,
  noTargets: 'Det finns inga indikatorer.',
  plannedMeetingsTold: (count) => `För året har ${count} möten planerats.`,
  noPlannedMeetings: 'Årets möten har inte planerats ännu.',
  plannedClockTold: (count) => `Årsklockan har ${count} uppgifter.`,
  noPlannedClock: 'Det finns ingen årsklocka för året.',
  plannedMoneyTold: ({ all, open }) =>
    `Budgetarna är sammanlagt ${all} €, varav finansieringen är öppen för ${open} €.`,
  noPlannedMoney: 'Det finns inga budgetar för året.',
  lastReport: (year) => `I verksamhetsberättelsen för ${year} konstaterades:`,
  noLastReport: (year) => `Verksamhetsberättelsen för ${year} har ännu ingen blick framåt.`,
};

const en: AnnualWords = {
  kinds: { report: 'Annual report', plan: 'Plan of action' },
  sections: {
    meetings: 'Meetings and attendance',
    decisions: 'Decisions',
    tasks: 'Progress of tasks',
    themes: 'Theme areas',
    actions: 'Volunteer actions',
    inclusion: 'Immigrant inclusion',
    practices: 'Spread of good practices',
    agreements: 'Agreements and projects',
    indicators: 'Indicators and results',
    money: 'Money',
    deliveries: 'Communication and delivery of papers',
    communication: 'Communication plan and plain-language bulletins',
    clock: 'How the year clock was kept',
    goals: 'Goals by theme area',
    planned_actions: 'Planned volunteer actions',
    targets: 'Indicators and their targets',
    planned_meetings: 'Meetings',
    planned_clock: 'Tasks of the year clock',
    planned_money: 'Budgets',
    last_report: 'From the year before',
  },
  free: {
    report: { first: ['Introduction'], last: ['Assessment of the year', 'A look at the next year'] },
    plan: { first: ['Introduction'], last: ['Cooperation and communication', 'Follow-up and evaluation'] },
  },
  decisions: {
    as_proposed: 'As proposed',
    unanimous: 'Unanimously',
    amended: 'As amended',
    noted: 'Noted',
    tabled: 'Deferred to a later meeting',
    returned: 'Returned for further preparation',
    removed: 'Removed from the agenda',
    voted: 'After a vote',
    elected: 'Election',
    opened: 'Opening of the meeting',
    closed: 'Closing of the meeting',
    other: 'Other decision',
  },
  stages: {
    idea: 'Idea',
    planning: 'Planning',
    pilot: 'Pilot',
    running: 'Running',
    embedded: 'Embedded',
    ended: 'Ended',
  },
  channels: { email: 'E-mail', post: 'Post', hand: 'By hand', web: 'On the web', other: 'Another way' },
  documents: {
    minutes: 'Minutes',
    public: 'Public minutes',
    summary: 'Summary',
    call: 'Call',
    agenda: 'Agenda',
  },
  clockStates: { done: 'Done', late: 'Late', due: 'Due', now: 'Under way', coming: 'Coming' },
  taskStates: { open: 'Open', in_progress: 'Under way', done: 'Done', cancelled: 'Cancelled' },
  email: 'Decision by e-mail',
  secret: 'A secret matter',
  redacted: (ground) => `[secret, ${ground}]`,
  meeting: 'Meeting',
  day: 'Day',
  place: 'Place',
  items: 'Items',
  present: 'Present',
  ofSeats: 'Seats',
  seats: 'seats',
  decisionKind: 'Kind of decision',
  count: 'Count',
  sections_: 'Sections',
  matter: 'Matter',
  decision: 'Decision',
  reference: 'Section',
  task: 'Task',
  due: 'Due',
  state: 'State',
  action: 'Action',
  stage: 'Stage',
  fields: 'Fields',
  municipalities: 'Municipalities',
  events: 'Events',
  participants: 'Participants',
  volunteers: 'Volunteers',
  hours: 'Hours',
  indicator: 'Indicator',
  before: 'Before the year',
  latest: 'Latest',
  target: 'Target',
  by: 'Target day',
  budget: 'Budget',
  funder: 'Funder',
  amount: 'Amount (€)',
  share: 'Share (%)',
  total: 'Total',
  unfunded: 'Not funded yet',
  document: 'Document',
  channel: 'Channel',
  delivered: 'Delivered',
  unknown: 'Not noted',
  when: 'When',
  responsible: 'Responsible',
  theme: 'Theme area',
  owner: 'Responsible',
  goals: 'Goals',
  filledTitle: 'Seats filled, by meeting',
  filledTold: ({ meetings, seats }) =>
    `A bar for each meeting that was held (${meetings}): in how many seats a member or deputy sat. There are ${seats} seats.`,
  actionsByStage: 'Actions by stage',
  noMeetings: 'No meetings are recorded for the year.',
  meetingsHeld: ({ count, byEmail, items }) =>
    `The board had ${count} meetings during the year${byEmail === 0 ? '' : `, ${byEmail} of them by e-mail`}. They dealt with ${items} items.`,
  attendance: ({ percent, filled, seats }) =>
    `Attendance was ${percent} %: of ${seats} seats, ${filled} were filled, all meetings held taken together. A seat is filled when the member or the deputy was present.`,
  cancelled: (count) => `Cancelled meetings: ${count}.`,
  notHeldYet: (count) =>
    `Of the meetings, ${count} have not been held or closed yet; their attendance is not included.`,
  noDecisions: 'No decisions are recorded for the year.',
  decided: ({ decided, matters }) =>
    `${decided} decisions were recorded. Of them ${matters} were about matters proper; the others belonged to the course of the meeting.`,
  voted: (count) => `A vote was taken in ${count} matters.`,
  noTasks: 'No tasks were decided in the meetings of the year.',
  tasksTold: ({ all, done, open }) =>
    `The meetings of the year decided on ${all} tasks. Of them ${done} are done and ${open} are under way.`,
  noThemes: 'There are no theme areas.',
  themesTold: (count) => `The work was led by ${count} theme areas. A diagram shows the logic model of each.`,
  noActions: 'No volunteer actions are recorded for the year.',
  actionsTold: ({ all, events, participants, volunteers, hours }) =>
    `During the year there were ${all} actions across organisation borders, with ${events} events, ${participants} participations, ${volunteers} participations of volunteers and ${hours} hours of volunteer work.`,
  uncounted: (count) => `At ${count} events nobody counted the participants, so the true figures are higher.`,
  noIndicators: 'There are no indicators.',
  indicatorsTold: ({ all, reached }) => `${all} indicators were followed. ${reached} reached their target.`,
  noMoney: 'There are no budgets for the year.',
  moneyTold: ({ all, covered, open }) =>
    `The budgets came to ${all} € together. Funding is agreed for ${covered} €, and ${open} € is open.`,
  noDeliveries: 'No deliveries of papers are recorded.',
  deliveriesTold: ({ sent, meetings }) =>
    `Meeting papers were delivered ${sent} times, from ${meetings} meetings.`,
  noClock: 'The year clock has not been filled in.',
  clockTold: ({ all, done, late }) =>
    `The year clock had ${all} tasks. Of them ${done} are done and ${late} are late.`,
  goalsTold: 'The goals of the year come from the theme areas.',
  noGoals: 'No goals are recorded for the theme areas.',
  plannedActionsTold: (count) => `${count} actions go on or begin in the year.`,
  noPlannedActions: 'No actions are under way or planned.',
  targetsTold: (count) => `The work of the year is followed by ${count} indicators.`,
  noTargets: 'There are no indicators.',
  plannedMeetingsTold: (count) => `${count} meetings are planned for the year.`,
  noPlannedMeetings: 'The meetings of the year have not been planned yet.',
  plannedClockTold: (count) => `The year clock has ${count} tasks.`,
  noPlannedClock: 'There is no year clock for the year.',
  plannedMoneyTold: ({ all, open }) => `The budgets come to ${all} €, of which ${open} € is not funded yet.`,
  noPlannedMoney: 'There are no budgets for the year.',
  lastReport: (year) => `The annual report of ${year} said:`,
  noLastReport: (year) => `The annual report of ${year} does not look ahead yet.`,
};

export const ANNUAL_WORDS: Record<Language, AnnualWords> = { fi, sv, en };
