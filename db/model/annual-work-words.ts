/** What annual reports and statistics say of inclusion, practices, agreements, projects and communication. */
import type { Language } from './language.ts';

/** Numbers come as text, in the form of the language. */
interface Words {
  kind: string;
  entries: string;
  participants: string;
  reached: string;
  practice: string;
  ownStage: string;
  changes: string;
  decidedBy: string;
  wholeRegion: string;
  agreement: string;
  agreements: string;
  validity: string;
  signed: string;
  signedInYear: string;
  parties: string;
  project: string;
  projects: string;
  area: string;
  lead: string;
  pilots: string;
  language: string;
  planned: string;
  done: string;
  late: string;
  wanted: string;
  written: string;
  checked: string;
  bulletins: string;
  openEnded: string;
  noInclusion: string;
  inclusionTold: (facts: { entries: string; participants: string | null }) => string;
  coverageTold: (facts: { municipalities: string; all: string }) => string;
  pathsTold: (facts: { periods: string }) => string;
  noPractices: string;
  practicesTold: (facts: { practices: string; changes: string; inUse: string }) => string;
  noAgreements: string;
  agreementsTold: (facts: { agreements: string; signatures: string }) => string;
  projectsTold: (facts: { projects: string; pilots: string }) => string;
  casesTold: (count: string) => string;
  noCommunication: string;
  planTold: (facts: { planned: string; done: string; late: string }) => string;
  bulletinsTold: (facts: { bulletins: string; checked: string; languages: string }) => string;
}

export const ANNUAL_WORK_WORDS: Record<Language, Words> = {
  fi: {
    kind: 'Laji',
    entries: 'Toimia',
    participants: 'Osallistujia',
    reached: 'Pääsi viimeiseen vaiheeseen',
    practice: 'Hyvä käytäntö',
    ownStage: 'Käytännön vaihe',
    changes: 'Vaiheen muutokset vuoden aikana',
    decidedBy: 'Päätös',
    wholeRegion: 'Neuvottelukunta',
    agreement: 'Sopimus',
    agreements: 'Sopimukset',
    validity: 'Voimassa',
    signed: 'Allekirjoittanut',
    signedInYear: 'Niistä vuoden aikana',
    parties: 'Osapuolia',
    project: 'Hanke',
    projects: 'Hankkeet',
    area: 'Alue',
    lead: 'Päätoteuttaja',
    pilots: 'Pilotteja',
    language: 'Kieli',
    planned: 'Suunniteltu',
    done: 'Tehty',
    late: 'Myöhässä',
    wanted: 'Tilattu',
    written: 'Kirjoitettu',
    checked: 'Tarkistettu',
    bulletins: 'Selkotiedotteet kielittäin',
    openEnded: 'toistaiseksi',
    noInclusion: 'Vuodelle ei ole kirjattu maahanmuuttajien osallisuutta edistäviä toimia.',
    inclusionTold: ({ entries, participants }) =>
      `Vuoden aikana oli ${entries} maahanmuuttajien osallisuutta edistävää toimea.${participants === null ? '' : ` Tapahtumissa ja koulutuksissa laskettiin ${participants} osallistumista.`}`,
    coverageTold: ({ municipalities, all }) =>
      `Omia toimia oli ${municipalities} kunnassa maakunnan ${all} kunnasta.`,
    pathsTold: ({ periods }) => `Osallisuuden poluilta on laskettu ${periods} jaksoa.`,
    noPractices: 'Hyviä käytäntöjä ei ole kirjattu.',
    practicesTold: ({ practices, changes, inUse }) =>
      `Hyviä käytäntöjä oli ${practices}. Niiden vaiheisiin kirjattiin vuoden aikana ${changes} muutosta. Käyttöön otettuja tai juurrutettuja käytäntöjä on kunnissa yhteensä ${inUse}.`,
    noAgreements: 'Vuodelle ei ole kirjattu sopimuksia eikä hankkeita.',
    agreementsTold: ({ agreements, signatures }) =>
      `Voimassa tai valmisteilla oli ${agreements} sopimusta. Niihin saatiin vuoden aikana ${signatures} allekirjoitusta.`,
    projectsTold: ({ projects, pilots }) =>
      `Hankkeita oli ${projects}, ja niissä on yhteensä ${pilots} pilottia.`,
    casesTold: (count) => `Yhteistyömallien tapausrekisterissä on ${count} mallia.`,
    noCommunication: 'Vuodelle ei ole suunniteltu viestintää eikä tehty selkotiedotteita.',
    planTold: ({ planned, done, late }) =>
      `Viestintäsuunnitelmassa oli vuodelle ${planned} viestintätekoa. Niistä ${done} on tehty ja ${late} on myöhässä.`,
    bulletinsTold: ({ bulletins, checked, languages }) =>
      `Selkotiedotteita tehtiin ${bulletins}, ja kieliä on ${languages}. Tarkistettuja tekstejä on ${checked}.`,
  },
  sv: {
    kind: 'Typ',
    entries: 'Insatser',
    participants: 'Deltagare',
    reached: 'Nådde det sista steget',
    practice: 'God praxis',
    ownStage: 'Praxisens skede',
    changes: 'Ändringar av skede under året',
    decidedBy: 'Beslut',
    wholeRegion: 'Delegationen',
    agreement: 'Avtal',
    agreements: 'Avtal',
    validity: 'Giltighetstid',
    signed: 'Undertecknat',
    signedInYear: 'Av dem under året',
    parties: 'Parter',
    project: 'Projekt',
    projects: 'Projekt',
    area: 'Område',
    lead: 'Huvudgenomförare',
    pilots: 'Piloter',
    language: 'Språk',
    planned: 'Planerade',
    done: 'Gjorda',
    late: 'Försenade',
    wanted: 'Beställda',
    written: 'Skrivna',
    checked: 'Granskade',
    bulletins: 'Meddelanden på lätt språk per språk',
    openEnded: 'tills vidare',
    noInclusion: 'Inga insatser för invandrares delaktighet har antecknats för året.',
    inclusionTold: ({ entries, participants }) =>
      `Under året fanns ${entries} insatser för invandrares delaktighet.${participants === null ? '' : ` Vid evenemang och utbildningar räknades ${participants} deltaganden.`}`,
    coverageTold: ({ municipalities, all }) =>
      `Egna insatser fanns i ${municipalities} av landskapets ${all} kommuner.`,
    pathsTold: ({ periods }) => `På stigarna till delaktighet räknades ${periods} perioder.`,
    noPractices: 'Ingen god praxis har antecknats.',
    practicesTold: ({ practices, changes, inUse }) =>
      `Antalet goda praxis var ${practices}. Under året antecknades ${changes} ändringar av deras skeden. I kommunerna har de tagits i bruk eller förankrats i sammanlagt ${inUse} fall.`,
    noAgreements: 'Inga avtal eller projekt har antecknats för året.',
    agreementsTold: ({ agreements, signatures }) =>
      `Sammanlagt ${agreements} avtal var i kraft eller under beredning. De fick ${signatures} underskrifter under året.`,
    projectsTold: ({ projects, pilots }) => `Projekten var ${projects}, med sammanlagt ${pilots} piloter.`,
    casesTold: (count) => `Registret över samarbetsmodeller har ${count} modeller.`,
    noCommunication: 'Ingen kommunikation har planerats och inga meddelanden på lätt språk gjorts för året.',
    planTold: ({ planned, done, late }) =>
      `Kommunikationsplanen hade ${planned} punkter för året. Av dem är ${done} gjorda och ${late} försenade.`,
    bulletinsTold: ({ bulletins, checked, languages }) =>
      `Sammanlagt ${bulletins} meddelanden på lätt språk gjordes. Språken är ${languages}, och ${checked} texter är granskade.`,
  },
  en: {
    kind: 'Kind',
    entries: 'Entries',
    participants: 'Participants',
    reached: 'Came to the last step',
    practice: 'Good practice',
    ownStage: 'Stage of the practice',
    changes: 'Changes of stage in the year',
    decidedBy: 'Decision',
    wholeRegion: 'The board',
    agreement: 'Agreement',
    agreements: 'Agreements',
    validity: 'In force',
    signed: 'Signed',
    signedInYear: 'Of them in the year',
    parties: 'Parties',
    project: 'Project',
    projects: 'Projects',
    area: 'Area',
    lead: 'Lead',
    pilots: 'Pilots',
    language: 'Language',
    planned: 'Planned',
    done: 'Done',
    late: 'Late',
    wanted: 'Wanted',
    written: 'Written',
    checked: 'Checked',
    bulletins: 'Plain-language bulletins by language',
    openEnded: 'until further notice',
    noInclusion: 'Nothing is recorded for the inclusion of immigrants in the year.',
    inclusionTold: ({ entries, participants }) =>
      `During the year there were ${entries} entries for the inclusion of immigrants.${participants === null ? '' : ` At events and trainings ${participants} participations were counted.`}`,
    coverageTold: ({ municipalities, all }) =>
      `${municipalities} of the ${all} municipalities of the region had something of their own.`,
    pathsTold: ({ periods }) => `On the paths of inclusion ${periods} periods were counted.`,
    noPractices: 'No good practices are recorded.',
    practicesTold: ({ practices, changes, inUse }) =>
      `There were ${practices} good practices. During the year ${changes} changes of their stages were noted. In the municipalities they are in use or embedded in ${inUse} cases in all.`,
    noAgreements: 'No agreements or projects are recorded for the year.',
    agreementsTold: ({ agreements, signatures }) =>
      `${agreements} agreements were in force or being prepared. They got ${signatures} signatures during it.`,
    projectsTold: ({ projects, pilots }) => `There were ${projects} projects, with ${pilots} pilots in all.`,
    casesTold: (count) => `The register of cooperation models holds ${count} models.`,
    noCommunication: 'No communication is planned and no plain-language bulletins were made for the year.',
    planTold: ({ planned, done, late }) =>
      `The communication plan had ${planned} rows for the year. Of them ${done} are done and ${late} are late.`,
    bulletinsTold: ({ bulletins, checked, languages }) =>
      `${bulletins} plain-language bulletins were made. Texts checked: ${checked}; languages: ${languages}.`,
  },
};
