/** Drafts of the sections on inclusion, good practices, agreements and projects, and communication. Pure. */
import { AGREEMENT_WORDS } from './agreement-words.ts';
import { nothing, said, tableOf, type Making } from './annual-drafting.ts';
import type { Draft, ReportFigure } from './annual-report.ts';
import { total, type AnnualCoverage } from './annual-work-facts.ts';
import { ANNUAL_WORK_WORDS } from './annual-work-words.ts';
import { numberText } from './chart.ts';
import { formatDate } from './dates.ts';
import { INCLUSION_KINDS, type InclusionKind } from './inclusion.ts';
import { periodText } from './inclusion-export.ts';
import { INCLUSION_WORDS } from './inclusion-words.ts';
import { inLanguage, type Language } from './language.ts';
import { MUNICIPAL_STAGES } from './practice.ts';
import { PRACTICE_STAGE_WORDS } from './practice-words.ts';
import { PLAN_WORDS } from './print-communication-plan.ts';
import { PROJECT_WORDS } from './project-words.ts';
import { rangeText, type CountRange } from './small-counts.ts';
import { spokenLanguageName } from './spoken-language.ts';

/** A table only where there is something in it. */
const figures = (...tables: ReportFigure[]): ReportFigure[] =>
  tables.filter((one) => one.type !== 'table' || one.rows.length > 0);

const shown = (range: CountRange | null): string => (range === null ? '–' : rangeText(range));

/** Own entries, and those of the whole region beside them; a gap is written out. */
function coverageText(row: AnnualCoverage, kind: InclusionKind, language: Language): string {
  const words = INCLUSION_WORDS[language];
  const own = row.own[kind];
  const regional = row.regional[kind];
  if (own === 0 && regional === 0) return words.missing;
  if (regional === 0) return String(own);
  return `${own === 0 ? '' : `${own} + `}${regional} (${words.wholeRegion})`;
}

export function inclusion({ facts, language, words }: Making): Draft {
  const own = ANNUAL_WORK_WORDS[language];
  const named = INCLUSION_WORDS[language];
  const { kinds, coverage, paths } = facts.inclusion;
  const entries = total(kinds, 'entries');
  if (entries === 0 && paths.length === 0) return nothing(own.noInclusion);
  const figure = (value: number): string => numberText(value, language);
  const counted = kinds.flatMap(({ participants }) => participants ?? []);
  return {
    body: said(
      own.inclusionTold({
        entries: figure(entries),
        participants:
          counted.length === 0
            ? null
            : rangeText({ low: total(counted, 'low'), high: total(counted, 'high') }),
      }),
      coverage.length === 0
        ? null
        : own.coverageTold({
            municipalities: figure(
              coverage.filter((row) => INCLUSION_KINDS.some((kind) => row.own[kind] > 0)).length,
            ),
            all: figure(coverage.length),
          }),
      paths.length === 0 ? null : own.pathsTold({ periods: figure(paths.length) }),
      counted.length === 0 && paths.length === 0 ? null : named.smallCounts,
    ),
    figures: figures(
      tableOf(
        words.sections.inclusion,
        [
          [own.kind, 6],
          [own.entries, 3, true],
          [own.participants, 3, true],
        ],
        kinds.map((one) => [named.kinds[one.kind], figure(one.entries), shown(one.participants)]),
      ),
      tableOf(
        named.coverage,
        [
          [named.municipality, 4],
          ...INCLUSION_KINDS.map((kind): [string, number] => [named.kindsMany[kind], 3]),
        ],
        coverage.map((row) => [
          inLanguage(row.name, language),
          ...INCLUSION_KINDS.map((kind) => coverageText(row, kind, language)),
        ]),
      ),
      tableOf(
        named.paths,
        [
          [named.path, 6],
          [named.period, 5],
          [named.total, 3, true],
          [own.reached, 3, true],
          [named.left, 3, true],
        ],
        paths.map((one) => [
          one.path,
          periodText(one, language),
          shown(one.total),
          shown(one.reached),
          shown(one.left),
        ]),
      ),
    ),
  };
}

export function practices({ facts, language, words }: Making): Draft {
  const own = ANNUAL_WORK_WORDS[language];
  const stages = PRACTICE_STAGE_WORDS[language];
  const { practices: all, changes } = facts.practices;
  if (all.length === 0) return nothing(own.noPractices);
  const figure = (value: number): string => numberText(value, language);
  const counts = all.map(({ municipalities }) => municipalities);
  return {
    body: said(
      own.practicesTold({
        practices: figure(all.length),
        changes: figure(changes.length),
        inUse: figure(total(counts, 'in_use') + total(counts, 'embedded')),
      }),
    ),
    figures: figures(
      tableOf(
        words.sections.practices,
        [
          [own.practice, 6],
          [own.ownStage, 3],
          ...MUNICIPAL_STAGES.map((stage): [string, number, boolean] => [stages[stage], 3, true]),
        ],
        all.map((one) => [
          `${one.code} ${one.name}`,
          one.stage === null ? '–' : stages[one.stage],
          ...MUNICIPAL_STAGES.map((stage) => figure(one.municipalities[stage])),
        ]),
      ),
      tableOf(
        own.changes,
        [
          [words.day, 3],
          [own.practice, 6],
          [INCLUSION_WORDS[language].municipality, 4],
          [words.stage, 4],
          [own.decidedBy, 5],
        ],
        changes.map((one) => [
          formatDate(one.changedOn, language),
          `${one.code} ${one.name}`,
          one.municipality === null ? own.wholeRegion : inLanguage(one.municipality, language),
          stages[one.stage],
          one.decidedBy || '–',
        ]),
      ),
    ),
  };
}

/** "1.1.2026–31.12.2026", "1.1.2026–toistaiseksi" */
function validityText(one: { startsOn: string | null; endsOn: string | null }, language: Language): string {
  const { openEnded } = ANNUAL_WORK_WORDS[language];
  if (one.startsOn === null && one.endsOn === null) return '–';
  const from = one.startsOn === null ? '' : formatDate(one.startsOn, language);
  return `${from}–${one.endsOn === null ? openEnded : formatDate(one.endsOn, language)}`;
}

export function agreements({ facts, language, words }: Making): Draft {
  const own = ANNUAL_WORK_WORDS[language];
  const { agreements: all, projects, cases } = facts;
  const figure = (value: number): string => numberText(value, language);
  if (all.length === 0 && projects.length === 0) return nothing(own.noAgreements);
  return {
    body: said(
      all.length === 0
        ? null
        : own.agreementsTold({
            agreements: figure(all.length),
            signatures: figure(total(all, 'signedInYear')),
          }),
      projects.length === 0
        ? null
        : own.projectsTold({ projects: figure(projects.length), pilots: figure(total(projects, 'pilots')) }),
      cases === 0 ? null : own.casesTold(figure(cases)),
    ),
    figures: figures(
      tableOf(
        own.agreements,
        [
          [own.agreement, 7],
          [own.kind, 4],
          [words.state, 3],
          [own.validity, 5],
          [own.signed, 3, true],
          [own.parties, 2, true],
        ],
        all.map((one) => [
          `${one.code} ${one.name}`,
          AGREEMENT_WORDS[language].kinds[one.kind],
          AGREEMENT_WORDS[language].states[one.state],
          validityText(one, language),
          figure(one.signed),
          figure(one.parties),
        ]),
      ),
      tableOf(
        own.projects,
        [
          [own.project, 7],
          [words.state, 3],
          [own.validity, 5],
          [own.area, 4],
          [own.lead, 5],
          [own.pilots, 2, true],
        ],
        projects.map((one) => [
          `${one.code} ${one.name}`,
          PROJECT_WORDS[language].states[one.state],
          validityText(one, language),
          one.area || '–',
          one.lead === null ? '–' : inLanguage(one.lead, language),
          figure(one.pilots),
        ]),
      ),
    ),
  };
}

export function communication({ facts, language, words }: Making): Draft {
  const own = ANNUAL_WORK_WORDS[language];
  const { channels, bulletins, languages } = facts.communication;
  const figure = (value: number): string => numberText(value, language);
  if (channels.length === 0 && bulletins === 0) return nothing(own.noCommunication);
  return {
    body: said(
      channels.length === 0
        ? null
        : own.planTold({
            planned: figure(total(channels, 'planned')),
            done: figure(total(channels, 'done')),
            late: figure(total(channels, 'late')),
          }),
      bulletins === 0
        ? null
        : own.bulletinsTold({
            bulletins: figure(bulletins),
            checked: figure(total(languages, 'checked')),
            languages: figure(languages.length),
          }),
    ),
    figures: figures(
      tableOf(
        words.sections.communication,
        [
          [words.channel, 6],
          [own.planned, 3, true],
          [own.done, 3, true],
          [own.late, 3, true],
        ],
        channels.map((one) => [
          PLAN_WORDS[language].channels[one.channel],
          figure(one.planned),
          figure(one.done),
          figure(one.late),
        ]),
      ),
      tableOf(
        own.bulletins,
        [
          [own.language, 6],
          [own.wanted, 3, true],
          [own.written, 3, true],
          [own.checked, 3, true],
        ],
        languages.map((one) => [
          spokenLanguageName(one.language, language),
          figure(one.wanted),
          figure(one.written),
          figure(one.checked),
        ]),
      ),
    ),
  };
}
