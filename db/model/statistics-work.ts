/** Sheets of the statistics for inclusion, good practices, agreements and projects, and communication. Pure. */
import { AGREEMENT_WORDS } from './agreement-words.ts';
import { total, type AnnualWorkFacts } from './annual-work-facts.ts';
import { ANNUAL_WORK_WORDS } from './annual-work-words.ts';
import { ANNUAL_WORDS } from './annual-words.ts';
import { INCLUSION_KINDS } from './inclusion.ts';
import { INCLUSION_WORDS } from './inclusion-words.ts';
import { inLanguage, type Language } from './language.ts';
import { MUNICIPAL_STAGES } from './practice.ts';
import { PRACTICE_STAGE_WORDS } from './practice-words.ts';
import { PLAN_WORDS } from './print-communication-plan.ts';
import { PROJECT_WORDS } from './project-words.ts';
import { spokenLanguageName } from './spoken-language.ts';
import type { StatisticsCell, StatisticsColumn, StatisticsSheet } from './statistics.ts';

interface Words {
  inclusion: string;
  coverage: string;
  paths: string;
  practices: string;
  communication: string;
  bulletins: string;
  least: string;
  most: string;
  gaps: string;
  wholeRegion: string;
  texts: Record<'inclusion' | 'coverage' | 'paths' | 'practices' | 'agreements' | 'communication', string>;
}

const WORDS: Record<Language, Words> = {
  fi: {
    inclusion: 'Osallisuus',
    coverage: 'Osallisuus kunnittain',
    paths: 'Polut',
    practices: 'Hyvät käytännöt',
    communication: 'Viestintä',
    bulletins: 'Selkotiedotteet',
    least: 'vähintään',
    most: 'enintään',
    gaps: 'Puuttuvia lajeja',
    wholeRegion: 'Koko maakunnan toimia',
    texts: {
      inclusion:
        'Toimet, jotka olivat olemassa vuoden aikana. Osallistujat ovat niistä tapahtumista ja koulutuksista, joissa heidät laskettiin. Alle viiden hengen määrä luetaan välinä 1–4, joten summalla on pienin ja suurin arvo.',
      coverage:
        'Maakunnan kunnat: montako omaa toimea kutakin lajia kunnassa oli, ja montako koko maakunnan toimea sitä palvelee. Puuttuva laji: ei omaa eikä koko maakunnan toimea.',
      paths: 'Vuoden aikana päättyneet jaksot. Alle viiden hengen määrä on välinä 1–4.',
      practices:
        'Kuntien määrä kussakin vaiheessa vuoden lopussa tai kuluvana vuonna nyt. Muutoksia: vuoden aikana kirjatut vaiheen muutokset.',
      agreements:
        'Sopimukset ja hankkeet, joiden kesto osuu vuoteen. Allekirjoitukset ovat vuoden loppuun mennessä kirjattuja.',
      communication:
        'Viestintäsuunnitelman rivit, joiden päivä on vuonna; tehty on kirjattu tehdyksi tai toimitettu. Selkotiedotteet ovat vuoden aikana tehtyjä, tekstit kielittäin.',
    },
  },
  sv: {
    inclusion: 'Delaktighet',
    coverage: 'Delaktighet per kommun',
    paths: 'Stigar',
    practices: 'God praxis',
    communication: 'Kommunikation',
    bulletins: 'Meddelanden på lätt språk',
    least: 'minst',
    most: 'högst',
    gaps: 'Slag som saknas',
    wholeRegion: 'Insatser i hela landskapet',
    texts: {
      inclusion:
        'Insatser som fanns under året. Deltagarna är från de evenemang och utbildningar där de räknades. Ett antal under fem läses som 1–4, så summan har ett minsta och ett största värde.',
      coverage:
        'Landskapets kommuner: hur många egna insatser av varje slag kommunen hade, och hur många insatser i hela landskapet som betjänar den. Slag som saknas: varken egen eller gemensam insats.',
      paths: 'Perioder som slutade under året. Ett antal under fem anges som 1–4.',
      practices:
        'Antalet kommuner i varje skede vid årets slut, eller nu under det pågående året. Ändringar: ändringar av skede som antecknats under året.',
      agreements:
        'Avtal och projekt vars tid berör året. Underskrifterna är de som har antecknats före årets slut.',
      communication:
        'Rader i kommunikationsplanen vars dag är under året; gjord är antecknad som gjord eller levererad. Meddelandena är gjorda under året, texterna per språk.',
    },
  },
  en: {
    inclusion: 'Inclusion',
    coverage: 'Inclusion by municipality',
    paths: 'Paths',
    practices: 'Good practices',
    communication: 'Communication',
    bulletins: 'Bulletins',
    least: 'at least',
    most: 'at most',
    gaps: 'Kinds missing',
    wholeRegion: 'Entries of the whole region',
    texts: {
      inclusion:
        'Entries that were there during the year. Participants are those of events and trainings at which they were counted. A count below five is read as 1–4, so a sum has a least and a greatest value.',
      coverage:
        'Municipalities of the region: how many entries of each kind were its own, and how many of the whole region serve it. A kind is missing when there is neither.',
      paths: 'Periods that ended in the year. A count below five is shown as 1–4.',
      practices:
        'The number of municipalities in each stage at the end of the year, or now while it goes on. Changes: changes of stage noted in the year.',
      agreements:
        'Agreements and projects whose time touches the year. Signatures are those noted by the end of the year.',
      communication:
        'Rows of the communication plan with a day in the year; done is what was noted as done or delivered. Bulletins are those made in the year, texts by language.',
    },
  },
};

const text = (label: string, width = 28): StatisticsColumn => ({ label, type: 'text', width });
const number = (label: string, width = 16): StatisticsColumn => ({ label, type: 'number', width });
const date = (label: string): StatisticsColumn => ({ label, type: 'date', width: 14 });

/** The sheets, and what their figures mean, in the order of the sheets. */
export function workStatistics(
  facts: AnnualWorkFacts,
  language: Language,
): { sheets: StatisticsSheet[]; definitions: [subject: string, definition: string][] } {
  const own = WORDS[language];
  const words = ANNUAL_WORK_WORDS[language];
  const report = ANNUAL_WORDS[language];
  const named = INCLUSION_WORDS[language];
  const stages = PRACTICE_STAGE_WORDS[language];
  const range = (label: string): StatisticsColumn[] => [
    number(`${label} (${own.least})`, 24),
    number(`${label} (${own.most})`, 24),
  ];
  const { inclusion, practices, agreements, projects, communication } = facts;
  const changes = Map.groupBy(practices.changes, ({ code }) => code);
  return {
    sheets: [
      {
        name: own.inclusion,
        columns: [text(words.kind), number(words.entries), ...range(words.participants)],
        rows: inclusion.kinds.map(({ kind, entries, participants }) => [
          named.kinds[kind],
          entries,
          participants?.low ?? null,
          participants?.high ?? null,
        ]),
      },
      {
        name: own.coverage,
        columns: [
          text(named.municipality),
          ...INCLUSION_KINDS.map((kind) => number(named.kindsMany[kind])),
          number(own.wholeRegion, 24),
          number(own.gaps),
        ],
        rows: inclusion.coverage.map((row): StatisticsCell[] => [
          inLanguage(row.name, language),
          ...INCLUSION_KINDS.map((kind) => row.own[kind]),
          INCLUSION_KINDS.reduce((sum, kind) => sum + row.regional[kind], 0),
          row.gaps.length,
        ]),
      },
      {
        name: own.paths,
        columns: [
          text(named.path, 40),
          date(named.starts),
          date(named.ends),
          ...range(named.total),
          ...range(words.reached),
          ...range(named.left),
        ],
        rows: inclusion.paths.map((one): StatisticsCell[] => [
          one.path,
          one.startsOn,
          one.endsOn,
          ...[one.total, one.reached, one.left].flatMap((count): StatisticsCell[] => [
            count?.low ?? null,
            count?.high ?? null,
          ]),
        ]),
      },
      {
        name: own.practices,
        columns: [
          text(named.code, 10),
          text(words.practice, 40),
          text(words.ownStage, 20),
          ...MUNICIPAL_STAGES.map((stage) => number(stages[stage])),
          number(words.changes, 24),
        ],
        rows: practices.practices.map((one): StatisticsCell[] => [
          one.code,
          one.name,
          one.stage === null ? null : stages[one.stage],
          ...MUNICIPAL_STAGES.map((stage) => one.municipalities[stage]),
          changes.get(one.code)?.length ?? 0,
        ]),
      },
      {
        name: words.agreements,
        columns: [
          text(named.code, 10),
          text(words.agreement, 44),
          text(words.kind, 24),
          text(report.state, 20),
          date(named.starts),
          date(named.ends),
          number(words.parties),
          number(words.signed),
          number(words.signedInYear, 24),
        ],
        rows: agreements.map((one) => [
          one.code,
          one.name,
          AGREEMENT_WORDS[language].kinds[one.kind],
          AGREEMENT_WORDS[language].states[one.state],
          one.startsOn,
          one.endsOn,
          one.parties,
          one.signed,
          one.signedInYear,
        ]),
      },
      {
        name: words.projects,
        columns: [
          text(named.code, 10),
          text(words.project, 44),
          text(report.state, 20),
          date(named.starts),
          date(named.ends),
          text(words.area),
          text(words.lead, 34),
          number(words.pilots),
        ],
        rows: projects.map((one) => [
          one.code,
          one.name,
          PROJECT_WORDS[language].states[one.state],
          one.startsOn,
          one.endsOn,
          one.area || null,
          one.lead === null ? null : inLanguage(one.lead, language),
          one.pilots,
        ]),
      },
      {
        name: own.communication,
        columns: [text(report.channel), number(words.planned), number(words.done), number(words.late)],
        rows: [
          ...communication.channels.map((one): StatisticsCell[] => [
            PLAN_WORDS[language].channels[one.channel],
            one.planned,
            one.done,
            one.late,
          ]),
          [
            report.total,
            total(communication.channels, 'planned'),
            total(communication.channels, 'done'),
            total(communication.channels, 'late'),
          ],
        ],
      },
      {
        name: own.bulletins,
        columns: [text(words.language), number(words.wanted), number(words.written), number(words.checked)],
        rows: communication.languages.map((one) => [
          spokenLanguageName(one.language, language),
          one.wanted,
          one.written,
          one.checked,
        ]),
      },
    ],
    definitions: [
      [own.inclusion, own.texts.inclusion],
      [own.coverage, own.texts.coverage],
      [own.paths, own.texts.paths],
      [own.practices, own.texts.practices],
      [`${words.agreements}, ${words.projects.toLocaleLowerCase(language)}`, own.texts.agreements],
      [`${own.communication}, ${own.bulletins.toLocaleLowerCase(language)}`, own.texts.communication],
    ],
  };
}
