/** What cases of cooperation models say, in the window and in exported tables; and the table itself. */
import type { CaseGroup, CasePhase, CaseValues, FindingKind, Organising } from './cooperation-case.ts';
import { FINDING_KINDS } from './cooperation-case.ts';
import type { Language } from './language.ts';

interface CaseWords {
  code: string;
  name: string;
  group: string;
  region: string;
  organising: string;
  phase: string;
  transferability: string;
  future: string;
  groups: Record<CaseGroup, string>;
  organisings: Record<Organising, string>;
  findings: Record<FindingKind, string>;
  phases: Record<CasePhase, string>;
}

export const CASE_WORDS: Record<Language, CaseWords> = {
  fi: {
    code: 'Tunnus',
    name: 'Yhteistyömalli',
    group: 'Ryhmä',
    region: 'Alue',
    organising: 'Organisoitumisen tapa',
    phase: 'Tutkimuksen vaihe',
    transferability: 'Siirrettävyys',
    future: 'Tulevaisuus',
    groups: {
      culture: 'Kulttuuri',
      exercise: 'Liikuntaneuvonta',
      student_welfare: 'Opiskeluhuolto',
      youth: 'Nuoriso ja Ohjaamo',
      wellbeing: 'Hyvinvoinnin edistäminen',
      alliance: 'Allianssimalli',
      other: 'Muu',
    },
    organisings: {
      network: 'Verkosto',
      contract: 'Sopimus',
      information: 'Informaatio-ohjaus',
      alliance: 'Allianssi',
    },
    findings: { succeeded: 'Missä onnistuttu', critical: 'Kriittiset tekijät', to_develop: 'Kehityskohteet' },
    phases: {
      mapping: 'Kartoitus',
      case_study: 'Tapaustutkimus',
      comparison: 'Toimintavaihtoehtojen vertailu',
      assessment: 'Arviointi ja raportointi',
    },
  },
  sv: {
    code: 'Kod',
    name: 'Samarbetsmodell',
    group: 'Grupp',
    region: 'Område',
    organising: 'Sätt att organisera',
    phase: 'Studiens fas',
    transferability: 'Överförbarhet',
    future: 'Framtid',
    groups: {
      culture: 'Kultur',
      exercise: 'Motionsrådgivning',
      student_welfare: 'Studerandevård',
      youth: 'Ungdom och Navigator',
      wellbeing: 'Främjande av välfärd',
      alliance: 'Alliansmodell',
      other: 'Annan',
    },
    organisings: {
      network: 'Nätverk',
      contract: 'Avtal',
      information: 'Informationsstyrning',
      alliance: 'Allians',
    },
    findings: {
      succeeded: 'Vad man lyckats med',
      critical: 'Kritiska faktorer',
      to_develop: 'Utvecklingsbehov',
    },
    phases: {
      mapping: 'Kartläggning',
      case_study: 'Fallstudie',
      comparison: 'Jämförelse av alternativ',
      assessment: 'Utvärdering och rapportering',
    },
  },
  en: {
    code: 'Code',
    name: 'Cooperation model',
    group: 'Group',
    region: 'Area',
    organising: 'Form of organising',
    phase: 'Phase of the study',
    transferability: 'Transferability',
    future: 'Future',
    groups: {
      culture: 'Culture',
      exercise: 'Physical activity counselling',
      student_welfare: 'Student welfare',
      youth: 'Youth and guidance centres',
      wellbeing: 'Promotion of welfare',
      alliance: 'Alliance model',
      other: 'Other',
    },
    organisings: {
      network: 'Network',
      contract: 'Contract',
      information: 'Guidance by information',
      alliance: 'Alliance',
    },
    findings: { succeeded: 'What succeeded', critical: 'Critical factors', to_develop: 'To be developed' },
    phases: {
      mapping: 'Mapping',
      case_study: 'Case study',
      comparison: 'Comparison of options',
      assessment: 'Assessment and reporting',
    },
  },
};

/** The comparison as rows of text, the heading first: a row for each case. */
export function caseTable(
  cases: readonly (CaseValues & { code: string; phase: CasePhase | null })[],
  language: Language,
): string[][] {
  const words = CASE_WORDS[language];
  return [
    [
      words.code,
      words.name,
      words.group,
      words.region,
      words.organising,
      words.phase,
      ...FINDING_KINDS.map((kind) => words.findings[kind]),
      words.transferability,
      words.future,
    ],
    ...cases.map((one) => [
      one.code,
      one.name,
      words.groups[one.group],
      one.region,
      words.organisings[one.organising],
      one.phase === null ? '' : words.phases[one.phase],
      ...FINDING_KINDS.map((kind) =>
        one.findings
          .filter((finding) => finding.kind === kind)
          .map(({ text }) => text)
          .join('; '),
      ),
      one.transferability,
      one.future,
    ]),
  ];
}
