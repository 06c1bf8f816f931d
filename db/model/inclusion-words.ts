/** Words of immigrant inclusion in documents and tables. The window has its own texts. */
import type { InclusionKind, PlainState, TrainingForm } from './inclusion.ts';
import type { Language } from './language.ts';
import type { ParticipationType } from './participation.ts';

interface Words {
  title: string;
  coverage: string;
  entries: string;
  paths: string;
  kinds: Record<InclusionKind, string>;
  kindsMany: Record<InclusionKind, string>;
  participation: Record<ParticipationType, string>;
  plain: Record<PlainState, string>;
  forms: Record<TrainingForm, string>;
  municipality: string;
  languages: string;
  allLanguages: string;
  gaps: string;
  missing: string;
  region: string;
  wholeRegion: string;
  period: string;
  anyTime: string;
  language: string;
  code: string;
  kind: string;
  name: string;
  municipalities: string;
  organisers: string;
  starts: string;
  ends: string;
  participants: string;
  goal: string;
  hours: string;
  place: string;
  opening: string;
  details: string;
  participationLabel: string;
  path: string;
  step: string;
  count: string;
  total: string;
  left: string;
  notCounted: string;
  smallCounts: string;
  noGaps: string;
}

export const INCLUSION_WORDS: Record<Language, Words> = {
  fi: {
    title: 'Maahanmuuttajien osallisuus',
    coverage: 'Kattavuus',
    entries: 'Toimet',
    paths: 'Polut',
    kinds: {
      path: 'Polku',
      event: 'Kohtaamistapahtuma',
      training: 'Koulutus',
      material: 'Yhteinen aineisto',
      support_point: 'Tukipiste',
    },
    kindsMany: {
      path: 'Polut',
      event: 'Kohtaamiset',
      training: 'Koulutukset',
      material: 'Aineistot',
      support_point: 'Tukipisteet',
    },
    participation: {
      knowledge: 'tieto-osallisuus',
      planning: 'suunnitteluosallisuus',
      decision: 'päätösosallisuus',
      action: 'toimintaosallisuus',
    },
    plain: {
      standard: 'yleiskieltä',
      draft: 'selkoluonnos',
      plain: 'selkokieltä',
      approved: 'selkotunnus myönnetty',
    },
    forms: { onsite: 'lähikoulutus', online: 'verkkokoulutus', hybrid: 'lähi- ja verkkokoulutus' },
    municipality: 'Kunta',
    languages: 'Kielet paikan päällä',
    allLanguages: 'Kielet',
    gaps: 'Puuttuu',
    missing: 'puuttuu',
    region: 'Maakunta',
    wholeRegion: 'koko maakunta',
    period: 'Aika',
    anyTime: 'kaikki ajat',
    language: 'Kieli',
    code: 'Tunnus',
    kind: 'Laji',
    name: 'Nimi',
    municipalities: 'Kunnat',
    organisers: 'Järjestäjät',
    starts: 'Alkaa',
    ends: 'Päättyy',
    participants: 'Osallistujia',
    goal: 'Osallistujatavoite',
    hours: 'Tunteja',
    place: 'Paikka',
    opening: 'Aukiolo',
    details: 'Lisätiedot',
    participationLabel: 'Osallisuuden lajit',
    path: 'Polku',
    step: 'Vaihe',
    count: 'Määrä',
    total: 'Polulla yhteensä',
    left: 'Jäi pois',
    notCounted: 'ei laskettu',
    smallCounts: 'Alle viiden hengen määrät on merkitty 1–4, jotta ketään ei voi tunnistaa.',
    noGaps: 'Ei puutteita.',
  },
  sv: {
    title: 'Invandrares delaktighet',
    coverage: 'Täckning',
    entries: 'Insatser',
    paths: 'Stigar',
    kinds: {
      path: 'Stig',
      event: 'Träff',
      training: 'Utbildning',
      material: 'Gemensamt material',
      support_point: 'Stödpunkt',
    },
    kindsMany: {
      path: 'Stigar',
      event: 'Träffar',
      training: 'Utbildningar',
      material: 'Material',
      support_point: 'Stödpunkter',
    },
    participation: {
      knowledge: 'kunskapsdelaktighet',
      planning: 'planeringsdelaktighet',
      decision: 'beslutsdelaktighet',
      action: 'verksamhetsdelaktighet',
    },
    plain: {
      standard: 'standardspråk',
      draft: 'utkast på lätt språk',
      plain: 'lätt språk',
      approved: 'LL-symbol beviljad',
    },
    forms: { onsite: 'närutbildning', online: 'webbutbildning', hybrid: 'när- och webbutbildning' },
    municipality: 'Kommun',
    languages: 'Språk på orten',
    allLanguages: 'Språk',
    gaps: 'Saknas',
    missing: 'saknas',
    region: 'Landskap',
    wholeRegion: 'hela landskapet',
    period: 'Tid',
    anyTime: 'alla tider',
    language: 'Språk',
    code: 'Kod',
    kind: 'Typ',
    name: 'Namn',
    municipalities: 'Kommuner',
    organisers: 'Arrangörer',
    starts: 'Börjar',
    ends: 'Slutar',
    participants: 'Deltagare',
    goal: 'Deltagarmål',
    hours: 'Timmar',
    place: 'Plats',
    opening: 'Öppet',
    details: 'Ytterligare uppgifter',
    participationLabel: 'Typer av delaktighet',
    path: 'Stig',
    step: 'Steg',
    count: 'Antal',
    total: 'På stigen totalt',
    left: 'Föll bort',
    notCounted: 'inte räknat',
    smallCounts: 'Antal under fem personer anges som 1–4, så att ingen kan kännas igen.',
    noGaps: 'Inga brister.',
  },
  en: {
    title: 'Immigrant inclusion',
    coverage: 'Coverage',
    entries: 'Entries',
    paths: 'Paths',
    kinds: {
      path: 'Path',
      event: 'Meeting event',
      training: 'Training',
      material: 'Shared material',
      support_point: 'Support point',
    },
    kindsMany: {
      path: 'Paths',
      event: 'Meeting events',
      training: 'Trainings',
      material: 'Materials',
      support_point: 'Support points',
    },
    participation: {
      knowledge: 'participation in knowledge',
      planning: 'participation in planning',
      decision: 'participation in decisions',
      action: 'participation in activity',
    },
    plain: {
      standard: 'standard language',
      draft: 'plain-language draft',
      plain: 'plain language',
      approved: 'plain-language logo granted',
    },
    forms: { onsite: 'on site', online: 'online', hybrid: 'on site and online' },
    municipality: 'Municipality',
    languages: 'Languages on the spot',
    allLanguages: 'Languages',
    gaps: 'Missing',
    missing: 'missing',
    region: 'Region',
    wholeRegion: 'whole region',
    period: 'Time',
    anyTime: 'any time',
    language: 'Language',
    code: 'Code',
    kind: 'Kind',
    name: 'Name',
    municipalities: 'Municipalities',
    organisers: 'Organisers',
    starts: 'Begins',
    ends: 'Ends',
    participants: 'Participants',
    goal: 'Participant goal',
    hours: 'Hours',
    place: 'Place',
    opening: 'Open',
    details: 'Details',
    participationLabel: 'Types of participation',
    path: 'Path',
    step: 'Step',
    count: 'Count',
    total: 'On the path in all',
    left: 'Left the path',
    notCounted: 'not counted',
    smallCounts: 'Counts below five people are shown as 1–4, so that nobody can be recognised.',
    noGaps: 'No gaps.',
  },
};
