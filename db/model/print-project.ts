/** A project card (hankekortti) as a document of one page. */
import { budgetTotals, type BudgetLine } from './budget.ts';
import { numberText } from './chart.ts';
import { formatDate } from './dates.ts';
import { inLanguage, type Language, type LocalisedText } from './language.ts';
import type { PrintableBlock, PrintableDocument } from './printable.ts';
import type { PilotState, ProjectState, ProjectValues } from './project.ts';
import { PROJECT_WORDS } from './project-words.ts';
import { richText } from './rich-text.ts';

export interface PrintedProject {
  code: string;
  name: string;
  summary: string;
  state: ProjectState;
  startsOn: string | null;
  endsOn: string | null;
  area: string;
  funding: string;
  role: string;
  unit: string;
  focus: string;
  goals: readonly string[];
  sdg: ProjectValues['sdg'];
  lead: { name: LocalisedText } | null;
  organisations: readonly { name: LocalisedText }[];
  manager: { name: string } | null;
  expert: { name: string } | null;
  phases: readonly { startsOn: string; endsOn: string | null; area: string; goal: string }[];
  pilots: readonly { name: string; area: string; theme: string; state: PilotState }[];
  budget: { lines: readonly BudgetLine[] } | null;
}

/** @param today ISO date of the document */
export function printProject(
  project: PrintedProject,
  boardName: string,
  today: string,
  language: Language,
): PrintableDocument {
  const words = PROJECT_WORDS[language];
  const day = (date: string | null): string => (date === null ? '' : formatDate(date, language));
  const span = (one: { startsOn: string | null; endsOn: string | null }): string =>
    one.startsOn === null && one.endsOn === null ? '' : `${day(one.startsOn)}–${day(one.endsOn)}`;
  const cents = project.budget === null ? null : budgetTotals(project.budget.lines).cents;
  const facts = [
    { label: words.period, lines: [span(project)] },
    { label: words.state, lines: [words.states[project.state]] },
    { label: words.area, lines: [project.area] },
    {
      label: words.funding,
      lines: [
        project.funding,
        cents === null ? '' : `${numberText(cents / 100, language, cents % 100 === 0 ? 0 : 2)}\u00a0€`,
      ],
    },
    { label: words.role, lines: [project.role] },
    { label: words.unit, lines: [project.unit] },
    { label: words.focus, lines: [project.focus] },
    { label: words.lead, lines: [project.lead === null ? '' : inLanguage(project.lead.name, language)] },
    {
      label: words.partners,
      lines: [project.organisations.map((one) => inLanguage(one.name, language)).join(', ')],
    },
    { label: words.manager, lines: [project.manager?.name ?? ''] },
    { label: words.expert, lines: [project.expert?.name ?? ''] },
    { label: words.goals, lines: [...project.goals] },
    {
      label: words.sdg,
      lines: project.sdg.map((goal) => `${String(goal)} ${words.sdgNames[goal - 1] ?? ''}`),
    },
  ]
    .map((fact) => ({ ...fact, lines: fact.lines.filter((line) => line !== '') }))
    .filter(({ lines }) => lines.length > 0);
  const tables: PrintableBlock[] = [
    ...(project.phases.length === 0
      ? []
      : [
          {
            type: 'table' as const,
            caption: words.phases,
            columns: [
              { label: words.period, width: 3 },
              { label: words.area, width: 3 },
              { label: words.goal, width: 5 },
            ],
            rows: project.phases.map((phase) => [span(phase), phase.area, phase.goal]),
          },
        ]),
    ...(project.pilots.length === 0
      ? []
      : [
          {
            type: 'table' as const,
            caption: words.pilots,
            columns: [
              { label: words.pilot, width: 4 },
              { label: words.area, width: 3 },
              { label: words.theme, width: 4 },
              { label: words.state, width: 2 },
            ],
            rows: project.pilots.map((pilot) => [
              pilot.name,
              pilot.area,
              pilot.theme,
              words.pilotStates[pilot.state],
            ]),
          },
        ]),
  ];
  return {
    kind: 'register',
    language,
    title: `${words.card}: ${project.name}`,
    identification: {
      organisation: boardName,
      documentType: words.card,
      number: project.code,
      date: formatDate(today, language),
      isoDate: today,
      diaryNumber: null,
      status: '',
    },
    keywords: [words.card, project.name],
    blocks: [
      { type: 'heading', level: 1, text: project.name },
      ...(project.summary === '' ? [] : [{ type: 'text' as const, body: richText(project.summary).content }]),
      { type: 'facts', rows: facts },
      ...tables,
    ],
  };
}
